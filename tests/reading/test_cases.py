"""Folders of cases: one that is right, and bad ones with what is said of them.

A new bad example is a folder in ``tests/bad/cases``, with the files of a folder of cases coded for
``tests/sets/dated``, and ``expected.txt``, the messages; ``--update-goldens`` writes that one, to
be read before it is kept.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.compiling.store import load_set
from lifeline.errors import LifelineError
from lifeline.model.idea import GIVEN, OPEN
from lifeline.reading import folder as module
from lifeline.reading.cases import read_cases
from lifeline.reading.limits import MOST_FOUND, MOST_TOLD
from tests.backtesting.dated import CASES, dated
from tests.backtesting.dated import FOLDER as SET

FOLDER = Path(__file__).parent.parent / "bad" / "cases"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

JARGON = re.compile(r"\b(Input|should|pydantic|valid|dict|str|int|float|bool|None|null)\b|[<>]")


def told_of(folder: Path) -> str:
    """Give what is said of a bad folder, without its path."""
    with pytest.raises(LifelineError) as error:
        read_cases(str(folder), dated())
    return f"{error.value}\n".replace(f"{folder}/", "").replace(str(folder), "FOLDER")


def test_there_are_bad_examples() -> None:
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_folder_is_told_everything_that_is_wrong_with_it(
    name: str, request: pytest.FixtureRequest
) -> None:
    told = told_of(FOLDER / name)
    expected = FOLDER / name / "expected.txt"
    if request.config.getoption("--update-goldens"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_messages_are_short_plain_and_said_once(name: str) -> None:
    lines = told_of(FOLDER / name).splitlines()
    assert len(set(lines)) == len(lines)
    for line in lines:
        place, _, message = line.partition(" ")
        assert re.fullmatch(r"[a-z/]+\.yaml:[1-9]\d*:[1-9]\d*:", place)
        assert message.endswith((".", "?"))
        assert len(message) < 300
        assert not JARGON.search(message)


def test_a_case_is_read_as_an_idea_beside_its_outcome() -> None:
    cases = read_cases(str(CASES), dated())
    assert cases.head.title == "Six things that never were"
    assert [case.case.case for case in cases.cases] == [
        "almanac",
        "barometer",
        "compass",
        "dial",
        "easel",
        "fan",
    ]
    dial = cases.cases[3]
    assert (dial.idea.id, dial.idea.title, dial.idea.summary) == ("dial", "Dial", "Shows the hour.")
    assert dial.idea.assessed == date(2020, 6, 1)
    assert (dial.outcome.months, dial.outcome.until) == (9, date(2021, 3, 1))
    found = {dated()["ids"][n]: answer for n, answer in dial.idea.answers.items()}
    assert found["product/entry"].state == OPEN
    assert found["product/copy-time"].value == (0, 1)
    assert found["product/assets"].value == (1, 2)
    assert found["product/launch"].value == (2, 8)
    assert all(found[f"product/{id_}"].state == GIVEN for id_ in ("copy-time", "assets", "used"))


def test_codings_are_read_as_answers_too() -> None:
    codings = read_cases(str(CASES), dated()).codings
    assert list(codings) == ["first", "second"]
    assert codings["first"].coding.about == "Nobody at all."
    assert all(len(coding.answers) == 6 for coding in codings.values())
    launch = dated()["index"]["launch"]
    assert codings["first"].answers["dial"][launch].value == (4, 4)
    assert codings["second"].answers["dial"][launch].value == (2, 8)


@pytest.mark.parametrize(("id_", "rule"), [("entry", "shipped"), ("launch", "window-missed")])
def test_answers_to_a_question_that_is_off_are_passed_over_in_cases_and_codings(
    id_: str, rule: str, tmp_path: Path
) -> None:
    shutil.copytree(SET, tmp_path / "dated")
    head = "set-format: 1\nset: mine\nversion: 1.0.0\ntitle: Mine\n"
    off = f"overrides:\n  product/{id_}: {{off: true}}\n  product/{rule}: {{off: true}}\n"
    (tmp_path / "mine").mkdir()
    extends = "extends: {set: dated, version: 1.0.0}\n"
    (tmp_path / "mine" / "set.yaml").write_text(head + extends + off, encoding="utf-8")
    mine, whole = load_set(str(tmp_path / "mine")), read_cases(str(CASES), dated())
    found = read_cases(str(CASES), mine)

    def known(answers: Iterable[int], ids: list[str]) -> list[str]:
        return [ids[number] for number in answers if ids[number] != f"product/{id_}"]

    ids, every = mine["ids"], dated()["ids"]
    for case, before in zip(found.cases, whole.cases, strict=True):
        assert known(case.idea.answers, ids) == known(before.idea.answers, every)
    for name, coding in found.codings.items():
        for case_id, answers in coding.answers.items():
            assert known(answers, ids) == known(whole.codings[name].answers[case_id], every)


def test_a_folder_may_have_no_codings(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shutil.rmtree(folder / "codings")
    assert read_cases(str(folder), dated()).codings == {}


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ([""], "FOLDER: no such folder."),
        (["cases.yaml"], "FOLDER: holds no cases. Expected a file cases.yaml in it."),
        (["*.yaml"], "FOLDER: holds no cases. Expected a file cases.yaml in it."),
        (["[!c]*.yaml", "co*.yaml"], "holds no cases. Expected a file for each beside cases.yaml."),
        (["outcomes"], "outcomes: no such folder."),
    ],
)
def test_a_folder_that_lacks_something_is_told_in_a_line(
    gone: list[str], expected: str, tmp_path: Path
) -> None:
    folder = copied(tmp_path)
    for pattern in gone:
        for path in [*folder.glob(pattern)] if pattern else [folder]:
            path.unlink() if path.is_file() else shutil.rmtree(path)
    told = told_of(folder)
    assert expected in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("name", ["almanac.yaml", "cases.yaml", "outcomes/fan.yaml"])
def test_a_file_that_cannot_be_read_is_told_in_a_line(name: str, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / name).unlink()
    (folder / name).mkdir()
    assert told_of(folder) == f"{name}: cannot be read: Is a directory.\n"


def test_a_file_in_the_place_of_a_folder_is_told_in_a_line(tmp_path: Path) -> None:
    assert told_of(CASES / "cases.yaml") == "FOLDER: cannot be read: Not a directory.\n"
    folder = copied(tmp_path)
    shutil.rmtree(folder / "codings")
    (folder / "codings").write_text("")
    assert told_of(folder) == "codings: cannot be read: Not a directory.\n"


def test_the_files_of_a_folder_have_a_greatest_size_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    size = sum(len(path.read_bytes()) for path in CASES.rglob("*.yaml"))
    monkeypatch.setattr(module, "FOLDER_BYTES", size)
    assert read_cases(str(CASES), dated())
    monkeypatch.setattr(module, "FOLDER_BYTES", size - 1)
    assert told_of(CASES).startswith("FOLDER: its YAML files have more than ")


def test_of_very_many_mistakes_in_a_case_the_first_are_told_and_the_others_counted(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path)
    with (folder / "dial.yaml").open("a") as file:
        file.writelines(f"  no-such-{number}: unknown\n" for number in range(MOST_FOUND + 10))
    *told, last = told_of(folder).splitlines()
    assert len(told) == MOST_TOLD
    assert f"at least {MOST_FOUND - MOST_TOLD} more problems from here on." in last


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("2020-03", "5:1: last-observed: 2020-03 is before the vantage of the case, 2020-04."),
        ("2020-04", "3:1: months: 7 is not the time from 2020-04 to 2020-04. Expected 0."),
        ("2021-01", "3:1: months: 7 is not the time from 2020-04 to 2021-01. Expected 9."),
    ],
)
def test_months_count_from_the_vantage_to_when_it_was_last_seen(
    until: str, told: str, tmp_path: Path
) -> None:
    folder = copied(tmp_path)
    outcome = folder / "outcomes" / "fan.yaml"
    outcome.write_text(outcome.read_text().replace("2020-11", until))
    assert told_of(folder) == f"outcomes/fan.yaml:{told}\n"


def test_cases_that_were_coded_for_another_set_are_told_in_a_line(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for path in folder.glob("*[!s].yaml"):
        text = path.read_text()
        path.write_text(f"{text[: text.index('answers:')]}answers: {{colour: unknown}}\n")
    (folder / "compass.yaml").unlink()
    assert told_of(folder) == (
        "FOLDER: no case answers a question of dated. Expected cases that were coded for it.\n"
    )


def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    shutil.copytree(CASES, folder)
    return folder


WORDS = st.sampled_from(["announced", "f1", "did", "facts", "answer", "one-of", "", "'", "2020-03"])
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(WORDS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        )
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("spoilt"))


FILES = ["cases.yaml", "fan.yaml", "outcomes/fan.yaml", "codings/first.yaml"]


@given(name=st.sampled_from(FILES), place=st.integers(0, 100), value=VALUES)
def test_whatever_stands_behind_a_key_is_read_or_told(
    name: str, place: int, value: str, spoilt: Path
) -> None:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    place %= len(lines)
    lines[place] = f"{lines[place].split(':')[0]}: {value}"
    (spoilt / name).write_text("\n".join(lines), encoding="utf-8")
    try:
        read_cases(str(spoilt), dated())
    except LifelineError as error:
        assert str(error)
    finally:
        shutil.copy(CASES / name, spoilt / name)
