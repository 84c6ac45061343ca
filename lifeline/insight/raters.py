"""Compares several people's answers about one idea: where they differ, and what that is worth.

To find what one difference is worth, each person's answer to that question is put in the place of
each other's, whose other answers stay as they are.
"""

from __future__ import annotations

from lifeline.model.idea import OPEN
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Any

    from lifeline.model.assessment import Months
    from lifeline.model.idea import Answer, Idea, Value
    from lifeline.scoring.assess import Assessor

    Entry = dict[str, Any]
    Rated = Sequence[tuple[Idea, str, Assessor]]
    Said = tuple[str, Value]
    """The state and the value of an answer; two answers that have the same say the same."""

FORMAT = 1
UNSAID: Said = (OPEN, ())


def compare_raters(rated: Rated, as_of: date) -> dict[str, Any]:
    """Compare what several people say of one idea.

    Args:
        rated: two or more ideas, each with the path of its file and what judges it; all are judged
            by the same set.
        as_of: the day one looks.
    """
    return _Raters(rated, as_of).compared()


class _Raters:
    """Knows the people, and the questions that are asked of at least one of them."""

    def __init__(self, rated: Rated, as_of: date) -> None:
        self.compiled = rated[0][2].compiled
        self.questions = self.compiled["deciding"]["questions"]
        self.rated = rated
        self.as_of = as_of
        self.found = [by.assess(idea, as_of=as_of, path=path) for idea, path, by in rated]
        each = [by.solve(idea, as_of=as_of).solution.completions for idea, _, by in rated]
        self.asked = [n for n in range(len(self.questions)) if any(c.is_asked(n) for c in each)]
        """Numbers of the questions that are asked of somebody."""

    def compared(self) -> dict[str, Any]:
        """Give the comparison, the questions that are worth most first."""
        spans: list[Any] = [each["lifeline"]["months"] for each in self.found if each["lifeline"]]
        differing = [number for number in self.asked if len(set(self._all_said(number))) > 1]
        open_for_all = [n for n in self.asked if set(self._all_said(n)) == {UNSAID}]
        entries = [self._difference(number) for number in differing]
        entries.sort(key=lambda entry: (-entry["worth"]["months"], -_sum(entry["worth"])))
        return {
            "format": FORMAT,
            "mode": "raters",
            "set": {"id": self.compiled["set"], "version": self.compiled["version"]},
            "as_of": self.as_of.isoformat(),
            "strict": all(by.strict for _, _, by in self.rated),
            "raters": [
                {key: each[key] for key in ("path", "id", "idea", "assessed", "verdict")}
                | {"months": months, "strict": by.strict}
                for each, months, (_, _, by) in zip(self.found, spans, self.rated, strict=True)
            ],
            "months": {
                "low": min(span["low"] for span in spans),
                "high": max(span["high"] for span in spans),
            },
            "differ_in": self._differ_in(),
            "agreement": {
                "asked": len(self.asked),
                "agreed": len(self.asked) - len(differing),
                "open_for_all": len(open_for_all),
            },
            "questions": entries,
        }

    def _differ_in(self) -> list[str]:
        """Name what beside the answers is not the same of all files."""
        kept: dict[str, set[Any]] = {
            "idea": {each["idea"] for each in self.found},
            "assessed": {each["assessed"] for each in self.found},
            "strict": {by.strict for _, _, by in self.rated},
        }
        return [key for key, values in kept.items() if len(values) > 1]

    def _all_said(self, number: int) -> list[Said]:
        return [_said(idea.answers.get(number)) for idea, _, _ in self.rated]

    def _difference(self, number: int) -> Entry:
        """Give a question that is answered in several ways: who says what, and what it is worth."""
        id_ = self.compiled["ids"][number]
        swaps = [self._swaps(*rated, number) for rated in self.rated]
        return {
            "question": id_,
            "ask": self.compiled["texts"]["questions"][id_]["ask"],
            "answers": [
                {"path": path, "answer": self._words(number, idea.answers.get(number))}
                for idea, path, _ in self.rated
            ],
            "worth": _worth([[swap["months"] for swap in each["with"]] for each in swaps]),
            "swaps": swaps,
        }

    def _words(self, number: int, answer: Answer | None) -> str | None:
        """Say an answer; None where it is open."""
        if answer is None or answer.state == OPEN:
            return None
        return said(self.questions[number], answer)

    def _swaps(self, idea: Idea, path: str, assessor: Assessor, number: int) -> Entry:
        """Give the months of one person's file with each answer that somebody gives.

        The person's own is tried as it stands there: with its evidence, which strict looks at.
        """
        tried: dict[Said, Entry] = {}
        own = idea.answers.get(number)
        for other, _, _ in self.rated:
            answer = other.answers.get(number)
            answer = own if _said(answer) == _said(own) else answer
            if _said(answer) not in tried:
                solved = assessor.solve(_with(idea, number, answer), as_of=self.as_of)
                months = solved.months()
                tried[_said(answer)] = {"answer": self._words(number, answer), "months": months}
        return {"path": path, "with": list(tried.values())}


def _said(answer: Answer | None) -> Said:
    return UNSAID if answer is None else (answer.state, answer.value)


def _with(idea: Idea, number: int, answer: Answer | None) -> Idea:
    """Give an idea with another answer to one question, or with none."""
    answers = {n: given for n, given in idea.answers.items() if n != number}
    if answer is not None:
        answers[number] = answer
    return idea.with_answers(answers)


def _worth(tried: list[list[Months]]) -> dict[str, int]:
    """Give by how many months the ends move at most, in one person's file, with the answer."""
    low, high = (max(_spread(each, end) for each in tried) for end in ("low", "high"))
    return {"months": max(low, high), "low": low, "high": high}


def _spread(months: list[Months], end: str) -> int:
    ends: list[int] = [span[end] for span in months]  # type: ignore[literal-required]
    return max(ends) - min(ends)


def _sum(worth: dict[str, int]) -> int:
    return worth["low"] + worth["high"]
