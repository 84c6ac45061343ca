"""By which set and which record of the market each of two sides is judged."""

from __future__ import annotations

import os
from argparse import Namespace
from typing import TYPE_CHECKING

from lifeline.cli.gates import chosen_gate
from lifeline.cli.sets import chosen_folder, chosen_market
from lifeline.cli.talk import say
from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.reading.shelves import SET_FILE, shipped_sets
from lifeline.scoring.assess import Assessor

if TYPE_CHECKING:
    from lifeline.cli.sides import Side
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.git.repository import Repository


class Judges:
    """Chooses the sets and the records by which the two sides are judged."""

    def __init__(self, args: Namespace, repository: Repository | None = None) -> None:
        """Take what the arguments ask for, and the repository where versions are compared."""
        self.args = args
        self.repository = repository
        self.folder = chosen_folder(args)
        self.market = chosen_market(args)

    def of(self, side: Side) -> Assessor:
        """Give what judges the new side, or an old one for which nothing else is asked."""
        compiled = self._set_at(side)
        return Assessor(compiled, self.market, chosen_gate(self.args, compiled))

    def of_old(self, side: Side, new: Assessor) -> Assessor:
        """Give what judges the old side; the same as the new one, where nothing is different."""
        args = self.args
        compiled = self._named(args.old_set) if args.old_set else self._set_at(side)
        market = load_market(args.old_market) if args.old_market else self.market
        is_same = compiled["hashes"]["content"] == new.compiled["hashes"]["content"]
        if is_same and market is new.market:
            return new
        return Assessor(compiled, market, chosen_gate(args, compiled, is_beside=True))

    def _set_at(self, side: Side) -> CompiledSet:
        """Give the set as a version has it, if it is one of the repository's own."""
        inner = self._inner_set() if side.commit else None
        if inner is None or side.commit is None or self.repository is None:
            return load_set(self.folder, self.args.lang)
        blobs = self.repository.files(side.commit.name, inner)
        if not any(blob.path[-1] == SET_FILE for blob in blobs):
            say(f"lifeline: {side.name} has no set {inner}: the one of today judges instead.")
            return load_set(self.folder, self.args.lang)
        return self._checked_out(f"{side.commit.name}:{inner}", self.repository.root)

    def _inner_set(self) -> str | None:
        """Give where in the repository the set is that somebody named; None where it is not."""
        if self.repository is None or not (self.args.set or self.args.rubrics):
            return None
        own, shipped = map(os.path.realpath, (self.folder, shipped_sets()))
        if os.path.dirname(own) == shipped and os.path.basename(own) == self.args.set:
            return None  # it is meant by its name: the one that is installed
        inner = self.repository.inner(self.folder)
        return None if inner.startswith("../") or os.path.isabs(inner) else inner

    def _named(self, name: str) -> CompiledSet:
        from lifeline.authoring.difference.revision import is_revision

        if is_revision(name):
            return self._checked_out(name, "")
        other = Namespace(**{**vars(self.args), "set": name})
        return load_set(chosen_folder(other), self.args.lang)

    def _checked_out(self, name: str, place: str) -> CompiledSet:
        from lifeline.authoring.difference.revision import checked_out

        with checked_out(name, place) as folder:
            return load_set(folder, self.args.lang)
