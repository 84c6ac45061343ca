"""Drafts: what stands in their place by chance, or on purpose, is never written to."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.reading import drafting
from lifeline.reading.drafting import draft_of, make_like, opened, settle
from tests.authored import idea_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return Path(draft_of(str(tmp_path / "out.html")))


def test_a_draft_lies_beside_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert draft_of(str(tmp_path / "out.html")) == str(tmp_path / ".out.html.saving")
    monkeypatch.setattr(drafting, "IS_LOCKED", False)
    assert draft_of("out.html") == f".out.html.saving.{os.getpid()}", "each process has its own"


def test_what_a_crash_left_is_opened_again(draft: Path) -> None:
    draft.write_bytes(b"half")
    os.close(opened(str(draft)))


def test_a_second_name_of_another_file_is_no_draft(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "private").write_bytes(b"mine")
    os.link(tmp_path / "private", draft)
    with pytest.raises(FileExistsError) as error:
        opened(str(draft))
    assert str(error.value) == f"[Errno {errno.EEXIST}] File exists: '{draft}'"


@pytest.mark.parametrize("is_taken", [True, False])
def test_a_draft_that_another_program_moves_away_meanwhile_is_left_to_it(
    is_taken: bool, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[int] = []

    def lock(file: int, _: int) -> None:
        met.append(file)
        if len(met) == 1:
            draft.rename(tmp_path / "out.html")
            if is_taken:
                draft.touch()

    monkeypatch.setattr(drafting, "flock", lock)
    file = opened(str(draft))
    assert os.path.samestat(os.fstat(file), draft.stat())
    os.close(file)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.close(met[0])


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


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_draft_gets_the_permissions_of_the_file_also_where_the_owner_cannot_be_kept(
    mode: int, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "out.html"
    place.touch(mode=0o600)
    place.chmod(mode)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "fchown", refuse)
    file = opened(str(draft))
    make_like(file, str(place))
    os.close(file)
    assert draft.stat().st_mode & 0o777 == mode


def test_only_what_is_excused_may_keep_a_draft_from_its_owner(
    draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "out.html"
    place.touch()

    def fail(*_: object) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fchown", fail)
    file = opened(str(draft))
    with pytest.raises(OSError, match="Invalid argument"):
        make_like(file, str(place))
    make_like(file, str(place), OSError)
    os.close(file)


def test_a_draft_of_a_new_file_stays_as_it_is(draft: Path, tmp_path: Path) -> None:
    file = opened(str(draft), 0o640)
    before = os.fstat(file).st_mode
    make_like(file, str(tmp_path / "out.html"))
    assert os.fstat(file).st_mode == before
    os.close(file)


def test_a_folder_that_cannot_be_settled_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    asked: list[int] = []

    def fail(number: int) -> None:
        real(number)
        asked.append(number)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    settle(str(tmp_path))
    settle(str(tmp_path / "nowhere"))
    (number,) = asked
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(number)
