"""A browser for tests of pages: Chromium, started once a module, with no way to any network.

It is found by ``LIFELINE_CHROMIUM`` or on the PATH. Where it is not there, or what drives it is
not installed, these tests are skipped with a sentence that says what to install; with
``LIFELINE_BROWSER=required``, as ``.ci/run`` has it, that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
INSTALL = "pip install -e '.[browser]'"

OpenPage = Callable[..., "Page"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker have all tests with a browser, so that one is started."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


def _missing(reason: str) -> None:
    if os.environ.get("LIFELINE_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def _chromium() -> str:
    found = os.environ.get("LIFELINE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        _missing("no Chromium: install it, or name it in LIFELINE_CHROMIUM")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give Chromium; while it runs, nothing else in the process can have a loop of events."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing(f"nothing drives the browser: {INSTALL}")
    executable = _chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


def _note_error(said: ConsoleMessage, faults: list[str]) -> None:
    if said.type == "error":
        faults.append(said.text)


def _refuse(dialog: Dialog, faults: list[str]) -> None:
    faults.append(dialog.message)
    dialog.dismiss()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[OpenPage]:
    """Give a function that opens a file as a page; what the page asks of a network is a failure.

    ``errors`` of the page, of its scripts and of what it may not do, are kept in ``page.faults``.
    """
    contexts = []
    asked: list[str] = []

    def open_page(path: Path, width: int = 1440, *, dark: bool = False, height: int = 900) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        faults: list[str] = []
        page.faults = faults  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: faults.append(f"{error}"))
        page.on("console", lambda said: _note_error(said, faults))
        page.on("dialog", lambda dialog: _refuse(dialog, faults))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
