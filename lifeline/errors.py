"""What a person can mend: problems with a place, and the errors that carry them.

LifelineError
├── InvalidFile    a YAML file with problems, all of them, in file order
├── InvalidFiles   several of them, such as the files of a set
└── UsageError     a command line or a call that asks for something impossible
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model import assessment as told


class Problem:
    """One thing wrong in a file: where (1-based), at which key, and what to do about it.

    ``excerpt`` is, where it helps, part of the line, and the column in that part (1-based).
    """

    __slots__ = ("column", "excerpt", "key", "line", "message")

    def __init__(
        self,
        line: int,
        column: int,
        key: str,
        message: str,
        excerpt: tuple[str, int] | None = None,
    ) -> None:
        self.line = line
        self.column = column
        self.key = key
        self.message = message
        self.excerpt = excerpt

    def __repr__(self) -> str:
        return f"Problem({self.line}, {self.column}, {self.key!r}, {self.message!r})"

    def data(self) -> told.Problem:
        """Give the problem as the plain data that JSON shows."""
        excerpt: told.Excerpt | None = None
        if self.excerpt:
            excerpt = {"text": self.excerpt[0], "column": self.excerpt[1]}
        return {
            "message": self.message,
            "line": self.line,
            "column": self.column,
            "key": self.key,
            "excerpt": excerpt,
        }

    def text(self, path: str) -> str:
        """Give the problem as ``file:line:column: key.path: message``."""
        key = f"{self.key}: " if self.key else ""
        return f"{path}:{self.line}:{self.column}: {key}{self.message}"


class LifelineError(Exception):
    """A fault that its message explains to the person who can mend it."""


class UsageError(LifelineError):
    """The command line or the call asks for something that cannot be done."""


class InvalidFile(LifelineError):
    """A file that cannot be used, with every problem found in it, in file order."""

    def __init__(self, path: str, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = sorted(problems, key=lambda problem: (problem.line, problem.column))
        super().__init__("\n".join(problem.text(path) for problem in self.problems))


class InvalidFiles(LifelineError):
    """Several files that cannot be used."""

    def __init__(self, files: Iterable[InvalidFile]) -> None:
        self.files = list(files)
        super().__init__("\n".join(map(str, self.files)))
