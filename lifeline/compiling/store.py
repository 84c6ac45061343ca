"""Finds a compiled set: in the package, in the platform's cache folder, or by compiling it.

A kept set is JSON, so reading it executes nothing. It is used only when it names the very bytes of
the set's files and its digest shows that it is whole; otherwise it is built again.
"""

from __future__ import annotations

import json
import os

from lifeline.compiling.hashes import digest_of, digest_of_files
from lifeline.reading.keeping import keep, platform_folder
from lifeline.reading.sets import read_files, wider_first
from lifeline.reading.shelves import packaged_sets
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from lifeline.model.compiled import CompiledSet

FORMAT = "compiled-14"
COMPILED_FILE = "compiled.json"
"""What the wheel holds beside the files of each set. It is believed there only: beside a set from
elsewhere it could say something else than the set does."""


def load_set(folder: str, language: str = "") -> CompiledSet:
    """Give the compiled set of a folder.

    Args:
        folder: the set's.
        language: the language of its texts, a code such as ``zh``; empty for the one it was
            written in. Where there is no ``zh-CN``, ``zh`` serves.

    Raises:
        LifelineError: when the folder holds no set, the set has problems, or there are no texts
            in that language.
    """
    files = read_files(folder, language)
    codes = [*reversed(wider_first(language)), ""] if language else [""]
    shipped = [compiled_file(code) for code in codes]
    found: CompiledSet = kept_or_built(
        folder, shipped, key_of(files), lambda: build(folder, files, language)
    )
    return found


def kept_or_built(folder: str, shipped: list[str], key: str, build: Callable[[], Any]) -> Any:
    """Give the compiled form of a folder, as it is kept under a key; else build and keep it.

    Args:
        folder: with what is compiled.
        shipped: the names of the files in it in which the wheel may hold it.
        key: what it is kept under.
        build: compiles it.
    """
    kept_at = os.path.join(platform_folder("cache"), f"{key}.json")
    places = [kept_at]
    if os.path.dirname(os.path.abspath(folder)) == packaged_sets():
        places = [*(os.path.join(folder, name) for name in shipped), kept_at]
    for path in places:
        found = _read(path, key)
        if found is not None:
            return found
    packed = pack(build(), key)
    keep(kept_at, packed, private=False)
    return unpack(packed, key)


def compiled_file(language: str = "") -> str:
    """Name the file in the wheel that holds a set with its texts in a language."""
    return f"compiled-{language.lower()}.json" if language else COMPILED_FILE


def build(folder: str, files: dict[str, bytes], language: str = "") -> CompiledSet:
    """Compile a set from its files, whatever is kept. Here pydantic is imported."""
    from lifeline.compiling.compile import compile_set
    from lifeline.reading.set_models import read_models

    return compile_set(read_models(folder, files), language)


def key_of(files: dict[str, bytes], format_: str = FORMAT) -> str:
    """Name the content of files, compiled into a format by this version of the program."""
    return digest_of_files(files, format_, __version__)


def pack(compiled: Any, key: str) -> bytes:
    """Write what was compiled as it is kept: its key, the digest of the rest, a line, the rest."""
    body = json.dumps(compiled, separators=(",", ":")).encode()
    return b"%s %s\n%s" % (key.encode(), digest_of(body).encode(), body)


def unpack(packed: bytes, key: str) -> Any:
    """Read what ``pack`` wrote.

    Raises:
        ValueError: when it is damaged, or was packed under another key.
    """
    head, _, body = packed.partition(b"\n")
    if head.decode("ascii", "replace").split(" ") != [key, digest_of(body)]:
        raise ValueError("damaged, or of another set or version")
    return json.loads(body)


def _read(path: str, key: str) -> Any:
    """Give what a file keeps under a key, or None."""
    try:
        with open(path, "rb") as file:
            return unpack(file.read(), key)
    except (OSError, ValueError):
        return None  # not there, damaged or foreign: it is built again
