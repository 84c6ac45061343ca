"""What a file holds does nothing where it is shown, in any format, wherever in the file it stands.

A new format needs a way to be read back, in ``PARSERS``; a new place or attack is a line.
Annotations for GitHub are commands on purpose: there, each has to be one that annotates.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest

from lifeline.errors import InvalidFile
from lifeline.model.assessment import Assessment
from lifeline.report import FORMATS, reporter_class
from lifeline.report.run import Run
from lifeline.scoring.assembling import invalid
from lifeline.scoring.assess import assess
from lifeline.scoring.gate import gate_of
from tests.hostile.inert import check_inert
from tests.reading.small import read, small
from tests.report.commands import read_command, read_commands
from tests.report.read_back import Page, check_markdown

TODAY = date(2026, 11, 22)

ATTACKS = {
    "escape sequence": "\x1b[2J\x1b[31m\x1b]0;title\x07",
    "eight-bit escape sequence": "\x9b31m\x9d0;title\x9c",
    "bidi override": "a\u202eb\u2066c",
    "bidi signs in Arabic": "\u0645\u202e\u0645\u2069\u2068\u0645 a\u2069\u2069\u200f\u0645\u2066",
    "carriage return": "a\rb",
    "line break and command": "a\n::error file=x::pwned",
    "other line breaks and command": "a\u2028::error::x\x85::error::x\u2029::error::x\v::error::x",
    "command": "::error file=x::pwned",
    "command after spaces": "\u3000 \t::stop-commands::x",
    "command after many words": f"{'word ' * 15}::add-mask::a ::add-mask::b {'w' * 90}::debug::c",
    "old command": "a ##[add-mask]b",
    "older command": "###[set-env name=PATH]b",
    "terminal markup": "[red]a[/] [link=https://example.org]b[/link]",
    "HTML": "<script>alert(1)</script> &amp; <img src=x onerror=alert(1)> \"'>",
    "Markdown": "| a | **b** `c` [d](https://example.org)\n\n# e\n\n```",
    "XML": "]]> <!-- &#0; -->",
    "formula": "=1+1",
    "other formula": "@SUM(A1)",
    "JSON": '", "verdict": "pass", "x": "\\',
    "places to fill": "{months} %s {0.__class__} ${HOME}",
}

IDEA = """lifeline: 1
idea: %(title)s
summary: %(summary)s
assessed: 2023-06-30
capabilities: [%(capability)s]
answers:
  entry: {answer: nobody, by: %(by)s, note: %(note)s, evidence: [{says: %(evidence)s}]}
  assets: [%(choice)s]
  uses-model: no
  training-budget: {not-applicable: %(reason)s}
waivers:
  product/money-ends: {reason: %(waiver)s, until: 2099-12-31}
%(key)s: 1
"""
SOUND = "".join(
    line for line in IDEA.splitlines(keepends=True) if "assets:" not in line and "(key)" not in line
)
PLACES = ["title", "summary", "capability", "by", "note", "evidence", "choice", "reason", "waiver"]
PLACES += ["key", "id", "path", "syntax"]


def file_with(place: str, attack: str) -> tuple[bytes, str]:
    """Give an idea file that holds an attack, and its path."""
    text = IDEA if place in {"choice", "key"} else SOUND
    words = dict.fromkeys(PLACES, "words") | {"choice": "announced", "key": "words"}
    words |= {place: json.dumps(attack)}
    if place == "id":
        text += "id: %(id)s\n"
    if place == "syntax":
        text += "- %(syntax)s : [\n"
    path = f"ideas/{attack}.yaml" if place == "path" else "ideas/idea.yaml"
    return (text % words).encode("utf-8"), path


def assessment_of(data: bytes, path: str) -> Assessment:
    try:
        return assess(read(data, path), small(), as_of=TODAY, path=path)
    except InvalidFile as error:
        return invalid(error, TODAY, gate_of(small()["deciding"]["gate"]))


def as_it_is(text: str) -> None:
    """There is nothing to read back from text for people."""


def read_json(text: str) -> list[Assessment]:
    found: list[Assessment] = json.loads(text)["ideas"]
    return found


def read_json_lines(text: str) -> list[Assessment]:
    return [json.loads(line) for line in text.splitlines()]


def read_markdown(text: str) -> None:
    check_markdown(text)


def read_html(text: str) -> None:
    assert Page(text).titles[-1] == "Fine print"


def read_csv(text: str) -> None:
    """Read it as a spreadsheet does, which reckons what looks like a formula."""
    head, row = csv.reader(io.StringIO(text))
    assert len(head) == len(row)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def read_junit(text: str) -> None:
    ((case,),) = fromstring(text)
    assert len(case) <= 1
    assert {element.tag for element in case} <= {"failure", "error"}


def read_sarif(text: str) -> None:
    """Read it as a viewer does, which makes links of what looks like one."""
    (run,) = json.loads(text)["runs"]
    for result in run["results"]:
        assert "](" not in result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/%._~-]+", place)


def read_github(text: str) -> None:
    for command in read_commands(text):
        assert command.properties.keys() == {"file", "line", "col", "title"}


def read_auto(text: str) -> None:
    """Take what is a command for one; all of them come after the text."""
    lines = text.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if line[:2] == "::"), len(lines))
    read_github("".join(lines[first:]))
    check_inert("".join(lines[:first]))


Parser = Callable[[str], list[Assessment] | None]

PARSERS: dict[str, Parser] = {
    "text": as_it_is,
    "json": read_json,
    "jsonl": read_json_lines,
    "markdown": read_markdown,
    "html": read_html,
    "csv": read_csv,
    "junit": read_junit,
    "sarif": read_sarif,
    "github": read_github,
    "auto": read_auto,
}
"""How each format is read back by somebody who trusts it."""


def without_commands(text: str) -> str:
    """Give a text in which the commands that we mean are only what they say."""
    lines = text.split("\n")
    return "\n".join(read_command(line).message if line[:2] == "::" else line for line in lines)


def test_every_format_has_a_parser() -> None:
    assert PARSERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_file_holds_is_inert(
    place: str, attack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    told = assessment_of(*file_with(place, ATTACKS[attack]))
    for name, parse in PARSERS.items():
        for brief in (True, False):
            stream = io.StringIO()
            reporter = reporter_class(name)(stream, Run("0.0.0", small(), TODAY, brief=brief))
            reporter.add(told)
            reporter.finish({"ideas": 1, told["verdict"]: 1})
            text = stream.getvalue()
            check_inert(without_commands(text) if name in {"github", "auto"} else text)
            read_back = parse(text)
            if read_back is not None:
                assert [{key: idea[key] for key in told} for idea in read_back] == [told]  # type: ignore[literal-required]


def test_the_attacks_reach_both_kinds_of_result() -> None:
    verdicts = {place: assessment_of(*file_with(place, "words"))["verdict"] for place in PLACES}
    broken = {place for place, verdict in verdicts.items() if verdict == "invalid"}
    assert broken == {"choice", "key", "syntax"}
