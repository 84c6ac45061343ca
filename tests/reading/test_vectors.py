"""Files of test vectors: what is read, and bad ones with what is said of them.

A new bad example is a file ``NAME.yaml`` in ``tests/bad/vectors``, for the small set of
``tests/sets/small``, and ``NAME.txt`` beside it with the messages; ``--update-goldens`` writes that
one, to be read before it is kept.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lifeline.errors import LifelineError
from lifeline.model.vectors import DEFAULT_DAY
from lifeline.reading.limits import MOST_FOUND, MOST_TOLD
from lifeline.reading.vectors import Vector, read_vectors
from tests.reading.small import small

FOLDER = Path(__file__).parent.parent / "bad" / "vectors"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
FIRST = "- {name: a network, answers: {assets: [network]}, expect: {months: 12}}"
JARGON = re.compile(r"\b(Input|should|pydantic|dict|str|int|float|bool|None|null)\b")


def read(folder: Path, **files: str | bytes) -> list[Vector]:
    """Write files of vectors and read them."""
    tests = folder / "tests"
    tests.mkdir()
    for stem, text in files.items():
        data = text if isinstance(text, bytes) else f"vectors-format: 1\nvectors:\n{text}".encode()
        (tests / f"{stem}.yaml").write_bytes(data)
    return read_vectors(str(folder), small())


def told_of(name: str, folder: Path) -> str:
    with pytest.raises(LifelineError) as error:
        read(folder, vectors=(FOLDER / f"{name}.yaml").read_bytes())
    return f"{error.value}\n".replace(f"{folder}/tests/vectors.yaml:", "")


def test_there_are_bad_examples() -> None:
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_is_told_everything_that_is_wrong_with_it(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    told = told_of(name, tmp_path)
    expected = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-goldens"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_messages_are_short_plain_and_said_once(name: str, tmp_path: Path) -> None:
    lines = told_of(name, tmp_path).splitlines()
    assert len(set(lines)) == len(lines)
    for line in lines:
        place, _, message = line.partition(" ")
        assert re.fullmatch(r"[1-9]\d*:[1-9]\d*:", place)
        assert message.endswith((".", "?"))
        assert len(message) < 300
        assert not JARGON.search(message)


def test_without_vectors_nothing_is_tested(tmp_path: Path) -> None:
    with pytest.raises(LifelineError) as error:
        read_vectors(str(tmp_path), small())
    assert str(error.value) == (
        f"{tmp_path}/tests: holds no test vectors, so nothing was tested. Expected files such as"
        " tests/first.yaml beside set.yaml."
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "notes.txt").write_text("Nothing yet.")
    with pytest.raises(LifelineError, match="holds no test vectors, so nothing was tested"):
        read_vectors(str(tmp_path), small())


def test_a_name_is_used_once_in_all_files(tmp_path: Path) -> None:
    with pytest.raises(LifelineError) as error:
        read(tmp_path, a=FIRST, b=FIRST)
    assert str(error.value) == (
        f"{tmp_path}/tests/b.yaml:3:4: vectors[0].name: 'a network' is already tested in"
        " tests/a.yaml."
    )


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {stem: FIRST.replace("a network", stem) for stem in ("c", "a", "b")}
    assert [vector.name for vector in read(tmp_path, **files)] == ["a", "b", "c"]


def test_of_very_many_mistakes_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    answers = ", ".join(f"no-such-{number}: 1" for number in range(MOST_FOUND + 10))
    text = FIRST.replace("assets: [network]", answers)
    with pytest.raises(LifelineError) as error:
        read(tmp_path, a=f"{text}\n{FIRST}")
    *_, last = str(error.value).splitlines()
    assert f"at least {MOST_FOUND - MOST_TOLD} more problems from here on." in last


def test_an_idea_of_a_vector_is_called_as_the_vector_is(tmp_path: Path) -> None:
    (vector,) = read(tmp_path, a=FIRST)
    assert (vector.name, vector.idea.id, vector.idea.title) == ("a network",) * 3


def test_a_vector_without_a_day_has_always_the_same(tmp_path: Path) -> None:
    (vector,) = read(tmp_path, a=FIRST)
    assert vector.idea.assessed == vector.as_of == DEFAULT_DAY
    assert not vector.strict


def test_one_looks_on_the_day_of_the_answers_unless_another_is_named(tmp_path: Path) -> None:
    day = FIRST.replace("answers", "assessed: 2025-02-03, answers")
    both = day.replace("a network", "later").replace("answers", "as-of: 2025-06-07, answers")
    first, second = read(tmp_path, a=f"{day}\n{both}")
    assert (first.idea.assessed, first.as_of) == (date(2025, 2, 3), date(2025, 2, 3))
    assert (second.idea.assessed, second.as_of) == (date(2025, 2, 3), date(2025, 6, 7))


def test_a_near_miss_is_a_vector_with_some_answers_changed(tmp_path: Path) -> None:
    near = "near: [{change: {entry: announced, runway: {between: [3, 9]}}, expect: {ends: none}}]"
    text = f"{FIRST[:-1]}, strict: true, assessed: 2025-02-03, {near}}}"
    parent, vector = read(tmp_path, a=text)
    assert vector.name == "a network, with entry: announced, runway: {between: [3, 9]}"
    assert vector.expected == {"ends": None}
    assert (vector.strict, vector.idea.assessed) == (True, date(2025, 2, 3))
    assert list(vector.idea.answers) == [1, 0, 4]
    assert list(parent.idea.answers) == [1]
    line, column = vector.place()
    assert text.splitlines()[line - 3][column - 1 :].startswith("{change")


def test_only_what_is_written_is_compared_with_full_ids(tmp_path: Path) -> None:
    expect = (
        "{caps: {certain: [nothing-protects]}, open: [runway, entry], deciding: none, months: 3,"
        " scores: {product: 12.5}, cause: price}"
    )
    (vector,) = read(tmp_path, a=FIRST.replace("{months: 12}", expect))
    assert vector.expected == {
        "caps.certain": ["product/nothing-protects"],
        "open": ["product/runway", "product/entry"],
        "deciding": None,
        "months": [3, 3],
        "scores.product": [12.5, 12.5],
        "cause": "price",
    }
