"""Says compiled conditions in words, with the ids that an idea file answers by."""

from __future__ import annotations

from lifeline.model.chosen import chosen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import Condition, Formula, Question

GROUPS = {"all": " and ", "any": ", or "}
OTHER = {"all": "any", "any": "all"}
SIGNS = {"product": " × ", "ratio": " ÷ ", "sum": " + ", "difference": " - "}
VERBS = {
    "in": ("is", "is not"),
    "includes": ("includes", "does not include"),
    "equals": ("is exactly", "is not exactly"),
    "at-least": ("is at least", "is below"),
}
"""What is said of a question where a comparison holds, and where it does not."""


def condition_text(condition: Condition, questions: list[Question], *, holds: bool = True) -> str:
    """Say what has to be so for a condition to hold, or for it not to: ``used is no``."""
    operator, operand = condition[0], condition[1]
    if operator == "not":
        return condition_text(operand, questions, holds=not holds)
    if operator in GROUPS:
        return _group(operator if holds else OTHER[operator], operand, questions, holds=holds)
    if operator == "measures":
        _, left, right = operand  # a difference, judged by its sign
        verb = VERBS["at-least"][not holds]
        return f"{formula_text(left, questions)} {verb} {formula_text(right, questions)}"
    question = questions[operand]
    verb = VERBS[operator][not holds]
    return f"`{question['id']}` {verb} {_operand(condition, question)}"


def _group(word: str, parts: list[Condition], questions: list[Question], *, holds: bool) -> str:
    said = [condition_text(part, questions, holds=holds) for part in parts]
    if not said:
        return "anything is so" if word == "all" else "nothing is so"
    if len(said) > 1:
        said = [f"({part})" if _is_joined(part) else part for part in said]
    return GROUPS[word].join(said)


def _is_joined(said: str) -> bool:
    return any(word in said for word in GROUPS.values())


def _operand(condition: Condition, question: Question) -> str:
    operator, _, operand = condition
    if operator == "at-least":
        return f"{operand:.15g}"
    names = list(question["choices"]) or ["no", "yes"]
    these = chosen(names, operand)
    if operator == "equals":
        return f"[{', '.join(these)}]"
    return _either(these)


def _either(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def formula_text(formula: Formula, questions: list[Question], *, inside: bool = False) -> str:
    """Say a formula: ```budget` × `share```, in brackets where it is ``inside`` another."""
    operation, *operands = formula
    if operation == "number":
        return f"{operands[0]:,.15g}"
    if operation == "question":
        return f"`{questions[operands[0]]['id']}`"
    if operation == "parameter":
        return f"the market's {operands[1]}"
    parts = [formula_text(part, questions, inside=True) for part in operands]
    if operation in SIGNS:
        said = SIGNS[operation].join(parts)
        return f"({said})" if inside else said
    return f"the {operation} of ({', '.join(parts)})"
