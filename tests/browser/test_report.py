"""The page of ``lifeline report`` in Chromium: it fits, is accessible, valid, inert and prints."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from lifeline.cli.main import main
from tests.browser.checks import check_accessible, check_fits, check_valid
from tests.browser.conftest import OpenPage
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "ideas"
TODAY = "2026-11-22"
WIDTHS = (360, 1440)

HOSTILE = r"""lifeline: 1
idea: "</style></title><script>alert(1)</script> \u202Egnp.exe \u2067\u0645\u2066 <img src=x onerror=alert(2)>"
summary: "{{ 7*7 }} {% raw %} --> ]]> <!-- &lt; &#x22; ' \" <svg onload=alert(3)> \u0627\u0644\u0639\u0631\u0628\u064a\u0629"
assessed: 2026-11-01
capabilities: [agent-framework]
answers:
  entry:
    answer: announced
    by: "x\" onmouseover=\"alert(4)"
    note: "<a href=\"javascript:alert(5)\">click</a>\n\n# ::error::pwned\n##[error]pwned"
    evidence:
      - {says: "</bdi></p></td><iframe src=//example.org></iframe>", link: "https://example.org/\"><script>alert(6)</script>"}
      - {says: "javascript:alert(7)//https://example.org", date: 2026-10-20}
      - {link: "https://example.org/LONG", measurement: "WORD", date: 2026-10-20}
  features-taken-up: {not-applicable: "we train nothing <b>LONGEST</b>"}
  need: {answer: often, note: "WIDE"}
"""  # noqa: E501


def written(tmp_path: Path, *words: str, name: str = "report.html") -> Path:
    path = tmp_path / name
    assert main(["report", *words, "-o", str(path), "--as-of", TODAY]) == 0
    return path


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("report"), str(EXAMPLES))


def test_pages_are_valid(portfolio: Path, tmp_path: Path) -> None:
    check_valid(portfolio)
    for number, idea in enumerate(sorted(EXAMPLES.glob("*.yaml"))):
        check_valid(written(tmp_path, str(idea), name=f"{number}.html"))


@pytest.mark.parametrize("width", (*WIDTHS, 800))
def test_nothing_of_a_portfolio_stands_beyond_the_window(
    portfolio: Path, browser_page: OpenPage, width: int
) -> None:
    check_fits(browser_page(portfolio, width))


@pytest.mark.parametrize("language", ["", "zh", "ar"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_in_any_language_fits_and_is_accessible(
    browser_page: OpenPage, tmp_path: Path, language: str, width: int
) -> None:
    how = ["--lang", language] if language else []
    path = written(tmp_path, str(EXAMPLES / "call-desk.yaml"), *how)
    check_valid(path)
    page = browser_page(path, width, dark=width == WIDTHS[0])
    check_fits(page)
    check_accessible(page)
    root = page.locator("html")
    assert root.get_attribute("lang") == (language or "en")
    assert root.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert page.faults == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("dark", [False, True])
def test_the_index_of_a_portfolio_is_accessible(
    browser_page: OpenPage, tmp_path: Path, dark: bool
) -> None:
    ideas = [str(EXAMPLES / f"{name}.yaml") for name in ("chatpdf", "open-questions")]
    check_accessible(browser_page(written(tmp_path, *ideas), dark=dark))


@pytest.mark.parametrize("width", WIDTHS)
def test_what_means_harm_does_nothing(browser_page: OpenPage, tmp_path: Path, width: int) -> None:
    words = {"LONGEST": "m" * 2000, "LONG": "a" * 2000, "WORD": "W" * 500, "WIDE": "\u3042" * 900}
    text = re.sub("|".join(words), lambda found: words[found[0]], HOSTILE)
    idea = tmp_path / "idea.yaml"
    idea.write_text(text, encoding="utf-8")
    path = written(tmp_path, str(idea))
    check_valid(path)
    page = browser_page(path, width)
    check_fits(page)
    assert page.faults == []  # type: ignore[attr-defined]
    assert page.locator("script, iframe, img, object, base, form").count() == 0
    links = page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith(("#", "https://")) for link in links)
    assert not [link for link in links if "script" in link]
    assert page.locator("a[href^=https]").evaluate_all("all => all.every(a => a.rel)")
    assert "</style></title><script>alert(1)</script>" in page.locator("h1").inner_text()


def test_a_page_has_its_own_looks_and_no_others(
    browser_page: OpenPage, portfolio: Path, tmp_path: Path
) -> None:
    single = written(tmp_path, str(EXAMPLES / "chatpdf.yaml"))
    for path in (portfolio, single):
        page = browser_page(path)
        assert page.evaluate("document.styleSheets.length") == 1
        assert page.locator("main").evaluate("it => getComputedStyle(it).maxWidth") != "none"
        assert page.faults == []  # type: ignore[attr-defined]
        page.evaluate(
            """document.body.insertAdjacentHTML("beforeend",
              "<style>#more { order: 7 }</style><p id=more style='color: rgb(1, 2, 3)'>More</p>")"""
        )
        style = "it => [getComputedStyle(it).order, getComputedStyle(it).color]"
        order, colour = page.locator("#more").evaluate(style)
        assert order == "0"
        assert colour != "rgb(1, 2, 3)"


def test_a_page_prints_on_sheets_of_its_own_width(browser_page: OpenPage, portfolio: Path) -> None:
    page = browser_page(portfolio, 794)
    page.emulate_media(media="print")
    check_fits(page)
    assert not page.locator(".skip").is_visible()
    assert page.locator("section").first.is_visible()


def test_keys_lead_past_the_top_and_into_sections(browser_page: OpenPage, tmp_path: Path) -> None:
    page = browser_page(written(tmp_path, str(EXAMPLES / "chatpdf.yaml")))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.wait_for_url("**#text")
    levels = page.locator("h1, h2, h3, h4, h5").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
