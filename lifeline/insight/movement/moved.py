"""What is otherwise in one assessment than in another: caps, findings, open questions, scores."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Cap, Finding

    Data = dict[str, Any]


def moved(old: Assessment, new: Assessment) -> Data:
    """Give what came, what went, and what is otherwise; only of files that can be read."""
    return {
        "title": _both(old["idea"], new["idea"]),
        "caps": _compared(*({cap["rule"]: _cap(cap) for cap in a["caps"]} for a in (old, new))),
        "findings": _compared(
            *({_place(f): _finding(f) for f in a["findings"]} for a in (old, new))
        ),
        "open": {
            "opened": _without(new["open"], old["open"]),
            "answered": [
                id_ for id_ in _without(old["open"], new["open"]) if id_ in new["answers"]
            ],
            "needless": [
                id_ for id_ in _without(old["open"], new["open"]) if id_ not in new["answers"]
            ],
        },
        "scores": {
            rubric: {"old": old["scores"].get(rubric), "new": new["scores"].get(rubric)}
            for rubric in {**old["scores"], **new["scores"]}
            if old["scores"].get(rubric) != new["scores"].get(rubric)
        },
    }


def is_anything(found: Data) -> bool:
    """Whether something moved at all."""
    caps, findings, open_ = found["caps"], found["findings"], found["open"]
    lists = [*caps.values(), *findings.values(), *open_.values(), found["scores"], found["title"]]
    return any(lists)


def _cap(cap: Cap) -> Data:
    keys = ("rule", "clock", "cause", "status", "value", "because", "remedy")
    return {key: cap[key] for key in keys}  # type: ignore[literal-required]


def _finding(finding: Finding) -> Data:
    keys = ("rule", "level", "status", "waived", "question", "message", "remedy")
    return {key: finding[key] for key in keys}  # type: ignore[literal-required]


def _place(finding: Finding) -> tuple[str, str | None]:
    return finding["rule"], finding["question"]


def _compared(old: dict[Any, Data], new: dict[Any, Data]) -> Data:
    """Sort things by whether they came, went, or are otherwise than they were."""
    return {
        "came": [new[key] for key in new if key not in old],
        "went": [old[key] for key in old if key not in new],
        "changed": [
            {"old": old[key], "new": new[key]}
            for key in new
            if key in old and _told_apart(old[key], new[key])
        ],
    }


def _told_apart(old: Data, new: Data) -> bool:
    """Whether something matters otherwise than it did; other words for it are no difference."""
    return any(old.get(key) != new.get(key) for key in ("status", "value", "level", "waived"))


def _without(some: list[str], others: list[str]) -> list[str]:
    return [each for each in some if each not in others]


def _both(old: str, new: str) -> Data | None:
    return None if old == new else {"old": old, "new": new}
