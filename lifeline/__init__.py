"""How long an AI product keeps its advantage and its necessity: months, as a range, with reasons.

``load_set(folder)`` gives a rubric set, ``read_idea(data, path, compiled)`` an idea, and
``assess(idea, compiled, as_of=date.today())`` what the one says of the other. Names are imported
when they are first used, so that a run loads nothing else.
"""

from __future__ import annotations

from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.compiling.store import load_set
    from lifeline.errors import InvalidFile, InvalidFiles, LifelineError, Problem, UsageError
    from lifeline.reading.idea import read_idea
    from lifeline.scoring.assess import Assessor, assess

__all__ = [
    "Assessor",
    "InvalidFile",
    "InvalidFiles",
    "LifelineError",
    "Problem",
    "UsageError",
    "__version__",
    "assess",
    "load_set",
    "read_idea",
]

_HOMES = {
    "Assessor": "lifeline.scoring.assess",
    "assess": "lifeline.scoring.assess",
    "load_set": "lifeline.compiling.store",
    "read_idea": "lifeline.reading.idea",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'lifeline' has no attribute '{name}'")
    return getattr(import_module(_HOMES.get(name, "lifeline.errors")), name)


def __dir__() -> list[str]:
    return __all__
