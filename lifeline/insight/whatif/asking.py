"""Answers what would have to change for an idea to reach a target, and what one change would do."""

from __future__ import annotations

from lifeline.errors import UsageError
from lifeline.insight.whatif.by_hand import tried
from lifeline.insight.whatif.immovable import held_by, is_out_of_reach
from lifeline.insight.whatif.ranking import ranked
from lifeline.insight.whatif.searching import BOUND, Search
from lifeline.insight.whatif.targets import MOST, MonthsTarget, ScoreTarget, VerdictTarget, low_of
from lifeline.insight.whatif.telling import PlanTeller, outcome
from lifeline.insight.whatif.trials import Setting, Trials
from lifeline.insight.whatif.work import Work
from lifeline.model.words import CAP_MONTHS, FULL
from lifeline.reading.spelling import brief, not_among
from lifeline.scoring.gate import PASS
from lifeline.scoring.judging import gate_parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.whatif.moves import Move
    from lifeline.insight.whatif.targets import Target
    from lifeline.model.compiled import Score

    Entry = dict[str, Any]


FORMAT = 1
MOST_SCORE = 100

MONTHS = "months"
"""The part of the gate that a target in months stands for: those of the clock that ends first."""


def what_if(base: Setting, setting: Setting, path: str, target: Target | None) -> Entry:
    """Tell what answers named by hand would give, and what would have to change for a target.

    Args:
        base: the idea as its file has it.
        setting: the idea with the answers that are tried, or ``base`` itself.
        path: the file's name.
        target: what is to be reached from there; None to look for nothing.
    """
    idea, compiled = base.idea, base.compiled
    score = target.score if isinstance(target, ScoreTarget) else None
    by_hand = {**tried(setting, base), "gives": outcome(setting, setting.today, score)}
    return {
        "format": FORMAT,
        "path": path,
        "id": idea.id,
        "idea": idea.title,
        "assessed": idea.assessed.isoformat() if idea.assessed else None,
        "as_of": base.as_of.isoformat(),
        "strict": base.strict,
        "set": {"id": compiled["set"], "version": compiled["version"]},
        "today": outcome(base, base.today, score),
        "tried": None if setting is base else by_hand,
        "search": search_for(setting, target) if target else None,
    }


def target_named(setting: Setting, months: int | None, score: str, verdict: str) -> Target:
    """Give the target that is named: months, ``RUBRIC=N``, or the verdict; else the default one.

    Raises:
        UsageError: when there is no such score, or it cannot be so high.
    """
    if score:
        return _score_named(setting, score)
    if verdict:
        return VerdictTarget(setting.idea, setting.as_of, setting.today.gate)
    return MonthsTarget(months) if months else default_target(setting)


def _score_named(setting: Setting, words: str) -> Target:
    rubric, _, number = words.partition("=")
    scores = {score["rubric"]: score for score in setting.today.deciding["scores"]}
    if rubric not in scores:
        raise UsageError(f"lifeline: --score: {not_among(rubric, scores, 'a rubric with a score')}")
    wanted = float(number) if number.isascii() and number.isdecimal() else 0.0
    if not 0 < wanted <= MOST_SCORE:
        example = f"--score {rubric}=60"
        raise UsageError(
            f"lifeline: --score: '{brief(number)}' is not a whole number from 1 to 100. Write for"
            f" example {example}."
        )
    return ScoreTarget(scores[rubric], wanted)


def default_target(setting: Setting) -> Target:
    """Give what is asked for where nothing is named: what the gate does; 12 months once it is met.

    Where it is not met by the months alone, and on no clock in particular, these are named.
    """
    idea, as_of, today = setting.idea, setting.as_of, setting.today
    unmet = [p["part"] for p in gate_parts(today, idea, as_of) if p["verdict"] != PASS]
    if not unmet:
        return MonthsTarget(FULL)
    if unmet == [MONTHS]:
        return MonthsTarget(today.gate["min_months"])
    return VerdictTarget(idea, as_of, today.gate)


def search_for(
    setting: Setting, target: Target, bound: int = BOUND, work: Work | None = None
) -> Entry:
    """Look for the plans that reach a target; tell what is in the way where there is none.

    Returns:
        ``target``; whether it is ``reached`` today; ``plans``, least effort first; where there is
        none ``find_out`` (plans in which some facts that are open have to turn out well), ``held``
        (what stands in the way) and ``best`` (the most months that can be reached, with plans,
        and whether that is ``exact``: for sure no moves, however many, give more);
        ``searched``: how far was looked.
    """
    return _Asker(setting, target, bound, work or Work()).answered()


class _Asker:
    """Looks for plans on one idea."""

    def __init__(self, setting: Setting, target: Target, bound: int, work: Work) -> None:
        self.setting = setting
        self.target = target
        self.bound = bound
        self.work = work
        self.trials = Trials(setting, target, work)
        self.score: Score | None = target.score if isinstance(target, ScoreTarget) else None

    def answered(self) -> Entry:
        is_reached = self.target.is_met(self.setting.today)
        search = self._search(self.trials, self._moves(self.trials))
        plans = self._told(self.trials, search)
        found: Entry = {
            "target": self.target.data(),
            "today": outcome(self.setting, self.setting.today, self.score),
            "reached": is_reached,
            "plans": plans,
            "find_out": [],
            "held": [],
            "best": None,
            "searched": self._searched(search),
        }
        return found if plans or is_reached else {**found, **self._without_plans(search)}

    def _without_plans(self, search: Search) -> Entry:
        """Tell what may still help, and what is in the way."""
        facts = self._facts(self.trials)
        every = [*facts, *self._moves(self.trials)]
        hoping = self._search(self.trials, every) if facts else None
        find_out = self._told(self.trials, hoping) if hoping else []
        held = self._held(self.trials)
        return {
            "find_out": find_out,
            "held": held,
            "best": self._best(is_exact=_is_sure(self.trials, search, held)),
        }

    def _held(self, trials: Trials) -> list[Entry]:
        self.work.begin()
        return held_by(trials, self._moves(trials))

    def _best(self, *, is_exact: bool) -> Entry | None:
        """Give the most months that some plan reaches below a target in months.

        ``is_exact``: whether the target is out of reach for sure; where some months are, so are
        more.
        """
        low = low_of(self.setting.today)
        if not isinstance(self.target, MonthsTarget):
            return None
        for months in sorted({*CAP_MONTHS, FULL}, reverse=True):
            if low < months < self.target.months:
                trials = Trials(self.setting, MonthsTarget(months), self.work)
                search = self._search(trials, self._moves(trials))
                plans = self._told(trials, search)
                if plans:
                    return _best(months, plans, self._searched(search), is_exact=is_exact)
                is_exact = _is_sure(trials, search, self._held(trials))
        return _best(low, [], None, is_exact=is_exact)

    def _moves(self, trials: Trials) -> list[Move]:
        numbers = [number for number in trials.numbers() if self.setting.effort(number)]
        return self._of(numbers)

    def _facts(self, trials: Trials) -> list[Move]:
        is_open_fact = self.setting.is_open_fact
        return self._of([number for number in trials.numbers() if is_open_fact(number)])

    def _of(self, numbers: list[int]) -> list[Move]:
        return [
            move
            for number in numbers
            for move in self.setting.moves(
                number, scored=self.target.scored, settling=self.target.counts_open
            )
        ]

    def _search(self, trials: Trials, moves: list[Move]) -> Search:
        self.work.begin()
        return Search(trials, moves, self.bound)

    def _told(self, trials: Trials, search: Search) -> list[Entry]:
        """Tell the plans; of those for which nothing is left to spend, that there may be more."""
        self.work.begin()
        plans = ranked(search.plans)
        teller = PlanTeller(trials, self.score)
        told = teller.plans(plans)
        untold = [len(plan.moves) - 1 for plan in plans[teller.reached :]]
        search.complete_to = min([search.complete_to, *untold])
        return told

    def _searched(self, search: Search) -> Entry:
        return {
            "complete_to": search.complete_to,
            "up_to": MOST,
            "tries": search.tries,
            "bound": search.bound,
        }


def _is_sure(trials: Trials, search: Search, held: list[Entry]) -> bool:
    """Whether a target is out of reach for sure: all of it, or something that is in the way."""
    return is_out_of_reach(trials, search) or any(each["movable"] is False for each in held)


def _best(months: int, plans: list[Entry], searched: Entry | None, *, is_exact: bool) -> Entry:
    return {"months": months, "plans": plans, "searched": searched, "exact": is_exact}
