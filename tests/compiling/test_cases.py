"""Cases as plain data, kept between runs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling import cases as module
from lifeline.compiling.cases import case_files, load_cases
from lifeline.errors import LifelineError
from lifeline.model.compiled import CompiledSet
from lifeline.reading.keeping import platform_folder
from tests.backtesting.dated import CASES, dated, small_cases


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(shutil.copytree(CASES, tmp_path / "cases"))


def test_cases_are_plain_data_with_settled_answers_only(folder: Path) -> None:
    found = load_cases(str(folder), dated())
    assert found == json.loads(json.dumps(found))
    used = [case for case in small_cases().cases if case.outcome.left_out is None]
    assert [case["id"] for case in found["cases"]] == [case.case.case for case in used]
    assert found["left_out"] == len(small_cases().cases) - len(used)
    assert found["coded_for"] == "dated"
    for case in found["cases"]:
        assert None not in case["answers"].values()


def test_what_was_compiled_is_used_again_until_a_file_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_cases(str(folder), dated())
    built = []
    real = module.build_cases

    def counted(path: str, compiled_set: CompiledSet) -> dict[str, Any]:
        built.append(path)
        return real(path, compiled_set)

    monkeypatch.setattr(module, "build_cases", counted)
    assert load_cases(str(folder), dated()) == first
    assert built == []
    outcome = folder / "outcomes" / "almanac.yaml"
    outcome.write_text(f"{outcome.read_text()}\n# looked at again\n")
    assert load_cases(str(folder), dated()) == first
    assert len(built) == 1
    assert len(list(Path(platform_folder("cache")).iterdir())) == 2


def test_answers_are_read_again_for_another_set(folder: Path) -> None:
    load_cases(str(folder), dated())
    changed = {**dated(), "hashes": {**dated()["hashes"], "content": "0" * 32}}
    load_cases(str(folder), changed)  # type: ignore[arg-type]
    assert len(list(Path(platform_folder("cache")).iterdir())) == 2


def test_every_file_that_reading_looks_at_is_a_part_of_the_key(folder: Path) -> None:
    names = {str(path.relative_to(folder)) for path in folder.rglob("*.yaml")}
    assert {name.lstrip("/") for name in case_files(str(folder))} == names


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LifelineError, match=r"holds no cases\. Expected a file cases\.yaml"):
        load_cases(str(tmp_path), dated())
    with pytest.raises(LifelineError, match="no such folder"):
        load_cases(str(tmp_path / "missing"), dated())


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "x.yaml").mkdir()
    with pytest.raises(LifelineError, match=r"x\.yaml: cannot be read"):
        load_cases(str(folder), dated())
