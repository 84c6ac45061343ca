"""What tells more than the plain walker itself: why a question is asked, and the verdict."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.report.terminal import Terminal
    from lifeline.walk.way import Way

    Lines = list[str]


BULLET = "• "
"""What begins each entry of a list; a screen reader reads a dash better."""


def more_about(way: Way, terminal: Terminal) -> dict[str, Callable[[], Lines]]:
    """Give what tells ``why`` a question is asked, the ``verdict``, and the whole ``result``."""
    return {
        "why": lambda: _why(way, terminal),
        "verdict": lambda: _verdict(way, terminal),
        "result": lambda: _result(way, terminal),
    }


def _why(way: Way, terminal: Terminal) -> Lines:
    from lifeline.telling.reasons import all_reasons

    assert way.here is not None, "asked for at a question only"
    lines = []
    for heading, paragraphs in all_reasons(way.sheet, way.here):
        lines += ["", *terminal.paragraph(f"{heading}:")]
        for text in paragraphs:
            lines += terminal.paragraph(
                text.removeprefix(BULLET), 2, "-" if text.startswith(BULLET) else ""
            )
    return lines


def _verdict(way: Way, terminal: Terminal) -> Lines:
    from lifeline.report.phrases import VERDICTS, passed_text
    from lifeline.report.verdict import verdict_text
    from lifeline.scoring.saying import months_text

    assessment = way.sheet.assessment()
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "an idea that was read can be assessed"
    told = f"{VERDICTS[assessment['verdict']]}: {verdict_text(assessment)}"
    lines = terminal.paragraph(f"So far: {months_text(lifeline['months'])}. {told}")
    passed = passed_text(lifeline, assessment["as_of"])
    return lines + (terminal.paragraph(passed) if passed else [])


def _result(way: Way, terminal: Terminal) -> Lines:
    from lifeline.report.formats.text import TextReporter
    from lifeline.report.run import Run
    from lifeline.version import __version__

    sheet = way.sheet
    judge = sheet.assessor
    run = Run(
        *(__version__, sheet.compiled, sheet.today),
        brief=False,
        market=judge.market,
        gate=judge.gate,
        choosing=terminal.choosing,
        full=True,
    )
    TextReporter(terminal.stream, run).add(sheet.assessment())
    return []
