"""What the interface remembers of a person: theme, language, mouse. No answer is among it."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, fields

from lifeline.reading.keeping import keep_plain, kept_plain, platform_folder

FILE = "interface.json"
MOST_BYTES = 10_000


@dataclass
class Settings:
    """The settings, each with what holds as long as nobody chose; ``path`` "" keeps nothing."""

    theme: str = ""
    """A theme of Textual; "" for the one that fits."""

    language: str = ""
    """The language of the set's texts, as ``zh``; "" for the one that is configured."""

    mouse: bool = True
    """Whether the mouse is used; without it, the terminal selects text with it as ever."""

    path: str = ""

    def keep(self) -> None:
        """Write them down. Nothing hangs on them, so that failing to is no fault."""
        if not self.path:
            return
        told = {key: value for key, value in asdict(self).items() if key != "path"}
        keep_plain(self.path, told)


def settings_kept(path: str) -> Settings:
    """Read settings; what is damaged, or of another kind than expected, counts as not said."""
    settings = Settings(path=path)
    held = kept_plain(path, MOST_BYTES)
    for field in fields(Settings):
        value = held.get(field.name) if isinstance(held, dict) else None
        if field.name != "path" and type(value) is type(getattr(settings, field.name)):
            setattr(settings, field.name, value)
    return settings


def settings_path() -> str:
    """Give the file for settings, in the platform's folder for them."""
    return os.path.join(platform_folder("config"), FILE)
