"""A drawing as a tree of elements: whatever text is put into it, it stays text.

Across, places are percents of the width, so that one drawing fits every page and its letters keep
their size; down, they are pixels. Colours are custom properties that the page may set.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from lifeline.report.terminal import END, FROM_FIRST, RIGHT_TO_LEFT, safe

INK = "var(--picture-ink, currentColor)"
QUIET = "var(--picture-quiet, currentColor)"
TRACK = "var(--picture-track, #88888844)"
SURE = "var(--picture-sure, #2b7a78)"
OPEN = "var(--picture-open, transparent)"
MARK = "var(--picture-mark, currentColor)"

SIZE, SMALL = 13, 12
"""Pixels of letters."""

NARROWEST = 280
"""Pixels across, at least: what is written has room there."""

HATCH = 6
"""Pixels from one line of the hatching to the next."""

IS_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class Drawing:
    """One picture. ``y`` is where drawing goes on, in pixels from above."""

    def __init__(self, name: str, prefix: str, title: str) -> None:
        """Begin a picture.

        Args:
            name: what kind of picture it is.
            prefix: sets its ids apart from those of other pictures in the page.
            title: what it shows, for those who do not see it.

        Raises:
            ValueError: when no id can begin with the prefix.
        """
        if not IS_PREFIX.fullmatch(prefix):
            raise ValueError(f"no id can begin with {prefix!r}")
        self.id = f"{prefix}-{name}"
        self.y = 0.0
        self.root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": "100%",
                "overflow": "visible",
                "role": "img",
                "direction": "ltr",
                "font-size": str(SIZE),
                "fill": INK,
                "aria-labelledby": f"{self.id}-title",
            },
        )
        SubElement(self.root, "title", {"id": f"{self.id}-title"}).text = safe(title)
        self.back = SubElement(self.root, "g")

    def describe(self, sentences: list[str]) -> None:
        """Say in sentences what the picture shows."""
        element = Element("desc", {"id": f"{self.id}-desc"})
        element.text = safe(" ".join(sentences))
        self.root.insert(1, element)
        self.root.set("aria-describedby", f"{self.id}-desc")

    def text(  # noqa: PLR0913  # where, what, and how
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        size: int = SIZE,
        shift: float = 0,
        bold: bool = False,
    ) -> None:
        """Write words with their base line at ``y``, moved by ``shift`` pixels from ``x``."""
        element = SubElement(self.root, "text", {"x": percent(x), "y": number(y)})
        if anchor != "start":
            element.set("text-anchor", anchor)
        if size != SIZE:
            element.set("font-size", str(size))
            element.set("fill", QUIET)
        if shift:
            element.set("dx", number(shift))
        if bold:
            element.set("font-weight", "bold")
        element.text = isolated(words)

    def box(
        self, span: tuple[float, float], y: float, height: float, fill: str, stroke: str = ""
    ) -> None:
        """Draw a filled box between two places."""
        left, right = span
        size = {"width": percent(right - left), "height": number(height), "fill": fill}
        element = SubElement(self.root, "rect", {"x": percent(left), "y": number(y), **size})
        if stroke:
            element.set("stroke", stroke)

    def veil(self, span: tuple[float, float], y: float, height: float, fill: str) -> None:
        """Lay a colour thinly behind everything between two places."""
        self.box(span, y, height, fill)
        element = self.root[-1]
        element.set("fill-opacity", "0.16")
        self.root.remove(element)
        self.back.append(element)

    def line(  # noqa: PLR0913  # from where to where, and how
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        stroke: str,
        *,
        width: float = 1,
        dashed: bool = False,
        behind: bool = False,
    ) -> None:
        """Draw a line, perhaps behind everything else."""
        ends = {"x1": percent(left), "y1": number(top), "x2": percent(right), "y2": number(bottom)}
        look = {"stroke": stroke, "stroke-width": number(width)}
        if dashed:
            look["stroke-dasharray"] = "4 3"
        SubElement(self.back if behind else self.root, "line", {**ends, **look})

    def shape(  # noqa: PLR0913  # where, what, and how
        self, x: float, y: float, path: str, fill: str, stroke: str = "", *, shift: float = 0
    ) -> None:
        """Draw a small shape, whose path is in pixels around its place, moved by ``shift``."""
        place = {"x": percent(x), "y": number(y), "overflow": "visible"}
        element = SubElement(SubElement(self.root, "svg", place), "path", {"d": path, "fill": fill})
        if shift:
            element.set("transform", f"translate({number(shift)} 0)")
        if stroke:
            element.set("stroke", stroke)
            element.set("stroke-width", "1.5")

    def hatching(self) -> str:
        """Give what fills a box with hatching: what is still open."""
        id_ = f"{self.id}-open"
        if self.back.find("pattern") is None:
            side = {"width": str(HATCH), "height": str(HATCH)}
            turned = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
            pattern = SubElement(self.back, "pattern", {"id": id_, **side, **turned})
            SubElement(pattern, "rect", {**side, "fill": OPEN})
            line = {"x1": "1", "x2": "1", "y2": str(HATCH), "stroke": SURE, "stroke-width": "2"}
            SubElement(pattern, "line", line)
        return f"url(#{id_})"

    def finished(self) -> str:
        """Give the picture, so high as it was drawn; in ASCII."""
        self.root.set("height", number(self.y))
        if not len(self.back):
            self.root.remove(self.back)
        return written(self.root)


def isolated(words: str) -> str:
    """Make words safe to show; those that run from the right move nothing beside them."""
    words = safe(words)
    return f"{FROM_FIRST}{words}{END}" if re.search(RIGHT_TO_LEFT, words) else words


def written(root: Element) -> str:
    """Write a tree in ASCII, and so that no runner takes a text in it for a command."""
    indent(root, " ")
    text: str = tostring(root, "us-ascii").decode("ascii")
    return text.replace("##[", "##&#91;")


def percent(x: float) -> str:
    """Write a place across."""
    return f"{number(x)}%"


def number(value: float) -> str:
    """Write a number with at most two digits behind the point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
