"""An explanation for people: what takes months, what gives them back, and on what it rests."""

from __future__ import annotations

from lifeline.report.headings import NOTHING_TAKES
from lifeline.report.history import rule_text
from lifeline.report.market import REACHED, source_lines
from lifeline.report.phrases import day_text, waits_text
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

VERDICTS = {
    "holds": "nothing that we know of speaks against it",
    "weakened": "later events weakened it",
    "overtaken": "later events overtook it",
}

SILENT = {
    "cap": "It takes no months here. Where it does:",
    "finding": "It says nothing here. Where it does:",
    "protection": "It lifts nothing here. Where it does:",
}

NEEDLESS = "It is not asked here: other answers make it needless."
NOT_ASKED = {
    "judged": NEEDLESS,
    "not-applicable": "It is not asked here: its rubric is about other products.",
    "offered": "It is not asked yet: its rubric is optional, and nothing of it is answered.",
}


def lay_out(found: Entry, terminal: Terminal) -> Lines:
    """Give the lines of an explanation."""
    layout = _Layout(terminal)
    title = f"{found['idea'] or found['id']}: {months_text(found['lifeline']['months'])}"
    lines = [*layout.painted(title, "bold"), *layout.painted(found["path"], "dim")]
    entries = found["entries"]
    if found["subject"] is None and all(entry["kind"] != "cap" for entry in entries):
        lines += ["", *terminal.paragraph(NOTHING_TAKES)]
    for entry in entries:
        lines += ["", *layout.entry(entry)]
    return lines


class _Layout:
    """Lays entries out, each kind by its own method; a claim is told in full once."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.told: set[str] = set()

    def painted(self, text: str, colour: str) -> Lines:
        return [self.terminal.paint(line, colour) for line in self.terminal.paragraph(text)]

    def entry(self, entry: Entry) -> Lines:
        if entry["kind"] == "question":
            return self.question(entry)
        lines = self.painted(_title(entry), "bold")
        lines += self._indented(_effect(entry))
        lines += self._indented(waits_text(entry["status"], entry.get("waits_on", [])))
        lines += self._indented(entry["because"])
        lines += self._indented(answers_text(entry["answers"]))
        lines += self._grounds(entry)
        for back in entry.get("gives_back", ()):
            lines += self._gives_back(back)
        return lines + self._indented(f"{self.terminal.signs['to']} {entry['remedy']}")

    def question(self, entry: Entry) -> Lines:
        lines = self.painted(f"question {entry['id']}", "bold")
        lines += self._indented(entry["ask"])
        lines += self._indented(f"Why it is asked: {entry['why']}")
        lines += self._indented("" if entry["asked"] else NOT_ASKED[entry["rubric"]])
        if entry["asked"] or entry["answer"]:
            lines += self._indented(f"Your answer: {entry['answer'] or 'unknown'}.")
        for tried in entry["months_by_answer"]:
            here = ", as you answered" if tried["given"] else ""
            lines += self._bulleted(f"{tried['answer']}: {months_text(tried['months'])}{here}")
        lines += self._indented(_readers(entry))
        for other in entry["decides"]:
            lines += self._indented(_decides(other))
        return lines + self._record(entry["record"]) + self._claims(entry["claims"])

    def _record(self, record: Entry | None) -> Lines:
        """Tell what the record of the market has of the capabilities, and where it was read."""
        if record is None:
            return []
        day, choice = day_text(record["day"]), record["suggests"]
        lines = self._indented(f"The record of the market on {day} suggests '{choice}':")
        for status in record["statuses"]:
            lines += self._bulleted(_status(status))
            for sign in status["signs"]:
                lines += self._indented(_sign(sign), 4)
                lines += source_lines(sign["sources"], record["documents"], 6)
        return lines

    def _gives_back(self, back: Entry) -> Lines:
        return self._indented(back_text(back)) + self._grounds(back, 4)

    def _grounds(self, entry: Entry, indent: int = 2) -> Lines:
        lines = self._claims(entry["claims"], indent)
        return lines + self._indented(rule_text(entry["history"], entry["demanded_by"]), indent)

    def _claims(self, claims: list[Entry], indent: int = 2) -> Lines:
        lines: Lines = []
        for claim in claims:
            is_new = claim["id"] not in self.told
            self.told.add(claim["id"])
            text = claim_text(claim) if is_new else f"{claim['id']}, as above."
            lines += self._bulleted(text, indent)
        return lines

    def _indented(self, text: str, indent: int = 2) -> Lines:
        return self.terminal.paragraph(text, indent) if text else []

    def _bulleted(self, text: str, indent: int = 2) -> Lines:
        bullet = " " * indent + self.terminal.signs["bullet"]
        return self.terminal.paragraph(text, indent + 2, bullet)


def _readers(question: Entry) -> str:
    """Name the rules that read a question, with a mark at those that are at work."""
    readers = [_bare(rule["id"]) + ("*" if rule["fires"] else "") for rule in question["read_by"]]
    return f"Read by (* at work here): {', '.join(readers)}." if readers else ""


def _decides(other: Entry) -> str:
    """Say that on a question hangs whether another one is asked, and what reads that one."""
    here = "it is here" if other["asked"] else "it is not here"
    return f"It decides whether {_bare(other['id'])} is asked: {here}. {_readers(other)}".rstrip()


def _title(entry: Entry) -> str:
    if "takes" not in entry:
        return f"{entry['kind']} {entry['id']}"
    perhaps = "perhaps " if entry["status"] == "possible" else ""
    what = f"{perhaps}takes {entry['takes']} months"
    return f"{entry['clock']}: {what}, {entry['id']} ({entry['cause']})"


def _effect(entry: Entry) -> str:
    """Say what an entry does here."""
    if "takes" in entry:
        return f"It leaves {months_text(entry['months'])}."
    if entry["status"] == "silent":
        return SILENT[entry["kind"]]
    if entry["kind"] == "finding":
        perhaps = "perhaps " if entry["status"] == "possible" else ""
        return f"It is {perhaps}a {entry['level']}."
    return f"It lifts {'; '.join(map(_lift, entry['lifts']))}."


def _lift(lift: Entry) -> str:
    perhaps = "perhaps " if lift["status"] == "possible" else ""
    months = months_text({"low": lift["months"], "high": lift["months"]})
    return f"{perhaps}{_bare(lift['rule'])} to {months}"


def answers_text(answers: dict[str, str]) -> str:
    """Say which answers something rests on."""
    given = "; ".join(f"{_bare(id_)} = {said}" for id_, said in answers.items())
    noun = "answer" if len(answers) == 1 else "answers"
    return f"Your {noun}: {given}." if given else ""


def back_text(back: Entry) -> str:
    """Say what a protection gives back of the months that a cap takes, and why."""
    perhaps = "perhaps " if back["status"] == "possible" else ""
    return f"{perhaps}{back['months']} months back, {back['protection']}: {back['because']}"


def claim_text(claim: Entry) -> str:
    """Say a claim, who says so, and what became of it since."""
    source, status = claim["source"], claim["status"]
    text = f"{claim['id']}: {claim['says']} ({source['author']}, {source['date']})"
    since = f"On {day_text(status['date'])}: {VERDICTS[status['verdict']]}."
    return f"{text} {since} {status['note'] or ''}".rstrip()


def _status(status: Entry) -> str:
    """Say how far the big companies are with a capability, the furthest first."""
    parts = [
        f"{REACHED[reached]} by {len(companies)} ({', '.join(companies)})"
        for reached, companies in status["companies"].items()
        if companies
    ]
    told = ", ".join(parts) or "nothing in the record"
    return f"{status['capability']} ({status['means']}): {told}."


def _sign(sign: Entry) -> str:
    what = sign["what"] or "announced, and not there by then."
    return f"{sign['date']}, {sign['actor']}: {what}"


def _bare(id_: str) -> str:
    return id_.rpartition("/")[2]
