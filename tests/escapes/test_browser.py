"""Pages and pictures full of attacks, in Chromium: nothing runs, asks or is loaded.

The browser is driven by a process of its own, as another may be driven by this one.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import INSTALL, NAMES
from tests.conftest import ROOT
from tests.escapes.attacks import TABLE, likened
from tests.escapes.command import run
from tests.escapes.conftest import Folder
from tests.escapes.reading import SCHEMES
from tests.escapes.ways import WAYS

TRIED = {
    **{
        f"{family}-{name}": text
        for family in ("html", "svg")
        for name, text in TABLE[family].items()
    },
    "link-javascript": TABLE["link"]["javascript"],
    "link-data": TABLE["link"]["data"],
    "json-script": TABLE["json"]["script"],
    "unicode-bidi-override": TABLE["unicode"]["bidi-override"],
}
PAGES = {"report-html": "html", "form-html": "html", "badge-svg": "svg"}

HARMLESS = "harmless"

pytestmark = pytest.mark.xdist_group("escapes-browser")


def missing(reason: str) -> None:
    """Skip, or fail where a browser is required."""
    (pytest.fail if os.environ.get("LIFELINE_BROWSER") == "required" else pytest.skip)(reason)


def chromium() -> str:
    found = os.environ.get("LIFELINE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        missing("no Chromium: install it, or name it in LIFELINE_CHROMIUM")
    if importlib.util.find_spec("playwright") is None:
        missing(f"nothing drives the browser: {INSTALL}")
    return found


def written(folder: Path, folder_of: Folder) -> dict[tuple[str, str], Path]:
    """Write every page for every attack, and one without."""
    files: dict[tuple[str, str], Path] = {}
    here = Path.cwd()
    for name, attack in {**TRIED, HARMLESS: "words"}.items():
        os.chdir(folder_of(attack))
        for page, ending in PAGES.items():
            files[page, name] = folder / f"{page} {name}.{ending}"
            files[page, name].write_text(run(*WAYS[page][0]).out, encoding="utf-8")
    os.chdir(here)
    return files


def looked_at(*files: Path) -> list[dict[str, Any]]:
    """Give what a browser finds in files, and what they do there."""
    command = [sys.executable, "-m", "tests.escapes.browsing", chromium(), *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [*json.loads(done.stdout).values()]


def faults(found: dict[str, Any], harmless: dict[str, Any], attack: str) -> dict[str, Any]:
    """Give what a page does or holds that one without an attack does not; or lacks of its words."""
    links = [link for link in found["links"] if link and not link.startswith((*SCHEMES, "blob:"))]
    told = {"did": found["did"], "running": found["running"], "handlers": found["handlers"]}
    told |= {"links": links, "scripts": found["scripts"] - harmless["scripts"]}
    told |= {"missing": likened(attack) not in likened(found["text"])}
    return {name: value for name, value in told.items() if value}


def test_a_browser_shows_words_and_nothing_runs(tmp_path: Path, folder_of: Folder) -> None:
    files = written(tmp_path, folder_of)
    seen = dict(zip(files, looked_at(*files.values()), strict=True))
    found = {
        (page, name): faults(seen[page, name], seen[page, HARMLESS], attack)
        for page in PAGES
        for name, attack in TRIED.items()
    }
    assert {cell: told for cell, told in found.items() if told} == {}


def test_a_page_that_runs_something_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<title>a</title><script>alert(1)</script><img src=x onerror='alert(2)'>")
    (found,) = looked_at(file)
    assert {"dialog 1", "dialog 2"} <= {*found["did"]}
    assert (found["scripts"], found["handlers"]) == (1, ["onerror"])
    assert found["running"]
