"""Where entries stand that a set takes over of another one."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.reading.standing import Standing


@pytest.mark.parametrize(
    ("name", "kind", "places"),
    [
        ("garden.yaml", "rules", [1, 3]),  # two of them are off
        ("garden.yaml", "questions", [0, 1]),
        ("orchard.yaml", "rules", [0, 1]),
    ],
)
def test_what_is_left_of_a_list_stands_where_it_stood(
    name: str, kind: str, places: list[int]
) -> None:
    class Named:
        def __init__(self, name: str) -> None:
            self.name = name

    source: Any = Named(name)
    standing = Standing({("garden.yaml", "rules"): [1, 3]})
    assert [standing.place(source, kind, number) for number in range(2)] == places
