"""Several people's answers about one idea, for people: where they differ, what it is worth."""

from __future__ import annotations

from lifeline.report.bar import bar
from lifeline.report.comparison.beside import with_name
from lifeline.report.comparison.naming import cut
from lifeline.report.phrases import bare, count, short
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Found = dict[str, Any]

BAR, MONTHS = 24, 8
NAME_SIGNS = 30

WARNINGS = {
    "idea": "The files name different ideas. Is this one idea, told by several people?",
    "assessed": "The files describe different days ('assessed'). Part of what differs may be time.",
    "strict": "Only some of the files are judged strictly, as the configuration has it. Part of"
    " what differs may be that. To judge all of them so: --strict",
}
ALIKE = "There is nothing in which they differ."


def lay_out(found: Found, terminal: Terminal) -> Lines:
    """Give the lines of a comparison of raters."""
    return _Layout(found, terminal).lines()


class _Layout:
    """Lays one comparison out; people go by the names of their files."""

    def __init__(self, found: Found, terminal: Terminal) -> None:
        self.found = found
        self.terminal = terminal
        self.names = _names([rater["path"] for rater in found["raters"]])

    def lines(self) -> Lines:
        """Give everything that is told."""
        lines = [*self.heading(), "", *self.ranges(), "", *self.agreement()]
        worth = [entry for entry in self.found["questions"] if entry["worth"]["months"]]
        rest = [entry for entry in self.found["questions"] if not entry["worth"]["months"]]
        for entry in worth:
            lines += ["", *self.question(entry)]
        return lines + self.worthless(rest)

    def heading(self) -> Lines:
        raters = self.found["raters"]
        title = f"{raters[0]['idea'] or raters[0]['id']}, answered by {len(raters)} people"
        lines = [self.terminal.paint(line, "bold") for line in self.terminal.paragraph(title)]
        for key in self.found["differ_in"]:
            lines += self.terminal.paragraph(WARNINGS[key])
        return lines

    def ranges(self) -> Lines:
        """Give each person's range on one scale, and the range in which all of them lie."""
        lines: Lines = []
        rows = [(self.names[r["path"]], r["months"]) for r in self.found["raters"]]
        for name, months in [*rows, ("all of them", self.found["months"])]:
            cells = [(bar(months, BAR, self.terminal.signs), BAR), (short(months), MONTHS)]
            lines += with_name(self.terminal, cells, name)
        return lines

    def agreement(self) -> Lines:
        """Say on how much they agree."""
        agreement = self.found["agreement"]
        asked, agreed = agreement["asked"], agreement["agreed"]
        text = f"They agree on {agreed} of {count(asked, 'question')}"
        left = agreement["open_for_all"]
        text += f", {left} of which all of them leave open." if left else "."
        if agreed == asked:
            return self.terminal.paragraph(f"{text} {ALIKE}")
        told = (
            " Below is where they differ, what is worth most first. To find that, each answer was"
            " put into each file, and the rest of the file left as it is."
        )
        return self.terminal.paragraph(text + told)

    def question(self, entry: Found) -> Lines:
        """Tell who says what, and what each answer would give in each file."""
        worth = count(entry["worth"]["months"], "month")
        title = f"{bare(entry['question'])}: up to {worth}"
        lines = [self.terminal.paint(line, "bold") for line in self.terminal.paragraph(title)]
        lines += self.terminal.paragraph(entry["ask"], 2)
        lines += self.answers(entry)
        for swap in entry["swaps"]:
            text = f"{self.names[swap['path']]} would have {_tried(swap['with'])}."
            lines += self.terminal.paragraph(text, 2)
        return lines

    def answers(self, entry: Found) -> Lines:
        lines: Lines = []
        bullet = f"  {self.terminal.signs['bullet']}"
        for given in entry["answers"]:
            text = f"{self.names[given['path']]}: {_answer(given['answer'])}"
            lines += self.terminal.paragraph(text, 4, bullet)
        return lines

    def worthless(self, entries: list[Found]) -> Lines:
        """Tell of the differences on which no months hang, in a line each."""
        if not entries:
            return []
        lines = ["", self.terminal.paint("No months hang on these alone", "bold")]
        for entry in entries:
            said = "; ".join(
                f"{self.names[given['path']]} {_answer(given['answer'])}"
                for given in entry["answers"]
            )
            bullet = self.terminal.signs["bullet"]
            lines += self.terminal.paragraph(f"{bare(entry['question'])}: {said}", 2, bullet)
        return lines


def _tried(swaps: list[Found]) -> str:
    """Say what one file would have with each answer; once, where that is the same."""
    months = [months_text(swap["months"]) for swap in swaps]
    if len(set(months)) == 1:
        return f"{months[0]} with each of these answers"
    told = zip(months, swaps, strict=True)
    return "; ".join(f"{text} with '{_answer(swap['answer'])}'" for text, swap in told)


def _answer(answer: str | None) -> str:
    return "open" if answer is None else cut(answer, 60)


def _names(paths: list[str]) -> dict[str, str]:
    """Give each file's name without its folder, or with it where that is needed to tell apart."""
    short_names = [path.rpartition("/")[2] for path in paths]
    is_plain = len(set(short_names)) == len(paths)
    return {
        path: cut(name, NAME_SIGNS) if is_plain else path
        for path, name in zip(paths, short_names, strict=True)
    }
