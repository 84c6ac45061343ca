"""Where findings about a set that extends another one point, when something of that one is off."""

from __future__ import annotations

from pathlib import Path

from lifeline.authoring.check import check_set
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import read_files
from tests.authored import dumped, files_of
from tests.compiling.farm import CLAIMS, farm, question, rubric, rule
from tests.reading.test_extending import head, write


def test_what_never_fires_is_told_at_its_place_though_something_before_it_is_off(
    tmp_path: Path,
) -> None:
    rules = [
        rule("dry", when={"rain": False}, finding="note"),
        rule("wet", when={"rain": True}, finding="note"),
        rule("both", when={"all": [{"rain": True}, {"rain": False}]}, finding="note"),
    ]
    base = farm(rubric("garden", questions=[question("rain", "yes-no")], rules=rules))
    write(tmp_path / "farm", files_of(base, CLAIMS))
    own = dumped(head("bees", overrides={"garden/dry": {"off": True}}))
    folder = write(tmp_path / "bees", {"set.yaml": own})
    models = read_models("", read_files(str(folder)))
    (found,) = check_set(models, compile_set(models))
    assert (found.check, found.file) == ("rule-never-fires", "../farm/garden.yaml")
    assert found.key == "rules[2].when"
