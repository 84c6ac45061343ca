"""What the interface remembers of a person: theme, language, mouse. No answer is among it."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, fields

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
        draft = f"{self.path}.{os.getpid()}"
        told = {key: value for key, value in asdict(self).items() if key != "path"}
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(draft, "w", encoding="ascii") as file:
                json.dump(told, file, indent=2)
            os.replace(draft, self.path)
        except OSError:
            with suppress(OSError):
                os.unlink(draft)


def settings_kept(path: str) -> Settings:
    """Read settings; what is damaged, or of another kind than expected, counts as not said."""
    settings = Settings(path=path)
    try:
        with open(path, "rb") as file:
            held = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return settings
    for field in fields(Settings):
        value = held.get(field.name) if isinstance(held, dict) else None
        if field.name != "path" and type(value) is type(getattr(settings, field.name)):
            setattr(settings, field.name, value)
    return settings


def settings_path() -> str:
    """Give the file for settings in the platform's folder for them; "" where there is none."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or os.path.join(home, "AppData", "Roaming")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
    return os.path.join(base, "product-lifeline", FILE) if os.path.isabs(base) else ""
