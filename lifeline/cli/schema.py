"""``lifeline schema``: prints the JSON Schema of a file, or of the output, for editors and CI."""

from __future__ import annotations

import json

from lifeline.cli.drafts import write_whole
from lifeline.cli.exits import Exit
from lifeline.cli.sets import add_set_arguments, chosen_set
from lifeline.report.formats.json_report import inert_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.schemas.scalars import Schema

SUBJECTS = {
    "idea": "an idea file, with every question and choice of a set",
    "rubric": "a rubric",
    "set": "set.yaml",
    "claims": "claims.yaml",
    "output": "what lifeline score --format json writes",
    "ledger": "each line of a ledger of forecasts",
}

IDEA_SCHEMA = "idea.schema.json"
"""The name under which the schema of idea files lies beside them. It is generated, never edited."""

FIRST_LINE = f"# yaml-language-server: $schema={IDEA_SCHEMA}"
"""What tells editors which schema an idea file follows; the name counts from the file's folder."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        f"Example: lifeline schema idea -o {IDEA_SCHEMA}. Then put the line '{FIRST_LINE}' first"
        " in the idea files beside it."
    )
    told = "; ".join(f"{name}: {about}" for name, about in SUBJECTS.items())
    parser.add_argument("subject", choices=SUBJECTS, metavar="|".join(SUBJECTS), help=told)
    add_set_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")


def execute(args: argparse.Namespace) -> int:
    """Print the schema."""
    schema = _schema_of(args)
    if args.output:
        write_schema(args.output, schema)
    else:
        print(_text(schema), end="")
    return Exit.PASSED


def write_schema(file: str, schema: Schema) -> None:
    """Write a schema, whole or not at all.

    Raises:
        UsageError: when it cannot be written.
    """
    write_whole(file, lambda stream: print(_text(schema), end="", file=stream))


def _text(schema: Schema) -> str:
    return inert_json(json.dumps(schema, indent=2)) + "\n"  # ASCII: any stream can take it


def _schema_of(args: argparse.Namespace) -> Schema:
    """Make a schema; only those of rubrics, sets and claims import pydantic."""
    subject = args.subject
    if subject == "idea":
        from lifeline.schemas.idea import idea_schema

        return idea_schema(chosen_set(args))
    if subject == "output":
        from lifeline.schemas.output import output_schema

        return output_schema()
    if subject == "ledger":
        from lifeline.schemas.ledger import ledger_schema

        return ledger_schema()
    from lifeline.schemas import rubrics

    makers = {
        "rubric": rubrics.rubric_schema,
        "set": rubrics.set_schema,
        "claims": rubrics.claims_schema,
    }
    return makers[subject]()
