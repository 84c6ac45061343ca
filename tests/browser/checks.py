"""What every page of ours is held to in a browser, and as HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

BEYOND = """() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const hidden = style.visibility === "hidden" || style.clipPath !== "none"
      || element.closest(".skip, thead, defs, pattern, title, desc");
    if (!hidden && box.width && (box.right > width + 1 || box.left < -1))
      found.push(`${element.tagName}.${element.getAttribute("class")}: ${box.left} ${box.right}`);
  }
  return found.slice(0, 5);
}"""
SERIOUS = ("serious", "critical")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


def check_fits(page: Page) -> None:
    """Check that nothing stands beyond the window's width."""
    widths = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert widths[0] <= widths[1]
    assert page.evaluate(BEYOND) == []


def check_accessible(page: Page) -> None:
    """Check that axe finds nothing serious."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    told: list[Any] = [
        (each["id"], [node["html"][:200] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in SERIOUS
    ]
    assert told == []


def check_valid(path: Path) -> None:
    """Check that a file is HTML without a mistake, with each id once and each reference led to."""
    import html5lib

    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(path.read_text(encoding="utf-8"))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len({*ids})
    for element in tree.iter():
        for name in REFERENCES:
            for target in (element.get(name) or "").split():
                assert target in ids, (element.tag, name, target)
        href = element.get("href") or ""
        if href.startswith("#"):
            assert href[1:] in ids, href
