"""Reads what GitHub's runner would take for commands, as ``ActionCommand.cs`` in actions/runner."""

from __future__ import annotations

from typing import NamedTuple

UNESCAPED = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def read_commands(text: str) -> list[Command]:
    """Read a text that is to hold nothing but commands that annotate."""
    found = [read_command(line) for line in text.splitlines()]
    for command in found:
        assert command.name in {"error", "warning", "notice"}
        assert command.properties.keys() <= {"file", "line", "col", "title"}
    return found


def read_command(line: str) -> Command:
    """Read a line as the runner does: the command ends with the first ``::`` after it began."""
    start, found, message = line.lstrip().removeprefix("::").partition("::")
    assert line.lstrip().startswith("::")
    assert found, f"this is no command: {line}"
    name, _, properties = start.partition(" ")
    pairs = [pair.split("=", 1) for pair in properties.split(",") if pair]
    return Command(name, {key: unescaped(value) for key, value in pairs}, unescaped(message))


def unescaped(text: str) -> str:
    for written, sign in UNESCAPED.items():
        text = text.replace(written, sign)
    return text
