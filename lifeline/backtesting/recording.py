"""What a back-test found, as the file that is kept beside the set."""

from __future__ import annotations

from typing import Any

import yaml

HEAD = (
    "# Written by 'lifeline backtest --record'; told only for the very rules it was found with.\n"
)


def file_text(history: dict[str, Any]) -> str:
    """Write a history as YAML in the order of its keys; what is None is left out."""
    return HEAD + yaml.safe_dump(_known(history), sort_keys=False, allow_unicode=True, width=100)


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _known(inner) for key, inner in value.items() if inner is not None}
    return [_known(inner) for inner in value] if isinstance(value, list) else value
