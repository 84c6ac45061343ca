"""What the generator has to know of a rubric set: its questions, and what can be waived."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Question:
    """What the generator has to know of a question to answer it."""

    id: str
    kind: str
    choices: tuple[str, ...]
    least: float
    most: float
    may_not_apply: bool


@dataclass(frozen=True)
class Rubrics:
    """A set's version and questions, and the findings that its ideas may waive."""

    id: str
    version: str
    questions: tuple[Question, ...]
    findings: tuple[str, ...]


def read_set(folder: Path) -> Rubrics:
    """Read the set and its rubrics, every scalar as text."""
    about = load(folder / "set.yaml")
    rubrics = [load(folder / f"{stem}.yaml") for stem in about["rubrics"]]
    questions = (q for rubric in rubrics for q in rubric.get("questions") or ())
    findings = (name for rubric in rubrics for name in waivable(rubric))
    return Rubrics(about["set"], about["version"], tuple(map(question, questions)), tuple(findings))


def load(path: Path) -> dict[str, Any]:
    """Load one file of the set."""
    with path.open("rb") as file:
        content: dict[str, Any] = yaml.load(file, yaml.CBaseLoader)
    return content


def question(raw: dict[str, Any]) -> Question:
    """Take from a question what its answers depend on."""
    return Question(
        id=raw["id"],
        kind=raw["kind"],
        choices=tuple(choice["id"] for choice in raw.get("choices") or ()),
        least=float(raw.get("min", 0)),
        most=float(raw.get("max", 0)),
        may_not_apply=raw.get("may-not-apply") == "true",
    )


def waivable(rubric: dict[str, Any]) -> Iterator[str]:
    """Name the rules of a rubric that find something: caps cannot be waived."""
    for rule in rubric.get("rules") or ():
        if "finding" in rule:
            yield f"{rubric['rubric']}/{rule['id']}"
