"""Changes what a set says that another one extends: what is off goes, texts and weights change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lifeline.model.rubric import Question, Rubric, Rule
from lifeline.reading.spelling import hint, not_among
from lifeline.reading.standing import Off, Standing
from lifeline.reading.switching_off import KINDS, entries_in, off_in, still_read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.condition import Path
    from lifeline.model.extending import Override
    from lifeline.model.rubric import RubricSet
    from lifeline.reading.standing import Said
    from lifeline.reading.switching_off import Entry, Rubrics
    from lifeline.reading.validation import Source

MAY_CHANGE = {
    "rubric": ("title", "about"),
    "questions": ("weight", "ask", "why", "labels"),
    "protections": ("because", "remedy"),
    "rules": ("because", "remedy"),
}


def overridden(
    own: RubricSet, source: Source, base: Rubrics, standing: Standing
) -> tuple[Rubrics, Standing]:
    """Give the rubrics of the extended set as they are in a set that extends it, and where.

    What does not fit is recorded in the source of the set that extends.
    """
    layer = _Layer(own, source, base, standing)
    layer.check()
    return layer.rubrics(), layer.standing()


@dataclass
class _Layer:
    own: RubricSet
    source: Source
    base: Rubrics
    before: Standing
    off: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.off = off_in(self.own, self.base)

    def check(self) -> None:
        """Record every override that fits nothing."""
        kinds = kinds_in(self.base)
        for id_, override in self.own.overrides.items():
            if id_ not in kinds:
                self._report(id_, self._unknown(id_, kinds))
                continue
            kind, entry = kinds[id_]
            for key in override.given():
                if key not in MAY_CHANGE[kind]:
                    self._report(id_, not_among(key, (*MAY_CHANGE[kind], "off"), "changeable here"))
            if isinstance(entry, Question):
                self._check_question(id_, override, entry)
        for id_, message in still_read(self.base, self.off):
            self._report(id_, message)

    def _unknown(self, id_: str, known: Iterable[str]) -> str:
        if id_ in self.before.off:
            return self.before.off[id_].told()
        expected = "Expected a rubric, or RUBRIC/ID of a question, rule or protection."
        return f"names nothing in the extended set. {expected}{hint(id_, known)}"

    def _check_question(self, id_: str, override: Override, question: Question) -> None:
        known = [choice.id for choice in question.choices or ()]
        for word in override.labels:
            if word not in known:
                self._report(id_, not_among(word, known, f"a choice of {question.id}"), "labels")
        if override.weight is not None and not question.is_scored:
            self._report(id_, f"{question.id} has no points, so a weight counts nowhere.", "weight")

    def _report(self, id_: str, message: str, *steps: str) -> None:
        self.source.add(("overrides", id_, *steps), message)

    def rubrics(self) -> Rubrics:
        """Give what is left, with the words and weights of the set that extends."""
        on = [(source, rubric) for source, rubric in self.base if rubric.rubric not in self.off]
        return [(source, self._rubric(rubric)) for source, rubric in on]

    def standing(self) -> Standing:
        """Give where what is left stands, and what is said otherwise, here or further below."""
        before, kinds = self.before, kinds_in(self.base)
        left = {
            (source.name, kind): [before.place(source, kind, n) for n in self._left(rubric, kind)]
            for source, rubric in self.base
            for kind in (*KINDS, "uses")
        }
        own = {id_: self._said(id_, kinds[id_][1]) for id_ in self.own.overrides if id_ in kinds}
        both = {id_: before.said.get(id_, {}) | own.get(id_, {}) for id_ in before.said | own}
        return Standing(left, both, before.off | self._switched_off())

    def _switched_off(self) -> dict[str, Off]:
        """Give what is off here, each where it is put off."""
        kinds = {id_: kind for id_, kind, _ in entries_in(self.base)}
        return {
            id_: Off(kinds.get(id_, "rubric"), self.own.set, self.source, ("overrides", by))
            for id_, by in sorted(self.off.items())
        }

    def _said(self, id_: str, entry: Entry | None) -> Said:
        """Give where an override says something, by where else that would stand."""
        override = self.own.overrides[id_]
        ways: dict[Path, Path] = {(key,): (key,) for key in override.given()}
        choices = entry.choices or () if isinstance(entry, Question) else ()
        for place, choice in enumerate(choices):
            if choice.id in override.labels:
                ways["choices", place, "label"] = ("labels", choice.id)
        return {way: (self.source, ("overrides", id_, *to)) for way, to in ways.items()}

    def _left(self, rubric: Rubric, kind: str) -> dict[int, Any]:
        """Give what is not off of a list of a rubric, by its place there."""
        entries = enumerate(getattr(rubric, kind))
        if kind == "uses":
            off = self._off_of("questions")
            return {place: use for place, use in entries if use.question not in off}
        return {n: entry for n, entry in entries if f"{rubric.rubric}/{entry.id}" not in self.off}

    def _rubric(self, rubric: Rubric) -> Rubric:
        changed: dict[str, Any] = self._changed(rubric.rubric)
        for kind in KINDS:
            changed[kind] = [
                self._entry(f"{rubric.rubric}/{entry.id}", entry)
                for entry in self._left(rubric, kind).values()
            ]
        changed["uses"] = [*self._left(rubric, "uses").values()]
        return rubric.model_copy(update=changed)

    def _entry(self, id_: str, entry: Entry) -> Entry:
        changed = self._changed(id_)
        labels = changed.pop("labels", {})
        if isinstance(entry, Question) and labels:
            changed["choices"] = [
                choice.model_copy(update={"label": labels.get(choice.id, choice.label)})
                for choice in entry.choices or ()
            ]
        if isinstance(entry, Rule):
            off = self._off_of("protections")
            changed["unless"] = {p: to for p, to in entry.unless.items() if p not in off}
        return entry.model_copy(update=changed)

    def _changed(self, id_: str) -> dict[str, Any]:
        override = self.own.overrides.get(id_)
        return {key: getattr(override, key) for key in override.given()} if override else {}

    def _off_of(self, *kinds: str) -> dict[str, str]:
        """Give what is off of some kinds, by id and as ``RUBRIC/ID``."""
        return {
            entry.id: f"{rubric.rubric}/{entry.id}"
            for _, rubric in self.base
            for kind in kinds
            for entry in getattr(rubric, kind)
            if f"{rubric.rubric}/{entry.id}" in self.off
        }


def kinds_in(base: Rubrics) -> dict[str, tuple[str, Entry | None]]:
    """Give what can be overridden, by id: its kind, and the entry."""
    found: dict[str, tuple[str, Entry | None]] = {}
    for _, rubric in base:
        found[rubric.rubric] = ("rubric", None)
        for kind in ("questions", "protections", "rules"):
            found |= {
                f"{rubric.rubric}/{entry.id}": (kind, entry) for entry in getattr(rubric, kind)
            }
    return found
