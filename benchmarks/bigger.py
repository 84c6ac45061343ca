"""Writes a rubric set so many times the size of another: its rubrics again, with ids renamed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

DEFINED = ("questions", "quantities", "protections", "rules")
"""Where a rubric names what conditions, formulas and lifts refer to."""

NAMING = ("id", "rubric", "question", "quantity", "formula")
"""Keys behind which such an id, or a rubric's, may stand."""

WHOLE = ("formula", "choices")
"""Keys below which all is of one kind: ids in a formula, and in choices none of these."""

Renamed = dict[str, str]


def write_bigger(original: Path, folder: Path, times: int) -> Path:
    """Write the set; the first of its copies has the ids of the original."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(original / "claims.yaml", folder)
    about = yaml.load((original / "set.yaml").read_bytes(), yaml.CBaseLoader)
    rubrics = {name: node_of(original / f"{name}.yaml") for name in about["rubrics"]}
    names = {old: old for name, node in rubrics.items() for old in (name, *defined(node))}
    stems = []
    for copy in range(1, times + 1):
        for name in rubrics:
            node = node_of(original / f"{name}.yaml")
            renamed = {old: old if copy == 1 else f"{old}-{copy}" for old in names}
            rename(node, renamed)
            stems.append(renamed[name])
            write(folder / f"{stems[-1]}.yaml", node)
    write(folder / "set.yaml", head(original / "set.yaml", stems))
    return folder


def node_of(path: Path) -> yaml.MappingNode:
    """Read a file as nodes, which keep how each scalar was written."""
    node = yaml.compose(path.read_bytes(), yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode), "files of a set are mappings"
    return node


def write(path: Path, node: yaml.Node) -> None:
    """Write nodes to a file."""
    path.write_text(yaml.serialize(node, Dumper=yaml.CSafeDumper, allow_unicode=True), "utf-8")


def defined(rubric: yaml.MappingNode) -> Iterator[str]:
    """Name what a rubric defines."""
    for key, items in rubric.value:
        if key.value in DEFINED:
            for item in items.value:
                yield from (value.value for name, value in item.value if name.value == "id")


def rename(node: yaml.Node, renamed: Renamed, key: str = "") -> None:
    """Rename ids where they stand as such; choices keep theirs, also where it is the same word."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            rename(item, renamed, key)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            inner = key if key in WHOLE else name.value
            name.value = renamed.get(name.value, name.value)
            rename(value, renamed, inner)
    elif key in NAMING:
        node.value = renamed.get(node.value, node.value)


def head(path: Path, stems: list[str]) -> yaml.MappingNode:
    """Give the set's own file with other rubrics, and without what older versions had."""
    node = node_of(path)
    node.value = [(key, value) for key, value in node.value if key.value != "retired"]
    for key, value in node.value:
        if key.value == "rubrics":
            tag = "tag:yaml.org,2002:str"
            value.value = [yaml.ScalarNode(tag, stem) for stem in stems]
    return node
