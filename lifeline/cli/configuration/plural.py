"""Kinds of settings that hold several values: lists of paths and formats, tables of numbers."""

from __future__ import annotations

from lifeline.cli.configuration.kinds import Text, from_here, said
from lifeline.reading.spelling import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.cli.outputs import Output

MOST = 1e300
"""More than any figure of a market, and little enough to reckon with."""

BEST_SCORE = 100


class Texts(Text):
    """Several texts; in a variable with spaces or commas between them."""

    def read(self, text: str) -> Any:
        """Read texts with spaces or commas between them."""
        return text.replace(",", " ").split()

    def check(self, value: Any) -> Any:
        """Check a text, or a list of texts."""
        every = value if isinstance(value, list) else [value]
        if all(isinstance(each, str) and each for each in every):
            return every
        raise ValueError(f"{said(value)} does not fit. {self.expected}")


class Places(Texts):
    """Several files or folders; in a file they count from there."""

    expected = 'Expected a list of paths, such as ["ideas"].'

    def placed(self, value: Any, folder: str) -> Any:
        """Give each path from where one stands."""
        return [from_here(folder, each) for each in value]


class Patterns(Texts):
    """Several patterns of paths, which count from the folder of the file that holds them."""

    expected = 'Expected a list of patterns, such as ["drafts/**"].'


class Formats(Texts):
    """Formats of output, each with the file it is written to."""

    expected = 'Expected a format such as "text", or a list such as ["text", "json:out.json"].'

    def read(self, text: str) -> Any:
        """Read formats with spaces or commas between them."""
        return self.check(super().read(text))

    def check(self, value: Any) -> Any:
        """Check one format, or a list of them."""
        import argparse

        from lifeline.cli.outputs import output

        every: list[str] = super().check(value)
        try:
            return [output(each) for each in every]
        except argparse.ArgumentTypeError as error:
            raise ValueError(f"{error}.") from None

    def placed(self, value: list[Output], folder: str) -> Any:
        """Give each file from where one stands."""
        for each in value:
            each.file = each.file and from_here(folder, each.file)
        return value


class Scores(Text):
    """Least scores by rubric; in a variable ``RUBRIC=N`` with spaces or commas between them."""

    expected = "Expected a table of numbers from 0 to 100, such as min-score = {lifeline = 40}."

    def read(self, text: str) -> Any:
        """Read one ``RUBRIC=N`` or several."""
        return dict(map(score, text.replace(",", " ").split()))

    def check(self, value: Any) -> Any:
        """Check a table of numbers."""
        if not isinstance(value, dict):
            raise ValueError(  # noqa: TRY004  # every kind raises this one
                f"{said(value)} does not fit. {self.expected}"
            )
        for rubric, least in value.items():
            if not _is_score(least):
                told = f"{said(least)} for {brief(rubric)} does not fit"
                raise ValueError(f"{told}. Expected a number from 0 to 100.")
        return {rubric: float(least) for rubric, least in value.items()}


class Figures(Text):
    """Figures of the market by their parameter."""

    expected = "Expected numbers above 0, such as frontier-training-cost = 1e9."

    def check(self, value: Any) -> Any:
        """Check a table of numbers above zero."""
        values: list[Any] = [*value.values()] if isinstance(value, dict) else [None]
        if all(type(each) in (int, float) and 0 < each < MOST for each in values):
            return {id_: float(figure) for id_, figure in value.items()}
        raise ValueError(f"holds something else than numbers. {self.expected}")


def score(text: str) -> tuple[str, float]:
    """Read a least score written ``RUBRIC=N``.

    Raises:
        ValueError: when it is none.
    """
    rubric, _, number = text.partition("=")
    try:
        least = float(number) if rubric else -1.0
    except ValueError:
        least = -1.0
    if not _is_score(least):
        expected = "Expected RUBRIC=N with a number from 0 to 100, such as lifeline=40."
        raise ValueError(f"'{brief(text)}' does not fit. {expected}")
    return rubric, least


def _is_score(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value <= BEST_SCORE
