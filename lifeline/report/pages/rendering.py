"""Plain data into HTML, by templates in which everything is escaped.

What is written is ASCII, so that any stream can take it, and holds nothing that GitHub's runner
would take for a command.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from lifeline.report.browser import environment_of, inert, policy_of
from lifeline.report.pages.answers import is_web_address
from lifeline.report.pages.isolating import parted
from lifeline.report.pages.tongue import Tongue
from lifeline.report.terminal import safe

if TYPE_CHECKING:
    Data = dict[str, Any]

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
STYLE = "style.css"


class Renderer:
    """Renders the parts of one page."""

    def __init__(self, language: str) -> None:
        self.tongue = Tongue(language)
        self.environment = environment_of(FOLDER)
        self.environment.tests["web"] = is_web_address
        self.environment.filters["picture"] = Markup  # drawn by ourselves, of escaped words
        self.environment.filters["parts"] = isolated
        self.environment.globals["tongue"] = self._tongue
        self.environment.globals["page"] = self.tongue

    def rendered(self, template: str, data: Data) -> str:
        """Give what a template makes of plain data."""
        return inert_ascii(self.environment.get_template(template).render(data))

    def _tongue(self, text: str) -> str:
        """Give the attributes that say in which language a text is; nothing of it is in them."""
        return Markup(self.tongue.of(text))  # noqa: S704  # codes of languages

    def looks(self) -> Data:
        """Give the style sheet, and the policy that lets it and nothing else do anything."""
        with open(os.path.join(FOLDER, STYLE), encoding="ascii") as file:
            style = file.read()
        policy = policy_of(style)
        return {"style": Markup(style), "policy": Markup(policy)}  # noqa: S704  # ours


def isolated(text: str) -> str:
    """Give a text in which words that run against the others move nothing beside them."""
    first, *rest = map(escape, parted(safe(text)))
    return first + Markup("").join(
        Markup("<bdi>{}</bdi>").format(part) if number % 2 == 0 else part
        for number, part in enumerate(rest)
    )


def inert_ascii(text: str) -> str:
    """Give a page in ASCII, in which nothing is a command to GitHub's runner."""
    written = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return inert(written)
