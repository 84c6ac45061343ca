"""``lifeline rubric translate`` as translators run it."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.cli.workbench import translate
from lifeline.reading.shelves import shipped_sets
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "sets" / "small"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a small set."""
    return Path(shutil.copytree(SMALL, tmp_path / "my-set"))


def run(folder: Path, *words: str, lang: str = "zh") -> int:
    return main(["rubric", "translate", str(folder), "--lang", lang, *words])


def file_of(folder: Path, lang: str = "zh") -> Path:
    return folder / "text" / f"{lang}.yaml"


def german(folder: Path) -> str:
    """Begin a translation into German, and translate one question."""
    assert run(folder, lang="de") == 0
    file = file_of(folder, "de")
    text = file.read_text(encoding="utf-8")
    before = "    # ask: >-\n    #   Does a big company offer it?\n"
    assert before in text
    text = text.replace(before, "    ask: Bietet es eine große Firma an?\n")
    file.write_text(text, encoding="utf-8")
    return text


def test_a_translation_is_begun(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    number = line.split(": entries: ")[1].split()[0]
    assert line == (
        f"{file_of(folder)}: entries: {number} added to be translated."
        f" Of {number} entries {number} are left to translate, 0 to look at again."
    )
    assert file_of(folder).read_text(encoding="utf-8").startswith("# The texts of the rubric set")
    main(["rubric", "check", str(folder)])
    assert f"{number} of {number} entries have no text" in capsys.readouterr().out


def test_nothing_is_written_where_nothing_is_new(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder)
    file = file_of(folder)
    os.utime(file, ns=(0, 0))
    assert run(folder) == 0
    assert "zh.yaml: nothing to write. Of " in capsys.readouterr().err
    assert file.stat().st_mtime_ns == 0


def test_what_changed_is_looked_at_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = german(folder)
    rubric = folder / "product.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("company offer it?", "company have it?"))
    capsys.readouterr()
    assert run(folder, lang="de") == 0
    assert "nothing to write." in capsys.readouterr().err
    assert file_of(folder, "de").read_text("utf-8") == text
    assert run(folder, "--seen", "entry", lang="de") == 0
    told = capsys.readouterr().err
    assert "entries: 1 looked at again. Of" in told
    assert "0 to look at again." in told
    before, after = text.splitlines(), file_of(folder, "de").read_text("utf-8").splitlines()
    assert [a[:8] for b, a in zip(before, after, strict=True) if a != b] == ["    of: "]


def test_entries_without_a_text_are_laid_out_anew(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder)
    rubric = folder / "product.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("company offer it?", "company have it?"))
    capsys.readouterr()
    main(["rubric", "check", str(folder)])
    out = " ".join(capsys.readouterr().out.split())
    assert "the text that stands here to be translated has changed since." in out
    assert run(folder, "--seen", "entry") == 0
    err = capsys.readouterr().err
    assert ": entries: 1 laid out anew, as their texts had changed. Of " in err
    assert err.endswith(" 0 to look at again.\n")
    text = file_of(folder).read_text("utf-8")
    assert "company have it?" in text
    assert "company offer it?" not in text


def test_texts_that_are_still_comments_are_told_of_when_the_others_were_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german(folder)
    rubric = folder / "product.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("company offer it?", "company have it?"))
    capsys.readouterr()
    assert run(folder, "--seen", "entry", lang="de") == 0
    told = "Texts that are still comments in product/entry have the old wording: look into"
    assert told in capsys.readouterr().err


def what_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Give what the check advises about texts that are not translated."""
    capsys.readouterr()
    main(["rubric", "check", str(folder), "--format", "json"])
    (checked,) = json.loads(capsys.readouterr().out)["sets"]
    (found,) = [f for f in checked["findings"] if f["check"] == "translation-missing"]
    remedy: str = found["remedy"]
    return remedy


def test_the_check_names_the_command_to_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "my set"))
    file_of(folder).parent.mkdir(exist_ok=True)
    file_of(folder).write_text("text-format: 1\nlanguage: zh\n", encoding="utf-8")
    told = what_is_missing(folder, capsys)
    assert told.startswith(f"Run lifeline rubric translate '{folder}' --lang zh: ")
    assert "'# '" not in told


def test_the_check_says_what_to_do_with_texts_that_stand_there_as_comments(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder)
    told = what_is_missing(folder, capsys)
    assert told.startswith("Some of set, product, ")
    assert told.endswith("take the '# ' away and put yours in their place.")


def test_a_folder_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rubric", "translate", "--lang", "zh"]) == 2
    assert "required: FOLDER" in capsys.readouterr().err


@pytest.mark.parametrize("named", [["all"], ["product/entry"], ["entry"]])
def test_entries_are_named_by_id_or_all_at_once(
    named: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german(folder)
    rubric = folder / "product.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("company offer it?", "company have it?"))
    assert run(folder, "--seen", *named, lang="de") == 0
    assert "1 looked at again" in capsys.readouterr().err


def test_the_translation_is_shown_in_results(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german(folder)
    idea = tmp_path / "idea.yaml"
    idea.write_text("lifeline: 1\nidea: A\nassessed: 2026-01-01\nanswers: {}\n")
    words = ["score", str(idea), "--full", "--set", str(folder), "--lang"]
    main([*words, "de"])
    assert "Bietet es eine große Firma an?" in capsys.readouterr().out
    main([*words, "en"])
    assert "Does a big company offer it?" in capsys.readouterr().out


REFUSED = {
    "an id that is not there": (["--seen", "entyr"], "'entyr' is not an entry of this set."),
    "an entry without a text": (["--seen", "entry"], "product/entry has no text there yet"),
    "no language": (["--lang", "../x"], "'../x' is not a language. Expected a code such as zh."),
    "a language and a line end": (["--lang", "zh\n"], "is not a language."),
    "no language at all": (["--lang", ""], "'' is not a language."),
    "its own language": (["--lang", "en"], "the set is written in en: nothing is to translate."),
}


@pytest.mark.parametrize(("words", "told"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    words: list[str], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, *words) == 2
    err = capsys.readouterr().err
    assert told in err
    assert len(err.splitlines()) == 1
    assert not (folder / "text").exists()


def test_a_language_has_to_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rubric", "translate", str(folder)]) == 2
    assert "required: --lang" in capsys.readouterr().err


def test_a_folder_without_a_set_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 2
    assert "holds no rubric set." in capsys.readouterr().err


def test_a_translation_with_problems_stays_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file_of(folder).parent.mkdir()
    file_of(folder).write_text("text-format: 1\nlanguage: zh\nquestoins: {}\n")
    assert run(folder) == 2
    assert f"{file_of(folder)}:3:1: questoins: unknown key." in capsys.readouterr().err
    assert file_of(folder).read_text().endswith("questoins: {}\n")


def test_braces_are_told_with_their_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file_of(folder).parent.mkdir()
    file_of(folder).write_text("{text-format: 1, language: zh}\n")
    assert run(folder) == 2
    told = "1:1: stands in braces. Write it in lines, then entries can be added to it."
    assert f"{file_of(folder)}:{told}" in capsys.readouterr().err


def test_problems_of_other_translations_do_not_matter(folder: Path) -> None:
    file_of(folder, "ar").parent.mkdir()
    file_of(folder, "ar").write_text("text-format: 1\n")
    assert run(folder) == 0


def test_the_installed_set_is_not_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(translate, "packaged_sets", lambda: str(folder.parent))
    assert run(folder) == 2
    assert capsys.readouterr().err.startswith("lifeline: the installed set cannot be changed.")
    assert not (folder / "text").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind")
def test_a_file_keeps_its_permissions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = file_of(folder)
    file.parent.mkdir()
    file.write_text("text-format: 1\nlanguage: zh\nset:\n  title: X\n")
    file.chmod(0o640)
    assert run(folder) == 0
    assert "entries: 1 now with 'of', " in capsys.readouterr().err
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["zh.yaml"]


def test_a_file_in_place_of_the_folder_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "text").write_text("mine")
    assert run(folder) == 2
    assert f"{folder / 'text'}: cannot be made:" in capsys.readouterr().err
    assert (folder / "text").read_text() == "mine"


@pytest.mark.parametrize("lang", ["zh", "ar"])
def test_of_the_lifeline_rubric_the_shipped_translations_lack_nothing(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(Path(shipped_sets(), "ngc"), tmp_path / "ngc"))
    before = file_of(folder, lang).read_text(encoding="utf-8").splitlines()
    assert run(folder, lang=lang) == 0
    after = file_of(folder, lang).read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert not [line for line in added if line.startswith("  lifeline/")]
