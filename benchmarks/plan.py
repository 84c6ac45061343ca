"""What a run of the benchmarks is asked to do, and the corpora it does it on."""

from dataclasses import dataclass, field
from pathlib import Path

from bigger import write_bigger
from harness import Bench, make_corpus

QUICK_PAIRS = 3
MANY = 10
"""How many times the files of the usual folder the big folder has."""

TIMES = 10
"""How many times the size of the set the big set has."""


@dataclass(frozen=True)
class Plan:
    """How often and on what is measured; a part makes the corpora it needs, and only these."""

    bench: Bench
    set: Path
    pairs: int
    files: int
    """Ideas in the usual folder."""
    is_quick: bool = False
    made: dict[tuple[Path, int, int], Path] = field(default_factory=dict)

    @property
    def long_pairs(self) -> int:
        """The pairs of runs that take many seconds each."""
        return min(self.pairs, QUICK_PAIRS) if self.is_quick else self.pairs

    def ideas(self, count: int, rubric_set: Path | None = None, times: int = 1) -> Path:
        """Give a folder with so many idea files, so many times as long as usual."""
        key = (rubric_set or self.set, count, times)
        if key not in self.made:
            self.made[key] = make_corpus(self.bench.folder, *key)
        return self.made[key]

    def idea(self, rubric_set: Path | None = None, times: int = 1) -> str:
        """Give one idea file."""
        return str(next(self.ideas(1, rubric_set, times).iterdir()))

    def some(self) -> Path:
        """Give the usual folder."""
        return self.ideas(self.files)

    def many(self) -> Path:
        """Give the big one."""
        return self.ideas(self.files * MANY)

    def big_set(self) -> Path:
        """Write the big set."""
        return write_bigger(self.set, self.bench.folder / f"{self.set.name}-times-{TIMES}", TIMES)
