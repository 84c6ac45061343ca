"""What was appended to a ledger, for people."""

from __future__ import annotations

from lifeline.reading.spelling import listed
from lifeline.report.figures import percent
from lifeline.report.ledger.words import CLAIMED, ENDED, bold, named, on_day, said, step, title
from lifeline.report.phrases import day_text
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.report.ledger.words import Data, Lines
    from lifeline.report.terminal import Terminal

KEEP = (
    "Keep {file} in your repository, so that everybody can see when it was written. So that two"
    " branches can both add to it, put this line into .gitattributes: {name} merge=union"
)
NOTHING_ANSWERED = (
    "No question is answered in this file yet, so this is what would be said of any product. Answer"
    " the questions first: lifeline walk {path}"
)
CORRECTED = (
    "What you said yourself on the same day ({old}) stands there still, and counts no more: this"
    " counts."
)
NOTHING_SAID = (
    "This range leaves every day open, and is no better than a coin. Answer more questions first,"
    " or say what you believe yourself: --probability 6=0.7"
)


def lay_out_added(found: Data, terminal: Terminal, file: str = "") -> Lines:
    """Lay out what was forecast, and what stood there already.

    Args:
        found: what the verb prints as JSON.
        terminal: where it is shown.
        file: ``--file FILE`` for the commands that are proposed, with a space before it.
    """
    lines: Lines = []
    for forecast in found["added"]:
        lines += _added(forecast, found["file"], terminal)
        if not found["answers"]:
            lines += terminal.paragraph(NOTHING_ANSWERED.format(path=forecast["idea"]["path"]))
        lines.append("")
    for forecast in found["already"]:
        day = day_text(forecast["made"])
        told = f"{title(forecast)}: this stands in {found['file']} already, as {forecast['id']},"
        told += f" made on {day}. Nothing was added."
        lines += [*terminal.paragraph(told), ""]
    if found["began"]:
        name = found["file"].rpartition("/")[2]
        name = f'"{name}"' if " " in name else name
        lines += step(KEEP.format(file=found["file"], name=name), terminal)
    again = f"When such a day has come, look what is due: {named('due', file)}"
    return [*lines, *step(again, terminal)]


def _added(forecast: Data, file: str, terminal: Terminal) -> Lines:
    made, assessed = day_text(forecast["made"]), day_text(forecast["assessed"])
    about = f"Written down in {file} as {forecast['id']}, made on {made}. Its months count from"
    claims = forecast["claims"]
    is_own = any(claim["own"] is not None for claim in claims)
    heads = [f"Still {CLAIMED[forecast['clock']]}?", "the range", "you"]
    rows = [_row(claim, is_own=is_own) for claim in claims]
    lines = [
        *bold(title(forecast), terminal),
        *terminal.paragraph(f"{about} {assessed}."),
        *table(terminal, rows, heads if is_own else heads[:-1]),
    ]
    old = forecast.get("replaces")
    if old:
        lines += terminal.paragraph(CORRECTED.format(old=listed(old)))
    if not is_own and all(claim["probability"] == 0.5 for claim in claims):  # noqa: PLR2004
        lines += terminal.paragraph(NOTHING_SAID)
    return lines


def _row(claim: Data, *, is_own: bool) -> list[str]:
    own = [percent(claim["own"])] if is_own else []
    return [f"  {on_day(claim)}", said(claim["probability"]), *own]


def lay_out_resolved(found: Data, terminal: Terminal, file: str = "") -> Lines:
    """Lay out what was written down of a claim, and what follows; see ``lay_out_added``."""
    forecast, claim = found["forecast"], found["claim"]
    day, outcome = on_day(claim), found["resolution"]["outcome"]
    clock = forecast["clock"]
    came = f"still {CLAIMED[clock]}" if outcome == "yes" else ENDED[clock]
    told = f"{forecast['idea']['title']}, {day}: {came}."
    lines = terminal.paragraph(told)
    if found["already"]:
        lines += terminal.paragraph(f"This stands in {found['file']} already. Nothing was added.")
    elif found["resolution"]["replaces"]:
        more = "What was written down before stands there still, and counts no more."
        lines += terminal.paragraph(f"Corrected in {found['file']}. {more}")
    else:
        lines += terminal.paragraph(f"Written down in {found['file']}.")
    number = len(found["settles"])
    if number > 1:
        lines += terminal.paragraph(f"It counts for the {number} forecasts that speak of this day.")
    for other in found["following"]:
        then = f"So it follows for {on_day(other)}: {other['state']}."
        lines += terminal.paragraph(then, 4, f"  {terminal.signs['bullet']}")
    return [*lines, *step(f"How right it was so far: {named('show', file)}", terminal)]
