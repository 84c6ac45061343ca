"""What an idea file says once it is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lifeline.errors import InvalidFile
from lifeline.model.idea import ABSENT, GIVEN, OPEN
from lifeline.reading.idea import read_idea, words_for
from tests.reading.small import HEAD, problems, read, read_answers, small

if TYPE_CHECKING:
    from lifeline.reading.answers import Words


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("entry: nobody", (0,)),
        ("entry: {one-of: [where-they-work, nobody]}", (0, 2)),
        ("uses-model: false", (0,)),
        ("uses-model: yes", (1,)),
        ("assets: []", (0b000, 0b000)),
        ("assets: [permit, own-data]", (0b101, 0b000)),
        ("assets: {surely: [own-data], maybe: [network, permit]}", (0b001, 0b110)),
        ("assets: {surely: [own-data]}", (0b001, 0b000)),
        ("assets: {maybe: [network]}", (0b000, 0b010)),
        ("assets: {surely: [], maybe: []}", (0b000, 0b000)),
        ("runway: 12", (12, 12)),
        ("runway: {between: [3, 9.5]}", (3, 9.5)),
        ("runway: {between: [4, 4]}", (4, 4)),
    ],
)
def test_an_answer_has_the_value_that_the_model_documents(
    line: str, value: tuple[float, ...]
) -> None:
    (answer,) = read_answers(line).values()
    assert (answer.state, answer.value) == (GIVEN, value)


@pytest.mark.parametrize("word", ["true", "True", "yes", "Yes", "YES", '"yes"', "'true'"])
def test_yes_is_written_in_several_ways(word: str) -> None:
    assert read_answers(f"uses-model: {word}")["uses-model"].value == (1,)


@pytest.mark.parametrize("word", ["false", "False", "no", "NO", '"no"'])
def test_no_is_written_in_several_ways(word: str) -> None:
    assert read_answers(f"uses-model: {word}")["uses-model"].value == (0,)


@pytest.mark.parametrize("word", ["12", "12.", "12.0", "+12", "1.2e1", "012", '"12"'])
def test_a_number_is_written_in_several_ways(word: str) -> None:
    assert read_answers(f"runway: {word}")["runway"].value == (12, 12)


@pytest.mark.parametrize("word", ["0", "60"])
def test_both_bounds_of_a_number_are_allowed(word: str) -> None:
    assert read_answers(f"runway: {word}")["runway"].value == (float(word), float(word))


@pytest.mark.parametrize(
    "line",
    ["entry: announced", "assets: [network]", "uses-model: no", "runway: 7", "entry: unknown"],
)
def test_the_long_form_says_what_the_short_form_says(line: str) -> None:
    id_, _, value = line.partition(": ")
    short, long = read_answers(line)[id_], read_answers(f"{id_}: {{answer: {value}}}")[id_]
    assert (short.state, short.value) == (long.state, long.value)


@pytest.mark.parametrize("id_", ["entry", "assets", "uses-model", "training-budget", "runway"])
@pytest.mark.parametrize("word", ["unknown", "later", '"unknown"', "{answer: later, note: ask}"])
def test_unknown_and_later_are_open(id_: str, word: str) -> None:
    answer = read_answers(f"{id_}: {word}")[id_]
    assert (answer.state, answer.value) == (OPEN, ())


def test_a_question_that_is_not_mentioned_has_no_answer() -> None:
    assert list(read_answers("runway: 12")) == ["runway"]


def test_a_question_that_does_not_apply_has_a_reason_instead_of_a_value() -> None:
    answer = read_answers("training-budget: {not-applicable: we train nothing}")["training-budget"]
    assert (answer.state, answer.value, answer.reason) == (ABSENT, (), "we train nothing")


def test_the_long_form_holds_who_says_it_and_a_note() -> None:
    answer = read_answers(
        "runway:\n  between: [3, 9]\n  by: founder\n  note: |\n    ask\n    again"
    )
    assert (answer["runway"].by, answer["runway"].note) == ("founder", "ask\nagain")


def test_evidence_counts_by_its_highest_rung_and_keeps_its_date() -> None:
    items = [
        "{says: seen, date: 2023-05-01}",
        '{says: seen, link: "https://example.org"}',
        '{measurement: 4 minutes, link: "http://example.org", date: 2023-05-02}',
    ]
    line = f"entry: {{answer: nobody, evidence: [{', '.join(items)}]}}"
    found = [(1, date(2023, 5, 1)), (2, None), (3, date(2023, 5, 2))]
    assert read_answers(line)["entry"].evidence == found


@pytest.mark.parametrize("evidence", ["", "[]"])
def test_evidence_may_be_left_empty(evidence: str) -> None:
    assert read_answers(f"entry:\n  answer: nobody\n  evidence: {evidence}")["entry"].evidence == []


def test_an_answer_knows_where_it_stands() -> None:
    answers = read_answers("entry: nobody\n\n# a comment\nrunway: 3\n")
    assert (answers["entry"].line, answers["entry"].column) == (5, 3)
    assert (answers["runway"].line, answers["runway"].column) == (8, 3)


def test_columns_count_signs_and_not_bytes() -> None:
    line = "answers: {runway: {note: día único, answer: 3}, assets: []}"
    answers = read(f"{HEAD}{line}").answers
    assert sorted((answer.line, answer.column) for answer in answers.values()) == [(4, 11), (4, 49)]


@pytest.mark.parametrize(
    "words",
    "3:30 012 1e6 0x1F 1_000 yes no on y null ~ true 2023-03-31 = -.inf".split(),
)
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_text_stays_text(words: str, quote: str) -> None:
    idea = read(f"{HEAD}summary: {quote}{words}{quote}\n")
    assert idea.summary == words


def test_long_text_may_be_folded_or_kept_in_lines() -> None:
    assert read(f"{HEAD}summary: >-\n  one\n  two\n").summary == "one two"
    assert read(f"{HEAD}summary: |\n  one\n  two\n").summary == "one\ntwo"
    assert read(f"{HEAD}summary: one\n  two\n").summary == "one two"


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2999, 12, 31)])
def test_the_day_may_be_any_of_the_years_that_are_likely(day: date) -> None:
    assert read(f"lifeline: 1\nidea: A product\nassessed: {day}\n").assessed == day


def test_the_head_of_a_file_is_read() -> None:
    idea = read(
        f"{HEAD}id: my-product\nset: {{small: 1.2.0, other: 10.0.1}}\ncapabilities: [chat]\n"
    )
    assert (idea.id, idea.title, idea.assessed) == ("my-product", "A product", date(2023, 6, 30))
    assert idea.versions == {"small": "1.2.0", "other": "10.0.1"}
    assert idea.capabilities == ["chat"]


def test_a_waiver_has_a_reason_and_a_last_day() -> None:
    waiver = "product/money-ends: {reason: prototype only, until: 2023-12-31}"
    (found,) = read(f"{HEAD}waivers:\n  {waiver}\n").waivers.items()
    assert found[0] == "product/money-ends"
    assert (found[1].reason, found[1].until) == ("prototype only", date(2023, 12, 31))


@pytest.mark.parametrize(
    ("path", "id_"),
    [("chatpdf.yaml", "chatpdf"), ("ideas/2023/my.idea.yml", "my.idea"), ("plain", "plain")],
)
def test_without_an_id_the_stem_of_the_file_is_the_id(path: str, id_: str) -> None:
    assert read(HEAD, path).id == id_


@pytest.mark.parametrize("rest", ["", "answers:\n", "answers: {}\n", "answers:\n  # none yet\n"])
def test_a_file_may_have_no_answers_yet_and_then_needs_no_day(rest: str) -> None:
    idea = read(f"lifeline: 1\nidea: A product\n{rest}")
    assert (idea.answers, idea.assessed) == ({}, None)


def test_open_answers_alone_need_no_day() -> None:
    assert not problems("lifeline: 1\nidea: A product\nanswers: {entry: unknown, runway: later}\n")


@pytest.mark.parametrize("key", ["set", "capabilities", "answers", "waivers"])
def test_what_holds_entries_may_be_left_empty(key: str) -> None:
    assert not problems(f"lifeline: 1\nidea: A product\n{key}:\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_and_line_ends_of_other_systems_are_read(encoding: str, newline: str) -> None:
    text = f"{HEAD}summary: Größe – 大小\nanswers:\n  runway: 3\n".replace("\n", newline)
    idea = read(text.encode(encoding))
    assert idea.summary == "Größe – 大小"
    assert [answer.line for answer in idea.answers.values()] == [6]


def test_the_order_of_keys_does_not_matter() -> None:
    idea = read("answers: {runway: 3}\nassessed: 2023-06-30\nidea: A product\nlifeline: 1\n")
    assert idea.title == "A product"


# ---- What short answers were found to say in other files


FILES = [
    "entry: nobody\n  runway: 12\n  uses-model: yes\n  assets: [permit]",
    "runway: unknown\n  uses-model: yes\n  entry: nobody",
    "runway: 12\n  entry: {answer: nobody, by: Ada}\n  assets: not-applicable",
    "entry: nobody-at-all\n  runway: 1e9\n  uses-model: 12",
]


def told(lines: str, words: list[Words]) -> object:
    """Give all that is read of some answers, or what is wrong with them."""
    text = f"{HEAD}answers:\n  {lines}\n"
    try:
        answers = read_idea(text.encode(), "idea.yaml", small(), words).answers
    except InvalidFile as error:
        return [problem.text("") for problem in error.problems]
    return {n: [getattr(each, slot) for slot in each.__slots__] for n, each in answers.items()}


def test_what_was_read_before_changes_nothing_in_the_files_behind_it() -> None:
    words = words_for(small())
    for lines in FILES + FILES:
        assert told(lines, words) == told(lines, words_for(small()))


def test_of_short_answers_it_is_kept_what_they_say_and_of_others_nothing() -> None:
    words = words_for(small())
    for lines in FILES:
        told(lines, words)
    kept = {id_: words[number] for id_, number in small()["index"].items() if words[number]}
    assert kept == {
        "entry": {"nobody": (0,)},
        "uses-model": {"yes": (1,)},
        "runway": {"12": (12, 12)},
    }


def test_evidence_that_a_comma_cut_in_two_needs_quotes() -> None:
    evidence = "[{says: they said, twice a day, date: 2023-06-01}]"
    (told,) = problems(f"{HEAD}answers:\n  entry: {{answer: nobody, evidence: {evidence}}}\n")
    assert told.endswith("inside { } a text with a comma needs quotes.")
