"""The ledger that somebody names: where it is, what it holds, and what is appended to it."""

from __future__ import annotations

import os
from datetime import date
from shlex import quote

from lifeline.cli.configuration.kinds import from_here
from lifeline.cli.configuration.settings import NO_DAY
from lifeline.cli.configuration.settling import settings_of, view_of
from lifeline.cli.ledger import FILE
from lifeline.cli.results import print_result
from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.reading.finding.discovery import is_marked
from lifeline.reading.ledger.appending import append, read_bytes
from lifeline.reading.ledger.lines import line_of, read_ledger
from lifeline.report.problems import problem_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable
    from typing import Any

    from lifeline.model.ledger import Entry
    from lifeline.reading.ledger.lines import Held
    from lifeline.report.ledger.page import Page

    Data = dict[str, Any]

FORMAT = 1
"""Raised when a key of the JSON output changes its meaning or goes; keys may be added."""


class Book:
    """One ledger, and the day from which it is looked at.

    ``argument`` names it in commands that are proposed, where it is not the usual one.
    """

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.file: str = settings_of(args).of_run().value("ledger") or _beside_configuration(args)
        self.argument = f" --file {quote(self.file)}" if args.ledger else ""
        self.today: date = view_of(args).value(NO_DAY) or date.today()

    def read(self) -> Held:
        """Give what it holds, and say which lines count for nothing.

        Raises:
            UsageError: when there is no ledger, or it cannot be read at all.
        """
        self.require()
        return self._told(self._read(read_bytes(self.file)))

    def require(self) -> None:
        """Ask that there is a ledger.

        Raises:
            UsageError: when there is none.
        """
        if not os.path.exists(self.file):
            raise UsageError(
                f"lifeline: {self.file}: there is no ledger. Begin one with a forecast:"
                f" lifeline ledger add IDEA{self.argument}"
            )

    def append(self, entries_for: Callable[[Held], Iterable[Entry]]) -> Held:
        """Append what is made from what it holds, and give what it held.

        Nobody else appends meanwhile. Lines that cannot be read are told, and stop nothing.

        Raises:
            LifelineError: when it cannot be written, or what makes the entries says so.
        """
        seen: list[Held] = []

        def lines_for(data: bytes) -> bytes:
            seen.append(self._read(data))
            return b"".join(map(line_of, entries_for(seen[0])))

        try:
            append(self.file, lines_for)
        finally:
            for held in seen:
                self._told(held)
        return seen[0]

    def _read(self, data: bytes) -> Held:
        if is_marked(data):
            raise UsageError(
                f"lifeline: {self.file}: is an idea file, no ledger. Nothing was written to it."
                f" Name another one: --file {FILE}"
            )
        return read_ledger(data)

    def head(self, held: Held) -> Data:
        """Give what all that is printed as JSON begins with."""
        return {
            "format": FORMAT,
            "file": self.file,
            "as_of": self.today.isoformat(),
            "problems": [problem.data() for problem in held.problems],
            "unread": held.unread,
        }

    def show(self, found: Data, page: type[Page]) -> None:
        """Print what a verb found, as the arguments ask for.

        Raises:
            UsageError: when the file to print to cannot be written.
        """
        print_result(
            self.args, found, lambda terminal: page(found, terminal, self.argument).lines()
        )

    def _told(self, held: Held) -> Held:
        if held.problems:
            say(*problem_lines(self.file, [problem.data() for problem in held.problems]))
        return held


def _beside_configuration(args: argparse.Namespace) -> str:
    """Give where the ledger is that nobody names."""
    configuration = settings_of(args).of_run().configuration
    return from_here(configuration.folder, FILE) if configuration else FILE
