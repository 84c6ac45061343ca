"""All hostile files, whether kept or generated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.generated import READ, REFUSED

HERE = Path(__file__).parent


def corpus(name: str, generated: dict[str, bytes]) -> dict[str, bytes]:
    """Give the files of a folder beside this module, and what is generated."""
    kept = {path.name: path.read_bytes() for path in sorted((HERE / name).iterdir())}
    assert kept.keys().isdisjoint(generated)
    return kept | generated


ALL_REFUSED, ALL_READ = corpus("refused", REFUSED), corpus("read", READ)


def params(files: dict[str, bytes]) -> list[object]:
    """Give the files as parameters of a test, by name: their bytes would be no name."""
    return [pytest.param(data, id=name) for name, data in files.items()]
