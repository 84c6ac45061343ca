"""``lifeline form`` as its users run it: what is written where, and what is said about it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "sets" / "small"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(*words: object) -> dict[str, Any]:
    """Write a form, and give the data in it."""
    assert main(["form", "-o", "form.html", *map(str, words)]) == 0
    page = Path("form.html").read_text(encoding="utf-8")
    found = re.search(r'id="form-data">(.*?)</script>', page)
    assert found
    form: dict[str, Any] = json.loads(found[1])
    return form


def test_a_form_is_written_and_what_to_do_with_it_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    form = written()
    assert form["set"] == "ngc"
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "Wrote form.html: 14 questions. It needs no network, and sends nothing.",
        "Send it to applicants. Judge the files that they send back with: lifeline score FILE",
    ]


def test_a_set_of_ones_own_is_named_in_what_judges_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert written("--set", SMALL)["title"] == "A small set"
    assert f"lifeline score FILE --set {SMALL}" in capsys.readouterr().err


def test_optional_rubrics_are_asked_where_they_are_named() -> None:
    def wanted(*words: str) -> list[str]:
        return [rubric["id"] for rubric in written(*words)["rubrics"] if rubric["wanted"]]

    assert wanted() == ["lifeline"]
    assert wanted("--with", "web3") == ["lifeline", "web3"]
    assert len(wanted("--with", "all")) == len(written()["rubrics"])


def test_a_rubric_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "--with", "web4"]) == 2
    assert "Did you mean 'web3'" in capsys.readouterr().err


def test_a_form_speaks_the_language_of_its_set() -> None:
    form = written("--lang", "zh")
    assert (form["language"], form["words_language"], form["direction"]) == ("zh", "zh", "ltr")
    assert written("--lang", "ar")["direction"] == "rtl"


def test_without_a_file_the_page_goes_to_stdout(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["form", "--lang", "ar"]) == 0
    told = capfdbinary.readouterr()
    assert told.out.startswith(b"<!DOCTYPE html>")
    assert "منتجك".encode() in told.out
    assert told.err == b""


def test_a_page_is_not_poured_into_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["form"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith("Name the file to write: -o form.html\n")


def test_a_place_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "-o", "nowhere/form.html"]) == 2
    assert "nowhere/form.html" in capsys.readouterr().err


def test_help_imports_no_template_engine() -> None:
    code = (
        "import sys; from lifeline.cli.main import main; main(['form', '--help']);"
        " sys.exit('jinja2' in sys.modules)"
    )
    helping = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert helping.returncode == 0
