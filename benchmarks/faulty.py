"""A right idea file and wrong ones, each with one fault, to try what checks files."""

from collections.abc import Callable
from pathlib import Path

from asked import Question, read_set

RIGHT = "lifeline: 1\nidea: Right\nassessed: 2026-04-04\nanswers:\n"


def write_tried(folder: Path, rubric_set: Path) -> tuple[list[str], list[str]]:
    """Write the files below a folder; give the right one, and the wrong ones."""
    folder.mkdir(exist_ok=True)
    answers = first_answers(rubric_set)
    right = RIGHT + "".join(f"  {key}: {value}\n" for key, value in answers.items())
    paths = []
    for name, text in {"right": right, **wrong(right, answers, rubric_set)}.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths[:1], paths[1:]


def first_answers(rubric_set: Path) -> dict[str, str]:
    """Answer the first question of each kind that the set has."""
    found: dict[str, Question] = {}
    for question in read_set(rubric_set).questions:
        found.setdefault(question.kind, question)
    return {question.id: RIGHT_ANSWERS[kind](question) for kind, question in found.items()}


RIGHT_ANSWERS: dict[str, Callable[[Question], str]] = {
    "choice": lambda question: f"{{answer: {question.choices[0]}, evidence: [{{says: So it is}}]}}",
    "choices": lambda question: f"[{question.choices[0]}]",
    "number": lambda question: f"{question.least:g}",
    "yes-no": lambda _: "true",
}


def wrong(right: str, answers: dict[str, str], rubric_set: Path) -> dict[str, str]:
    """Give wrong files by their fault."""
    found = {
        "no-name": right.replace("idea: Right\n", ""),
        "name-is-a-list": right.replace("idea: Right", "idea: [Right]"),
        "unknown-key": f"{right}colour: red\n",
        "unknown-question": f"{right}  such-a-question: true\n",
        "no-such-day": right.replace("2026-04-04", "some day"),
        "unknown-evidence": right.replace("says: So it is", "hearsay: So it is"),
    }
    for question in read_set(rubric_set).questions:
        if question.kind == "number" and question.id in answers:
            line = f"  {question.id}: {answers[question.id]}"
            found["beyond-the-range"] = right.replace(
                line, f"  {question.id}: {question.most + 1:g}"
            )
    for key, value in answers.items():
        found[f"unknown-answer-to-{key}"] = right.replace(
            f"  {key}: {value}\n", f"  {key}: such-an-answer\n"
        )
    return {name: text for name, text in found.items() if text != right}
