"""Changes to an idea file: read again they are what was meant, and everything else stays."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from lifeline.errors import InvalidFile, UsageError
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import ABSENT, GIVEN, OPEN, Answer, Idea
from lifeline.reading.idea import read_idea
from lifeline.reading.saving.revision import Revision
from lifeline.reading.saving.step import SavingFault
from lifeline.reading.saving.writing import Rows, Word, entry_rows, flow, scalar
from tests.authored import compiled, idea_file
from tests.compiling.farm import CLAIMS, farm, question, rubric
from tests.reading.small import HEAD, read, small
from tests.reading.test_any_bytes import GOOD
from tests.reading.test_retired import orchard

Change = tuple[str, tuple[Any, ...]]

INDEX = small()["index"]
QUESTIONS = small()["deciding"]["questions"]
VALUES = {
    "choice": st.sets(st.integers(0, 2), min_size=1).map(lambda found: tuple(sorted(found))),
    "choices": st.tuples(st.integers(0, 7), st.integers(0, 7)).map(lambda v: (v[0], v[1] & ~v[0])),
    "yes-no": st.sampled_from([(0,), (1,), (0, 1)]),
    "number": st.tuples(st.floats(0, 60), st.floats(0, 60)).map(lambda ends: tuple(sorted(ends))),
}
SIGNS = st.one_of(
    st.sampled_from(
        [*"-?:,[]{}#&*!|>'\"%@`~<= \n\t\\\r\x85\u2028\u2029\ufeff\xa0\0\x7f\U0001f600é."]
    ),
    st.sampled_from([": ", " #", "yes", "null", "012", "1e3", "---", "...", "2023-01-01", "0o7"]),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.lists(SIGNS, min_size=1, max_size=8).map("".join).filter(str.strip)
LINES = TEXTS.filter(lambda text: len(text.strip().splitlines()) == 1)
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
ITEM = st.fixed_dictionaries({}, optional={"date": DAYS, "says": TEXTS, "measurement": TEXTS})
ITEMS = st.lists(ITEM.filter(lambda item: item.keys() - {"date"}), max_size=3)


@st.composite
def answers(draw: st.DrawFn) -> Change:
    """An answer to some question."""
    asked = draw(st.sampled_from(QUESTIONS))
    return "answer", (asked["id"], draw(VALUES[asked["kind"]]))


IDS = st.sampled_from(list(INDEX))
CHANGES = st.one_of(
    answers(),
    st.tuples(st.just("leave_open"), st.tuples(IDS, st.sampled_from(["unknown", "later"]))),
    st.tuples(st.just("withdraw"), st.tuples(IDS)),
    st.tuples(st.just("does_not_apply"), st.tuples(st.just("training-budget"), TEXTS)),
    st.tuples(st.sampled_from(["note", "by"]), st.tuples(IDS, st.just("") | TEXTS)),
    st.tuples(st.just("evidence"), st.tuples(IDS, ITEMS)),
    st.tuples(st.just("title"), st.tuples(LINES)),
    st.tuples(st.just("summary"), st.tuples(st.just("") | TEXTS)),
    st.tuples(st.just("id"), st.tuples(st.sampled_from(["", "plan-b", "on", "12"]))),
    st.tuples(st.just("assessed"), st.tuples(DAYS)),
    st.tuples(st.just("version"), st.tuples(st.sampled_from(["small", "b"]), st.just("1.2.0"))),
    st.tuples(st.just("capabilities"), st.tuples(st.lists(LINES, max_size=3))),
    st.tuples(st.just("waive"), st.tuples(st.just("product/money-ends"), TEXTS, DAYS)),
    st.tuples(st.just("unwaive"), st.tuples(st.just("product/money-ends"))),
)

ROWS = """\
# a file of ours
lifeline:  1
idea: 'A product'      # a working title
assessed: 2023-06-30\t# a tab
"answers" :
    # what others do
    entry:   announced    # since May

    runway: {between: [3,9]}  # a guess
      # further in
    'assets':   # ours
    # of the first list
    -   own-data     # bought
    -   network

    uses-model:
      # rows
      answer: yes    # of course
      evidence:      # some

      - {says: 'seen',   link: "https://example.org"}  # one
      # before the second
      - says: >-
          seen
          again

      # after the second
      - date: 2023-05-01
        # within
        says: on stage   # by Ann
        link: https://example.org/stage
      # after the last
      note: |+
        keep

    # end of answers

# between
capabilities: [ chat , 'search' ]
waivers: {}
# end
"""
BRACES = """\
{ # a file of ours
  lifeline: 1, "idea":'A product', # a working title
  assessed : 2023-06-30 , answers: { entry: announced # since May
    , runway: {between: [3,
    9]}, # further
    assets: [own-data, # bought
             network,],

    uses-model: {answer: yes, note: "a
      note", evidence: [{says: seen}, {says: again, }]}, # last
  }, capabilities: # some
    [chat],
  set: { # none
  },
}
# end
"""
EXPLICIT = """\
---
? lifeline
: 1
? idea
: A product
? assessed # the day
: 2023-06-30
? answers
: ? entry
  : announced # since May
  ? runway
  :
    # number
    9
  assets: {}
...
""".replace("  assets: {}\n", "  assets: []\n")
FLAT = "lifeline: 1\nidea: A product\nassessed: 2023-06-30\nanswers:"
FILES = [ROWS, BRACES, EXPLICIT, GOOD.decode(), FLAT, f"{FLAT}\n", f"{FLAT} {{}} # none", HEAD, ""]


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of odd layout, in some encoding, with some line ends."""
    text = draw(st.sampled_from([*FILES, ROWS, BRACES]))
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 3))):
        indentation = " " * draw(st.integers(0, 8))
        added = draw(st.sampled_from(["# added\n", "#\n", "\n", "# a: b\n\n"]))
        lines.insert(draw(st.integers(0, len(lines))), indentation + added)
    text = "".join(lines).removesuffix(draw(st.sampled_from(["", "\n", "# end\n"])))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r", "\x85"])))
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16"])))


def change(data: bytes, *changes: Change, compiled: CompiledSet | None = None) -> bytes:
    """Make changes; a file that is new or has no day gets what it needs."""
    revision = Revision(data, "idea.yaml", compiled or small())
    if revision.is_new:
        revision.title("A product")
    if revision.idea.assessed is None:
        revision.assessed(date(2023, 6, 30))
    for method, arguments in changes:
        getattr(revision, method)(*arguments)
    return revision.result()


def is_readable(data: bytes) -> bool:
    try:
        change(data)
    except InvalidFile:
        return False
    return True


def facts(idea: Idea) -> dict[str, Any]:
    """Everything that an idea says, without the places where it says so."""
    waivers = {name: (waiver.reason, waiver.until) for name, waiver in idea.waivers.items()}
    head = (idea.id, idea.title, idea.summary, idea.assessed, idea.versions, idea.capabilities)
    answered = {
        QUESTIONS[number]["id"]: told(answer)
        for number, answer in idea.answers.items()
        if told(answer) != told(Answer(1, 1))
    }
    return {"head": head, "waivers": waivers, "answers": answered}


def told(answer: Answer) -> list[Any]:
    """Everything that an answer says."""
    given = (answer.state, answer.value, answer.reason)
    return [*given, answer.by, answer.note, answer.evidence]


def clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def apply(idea: Idea, method: str, arguments: tuple[Any, ...]) -> None:
    """Make a change to what was read, as the documentation of the change says."""
    match method, arguments:
        case "answer" | "leave_open" | "withdraw" | "does_not_apply" | "note" | "by" | "evidence", (
            question,
            *rest,
        ):
            _apply_answer(idea, method, INDEX[question], rest)
        case "title", (text,):
            idea.title = clean(text)
        case "summary", (text,):
            idea.summary = clean(text)
        case "id", (text,):
            idea.id = text or "idea"
        case "assessed", (day,):
            idea.assessed = day
        case "version", (name, version):
            idea.versions[name] = version
        case "capabilities", (names,):
            idea.capabilities = [clean(name) for name in names]
        case "waive", (name, reason, until):
            read_ = read(HEAD + f"waivers: {{{name}: {{reason: x, until: {until}}}}}")
            idea.waivers[name] = read_.waivers[name]
            idea.waivers[name].reason = clean(reason)
        case "unwaive", (name,):
            idea.waivers.pop(name, None)
        case _:
            raise AssertionError(method)


def _apply_answer(idea: Idea, method: str, number: int, rest: list[Any]) -> None:
    if method == "withdraw":
        idea.answers.pop(number, None)
        return
    answer = idea.answers.setdefault(number, Answer(1, 1))
    match method, rest:
        case "answer", ((0, 1),) if QUESTIONS[number]["kind"] == "yes-no":
            answer.state, answer.value, answer.reason = OPEN, (), ""  # as if one did not know
        case "answer", (value,):
            answer.state, answer.value, answer.reason = GIVEN, value, ""
        case "leave_open", _:
            answer.state, answer.value, answer.reason = OPEN, (), ""
        case "does_not_apply", (reason,):
            answer.state, answer.value, answer.reason = ABSENT, (), clean(reason)
        case "note" | "by", (text,):
            setattr(answer, method, clean(text))
        case "evidence", (items,):
            rungs = [3 if item.get("measurement") else 1 for item in items]
            answer.evidence = [(rung, i.get("date")) for rung, i in zip(rungs, items, strict=True)]


@given(files(), st.lists(CHANGES, min_size=1, max_size=6))
def test_what_is_saved_is_read_as_it_was_meant(data: bytes, changes: list[Change]) -> None:
    assume(is_readable(data))
    wanted = read(change(data))
    for method, arguments in changes:
        apply(wanted, method, arguments)
    assert facts(read(change(data, *changes))) == facts(wanted)


@given(files(), st.lists(CHANGES, min_size=1, max_size=6))
def test_many_small_steps_say_what_one_step_says(data: bytes, changes: list[Change]) -> None:
    assume(is_readable(data))
    now = change(data)
    for each in changes:
        now = change(now, each)
        assert change(now, each) == now
    assert facts(read(now)) == facts(read(change(data, *changes)))


@given(files(), answers())
def test_an_answer_changes_one_stretch_of_the_file(data: bytes, answer: Change) -> None:
    assume(is_readable(data))
    before, after = change(data), change(data, answer)
    now = change(before, answer)
    assert now == after
    assume(before != after)
    texts = [decoded(before), decoded(after)]
    comments = [re.findall(r"#[^\r\n\x85]*", text) for text in texts]
    if answer[1][0] != "assets":  # whose items take their comments with them
        in_values = {"# added", "#", "# a: b"}
        assert [c for c in comments[0] if c not in in_values] == [
            c for c in comments[1] if c not in in_values
        ]
    at, end = common(*texts)
    assert len(texts[1][at : len(texts[1]) - end].splitlines()) <= 9


@given(files(), answers())
def test_an_answer_set_and_withdrawn_leaves_the_file_as_it_was(data: bytes, answer: Change) -> None:
    assume(is_readable(data))
    question = answer[1][0]
    before = change(data, ("withdraw", (question,)))
    after = change(before, answer, ("withdraw", (question,)))
    assert after == before
    steps = change(change(before, answer), ("withdraw", (question,)))
    assert facts(read(steps)) == facts(read(before))
    if re.search(r"answers['\"]? ?: *[^{\s]", decoded(before)):
        assert steps == before


def decoded(data: bytes) -> str:
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")


def common(one: str, other: str) -> tuple[int, int]:
    """How many signs two texts begin and end with alike."""
    least = min(len(one), len(other))
    start = next((n for n in range(least) if one[n] != other[n]), least)
    rest = least - start
    end = next((n for n in range(rest) if one[-1 - n] != other[-1 - n]), rest)
    return start, end


@given(TEXTS)
def test_every_text_is_text_for_every_reader(text: str) -> None:
    """Quotes where a reader of YAML 1.1 would see a number, a date or yes."""
    value = clean(text)
    assert yaml.safe_load(f"a: {scalar(value)}\n") == {"a": value}
    assert yaml.safe_load(f"[{flow({value: value})}]") == [{value: value}]
    assert yaml.safe_load("\n".join(entry_rows("a", {"b": value, "c": [value]}, 0))) == {
        "a": {"b": value, "c": [value]}
    }


@pytest.mark.parametrize(
    "text",
    [
        *"yes No on y N null ~ true 12 1_000 012 0o17 0x1F 1e3 .5 +1 3:30 .inf 2023-01-31".split(),
        "2023-01-31 10:00:00",
        *"a: -a #a &a *a !a %a @a `a 'a \"a [a {a ]a }a >a |a ,a = <<".split(),
        *[
            "a: b",
            "a #b",
            "- a",
            "? a",
            ": a",
            "a\tb",
            "a\nb",
            "\0",
            "\ufeffa",
            "a\x85b",
            "a\u2028b",
        ],
    ],
)
def test_what_needs_quotes_gets_them(text: str) -> None:
    assert scalar(text).startswith('"')


@pytest.mark.parametrize(
    "text",
    [
        "founder",
        "a b",
        "it's",
        "3 months",
        "a:b",
        "https://a.b/c#d",
        "é – 大",
        "1.2.0",
        "a, b [c]",
        "٣",
        "😀",
    ],
)
def test_what_needs_no_quotes_gets_none(text: str) -> None:
    assert scalar(text) == text


def test_lines_stand_below_their_key_unless_a_sign_among_them_cannot_be_seen() -> None:
    assert entry_rows("a", "b\nc", 0) == ["a: |-", "  b", "  c"]
    assert entry_rows("a", "b\n\x07", 0) == ['a: "b\\n\\u0007"']


def test_numbers_and_days_need_no_quotes() -> None:
    assert scalar(Word("12")) == "12"
    assert entry_rows("a", Rows(b=Word("2023-01-01")), 2) == ["  a:", "    b: 2023-01-01"]


@pytest.mark.parametrize(
    ("value", "word"),
    [(5.0, "5"), (9.5, "9.5"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "1e-07")],
)
def test_numbers_are_written_exactly_and_briefly(value: float, word: str) -> None:
    after = change(HEAD.encode(), ("answer", ("runway", (value, value))))
    assert after.decode() == f"{HEAD}answers:\n  runway: {word}\n"


def test_what_the_answer_says_already_changes_no_byte() -> None:
    data = (
        f"{HEAD}answers: {{runway: 12.0, uses-model: TRUE, assets: [permit, network]}}\n".encode()
    )
    same: list[Change] = [
        ("answer", ("runway", (12, 12))),
        ("answer", ("uses-model", (1,))),
        ("answer", ("assets", (0b110, 0))),
        ("title", ("A product",)),
        ("assessed", (date(2023, 6, 30),)),
    ]
    assert change(data, *same) == data


@pytest.mark.parametrize("method", ["title", "id", "summary", "by", "note"])
def test_nothing_in_the_place_of_a_text_takes_it_out(method: str) -> None:
    where: tuple[str, ...] = ("runway",) if method in ("by", "note") else ()
    data = change(HEAD.encode(), ("answer", ("runway", (3, 3))))
    if method == "title":
        with pytest.raises(InvalidFile, match="idea: is missing"):
            change(data, (method, ("",)))
    else:
        told_ = change(data, (method, (*where, "plan-b")))
        assert told_ != data
        assert facts(read(change(told_, (method, (*where, ""))))) == facts(read(data))


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("title", ("two\nlines",), "several lines"),
        ("id", ("Not a slug",), "not an id"),
        ("answer", ("runway", (90, 90)), "out of bounds"),
        ("does_not_apply", ("runway", "so"), "always applies"),
        ("waive", ("product/nothing-protects", "so", date(2024, 1, 1)), "is a cap"),
        ("evidence", ("runway", [{"link": "example.org"}]), "not a web address"),
        ("summary", ("x" * 1_000_000,), "."),
    ],
)
def test_what_a_file_cannot_hold_is_refused(method: str, arguments: Any, message: str) -> None:
    with pytest.raises(InvalidFile, match=message):
        change(HEAD.encode(), (method, arguments))


def test_lines_end_as_in_every_other_text_wherever_they_were_typed() -> None:
    data = change(HEAD.encode(), ("summary", (" one\r\ntwo\rthree \r\n",)))
    assert read(data).summary == "one\ntwo\nthree"


def test_a_day_of_evidence_may_be_text_and_stands_as_a_day() -> None:
    item = {"says": "seen", "date": "2023-05-01"}
    data = change(HEAD.encode(), ("answer", ("entry", (0,))), ("evidence", ("entry", [item])))
    assert b"date: 2023-05-01" in data
    assert read(data).answers[INDEX["entry"]].evidence == [(1, date(2023, 5, 1))]


@pytest.mark.parametrize("item", [{"date": "2023-05-01"}, {"says": ""}])
def test_evidence_in_rows_that_would_back_nothing_is_refused(item: dict[str, str]) -> None:
    rows = (
        "entry:\n    answer: nobody\n    evidence:\n    - says: seen\n      link: https://a.org\n"
    )
    data = f"{HEAD}answers:\n  {rows}".encode()
    with pytest.raises(InvalidFile, match="backs nothing"):
        change(data, ("evidence", ("entry", [item])))


def test_evidence_beside_that_which_goes_stays_to_the_letter() -> None:
    rest = '{ date: 2023-05-02, says: "b\\r\\nc" }'
    held = f"{HEAD}answers:\n  entry: {{answer: nobody, evidence: [{{says: a}}, {rest}]}}\n"
    step = Revision(held.encode(), "idea.yaml", small())
    step.evidence("entry", step.items("entry")[1:])
    assert step.result().decode() == held.replace("{says: a}, ", "")


def test_what_holds_no_evidence_gives_no_items() -> None:
    for entry in ("nobody", "{answer: nobody}", "{answer: nobody, evidence: }", "unknown"):
        held = f"{HEAD}answers:\n  entry: {entry}\n"
        assert Revision(held.encode(), "idea.yaml", small()).items("entry") == []
    assert Revision(HEAD.encode(), "idea.yaml", small()).items("entry") == []


@pytest.mark.parametrize("evidence", ["", "[]", "[]\n    # none so far"])
def test_where_there_is_no_evidence_none_can_go(evidence: str) -> None:
    held = f"{HEAD}answers:\n  entry:\n    evidence: {evidence}\n    answer: nobody\n".encode()
    assert change(held, ("evidence", ("entry", []))) == held


def test_what_stood_beside_an_answer_that_goes_does_not_come_back_in_the_same_step() -> None:
    held = f"{HEAD}answers:\n  entry: {{answer: nobody, by: Ann, note: x}}\n  runway: 9\n".encode()
    assert b"entry" not in change(held, ("withdraw", ("entry",)), ("note", ("entry", "")))
    after = change(held, ("withdraw", ("entry",)), ("note", ("entry", "new")))
    assert read(after).answers[INDEX["entry"]].by == ""


def test_evidence_that_is_told_and_taken_back_in_one_step_is_not_written() -> None:
    held = f"{HEAD}answers:\n  entry: nobody\n".encode()
    steps = [("evidence", ("entry", [{"says": "a"}])), ("evidence", ("entry", []))]
    assert change(held, *steps) == held


def test_what_is_told_about_an_answer_stays_when_the_answer_changes() -> None:
    told_ = "by: Ann, evidence: [{says: seen}], note: ask again"
    data = f"{HEAD}answers:\n  entry: {{answer: nobody, {told_}}}\n".encode()
    after = change(data, ("answer", ("entry", (1,))))
    assert after == data.replace(b"nobody", b"announced")


def test_other_waivers_stay_where_one_is_added_or_taken_back() -> None:
    one = "waivers:\n  product/money-ends: {reason: agreed, until: 2023-12-31}\n"
    until = date(2023, 8, 1)
    both = change(f"{HEAD}{one}".encode(), ("waive", ("evidence/stale", "known", until)))
    added = "  evidence/stale:\n    reason: known\n    until: 2023-08-01\n"
    assert both.decode() == f"{HEAD}{one}{added}"
    after = change(both, ("unwaive", ("evidence/stale",)))
    assert after.decode() == f"{HEAD}{one}"


def test_an_answer_left_open_says_so_also_where_nothing_was_said() -> None:
    unknown = change(HEAD.encode(), ("leave_open", ("runway",)))
    assert unknown.decode() == f"{HEAD}answers:\n  runway: unknown\n"
    later = change(unknown, ("leave_open", ("runway", "later")))
    assert later == unknown.replace(b"unknown", b"later")


def test_within_one_step_the_last_word_counts() -> None:
    data = f"{HEAD}answers:\n  entry: nobody\n".encode()
    assert change(data, ("answer", ("entry", (1,))), ("answer", ("entry", (0,)))) == data
    both = change(data, ("leave_open", ("entry",)), ("note", ("entry", "ask")))
    assert both.endswith(b"  entry:\n    answer: unknown\n    note: ask\n")


def test_what_is_only_perhaps_chosen_stands_alone() -> None:
    data = change(HEAD.encode(), ("answer", ("assets", (0, 0b010))))
    assert data.decode() == f"{HEAD}answers:\n  assets: {{maybe: [network]}}\n"


def test_a_choice_may_hold_a_word_of_ours_in_its_id() -> None:
    asked = question("where", "choice", choices=["nearby", "keynote", "evidence-room"])
    ours = compiled(farm(rubric("farm", questions=[asked])), CLAIMS)
    data = idea_file({"where": "nearby"})
    for number, word in ((1, b"keynote"), (2, b"evidence-room")):
        after = change(data, ("answer", ("where", (number,))), compiled=ours)
        assert after == data.replace(b"nearby", word)


def test_what_the_file_says_of_a_question_is_given() -> None:
    data = f"{HEAD}answers:\n  runway: {{between: [3, 9]}}\n  entry: unknown\n".encode()
    revision = Revision(data, "idea.yaml", small())
    entries = {id_: revision.entry(id_) for id_ in ("runway", "entry", "assets")}
    assert entries == {"runway": {"between": ["3", "9"]}, "entry": "unknown", "assets": ""}


def test_no_day_and_no_version_take_theirs_out() -> None:
    data = f"{HEAD}set: {{small: 1.2.0, other: 1.0.0}}\n".encode()
    after = change(data, ("assessed", (None,)), ("version", ("small", "")))
    assert after == b"lifeline: 1\nidea: A product\nset: {other: 1.0.0}\n"


def test_half_a_sign_is_refused() -> None:
    told = "^lifeline: the text holds half a sign. Type it again.$"
    with pytest.raises(UsageError, match=told):
        change(HEAD.encode(), ("title", ("\ud83d",)))


def test_an_answer_needs_the_day_that_it_describes() -> None:
    revision = Revision(b"lifeline: 1\nidea: A product\n", "idea.yaml", small())
    revision.answer("entry", (0,))
    with pytest.raises(InvalidFile, match="assessed: is missing"):
        revision.result()


def test_a_file_that_cannot_be_read_is_not_changed() -> None:
    for data in (b"lifeline: 1\n", b"{", b"\xff", b"lifeline: 1\nidea: a\nstrange: 1\n"):
        with pytest.raises(InvalidFile):
            Revision(data, "idea.yaml", small())


def test_what_would_be_read_otherwise_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = HEAD.encode() + b"answers: {entry: nobody}\n"
    monkeypatch.setattr("lifeline.reading.saving.step.spliced", lambda *_: wrong)
    with pytest.raises(SavingFault, match="does not say"):
        change(HEAD.encode(), ("answer", ("entry", (1,))))
    with pytest.raises(SavingFault, match="does not say"):
        change(HEAD.encode(), ("answer", ("entry", (0,))), ("summary", ("a",)))
    monkeypatch.setattr("lifeline.reading.saving.step.is_same", lambda *_: True)
    told_ = r"^idea\.yaml: the answer to entry would be read otherwise\.$"
    with pytest.raises(SavingFault, match=told_):
        change(HEAD.encode(), ("answer", ("entry", (1,))))


def test_the_shipped_examples_take_every_answer_of_the_shipped_set(ngc: CompiledSet) -> None:
    from tests.conftest import ROOT

    questions = ngc["deciding"]["questions"]
    for place, path in enumerate(sorted((ROOT / "examples" / "ideas").glob("*.yaml"))):
        data = path.read_bytes()
        for asked in questions[place % 3 :: 3]:  # each question in three of the nine files
            for value in some_values(asked):
                after = change(data, ("answer", (asked["id"], value)), compiled=ngc)
                answer = read_idea(after, "idea.yaml", ngc).answers[ngc["index"][asked["id"]]]
                assert (answer.state, answer.value) == (GIVEN, value)
                lost = set(data.decode().splitlines()) - set(after.decode().splitlines())
                assert len(lost) <= 2


def some_values(asked: Any) -> list[Any]:
    last = len(asked["choices"]) - 1
    values: dict[str, list[Any]] = {
        "choice": [(0,), (0, last)],
        "choices": [(1, 0), (1, 2)],
        "yes-no": [(0,), (1,)],
        "number": [(asked["least"],) * 2, (asked["least"], asked["most"])],
    }
    return values[asked["kind"]]


RETIRED = """\
lifeline: 1
idea: Fruit
assessed: 2023-06-30
answers:
  wet: {answer: no, note: since May}   # irrigated
waivers:
  farm/mold: {reason: so, until: 2024-01-31}
"""


def revised(*changes: Change) -> tuple[str, Idea]:
    """Make changes to a file that answers and waives something retired."""
    after = change(RETIRED.encode(), *changes, compiled=orchard())
    return after.decode(), read_idea(after, "idea.yaml", orchard())


def test_an_answer_that_an_older_question_gives_is_not_written_again() -> None:
    assert revised(("answer", ("irrigated", (1,))))[0] == RETIRED


def test_a_new_answer_beats_the_one_to_an_older_question_and_leaves_it_in_the_file() -> None:
    text, idea = revised(("answer", ("irrigated", (0,))))
    assert text == RETIRED.replace("# irrigated\n", "# irrigated\n  irrigated: no\n")
    assert idea.answers[orchard()["index"]["irrigated"]].value == (0,)


def test_a_withdrawn_answer_does_not_come_back_from_an_older_question() -> None:
    text, idea = revised(("withdraw", ("irrigated",)))
    assert "  irrigated: unknown\n" in text
    assert idea.answers[orchard()["index"]["irrigated"]].state == OPEN


def test_a_note_keeps_what_an_older_question_answers() -> None:
    _, idea = revised(("note", ("irrigated", "by hand")))
    answer = idea.answers[orchard()["index"]["irrigated"]]
    assert (answer.value, answer.note) == ((1,), "by hand")


def test_evidence_comes_beside_what_stands_there_beside_an_older_question() -> None:
    item = {"says": "seen", "date": "2023-05-01"}
    told_ = "by: Ann, note: since May, evidence: [{says: seen, date: 2023-05-01}]"
    held = RETIRED.replace("note: since May", told_)
    step = Revision(held.encode(), "idea.yaml", orchard())
    assert step.items("irrigated") == [item]
    step.evidence("irrigated", [item, {"link": "https://example.org/b"}])
    idea = read_idea(step.result(), "idea.yaml", orchard())
    answer = idea.answers[orchard()["index"]["irrigated"]]
    assert answer.evidence == [(1, date(2023, 5, 1)), (2, None)]
    assert (answer.value, answer.by, answer.note) == ((1,), "Ann", "since May")
    assert held.partition("  wet:")[2].splitlines()[0] in step.result().decode()
    assert "  irrigated:\n    answer: yes\n    by: Ann\n    evidence:\n" in step.result().decode()


def test_evidence_is_taken_out_beside_an_older_question_too() -> None:
    held = RETIRED.replace("note: since May", "evidence: [{says: seen}]").encode()
    after = change(held, ("evidence", ("irrigated", [])), compiled=orchard())
    assert b"  irrigated: yes\n" in after
    assert (
        not read_idea(after, "idea.yaml", orchard())
        .answers[orchard()["index"]["irrigated"]]
        .evidence
    )


def test_a_note_keeps_that_an_older_question_did_not_apply() -> None:
    asked = rubric("farm", questions=[question("runway", "number", may_not_apply=True)])
    retired = [{"id": "money", "in": "0.1.0", "use": "runway", "map": "same"}]
    ours = compiled(farm(asked, retired=retired), CLAIMS)
    data = idea_file({"money": {"not-applicable": "a public body"}})
    after = change(data, ("note", ("runway", "ask again")), compiled=ours)
    answer = read_idea(after, "idea.yaml", ours).answers[0]
    assert told(answer)[:5] == [ABSENT, (), "a public body", "", "ask again"]


def test_a_waiver_taken_back_does_not_come_back_from_an_older_id() -> None:
    text, idea = revised(("unwaive", ("farm/weeds",)))
    assert not idea.waivers
    assert text.endswith("waivers:\n")
