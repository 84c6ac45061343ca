"""What happened on the market, for people: each event with its day, and whom it reached."""

from __future__ import annotations

from lifeline.report.phrases import count, day_text
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from lifeline.model.compiled_market import Document, Reference
    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]
    Documents = dict[str, Document]

INDENT = 12
"""Columns before what is told of an event: a date and a gap."""

REACHED = {"shipped": "shipped", "preview": "a preview", "announced": "announced"}
"""How a status reads before ``by`` and the companies that have reached it."""

NONE = "Nothing of this is in the record."
NO_CAPABILITIES = "No capabilities to look for: the file names none that the record knows."


def lay_out_events(found: Data, terminal: Terminal, sources: bool) -> list[str]:
    """Give the lines of what happened, in order of date."""
    listed = _listed(found, found["documents"] if sources else None, terminal)
    return [*listed, "", *_about_record(found, [found], terminal)]


def lay_out_ideas(found: Data, terminal: Terminal, sources: bool) -> list[str]:
    """Give the lines of what happened since each idea was assessed."""
    lines, documents = [], found["documents"] if sources else None
    for idea in found["ideas"]:
        lines += [*_idea(idea, documents, terminal), ""]
    return [*lines, *_about_record(found, found["ideas"], terminal)]


def _idea(idea: Data, documents: Documents | None, terminal: Terminal) -> list[str]:
    assessed = idea["assessed"]
    day = f"assessed {day_text(assessed)}" if assessed else "not assessed yet"
    head = terminal.paragraph(f"{idea['idea']} ({idea['path']}), {day}")
    lines = [terminal.paint(line, "bold") for line in head]
    if not idea["capabilities"]:
        return [*lines, *terminal.paragraph(NO_CAPABILITIES)]
    return lines + _listed(idea, documents, terminal)


def _listed(found: Data, documents: Documents | None, terminal: Terminal) -> list[str]:
    """Give what is said of the capabilities, and what happened; with sources if there are such."""
    days = zip(*filter(None, (found.get("status_then"), found["status"])), strict=True)
    lines = [line for each in days for line in _status(each, terminal)]
    lines += [""] if lines else []
    every = [
        *((event, event["date"], _event_texts(event)) for event in found["events"]),
        *((entry, entry["date"], [_retreat_text(entry)]) for entry in found["retreats"]),
        *((entry, entry["announced"], [_waiting_text(entry)]) for entry in found["not_shipped"]),
    ]
    for entry, date, texts in sorted(every, key=lambda each: each[0]["known"]):
        lines += _entry(date, texts, terminal)
        if documents is not None:
            lines += source_lines(entry["sources"], documents, INDENT)
    return lines if every else [*lines, *terminal.paragraph(NONE)]


def _event_texts(event: Data) -> list[str]:
    announced = f", announced {event['announced']}" if event["announced"] else ""
    rest = f"Reach: {event['reach']}{announced}. Against: {event['erodes']}."
    return [f"{event['actor']}: {event['what']}", rest]


def _retreat_text(entry: Data) -> str:
    return f"{entry['actor']}, a retreat: {entry['what']}"


def _waiting_text(entry: Data) -> str:
    return f"{entry['actor']}, announced and not seen shipped: {entry['what']}"


def _entry(date: str, texts: Sequence[str], terminal: Terminal) -> list[str]:
    lines = terminal.paragraph(texts[0], INDENT, date)
    for text in texts[1:]:
        lines += terminal.paragraph(text, INDENT)
    return lines


def source_lines(sources: Sequence[Reference], documents: Documents, indent: int) -> list[str]:
    """Give a line for each source, however long: a link that is broken leads nowhere."""
    return [" " * indent + safe(_source(source, documents)) for source in sources]


def _source(source: Reference, documents: Documents) -> str:
    if source["claim"]:
        document = documents[source["claim"].partition("-")[0]]
        return f"{source['claim']}: {document['author']}, {document['title']} ({document['date']})"
    dated = f" ({source['date']})" if source["date"] else " (undated)"
    return f"{source['link']}{dated}"


def _status(days: Sequence[Data], terminal: Terminal) -> list[str]:
    """Say how far the big companies were with a capability on one day, or on two."""
    head = f"{days[0]['capability']} ({days[0]['means']})"
    return terminal.paragraph(f"{head}. {' '.join(map(_reached, days))}")


def _reached(status: Data) -> str:
    parts = [
        f"{REACHED[reached]} by {len(companies)} ({', '.join(companies)})"
        for reached, companies in status["companies"].items()
        if companies
    ]
    return f"On {day_text(status['day'])}: {', '.join(parts) or 'nothing in the record'}."


def _about_record(found: Data, groups: Sequence[Data], terminal: Terminal) -> list[str]:
    """Say what the reaches that occur mean, how much is shown, and until when the record goes."""
    events = {event["id"]: event["reach"] for group in groups for event in group["events"]}
    retreats = {entry["id"] for group in groups for entry in group["retreats"]}
    used = [reach for reach in found["reaches"] if reach in events.values()]
    lines = ["Reach:"] if used else []
    for reach in used:
        lines += terminal.paragraph(f"{reach}: {found['reaches'][reach]['means']}", 2)
    sums = f"{count(len(events), 'event')}, {count(len(retreats), 'retreat')}."
    until = f"The record ({found['market']['version']}) reaches until"
    sums += f" {until} {day_text(found['market']['until'])}; later events are not in it."
    return lines + terminal.paragraph(sums)
