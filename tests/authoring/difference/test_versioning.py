"""The record of what each version of a set decided by."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.cli.workbench import check
from lifeline.compiling.hashes import RULES
from lifeline.compiling.store import load_set
from lifeline.reading.sets import VERSIONS_FILE

GOOD = Path(__file__).parents[2] / "bad" / "checks" / "claims-not-cited"
"""A set with a note and no error."""

RECORD = "versions-format: 1\nversions:\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give a set to change."""
    folder = tmp_path / "own"
    shutil.copytree(GOOD, folder)
    return folder


def run(*words: object) -> int:
    return main(["rubric", "check", *map(str, words)])


def change_rules(folder: Path) -> None:
    rubric = folder / "garden.yaml"
    text = rubric.read_text(encoding="utf-8")
    assert text.count("months: 3") == 1
    rubric.write_text(text.replace("months: 3", "months: 0"), encoding="utf-8")


def set_version(folder: Path, version: str) -> None:
    file = folder / "set.yaml"
    old = load_set(str(folder))["version"]
    text = file.read_text(encoding="utf-8").replace(f"version: {old}", f"version: {version}")
    file.write_text(text, encoding="utf-8")


def test_a_version_is_recorded(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(own, "--record") == 0
    captured = capsys.readouterr()
    assert (
        captured.err
        == f"What claims-not-cited 0.1.0 decides by is kept in {own / VERSIONS_FILE}.\n"
    )
    deciding = load_set(str(own))["hashes"]["deciding"]
    lines = (own / VERSIONS_FILE).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Written by 'lifeline rubric check --record'")
    assert lines[1:] == [
        "versions-format: 1",
        "versions:",
        f"- {{version: 0.1.0, rules: {RULES}, deciding: {deciding}}}",
    ]
    assert run(own) == 0
    assert "versions.yaml" not in capsys.readouterr().out


def test_recording_again_changes_nothing(own: Path) -> None:
    run(own, "--record")
    first = (own / VERSIONS_FILE).read_bytes()
    assert run(own, "--record") == 0
    assert (own / VERSIONS_FILE).read_bytes() == first


def test_a_set_that_changed_under_its_version_is_not_recorded(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(own, "--record")
    first = (own / VERSIONS_FILE).read_bytes()
    change_rules(own)
    capsys.readouterr()
    assert run(own, "--record") == 2
    captured = capsys.readouterr()
    assert "version: error: 0.1.0 is recorded in versions.yaml" in captured.out
    assert "nothing is recorded, as the set has errors" in captured.err
    assert (own / VERSIONS_FILE).read_bytes() == first


def test_a_raised_version_is_noted_until_it_is_recorded(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(own, "--record")
    change_rules(own)
    set_version(own, "0.2.0")
    assert run(own) == 0
    assert "version: note: 0.2.0 is not recorded in versions.yaml yet." in capsys.readouterr().out
    assert run(own, "--record") == 0
    assert "not recorded" not in capsys.readouterr().out
    text = (own / VERSIONS_FILE).read_text(encoding="utf-8")
    assert text.index("version: 0.1.0") < text.index("version: 0.2.0")


@pytest.mark.parametrize("version", ["0.2.0", "0.1.0", "0.9.9"])
def test_a_version_that_became_lower_is_an_error_and_not_recorded(
    version: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for higher in ("0.1.0", "0.10.0"):
        set_version(own, higher)
        run(own, "--record")
    first = (own / VERSIONS_FILE).read_bytes()
    change_rules(own)
    set_version(own, version)
    capsys.readouterr()
    assert run(own, "--record") == 2
    captured = capsys.readouterr()
    told = f"version: error: {version} is lower than 0.10.0, which versions.yaml records."
    assert told in captured.out
    assert captured.out.count(" version: ") == 1, "of the version nothing else is said"
    assert "nothing is recorded, as the set has errors" in captured.err
    assert (own / VERSIONS_FILE).read_bytes() == first


def test_digests_of_another_form_are_not_compared(own: Path) -> None:
    entry = "- {version: 0.1.0, rules: compiled-1, deciding: abc}\n"
    (own / VERSIONS_FILE).write_text(RECORD + entry, encoding="utf-8")
    assert run(own) == 0
    assert run(own, "--record") == 0
    text = (own / VERSIONS_FILE).read_text(encoding="utf-8")
    assert text.count("version: 0.1.0") == 2
    assert f"rules: {RULES}" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("versions-format: 2\nversions: []\n", "2 is not allowed. Expected 1."),
        (RECORD + "- {version: 1.0, rules: a, deciding: b}\n", "'1.0' is not a version."),
        (RECORD + "- {version: 1.0.0, rules: a}\n", "deciding: is missing."),
        (RECORD + "- {version: 1.0.0, rules: a, deciding: b}\n" * 2, "stands in this list already"),
        (RECORD + "- {", "is missing here."),
    ],
)
def test_a_damaged_record_is_an_error(
    text: str, told: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / VERSIONS_FILE).write_text(text, encoding="utf-8")
    assert run(own, "--record") == 2
    out = capsys.readouterr().out
    assert f"{own / VERSIONS_FILE}:" in out
    assert told in out
    assert (own / VERSIONS_FILE).read_text(encoding="utf-8") == text


def test_the_installed_set_is_not_recorded(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "packaged_sets", lambda: str(own.parent))
    assert run(own, "--record") == 2
    assert "the installed set cannot be changed" in capsys.readouterr().err
    assert not (own / VERSIONS_FILE).exists()
