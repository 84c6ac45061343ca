"""The version that answers were given under, beside that of the set which judges them."""

from __future__ import annotations

import pytest

from lifeline.errors import InvalidFile
from lifeline.model.idea import Note
from lifeline.model.versions import parts_of
from lifeline.model.words import OLDER
from tests.authored import idea
from tests.reading.small import HEAD, read
from tests.reading.test_retired import orchard

NINES = "999999999"


def notes(versions: str, rest: str = "") -> list[Note]:
    """Give what is noted of a record of versions; the set is small 1.2.0."""
    return read(f"{HEAD}set: {versions}\n{rest}").notes


@pytest.mark.parametrize(
    "versions",
    [
        "",
        "{}",
        "{small: 1.2.0}",
        "{small: 1.2.9}",
        "{small: 1.2.0, other: 0.1.0}",
        "{small: 1.02.0}",
    ],
)
def test_a_record_of_this_set_with_perhaps_other_wording_says_nothing(versions: str) -> None:
    assert notes(versions) == []


@pytest.mark.parametrize(
    ("version", "rule"),
    [
        ("1.1.0", "set/older"),
        ("0.9.9", "set/older"),
        ("1.1.99", "set/older"),
        ("1.3.0", "set/newer"),
        ("2.0.0", "set/newer"),
        ("1.10.0", "set/newer"),
        (f"1.{NINES}.0", "set/newer"),
    ],
)
def test_another_version_is_noted_at_its_place(version: str, rule: str) -> None:
    (note,) = notes(f"{{other: 1.0.0, small: {version}}}")
    assert (note.rule, note.line, note.column, note.question) == (rule, 4, 21, None)
    assert f"small {version}" in note.message
    assert "small 1.2.0" in note.message


def test_an_older_record_says_what_to_write() -> None:
    (note,) = notes("{small: 1.1.0}")
    assert note.message == (
        "The answers were given under small 1.1.0, and small 1.2.0 judges them."
        " No answer here was retired since."
    )
    assert note.remedy == ("Look at the answers again, then write 'small: 1.2.0' under 'set:'.")


def test_an_older_record_names_the_answers_that_something_was_retired_of() -> None:
    farm = idea({"wet": True, "entry": "nowhere"}, orchard(), set={"farm": "0.1.0"})
    (note,) = [note for note in farm.notes if note.rule == OLDER]
    assert note.message == (
        "The answers were given under farm 0.1.0, and farm 0.2.0 judges them."
        " What it asks or offers has changed for: entry, wet."
    )
    assert note.remedy == (
        "Mend these first, look at the others, then write 'farm: 0.2.0' under 'set:'."
    )


def test_a_retired_waiver_is_no_answer_that_was_retired() -> None:
    waivers = {"farm/mold": {"reason": "agreed", "until": "2099-12-31"}}
    farm = idea({"entry": "soon"}, orchard(), set={"farm": "0.1.0"}, waivers=waivers)
    (note,) = [note for note in farm.notes if note.rule == OLDER]
    assert note.message.endswith("judges them. No answer here was retired since.")


def test_a_newer_record_says_how_to_get_the_newer_set() -> None:
    (note,) = notes("{small: 2.0.0}")
    assert note.message == (
        "The answers were given under small 2.0.0, and the older small 1.2.0 judges them."
    )
    assert "pip install --upgrade product-lifeline" in note.remedy


def test_what_is_wrong_with_a_file_of_a_newer_set_may_be_known_there() -> None:
    with pytest.raises(InvalidFile) as error:
        notes("{small: 2.0.0}", "answers: {brand-new: 3}\n")
    told = str(error.value)
    assert "idea.yaml:4:7: set.small: 2.0.0 is newer than the small 1.2.0 that judges here." in told
    assert "'brand-new' is not a question of this set." in told


@pytest.mark.parametrize(
    ("versions", "answers"),
    [
        ("{small: 1.1.0}", "{brand-new: 3}"),
        ("{small: 1.2.9}", "{brand-new: 3}"),
        ("{other: 1.0.0, small: 1.2.0}", "{brand-new: 3}"),
        ("{other: 2.0.0}", "{entry: nobdy}"),
        ("{other: 2.0.0}", "{assets: [own-data, nothing]}"),
        ("{other: 2.0.0}", "soon"),
    ],
)
def test_what_is_wrong_with_any_other_file_is_told_alone(versions: str, answers: str) -> None:
    with pytest.raises(InvalidFile) as error:
        notes(versions, f"answers: {answers}\n")
    assert len(error.value.problems) == 1


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        (
            "{iron: 2.0.0}",
            (
                "names iron, and small judges here. If it was answered for iron, name that set:"
                " --set iron."
            ),
        ),
        (
            "{iron: 2.0.0, tin: 1.0.0}",
            (
                "names iron, tin, and small judges here. If it was answered for one of them, name"
                " that set, such as --set iron."
            ),
        ),
    ],
)
def test_questions_that_only_another_set_may_ask_are_told_with_its_name(
    versions: str, expected: str
) -> None:
    with pytest.raises(InvalidFile) as error:
        notes(versions, "answers: {brand-new: 3, newer.still: 4}\n")
    first, *others = str(error.value).splitlines()
    assert first == f"idea.yaml:4:7: set.iron: {expected}"
    assert len(others) == 2
    assert all("is not a question of this set" in other for other in others)


def test_a_record_of_another_set_alone_is_noted() -> None:
    (note,) = notes("{another: 1.0.0, third: 1.0.0}")
    assert note.rule == "set/other"
    assert note.message == "The answers were given under another, third, and small judges them."
    assert note.remedy == (
        "Look whether they mean the same here, then write 'small: 1.2.0' under 'set:'."
    )


def test_a_set_that_is_misspelt_is_perhaps_this_one() -> None:
    (note,) = notes("{smal: 1.2.0}")
    assert note.remedy.endswith(" If you meant small, write it so.")


def test_versions_compare_as_numbers_however_long() -> None:
    ordered = ["0.0.0", "0.0.9", "0.0.10", "0.2.0", "1.0.0", "10.0.0", f"{'9' * 5000}.0.0"]
    assert sorted({*ordered}, key=parts_of) == ordered
    assert parts_of("01.0.0") == parts_of("1.0.0")
