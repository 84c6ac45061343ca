"""Opens files in a browser as pages, and prints what each of them did: a process of its own.

    python -m tests.escapes.browsing CHROMIUM FILE...

It prints one JSON object: of each file its title, its elements that run or load something, the
links that lead elsewhere than to a web address or into the page, and everything that it did.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, sync_playwright

from tests.browser.conftest import FLAGS

RUNNING = "iframe, object, embed, img, base, image, foreignObject, [srcdoc], [onload], [onerror]"
LOOK = """(running) => ({
  title: document.title,
  elements: document.querySelectorAll("*").length,
  scripts: document.querySelectorAll("script:not([type='application/json'])").length,
  running: [...document.querySelectorAll(running)].map((element) => element.outerHTML),
  handlers: [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].filter((each) => each.name.startsWith("on")).map((each) => each.name)),
  links: [...document.querySelectorAll("a")].map((a) => a.getAttribute("href") ?? ""),
  text: document.documentElement.textContent,
})"""


def _dismiss(dialog: Dialog, did: list[str]) -> None:
    did.append(f"dialog {dialog.message}")
    dialog.dismiss()


def looked_at(browser: Browser, path: Path) -> dict[str, Any]:
    """Open a page, and give what is in it and what it did."""
    did: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: _dismiss(dialog, did))
    page.on("request", lambda request: did.append(f"request {request.url}"))
    page.on("pageerror", lambda error: did.append(f"error {error}"))
    page.on("console", lambda said: did.append(f"console {said.text}"))
    page.on("popup", lambda popup: did.append(f"popup {popup.url}"))
    page.goto(path.as_uri())
    page.wait_for_timeout(20)
    found: dict[str, Any] = page.evaluate(LOOK, RUNNING)
    found["did"] = [each for each in did if each != f"request {path.as_uri()}"]
    page.close()
    return found


def main(chromium: str, files: list[str]) -> None:
    """Look at each file in one browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        found = {file: looked_at(browser, Path(file).resolve()) for file in files}
        browser.close()
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
