"""Changes to idea files as people write them: by words, where a revision takes numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.reading.saving.revision import Revision
from tests.reading.small import small

if TYPE_CHECKING:
    from lifeline.model.idea import Value


def value_of(question: str, words: Any) -> Value:
    """Give an answer in words as the value that the model documents."""
    asked = small()["deciding"]["questions"][small()["index"][question]]
    numbers = asked["choices"]
    if asked["kind"] == "choices":
        both = words if isinstance(words, dict) else {"surely": words}
        masks = [sum(1 << numbers[word] for word in both.get(k, ())) for k in ("surely", "maybe")]
        return (masks[0], masks[1])
    if asked["kind"] == "yes-no":
        return (int(words == "yes"),)
    several = words if isinstance(words, list) else [words]
    if asked["kind"] == "number":
        return (several[0], several[-1])
    return tuple(sorted(numbers[word] for word in several))


def revised(data: bytes, changes: list[dict[str, Any]]) -> bytes:
    """Give a file after one step of changes, each ``{method: arguments}``."""
    revision = Revision(data, "idea.yaml", small())
    for change in changes:
        ((method, arguments),) = change.items()
        if method == "answer":
            question, words = arguments
            arguments = [question, value_of(question, words)]
        getattr(revision, method)(*arguments)
    return revision.result()
