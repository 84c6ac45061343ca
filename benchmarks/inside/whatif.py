"""Prints the seconds that what-if takes of its own for each file, as JSON: `whatif.py SET FOLDER`.

That is reading the file, looking for plans, and laying the page out; Python, imports and the set
are there already. Nothing that is found out about one idea is known for the next.
"""

import gc
import json
import sys
from datetime import date
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Any

from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.insight.whatif.asking import default_target, what_if
from lifeline.insight.whatif.trials import Setting
from lifeline.reading.idea import read_idea
from lifeline.report.terminal import Terminal
from lifeline.report.whatif.page import lay_out
from lifeline.scoring.assess import Assessor

AS_OF = date(2026, 11, 22)
BETWEEN_COLLECTIONS = 50_000
"""As the program has it."""


def main(set_folder: str, folder: str) -> None:
    """Measure, after one to warm up."""
    gc.set_threshold(BETWEEN_COLLECTIONS)
    compiled, market = load_set(set_folder), load_market()
    paths = sorted(Path(folder).iterdir())
    taken = [seconds(path, compiled, market) for path in (paths[0], *paths)]
    print(json.dumps(taken[1:]))


def seconds(path: Path, compiled: Any, market: Any) -> float:
    """Ask what would help one idea, with nothing named: for the months that the gate asks for."""
    start = perf_counter()
    idea = read_idea(path.read_bytes(), path.name, compiled)
    setting = Setting(Assessor(compiled, market), idea, AS_OF)
    found = what_if(setting, setting, path.name, default_target(setting))
    lay_out(found, Terminal(StringIO()), every=False)
    return perf_counter() - start


if __name__ == "__main__":
    main(*sys.argv[1:])
