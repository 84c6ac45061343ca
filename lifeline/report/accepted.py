"""What an idea has worse or better than was accepted of it, in a sentence each."""

from __future__ import annotations

from lifeline.reading.spelling import listed
from lifeline.report import phrases
from lifeline.report.verdict import part_text
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.baseline import Change

WORSE = {
    "months": "the {clock} is sure for {now}, and {was} were accepted",
    "verdict": "{now}: {parts} Accepted was {was}.",
    "idea": "{now}: {parts} The baseline does not have this idea, so it has to pass.",
    "invalid": "this file cannot be judged, and the baseline {has}.",
}
BETTER = {
    "months": "the {clock} is sure for {now}, and the baseline still has {was}.",
    "verdict": "the verdict is {now}, and the baseline still has {was}.",
    "invalid": "the file can be judged now, and the baseline still has {was}.",
    "idea": "there is no file with the id '{id}' any more.",
}


def worse_text(change: Change) -> str:
    """Say in what an idea is worse than was accepted."""
    kind = change["kind"]
    if kind == "finding":
        perhaps = ", perhaps" if change["status"] == "possible" else ""
        return f"{change['now']}{perhaps}: {change['message']} ({change['rule']})"
    text = _filled(WORSE[kind], change)
    if kind != "months":
        return text
    return f"{text}: {change['message']} ({change['rule']})" if change["rule"] else f"{text}."


def better_text(change: Change) -> str:
    """Say in what an idea is better than the baseline has it."""
    if change["kind"] == "finding":
        return gone_text([change])
    return _filled(BETTER[change["kind"]], change)


def gone_text(changes: list[Change]) -> str:
    """Say which findings are there no more."""
    count = phrases.count(len(changes), "finding")
    verb = "is" if len(changes) == 1 else "are"
    names = listed(change["finding"] or "" for change in changes)
    return f"{count} of the baseline {verb} there no more: {names}."


def _filled(text: str, change: Change) -> str:
    has = f"has it as {_said(change['was'])}" if change["was"] else "does not have it"
    words = {"clock": change["clock"], "id": change["id"], "has": has}
    now, was = _said(change["now"]), _said(change["was"])
    return text.format(was=was, now=now, parts=_parts(change), **words)


def _parts(change: Change) -> str:
    """Say which parts of the gate a verdict comes from; a pass comes from all of them."""
    if change["now"] == "pass":
        return ""
    parts = [part_text(part) for part in change["gates"] if part["verdict"] == change["now"]]
    if change["deciding"] and change["now"] == "unclear":
        parts.append(f"The answer that decides: {phrases.bare(change['deciding'])}.")
    return " ".join(parts)


def _said(value: int | str | None) -> str:
    if isinstance(value, int):
        return months_text({"low": value, "high": value})
    return phrases.VERDICTS[value] if value else ""
