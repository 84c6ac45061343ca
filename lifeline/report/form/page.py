"""The page of a form: one HTML file with its script, its looks and its data; it fetches nothing."""

from __future__ import annotations

import json
import os

from lifeline.report.formats.json_report import inert_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

SCRIPTS = (
    "places.js",
    "texts.js",
    "brackets.js",
    "reading.js",
    "writing.js",
    "conditions.js",
    "answers.js",
    "filed.js",
    "sheet.js",
    "drafts.js",
    "evidence.js",
    "ways.js",
    "question.js",
    "opening.js",
    "saving.js",
    "screen.js",
    "start.js",
)
"""The parts of the page's script, each after those that it stands on."""

FOLDER = os.path.dirname(__file__)


def page_of(form: dict[str, Any]) -> str:
    """Give the page of a form as HTML: the same for the same data."""
    from markupsafe import Markup  # only pages need it

    from lifeline.report.browser import environment_of, inert, policy_of

    script, style = script_of(), _read("page.css")
    page = (
        environment_of(FOLDER)
        .get_template("page.html")
        .render(
            form=form,
            words=form["words"],
            data=Markup(data_text(form)),  # noqa: S704  # no < is left in it
            script=Markup(script),  # noqa: S704  # ours
            style=Markup(style),  # noqa: S704  # ours
            policy=policy_of(style, [script]),
        )
    )
    return inert(page)


def script_of(names: Sequence[str] = SCRIPTS, more: str = "") -> str:
    """Give parts of the page's script, and more behind them; nothing else sees what they define."""
    parts = "\n".join(_read("script", name) for name in names)
    return f'"use strict";\n{{\n{parts}{more}}}\n'


def data_text(form: dict[str, Any]) -> str:
    """Give data as JSON that can stand in a script element: ASCII, and no sign of markup in it."""
    text = inert_json(json.dumps(form, separators=(",", ":"), allow_nan=False))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _read(*names: str) -> str:
    with open(os.path.join(FOLDER, *names), encoding="utf-8", newline="\n") as file:
        return file.read()
