"""Draws the screens for the README: `python docs/screens.py` writes docs/screens/*.svg.

The day, the answers and the size are fixed, so that the same code draws the same pictures.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

from lifeline.cli.sets import shipped_set
from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp

HERE = Path(__file__).resolve().parent
IDEA = HERE.parent / "examples" / "ideas" / "open-questions.yaml"
DAY, SIZE = date(2026, 11, 22), (110, 34)

SCREENS = {
    "question": ("r", "enter", "b"),
    "result": ("t",),
    "what-if": ("i", "p"),
}
"""Each picture, with the keys that lead to it."""


async def drawn(keys: tuple[str, ...]) -> str:
    """Give a screen as SVG, after some keys."""
    assessor = Assessor(load_set(shipped_set()), load_market())
    app = LifelineApp(assessor, DAY, IDEA.name)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.5)  # plans are looked for in the background
        return without_fonts(app.export_screenshot(title="lifeline"))


def without_fonts(picture: str) -> str:
    """Take out the fonts that would be fetched: whoever looks at a picture asks nobody for it."""
    found = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    assert "url(" not in found.replace("url(#", ""), "nothing is fetched"
    return re.sub(r"font-family: Fira Code[^;]*;", "font-family: monospace;", found)


def main() -> None:
    """Draw all, in a folder of their own: what is remembered of a walk stays out of them."""
    (HERE / "screens").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.path.join(folder, "state")
        os.chdir(folder)
        for name, keys in SCREENS.items():
            shutil.copy(IDEA, IDEA.name)
            picture = asyncio.run(drawn(keys))
            (HERE / "screens" / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
