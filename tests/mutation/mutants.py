"""What mutmut changed, read out of the folder that it works in."""

from __future__ import annotations

import ast
import json
import signal
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

KILLED, SURVIVED, UNTRIED, TIMEOUT = "killed", "survived", "untried", "timeout"
UNCHECKED = "unchecked"

_STATUS = {0: SURVIVED, 1: KILLED, 3: KILLED, 5: UNTRIED, 33: UNTRIED, 36: TIMEOUT, 152: TIMEOUT}
_STATUS |= dict.fromkeys((24, -24, 255), TIMEOUT)
_STATUS[-signal.SIGSEGV] = KILLED  # the tests crashed: what libyaml does with what it must not get
_ORIGINAL = "orig"
AROUND = 40
"""Characters shown before and after a change in a long line."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Mutant(NamedTuple):
    """One change in one function, and what the tests made of it.

    ``name`` is mutmut's, and changes with whatever stands before it in the function; ``where``
    (``scoring.gate.worst``) and the lines that went and came do not.
    """

    name: str
    status: str
    where: str
    was: str
    becomes: str

    def changed(self) -> tuple[str, str]:
        """Give what went and what came with the text around it left out where it is long.

        What is left out is written ``…``, so that both stand in an explanation as they are.
        """
        ahead = _alike(self.was, self.becomes)
        was, becomes = self.was[ahead:], self.becomes[ahead:]
        behind = _alike(was[::-1], becomes[::-1])
        lead, trail = self.was[:ahead], self.was[len(self.was) - behind :]
        if len(lead) > 2 * AROUND:
            lead = "…" + lead[-AROUND:]
        if len(trail) > 2 * AROUND:
            trail = trail[:AROUND] + "…"
        end = len(was) - behind, len(becomes) - behind
        return lead + was[: end[0]] + trail, lead + becomes[: end[1]] + trail

    def __str__(self) -> str:
        was, becomes = self.changed()
        return f"{self.where}\n  was      {was}\n  becomes  {becomes}\n  ({self.name})"


def read_mutants(folder: Path) -> list[Mutant]:
    """Give all mutants that there are in a copy in which mutmut ran."""
    metas = [meta for meta in _metas(folder) if meta.with_suffix("").exists()]
    return [mutant for meta in metas for mutant in _of_module(meta)]


def read_statuses(folder: Path) -> dict[str, str]:
    """Give the status of each mutant by mutmut's name for it."""
    codes = {name: code for meta in _metas(folder) for name, code in _codes(meta).items()}
    return {name: status_of(code) for name, code in codes.items()}


def status_of(code: int | None) -> str:
    """Say what an exit code of mutmut's means; anything odd is looked at as unchecked."""
    return UNCHECKED if code is None else _STATUS.get(code, UNCHECKED)


def difference(before: Function, after: Function) -> tuple[str, str]:
    """Give the lines that went and those that came, as Python itself would write them."""
    old, new = _lines(before), _lines(after)
    blocks = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    went = [line for kind, a, b, _, _ in blocks if kind != "equal" for line in old[a:b]]
    came = [line for kind, _, _, c, d in blocks if kind != "equal" for line in new[c:d]]
    return " ".join(went), " ".join(came)


def _alike(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _metas(folder: Path) -> list[Path]:
    return sorted(Path(folder, "mutants", "lifeline").rglob("*.py.meta"))


def _codes(meta: Path) -> dict[str, int | None]:
    codes: dict[str, int | None] = json.loads(meta.read_text())["exit_code_by_key"]
    return codes


def _of_module(meta: Path) -> Iterator[Mutant]:
    codes = _codes(meta)
    if not codes:
        return
    functions = _functions(meta.with_suffix("").read_text())
    for name, code in codes.items():
        module, _, mangled = name.rpartition(".")
        mangled, _, number = mangled.rpartition("_")
        was, becomes = difference(
            functions[f"{mangled}_{_ORIGINAL}"], functions[f"{mangled}_{number}"]
        )
        where = module.removeprefix("lifeline.") + "." + _plain(mangled)
        yield Mutant(name, status_of(code), where, was, becomes)


def _functions(source: str) -> dict[str, Function]:
    every = ast.walk(ast.parse(source))
    return {node.name: node for node in every if isinstance(node, Function)}


def _plain(mangled: str) -> str:
    """``xǁDisjointǁfind__mutmut`` is written ``Disjoint.find``."""
    name = mangled.removesuffix("__mutmut")
    return name[2:] if name.startswith("x_") else name[2:].replace("ǁ", ".")


def _lines(function: Function) -> list[str]:
    named = ast.unparse(function).replace(function.name, "this", 1)
    return [line.strip() for line in named.splitlines()]
