"""The page for authors is followed to the letter: its files are written, its commands run.

What a command prints stands below it in the page; ``--update-goldens`` writes that anew.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.cli.sets import shipped_set
from lifeline.compiling.store import load_set
from lifeline.model.rubric import Question
from tests.conftest import ROOT

SHIPPED = re.compile(r"\{(?:set: ngc, version|ngc): ([0-9.]+)")
"""Where an example names the shipped set with its version."""

PAGE = ROOT / "docs" / "rubrics.md"
STEP = re.compile(
    r"<!-- file: (?P<file>\S+) -->\n```yaml\n(?P<text>.*?)```"
    r"|<!-- remove: (?P<removed>\S+) -->"
    r"|```console\n(?P<run>.*?)```",
    re.DOTALL,
)


def ran(block: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the commands of a block, and give it with what they print."""
    lines = []
    for line in block.splitlines():
        if line.startswith("$ lifeline "):
            main(shlex.split(line)[2:])
            printed = capsys.readouterr()
            lines += [line, *(printed.out + printed.err).splitlines()]
    return "\n".join(lines) + "\n"


def followed(page: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Follow a page from top to bottom, and give it with what the commands print."""

    def step(found: re.Match[str]) -> str:
        if found["file"]:
            Path(found["file"]).parent.mkdir(parents=True, exist_ok=True)
            Path(found["file"]).write_text(found["text"], encoding="utf-8")
        elif found["removed"]:
            Path(found["removed"]).unlink()
        else:
            return f"```console\n{ran(found['run'], capsys)}```"
        return found[0]

    return STEP.sub(step, page)


def test_the_page_for_authors_works_as_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    found = followed(page, capsys)
    if request.config.getoption("--update-goldens"):
        PAGE.write_text(found, encoding="utf-8")
        page = found
    assert found == page
    assert len(STEP.findall(page)) > 12


def test_what_a_question_that_says_no_effort_means_is_documented() -> None:
    told = "false, or left out: the founder cannot"
    assert told in (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    assert Question.model_fields["changeable"].default == "false"


def test_what_is_shown_as_the_version_of_the_shipped_set_is_the_one_of_today() -> None:
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")]
    shown = [found for page in pages for found in SHIPPED.findall(page)]
    assert len(shown) > 1
    assert {*shown} == {load_set(shipped_set())["version"]}
