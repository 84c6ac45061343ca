"""Writes authored data as the YAML files a person would write, and reads it back the real way."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from lifeline.compiling.compile import compile_set
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import Idea
from lifeline.reading.idea import read_idea
from lifeline.reading.set_models import read_models
from lifeline.scoring.assess import assess

Authored = dict[str, Any]
ASSESSED = date(2023, 6, 30)


def dumped(data: Authored) -> bytes:
    """Write authored data as YAML, without the aliases that PyYAML makes of shared objects."""
    dumper = yaml.SafeDumper
    dumper.ignore_aliases = lambda *_: True  # type: ignore[method-assign]
    return yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True).encode()


def files_of(rubric_set: Authored, claims: Authored) -> dict[str, bytes]:
    """Give the files of a set, as its folder would hold them."""
    rubrics = {f"{rubric['rubric']}.yaml": dumped(rubric) for rubric in rubric_set["rubrics"]}
    return {"set.yaml": dumped(rubric_set["set"]), "claims.yaml": dumped(claims), **rubrics}


def compiled(rubric_set: Authored, claims: Authored) -> CompiledSet:
    """Compile an authored set."""
    return compile_set(read_models("set", files_of(rubric_set, claims)))


def idea_file(answers: Authored, **more: Any) -> bytes:
    """Write an idea file with some answers."""
    head = {"lifeline": 1, "idea": "An idea", "assessed": ASSESSED.isoformat()}
    return dumped({**head, "answers": answers, **more})


def idea(answers: Authored, compiled_set: CompiledSet, **more: Any) -> Idea:
    """Read an idea with some answers."""
    return read_idea(idea_file(answers, **more), "idea.yaml", compiled_set)


def assessed(
    answers: Authored,
    compiled_set: CompiledSet,
    *,
    strict: bool = False,
    as_of: date = ASSESSED,
    **more: Any,
) -> Assessment:
    """Assess some answers."""
    found = idea(answers, compiled_set, **more)
    return assess(found, compiled_set, as_of=as_of, path="idea.yaml", strict=strict)
