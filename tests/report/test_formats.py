"""What holds for every format: golden files, streams of any encoding, the same bytes each time."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from lifeline.report import FORMATS
from tests.report.reported import FAILS, PASSES, all_judged, judged, written

SUFFIXES = {"junit": "xml", "sarif": "json", "markdown": "md", "jsonl": "json", "github": "txt"}
PROGRAMS = ["json", "jsonl", "html", "csv", "junit", "sarif", "markdown", "github"]
CHECKED = ["markdown", "html", "csv", "junit", "sarif", "github"]


@pytest.mark.parametrize("name", CHECKED)
def test_a_format_reads_as_its_golden_file(
    name: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    text = written(name, all_judged())
    if name == "sarif":
        text = json.dumps(json.loads(text), indent=1) + "\n"
    golden(f"formats/{name}.{SUFFIXES.get(name, name)}", text)


def bytes_of(name: str, encoding: str) -> bytes:
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding=encoding, newline="\n", write_through=True)
    written(name, all_judged(), stream)
    return held.getvalue()


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - PROGRAMS))
def test_a_stream_that_knows_few_signs_takes_what_people_read(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert len(bytes_of(name, "ascii")) > 100
    assert bytes_of(name, "ascii").isascii()


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_programs_read_has_the_same_bytes_on_every_stream(name: str) -> None:
    assert (
        bytes_of(name, "ascii") == bytes_of(name, "utf-8") == written(name, all_judged()).encode()
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_a_line_and_is_the_same_each_time(name: str) -> None:
    text = written(name, all_judged())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert written(name, all_judged()) == text


def test_auto_is_text_with_annotations_only_where_github_runs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert written("auto", all_judged()) == written("text", all_judged())
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    both = written("text", all_judged()) + written("github", all_judged())
    assert written("auto", all_judged()) == both
    assert bytes_of("auto", "cp1252") == both.encode()
    assert written("auto", []) == ""


@pytest.mark.parametrize("text", [FAILS, PASSES])
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("text", "\n           Its answers describe 2062-11-01, a day still to come.\n"),
        ("markdown", "<br>its answers describe 2062-11-01, a day still to come |"),
        ("junit", " months: its answers describe 2062-11-01, a day still to come</system-out>"),
        ("html", ">its answers describe 2062-11-01, a day still to come</small></td>"),
    ],
)
def test_a_day_still_to_come_stands_with_the_months(name: str, told: str, text: str) -> None:
    ahead = text.replace("assessed: 2026-11-01", "assessed: 2062-11-01")
    assert told in written(name, [judged(text), judged(ahead)])
    assert "a day still to come" not in written(name, [judged(text), judged(text)])
