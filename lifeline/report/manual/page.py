"""A manual as a page in GitHub's Markdown, with contents and links between its entries."""

from __future__ import annotations

from lifeline.report.manual.names import Names
from lifeline.report.manual.questions import answer_label
from lifeline.report.manual.telling import PARTS, parts_of, tell, tell_entry
from lifeline.report.manual.text import status_text
from lifeline.report.markdown import address, anchor, anchored, escaped, link, table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]

BREAK = "<br>"
NOTE = (
    "<!-- Written by the program: do not edit it by hand. To write it anew:"
    " lifeline rubric show{choosing}{lang} --format markdown -o docs/{file}.md -->"
)


def page_of(manual: Entry, entry: str = "", language: str = "", choosing: str = "") -> str:
    """Give the page of a manual, or of one entry of it.

    Args:
        manual: the data of a manual.
        entry: the full id of an entry; empty for everything.
        language: the language that was asked for; empty for the one the set is written in.
        choosing: the words of a command line that choose the set, with a space before each.
    """
    page = _MarkdownPage(manual, is_whole=not entry)
    if entry:
        tell_entry(manual, entry, page)
    else:
        page.blocks.append(_note(manual["set"], language, choosing))
        tell(manual, page)
    return "\n\n".join(page.blocks) + "\n"


def _note(set_: str, language: str, choosing: str) -> str:
    """Say how the page is written anew."""
    lang = f" --lang {language}" if language else ""
    file = f"{set_}.{language}" if language else set_
    return NOTE.format(choosing=choosing, lang=lang, file=file)


class _MarkdownPage:
    """What is told, as blocks; every entry, part and claim has a name that can be linked to."""

    def __init__(self, manual: Entry, *, is_whole: bool) -> None:
        self.names = Names(manual)
        self.blocks: list[str] = []
        self.is_whole = is_whole

    def heading(self, level: int, own: str, words: str = "", id_: str = "") -> None:
        place = anchored(anchor(*id_.split("/"))) if id_ else ""
        told = self.names.replaced(own, lambda name: f"`{self.names.shown(name)}`")
        self.blocks.append(f"{'#' * level} {place}{told or escaped(words)}")

    def contents(self, manual: Entry) -> None:
        lines = ["## Contents", ""]
        for rubric in manual["rubrics"]:
            id_ = rubric["id"]
            lines.append(f"- {_to(escaped(rubric['title']), f'rubric-{id_}')}")
            for part, entries in parts_of(rubric).items():
                ids = " · ".join(self._code(entry["id"]) for entry in entries)
                lines.append(f"  - {_to(PARTS[part], f'{id_}/part/{part}')}: {ids}")
            if rubric["score"]:
                lines.append(f"  - {_to('Score', f'{id_}/part/score')}")
        if manual["retired"]:
            lines.append(f"- {_to('Retired ids', 'part-retired')}")
        if manual["off"]:
            lines.append(f"- {_to('Switched off', 'part-off')}")
        lines += [f"- {_to('Claims', 'part-claims')}", f"- {_to('Digests', 'part-digests')}"]
        self.blocks.append("\n".join(lines))

    def own(self, text: str) -> None:
        self.blocks.append(self._own(text))

    def facts(self, own: list[str]) -> None:
        self.blocks.append("\n".join(f"- {self._own(fact)}" for fact in own))

    def words(self, words: str, lead: str = "") -> None:
        self.blocks.append(f"**{lead}:** {escaped(words)}" if lead else escaped(words))

    def answers(self, answers: list[Entry], effects: list[list[str]]) -> None:
        """Lay answers out as a table, without the columns in which nothing would stand."""
        cells = {
            "Answer": [f"`{answer['answer']}`" for answer in answers],
            "Meaning": [escaped(answer_label(answer)) for answer in answers],
            "Points": [_number(answer["points"]) for answer in answers],
            "What it does": [BREAK.join(map(self._own, does)) for does in effects],
        }
        filled = {head: column for head, column in cells.items() if any(column)}
        if answers:
            rows = zip(*filled.values(), strict=True)
            self.blocks.append("\n".join(table([*filled], [*rows])))

    def weights(self, parts: list[Entry]) -> None:
        rows = [(self._code(part["question"]), _number(part["weight"])) for part in parts]
        self.blocks.append("\n".join(table(("Question", "Weight"), rows)))

    def claims(self, claims: list[Entry], sources: dict[str, Entry]) -> None:
        """Fold the claims of an entry: most readers want to know first what follows from them."""
        lines = ["<details><summary>Who says so</summary>", ""]
        for claim in claims:
            source = sources[claim["source"]]
            who = escaped(f"({source['author']}, {source['date']})")
            to = _to(escaped(claim["id"]), f"claim-{claim['id']}", split=False)
            lines.append(f"- {to}: {escaped(claim['says'])} {who}")
        self.blocks.append("\n".join([*lines, "", "</details>"]))

    def source(self, source: Entry, claims: list[Entry]) -> None:
        """Tell a source and its claims, each of which can be linked to."""
        title, where = escaped(source["title"]), address(source["link"] or "")
        who = escaped(f"{source['author']}, {source['date']}")
        self.blocks.append(f"### {escaped(source['id'])}")
        self.blocks.append(f"{who}: {link(title, where) if where else title}")
        lines = []
        for claim in claims:
            place = anchored(anchor(f"claim-{claim['id']}"))
            said = f"**{escaped(claim['id'])}**: {escaped(claim['says'])}"
            cited = ", ".join(map(self._code, claim["cited_by"]))
            by = f" Cited by {cited}." if cited else ""
            lines.append(f"- {place}{said} *{escaped(status_text(claim))}*{by}")
        if lines:
            self.blocks.append("\n".join(lines))

    def _own(self, text: str) -> str:
        """Give a sentence of the program's own; its ids lead to their entries."""
        return self.names.replaced(text, self._code)

    def _code(self, id_: str) -> str:
        """Give an id as a link to its entry, where there is one."""
        full = self.names.full(id_)
        shown = f"`{self.names.shown(full)}`"
        return _to(shown, full) if self.is_whole and full in self.names.entries else shown


def _to(shown: str, id_: str, *, split: bool = True) -> str:
    """Give a link to an entry, part or claim of the page."""
    return link(shown, f"#{anchor(*id_.split('/')) if split else anchor(id_)}")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
