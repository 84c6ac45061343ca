"""What is said of a file that cannot be judged."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.errors import InvalidFile
from lifeline.reading.idea import read_idea
from lifeline.scoring.assembling import invalid
from lifeline.scoring.assess import assess
from tests.authored import ASSESSED
from tests.reading.small import small


def test_of_a_file_that_cannot_be_judged_only_its_faults_are_told() -> None:
    with pytest.raises(InvalidFile) as raised:
        read_idea(b"lifeline: 1\nidea: Ours\nfarewell: 2\n", "ideas/our-own.yaml", small())
    found: Any = invalid(raised.value, ASSESSED)
    (fault,) = found.pop("errors")
    assert (fault["line"], fault["column"], fault["key"]) == (3, 1, "farewell")
    assert found == {
        "path": "ideas/our-own.yaml",
        "id": "our-own",
        "idea": "",
        "assessed": None,
        "as_of": "2023-06-30",
        "verdict": "invalid",
        "gates": [],
        "lifeline": None,
        "caps": [],
        "scores": {},
        "findings": [],
        "answers": {},
        "open": [],
        "deciding": None,
        "completeness": {"settled": 0, "asked": 0},
        "rubrics": {},
        "parameters": [],
    }


def test_it_has_the_same_keys_in_the_same_order_as_one_that_is_judged() -> None:
    with pytest.raises(InvalidFile) as raised:
        read_idea(b"lifeline: 2", "idea.yaml", small())
    judged = assess(read_idea(b"lifeline: 1\nidea: x\n", "x", small()), small(), as_of=ASSESSED)
    assert list(invalid(raised.value, ASSESSED)) == list(judged)
