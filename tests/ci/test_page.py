"""The page about CI shows the files of ``examples/ci`` as they are, and links to what is there."""

from __future__ import annotations

import re

import pytest

from tests.ci.services import ACTION
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "ci.md"
BLOCK = re.compile(
    r"<!-- file: (?P<file>\S+) -->\n```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def copied(found: re.Match[str]) -> str:
    text = (ROOT / found["file"]).read_text(encoding="utf-8")
    return f"<!-- file: {found['file']} -->\n```{found['language']}\n{text}```"


def test_each_block_is_copied_from_the_file_that_it_names(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    found = BLOCK.sub(copied, page)
    if request.config.getoption("--update-goldens"):
        PAGE.write_text(found, encoding="utf-8")
        page = found
    assert found == page
    assert page.count("\n```") == 2 * len(BLOCK.findall(page)), "a block that names no file"


def test_every_set_up_is_shown() -> None:
    shown = {block[0] for block in BLOCK.findall(PAGE.read_text(encoding="utf-8"))}
    data = re.compile(r"/ideas/|product\.yaml$|baseline\.yaml$")
    there = [path for path in (ROOT / "examples" / "ci").rglob("*") if path.is_file()]
    files = {path.relative_to(ROOT).as_posix() for path in there}
    assert shown == {file for file in files if not data.search(file)}


def test_the_inputs_and_outputs_that_are_named_are_all() -> None:
    page = PAGE.read_text(encoding="utf-8")
    (line,) = re.findall(r"^The inputs are .*$", page, re.MULTILINE)
    inputs, outputs = line.split(". [")[0].split("; the outputs ")
    assert re.findall(r"`([\w-]+)`", inputs) == list(ACTION["inputs"])
    assert re.findall(r"`([\w-]+)`", outputs) == list(ACTION["outputs"])


@pytest.mark.parametrize("page", ["ci.md", "configuration.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        assert (ROOT / "docs" / link).exists(), link
