"""What happens at the limits of reading. That hostile files keep to them is in tests/hostile."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from lifeline.errors import InvalidFile
from lifeline.reading import files, limits
from lifeline.reading.limits import FILE_BYTES, MOST_FOUND, MOST_TOLD
from tests.reading.small import HEAD, problems, read


def with_mistakes(count: int) -> str:
    return f"{HEAD}answers:\n" + "".join(f"  no-such-{n}: 1\n" for n in range(count))


def test_so_many_problems_are_told_one_by_one() -> None:
    told = problems(with_mistakes(MOST_TOLD))
    assert len(told) == MOST_TOLD
    assert all("no-such" in line for line in told)


@pytest.mark.parametrize(
    ("more", "message"), [(1, "1 more problem from"), (2, "2 more problems from")]
)
def test_of_more_problems_the_first_are_told_and_the_others_counted(
    more: int, message: str
) -> None:
    told = problems(with_mistakes(MOST_TOLD + more))
    assert told[:MOST_TOLD] == problems(with_mistakes(MOST_TOLD))
    assert told[MOST_TOLD:] == [f"{MOST_TOLD + 5}:3: {message} here on. Mend those above first."]


def test_of_very_many_problems_no_more_is_read() -> None:
    (*_, last) = problems(with_mistakes(5 * MOST_FOUND))
    assert f"at least {MOST_FOUND - MOST_TOLD} more problems" in last


def test_a_name_is_short_and_a_note_is_not_endless() -> None:
    assert read(f"lifeline: 1\nidea: {'x' * limits.LONGEST_LINE}\n")
    assert problems(f"lifeline: 1\nidea: {'x' * limits.LONGEST_LINE}x\n") == [
        f"2:7: idea: is longer than {limits.LONGEST_LINE} characters. Expected a short line."
    ]
    assert read(f"{HEAD}summary: {'x' * limits.LONGEST_TEXT}\n")
    assert problems(f"{HEAD}summary: {'x' * limits.LONGEST_TEXT}x\n") == [
        f"4:10: summary: is longer than {limits.LONGEST_TEXT:,} characters, too long to be read."
    ]


def test_a_number_of_a_version_has_few_digits() -> None:
    digits = "9" * limits.MOST_DIGITS
    assert read(f"{HEAD}set: {{small: {digits}.0.{digits}}}\n")
    assert problems(f"{HEAD}set: {{small: {digits}9.0.0}}\n")


def test_messages_and_keys_are_cut() -> None:
    with pytest.raises(InvalidFile) as caught:
        read(f"{HEAD}{'[' * 90}*{'x' * 90}{']' * 90}: 1\n")
    assert all(len(problem.key) <= limits.LONGEST_MESSAGE + 1 for problem in caught.value.problems)


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    for size, read_bytes in ((FILE_BYTES, FILE_BYTES), (3 * FILE_BYTES, FILE_BYTES + 1)):
        file.write_bytes(b"x" * size)
        for read_file in (files.read_named, files.read_found, files.read_part):
            data = read_file(str(file))
            assert data is not None
            assert len(data) == read_bytes


def test_a_file_that_says_it_is_empty_is_read_to_its_end() -> None:
    if not os.path.exists("/proc/self/status"):
        pytest.skip("no such files here")
    assert files.read_named("/proc/self/status").startswith(b"Name:")


def test_every_limit_says_why() -> None:
    """It is a line of text below each name."""
    body = ast.parse(Path(limits.__file__).read_text(encoding="utf-8")).body
    limited = [place for place, line in enumerate(body) if isinstance(line, ast.Assign)]
    assert limited
    assert all(isinstance(body[place + 1], ast.Expr) for place in limited)
