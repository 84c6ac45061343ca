"""When something happened, as exactly as it is known, and where that was read."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from lifeline.model.dating import reference_problems
from lifeline.model.fitting import judged
from lifeline.model.rubric import Entry
from lifeline.model.scalars import Words, refused

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_FIRST_DAY = "0000-01-01"


def _dated(value: Any, shortest: int, expected: str) -> str:
    """Take a date that is at least so exact, and that is in the calendar."""
    if isinstance(value, str) and len(value) >= shortest and _DATE.fullmatch(value):
        with suppress(ValueError):
            date.fromisoformat(value + _FIRST_DAY[len(value) :])
            return value
    raise refused(f"is not a date. Expected one such as {expected}.")


def _moment(value: Any) -> str:
    return _dated(value, len("2023-09"), "2023-09-03, or 2023-09 where only the month is known")


def _page_date(value: Any) -> str:
    return _dated(value, len("2023"), "2023-09-03, 2023-09 or 2023")


def _link(value: str) -> str:
    if re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
        return value
    raise refused("is not a link. Expected one such as https://example.org/page.")


Moment = Annotated[str, BeforeValidator(_moment)]
"""A day, or a month of which the day is not known, as it is written: ``2023-09``."""

PageDate = Annotated[str, BeforeValidator(_page_date)]


class Reference(Entry):
    """Where something was read: a page, or a claim of one of the documents."""

    link: Annotated[Words, BeforeValidator(_link)] | None = None
    date: PageDate | None = None
    claim: Words | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        return judged(self, reference_problems(self))


References = Annotated[list[Reference], Field(min_length=1)]
