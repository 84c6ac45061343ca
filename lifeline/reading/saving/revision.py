"""Changes an idea file and leaves every byte alone that does not say what has changed.

A walker keeps the bytes from before and after each step: going back is taking the earlier ones.
``lifeline.reading.saving.disk`` puts them into the file.
"""

from __future__ import annotations

from lifeline.model.idea import ABSENT, GIVEN, OPEN
from lifeline.reading.answers import LONG
from lifeline.reading.backing import backing_of
from lifeline.reading.saving import saying
from lifeline.reading.saving.entries import is_bare, placed, reworded, without
from lifeline.reading.saving.remarks import has_remarks
from lifeline.reading.saving.step import Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from lifeline.model.idea import Value
    from lifeline.reading.backing import Item
    from lifeline.reading.saving.entries import Entries
    from lifeline.reading.saving.step import Meaning
    from lifeline.reading.saving.writing import Tree


class Revision(Step):
    """One step of changes to one idea file; ``result`` gives the file's new bytes.

    Questions go by their id. What an entry holds besides the change stays in it. Texts are
    stripped; nothing in the place of a text or a day takes its key out of the file.
    """

    def title(self, text: str) -> None:
        """Set ``idea``, the line that names it."""
        self.put("idea", saying.text(text))

    def id(self, text: str) -> None:
        """Set the id."""
        self.put("id", saying.text(text))

    def summary(self, text: str) -> None:
        """Set the summary."""
        self.put("summary", saying.text(text))

    def assessed(self, day: date | None) -> None:
        """Set the day that the answers describe."""
        self.put("assessed", saying.day(day) if day else "")

    def version(self, name: str, version: str) -> None:
        """Set the version of a set that the answers are given under."""
        versions = self.inside("set")
        new = placed(versions, name, version) if version else without(versions, name)
        self.put("set", new)

    def capabilities(self, names: Iterable[str]) -> None:
        """Set the capabilities."""
        self.put("capabilities", [saying.text(name) for name in names])

    def waive(self, finding: str, reason: str, until: date) -> None:
        """Accept a finding until a day, included."""
        waiver: Entries = {"reason": saying.text(reason), "until": saying.day(until)}
        self.put("waivers", placed(self.inside("waivers"), finding, waiver))

    def unwaive(self, finding: str) -> None:
        """Accept a finding no longer, also not under an id that it had."""
        waivers, retired = self.inside("waivers"), self.compiled["retired"]["rules"]
        for name in [finding, *(old for old, rule in retired.items() if rule["use"] == finding)]:
            waivers = without(waivers, name)
        self.put("waivers", waivers)

    def answer(self, question: str, value: Value) -> None:
        """Answer a question; see ``lifeline.model.idea.Answer`` for what a value is.

        That it may be yes or no is what is true of every such question: it is left open.
        """
        asked = self.compiled["deciding"]["questions"][self.compiled["index"][question]]
        if asked["kind"] == "yes-no" and len(value) > 1:
            self.leave_open(question)
        else:
            self._mean(question, (GIVEN, value, ""), saying.form_of(asked, value))

    def does_not_apply(self, question: str, reason: str) -> None:
        """Say that a question does not apply, and why."""
        told = saying.text(reason)
        self._mean(question, (ABSENT, (), told), {"not-applicable": told})

    def leave_open(self, question: str, word: str = "unknown") -> None:
        """Say that an answer is ``unknown``, or comes ``later``."""
        self._mean(question, (OPEN, (), ""), {"answer": word})

    def withdraw(self, question: str) -> None:
        """Take an answer out, and all that its entry holds; comments around it stay."""
        number, old = self.compiled["index"][question], self.compiled["retired"]["questions"]
        if any(name in old and old[name]["use"] == number for name in self.inside("answers")):
            self.leave_open(question)  # or the answer to an older question would count again
            return
        self.meant[number] = (OPEN, (), "")
        self.put("answers", without(self.inside("answers"), question))

    def by(self, question: str, who: str) -> None:
        """Set who says so."""
        self._tell(question, "by", saying.text(who))

    def note(self, question: str, text: str) -> None:
        """Set the note."""
        self._tell(question, "note", saying.text(text))

    def evidence(self, question: str, items: Iterable[Mapping[str, str | date]]) -> None:
        """Set all items of evidence; those that the entry holds already stay as they are."""
        held = self.items(question)
        new = [_as_held(held, item) for item in items]
        if new or (held and not has_remarks(self.data, ("answers", question, "evidence"))):
            self._tell(question, "evidence", new)
        elif held:
            self._set_entry(question, placed(self._long(question), "evidence", new))

    def items(self, question: str) -> list[Item]:
        """Give all items of evidence, each as the file says it."""
        held = self._long(question).get("evidence", [])
        mappings = [item for item in held if isinstance(item, dict)]
        return [{k: v for k, v in item.items() if isinstance(v, str)} for item in mappings]

    def entry(self, question: str) -> Tree:
        """Give what the file says of a question as text, lists and mappings; "" where nothing."""
        return self.inside("answers").get(question, "")

    def _set_entry(self, question: str, entry: Tree) -> None:
        order = list(self.compiled["index"])
        self.put("answers", placed(self.inside("answers"), question, entry, order))

    def _mean(self, question: str, meant: Meaning, form: Entries) -> None:
        number = self.compiled["index"][question]
        if meant[0] != OPEN and meant == self.meaning(number):
            return
        self.meant[number] = meant
        entry = self.entry(question)
        if isinstance(entry, dict) and not is_bare(entry):
            form = reworded(entry, form)
        self._set_entry(question, saying.short(form))

    def _tell(self, question: str, key: str, value: Tree) -> None:
        long = self._long(question)
        if value or key in long:
            long = placed(long, key, value, LONG) if value else without(long, key)
            self._set_entry(question, saying.short(long))

    def _long(self, question: str) -> Entries:
        """Give an entry in its long form; where there is none, what an older question says."""
        entry = self.entry(question)
        if entry:
            return saying.long(entry)
        number, own = self.compiled["index"][question], self.old.get("answers", {})
        is_carried = question not in own
        return self._form(number) | (self._beside(number) if is_carried else {})

    def _form(self, number: int) -> Entries:
        state, value, reason = self.meaning(number)
        if state == GIVEN:
            return saying.form_of(self.compiled["deciding"]["questions"][number], value)
        return {"not-applicable": reason} if state == ABSENT else {"answer": "unknown"}

    def _beside(self, number: int) -> Entries:
        """Give what stands beside an answer that an older question gives."""
        answer = self.idea.answers.get(number)
        if answer is None:
            return {}
        items = backing_of(self.data, self.idea).get(number, [])
        told: Entries = {"by": answer.by, "evidence": [*map(saying.item, items)]}
        return {name: value for name, value in {**told, "note": answer.note}.items() if value}


def _as_held(held: Iterable[Item], item: Mapping[str, str | date]) -> Tree:
    """Give an item as the file says it already, or else as it is written."""
    same = next((each for each in held if each == item), None)
    return {**same} if same else saying.item(item)
