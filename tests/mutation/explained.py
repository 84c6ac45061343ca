"""The survivors that no test can notice, or should, each with a reason: ``explained/*.toml``.

A file holds, for each reason, changes as ``[where, was, becomes]``. ``…`` stands for any text. No
number of a line is named, so that code may move; code that changes has to be explained anew.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from tests.mutation.mutants import Mutant

FOLDER = Path(__file__).parent / "explained"


class Explanation(NamedTuple):
    """A change, or with ``…`` a family of changes, and why it may survive."""

    where: str
    was: str
    becomes: str
    reason: str

    def holds_for(self, mutant: Mutant) -> bool:
        return all(
            fits(wanted, text)
            for wanted, text in zip(
                self[:3], (mutant.where, mutant.was, mutant.becomes), strict=True
            )
        )

    def __str__(self) -> str:
        return f"{self.where}\n  was      {self.was}\n  becomes  {self.becomes}"


def fits(wanted: str, text: str) -> bool:
    """Say whether a text is the wanted one, in which ``…`` stands for any."""
    return re.fullmatch(".*".join(map(re.escape, wanted.split("…"))), text, re.DOTALL) is not None


def read_explanations(package: str, folder: Path = FOLDER) -> list[Explanation]:
    """Read what is explained of a package, also in files of a part of it; without one, nothing.

    ``reading.toml`` is of a package, ``reading.saving.toml`` of a part.
    """
    files = [*folder.glob(f"{package}.toml"), *sorted(folder.glob(f"{package}.*.toml"))]
    return [
        Explanation(where, was, becomes, group["reason"])
        for file in files
        for group in tomllib.loads(file.read_text(encoding="utf-8"))["survivors"]
        for where, was, becomes in group["changes"]
    ]
