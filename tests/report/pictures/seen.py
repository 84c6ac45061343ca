"""Reads a picture back as a browser would, and holds it to being a picture and no more."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, fromstring

from lifeline.report.pictures.drawing import NARROWEST, SIZE
from lifeline.report.pictures.widths import width
from tests.hostile.inert import check_inert

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "g", "pattern", "rect", "line", "text", "path"}
ATTRIBUTES = {"width", "height", "role", "direction", "font-size", "font-family", "font-weight"}
ATTRIBUTES |= {"fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "overflow"}
ATTRIBUTES |= {"stroke-linecap", "x", "y", "x1", "x2", "y1", "y2", "dx", "text-anchor", "d", "id"}
ATTRIBUTES |= {"patternUnits", "patternTransform", "transform", "aria-labelledby", "viewBox"}
ATTRIBUTES |= {"aria-describedby", "rx", "textLength"}

OUTSIDE = 3
"""Pixels by which a letter below the end of a scale may leave the picture: it is shown there."""


class Picture:
    """A picture that was read back; ``words``: what is written in it, from first to last."""

    def __init__(self, text: str) -> None:
        assert text.isascii(), "any stream can take it"
        check_inert(text)
        self.root = fromstring(text)
        for element in self.root.iter():
            assert element.tag.removeprefix(SVG) in TAGS
            assert {*element.keys()} <= ATTRIBUTES
        self._check_names()
        self.title = self.root.findtext(f"{SVG}title") or ""
        self.told = self.root.findtext(f"{SVG}desc") or ""
        self.words = [element.text or "" for element in self.root.iter(f"{SVG}text")]
        self.height = float(self.root.attrib["height"])

    def _check_names(self) -> None:
        ids = [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]
        assert len(ids) == len({*ids})
        wanted = {self.root.attrib["aria-labelledby"], self.root.get("aria-describedby")} - {None}
        for element in self.root.iter():
            wanted |= {*re.findall(r"url\(#(.*?)\)", element.get("fill", ""))}
        assert wanted == {*ids}
        assert self.root.attrib["role"] == "img"

    def boxes(self) -> list[tuple[float, float]]:
        """Give where each bar, or part of one, begins and ends, in percent."""
        return [
            (percent(each, "x"), percent(each, "x") + percent(each, "width"))
            for each in self.root.findall(f"{SVG}rect")
        ]

    def lines(self) -> list[tuple[float, float]]:
        """Give from where to where each line runs, in percent."""
        every = [*self.root.findall(f"{SVG}line"), *self.root.findall(f"{SVG}g/{SVG}line")]
        return [(percent(line, "x1"), percent(line, "x2")) for line in every]

    def marks(self, path: str) -> list[float]:
        """Give where shapes of a path stand, in percent."""
        return [
            percent(nested, "x")
            for nested in self.root.findall(f"{SVG}svg")
            if nested[0].attrib["d"] == path
        ]

    def placed(self, wide: float = NARROWEST) -> list[Written]:
        """Give where words stand in a picture of so many pixels across, by estimate."""
        return [Written(element, wide) for element in self.root.iter(f"{SVG}text")]

    def check_fits(self, wide: float = NARROWEST) -> None:
        """Check that nothing leaves the picture and that no words touch others."""
        for left, right in (*self.boxes(), *self.lines()):
            assert 0 <= left <= right + 0.011 <= 100.01
        written = self.placed(wide)
        for each in written:
            assert each.left >= -OUTSIDE, each.words
            assert each.right <= wide + OUTSIDE, each.words
            assert each.y <= self.height
        for number, each in enumerate(written):
            for other in written[number + 1 :]:
                assert not each.touches(other), (each.words, other.words)


class Written:
    """Words of a picture, and the room they take in pixels."""

    def __init__(self, element: Element, wide: float) -> None:
        self.words = element.text or ""
        self.size = float(element.get("font-size", SIZE))
        long = width(self.words) * self.size
        start = percent(element, "x") * wide / 100 + float(element.get("dx", 0))
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
        self.left = start - share * long
        self.right = self.left + long
        self.y = float(element.attrib["y"])

    def touches(self, other: Written) -> bool:
        """Whether two stand on each other."""
        is_beside = self.right <= other.left + 1 or other.right <= self.left + 1
        return abs(self.y - other.y) < self.size - 2 and not is_beside


def percent(element: Element, name: str) -> float:
    """Give a place across."""
    value = element.attrib[name]
    assert value.endswith("%")
    return float(value.removesuffix("%"))
