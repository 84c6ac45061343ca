"""The palette: commands are found by their names, and by the words of what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import Hit
from textual.system_commands import SystemCommandsProvider

if TYPE_CHECKING:
    from textual.command import Hits

LEAST = 0.01
"""The score of what is found by its description alone: after all that is found by its name."""


class CommandsByWords(SystemCommandsProvider):
    """Gives the commands of the screen."""

    async def search(self, query: str) -> Hits:
        """Give the commands whose name is like a text, or whose description holds its words."""
        matcher, words = self.matcher(query), query.casefold().split()
        for name, about, run, *_ in self.app.get_system_commands(self.screen):
            score = matcher.match(name)
            if score or all(word in about.casefold() for word in words):
                yield Hit(score or LEAST, matcher.highlight(name), run, help=about)
