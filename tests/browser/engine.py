"""The form's own script without its page, in a browser: what it reads, writes and asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lifeline.report.form.page import SCRIPTS, script_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXPOSED = """
const plain = (value) =>
  value instanceof Map ? { map: [...value].map(([name, inner]) => [name, plain(inner)]) }
  : Array.isArray(value) ? value.map(plain) : value instanceof Word ? value.text : value;

window.form = {
  // Reads a file: its values, or the number of the line that cannot be read and why.
  read(text) {
    try {
      return { values: plain(treeOf(readYaml(text).root)) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { line: error.line, why: error.why };
    }
  },
  // Opens one file, gives it the answers of another, and saves it.
  carry(form, text, other, head) {
    const [into, from] = [text, other].map((each) => {
      const sheet = new Sheet(form, "2023-06-30");
      if (each !== null) sheet.take(readYaml(each));
      return sheet;
    });
    into.answers = from.answers.map((answer) => ({ ...answer, isLater: false, extra: [] }));
    Object.assign(into, head);
    const saved = into.file();
    const again = new Sheet(form, "2023-06-30");
    again.take(readYaml(saved));
    const keys = (sheet) => form.questions.map((_, number) => sheet.keyAt(number));
    return { saved, before: keys(into), after: keys(again), twice: again.file(), told: again.told };
  },
  // Opens a file, changes answers as somebody does who stops half-way, and saves.
  //   parts: [number, part of an answer] each.
  leave(form, text, parts) {
    const sheet = new Sheet(form, "2023-06-30");
    sheet.take(readYaml(text));
    for (const [number, part] of parts) Object.assign(sheet.answers[number], part);
    const unfinished = form.questions.map((_, number) => sheet.isUnfinished(number));
    return { saved: sheet.file(), unfinished };
  },
  // Opens a file and saves it.
  save(form, text) {
    const sheet = new Sheet(form, "2023-06-30");
    sheet.take(readYaml(text));
    return sheet.file();
  },
  asked(form, text) {
    const sheet = new Sheet(form, "2023-06-30");
    sheet.take(readYaml(text));
    return sheet.asked();
  },
};
"""


class Engine:
    """Calls the form's script, many times in one go."""

    def __init__(self, browser: Browser) -> None:
        script = script_of([name for name in SCRIPTS if name != "start.js"], EXPOSED)
        self.page = browser.new_page()
        self.page.goto("about:blank")
        self.page.evaluate(f"() => {{ {script} }}")

    def each(self, name: str, cases: list[list[Any]]) -> list[Any]:
        """Call a function once for the arguments of each case."""
        found = self.page.evaluate(
            "([name, cases]) =>"
            " JSON.stringify(JSON.parse(cases).map((each) => window.form[name](...each)))",
            [name, json.dumps(cases)],
        )
        results: list[Any] = json.loads(found)
        return results


def engines(browser: Browser) -> Iterator[Engine]:
    """Give an engine, and close its page."""
    engine = Engine(browser)
    yield engine
    engine.page.close()
