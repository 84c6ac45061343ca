"""Writes idea files of realistic size, from a seed, for whatever questions a rubric set has."""

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from asked import Rubrics, read_set
from harness import set_folder
from writer import Idea, Writer, stem

SEED = 2023


def main() -> None:
    """Write the files, and print what they are like and their digest."""
    options = arguments().parse_args()
    rubrics = read_set(options.set)
    options.out.mkdir(parents=True, exist_ok=True)
    ideas = generate(rubrics, options.count, options.seed, options.times)
    print(summary(list(write(options.out, ideas))))


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=set_folder, required=True, help="a folder with set.yaml")
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--times", type=int, default=1, help="so many times as long as usual")
    return parser


def generate(rubrics: Rubrics, count: int, seed: int, times: int = 1) -> Iterator[Idea]:
    """Make the ideas; each depends on the seed and its number alone, not on how many there are."""
    for number in range(1, count + 1):
        yield Writer(Random(f"{seed}/{number}"), rubrics, number, times).idea()


def write(folder: Path, ideas: Iterable[Idea]) -> Iterator[Idea]:
    """Write each idea to its file, and pass it on."""
    for number, idea in enumerate(ideas, 1):
        folder.joinpath(f"{stem(number)}.yaml").write_text(idea.text, encoding="utf-8")
        yield idea


def summary(ideas: list[Idea]) -> str:
    """Say how big the files are, how many have open questions, and which bytes they are."""
    content = "".join(idea.text for idea in ideas)
    data, count = content.encode(), len(ideas) or 1
    return (
        f"{len(ideas):,} ideas, {content.count(chr(10)) / count:.1f} lines"
        f" and {len(data) / count:,.0f} bytes each,"
        f" {sum(idea.is_open for idea in ideas) / count:.0%} with open questions,"
        f" sha256 {hashlib.sha256(data).hexdigest()[:16]}"
    )


if __name__ == "__main__":
    main()
