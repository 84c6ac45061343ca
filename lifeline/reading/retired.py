"""Reads answers and waivers that an older version of the set knew. Imported where a file has some.

What they stand for today counts; a note says so, and what to write instead.
"""

from __future__ import annotations

from lifeline.reading import notes
from lifeline.reading.answers import read_answer
from lifeline.reading.rewording import VALUES, Rewording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import (
        CompiledSet,
        Question,
        Retired,
        RetiredQuestion,
        RetiredRule,
    )
    from lifeline.model.idea import Answer, Idea, Note
    from lifeline.reading.nodes import Problems

    Entry = tuple[Node, Node]


class RetiredReader:
    """Reads into one idea what is retired."""

    def __init__(self, compiled: CompiledSet, idea: Idea, problems: Problems) -> None:
        self.compiled = compiled
        self.retired: Retired = compiled["retired"]
        self.questions = compiled["deciding"]["questions"]
        self.idea = idea
        self.problems = problems

    def reread(self, number: int, entry: Entry, known: int) -> None:
        """Read an answer again with its retired choices, if it has some.

        What was found wrong with it, the problems after the first ``known``, is dropped then.
        """
        question, (name, node) = self.questions[number], entry
        id_ = question["id"]
        choices = self.retired["choices"][id_]
        words = {word: old["use"] for word, old in choices.items()}
        rewording = Rewording(question, words, all_old=False)
        reworded = rewording.answer(node)
        if not (rewording.met or rewording.lost):
            return
        del self.problems.found[known:]
        answer = read_answer(question, name, reworded, f"answers.{id_}", self.problems)
        self.idea.answers[number] = answer
        for word, place in (rewording.lost or rewording.met).items():
            self._add(notes.of_choice(id_, word, choices[word]), place, id_, number)

    def carry(self, entries: dict[str, Entry]) -> None:
        """Carry answers to retired questions over, in the order in which the set names them."""
        off = [id_ for id_ in entries if "off" in self.retired["questions"][id_]]
        if off:
            note = notes.of_off("answer", off, self.compiled["set"])
            self._add(note, entries[off[0]][0], "", None)
        for id_, old in self.retired["questions"].items():
            if id_ in entries and id_ not in off:
                note = self._carried(id_, old, entries[id_])
                self._add(note, entries[id_][0], id_, old["use"])

    def _carried(self, id_: str, old: RetiredQuestion, entry: Entry) -> Note:
        lead, number, words = notes.gone(id_, old["version"]), old["use"], old["words"]
        if number is None:
            return notes.of_nothing(lead, id_)
        question = self.questions[number]
        if number in self.idea.answers:
            return notes.of_beaten(lead, id_, question["id"], self.idea.answers[number])
        rewording = Rewording(question, words or {}, all_old=words is not None)
        answer = self._read(question, (entry[0], rewording.answer(entry[1])), id_)
        if answer is None or rewording.lost or words == {}:
            return notes.of_lost(lead, id_, question["id"])
        self.idea.answers[number] = answer
        met = {word: (words or {})[word] for word in rewording.met}
        return notes.of_kept(lead, id_, question["id"], met)

    def _read(self, question: Question, entry: Entry, id_: str) -> Answer | None:
        """Read a reworded answer; None where it has not the form that the question asks for."""
        found, key = self.problems.found, f"answers.{id_}"
        known = len(found)
        answer = read_answer(question, *entry, key, self.problems)
        others = [wrong for wrong in found[known:] if not _is_about_value(wrong.key, key)]
        fits = len(found) == known + len(others)
        found[known:] = others
        return answer if fits else None

    def waivers(self, places: dict[str, Node]) -> None:
        """Carry waivers of retired findings over; the places are those of their names."""
        off = [id_ for id_ in places if "off" in self.retired["rules"][id_]]
        if off:
            note = notes.of_off("waiver", off, self.compiled["set"])
            self._add(note, places[off[0]], "", None)
        for id_ in off:
            self.idea.waivers.pop(id_, None)  # one that is not whole is not there
        for id_, old in self.retired["rules"].items():
            if id_ in places and id_ not in off:
                note = self._waived(id_, old)
                self._add(note, places[id_], "", None)

    def _waived(self, id_: str, old: RetiredRule) -> Note:
        waivers, lead, new = self.idea.waivers, notes.gone(id_, old["version"]), old["use"]
        waiver = waivers.pop(id_, None)
        if new is None:
            return notes.of_nothing(lead, id_)
        may_be, is_there = new in self.compiled["waivable"], new in waivers
        if waiver and may_be:
            waivers.setdefault(new, waiver)
        return notes.of_waiver(lead, id_, new, may_be_waived=may_be, is_waived=is_there)

    def _add(self, note: Note, place: Node, answer: str, question: int | None) -> None:
        note.line, note.column = place.start_mark.line + 1, place.start_mark.column + 1
        note.answer, note.question = answer, question
        self.idea.notes.append(note)


def _is_about_value(key: str, answer: str) -> bool:
    """Whether a problem is one of what an answer says, and not of what stands beside that."""
    inner = key.removeprefix(answer).lstrip(".").partition("[")[0]
    return inner == "" or inner in VALUES
