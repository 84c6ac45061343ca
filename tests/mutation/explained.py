"""The survivors that no test can notice, or should, each with a reason: ``explained/*.toml``.

A file holds, for each reason, changes as ``[where, was, becomes]``. ``…`` stands for any text, and
for the same where both sides begin with it, or end with it. No number of a line is named, so that
code may move; code that changes has to be explained anew.
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
        """Say whether it is this change; what both sides begin or end with ``…`` for stayed."""
        sides = [self.was, self.becomes]
        head = all(side.startswith("…") for side in sides)
        tail = all(side.endswith("…") for side in sides) and min(map(_gaps, sides)) > head
        before = _pattern(self.was, "(?P<head>.*)" * head, "(?P<tail>.*)" * tail)
        after = _pattern(self.becomes, "(?P=head)" * head, "(?P=tail)" * tail)
        both = re.fullmatch(f"{before}\0{after}", f"{mutant.was}\0{mutant.becomes}", re.DOTALL)
        return both is not None and fits(self.where, mutant.where)

    def __str__(self) -> str:
        return f"{self.where}\n  was      {self.was}\n  becomes  {self.becomes}"


def fits(wanted: str, text: str) -> bool:
    """Say whether a text is the wanted one, in which ``…`` stands for any."""
    return re.fullmatch(_pattern(wanted), text, re.DOTALL) is not None


def _pattern(wanted: str, head: str = "", tail: str = "") -> str:
    """Write a wanted text as a pattern, with its own for the first and the last ``…``."""
    first, *others = map(re.escape, wanted.split("…"))
    gaps = [".*"] * len(others)
    gaps[:1] = [head or each for each in gaps[:1]]
    gaps[-1:] = [tail or each for each in gaps[-1:]]
    return first + "".join(gap + part for gap, part in zip(gaps, others, strict=True))


def _gaps(wanted: str) -> int:
    return wanted.count("…")


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
