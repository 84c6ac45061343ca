"""Drafts: what stands in their place by chance, or on purpose, is never written to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.reading.drafting import draft_of, opened
from tests.authored import idea_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return Path(draft_of(str(tmp_path / "out.html")))


def test_what_a_crash_left_is_opened_again(draft: Path) -> None:
    draft.write_bytes(b"half")
    os.close(opened(str(draft)))


def test_a_second_name_of_another_file_is_no_draft(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "private").write_bytes(b"mine")
    os.link(tmp_path / "private", draft)
    with pytest.raises(FileExistsError):
        opened(str(draft))


def test_nobody_waits_for_a_pipe_in_its_place(draft: Path) -> None:
    os.mkfifo(draft)
    with pytest.raises(OSError, match="No such device"):
        opened(str(draft))


@pytest.mark.parametrize("put", ["link", "pipe", "folder"])
def test_a_result_is_written_all_the_same(put: str, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "private").write_bytes(b"mine")
    (tmp_path / "idea.yaml").write_bytes(idea_file({}))
    if put == "link":
        os.link(tmp_path / "private", draft)
    elif put == "pipe":
        os.mkfifo(draft)
    else:
        draft.mkdir()
    out = tmp_path / "out.html"
    assert main(["badge", str(tmp_path / "idea.yaml"), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"<svg")
    assert (tmp_path / "private").read_bytes() == b"mine"
    assert {path.name for path in tmp_path.iterdir()} == {
        "idea.yaml", "private", "out.html", draft.name,
    }  # fmt: skip
