"""The reference for scoring: try every completion one by one, and look at what happened.

Written from the design and `docs/format.md` alone, without the engine; clear before fast.
A number is tried at the ends of its interval, at every threshold that something compares it
with, and half-way between those: exact, unless a condition compares a quantity.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from itertools import combinations, pairwise, product
from typing import Any

Authored = dict[str, Any]  # a mapping as its author wrote it
Value = Any  # str, bool, Fraction or frozenset of ids; None where a question is absent

CAUSES = ["absorption", "model-progress", "stagnation",
          "platform-policy", "price", "demand", "delivery"]  # fmt: skip
RUNGS = ["says", "link", "measurement"]
OFF = 12
MONTHS = [0, 3, 6, OFF]  # that a clock can have, so that numbers laid against one change there


def evaluate(
    rubric_set: Authored,
    answers: Authored,
    *,
    strict: bool = False,
    assessed: date,
    as_of: date,
    waivers: dict[str, date] | None = None,
    gate: Authored | None = None,
) -> Authored:
    """Everything the design promises about these answers, found by trying every completion."""
    sheet = Sheet(rubric_set, answers)
    sheet.gate |= gate or {}
    values: dict[str, list[Value]] = {}
    for name, question in sheet.questions.items():
        given = long_form(answers.get(name, "unknown"))
        doubted = strict and in_doubt(question, given, assessed, as_of)
        values[name] = possible_values(question, given, doubted)
    every = product(*values.values())
    worlds = [World(sheet, dict(zip(values, raw, strict=True))) for raw in every]
    asked = [name for name, q in sheet.questions.items() if any(w.applies(q) for w in worlds)]
    undecided = [name for name in asked if len(values[name]) > 1]
    judge = partial(verdict, sheet, {name for name, end in (waivers or {}).items() if end >= as_of})
    return months_and_end(worlds) | {
        "caps": {name: cap_result(name, rule, worlds) for name, rule in sheet.caps.items()},
        "findings": {name: status(name in w.findings for w in worlds) for name in sheet.findings},
        "scores": {
            name: bounds(w.score(part, sheet.own[name]) for w in worlds)
            for name, part in sheet.scored.items()
        },
        "open": undecided,
        "asked": len(asked),
        "settled": len(asked) - len(undecided),
        "verdict": judge(worlds),
        "deciding": deciding(judge, worlds, undecided),
    }


# ---- What the rubrics say


class Sheet:
    """The rubrics of a set laid side by side, everything under its id, in set order."""

    def __init__(self, rubric_set: Authored, answers: Authored) -> None:
        """Collect what the rubrics hold, and add to each question the thresholds it meets."""
        rubrics = [with_its_condition(rubric, answers) for rubric in rubric_set["rubrics"]]
        self.gate = {
            "min-months": 6,
            "fail-on": "blocker",
            "clock": "lifeline",
            "min-score": {},
            **rubric_set["set"].get("gate", {}),
        }
        self.questions, self.quantities, self.protections = (
            {item["id"]: dict(item) for rubric in rubrics for item in rubric.get(part, [])}
            for part in ("questions", "quantities", "protections")
        )
        rules = {f"{r['rubric']}/{x['id']}": x for r in rubrics for x in r.get("rules", [])}
        self.caps = {name: rule for name, rule in rules.items() if "cap" in rule}
        self.findings = {name: rule for name, rule in rules.items() if "finding" in rule}
        self.optional = {r["rubric"] for r in rubrics if r.get("optional")}
        self.scored = {r["rubric"]: scored_weights(r) for r in rubrics if "score" in r}
        self.own = {r["rubric"]: {q["id"] for q in r["questions"] if is_scored(q)} for r in rubrics}
        items = [self.questions, self.protections, rules]
        conditions = [item.get("when", {}) for part in items for item in part.values()]
        asked = {mark for condition in conditions for mark in marks(condition)}
        for name, question in self.questions.items():
            bands = {mark for band in question.get("bands", []) for mark in marks({name: band})}
            question["asked"] = [number for subject, number in asked if subject == name]
            question["thresholds"] = question["asked"] + [number for _, number in bands]


def with_its_condition(rubric: Authored, answers: Authored) -> Authored:
    """A rubric, its questions asked only where it applies; an optional one only once begun."""
    questions = rubric.get("questions", [])
    if rubric.get("optional") and not any(q["id"] in answers for q in questions):
        return rubric | {
            "questions": [q | never(q) for q in questions],
            "rules": [rule | never(rule) for rule in rubric.get("rules", [])],
        }
    if "when" not in rubric:
        return rubric
    both = [q | {"when": {"all": [rubric["when"], q.get("when", {})]}} for q in questions]
    return rubric | {"questions": both}


def never(item: Authored) -> Authored:
    """A condition that is never true, and marks what that of something marks."""
    return {"when": {"all": [item.get("when", {}), {"any": []}]}}


def marks(condition: Authored) -> Iterator[tuple[str, Fraction]]:
    """Every plain number in a condition, with the id of what it is compared with."""
    for key, test in condition.items():
        if key in ("all", "any", "not"):
            for part in [test] if key == "not" else test:
                yield from marks(part)
        elif isinstance(test, dict):
            bounds = [test.get("at-least"), test.get("below")]
            yield from ((key, exact(bound)) for bound in bounds if isinstance(bound, int | float))
            if any(isinstance(bound, dict) and "clock" in bound for bound in bounds):
                yield from ((key, exact(months)) for months in MONTHS)


def scored_weights(rubric: Authored) -> dict[str, Fraction]:
    """The questions that count towards a rubric's score, with their weights."""
    own = {q["id"]: exact(q.get("weight", 1)) for q in rubric["questions"] if is_scored(q)}
    return own | {use["question"]: exact(use["weight"]) for use in rubric.get("uses", [])}


def is_scored(question: Authored) -> bool:
    """Whether a question has points, or for yes-no a weight."""
    if question["kind"] == "yes-no":
        return "weight" in question
    return "bands" in question or "points" in question.get("choices", [{}])[0]


def exact(number: float) -> Fraction:
    """The number that was written, 0.1 being one tenth."""
    return Fraction(str(number))


# ---- What an answer can stand for


def long_form(answer: Any) -> Authored:
    """An answer in its long form, an empty one if it says nothing."""
    given = answer if isinstance(answer, dict) else {"answer": answer}
    return {} if given.get("answer") in ("unknown", "later") else given


def in_doubt(question: Authored, given: Authored, assessed: date, as_of: date) -> bool:
    """Whether an answer is unbacked or stale."""
    enough = set(RUNGS[RUNGS.index(question.get("evidence", "says")) :])
    seen = [i for i in given.get("evidence", []) if i.get("date", assessed) <= as_of]
    good = [item for item in seen if enough & item.keys()]
    itself = [] if "evidence" in question else [assessed]
    newest = max([item.get("date", assessed) for item in good] + itself, default=assessed)
    stale = "fresh-for" in question and newest + timedelta(question["fresh-for"]) < as_of
    return stale or ("evidence" in question and not good)


def possible_values(question: Authored, given: Authored, doubted: bool) -> list[Value]:
    """The open set under an answer; of a number only the points that matter."""
    find = {"choices": set_values, "number": number_values}.get(question["kind"], one_values)
    better = question.get("better", "none") if doubted else None
    told = given.keys() & {"answer", "one-of", "between", "surely", "maybe", "not-applicable"}
    if not told or better == "none" or (doubted and "not-applicable" in given):
        absent = [None] if question.get("may-not-apply") else []
        return find(question, anything(question), None) + absent
    return [None] if "not-applicable" in given else find(question, given, better)


def anything(question: Authored) -> Authored:
    """The widest answer that a question allows, apart from not applying."""
    if question["kind"] == "number":
        return {"between": [question["min"], question["max"]]}
    if question["kind"] == "choices":
        return {"maybe": options(question)}
    return {"one-of": options(question)}


def options(question: Authored) -> list[Value]:
    """What can be picked, in order; of yes-no, yes comes first."""
    return [choice["id"] for choice in question.get("choices", [])] or [True, False]


def one_values(question: Authored, given: Authored, better: str | None) -> list[Value]:
    """The choices, or yes and no, left possible; when in doubt with all that are worse."""
    every = options(question)
    left = [option for option in every if option in given.get("one-of", [given.get("answer")])]
    if better in ("first", "yes"):
        return every[every.index(left[0]) :]
    if better in ("last", "no"):
        return every[: every.index(left[-1]) + 1]
    return left


def set_values(question: Authored, given: Authored, better: str | None) -> list[Value]:
    """The sets of choices left possible; when in doubt with all that are worse."""
    surely = frozenset(given["answer"] if "answer" in given else given.get("surely", []))
    maybe = frozenset(given.get("maybe", []))
    if better == "more":
        surely, maybe = frozenset(), surely | maybe
    if better == "fewer":
        maybe = frozenset(options(question))
    perhaps = sorted(maybe - surely)
    sizes = range(len(perhaps) + 1)
    return [surely | set(some) for size in sizes for some in combinations(perhaps, size)]


def number_values(question: Authored, given: Authored, better: str | None) -> list[Value]:
    """The points to try in the interval left possible; when in doubt with all that is worse."""
    low, high = map(exact, given.get("between", [given.get("answer")] * 2))
    low = exact(question["min"]) if better == "higher" else low
    high = exact(question["max"]) if better == "lower" else high
    points = sorted({low, high} | {t for t in question["thresholds"] if low < t < high})
    return points + [(left + right) / 2 for left, right in pairwise(points)]


# ---- What happens in one completion


class World:
    """One completion: a value for every question, and all that follows from them."""

    def __init__(self, sheet: Sheet, raw: dict[str, Value]) -> None:
        """Work out what is asked, what holds and what fires."""
        self.sheet, self.raw, self.values = sheet, raw, dict[str, Value]()
        self.protections = {name for name, item in sheet.protections.items() if self.applies(item)}
        self.caps = {name: self.months(r) for name, r in sheet.caps.items() if self.applies(r)}
        self.advantage, self.necessity = self.clock("advantage"), self.clock("necessity")
        self.lifeline = min(self.advantage, self.necessity)
        self.findings = {name for name, rule in sheet.findings.items() if self.applies(rule)}

    def applies(self, item: Authored) -> bool:
        """Whether the condition of a question, protection or rule is true; having none is."""
        return self.truth(item.get("when", {})) is True

    def months(self, rule: Authored) -> int:
        """What a cap that fires amounts to, after the best lift that holds."""
        lifts = [
            months for name, months in rule.get("unless", {}).items() if name in self.protections
        ]
        return max(lifts, default=int(rule["cap"]["months"]))

    def clock(self, which: str) -> int:
        """The months on a clock."""
        on_it = [
            m for name, m in self.caps.items() if self.sheet.caps[name]["cap"]["clock"] == which
        ]
        return min(on_it, default=OFF)

    def value(self, name: str) -> Value:
        """The value of a question or quantity, None where absent or undefined."""
        if name in self.sheet.quantities:
            return self.amount(self.sheet.quantities[name]["formula"])
        if name not in self.values:
            asked = self.applies(self.sheet.questions[name])
            self.values[name] = self.raw[name] if asked else None
        return self.values[name]

    def cell(self, name: str) -> Value:
        """What counts as one value: of a number, how many thresholds conditions set it has met."""
        if not isinstance(value := self.raw[name], Fraction):
            return value
        return sum(value >= threshold for threshold in self.sheet.questions[name]["asked"])

    def truth(self, condition: Authored) -> bool | None:
        """A condition by Kleene, None being undefined."""
        return kleene([self.entry(key, test) for key, test in condition.items()], False)

    def entry(self, key: str, test: Any) -> bool | None:
        """One entry of a condition."""
        if key in ("all", "any"):
            return kleene([self.truth(part) for part in test], key == "any")
        if key == "not":
            inner = self.truth(test)
            return None if inner is None else not inner
        if (value := self.value(key)) is None:
            return None
        tests = test if isinstance(test, dict) else {"is": test}
        return kleene([self.compare(value, word, to) for word, to in tests.items()], False)

    def compare(self, value: Value, word: str, operand: Any) -> bool | None:
        """One comparison with a value."""
        if word == "is":
            return bool(value == (frozenset(operand) if isinstance(operand, list) else operand))
        if word == "in":
            return value in operand
        if word == "includes":
            return bool(value & set(operand if isinstance(operand, list) else [operand]))
        if isinstance(operand, dict) and "clock" in operand:
            return self.against(value, word, operand["clock"])
        bound = self.amount(operand["quantity"] if isinstance(operand, dict) else operand)
        if bound is None:
            return None
        return bool(value >= bound) if word == "at-least" else bool(value < bound)

    def against(self, value: Fraction, word: str, clock: str) -> bool:
        """One comparison with a clock; 12 is 12 or more, which nothing is known to reach."""
        months = {
            "advantage": self.advantage,
            "necessity": self.necessity,
            "lifeline": self.lifeline,
        }[clock]
        return value < months if word == "below" else months < OFF and value >= months

    def amount(self, operand: Any) -> Fraction | None:
        """An id, a number or a formula as a number, None where undefined."""
        if not isinstance(operand, dict):
            return self.value(operand) if isinstance(operand, str) else exact(operand)
        ((word, operands),) = operand.items()
        parts = [self.amount(part) for part in operands]
        known = [part for part in parts if part is not None]
        return OPERATIONS[word](known) if len(known) == len(parts) else None

    def score(self, weights: dict[str, Fraction], own: set[str]) -> Fraction | None:
        """A score out of 100 over the questions that are there, None if there are none.

        Those of other rubrics do not make one up by themselves, unless all are of others.
        """
        there = {name: value for name in weights if (value := self.value(name)) is not None}
        if own and not own & there.keys():
            return None
        earned = [weights[name] * share(self.sheet.questions[name], there[name]) for name in there]
        total = sum(weights[name] for name in there)
        return 100 * sum(earned, Fraction()) / total if total else None


OPERATIONS: dict[str, Callable[[list[Fraction]], Fraction | None]] = {
    "product": lambda parts: math.prod(parts, start=Fraction(1)),
    "sum": lambda parts: sum(parts, Fraction()),
    "least": min,
    "greatest": max,
    "difference": lambda parts: parts[0] - parts[1],
    "ratio": lambda parts: parts[0] / parts[1] if parts[1] else None,
}


def share(question: Authored, value: Value) -> Fraction:
    """How much of a question's weight a value earns, 0 to 1."""
    if question["kind"] == "yes-no":
        return Fraction(value == (question["better"] == "yes"))
    if question["kind"] == "number":
        first, *later = question["bands"]
        reached = [band for band in later if value >= exact(band["at-least"])]
        return exact([first, *reached][-1]["points"])
    chosen = value if question["kind"] == "choices" else {value}
    points = [exact(c["points"]) for c in question["choices"] if c["id"] in chosen]
    return min(Fraction(1), sum(points, Fraction()))


def kleene(parts: list[bool | None], decisive: bool) -> bool | None:
    """Decisive if one part is that, else undefined if one part is, else the opposite."""
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive


# ---- What all completions say together


def months_and_end(worlds: list[World]) -> Authored:
    """The ranges of both clocks and of the lifeline, and how its low end comes about."""
    least = min(world.lifeline for world in worlds)
    end = named_end([world for world in worlds if world.lifeline == least])
    return {
        "lifeline": (least, max(world.lifeline for world in worlds)),
        "advantage": bounds(world.advantage for world in worlds),
        "necessity": bounds(world.necessity for world in worlds),
        "ends": end[0],
        "cause": end[1],
        "certain": all(named_end([world]) == end for world in worlds),
    }


def named_end(worlds: list[World]) -> tuple[str | None, str | None]:
    """The clock and cause named for completions that share one lifeline."""
    if worlds[0].lifeline == OFF:
        return None, None
    necessity = any(world.necessity == world.lifeline for world in worlds)
    ending = {name for w in worlds for name, months in w.caps.items() if months == w.lifeline}
    causes = [worlds[0].sheet.caps[name]["cap"]["cause"] for name in ending]
    return "necessity" if necessity else "advantage", min(causes, key=CAUSES.index)


def bounds(found: Iterable[Any]) -> Any:
    """The least and the greatest of what is not None, None if nothing is."""
    ordered = sorted(one for one in found if one is not None)
    return (ordered[0], ordered[-1]) if ordered else None


def status(fires: Iterable[bool]) -> str:
    """Whether something happens in every completion, in some, or in none."""
    seen = set(fires)
    return "silent" if True not in seen else "possible" if False in seen else "certain"


def cap_result(name: str, rule: Authored, worlds: list[World]) -> Authored:
    """When a cap fires, at what value, and which protections then lift it."""
    firing = [world for world in worlds if name in world.caps]
    low, high = bounds(world.caps[name] for world in firing) or (None, None)
    lifts = {p: status(p in world.protections for world in firing) for p in rule.get("unless", {})}
    return {
        "status": status(name in world.caps for world in worlds),
        "low": low,
        "high": high,
        "lifted_by": {p: how for p, how in lifts.items() if how != "silent"},
    }


def verdict(sheet: Sheet, waived: set[str], worlds: list[World]) -> str:
    """The worst of the range gate, the score gates and the findings gate."""
    low, high = bounds(getattr(world, sheet.gate["clock"]) for world in worlds)
    results = {at_least(low, high, sheet.gate["min-months"])}
    for name, wanted in sheet.gate["min-score"].items():
        scores = [world.score(sheet.scored[name], sheet.own[name]) for world in worlds]
        if found := bounds(iter(scores)):
            reached = at_least(found[0], found[1], wanted)
            results.add("unclear" if reached == "fail" and None in scores else reached)
    levels = {"blocker": ["blocker"], "warning": ["blocker", "warning"], "none": []}
    for name, rule in sheet.findings.items():
        if name.partition("/")[0] in sheet.optional:
            continue
        if rule["finding"] in levels[sheet.gate["fail-on"]] and name not in waived:
            fires = status(name in world.findings for world in worlds)
            results.add({"certain": "fail", "possible": "unclear", "silent": "pass"}[fires])
    return min(results, key=["fail", "unclear", "pass"].index)


def at_least(low: Any, high: Any, wanted: Any) -> str:
    """Whether something is surely as much as is wanted, surely not, or perhaps."""
    return "pass" if low >= wanted else "fail" if high < wanted else "unclear"


def deciding(
    judge: Callable[[list[World]], str], worlds: list[World], undecided: list[str]
) -> Authored | None:
    """The open question, and if need be the pair, that most likely settles an unclear verdict."""
    if judge(worlds) != "unclear" or not undecided:
        return None

    def settled(*ids: str) -> Fraction:
        groups = defaultdict[Any, list[World]](list)
        for world in worlds:
            groups[tuple(world.cell(name) for name in ids)].append(world)
        return Fraction(sum(judge(group) != "unclear" for group in groups.values()), len(groups))

    best = max(undecided, key=settled)
    result: Authored = {"question": best, "share": settled(best)}
    pairs = [(*pair, settled(*pair)) for pair in combinations(undecided, 2)]
    if result["share"] < 1 and pairs:
        result["pair"] = max(pairs, key=lambda pair: pair[2])
    return result
