"""Reads what was written by a parser of its format: its shape, apart from the words in it.

The shape of what holds attacks has to be that of what holds their harmless twins, and so have the
words, signs aside. What no twin could tell is checked here: that nothing in it is a command, a
formula, a script or a link to elsewhere.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import html5lib

from tests.escapes.attacks import likened
from tests.hostile.inert import CONTROL, ISOLATED, check_inert
from tests.report.commands import read_command
from tests.report.test_markdown import github

Shape = list[Any]
"""What was parsed, in order: names of elements and keys as they are, words likened."""

COLOUR = re.compile(r"\x1b\[(?:3[123]|[012])m")
"""What the program itself writes to paint words."""

DONE_BY_PAGES = {"script", "iframe", "object", "embed", "base", "link", "img", "foreignObject"}
SCHEMES = ("https://", "http://", "#")
TOLD_BY_VALUE = {"href", "title", "aria-label", "content", "alt", "value", "placeholder"}
TOLD_BY_VALUE |= {"name", "classname", "message"}
"""Attributes that may hold words of others."""

FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
REFERENCE = re.compile(r"(?<!\w)@\w|(?<![\w&])#\d|\bGH-\d|\w/\w+#\d", re.IGNORECASE)
"""What GitHub makes a link of in words: somebody's name, or the number of an issue."""

DRAWN = "{http://www.w3.org/2000/svg}"
OUR_NOTE = re.compile(r"\A<!-- Written by the program: [\w :,./-]* -->\n\n")
OUR_HTML = re.compile(r"<br>|<!-- -->|</?span>|<a id=\"[\w.-]+\">|</a>")
SAFE_URI = re.compile(r"[A-Za-z0-9/%._~-]+")


def read_terminal(text: str) -> Shape:
    """Read what a terminal shows; only words and ends of lines are left in it."""
    check_inert(text)
    return [likened(text)]


def read_cut(text: str) -> Shape:
    """Read what cuts words short to fit into columns, so that others are left of a twin."""
    check_inert(text)
    return []


def read_painted(text: str) -> Shape:
    """Read what a terminal with colours shows: the program paints, and nothing else does.

    There, no runner looks for commands.
    """
    assert not CONTROL.search(ISOLATED.sub(r"\1", COLOUR.sub("", text)))
    return [*COLOUR.findall(text), likened(COLOUR.sub("", text))]


def read_json(text: str) -> Shape:
    """Read a document; it is ASCII, so that any stream can take it."""
    assert text.isascii()
    check_inert(text)
    return [*_of_data(json.loads(text))]


def read_json_lines(text: str) -> Shape:
    """Read a document on each line."""
    return [shape for line in text.splitlines() for shape in read_json(line)]


def _of_data(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        yield {"keys": [likened(key) for key in data]}
        for value in data.values():
            yield from _of_data(value)
    elif isinstance(data, list) and all(isinstance(item, str) for item in data):
        yield sorted(map(likened, data))  # some are in order, which signs change
    elif isinstance(data, list):
        yield len(data)
        for item in data:
            yield from _of_data(item)
    else:
        yield likened(data) if isinstance(data, str) else data


def read_csv(text: str) -> Shape:
    """Read a table as a spreadsheet does, which reckons what looks like a formula."""
    check_inert(text)
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    for row in rows:
        assert len(row) == len(head)
        assert not [cell for cell in row if cell.startswith(FORMULA)]
    return [head, *([bool(cell) for cell in row] for row in rows)]


def read_xml(text: str) -> Shape:
    """Read a report of tests, or a picture; it declares nothing and includes nothing."""
    assert "<!DOCTYPE" not in text
    assert "<!ENTITY" not in text
    check_inert(text)
    return [_of_element(element) for element in ET.fromstring(text).iter()]


def read_picture(text: str) -> Shape:
    """Read a picture that stands for itself: it runs nothing and loads nothing."""
    for element in ET.fromstring(text).iter():
        assert element.tag.rpartition("}")[2] not in DONE_BY_PAGES
        _check_attributes(element.attrib)
    return read_xml(text)


def read_html(text: str) -> Shape:
    """Read a page by the rules of HTML, strictly: a mistake in it is a fault."""
    check_inert(text)
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    assert len(elements) == len(list(tree.iter())), "there is no comment in it"
    for element in elements:
        assert element.tag.rpartition("}")[2] not in DONE_BY_PAGES
        _check_attributes(element.attrib)
    return [*_of_page(tree)]


def _of_page(element: ET.Element) -> Iterator[Any]:
    """Give every element in order; of a picture the kinds of them, as it grows with its words."""
    if element.tag == f"{DRAWN}svg":
        every = [*element.iter()]
        told = [part for part in every if part.tag in {f"{DRAWN}title", f"{DRAWN}desc"}]
        yield sorted({(part.tag, *sorted(part.attrib)) for part in every})
        yield [likened(part.text or "") for part in told]
        return
    yield _of_element(element)
    for part in element:
        yield from _of_page(part)


def read_form(text: str) -> Shape:
    """Read the page on which applicants answer: it has scripts of ours, and data in one."""
    check_inert(text)
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    shape: Shape = []
    for element in tree.iter():
        if element.tag == "script" and element.get("type") == "application/json":
            shape += _of_data(json.loads(element.text))
        elif element.tag in {"script", "style"}:
            shape.append((element.tag, element.text))
        else:
            shape.append(_of_element(element))
        _check_attributes(element.attrib)
    return shape


def _check_attributes(given: dict[str, str]) -> None:
    for name, value in given.items():
        bare = name.rpartition("}")[2].lower()
        assert not bare.startswith("on"), given
        assert bare not in {"srcdoc", "action", "formaction", "src", "ping"}, given
        if bare == "href":
            assert value.startswith(SCHEMES), given
        if bare != "content":  # of the policy that keeps pages from loading anything
            assert not re.search(r"url\((?!#)|javascript:", _without_words(bare, value)), given


def _without_words(name: str, value: str) -> str:
    return "" if name in TOLD_BY_VALUE else value


def _of_element(element: ET.Element) -> Any:
    attributes = {
        name: likened(unquote(value) if name == "href" else value)
        if name in TOLD_BY_VALUE
        else value
        for name, value in sorted(element.attrib.items())
    }
    return (element.tag, attributes, likened(element.text or ""), likened(element.tail or ""))


def read_markdown(text: str) -> Shape:
    """Read Markdown as GitHub does, which makes links of more than brackets."""
    check_inert(text)
    shape: Shape = []
    reader = github()
    assert reader.linkify is not None
    reader.linkify.add("//", None)  # GitHub takes no address without a scheme for one
    for token in reader.parse(OUR_NOTE.sub("", text)):
        shape.append((token.type, token.tag))
        if token.type == "html_block":
            shape += _of_fragment(token.content)
        for child in token.children or ():
            shape.append((child.type, child.tag, *_targets(child.attrs)))
            if child.type == "html_inline":
                assert OUR_HTML.fullmatch(child.content), child.content
            else:
                assert not REFERENCE.search(child.content), child.content
                shape.append(likened(child.content))
    return _joined(shape)


def _targets(attributes: dict[str, Any]) -> Iterator[str]:
    for name, value in attributes.items():
        assert name in {"href", "style"}, attributes
        if name == "href":
            assert str(value).startswith(SCHEMES), attributes
        yield "#" if str(value).startswith("#") else likened(unquote(str(value)))


def _of_fragment(text: str) -> Iterator[Any]:
    """Read the HTML in Markdown: what is folded away, and its head."""
    for found in re.finditer(r"<!--.*?-->|<[^>]*>|[^<]+", text, re.DOTALL):
        part = found[0]
        if part.startswith("<"):
            assert re.fullmatch(
                r"<!-- -->|</?(details|summary|span)>|<a id=\"[\w.-]+\">|</a>", part
            )
        else:
            part = unescape(part)
            assert not REFERENCE.search(part), part
            part = likened(part)
        yield part


def _joined(shape: Shape) -> Shape:
    """Join words that signs of ours, which show nothing, keep apart."""
    found: Shape = []
    for part in shape:
        if isinstance(part, tuple) and part[0] in {"text", "text_special", "html_inline"}:
            continue
        if isinstance(part, str) and part.startswith(("<!--", "<span", "</span")):
            continue
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] = likened(f"{found[-1]}{part}")
        else:
            found.append(part)
    return found


def read_sarif(text: str) -> Shape:
    """Read results as a viewer does, which makes links of what looks like one."""
    check_inert(text)
    found = json.loads(text)
    (run,) = found["runs"]
    for result in run["results"]:
        assert "](" not in result["message"]["text"]
        for place in result["locations"]:
            file = place["physicalLocation"]["artifactLocation"]
            assert SAFE_URI.fullmatch(file["uri"])
            file["uri"] = unquote(file["uri"])
    told = [rule["help"].pop("markdown") for rule in run["tool"]["driver"]["rules"]]
    return [*_of_data(found), *(part for each in told for part in read_markdown(each))]


def read_annotations(text: str) -> Shape:
    """Read commands to GitHub's runner: each of them annotates, and does nothing else."""
    shape: Shape = []
    for line in text.removesuffix("\n").split("\n") if text else ():
        check_inert(line.replace("::", "", 1))
        command = read_command(line)
        assert command.name in {"error", "warning", "notice"}
        assert command.properties.keys() <= {"file", "line", "col", "title"}
        told = {name: likened(value) for name, value in command.properties.items()}
        shape.append((command.name, told, likened(command.message)))
    return shape


def read_auto(text: str) -> Shape:
    """Read text, and the commands that come after it."""
    lines = text.splitlines(keepends=True)
    first = next((at for at, line in enumerate(lines) if line.startswith("::")), len(lines))
    return read_terminal("".join(lines[:first])) + read_annotations("".join(lines[first:]))


Reader = Callable[[str], Shape]

READERS: dict[str, Reader] = {
    "terminal": read_terminal,
    "cut": read_cut,
    "painted": read_painted,
    "json": read_json,
    "jsonl": read_json_lines,
    "csv": read_csv,
    "xml": read_xml,
    "picture": read_picture,
    "html": read_html,
    "form": read_form,
    "markdown": read_markdown,
    "sarif": read_sarif,
    "github": read_annotations,
    "auto": read_auto,
}


def _apart(one: Any, other: Any) -> str:
    """Say where two texts, or what they make, part."""
    first, second = str(one), str(other)
    pairs = enumerate(zip(first, second, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))
    begin = max(0, same - 60)
    return f"\n{first[begin : same + 200]}\nis not, as in the twin,\n{second[begin : same + 200]}"


def difference(attacked: Iterable[Any], harmless: Iterable[Any]) -> str:
    """Say where two shapes part; nothing where they do not."""
    first, second = list(attacked), list(harmless)
    for at, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return f"part {at}, after {first[max(0, at - 2) : at]}: {_apart(one, other)}"
    if len(first) != len(second):
        return f"{len(first)} parts, and {len(second)} in the twin: {(first + second)[-3:]}"
    return ""
