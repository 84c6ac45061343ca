"""One step of changes to an idea file: what it is to say, and the bytes that say it."""

from __future__ import annotations

from lifeline.model.idea import Answer, Idea
from lifeline.reading.idea import read_idea
from lifeline.reading.limits import FILE_BYTES
from lifeline.reading.nodes import Problems, compose
from lifeline.reading.saving.entries import ALIKE, KEYS, is_same, placed, said, without
from lifeline.reading.saving.layout import says_nothing
from lifeline.reading.saving.splicing import spliced
from lifeline.reading.saving.writing import Rows, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Value
    from lifeline.reading.saving.entries import Entries
    from lifeline.reading.saving.writing import Tree

    Meaning = tuple[str, Value, str]
    """State, value and reason of an answer."""


class SavingFault(Exception):
    """A change that would not be read as it was meant. Nothing is given that could be written."""


class Step:
    """What a file is to say, as plain data; ``result`` gives the bytes that say it."""

    def __init__(self, data: bytes, path: str, compiled: CompiledSet) -> None:
        """Begin with what a file holds. One that holds no more than comments is new.

        Raises:
            InvalidFile: when it cannot be read.
        """
        self.data, self.path, self.compiled = data, path, compiled
        self.is_new = says_nothing(data)
        self.idea = Idea() if self.is_new else read_idea(data, path, compiled)
        root = None if self.is_new else compose(data, Problems())
        said_ = said(root) if root else {}
        assert isinstance(said_, dict), "a file holds keys"
        self.old: Entries = said_
        self.new: Entries = said_ or {"lifeline": Word("1")}
        self.meant: dict[int, Meaning] = {}

    def result(self) -> bytes:
        """Give the new bytes of the file.

        Raises:
            InvalidFile: when something was set that an idea file cannot hold, or is missing.
            SavingFault: when the file would not say what was meant; a mistake of this program.
        """
        if self.new == self.old:  # in whatever order
            return self.data
        data = spliced(self.data, self.new, ALIKE)
        self._check(data)
        return data

    def inside(self, key: str) -> Entries:
        """Give the entries below a key of the file."""
        inside = self.new.get(key)
        if isinstance(inside, dict) and inside:
            return inside
        return {} if key == "set" else Rows()

    def put(self, key: str, value: Tree) -> None:
        """Set a key of the file. With nothing in it, it goes, or is left as empty as it was."""
        if value == "" or (not value and key not in self.old):
            self.new = without(self.new, key)
        elif value or self.old[key]:
            self.new = placed(self.new, key, value, KEYS)
        else:
            self.new = placed(self.new, key, self.old[key], KEYS)

    def meaning(self, number: int) -> Meaning:
        """Give what the file is to say of a question."""
        return self.meant.get(number) or _meaning(self.idea, number)

    def _check(self, data: bytes) -> None:
        root = compose(data, Problems())
        if len(data) <= FILE_BYTES and not (root and is_same(said(root), self.new)):
            raise SavingFault(f"{self.path}: what would be written does not say what is wanted.")
        idea = read_idea(data, self.path, self.compiled)
        for number, meant in self.meant.items():
            if _meaning(idea, number) != meant:
                id_ = self.compiled["deciding"]["questions"][number]["id"]
                raise SavingFault(f"{self.path}: the answer to {id_} would be read otherwise.")


def _meaning(idea: Idea, number: int) -> Meaning:
    answer = idea.answers.get(number) or Answer(1, 1)
    return answer.state, answer.value, answer.reason
