"""Has pytest run the quickest tests first: a mutant dies by the first that notices it."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_cost)


def _cost(item: pytest.Item) -> tuple[bool, bool]:
    """Tell properties, tried on many examples, and what needs the shipped set compiled."""
    function = getattr(item, "function", None)
    is_property = getattr(function, "is_hypothesis_test", False)
    return is_property, "ngc" in getattr(item, "fixturenames", ())
