"""Places in texts that a set words otherwise are told where it words them, not where they stood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lifeline.authoring.check import check_set
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import read_files
from tests.authored import dumped, files_of
from tests.compiling.farm import CLAIMS
from tests.reading.test_extending import BASE, head, write


def keys_of_places(folder: Path) -> list[tuple[str, str]]:
    """Give the file and key of each text with a place that nobody fills in."""
    models = read_models("", read_files(str(folder)))
    found = check_set(models, compile_set(models))
    return [(each.file, each.key) for each in found if each.check == "text-places"]


def test_what_a_set_words_otherwise_is_told_in_its_own_file(tmp_path: Path) -> None:
    write(tmp_path / "farm", files_of(BASE, CLAIMS))
    overrides: dict[str, dict[str, Any]] = {
        "garden": {"about": "Fruit for {clock}."},
        "garden/soil": {"why": "It takes {clock}.", "labels": {"bad": "Bad, for {answer}"}},
        "garden/walled": {"because": "{answer}"},
        "garden/poor": {"remedy": "Dig for {clock}."},
    }
    own = dumped(head("bees", overrides=overrides, title="Bees for {clock}"))
    assert keys_of_places(write(tmp_path / "bees", {"set.yaml": own})) == [
        ("set.yaml", "title"),
        ("set.yaml", "overrides.garden.about"),
        ("set.yaml", "overrides.garden/soil.why"),
        ("set.yaml", "overrides.garden/soil.labels.bad"),
        ("set.yaml", "overrides.garden/walled.because"),
        ("set.yaml", "overrides.garden/poor.remedy"),
    ]


def test_what_stood_in_the_extended_set_is_told_there(tmp_path: Path) -> None:
    files = files_of(BASE, CLAIMS)
    files["garden.yaml"] = files["garden.yaml"].replace(b"about: Fruit.", b"about: Fruit {clock}.")
    write(tmp_path / "farm", files)
    overrides = {"garden": {"title": "A garden"}}
    own = write(tmp_path / "bees", {"set.yaml": dumped(head("bees", overrides=overrides))})
    assert keys_of_places(own) == [("../farm/garden.yaml", "about")]
