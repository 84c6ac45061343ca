"""Schemas put to work: files parsed and judged as check-jsonschema does it, and as YAML 1.1."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from check_jsonschema.formats import FormatOptions
from check_jsonschema.parsers import ParseError, ParserSet
from check_jsonschema.regex_variants import RegexImplementation, RegexVariantName
from check_jsonschema.schema_loader import SchemaLoader


class Checker:
    """Judges files by one schema, which it first judges by its metaschema."""

    def __init__(self, schema: dict[str, Any], folder: Path) -> None:
        path = folder / "schema.json"
        path.write_text(json.dumps(schema), encoding="utf-8")
        regex = RegexImplementation(RegexVariantName.default)
        self.validator = SchemaLoader(str(path)).get_validator(
            path, {}, FormatOptions(regex_impl=regex), regex, fill_defaults=False
        )

    def faults(self, data: Any) -> list[str]:
        """Give what the schema finds wrong in plain data."""
        return [f"{found.json_path}: {found.message}" for found in self.validator.iter_errors(data)]

    def accepts(self, text: bytes) -> bool:
        """Whether a YAML file can be parsed, as check-jsonschema does it, and follows the schema.

        It reads YAML 1.2 as yaml-language-server does: yes is text, and a date is text.
        """
        try:
            return not self.faults(ParserSet().parse_data_with_path(text, "file.yaml", "yaml"))
        except (ParseError, RecursionError):  # an alias inside of what it stands for has no end
            return False


def as_yaml_1_1(text: bytes) -> Any:
    """Parse YAML as PyYAML does: yes is true, and a date is a date, which JSON can only write."""
    return json.loads(json.dumps(yaml.safe_load(text), default=date.isoformat))
