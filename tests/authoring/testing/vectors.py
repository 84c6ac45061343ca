"""Vectors made in tests, and sets that are generated."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from lifeline.authoring.bench import Bench
from lifeline.authoring.testing.under_test import UnderTest, under_test
from lifeline.compiling.compile import compile_set
from lifeline.model.compiled import CompiledSet
from lifeline.reading.set_models import read_models
from lifeline.reading.validation import Source
from lifeline.reading.vectors import Vector
from tests.authored import ASSESSED, files_of, idea
from tests.reference.strategies import claims_for

Authored = dict[str, Any]
SMALL = Path(__file__).parent.parent.parent / "sets" / "small"


def vector(
    answers: Authored,
    compiled: CompiledSet,
    *,
    strict: bool = False,
    as_of: date = ASSESSED,
    **expected: Any,
) -> Vector:
    """Make a vector as reading it would."""
    source = Source("tests/made.yaml", b"vectors-format: 1\n")
    return Vector("made", idea(answers, compiled), as_of, strict, expected, source, ())


def laid_out(rubric_set: Authored) -> tuple[Bench, UnderTest, CompiledSet]:
    """Compile a generated set, and lay it out to be tested."""
    models = read_models("", files_of(rubric_set, claims_for(rubric_set)))
    compiled = compile_set(models)
    return Bench(models, compiled), under_test(compiled), compiled
