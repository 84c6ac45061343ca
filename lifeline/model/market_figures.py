"""The figures of the market's record as its authors write them: prices, pairs, parameters."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from lifeline.model import dating, sourcing
from lifeline.model.fitting import judged, repeated
from lifeline.model.rubric import Entry
from lifeline.model.scalars import Number, Slug, Unit, Words, one_of

Price = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class ModelPrice(Entry):
    """What using a model cost, in USD per million tokens of input and of output."""

    date: sourcing.Moment
    model: Words
    input: Price
    output: Price
    note: Words | None = None
    sources: sourcing.References


class PricesFile(Entry):
    """List prices in order of date."""

    prices_format: Annotated[int, one_of(1)]
    prices: list[ModelPrice]

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        return judged(self, dating.prices_problems(self))


class Pair(Entry):
    """The first product of a kind, and the event of a platform's version of it."""

    capability: Slug
    kind: Words | None = None
    product: Words
    first_seen: sourcing.Moment
    event: Slug
    note: Words | None = None
    sources: sourcing.References


class PairsFile(Entry):
    """Pairs in order of the day on which the product was first seen."""

    pairs_format: Annotated[int, one_of(1)]
    caution: Words
    pairs: list[Pair]

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        return judged(self, dating.pairs_problems(self))


class Value(Entry):
    """A value of a parameter from a day on."""

    since: sourcing.Moment
    value: Number
    note: Words | None = None
    sources: sourcing.References


class Parameter(Entry):
    """A figure of the market that changes; its values are in order of date."""

    id: Slug
    unit: Unit
    about: Words
    values: Annotated[list[Value], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        return judged(self, dating.values_problems(self))


class ParametersFile(Entry):
    """Every parameter."""

    parameters_format: Annotated[int, one_of(1)]
    parameters: list[Parameter]

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        ids = [parameter.id for parameter in self.parameters]
        problem = "is already the id of another parameter"
        return judged(self, repeated(ids, ("parameters",), problem, "id"))
