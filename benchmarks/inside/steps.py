"""Prints, as JSON, the seconds that each file takes in each step: `steps.py SET_FOLDER FOLDER`."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.reading.idea import read_idea
from lifeline.scoring.assess import Assessor

AS_OF = date(2026, 11, 22)


def main(set_folder: str, folder: str) -> None:
    """Read and assess the files one after the other, as a run does it, after one to warm up."""
    compiled = load_set(set_folder)
    assessor = Assessor(compiled, load_market())
    times: dict[str, list[float]] = {"reading": [], "assessing": [], "writing JSON": []}
    for path in sorted(Path(folder).iterdir()):
        data = path.read_bytes()
        idea = timed(times["reading"], lambda: read_idea(data, path.name, compiled))  # noqa: B023
        found = timed(times["assessing"], lambda: assessor.assess(idea, as_of=AS_OF))  # noqa: B023
        timed(times["writing JSON"], lambda: json.dumps(found))  # noqa: B023
    print(json.dumps({name: taken[1:] or taken for name, taken in times.items()}))


def timed(taken: list[float], step: Callable[[], Any]) -> Any:
    """Take a step, and note its seconds."""
    start = perf_counter()
    found = step()
    taken.append(perf_counter() - start)
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
