"""Prints, as JSON, what one assessment with open questions takes: `opened.py SET FOLDER COUNT …`.

For each count: of how many questions the ideas have so many open, and for each idea the seconds of
an assessor that knows nothing yet, the seconds of one that has seen the others, and whether the
months are exact. A count of 0 leaves every question open. Without counts, each folder inside of SET
is a set with an idea of its own, which is assessed as it stands. What does not end in time is told
as taking all the time there is, with null for whether it is exact.
"""

import gc
import json
import signal
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import yaml

from lifeline.compiling.market import load_market
from lifeline.compiling.store import build
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files
from lifeline.scoring.assess import Assessor

AS_OF = date(2026, 11, 22)
BETWEEN_COLLECTIONS = 50_000
"""As the program has it."""

LIMIT = 10.0
"""Seconds after which an assessment is given up."""


class TooLong(Exception):
    """An assessment did not end in time."""


def main(sets: str, folder: str = "", *counts: str) -> None:
    """Measure."""
    gc.set_threshold(BETWEEN_COLLECTIONS)
    signal.signal(signal.SIGALRM, give_up)
    if not counts:
        print(json.dumps([lone(path) for path in sorted(Path(sets).iterdir())]))
        return
    compiled = compiled_from(sets)
    files = [
        yaml.load(path.read_bytes(), yaml.CBaseLoader) for path in sorted(Path(folder).iterdir())
    ]
    found = {count: list(some(compiled, files, int(count))) for count in counts}
    print(json.dumps({"questions": len(compiled["ids"]), "counts": found}))


def compiled_from(folder: str) -> Any:
    """Compile a set; nothing is kept, nor taken from what was."""
    return build(folder, read_files(folder, ""), "")


def give_up(_number: int, _frame: object) -> None:
    """End what is running."""
    raise TooLong


def lone(folder: Path) -> tuple[float, bool | None]:
    """Assess the idea beside a set."""
    compiled = compiled_from(str(folder))
    idea = read_idea((folder / "idea" / "idea.yaml").read_bytes(), "idea.yaml", compiled)
    return timed(Assessor(compiled), idea)


def some(compiled: Any, files: list[Any], count: int) -> Iterator[tuple[float, float, bool | None]]:
    """Assess each idea with so many questions open."""
    market = load_market()
    seasoned = Assessor(compiled, market)
    for number, file in enumerate(files):
        idea = opened(compiled, file, count or len(compiled["ids"]), Random(f"{count}/{number}"))
        taken, exact = timed(Assessor(compiled, market), idea)
        yield taken, timed(seasoned, idea)[0], exact


def timed(assessor: Any, idea: Any) -> tuple[float, bool | None]:
    """Assess an idea; give the seconds, and whether its months are exact."""
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    start = perf_counter()
    try:
        exact = assessor.assess(idea, as_of=AS_OF)["lifeline"]["exact"]
    except TooLong:
        exact = None
    finally:
        taken = perf_counter() - start
        signal.setitimer(signal.ITIMER_REAL, 0)
    return taken, exact


def opened(compiled: Any, file: Any, count: int, random: Random) -> Any:
    """Withdraw answers until so many questions are open: withdrawn ones may be hidden by others."""
    ids = [id_.rpartition("/")[2] for id_ in compiled["ids"]]
    random.shuffle(ids)
    withdrawn, assessor = 0, Assessor(compiled)
    while True:
        withdrawn = min(withdrawn + 1, len(ids))
        answers = {**file["answers"], **dict.fromkeys(ids[:withdrawn], "unknown")}
        data = yaml.dump({**file, "answers": answers}, Dumper=yaml.CSafeDumper).encode()
        idea = read_idea(data, "idea.yaml", compiled)
        solution = assessor.solve(idea, as_of=AS_OF).solution
        are_open = sum(map(solution.completions.is_open, range(len(ids))))
        if are_open >= count or withdrawn == len(ids):
            return idea
        withdrawn += count - are_open - 1


if __name__ == "__main__":
    main(*sys.argv[1:])
