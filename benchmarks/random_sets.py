"""Writes sets of the strategies that the tests score by: `random_sets.py FOLDER COUNT`.

Each has an idea beside it in which every question is open. Needs hypothesis.
"""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.authored import files_of, idea_file
from tests.reference.strategies import claims_for, questions_of, rubric_sets

SEED = 2023


def main(folder: str, count: str) -> None:
    """Write them."""
    written = 0

    @seed(SEED)
    @settings(
        max_examples=int(count),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(rubric_sets())
    def write(rubric_set: dict[str, Any]) -> None:
        nonlocal written
        place = Path(folder, f"{written:04}")
        (place / "idea").mkdir(parents=True)
        for name, data in files_of(rubric_set, claims_for(rubric_set)).items():
            (place / name).write_bytes(data)
        ids = [question["id"] for question in questions_of(rubric_set)]
        data = idea_file(dict.fromkeys(ids, "unknown"))
        (place / "idea" / "idea.yaml").write_bytes(data)
        written += 1

    write()


if __name__ == "__main__":
    main(*sys.argv[1:])
