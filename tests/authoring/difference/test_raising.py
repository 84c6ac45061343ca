"""By how much a version has to be raised."""

from __future__ import annotations

import pytest

from lifeline.authoring.difference.raising import raising


@pytest.mark.parametrize(
    ("old", "worst", "least"),
    [
        ("1.2.3", "breaking", "2.0.0"),
        ("1.2.3", "compatible", "1.3.0"),
        ("1.2.3", "none", "1.2.4"),
        ("1.2.3", "", "1.2.3"),
        ("0.2.3", "breaking", "0.3.0"),
        ("0.2.3", "compatible", "0.2.4"),
        ("0.2.3", "none", "0.2.4"),
        ("1.9.99", "none", "1.9.100"),
        ("1.199.0", "compatible", "1.200.0"),
        (f"{'9' * 9000}.0.0", "breaking", f"1{'0' * 9000}.0.0"),
    ],
)
def test_the_least_version_that_is_enough(old: str, worst: str, least: str) -> None:
    found = raising(old, old, worst)
    assert found["least"] == least
    assert found["enough"] is (worst == "")
    assert raising(old, least, worst)["enough"]


@pytest.mark.parametrize("new", ["2.0.0", "2.0.1", "2.1.0", "10.0.0"])
def test_more_than_needed_is_fine(new: str) -> None:
    assert raising("1.2.3", new, "compatible")["enough"]


@pytest.mark.parametrize("new", ["1.2.2", "0.9.9", "1.1.100"])
def test_a_version_never_becomes_lower(new: str) -> None:
    assert not raising("1.2.3", new, "")["enough"]
