"""The page of a form: one HTML file with its script, its looks and its data; it fetches nothing."""

from __future__ import annotations

import base64
import hashlib
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
    "reading.js",
    "writing.js",
    "conditions.js",
    "answers.js",
    "sheet.js",
    "drafts.js",
    "evidence.js",
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
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only pages need it
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    script, style = script_of(), _read("page.css")
    page = environment.get_template("page.html").render(
        form=form,
        words=form["words"],
        data=Markup(data_text(form)),  # noqa: S704  # no < is left in it
        script=Markup(script),  # noqa: S704  # ours
        style=Markup(style),  # noqa: S704  # ours
        policy=_policy(script, style),
    )
    return page.replace("##[", "##&#91;")  # GitHub's runner would take it for a command


def script_of(names: Sequence[str] = SCRIPTS, more: str = "") -> str:
    """Give parts of the page's script, and more behind them; nothing else sees what they define."""
    parts = "\n".join(_read("script", name) for name in names)
    return f'"use strict";\n{{\n{parts}{more}}}\n'


def data_text(form: dict[str, Any]) -> str:
    """Give data as JSON that can stand in a script element: ASCII, and no sign of markup in it."""
    text = inert_json(json.dumps(form, separators=(",", ":"), allow_nan=False))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(script: str, style: str) -> str:
    """Give what a browser may do with the page: run this script, and reach nothing."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _read(*names: str) -> str:
    with open(os.path.join(FOLDER, *names), encoding="utf-8", newline="\n") as file:
        return file.read()
