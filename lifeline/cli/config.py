"""``lifeline config``: every setting, its value, and where it comes from."""

from __future__ import annotations

import os

from lifeline.cli.configuration.settings import GATE, IDEA, TABLE
from lifeline.cli.exits import Exit
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_configuration_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.cli.configuration.settings import Setting
    from lifeline.cli.configuration.view import View
    from lifeline.model.compiled import CompiledSet

SET = "set"
"""Says that a value is what the set asks for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "A flag goes before a variable of the environment, that before the configuration nearest"
        " to an idea file, and that before the default. Example: lifeline config ideas/my-idea.yaml"
    )
    parser.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar="PATH",
        help="the idea file, or the folder, for which settings are shown (default: .)",
    )
    add_configuration_arguments(parser)
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Show what is settled."""
    from lifeline.cli.configuration.astray import say_astray
    from lifeline.cli.configuration.settling import settings_of
    from lifeline.cli.sets import folder_settled, market_settled, set_settled
    from lifeline.errors import UsageError
    from lifeline.report.configuration import lay_out

    if not os.path.exists(args.path):
        raise UsageError(f"lifeline: {args.path}: there is no such file or folder.")
    settings = settings_of(args)
    view, run = settings.of_named(args.path), settings.of_run()
    compiled = set_settled(folder_settled(view), view)
    market_settled(view)  # says what is no parameter
    say_astray([view.configuration], everywhere=True)
    found = {"format": 1, "path": args.path, **_told(view, run, compiled)}
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.PASSED


def _told(view: View, run: View, compiled: CompiledSet) -> dict[str, Any]:
    """Give what is settled as the plain data that JSON shows."""
    from lifeline.cli.gates import gate_for

    gate = gate_for(compiled, view)
    entries = []
    for setting in TABLE:
        entry = _entry(setting, view if setting.scope == IDEA else run)
        if setting.key in GATE and entry["source"] == "default":
            entry["value"] = gate[setting.dest]  # type: ignore[literal-required]
            if setting.key in {"min-months", "fail-on"}:
                entry |= {"source": SET, "where": f"the set {compiled['set']}"}
        if setting.key == SET and entry["source"] == "default":
            entry["value"] = compiled["set"]  # perhaps the only one on the shelf that is settled
        entries.append(entry)
    return {
        "set": compiled["set"],
        "configuration": view.configuration and view.configuration.path,
        "run_configuration": run.configuration and run.configuration.path,
        "overrides": _overrides(view),
        "settings": entries,
    }


def _overrides(view: View) -> list[dict[str, Any]]:
    """Give the overrides that are about the file; of two that settle the same the last counts."""
    if view.configuration is None:
        return []
    return [
        {
            "number": override.number,
            "line": view.configuration.place("overrides", str(override.number - 1))[0],
            "paths": override.paths,
        }
        for override in view.overrides
    ]


def _entry(setting: Setting, view: View) -> dict[str, Any]:
    settled = view.settled(setting.key)
    value = setting.default if settled.value is None else _plain(settled.value)
    return {
        "setting": setting.key,
        "scope": setting.scope,
        "value": value,
        "absent": setting.absent if value is None else None,
        "source": settled.source,
        "where": settled.where,
    }


def _plain(value: Any) -> Any:
    """Give a value as JSON can have it."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if hasattr(value, "file"):
        return f"{value.format}:{value.file}" if value.file else value.format
    return value.isoformat() if hasattr(value, "isoformat") else value
