"""Small generated rubric sets, and answers to them in every form that the format allows.

Ids stand in another order than the alphabet's, so that "in set order" is told from "sorted".
Conditions look only at questions and quantities that stand before them, so nothing is circular.
All numbers are halves and a ratio is never calculated with any further: floats are exact, too.
In half of the sets all numbers are months, and most findings lay them against a clock.
"""

from datetime import date
from typing import Any

from hypothesis import strategies as st

Authored = dict[str, Any]

ASSESSED = date(2023, 6, 30)  # no evidence that is generated is younger
RUBRICS = ["orchard", "garden"]
OPTIONAL = "shed"
MOST_PARTS = 100
QUESTIONS = ["mango", "apple", "peach", "cherry", "lemon", "fig"]
QUANTITIES = [["yield", "crop"], ["water", "soil"]]
PROTECTIONS = ["wall", "hedge", "fence"]
CAPS = ["late-frost", "drought", "wasps", "blight", "hail"]
FINDINGS = ["weeds", "moss"]
CHOICES = ["near", "further", "away"]
POINTS = [0, 0.25, 0.5, 0.75, 1]
BETTER = {
    "choice": ["first", "last"],
    "choices": ["more", "fewer"],
    "number": ["higher", "lower"],
    "yes-no": ["yes", "no"],
}
MOST_VALUES = {"choice": 4, "choices": 9, "number": 8, "yes-no": 3}  # absent is one, too
MONTHS = [(-1, 1), (1, 4), (2, 3), (2, 7), (5, 8), (5, 13), (10, 13), (12, 14)]
MOST_MONTHS = 10  # values of months: both ends, a threshold, two clocks, between them, and absent
COMPLETIONS = 3000  # that a generated set has at most
CAUSES = [
    "absorption",
    "model-progress",
    "stagnation",
    "platform-policy",
    "price",
    "demand",
    "delivery",
]
TEXT = {"because": "It grows.", "remedy": "Water it.", "claims": ["S001-2"]}


def as_of_dates() -> st.SearchStrategy[date]:
    """Days to look from: the day of the assessment, or up to a year and a half later."""
    return st.just(ASSESSED) | st.dates(ASSESSED, date(2024, 12, 31))


# ---- Rubric sets


@st.composite
def rubric_sets(draw: st.DrawFn, *, quantities: bool = True, clocks: bool = False) -> Authored:
    """A valid set of one or two rubrics; without quantities the reference is exact for it.

    With clocks, it has numbers of months and a finding that lays one of them against a clock.
    """
    ground = Ground(draw, quantities, clocks)
    caps = CAPS[: draw(st.integers(1, len(CAPS)))]
    findings = FINDINGS[: draw(st.integers(1 if clocks else 0, len(FINDINGS)))]
    names = RUBRICS[: draw(st.integers(1, 2 if len(caps) > 1 else 1))]
    rubrics = [ground.rubric(name) for name in names]
    while ground.is_wanting() or (draw(st.integers(0, 5)) and ground.has_room()):
        rubrics[-1]["questions"].append(ground.question())
    ground.quantities_of(rubrics[-1])
    protections = PROTECTIONS[: draw(st.integers(0, len(PROTECTIONS)))]
    for name in protections:
        home = draw(st.sampled_from(rubrics))
        home.setdefault("protections", []).append(ground.protection(name))
    for place, name in enumerate(caps):
        home = rubrics[place] if place < len(rubrics) else draw(st.sampled_from(rubrics))
        home["rules"].append(ground.cap(name, protections))
    for name in findings:
        draw(st.sampled_from(rubrics))["rules"].append(ground.finding(name))
    score(draw, rubrics)
    if ground.has_room() and ground.coin():
        rubrics.append(ground.optional())
        names = [*names, OPTIONAL]
    found: Authored = unshared({"set": set_file(draw, names), "rubrics": rubrics})
    return found


class Ground:
    """What a set being generated holds so far, for conditions and formulas to refer to."""

    def __init__(self, draw: st.DrawFn, quantities: bool, clocks: bool) -> None:
        self.draw, self.quantities, self.clocks = draw, quantities, clocks
        self.questions: list[Authored] = []
        self.thresholds: dict[str, list[float]] = {}
        self.parts: dict[str, int] = {}  # quantity -> ids and numbers in it, written out
        self.formulas: dict[str, bool] = {}  # quantity -> whether a ratio is in it
        self.completions = 1
        self.in_months = clocks or self.coin()

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.questions)

    def is_wanting(self) -> bool:
        """Whether there has to be another question."""
        return self.count < 2 or (self.clocks and not self.thresholds)

    def has_room(self) -> bool:
        """Whether enumeration stays short with another question."""
        return self.count < len(QUESTIONS) and bool(self.kinds())

    def kinds(self) -> list[str]:
        """The kinds that the next question can be of."""
        return [kind for kind in MOST_VALUES if self.most(kind) * self.completions <= COMPLETIONS]

    def most(self, kind: str) -> int:
        """How many values the reference tries at most of a question of this kind."""
        return MOST_MONTHS if kind == "number" and self.in_months else MOST_VALUES[kind]

    def pick(self, *options: Any) -> Any:
        """One of these."""
        return self.draw(st.sampled_from(options))

    def coin(self) -> bool:
        """Heads or tails."""
        return self.draw(st.booleans())

    def some(self, options: list[Any], least: int = 1) -> list[Any]:
        """Several of these, in any order."""
        return self.draw(st.lists(st.sampled_from(options), min_size=least, unique=True))

    def rubric(self, name: str) -> Authored:
        """A rubric with a question or two, and with quantities of them."""
        rubric: Authored = {
            "rubric-format": 1,
            "rubric": name,
            "title": "What grows here",
            "about": "Fruit.",
            "questions": [self.question()],
            "rules": [],
        }
        if self.has_room() and self.coin():
            rubric["questions"].append(self.question())
        if name == RUBRICS[0]:
            self.quantities_of(rubric)
        return rubric

    def optional(self) -> Authored:
        """A rubric that may be left out; nothing that stands before it can look at it."""
        when = {"when": self.condition()} if self.coin() else {}
        rubric = self.rubric(OPTIONAL) | when | {"optional": True}
        rubric["rules"] = [self.finding("late") for _ in range(self.draw(st.integers(0, 1)))]
        for rule in rubric["rules"]:
            rule["finding"] = self.pick("warning", "note")
        if any(map(is_scored, rubric["questions"])) and self.coin():
            rubric["score"] = "Shade"
        return rubric

    def question(self) -> Authored:
        """The next question, hidden or not by what stands before it."""
        kind = self.pick(*self.kinds())
        if self.clocks and self.count and not self.thresholds:
            kind = "number"
        scored = self.coin()
        question: Authored = {"id": QUESTIONS[self.count], "ask": "How?", "why": "One. Two."}
        question |= {"claims": ["S001-1"], "kind": kind, "changeable": self.pick("weeks", False)}
        question["better"] = self.pick(*BETTER[kind], *([] if scored else ["none"]))
        question |= self.extras() | self.values(kind, question["id"], scored)
        if scored and (kind == "yes-no" or self.coin()):
            question["weight"] = self.pick(1, 2, 0.5)
        self.completions *= self.most(kind)
        self.questions.append(question)
        return question

    def extras(self) -> Authored:
        """What a question may have whatever its kind."""
        found: Authored = {}
        if self.questions and self.coin():
            found["when"] = self.atom_on(self.questions[-1]) if self.coin() else self.condition()
        if self.draw(st.integers(0, 2)) == 0:
            found["may-not-apply"] = True
        if self.coin():
            found["evidence"] = self.pick("says", "link", "measurement")
        if self.coin():
            found["fresh-for"] = self.pick(30, 180)
        return found

    def values(self, kind: str, name: str, scored: bool) -> Authored:
        """What a question of this kind can be answered with, and its points."""
        if kind == "yes-no":
            return {}
        if kind == "number":
            return self.numbers(name, scored)
        choices = [{"id": choice, "label": "There"} for choice in CHOICES[: self.pick(2, 3)]]
        points = [{"points": self.pick(*POINTS)} if scored else {} for _ in choices]
        return {"choices": [a | b for a, b in zip(choices, points, strict=True)]}

    def numbers(self, name: str, scored: bool) -> Authored:
        """A small domain, and the one or two numbers in it that all comparisons use."""
        least = self.draw(st.integers(-2, 1))
        most = least + self.draw(st.integers(1, 4))
        if self.in_months:
            least, most = self.pick(*MONTHS)
        self.thresholds[name] = self.some(halves(least, most))[: 1 if self.in_months else 2]
        found: Authored = {"unit": self.unit, "min": least, "max": most}
        if scored:
            steps = sorted(number for number in self.thresholds[name] if number > least)
            bands = [{}, *({"at-least": step} for step in steps)]
            found["bands"] = [band | {"points": self.pick(*POINTS)} for band in bands]
        return found

    # Quantities

    @property
    def unit(self) -> str:
        """The unit of every number."""
        return "month" if self.in_months else "1"

    def quantities_of(self, rubric: Authored) -> None:
        """Add up to two quantities to a rubric that has none yet."""
        names = QUANTITIES[RUBRICS.index(rubric["rubric"])]
        if not (self.quantities and self.thresholds) or "quantities" in rubric:
            return
        for name in names[: self.draw(st.integers(0, 2))]:
            changing = [] if self.in_months else ["product", "ratio"]
            word = self.pick(*changing, "sum", "difference", "least", "greatest")
            formula, has_ratio = self.formula(word, depth=1)
            self.parts[name] = self.parts_of(formula)
            if self.parts[name] > MOST_PARTS:
                return  # written out it would be refused as too long
            quantity = {"id": name, "unit": self.unit, "formula": formula}
            rubric.setdefault("quantities", []).append(quantity)
            self.formulas[name] = has_ratio

    def parts_of(self, formula: Any) -> int:
        """How many ids and numbers a formula has, with its quantities written out."""
        if not isinstance(formula, dict):
            return self.parts.get(str(formula), 1)
        (parts,) = formula.values()
        return sum(map(self.parts_of, parts))

    def formula(self, word: str, depth: int) -> tuple[Authored, bool]:
        """A formula over at least one id, and whether a ratio is in it."""
        size = 2 if word in ("ratio", "difference") else self.pick(2, 3)
        plain = [name for name, has_ratio in self.formulas.items() if not has_ratio]
        comparing = word in ("least", "greatest") and depth == 1
        names = [*self.thresholds, *(self.formulas if comparing else plain)]
        parts: list[Any] = [self.pick(*names)]
        while len(parts) < size:
            parts.append(self.operand(names, depth))
        if self.coin():
            parts.reverse()
        has_ratio = word == "ratio" or any(self.formulas.get(str(part)) for part in parts)
        return {word: parts}, has_ratio

    def operand(self, names: list[str], depth: int) -> Any:
        """An id, a number other than 0, or a formula without a ratio."""
        if depth and self.draw(st.integers(0, 3)) == 0:
            product = [] if self.in_months else ["product"]
            return self.formula(self.pick(*product, "sum", "difference", "least"), 0)[0]
        return self.pick(*names, *names, *([] if self.in_months else [1, 2, 0.5]))

    # Conditions

    def condition(self, depth: int = 2) -> Authored:
        """A condition over what there is so far."""
        form = self.pick("atom", "atom", "both", "all", "any", "not") if depth else "atom"
        if form in ("all", "any"):
            return {
                form: [self.condition(depth - 1) for _ in range(self.pick(2, 1, 3, 2, 2, 3, 0))]
            }
        if form == "not":
            return {"not": self.condition(depth - 1)}
        return (self.atom() | self.atom()) if form == "both" else self.atom()

    def atom(self) -> Authored:
        """One comparison of a question or a quantity."""
        if self.formulas and self.draw(st.integers(0, 3)) == 0:
            return {self.pick(*self.formulas): self.limit([-1, 0, 0.5, 1, 2, 3])}
        return self.atom_on(self.pick(*self.questions))

    def atom_on(self, question: Authored) -> Authored:
        """One comparison of this question."""
        name, kind = question["id"], question["kind"]
        if kind == "yes-no":
            return {name: self.coin()}
        if kind == "number":
            return {name: self.limit(self.thresholds[name])}
        ids = [choice["id"] for choice in question["choices"]]
        if kind == "choice":
            one = self.pick(*ids)
            return {name: self.pick(one, {"is": one}, {"in": self.some(ids)})}
        several = {"includes": self.some(ids)}, {"is": self.some(ids, least=0)}
        return {name: self.pick({"includes": self.pick(*ids)}, *several)}

    def limit(self, numbers: list[float]) -> Authored:
        """At least or below one of these numbers, or now and then a quantity."""
        if self.formulas and self.draw(st.integers(0, 3)) == 0:
            return {self.pick("at-least", "below"): {"quantity": self.pick(*self.formulas)}}
        return {self.pick("at-least", "below"): self.pick(*numbers)}

    # Protections and rules

    def protection(self, name: str) -> Authored:
        """A protection."""
        return {"id": name, "when": self.condition()} | TEXT

    def cap(self, name: str, protections: list[str]) -> Authored:
        """A rule with a cap, lifted by some of the protections."""
        months = self.pick(6, 3, 0, 3, 6)
        cap = {"clock": self.pick("advantage", "necessity"), "months": months}
        rule: Authored = {"id": name, "cap": cap | {"cause": self.pick(*CAUSES)}} | TEXT
        if self.draw(st.integers(0, 6)):
            rule["when"] = self.condition()
        lifting = self.some(protections, least=0) if protections else []
        if lifting:
            lifts = [lift for lift in (3, 6, 12) if lift > months]
            rule["unless"] = {protection: self.pick(*lifts) for protection in lifting}
        return rule

    def finding(self, name: str) -> Authored:
        """A rule with a finding, which may lay a number against a clock."""
        level = self.pick("blocker", "warning", "note")
        rule: Authored = {"id": name, "finding": level} | TEXT
        if self.in_months and self.thresholds and (self.clocks or self.draw(st.integers(0, 3))):
            clock = {"clock": self.pick("lifeline", "advantage", "necessity")}
            when = {self.pick(*self.thresholds): {self.pick("at-least", "below"): clock}}
            return rule | {"when": when, "because": "It takes {answer}; left are {clock}."}
        return rule | ({"when": self.condition()} if self.draw(st.integers(0, 4)) else {})


def halves(least: float, most: float) -> list[Any]:
    """All whole and half numbers from the one to the other, whole ones as int."""
    return [n // 2 if n % 2 == 0 else n / 2 for n in range(int(2 * least), int(2 * most) + 1)]


def is_scored(question: Authored) -> bool:
    """Whether a question has points or, for yes-no, a weight."""
    return bool({"bands", "weight"} & question.keys()) or any(
        "points" in choice for choice in question.get("choices", [])
    )


def score(draw: st.DrawFn, rubrics: list[Authored]) -> None:
    """Give some of the rubrics a score, of their own questions and of the other's."""
    for rubric in rubrics:
        others = [q for other in rubrics if other is not rubric for q in other["questions"]]
        usable = [question["id"] for question in others if is_scored(question)]
        used = draw(st.lists(st.sampled_from(usable), unique=True)) if usable else []
        wanted: int = draw(st.integers(0, 3))
        if wanted and (used or any(map(is_scored, rubric["questions"]))):
            rubric["score"] = "Sweetness"
            if used:
                weights = st.sampled_from([1, 2, 0.5])
                rubric["uses"] = [{"question": name, "weight": draw(weights)} for name in used]


def set_file(draw: st.DrawFn, rubrics: list[str]) -> Authored:
    """The set's own file."""
    gate = {
        "min-months": draw(st.sampled_from([6, 12, 3, 6, 0])),
        "fail-on": draw(st.sampled_from(["blocker", "warning", "none"])),
    }
    named = {"set-format": 1, "set": "farm", "version": "0.1.0", "title": "A farm"}
    return named | {"language": "en", "rubrics": rubrics, "gate": gate}


def claims_for(rubric_set: Authored) -> Authored:
    """A claims file with every claim that the set names."""
    parts = ("questions", "protections", "rules")
    items = [item for r in rubric_set["rubrics"] for part in parts for item in r.get(part, [])]
    ids = sorted({claim for item in items for claim in item["claims"]})
    status = {"verdict": "holds", "date": date(2023, 9, 3)}
    told = {"says": "Fruit grows.", "source": "S001", "tag": "advice", "status": status}
    source = {"id": "S001", "title": "On fruit", "author": "A. Gardener"}
    sources = [source | {"date": date(2023, 9, 3)}]
    claims = [{"id": claim} | told for claim in ids]
    found: Authored = unshared({"claims-format": 1, "sources": sources, "claims": claims})
    return found


def unshared(value: Any) -> Any:
    """A copy in which nothing stands twice, as a YAML writer would make an alias of that."""
    if isinstance(value, dict):
        return {key: unshared(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unshared(inner) for inner in value]
    return date.fromordinal(value.toordinal()) if isinstance(value, date) else value


# ---- Answers


@st.composite
def answers_for(draw: st.DrawFn, rubric_set: Authored) -> Authored:
    """Answers to some of a set's questions, hidden ones included, in any order."""
    answers: Authored = {}
    for question in draw(st.permutations(questions_of(rubric_set))):
        form = draw(st.sampled_from(["missing", "open", "short", "long", "long", "short"]))
        if form == "open":
            reserved = draw(st.sampled_from(["unknown", "later"]))
            answers[question["id"]] = draw(st.sampled_from([reserved, {"answer": reserved}]))
        elif form != "missing":
            said = draw(sayings(question))
            beside = draw(evidence_and_notes()) if form == "long" else {}
            plain = list(said) == ["answer"] and not beside and draw(st.booleans())
            answers[question["id"]] = said["answer"] if plain else said | beside
    return {name: unshared(answer) for name, answer in answers.items()}


def questions_of(rubric_set: Authored) -> list[Authored]:
    """All questions, in set order."""
    return [question for rubric in rubric_set["rubrics"] for question in rubric["questions"]]


def options(question: Authored) -> list[str]:
    """The ids of a question's choices."""
    return [choice["id"] for choice in question["choices"]]


@st.composite
def sayings(draw: st.DrawFn, question: Authored) -> Authored:
    """What an answer to a question says, in long form without evidence and notes."""
    if question.get("may-not-apply") and draw(st.integers(0, 3)) == 0:
        return {"not-applicable": "We have no trees."}
    wide = draw(st.booleans())
    if question["kind"] == "yes-no":
        return {"answer": draw(st.booleans())}
    if question["kind"] == "number":
        return draw(number_sayings(question, wide))
    ids = options(question)
    picked = draw(st.lists(st.sampled_from(ids), min_size=2 if wide else 1, unique=True))
    if question["kind"] == "choice":
        return {"one-of": picked} if wide else {"answer": picked[0]}
    if wide:
        cut = draw(st.integers(0, len(picked) - 1))
        return {"surely": picked[:cut], "maybe": picked[cut:]}
    return {"answer": draw(st.sampled_from([picked, []]))}


@st.composite
def number_sayings(draw: st.DrawFn, question: Authored, wide: bool) -> Authored:
    """A number, or an interval that is wider than a point."""
    size = 2 if wide else 1
    numbers = st.sampled_from(halves(question["min"], question["max"]))
    picked = sorted(draw(st.lists(numbers, min_size=size, max_size=size, unique=True)))
    return {"between": picked} if wide else {"answer": picked[0]}


@st.composite
def evidence_and_notes(draw: st.DrawFn) -> Authored:
    """What stands beside an answer in its long form."""
    texts = {"says": "An old gardener.", "link": "https://example.org/plum", "measurement": "9 kg"}
    items = []
    for _ in range(draw(st.integers(0, 2))):
        kinds = draw(st.lists(st.sampled_from(list(texts)), min_size=1, unique=True))
        item: Authored = {kind: texts[kind] for kind in kinds}
        if draw(st.integers(0, 3)):
            item["date"] = draw(st.dates(date(2022, 9, 1), ASSESSED))
        items.append(item)
    beside: Authored = {"evidence": items} if items else {}
    return beside | draw(st.sampled_from([{}, {"by": "founder", "note": "See the shed."}]))


# ---- The same answers, saying less


@st.composite
def widened(draw: st.DrawFn, rubric_set: Authored, answers: Authored) -> Authored:
    """The answers with one of them withdrawn, widened or robbed of evidence."""
    given = [question for question in questions_of(rubric_set) if question["id"] in answers]
    if not given:
        return answers
    question = draw(st.sampled_from(given))
    name = question["id"]
    answer = answers[name] if isinstance(answers[name], dict) else {"answer": answers[name]}
    how = draw(st.sampled_from(["withdraw", "widen", "widen", "forget"]))
    if how == "forget" and answer.get("evidence"):
        return answers | {name: draw(less_evidence(answer))}
    if how == "widen" and answer.get("answer") not in ("unknown", "later"):
        return answers | {name: draw(wider(question, answer))}
    if draw(st.booleans()):
        return answers | {name: "unknown"}
    return {other: answers[other] for other in answers if other != name}


@st.composite
def less_evidence(draw: st.DrawFn, answer: Authored) -> Authored:
    """The answer without one item of its evidence, or without any."""
    items = answer["evidence"]
    lost = draw(st.integers(0, len(items) - 1))
    left = items[:lost] + items[lost + 1 :]
    if draw(st.booleans()):
        left = []
    without = {key: value for key, value in answer.items() if key != "evidence"}
    return without | ({"evidence": left} if left else {})


@st.composite
def wider(draw: st.DrawFn, question: Authored, answer: Authored) -> Authored:
    """The answer, evidence and all, standing for more than it did, or for anything."""
    said = {"answer", "one-of", "between", "surely", "maybe", "not-applicable"}
    beside = {key: value for key, value in answer.items() if key not in said}
    if question["kind"] == "yes-no" or "not-applicable" in answer:
        return {"answer": "unknown"} | beside
    if question["kind"] == "number":
        low, high = answer.get("between", [answer.get("answer")] * 2)
        lows, highs = halves(question["min"], low), halves(high, question["max"])
        between = [draw(st.sampled_from(lows)), draw(st.sampled_from(highs))]
        return ({"between": between} if between[0] < between[1] else {"answer": low}) | beside
    more = draw(st.lists(st.sampled_from(options(question)), min_size=1, unique=True))
    if question["kind"] == "choice":
        left = set(more) | set(answer.get("one-of", [answer.get("answer")]))
        wide = {"one-of": [one for one in options(question) if one in left]}
        return (wide if len(left) > 1 else {"answer": left.pop()}) | beside
    sure = answer["answer"] if "answer" in answer else answer["surely"]
    surely = [one for one in sure if one not in more]
    maybe = [one for one in options(question) if one in {*more, *answer.get("maybe", [])}]
    return {"surely": surely, "maybe": maybe} | beside
