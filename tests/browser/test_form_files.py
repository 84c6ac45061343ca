"""What the form reads and writes is what the program reads: held to it on many generated files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lifeline.compiling.store import load_set
from lifeline.errors import InvalidFile
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import OPEN, Answer, Idea
from lifeline.reading.idea import read_idea
from lifeline.reading.limits import MOST_VALUES
from lifeline.reading.nodes import Problems, compose, plain
from lifeline.report.form.data import form_of
from lifeline.scoring.assess import Assessor
from tests.authored import compiled, idea_file
from tests.browser.engine import Engine, engines
from tests.conftest import ROOT
from tests.reference.strategies import answers_for, claims_for, rubric_sets

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FILES = [
    *sorted(ROOT.glob("tests/good/ideas/*.yaml")),
    *sorted(ROOT.glob("tests/hostile/read/*.yaml")),
    *sorted(ROOT.glob("tests/saving/*.txt")),
    *sorted(ROOT.glob("examples/ideas/*.yaml")),
]
SIGNS = [*": - [ ] { } , ; > ' \" \\ ? ! & * % @ ` ~ # é 😀 a x 12 yes".split(" "), " ", "\n", "\t"]
PIECES = [
    *SIGNS,
    *("b c", ": ", "- ", "? ", ", ", "  ", "    ", " #", "#c\n", "\n\n", "\r\n", "\n...\n", "---"),
    *("...", "|", "|-", "|+", ">-", ">+", "\\n", "\\u00e9", "\\\n", "''", "- x\n", "  k: v\n"),
    *("key: v\n", "k: >-\n  t\n   u\n  v\n", "k: |\n  t\n", "k: |2\n    t\n"),
    *("https://e.org/a?b=c#d", "\u2028", "\x85", "\x07", "\ufeff"),
]
BEGINNINGS = [
    "",
    "k: ",
    "k:\n  ",
    "k: {a: ",
    "k: [",
    "k:\n  - ",
    'k: "',
    "k: '",
    "k: |\n  ",
    "a: b\nk:",
]
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Engine]:
    yield from engines(browser)


MANY = settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
"""Each example is many files: the browser is asked seldom, and shrinking them takes too long."""


REFUSED = "[\x85\u2028\u2029\ufeff]"
"""What the form takes in a text field, and refuses in a file that holds it as it is."""


class Cases(list[Any]):
    """Cases of one example; a failure tells the one that failed, and not all of them."""

    def __repr__(self) -> str:
        return f"{len(self)} cases"


def several(cases: st.SearchStrategy[Any], least: int, most: int) -> st.SearchStrategy[Cases]:
    return st.lists(cases, min_size=least, max_size=most).map(Cases)


# ---- reading


def as_read(text: str) -> Any:
    """Give what the program reads, maps as the engine gives them; None for what it refuses."""
    problems = Problems()
    try:
        root = compose(text.encode("utf-8", "surrogatepass"), problems)
        found = None if root is None else plain(root, problems)
    except (InvalidFile, RecursionError):
        return None
    return None if problems.found else _told(found)


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {"map": [[name, _told(inner)] for name, inner in value.items()]}
    return [_told(item) for item in value] if isinstance(value, list) else value


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file as nobody writes it: pieces of YAML in any order, or a real one with some put in."""
    pieces = st.sampled_from(PIECES)
    if draw(st.booleans()):
        parts = draw(st.lists(pieces, min_size=1, max_size=14))
        return draw(st.sampled_from(BEGINNINGS)) + "".join(parts)
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 3))
        text = text[:at] + (draw(pieces) if draw(st.booleans()) else "") + text[at + gone :]
    return text


@MANY
@given(several(files(), 20, 60))
def test_what_the_form_reads_is_what_the_program_reads(engine: Engine, cases: Cases) -> None:
    for text, found in zip(cases, engine.each("read", [[text] for text in cases]), strict=True):
        if "values" in found:
            assert found["values"] == as_read(text), repr(text)
        else:
            assert 1 <= found["line"] <= len(re.split("\r\n|\r|\n", text)), repr(text)


def test_the_form_reads_every_file_that_people_write(engine: Engine) -> None:
    results = engine.each("read", [[text] for text in TEXTS])
    refused = {
        file.name: found
        for file, text, found in zip(FILES, TEXTS, results, strict=True)
        if "values" not in found and as_read(text) is not None
    }
    assert refused == {}


SHAPES = [
    "a: one\n  two\n\n\n  three # four\nb: 1",
    "a: 'one\n  two\n\n\n  three '' four'\nb: 1",
    'a: "one\n  two\n\n\n  three \\\n  four\\n\\x41\\u00e9\\U0001F600\\_\\/\\""\nb: 1',
    "a: >\n one\n two\n\n three\n  four\n\n  five\n six\n\n\nb: 1",
    *(f"a: {head}\n\n  one\n   two\n\n\nb: 1" for head in ("|", "|-", "|+", ">", ">-", ">+ # x")),
    *(f"a:\n  - {head}\n     one\n  - 2" for head in ("|1", "|2-", ">+1", "|-1")),
    "a: |+\n\n\nb: |\nc: >-\n\n",
    "a:\n- 1\n- - 2\n  - 3\n-\n  b: 4\n  c:\n- d: 5\n  e: 6\nf: [1, 'x', {g: h, i}, [], {}]",
    "{a: b, 'c': \"d\", e: [f,\n g],\n# note\n h: }",
    "---\na: b:c\nd: -e\nf: g#h\ni: ?j\n...\n",
    "a:\r\n  b: c\r\n  d: |\r\n    e\r\n    f\r\n",
]


def test_every_file_that_people_write_is_saved_as_it_was(engine: Engine) -> None:
    small = form_of(load_set(str(ROOT / "tests" / "sets" / "small")))
    kept = [
        text
        for file, text in zip(FILES, TEXTS, strict=True)
        if "tests" in file.parts and file.suffix == ".yaml" and not text.startswith("{")
    ]
    for text, saved in zip(
        kept, engine.each("save", [[small, text] for text in kept]), strict=True
    ):
        assert _without_set(saved) == _without_set(text)


def _without_set(text: str) -> list[str]:
    """Give the lines of a file but for the versions: a file without the form's own gets it."""
    return [line for line in text.splitlines() if not line.startswith("set:")]


@pytest.mark.parametrize("text", SHAPES)
def test_every_way_to_write_a_text_is_read_as_the_program_reads_it(
    engine: Engine, text: str
) -> None:
    assert as_read(text) is not None
    assert engine.each("read", [[text]]) == [{"values": as_read(text)}]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a: 1\nb: *x\n", 2, "start"),
        ("a: &x 1\n", 1, "start"),
        ("a: !!int 1\n", 1, "start"),
        ("a: 1\na: 2\n", 2, "twice"),
        ("a: {b: 1, c: 2,\n  b: 3}\n", 2, "twice"),
        ("a:\n\tb: 1\n", 2, "tab"),
        ("a: b: c\n", 1, "second"),
        ("a: 1\n b: 2\n", 2, "second"),
        ("a:\n  b: 1\n c: 2\n", 3, "indent"),
        ("a: 1\n\n'never closed\n", 3, "colon"),
        ("a: 1\nb: 'never closed\n\nc: 1\n", 2, "quote"),
        ("a: [1, 2\nb: 3\n", 2, "second"),
        ("a: {b: 1\n", 2, "bracket"),
        ("a: 1\n---\nb: 2\n", 2, "documents"),
        ("a: x\x07y\n", 1, "sign"),
        ('a: "\\q"\n', 1, "escape"),
        ("a: | text\n", 1, "bar"),
        ("", 1, "keys"),
        ("- a\n", 1, "keys"),
        ("a: " + "[" * 200, 1, "deep"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(
    engine: Engine, text: str, line: int, why: str
) -> None:
    assert as_read(text) is None
    assert engine.each("read", [[text]]) == [{"line": line, "why": why}]


def rows(many: int) -> str:
    return "a:\n" + "- x\n" * (many - 3)


def keys(many: int) -> str:
    several = (many - 4) // 2
    return f"a: [{'x, ' * (1 + many % 2)}]\n" + "".join(f"k{n}:\n" for n in range(several))


def brackets(many: int) -> str:
    several = (many - 4) // 2
    pairs = "".join(f", k{n}: v" for n in range(several - 1))
    return f"a: {{b: {'x' if many % 2 else '[x]'}{pairs}{', z: x' * (many % 2)}}}"


@pytest.mark.parametrize(
    ("filled", "line"), [(rows, MOST_VALUES - 1), (keys, 24_999), (brackets, 1)]
)
def test_as_many_keys_and_values_are_read_as_the_program_reads(
    engine: Engine, filled: Callable[[int], str], line: int
) -> None:
    most, more = filled(MOST_VALUES), filled(MOST_VALUES + 1)
    assert as_read(most) is not None
    assert as_read(more) is None
    found, refused = engine.each("read", [[most], [more]])
    assert found["values"] == as_read(most)
    assert refused == {"line": line, "why": "many"}


# ---- writing


def texts() -> st.SearchStrategy[str]:
    """Notes as people write them, and as nobody does."""
    odd = st.sampled_from(
        ["yes", "12", "~", "1e3", "2026-11-22", "a: b", "a #b", "- x", "'", '"', "|"]
    )
    lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    both = st.lists(st.one_of(odd, lines), min_size=1, max_size=3)
    return st.tuples(both, st.sampled_from(["\n", "\n\n", "\n  ", " "])).map(
        lambda found: found[1].join(found[0])
    )


@st.composite
def told(draw: st.DrawFn, answers: dict[str, Any]) -> dict[str, Any]:
    """Put texts of all kinds beside answers."""
    for name, answer in answers.items():
        if isinstance(answer, dict) and draw(st.booleans()):
            words = draw(texts())
            if words.strip() and not re.search(REFUSED, words):
                answers[name] = {**answer, "note": words}
    return answers


@st.composite
def layouts(draw: st.DrawFn, data: bytes) -> str:
    """Lay a file out in one of the ways that YAML allows, and put comments between its lines."""
    values = yaml.load(data, yaml.BaseLoader)
    text = yaml.dump(
        values,
        default_flow_style=draw(st.sampled_from([False, False, None, True])),
        width=draw(st.sampled_from([20, 80, 1000])),
        indent=draw(st.sampled_from([2, 3, 4])),
        default_style=draw(st.sampled_from([None, None, "'", '"', "|", ">"])),
        allow_unicode=draw(st.booleans()),
        sort_keys=False,
    )
    rows = text.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(rows)))
        column = draw(st.integers(0, 6))
        commented = [*rows[:at], " " * column + f"# {at}", *rows[at:]]
        if as_read("\n".join(commented)) == as_read(text):
            rows = commented
    return "\n".join(rows).replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


class Carrying:
    """A set, a file for it in some layout or none, a file of answers to carry there, a new head."""

    def __init__(
        self, found: CompiledSet, text: str | None, other: str, head: dict[str, str]
    ) -> None:
        self.set = found
        self.form = form_of(found)
        self.text, self.other, self.head = text, other, head


@st.composite
def carryings(draw: st.DrawFn) -> Carrying:
    rubric_set = draw(rubric_sets())
    found = compiled(rubric_set, claims_for(rubric_set))
    old, new = (draw(told(draw(answers_for(rubric_set)))) for _ in range(2))
    text = draw(st.none() | layouts(idea_file(old)))
    head = {"title": draw(texts()), "summary": draw(texts())}
    if not _words(head["title"]):
        head["title"] = "A new name"
    return Carrying(
        found, text, idea_file(new).decode(), head if draw(st.booleans()) else {"title": "New"}
    )


def said(idea: Idea) -> dict[int, Any]:
    return {number: _parts(answer) for number, answer in idea.answers.items()}


def _parts(answer: Answer) -> Any:
    evidence = sorted(answer.evidence, key=str)
    return (
        answer.state,
        answer.value,
        evidence,
        *map(_words, (answer.by, answer.note, answer.reason)),
    )


def _words(text: str) -> str:
    """Give a text without the signs that the form takes out, as no person types them."""
    return "".join(re.sub(r"[^\x21-\x7e]", "", text))


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"(?:^|\s)(# \d+)$", text.replace("\r\n", "\n"), re.MULTILINE))


@MANY
@given(several(carryings(), 1, 6))
def test_what_the_form_saves_says_what_was_answered(engine: Engine, cases: Cases) -> None:
    calls = [[case.form, case.text, case.other, case.head] for case in cases]
    for case, result in zip(cases, engine.each("carry", calls), strict=True):
        saved = result["saved"]
        idea = read_idea(saved.encode(), "saved.yaml", case.set)
        wanted = said(read_idea(case.other.encode(), "other.yaml", case.set))
        for number in wanted.keys() - idea.answers.keys():
            assert not any(wanted.pop(number)[1:]), "only what says nothing is left out"
        assert said(idea) == wanted, saved
        assert comments(saved) == comments(case.text or ""), saved
        assert result["after"] == result["before"], saved
        assert result["twice"] == saved, "what is not changed is not touched"
        assert _words(idea.title) == _words(case.head["title"])
        assert type(yaml.safe_load(saved)["idea"]) is str, "other readers take it for text too"


def test_a_comment_below_a_longer_note_stays_a_comment(engine: Engine) -> None:
    found = load_set(str(ROOT / "tests" / "sets" / "small"))
    name = form_of(found)["questions"][0]["id"]
    text = f'lifeline: "1"\nidea: A\nanswers:\n  {name}: unknown\n          # seen\n'
    other = f'{{lifeline: "1", idea: A, answers: {{{name}: {{answer: unknown, note: "1\\n2"}}}}}}'
    (result,) = engine.each("carry", [[form_of(found), text, other, {"title": "A"}]])
    assert "      1\n      2\n  # seen\n" in result["saved"]


@MANY
@given(several(carryings(), 1, 6))
def test_a_file_that_is_not_changed_is_saved_byte_by_byte(engine: Engine, cases: Cases) -> None:
    calls: list[list[Any]] = []
    for case in cases:
        version = {case.form["set"]: case.form["version"]}
        text = f"{case.text}\nset: {json.dumps(version)}\n"
        if case.text and as_read(text):  # not where the file ends with a closing brace
            calls.append([case.form, text])
    for (_, text), saved in zip(calls, engine.each("save", calls), strict=True):
        assert saved == text


EMPTY = {"says": "", "link": "", "measurement": "", "date": "", "extra": []}
SEVERAL = {"how": "several", "picked": [], "maybe": [], "low": "", "high": ""}
BEGUN: dict[str, list[dict[str, Any]]] = {
    "number": [
        *({"how": "one", "value": value} for value in ("", "4 or 5", "1,500", "1e99")),
        *({"how": "several", "low": low, "high": "1"} for low in ("", "1e99", "x")),
    ],
    "choices": [{"how": "one", "picked": []}, SEVERAL],
    "choice": [SEVERAL],
    "yes-no": [],
}
ABSENT_WITHOUT_REASON = {"how": "absent", "reason": " "}
BESIDES = [
    {"evidence": [{**EMPTY, "date": "2023-06-01"}]},
    {"evidence": [{**EMPTY, "link": "example.org"}]},
    {"evidence": [{**EMPTY, "says": "they said so", "date": "2023-02-30"}]},
    {"note": "n" * 10_001},
]


@st.composite
def leavings(draw: st.DrawFn) -> tuple[CompiledSet, str, dict[int, dict[str, Any]]]:
    """A set, a file for it, and parts of answers that are begun and not finished."""
    rubric_set = draw(rubric_sets())
    found = compiled(rubric_set, claims_for(rubric_set))
    text = idea_file(draw(told(draw(answers_for(rubric_set))))).decode()
    questions = found["deciding"]["questions"]
    parts: dict[int, dict[str, Any]] = {}
    for number in draw(st.sets(st.integers(0, len(questions) - 1), max_size=4)):
        question = questions[number]
        absent: list[dict[str, Any]] = [ABSENT_WITHOUT_REASON] if question["may_not_apply"] else []
        parts[number] = draw(st.sampled_from([*BEGUN[question["kind"]], *absent, *BESIDES]))
    return found, text, parts


@MANY
@given(several(leavings(), 1, 6))
def test_what_is_not_finished_is_never_saved_as_something_else(
    engine: Engine, cases: Cases
) -> None:
    calls = [[form_of(found), text, [*parts.items()]] for found, text, parts in cases]
    for (found, text, parts), result in zip(cases, engine.each("leave", calls), strict=True):
        before = said(read_idea(text.encode(), "idea.yaml", found))
        after = said(read_idea(result["saved"].encode(), "saved.yaml", found))
        for number, part in parts.items():
            assert result["unfinished"][number]
            if "how" in part and number in after:
                assert after[number][:2] == (OPEN, ()), result["saved"]
            elif "how" not in part:
                kept = after.get(number, (OPEN, ()))[:2]
                assert kept == before.get(number, (OPEN, ()))[:2], result["saved"]
        for number in before.keys() - parts.keys():
            assert after.get(number) == before[number] or not any(before[number][1:])


TYPED = "yes no On null ~ y 12 1e3 0x1F 1_000 3:30 2026-11-22 .5 -1 1.5 .inf = << 0o17".split(" ")
PLAIN = ["A name", "12 months", "31 of 40", "a:b", "a#b", "yes, sir", "2026-11", "夜间"]


def test_a_name_is_in_quotes_only_where_a_reader_of_yaml_needs_them(
    engine: Engine, ngc: CompiledSet
) -> None:
    form = form_of(ngc)
    for words, opening in ((TYPED, '"'), (PLAIN, "")):
        for result in engine.each("carry", [[form, None, None, {"title": w}] for w in words]):
            line = result["saved"].splitlines()[1]
            name = yaml.safe_load(result["saved"])["idea"]
            assert line == f"idea: {opening}{name}{opening}"
            assert type(name) is str


# ---- asking


@st.composite
def ideas(draw: st.DrawFn) -> tuple[CompiledSet, str]:
    rubric_set = draw(rubric_sets())
    answers = draw(answers_for(rubric_set))
    return compiled(rubric_set, claims_for(rubric_set)), idea_file(answers).decode()


@MANY
@given(several(ideas(), 1, 8))
def test_the_form_asks_what_the_walk_asks(engine: Engine, cases: Cases) -> None:
    calls = [[form_of(found), text] for found, text in cases]
    for (found, text), asked in zip(cases, engine.each("asked", calls), strict=True):
        idea = read_idea(text.encode(), "idea.yaml", found)
        solved = Assessor(found).solve(idea, as_of=date(2023, 6, 30))
        completions = solved.solution.completions
        numbers = range(len(found["ids"]))
        assert asked == [completions.is_asked(number) for number in numbers], json.dumps(text)
