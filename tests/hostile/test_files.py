"""What is in hostile files: told with its place, quickly, and the other files are still judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.errors import Problem
from lifeline.model.compiled import CompiledSet
from tests.hostile.corpus import ALL_READ, ALL_REFUSED, params

pytest.importorskip("resource", reason="needs limits on processes")
from tests.hostile.guarded import guarded
from tests.hostile.inert import check_inert
from tests.reading.within import check_told

pytestmark = pytest.mark.lean

GOOD = b"lifeline: 1\nidea: A good one\n"
WORDS = 200_000
"""Characters that a run with one hostile file may print: some reports of an idea, no flood."""


def judged(folder: Path, data: bytes, code: int, ngc: CompiledSet) -> dict[str, Any]:
    """Judge a hostile file beside a good one; give what is said of the hostile one."""
    (folder / "hostile.yaml").write_bytes(data)
    (folder / "good.yaml").write_bytes(GOOD)
    run = guarded("score", "--format", "jsonl", "hostile.yaml", "good.yaml", cwd=folder)
    out, err = run.stdout.decode(), run.stderr.decode()
    assert run.returncode == code, err
    assert "Traceback" not in err
    assert len(out) + len(err) < WORDS
    check_inert(out)
    check_inert(err)
    good, hostile = map(json.loads, out.splitlines())
    assert good["verdict"] == "unclear"
    assert sorted(path.name for path in folder.iterdir()) == ["good.yaml", "hostile.yaml"]
    found: dict[str, Any] = hostile
    return found


@pytest.mark.parametrize("data", params(ALL_REFUSED))
def test_what_is_refused_is_told_with_its_place(
    data: bytes, tmp_path: Path, ngc: CompiledSet
) -> None:
    found = judged(tmp_path, data, 2, ngc)
    assert found["verdict"] == "invalid"
    problems = []
    for error in found["errors"]:
        at = error["excerpt"]
        excerpt = at and (at["text"], at["column"])
        problems.append(
            Problem(error["line"], error["column"], error["key"], error["message"], excerpt)
        )
    check_told(data, problems)


@pytest.mark.parametrize("data", params(ALL_READ))
def test_what_is_odd_is_judged(data: bytes, tmp_path: Path, ngc: CompiledSet) -> None:
    found = judged(tmp_path, data, 3, ngc)
    assert (found["verdict"], found["errors"]) == ("unclear", [])


@pytest.mark.parametrize("data", params(ALL_REFUSED | ALL_READ))
def test_the_text_is_inert(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_bytes(data)
    for words in (["score", "--full"], ["explain"]):
        assert main([*words, str(file)]) in {0, 2, 3}
        text = "".join(capsys.readouterr())
        check_inert(text)
        assert len(text) < WORDS


def test_whatever_comes_through_a_pipe_is_read_up_to_a_limit(ngc: CompiledSet) -> None:
    run = guarded("score", "/dev/zero")
    assert (run.returncode, run.stderr) == (2, b"")
    assert b"larger than 1,000,000 bytes" in run.stdout
