"""Says in plain words why a file cannot be parsed; imported only when one cannot."""

from __future__ import annotations

import re

import yaml
from yaml._yaml import CParser

from lifeline.errors import Problem
from lifeline.reading.limits import EXCERPT
from lifeline.reading.spelling import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

QUOTES = "Put the text in quotes."
GLUED = "a space is missing after this ':'. Expected 'key: value'."
CLOSE = "Close it where its text ends."
AFTER_QUOTE = (
    "the quote was closed before this. Write nothing after it; or, if the quote sign belongs to the"
    " text, put the text in quotes of the other kind."
)
TAB = "a tab where a line or a value begins. Use spaces."
INDENT = "Begin the line with plain spaces."
ESCAPE = r"in double quotes a '\' begins a special sign. Write '\\', or use single quotes."
OPEN_QUOTE = "this quote is not closed. Expected the same quote sign at the end of the text."
SECOND_COLON = f"a second ': ' on this line. {QUOTES}"
TAG = f"a value cannot begin with '!'. {QUOTES}"
DIRECTIVE = f"a line cannot begin with '%'. {QUOTES}"
BAR = (
    "nothing can stand after '|' or '>' on a line. Begin the text on the next line, or put it in"
    " quotes."
)
STRAY_COLON = (
    "a ':' is not expected here. Begin a key with as many spaces as the keys above it;"
    " put text that holds ': ' in quotes."
)

NOT_UTF_8 = "this is not UTF-8 text. Save the file with the encoding UTF-8."

COLON = "mapping values are not allowed in this context"
WORDS = {
    "did not find expected key": "does not fit here. Begin a key with as many spaces as the keys"
    " above it; write nothing after a closing quote or bracket.",
    "did not find expected '-' indicator": "does not fit in the list above. Begin with '- ',"
    " as far to the right as the others.",
    "did not find expected ',' or ']'": "a ',' or ']' is missing before this, in the list that"
    " begins on line {began}.",
    "did not find expected ',' or '}'": "a ',' or '}}' is missing before this, after the '{{' of"
    " line {began}.",
    "did not find expected node content": "a value or a closing bracket is missing here.",
    "could not find expected ':'": "a ':' and a space are missing on this line. Expected"
    " 'key: value'.",
    "mapping keys are not allowed in this context": "a '?' is not expected here. If you do not"
    " know the answer, write unknown.",
    "block sequence entries are not allowed in this context": "a '- ' is not expected here. Put"
    " each item of a list on a line of its own; put text in quotes.",
    "found character that cannot start any token": "a value cannot begin with '{sign}'."
    f" {QUOTES}",
    "found unexpected end of stream": OPEN_QUOTE,
    "found unexpected document indicator": OPEN_QUOTE,
    "found unknown escape character": ESCAPE,
    "did not find expected hexdecimal number": ESCAPE,
    "found invalid Unicode character escape code": ESCAPE,
    "but found another document": "a second document begins here. Expected one in a file; leave"
    " '---' out.",
    "did not find expected <document start>": "the file's content ended before this line. Expected"
    " only 'key: value' lines, and no '...' between them.",
    "did not find expected alphabetic or numeric character": "a value cannot begin with '*' or"
    f" '&'. {QUOTES}",
    "found undefined tag handle": TAG,
    "found incompatible YAML document": DIRECTIVE,
    "did not find expected comment or line break": BAR,
    "found an indentation indicator equal to 0": BAR,
    "found a tab character that violates indentation": TAB,
    "found a tab character where an indentation space is expected": TAB,
    "found unexpected ':'": "a space is missing after this ':'. Put text that holds ':' in quotes.",
}
"""What libyaml says is wrong, and what we say."""

CONTEXTS = {"a tag": TAG, "directive": DIRECTIVE}
"""What we say of everything that is wrong in some kinds of place, by the end of their name."""

NOTICED_LATE = ("could not find expected ':'", "found unexpected end of", "found unexpected doc")
"""Problems shown where the faulty part begins: where libyaml notices them helps nobody."""


WITHOUT_WIDTH = r"\u200b-\u200f\u2060\ufeff"

UNSEEN = rf"(?:[^\S \t]|[{WITHOUT_WIDTH}])"
"""A space that is none to libyaml, or a sign that is not seen."""

BLANKS = rf"[\s{WITHOUT_WIDTH}]*"
"""Any of these and plain ones: one set of signs, as a run can be read in one way only then."""

BREAKS = "\r\n|[\r\n\x85\u2028\u2029]"
"""What libyaml takes for the end of a line."""


def syntax_problem(error: Any, data: bytes) -> Problem:
    """Give the problem behind an error of libyaml's, with part of the line where it is."""
    lines = re.split(BREAKS, _text(data))
    is_readable = getattr(error, "problem_mark", None) is not None
    problem = (_understood if is_readable else _unreadable)(error, data, lines)
    if not "".join(lines[problem.line - 1 :]).strip():
        _show_at_the_end(problem, lines)
    line = lines[problem.line - 1]
    if line.strip():
        start = max(0, problem.column - 1 - EXCERPT // 2)
        problem.excerpt = (line[start : start + EXCERPT], problem.column - start)
    return problem


def _show_at_the_end(problem: Problem, lines: list[str]) -> None:
    """Move what was noticed after the last line to where the text ends."""
    written = [number for number, line in enumerate(lines, 1) if line.strip()]
    problem.line = written[-1] if written else 1
    problem.column = len(lines[problem.line - 1].rstrip()) + 1


def _understood(error: Any, data: bytes, lines: list[str]) -> Problem:
    mark = error.problem_mark
    found = (
        _of_a_strange_space(lines, mark) or _of_quotes(data, mark) or _of_a_glued_colon(lines, mark)
    )
    if found is not None:
        return found
    if error.context_mark and error.problem.startswith(NOTICED_LATE):
        mark = error.context_mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    column = mark.column
    if "\t" in line[: len(line) - len(line.lstrip())] or line[column : column + 1] == "\t":
        column, message = line.index("\t"), TAB
    elif error.problem == COLON:
        message = SECOND_COLON if ":" in line[:column] else STRAY_COLON
    else:
        message = _translated(error, line[column : column + 1])
    return Problem(mark.line + 1, column + 1, "", message)


def _of_a_strange_space(lines: list[str], mark: Any) -> Problem | None:
    """Find a key or item behind a space that is none to YAML, on a line or the one above."""
    for number in (mark.line, mark.line - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        strange = re.match(rf"[ \t]*({UNSEEN}){BLANKS}(?:- |[a-z][a-z-]*:)", line)
        if strange:
            told = f"a sign that is no plain space: {name_of(strange[1])}. {INDENT}"
            return Problem(number + 1, strange.end(1), "", told)
    return None


def _of_a_glued_colon(lines: list[str], mark: Any) -> Problem | None:
    """Find a key without a space after its ':' on the line of a problem or the one above."""
    for number in (mark.line, mark.line - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        glued = re.match(r" *[a-z][a-z-]*:(?=[A-Za-z0-9\[{\"'])", line)
        if glued:
            return Problem(number + 1, glued.end() + 1, "", GLUED)
    return None


def _of_quotes(data: bytes, mark: Any) -> Problem | None:
    quote = _quote_before(data, mark)
    if quote is None:
        return None
    start = quote.start_mark
    if start.line == mark.line:
        return Problem(mark.line + 1, mark.column + 1, "", AFTER_QUOTE)
    message = f"the quote that begins here is closed only on line {mark.line + 1}. {CLOSE}"
    return Problem(start.line + 1, start.column + 1, "", message)


def _quote_before(data: bytes, mark: Any) -> Any:
    """Give the quoted text that ends on the line of a problem, before it, if there is one.

    It tells of a forgotten closing quote, where the next quote sign ends the text, perhaps far
    below; or of a quote sign inside the text.
    """
    parser, found = CParser(data), None
    try:
        while parser.check_token():
            token: Any = parser.get_token()
            end = token.end_mark
            is_before = end.line == mark.line and end.column <= mark.column
            if isinstance(token, yaml.ScalarToken) and token.style and is_before:
                found = token
    except yaml.YAMLError:
        pass
    return found


def _translated(error: Any, sign: str) -> str:
    for name, message in CONTEXTS.items():
        if (error.context or "").endswith(name):
            return message
    if error.problem not in WORDS:
        return f"is not valid YAML: {error.problem}."
    began = error.context_mark.line + 1 if error.context_mark else 1
    return WORDS[error.problem].format(sign=sign, began=began)


def _unreadable(error: Any, data: bytes, _lines: list[str]) -> Problem:
    """Say which sign is not text; libyaml counts bytes, people count signs."""
    before = re.split(BREAKS, _text(data[: error.position]))
    line, column = len(before), len(before[-1]) + 1
    if data[:2].count(0) == 1:  # every other byte of words in UTF-16
        line, column, message = 1, 1, NOT_UTF_8
    elif error.reason == "control characters are not allowed":
        message = f"a control character (U+{error.character:04X}). Take it out."
    else:
        message = NOT_UTF_8
    return Problem(line, column, "", message)


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return data.decode(encoding, "replace")
