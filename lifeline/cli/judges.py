"""By what each idea is judged on two sides: its configuration, and a set and a record for each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.cli.bench import Seating
from lifeline.cli.gates import gate_for
from lifeline.cli.sets import folder_of
from lifeline.cli.talk import say
from lifeline.cli.views import Views
from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.errors import LifelineError
from lifeline.reading.shelves import SET_FILE, shipped_sets
from lifeline.scoring.assess import Assessor

if TYPE_CHECKING:
    from argparse import Namespace

    from lifeline.cli.configuration.view import View
    from lifeline.cli.sides import Side
    from lifeline.cli.versions import Versions
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.git.repository import Repository


class Judges:
    """Chooses what judges each idea, by the key that pairs it, on the old and on the new side.

    What is asked of an idea is as today's configuration has it that is nearest to its file on the
    new side, or to where the file was, if it is gone; and it is the same on both sides. So whatever
    moves does so for another reason.
    """

    def __init__(
        self, args: Namespace, sides: tuple[Side, Side], repository: Repository | None = None
    ) -> None:
        """Take what the arguments ask for, and the repository where versions are compared.

        Raises:
            LifelineError: when a configuration, a set or a record cannot be read, or the ideas are
                to be judged by different sets.
        """
        self.args = args
        self.repository = repository
        old, new = sides
        self.places = {**old.places(), **new.places()}
        self.views = Views(args, self.places.values())
        self.set = self._set_at(new)
        self.old_set = self._named(args.old_set) if args.old_set else self._set_at(old)
        self.old_market = load_market(args.old_market) if args.old_market else None
        self.seating = Seating(args, self.set)
        self.news: dict[View, Assessor] = {}
        self.olds: dict[Assessor, Assessor] = {}

    def new(self, key: str) -> Assessor:
        """Give what judges an idea on the new side."""
        view = self.views.by_path[self.places[key]]
        if view not in self.news:
            new = self.news[view] = self.seating.judge(view).asking()
            self.olds[new] = self._old(view, new)
        return self.news[view]

    def old(self, key: str) -> Assessor:
        """Give what judges an idea on the old side."""
        return self.before(self.new(key))

    def before(self, new: Assessor) -> Assessor:
        """Give what judges on the old side what something judges on the new one."""
        return self.olds[new]

    def _old(self, view: View, new: Assessor) -> Assessor:
        """Give what judges the old side; the same as the new one, where nothing is different."""
        is_same = self.old_set["hashes"]["content"] == self.set["hashes"]["content"]
        if is_same and self.old_market is None:
            return new
        gate = gate_for(self.old_set, view, is_beside=True)
        return Assessor(self.old_set, self.old_market or new.market, gate, strict=new.strict)

    def _set_at(self, side: Side) -> CompiledSet:
        """Give the set as a version has it, if it is one of the repository's own."""
        inner = self._inner_set() if side.commit else None
        if inner is None:
            return self.views.set()
        from lifeline.cli.versions import Versions  # git takes its time to import

        versions = Versions(self.views.folder)  # it may be in a submodule
        commit = self._own_version(versions, side)
        blobs = versions.repository.files(commit, versions.inner) if commit else []
        if not any(blob.path[-1] == SET_FILE for blob in blobs):
            say(f"lifeline: {side.name} has no set {inner}: the one of today judges instead.")
            return self.views.set()
        return self._checked_out(f"{commit}:{versions.inner}", versions.repository.root)

    def _own_version(self, versions: Versions, side: Side) -> str | None:
        """Give the version of the set's repository that a side means; None where none is here."""
        assert self.repository is not None, "a set is in it"
        assert side.commit is not None, "a version is asked for"
        if versions.roots[0] != os.path.realpath(self.repository.root):
            return None  # it is in a repository that is none of its submodules
        try:
            return versions.own(side.commit.name, side.name)
        except LifelineError:
            return None

    def _inner_set(self) -> str | None:
        """Give where in the repository the set is that somebody named; None where it is not."""
        named, shelf = (self.views.leading.value(key) for key in ("set", "rubrics"))
        if self.repository is None or not (named or shelf):
            return None
        own, shipped = map(os.path.realpath, (self.views.folder, shipped_sets()))
        if os.path.dirname(own) == shipped and os.path.basename(own) == named:
            return None  # it is meant by its name: the one that is installed
        inner = self.repository.inner(self.views.folder)
        return None if inner.startswith("../") or os.path.isabs(inner) else inner

    def _named(self, name: str) -> CompiledSet:
        from lifeline.authoring.difference.revision import is_revision

        if is_revision(name):
            return self._checked_out(name, "")
        shelf = self.views.leading.value("rubrics")
        return load_set(folder_of(name, [shelf] if shelf else []), self.views.lang)

    def _checked_out(self, name: str, place: str) -> CompiledSet:
        from lifeline.authoring.difference.revision import checked_out

        with checked_out(name, place) as folder:
            return load_set(folder, self.views.lang)
