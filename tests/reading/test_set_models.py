"""The files of a set as models: which are read, which lack, and what stands upon what."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.errors import InvalidFiles
from lifeline.reading.set_models import SetModels, place_of, read_models
from lifeline.reading.sets import EVERY, read_files
from tests.authored import Authored, dumped, files_of
from tests.compiling.farm import CLAIMS, farm, question, rubric

PIT = rubric("pit", questions=[question("rain", "yes-no")])
POND = rubric("s-pond", questions=[question("fish", "yes-no")])
SOIL = rubric("s-soil", questions=[question("s-depth", "yes-no")])
NO_CLAIMS: Authored = {"claims-format": 1, "sources": [], "claims": []}


def text_of(language: str) -> Authored:
    return {"text-format": 1, "language": language, "set": {"title": "Farm"}}


def folder_of(folder: Path, files: dict[str, bytes]) -> Path:
    (folder / "text").mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give the folder of a set that extends another, both with every file that there may be."""
    more = {
        "versions.yaml": {"versions-format": 1, "versions": []},
        "history.yaml": {
            "history-format": 1,
            "deciding": "52f27d",
            "cases": 0,
            "tiers": [],
            "rules": {},
        },
        "coverage.yaml": {"coverage-format": 1, "not-asked": []},
        "text/zh.yaml": text_of("zh"),
    }
    files = {name: dumped(data) for name, data in more.items()}
    base = farm(PIT, POND, set="b", retired=[{"id": "hail", "in": "0.1.0"}])
    folder_of(tmp_path / "b", files_of(base, CLAIMS) | files)
    extends = {"set": "b", "version": "0.1.0"}
    top = farm(SOIL, set="s", extends=extends, retired=[{"id": "s-frost", "in": "0.1.0"}])
    return folder_of(tmp_path / "s", files_of(top, NO_CLAIMS) | files)


def read(folder: Path) -> SetModels:
    return read_models(str(folder), read_files(str(folder), EVERY))


def told_of(folder: Path) -> str:
    """Give what is said of a bad set, without the folder in which it and others lie."""
    with pytest.raises(InvalidFiles) as error:
        read(folder)
    return str(error.value).replace(f"{folder.parent}/", "")


def test_what_a_set_extends_stands_before_what_is_its_own(own: Path) -> None:
    models = read(own)
    assert [each.rubric for _, each in models.rubrics] == ["pit", "s-pond", "s-soil"]
    assert [(at.name, place, each.id) for at, place, each in models.retired] == [
        ("set.yaml", 0, "s-frost"),
        ("../b/set.yaml", 0, "hail"),
    ]
    assert [at.name for at, _ in models.texts] == ["../b/text/zh.yaml", "text/zh.yaml"]
    assert models.extends == {"b": "0.1.0"}
    assert [claim.id for claim in models.claims.claims] == ["S1-1"]


def test_what_is_a_set_s_own_is_known(own: Path) -> None:
    models = read(own)
    names = ["set.yaml", "s-soil.yaml", "claims.yaml", "history.yaml", "versions.yaml"]
    assert models.own_files == [*names, "coverage.yaml", "text/zh.yaml"]
    assert models.own_claims == []
    assert read(own.parent / "b").own_claims == ["S1-1"]
    assert models.history
    assert models.versions
    assert models.coverage


def test_a_set_may_lack_what_is_not_needed(own: Path) -> None:
    for name in ("claims", "history", "versions", "coverage", "text/zh"):
        (own / f"{name}.yaml").unlink()
    models = read(own)
    assert (models.history, models.versions, models.coverage) == (None, None, None)
    assert models.own_files == ["set.yaml", "s-soil.yaml"]


def test_only_a_set_that_extends_none_needs_claims(own: Path) -> None:
    base = own.parent / "b"
    (base / "claims.yaml").unlink()
    assert told_of(base) == "b/set.yaml:1:1: there is no file claims.yaml beside set.yaml."


@pytest.mark.parametrize(
    ("folder", "there", "named", "meant"),
    [
        ("b", "pit", "pot", " Did you mean 'pit'?"),
        ("b", "pit", "sett", ""),
        ("s", "s-soil", "s-pnd", ""),  # a file of the extended set is none of its own
    ],
)
def test_a_rubric_that_is_not_there_is_told_with_the_file_that_is_meant(
    folder: str, there: str, named: str, meant: str, own: Path
) -> None:
    file = own.parent / folder / "set.yaml"
    file.write_text(file.read_text().replace(f"- {there}\n", f"- {named}\n"))
    lack = f"rubrics[0]: there is no file {named}.yaml beside set.yaml.{meant}"
    assert told_of(file.parent).endswith(f": {lack}")


def test_a_claim_that_nothing_asks_for_is_one_of_the_set(own: Path) -> None:
    coverage = {"coverage-format": 1, "not-asked": [{"claim": "X9", "reason": "Not ours."}]}
    base = own.parent / "b"
    (base / "coverage.yaml").write_bytes(dumped(coverage))
    told = "not-asked[0].claim: 'X9' is not a claim of claims.yaml. Expected 'S1-1'."
    assert told_of(base) == f"b/coverage.yaml:3:3: {told}"


def test_a_translation_is_in_the_language_of_its_name(own: Path) -> None:
    (own.parent / "b" / "text" / "zh.yaml").write_bytes(dumped(text_of("fr")))
    told = "language: 'fr' differs from the file's name. Expected zh."
    assert told_of(own) == f"b/text/zh.yaml:2:1: {told}"


def test_a_file_is_told_where_it_lies() -> None:
    assert place_of("./own", "set.yaml") == "./own/set.yaml"
    assert place_of("./own", "../b/set.yaml") == "b/set.yaml"
