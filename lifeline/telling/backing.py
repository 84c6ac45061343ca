"""What is said of the evidence beside answers: the same in both faces."""

from __future__ import annotations

from lifeline.reading.spelling import shortened
from lifeline.report.phrases import bare
from lifeline.report.terminal import safe
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.reading.backing import Item
    from lifeline.walk.pieces import Piece
    from lifeline.walk.sheet import Sheet

MOST_ITEMS, MOST_SIGNS = 3, 100
"""What is shown of evidence that may be taken out: items, and signs of each."""

KINDS = {
    "says": "Somebody says so",
    "link": "A link",
    "measurement": "A measurement",
}
"""What backs an answer, by the word of the file, in the order of its letters."""

WITH = "With it, "
"""What a piece begins with that stands in one item with the piece before it."""

NO_DAY = "without a day"

OTHERS = "The evidence of {names} was given for other answers."
OTHER = "{name}: you now answer {now}. This evidence was given for {was}:"
OUT = "Take it out? Yes takes it out, and that can be undone. No leaves it to back the new answer."


def items_of(sheet: Sheet, number: int) -> list[str]:
    """Give the evidence that stands in the file, an item a line: its kind, text and day."""
    return [_item(item) for item in sheet.evidence(number)]


def _item(item: Item) -> str:
    """Say an item; what it holds is text of somebody's file."""
    parts = [safe(f"{key} {value}" if key == "date" else str(value)) for key, value in item.items()]
    return f"• {', '.join(parts)}"


def piece_text(piece: Piece) -> str:
    """Say one piece of evidence: its kind, its day, what it says."""
    kind = KINDS[piece.kind]
    if piece.is_more:
        return f"{WITH}{kind[:1].lower()}{kind[1:]}: {piece.line}"
    return f"{kind}, {piece.day or NO_DAY}: {piece.line}"


def outlived_lines(sheet: Sheet, numbers: Iterable[int]) -> list[str]:
    """Say which evidence was given for other answers than those that stand; nothing for none."""
    found = [number for number in numbers if sheet.outlived(number)]
    if len(found) > 1:
        names = ", ".join(bare(sheet.compiled["ids"][number]) for number in found)
        return [OTHERS.format(names=names)]
    return [line for number in found for line in _outlived(sheet, number)]


def _outlived(sheet: Sheet, number: int) -> list[str]:
    was, now, question = sheet.outlived(number), sheet.idea.answers[number], sheet.question(number)
    assert was is not None, "asked for where it is so"
    head = OTHER.format(name=question["id"], now=said(question, now), was=said(question, was))
    items = items_of(sheet, number)
    more = [f"and {len(items) - MOST_ITEMS} more"] if len(items) > MOST_ITEMS else []
    return [head, *(shortened(item, MOST_SIGNS) for item in items[:MOST_ITEMS]), *more]
