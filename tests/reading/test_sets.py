"""The files of a set that are read: its own, those of what it extends, and translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.errors import LifelineError
from lifeline.reading import sets
from lifeline.reading.sets import EVERY, languages_of, read_files, wider_first

OWN = b"set-format: 1\nset: own\n"
BASE = b"set-format: 1\nset: base\n"
NOT_THERE = (
    "and no such set is there. Expected a folder of that name beside this one, or a shipped set."
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give the folder of a set that extends another; both are translated."""
    for name, head, codes in (
        ("own", OWN + b"extends: {set: base}\n", ["zh"]),
        ("base", BASE, ["zh", "zh-Hant", "fr"]),
    ):
        text = tmp_path / name / "text"
        text.mkdir(parents=True)
        (tmp_path / name / "set.yaml").write_bytes(head)
        for code in codes:
            (text / f"{code}.yaml").write_bytes(code.encode())
    (tmp_path / "own" / "notes.md").write_bytes(b"no YAML")
    return tmp_path / "own"


def translations(folder: Path, language: str) -> list[str]:
    return [name for name in read_files(str(folder), language) if "text/" in name]


def test_without_a_language_no_translation_is_read(own: Path) -> None:
    assert list(read_files(str(own))) == ["set.yaml", "../base/set.yaml"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["../base/text/fr.yaml"]),
        ("FR-ca", ["../base/text/fr.yaml"]),
        ("zh", ["text/zh.yaml", "../base/text/zh.yaml"]),
        (
            "zh-hant-TW",
            ["text/zh.yaml", "../base/text/zh.yaml", "../base/text/zh-Hant.yaml"],
        ),
        ("en", []),  # what both are written in
        ("en-GB", []),
        (
            EVERY,
            [
                "text/zh.yaml",
                "../base/text/fr.yaml",
                "../base/text/zh.yaml",
                "../base/text/zh-Hant.yaml",
            ],
        ),
    ],
)
def test_a_language_is_read_with_those_that_it_is_a_kind_of(
    language: str, expected: list[str], own: Path
) -> None:
    assert translations(own, language) == expected


def test_what_a_translation_holds_is_given_under_its_name(own: Path) -> None:
    assert read_files(str(own), "fr")["../base/text/fr.yaml"] == b"fr"


def test_a_language_that_is_not_there_is_told_with_those_that_are(own: Path) -> None:
    with pytest.raises(LifelineError) as error:
        read_files(str(own), "de")
    assert str(error.value) == (
        "lifeline: 'de' is not a language of this rubric set. Expected one of: en, fr, zh, zh-Hant."
    )


def test_the_language_that_a_set_is_written_in_is_its_own(own: Path) -> None:
    with (own / "set.yaml").open("ab") as file:
        file.write(b"language: pt-BR\n")
    assert translations(own, "pt-br") == []
    for other in ("en", "pt"):
        with pytest.raises(LifelineError, match=f"'{other}' is not a language"):
            read_files(str(own), other)


def test_a_set_without_translations_is_in_english(own: Path) -> None:
    alone = own.parent / "alone"
    alone.mkdir()
    (alone / "set.yaml").write_bytes(b"set: alone\n")
    assert languages_of(str(alone)) == []
    assert list(read_files(str(alone), EVERY)) == ["set.yaml"]
    with pytest.raises(LifelineError, match=r"Expected 'en'\."):
        read_files(str(alone), "zh")


def test_a_translation_that_cannot_be_read_is_told(own: Path) -> None:
    (own / "text" / "it.yaml").mkdir()
    with pytest.raises(LifelineError) as error:
        read_files(str(own), "it")
    assert str(error.value) == f"{own}/text/it.yaml: cannot be read: Is a directory."


def test_wider_languages_come_first() -> None:
    assert wider_first("zh-Hant-TW") == ["zh", "zh-hant", "zh-hant-tw"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "nowhere: cannot read the rubric set: No such file or directory."),
        ("text", "text: holds no rubric set. Expected a file set.yaml in it."),
    ],
)
def test_a_folder_that_holds_no_set_is_told(name: str, told: str, own: Path) -> None:
    with pytest.raises(LifelineError) as error:
        read_files(str(own / name))
    assert str(error.value) == f"{own}/{told}"


def test_the_files_of_a_set_have_a_greatest_size_together(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = sum(map(len, read_files(str(own)).values()))
    monkeypatch.setattr(sets, "FOLDER_BYTES", size)
    assert read_files(str(own))
    monkeypatch.setattr(sets, "FOLDER_BYTES", size - 1)
    with pytest.raises(LifelineError) as error:
        read_files(str(own))
    assert str(error.value) == f"{own}: its YAML files have more than {size - 1} bytes."


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"extends: {set: nowhere}\n", f"extends 'nowhere', {NOT_THERE}"),
        (b"extends: {set: ../base}\n", f"extends '../base', {NOT_THERE}"),
        (b"extends: {set: own/../base}\n", f"extends 'own/../base', {NOT_THERE}"),
        (b"extends: {set: own}\n", "extends 'own', and so itself: that goes in a circle."),
    ],
)
def test_a_set_that_extends_what_is_not_there_or_itself_is_told(
    head: bytes, told: str, own: Path
) -> None:
    (own / "set.yaml").write_bytes(OWN + head)
    with pytest.raises(LifelineError) as error:
        read_files(str(own))
    assert str(error.value) == f"{own}/set.yaml: {told}"


@pytest.mark.parametrize(
    "head",
    [
        b"extends: [base]\n",
        b"extends: {set: [base]}\n",
        b"extends: {}\n",
        b"extends: {\n",
        b"extends: &a {set: base}\n",
    ],
)
def test_what_a_model_will_refuse_extends_nothing(head: bytes, own: Path) -> None:
    (own / "set.yaml").write_bytes(OWN + head)
    assert list(read_files(str(own))) == ["set.yaml"]


def test_a_key_that_stands_twice_is_for_the_model_to_tell(own: Path) -> None:
    (own / "set.yaml").write_bytes(OWN + b"extends: {set: base}\nset: again\n")
    assert list(read_files(str(own))) == ["set.yaml", "../base/set.yaml"]


def test_so_many_sets_may_stand_one_upon_the_other_and_no_more(tmp_path: Path) -> None:
    for number in range(sets.MOST_BASES + 1):
        folder = tmp_path / f"s{number}"
        folder.mkdir()
        extends = f"extends: {{set: s{number - 1}}}\n" if number else ""
        (folder / "set.yaml").write_text(f"set: s{number}\n{extends}")
    most = sets.MOST_BASES - 1
    assert len(read_files(str(tmp_path / f"s{most}"))) == sets.MOST_BASES
    with pytest.raises(LifelineError) as error:
        read_files(str(tmp_path / f"s{most + 1}"))
    assert str(error.value) == (
        f"{tmp_path}/s1/set.yaml: extends 's0', and {sets.MOST_BASES} sets stand one upon the"
        " other already. Expected fewer."
    )


def test_names_count_from_the_folder_wherever_one_stands(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = list(read_files(str(own)))
    monkeypatch.chdir(own.parent)
    assert list(read_files("own")) == names
    monkeypatch.chdir(own)
    assert list(read_files(".")) == names


def test_a_file_is_told_as_one_sees_it_from_where_one_stands(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own.parent / "base" / "text" / "it.yaml").mkdir()
    monkeypatch.chdir(own.parent)
    with pytest.raises(LifelineError) as error:
        read_files("own", "it")
    assert str(error.value) == "base/text/it.yaml: cannot be read: Is a directory."
