"""What pages for a browser share: everything is escaped, and a browser may do next to nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from lifeline.compiling.store import load_set
from lifeline.report.browser import environment_of, inert, policy_of
from lifeline.report.form.data import form_of
from lifeline.report.form.page import page_of
from tests.conftest import ROOT
from tests.report.reported import all_judged, written


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_policy_names_looks_and_scripts_by_what_they_are() -> None:
    rest = "; base-uri 'none'; form-action 'none'"
    style, one, other = map(digest, ("a {}", "1;", "2;"))
    assert policy_of("a {}") == f"default-src 'none'; style-src {style}{rest}"
    assert policy_of("a {}", ["1;", "2;"]) == (
        f"default-src 'none'; script-src {one} {other}; style-src {style}{rest}"
    )


@pytest.mark.parametrize("name", ["form", "report"])
def test_a_page_holds_to_the_letter_what_its_policy_lets_act(name: str, own_cache: None) -> None:
    small = load_set(str(ROOT / "tests" / "sets" / "small"))
    page = page_of(form_of(small)) if name == "form" else written("html", all_judged())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert "unsafe" not in policy
    for element in ("style", "script"):
        own = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        assert [digest(text).strip("'") in policy for text in own] == [True] * len(own)
        assert len(own) == (f"{element}-src" in policy)


def test_templates_escape_what_they_show_and_name_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ text }}\n")
    template = environment_of(str(tmp_path)).get_template("a.html")
    assert template.render(text="<b>\u202e&\x1b") == "&lt;b&gt; &amp; \n"
    with pytest.raises(Exception, match="'text' is undefined"):
        template.render()


def test_nothing_of_a_page_is_a_command() -> None:
    assert inert("##[error]a ##[b") == "##&#91;error]a ##&#91;b"
