"""Writes sets as hard as can be: yes-or-no questions, and rules that each look at several."""

from pathlib import Path
from random import Random
from typing import Any

import yaml

SEED = 2023
MONTHS = (3, 6, 12)
"""To which a protection can lift a cap of none."""

CAUSES = ("absorption", "model-progress", "stagnation", "price", "demand")
TEXT = {"because": "It is so.", "remedy": "Change it.", "claims": ["S001-1"]}


def write_tangled(folder: Path, count: int, width: int) -> Path:
    """Write a set of so many questions and as many rules, each on so many; and an open idea."""
    random = Random(f"{SEED}/{count}/{width}")
    names = names_of(count)
    rules = [rule(random, number, random.sample(names, width)) for number in range(count)]
    return _written(folder, names, {"questions": list(map(question, names)), "rules": rules})


def write_lifted(folder: Path, count: int) -> Path:
    """Write a set with one cap, which so many protections lift, each on a question of its own."""
    names = names_of(count)
    parts: dict[str, Any] = {"questions": list(map(question, names))}
    parts["protections"] = [{"id": f"p-{name}", "when": {name: True}, **TEXT} for name in names]
    lifts = {f"p-{name}": MONTHS[number % 3] for number, name in enumerate(names)}
    cap = {"clock": "advantage", "months": 0, "cause": CAUSES[0]}
    parts["rules"] = [{"id": "r0", "cap": cap, "unless": lifts, **TEXT}]
    return _written(folder, names, parts)


def write_hidden(folder: Path, count: int) -> Path:
    """Write a set of so many questions, each hidden by three before it, and as many blockers."""
    random = Random(f"{SEED}/{count}")
    names = names_of(count)
    asked = [question(name) for name in names]
    for number, each in enumerate(asked[3:], 3):
        each["when"] = {"any": [{name: _coin(random)} for name in random.sample(names[:number], 3)]}
    rules = [
        {"id": f"r{number}", "when": {"all": [{n: _coin(random)} for n in random.sample(names, 3)]}}
        | {"finding": "blocker", **TEXT}
        for number in range(count)
    ]
    return _written(folder, names, {"questions": asked, "rules": rules})


def names_of(count: int) -> list[str]:
    """Give the ids of so many questions."""
    return [f"q{number}" for number in range(count)]


def _coin(random: Random) -> bool:
    return random.random() < 1 / 2


def _written(folder: Path, names: list[str], parts: dict[str, Any]) -> Path:
    """Write a set, and an idea that leaves all of it open."""
    rubric = {"rubric-format": 1, "rubric": "knot", "title": "A knot", "about": "Knots.", **parts}
    about = {"set-format": 1, "set": "tangled", "version": "0.1.0", "title": "Tangled"}
    about |= {"language": "en", "rubrics": ["knot"]}
    about |= {"gate": {"min-months": 6, "fail-on": "blocker"}}
    answers = dict.fromkeys(names, "unknown")
    idea = {"lifeline": 1, "idea": "A knot", "assessed": "2023-06-30", "answers": answers}
    (folder / "idea").mkdir(parents=True, exist_ok=True)
    files = {"set": about, "knot": rubric, "claims": CLAIMS, "idea/idea": idea}
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(yaml.dump(content, Dumper=Plain, sort_keys=False))
    return folder


class Plain(yaml.SafeDumper):
    """Writes what stands twice twice: sets have no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Make none."""
        return True


def question(name: str) -> dict[str, Any]:
    """Give a question of yes or no."""
    told = {"id": name, "ask": "Is it so?", "why": "It may be so. It counts."}
    return told | {"claims": ["S001-1"], "kind": "yes-no", "changeable": "weeks", "better": "none"}


def rule(random: Random, number: int, names: list[str]) -> dict[str, Any]:
    """Give a rule that is met where one of two halves of its questions is wholly as it says."""
    wanted = [{name: _coin(random)} for name in names]
    half = len(wanted) // 2
    when = {"any": [{"all": wanted[:half]}, {"all": wanted[half:]}]}
    clock = random.choice(["advantage", "necessity"])
    cap = {"clock": clock, "months": random.choice([0, 3, 6]), "cause": random.choice(CAUSES)}
    return {"id": f"r{number}", "when": when, "cap": cap, **TEXT}


CLAIMS = {
    "claims-format": 1,
    "sources": [{"id": "S001", "title": "On knots", "author": "A. Sailor", "date": "2023-09-03"}],
    "claims": [
        {
            "id": "S001-1",
            "says": "Knots hold.",
            "source": "S001",
            "tag": "advice",
            "status": {"verdict": "holds", "date": "2023-09-03"},
        }
    ],
}
