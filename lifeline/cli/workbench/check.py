"""``lifeline rubric check``: everything that is wrong with rubric sets."""

from __future__ import annotations

import os

from lifeline.cli.drafts import write_whole
from lifeline.cli.exits import Exit
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import SHIPPED, folder_of, shipped_set
from lifeline.errors import UsageError
from lifeline.reading.sets import VERSIONS_FILE
from lifeline.reading.shelves import packaged_sets

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.authoring.finding import Finding
    from lifeline.errors import InvalidFile, InvalidFiles
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.set_models import SetModels

FORMAT = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Exit code 0 when there are no errors, 2 when there are; notes are no errors."
    parser.add_argument(
        "folders",
        nargs="*",
        metavar="NAME|FOLDER",
        help=f"folders with a set.yaml, or names of shipped sets (default: {SHIPPED})",
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help="keep beside each set without errors what its version decides by",
    )
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Check the sets and print what was found."""
    from lifeline.cli.talk import say_error
    from lifeline.errors import LifelineError
    from lifeline.report.checking import lay_out

    sets, unread = [], 0
    if args.record:
        _refuse_installed(args.folders)
    for named in args.folders or [shipped_set()]:
        try:
            sets.append(_checked(_folder(named), record=args.record))
        except LifelineError as error:  # no set is there; the others are still checked
            say_error(error)
            unread += 1
    if sets:
        found = {"format": FORMAT, "sets": sets}
        print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.INVALID if unread or any(each["errors"] for each in sets) else Exit.PASSED


def _folder(named: str) -> str:
    """Give the folder of a set; where no folder is called so, it is the name of a shipped one.

    Raises:
        UsageError: when there is no such set.
    """
    is_name = os.path.basename(named) == named and not os.path.exists(named)
    return folder_of(named, []) if is_name else named


def _refuse_installed(named: list[str]) -> None:
    if not named:
        raise UsageError("lifeline: --record changes files. Name the folder of your set.")
    folders = [os.path.abspath(_folder(each)) for each in named]
    if any(os.path.dirname(folder) == packaged_sets() for folder in folders):
        raise UsageError("lifeline: the installed set cannot be changed. Name your own folder.")


def _checked(folder: str, *, record: bool) -> dict[str, Any]:
    """Give what is wrong with a set, as the plain data that JSON shows; record it if asked to.

    Raises:
        LifelineError: when the folder holds no set, or the record cannot be written.
    """
    from lifeline.authoring.check import check_set  # pydantic would make every --help wait
    from lifeline.authoring.unread import unread_files
    from lifeline.compiling.compile import compile_set
    from lifeline.errors import InvalidFiles
    from lifeline.reading.set_models import read_models
    from lifeline.reading.sets import EVERY, read_files

    files, unread = read_files(folder, EVERY), []
    try:
        models = read_models(folder, files)
        unread = [_data(finding, folder) for finding in unread_files(folder, models.own_files)]
        compiled = compile_set(models)
    except InvalidFiles as error:
        return _told(folder, None, None, _invalid(error) + unread)
    findings, refused = check_set(models, compiled), _refused_vectors(folder, compiled)
    if record:
        findings = _recorded(models, compiled, findings, refused)
    found = [_data(finding, folder) for finding in findings] + unread + refused
    return _told(folder, compiled["set"], compiled["version"], found)


def _refused_vectors(folder: str, compiled: CompiledSet) -> list[dict[str, Any]]:
    """Give what is wrong with the files of test vectors, if there are any; none is run.

    Raises:
        LifelineError: when they cannot be read.
    """
    from lifeline.errors import InvalidFiles
    from lifeline.reading.folder import Folder
    from lifeline.reading.vectors import TESTS, read_vectors

    if not Folder(folder).stems(TESTS, may_lack=True):
        return []
    try:
        read_vectors(folder, compiled)
    except InvalidFiles as error:
        return _invalid(error)
    return []


def _recorded(
    models: SetModels,
    compiled: CompiledSet,
    findings: list[Finding],
    refused: list[dict[str, Any]],
) -> list[Finding]:
    """Keep what a version decides by, if nothing is wrong; give the findings that are left.

    Raises:
        UsageError: when the record cannot be written.
    """
    from lifeline.authoring.versioning import file_text
    from lifeline.cli.talk import say

    file = os.path.join(models.folder, VERSIONS_FILE)
    if refused or any(finding.level == "error" for finding in findings):
        say(f"{file}: nothing is recorded, as the set has errors. Mend them first.")
        return findings
    text = file_text(models.versions, compiled)
    write_whole(file, lambda stream: print(text, end="", file=stream), "versions")
    say(f"What {compiled['set']} {compiled['version']} decides by is kept in {file}.")
    return [finding for finding in findings if finding.check != "version-not-recorded"]


def _told(
    folder: str, name: str | None, version: str | None, found: list[dict[str, Any]]
) -> dict[str, Any]:
    errors = sum(finding["level"] == "error" for finding in found)
    head = {"folder": folder, "set": name, "version": version}
    return {**head, "errors": errors, "notes": len(found) - errors, "findings": found}


def _data(finding: Finding, folder: str) -> dict[str, Any]:
    return {
        "level": finding.level,
        "check": finding.check,
        "path": os.path.join(folder, finding.file),
        "message": finding.message,
        "line": finding.line,
        "column": finding.column,
        "key": finding.key,
        "excerpt": None,
        "remedy": finding.remedy,
    }


def _invalid(error: InvalidFiles) -> list[dict[str, Any]]:
    """Give what compiling refuses, as it is told elsewhere."""
    return [found for file in error.files for found in _problems(file)]


def _problems(file: InvalidFile) -> list[dict[str, Any]]:
    head = {"level": "error", "check": "invalid", "path": file.path}
    return [{**head, **problem.data(), "remedy": None} for problem in file.problems]
