"""The values that fields of rubric files hold: ids, words, units, days, conditions, formulas."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from lifeline.model.condition import GROUPS, Condition, ShapeError, Wrong, parse_condition
from lifeline.model.formula import Formula, parse_formula, units_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

YAML_WORDS = frozenset(
    ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "unknown", "later"]
)
"""Words that may not be ids: YAML 1.1 reads them as something else, or answers reserve them."""

RESERVED_RUBRICS = {
    "evidence": "the program's own findings about evidence are called so",
    "market": "the program's own findings about the record of the market are called so",
    "waiver": "the program's own findings about waivers are called so",
    "set": "set.yaml describes the set itself",
    "claims": "claims.yaml holds the claims",
    "coverage": "coverage.yaml says which claims are not asked about",
    "history": "history.yaml holds what a back-test found",
    "versions": "versions.yaml holds what each version of the set decided by",
}
"""Words that may not name a rubric, and why."""

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
VERSION = r"^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"

_NUMBER = re.compile(r"[0-9]+(e[0-9]+)?|nan|inf(inity)?")
_BASE = r"(1|[A-Za-z\u0080-\uffff][A-Za-z0-9_\u0080-\uffff-]*)"
_UNIT = rf"^\s*{_BASE}\s*([*/]\s*{_BASE}\s*)*$"
_NO_UNIT = "is not a unit. Expected USD, USD/month or the like; 1 for none."
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def complaint(problems: list[Wrong]) -> PydanticCustomError:
    """Make a validation error whose problems are told as they stand, each at its place."""
    return PydanticCustomError("lifeline", "is not valid.", {"problems": problems})


def refused(message: str) -> PydanticCustomError:
    """Make a validation error of one value, told as it stands."""
    return complaint([Wrong((), message)])


def _parsed(parse: Any) -> Any:
    def validate(raw: Any) -> Any:
        try:
            return parse(raw)
        except ShapeError as error:
            raise complaint(error.problems) from error

    return PlainValidator(validate)


def _usable_id(value: str) -> str:
    if value in YAML_WORDS:
        raise refused(f"'{value}' cannot be an id: YAML or an answer reads it otherwise.")
    if _NUMBER.fullmatch(value):
        raise refused(f"'{value}' cannot be an id: it reads as a number.")
    return value


def _no_group(value: str) -> str:
    if value in GROUPS:
        raise refused(f"'{value}' cannot be an id here: conditions use the word.")
    return value


def _not_reserved(value: str) -> str:
    if value in RESERVED_RUBRICS:
        raise refused(f"'{value}' cannot name a rubric: {RESERVED_RUBRICS[value]}.")
    return value


@dataclass(frozen=True, eq=False)
class Check:
    """Annotates a field with a check of ours, and with what JSON Schema can say of it."""

    check: Callable[[Any], Any]
    said: dict[str, Any]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Check what was found good so far."""
        return no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Add what is said to what is known so far."""
        known = handler(schema)
        return {**known, "allOf": [*known.get("allOf", ()), self.said]}


def one_of(*allowed: int) -> Check:
    """Give a check that takes only these numbers."""

    def check(value: int) -> int:
        if value not in allowed:
            among = "" if len(allowed) == 1 else "one of: "
            expected = ", ".join(map(str, allowed))
            raise refused(f"{value} is not allowed. Expected {among}{expected}.")
        return value

    quoted = "|".join(map(str, allowed))
    is_quoted = {"type": "string", "pattern": f"^({quoted})$"}
    return Check(check, {"anyOf": [{"enum": list(allowed)}, is_quoted]})


def _none_of(words: Iterable[str]) -> dict[str, Any]:
    return {"not": {"enum": sorted(words)}}


def _unit(value: str) -> str:
    try:
        units_of(value)
    except ValueError:
        raise refused(_NO_UNIT) from None
    return value


def _day(value: Any) -> datetime.date:
    """Read a date as we write it; pydantic would take a number for seconds since 1970."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return datetime.date.fromisoformat(value)
    raise refused("is not a date. Expected one such as 2026-11-22.")


UsableId = Check(_usable_id, {**_none_of(YAML_WORDS), "pattern": f"^(?!({_NUMBER.pattern})$)"})
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), UsableId]
SubjectId = Annotated[Slug, Check(_no_group, _none_of(GROUPS))]
RubricId = Annotated[Slug, Check(_not_reserved, _none_of(RESERVED_RUBRICS))]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Unit = Annotated[str, Check(_unit, {"pattern": _UNIT, "patternErrorMessage": _NO_UNIT})]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1)]
ConditionField = Annotated[Condition, _parsed(parse_condition)]
FormulaField = Annotated[Formula, _parsed(parse_formula)]
Claims = Annotated[list[str], Field(min_length=1)]
