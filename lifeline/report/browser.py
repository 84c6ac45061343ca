"""What all pages for a browser share: templates in which everything is escaped, and a policy."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lifeline.report.terminal import safe

if TYPE_CHECKING:
    from collections.abc import Sequence


def environment_of(folder: str) -> Environment:
    """Give the templates of a folder."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_made_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _made_safe(value: Any) -> Any:
    """Take out of a text what could turn a line around or break it; what is rendered stays."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return safe(value)
    return value


def policy_of(style: str, scripts: Sequence[str] = ()) -> str:
    """Give what a browser may do with a page: have our looks, run our scripts, and reach nothing.

    Each is told by its digest, so the page has to hold it to the letter.
    """
    may = {"default": "'none'", "script": _digests(scripts), "style": _digests([style])}
    told = [f"{what}-src {which}" for what, which in may.items() if which]
    return "; ".join([*told, "base-uri 'none'", "form-action 'none'"])


def _digests(texts: Sequence[str]) -> str:
    found = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in found)


def inert(page: str) -> str:
    """Give a page in which nothing is a command to GitHub's runner."""
    return page.replace("##[", "##&#91;")
