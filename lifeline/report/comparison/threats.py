"""What ends most ideas first, and what one event would take from them, for people."""

from __future__ import annotations

from lifeline.report.market import REACHED
from lifeline.report.phrases import CAUSES, bare, count, day_text, short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.comparison.naming import Names
    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Found = dict[str, Any]

RULES_SHOWN, EVENTS_SHOWN = 5, 5
"""Rules and events that are told; JSON has all of them."""

SHARED = 2
"""Ideas from which on a rule or a capability is told of: it is not one idea's own matter."""

SEVERAL = "One idea can stand under several of these."
EVENTS_TITLE = "What one event would hit"
NO_MONTHS = "It would take no months from them beyond those that are counted already."
NOT_ASKED = "Their answers say so already, so what it takes is counted above."


class Threats:
    """Lays out the causes, rules and events of a comparison."""

    def __init__(self, found: Found, names: Names, terminal: Terminal) -> None:
        self.found = found
        self.names = names
        self.terminal = terminal
        self.many = len(found["ideas"])

    def causes(self) -> Lines:
        """Tell each cause with the ideas that it ends first, or may."""
        lines: Lines = []
        for cause in self.found["causes"]:
            text = f"{CAUSES[cause['cause']]} ({cause['cause']}):{self._hit(cause)}"
            lines += self._bulleted(text)
        if len(lines) and self.many > 1:
            lines += self.terminal.paragraph(SEVERAL, 2)
        return self._titled("What ends most of these ideas first", lines)

    def rules(self) -> Lines:
        """Tell the rules that stand at the low end of several ideas."""
        shared = [r for r in self.found["rules"] if len(r["sure"]) + len(r["may"]) >= SHARED]
        lines: Lines = []
        for rule in shared[:RULES_SHOWN]:
            lines += self._bulleted(f"{bare(rule['rule'])} ({rule['clock']}):{self._hit(rule)}")
            lines += self.terminal.paragraph(rule["because"], 4)
        rest = len(shared) - RULES_SHOWN
        if rest > 0:
            lines += self.terminal.paragraph(f"{count(rest, 'more reason')} in --format json.", 2)
        return self._titled("Reasons that several of them share", lines)

    def _hit(self, entry: Found) -> str:
        """Say how many ideas are ended for sure, how many perhaps, and which."""
        told = []
        if entry["sure"]:
            named = self.names.several(entry["sure"])
            told.append(f" {len(entry['sure'])} of {self.many} for sure: {named}.")
        if entry["may"]:
            named = self.names.several(entry["may"])
            told.append(f" {len(entry['may'])} of {self.many} perhaps: {named}.")
        return "".join(told)

    def events(self) -> Lines:
        """Tell what would become of the ideas if what they rest on were given to everybody."""
        every = self.found["events"]
        told = [e for e in every if e["falls"] or len(e["ideas"]) >= SHARED]
        lines: Lines = []
        for event in told[:EVENTS_SHOWN]:
            lines += self._event(event)
        rest = len(every) - min(len(told), EVENTS_SHOWN)
        if rest > 0:
            noun = "1 other capability is" if rest == 1 else f"{rest} other capabilities are"
            lines += self.terminal.paragraph(f"{noun} in --format json.", 2) if told else []
        return self._titled(EVENTS_TITLE, lines)

    def _event(self, event: Found) -> Lines:
        many = len(event["ideas"])
        text = (
            f"If a big company gave {event['capability']} ({event['means']}) to the users of all"
            f" these ideas, it would touch {many} of {self.many}:"
            f" {self.names.several(event['ideas'])}."
        )
        lines = self._bulleted(text)
        lines += self.terminal.paragraph(_reached(event), 4)
        if not event["falls"]:
            told = NOT_ASKED if event["told_already"] == many else NO_MONTHS
            return lines + self.terminal.paragraph(told, 4)
        sign = self.terminal.signs["to"]
        for fall in event["falls"][:EVENTS_SHOWN]:
            months = f"{short(fall['before'])} {sign} {short(fall['after'])} months"
            lines += self.terminal.paragraph(f"{self.names.of(fall['path'])}: {months}", 4)
        rest = len(event["falls"]) - EVENTS_SHOWN
        return lines + (self.terminal.paragraph(f"and {rest} more", 4) if rest > 0 else [])

    def _bulleted(self, text: str) -> Lines:
        return self.terminal.paragraph(text, 2, self.terminal.signs["bullet"])

    def _titled(self, title: str, lines: Lines) -> Lines:
        return ["", self.terminal.paint(title, "bold"), *lines] if lines else []


def _reached(event: Found) -> str:
    parts = [
        f"{REACHED[reached]} by {len(companies)} ({', '.join(companies)})"
        for reached, companies in event["companies"].items()
        if companies
    ]
    told = ", ".join(parts) or "nothing of it"
    return f"The record of the market has, by {day_text(event['day'])}: {told}."
