"""Whether what is told of a file lies within it."""

from __future__ import annotations

import re

from lifeline.errors import Problem
from lifeline.reading.limits import LONGEST_MESSAGE, MOST_TOLD

BREAKS = "\r\n|[\r\n\x85\u2028\u2029]"
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb": "utf-8-sig"}


def check_told(data: bytes, problems: list[Problem]) -> None:
    """Check that problems are told in one sentence or more, in order, within the file."""
    lines = re.split(BREAKS, data.decode(MARKS.get(data[:2], "utf-8"), "replace"))
    assert 1 <= len(problems) <= MOST_TOLD + 1
    places = [(problem.line, problem.column) for problem in problems]
    assert places == sorted(places)
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert re.search(r"[.?…]\Z", problem.message)
        assert len(problem.message.splitlines()) == 1
        assert len(problem.key.splitlines()) <= 1
        assert max(len(problem.message), len(problem.key)) <= LONGEST_MESSAGE + 1
        if problem.excerpt:
            text, column = problem.excerpt
            assert text in lines[problem.line - 1]
            assert 1 <= column <= len(text) + 1
