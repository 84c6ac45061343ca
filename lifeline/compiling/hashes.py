"""The digests that name the content of a set."""

from __future__ import annotations

import json

try:  # the C module itself: importing hashlib also loads OpenSSL, 4 ms of a cold start
    from _blake2 import blake2b
except ImportError:  # pragma: no cover  # an interpreter that keeps it elsewhere
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

RULES = "rules-1"
"""The form of what decides. Raised when the same rules come to another digest: digests of two forms
say nothing about each other."""

SIZE = 16
"""Bytes of a digest."""


def digest(data: Any) -> str:
    """Give the digest of plain data, whatever the order of its keys."""
    return digest_of(json.dumps(data, sort_keys=True, separators=(",", ":")).encode())


def digest_of(data: bytes) -> str:
    """Give the digest of bytes."""
    return blake2b(data, digest_size=SIZE).hexdigest()


def digest_of_files(files: dict[str, bytes], *more: str) -> str:
    """Give the digest of named files and some further words; no two inputs run together."""
    state = blake2b(digest_size=SIZE)
    for part in (*(word.encode() for word in more), *_flat(files)):
        state.update(len(part).to_bytes(8, "big") + part)
    return state.hexdigest()


def _flat(files: dict[str, bytes]) -> list[bytes]:
    return [part for name, data in files.items() for part in (name.encode(), data)]
