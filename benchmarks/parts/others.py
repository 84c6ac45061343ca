"""Against other programs that check YAML files by a schema. They do less: none of them scores."""

from collections.abc import Iterator, Sequence

from checkers import Checker, available, installed
from faulty import write_tried
from plan import Plan
from table import Line, Row, alternate, pick, seconds

AIMS = {"check-jsonschema": 0.2}
"""The aim for one cold file, by the name before the version."""

MOST_FILES = 100
"""Files in one call."""


def sections(plan: Plan) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give the part of the table."""
    lacking = installed(plan.bench)
    able: list[Checker] = []
    sides = "A = lifeline score, B = another that checks by an equivalent schema, scoring nothing"
    yield "Other checkers", tried(plan, lacking, able)
    yield f"One cold file; {sides}", cold(plan, able)
    yield f"Several files in one call and one process, time for each; {sides}", folders(plan, able)


def tried(plan: Plan, lacking: dict[str, str], able: list[Checker]) -> Iterator[Line]:
    """Say which were left out and why; keep those that tell right files from wrong ones."""
    for name, why in lacking.items():
        yield f"left out, as it could not be installed for {name}: {why}"
    right, wrong = write_tried(plan.bench.folder / "tried", plan.set)
    right = [*right, *corpus(plan)[:5]]
    for checker in available(plan.bench, plan.set, lacking):
        if fault := checker.fault(plan.bench, right, wrong):
            yield f"left out: {checker.name} {fault}"
        else:
            able.append(checker)
            yield f"{checker.name}: took {len(right)} right files, refused {len(wrong)} wrong ones"


def cold(plan: Plan, able: list[Checker]) -> Iterator[Line]:
    """Check one file."""
    file, score = plan.idea(), plan.bench.script("score", plan.idea())
    for checker in able:
        pairs = alternate(plan.bench, score, checker.checks([file]), plan.pairs)
        aim = AIMS.get(checker.name.partition("==")[0])
        yield Row(f"one file: {checker.name}", pick(pairs, "wall"), seconds, aim)


def folders(plan: Plan, able: list[Checker]) -> Iterator[Line]:
    """Check many files, named one by one, in one process: that is how all of the others do it."""
    for checker in able:
        files = corpus(plan)[: checker.most]
        score = plan.bench.script("score", "--format", "jsonl", "--jobs", "1", *files)
        pairs = alternate(plan.bench, score, checker.checks(files), plan.long_pairs)
        each = [(a / len(files), b / len(files)) for a, b in pick(pairs, "wall")]
        yield Row(f"{len(files)} files: {checker.name}", each, seconds)


def corpus(plan: Plan) -> Sequence[str]:
    """Give the paths of the files of one call."""
    ideas = plan.ideas(min(plan.files, MOST_FILES))
    return sorted(str(path) for path in ideas.iterdir())
