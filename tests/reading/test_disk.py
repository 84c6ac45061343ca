"""A file on disk is the old one or the new one, whatever happens."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lifeline.errors import LifelineError
from lifeline.reading import drafting
from lifeline.reading.drafting import draft_of
from lifeline.reading.saving import disk
from lifeline.reading.saving.disk import ChangedMeanwhile, save
from tests.conftest import ROOT

OLD, NEW = b"lifeline: 1\nidea: A\n", b"lifeline: 1\nidea: B\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "idea.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def nothing_else(tmp_path: Path) -> Iterator[None]:
    """No test leaves a draft behind."""
    yield
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".saving")]


def test_a_file_is_replaced(file: Path) -> None:
    save(str(file), NEW, OLD)
    assert file.read_bytes() == NEW


def test_a_new_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save("new.yaml", NEW, None)
    assert (tmp_path / "new.yaml").read_bytes() == NEW
    umask = os.umask(0)
    os.umask(umask)
    assert os.stat("new.yaml").st_mode & 0o777 == 0o666 & ~umask


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_permissions_stay(file: Path, mode: int) -> None:
    file.chmod(mode)
    save(str(file), NEW, OLD)
    assert file.stat().st_mode & 0o777 == mode


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.yaml"
    link.symlink_to("../idea.yaml")
    save(str(link), NEW, OLD)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert os.listdir(folder) == ["link.yaml"]


def test_a_link_to_nothing_leads_to_the_new_file(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to("new.yaml")
    save(str(link), NEW, None)
    assert link.is_symlink()
    assert (tmp_path / "new.yaml").read_bytes() == NEW


@pytest.mark.parametrize(
    ("held", "expected", "message"),
    [
        (
            b"other",
            OLD,
            "another program has changed it. Open it again and make the change there.",
        ),
        (None, OLD, "it is no longer there. Save under another name, or put it back."),
        (
            b"other",
            None,
            "there is a file of this name by now. Give another name, or open that file.",
        ),
    ],
)
def test_what_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, held: bytes | None, expected: bytes | None, message: str
) -> None:
    file = tmp_path / "idea.yaml"
    if held is not None:
        file.write_bytes(held)
    with pytest.raises(ChangedMeanwhile) as error:
        save(str(file), NEW, expected)
    assert str(error.value) == f"{file}: not saved: {message}"
    assert (file.read_bytes() if file.exists() else None) == held


def test_what_changes_while_a_draft_is_written_is_not_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def change(number: int) -> None:
        fsync(number)
        file.write_bytes(b"other")

    monkeypatch.setattr(os, "fsync", change)
    with pytest.raises(ChangedMeanwhile, match=f"^{file}: not saved: another program"):
        save(str(file), NEW, OLD)
    assert file.read_bytes() == b"other"


def failing(error: int) -> Callable[..., Any]:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize("step", ["fsync", "replace", "fchmod", "open", "fchown"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_whatever_fails_the_old_file_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: int
) -> None:
    monkeypatch.setattr(os, step, failing(error))
    with pytest.raises(
        LifelineError, match=r"cannot be saved: .*\. The file is as it was before.$"
    ):
        save(str(file), NEW, OLD)
    monkeypatch.undo()
    assert file.read_bytes() == OLD


def test_an_interruption_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_number: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(str(file), NEW, OLD)
    assert file.read_bytes() == OLD


def test_an_interruption_just_after_the_move_is_heard(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def interrupt(draft: str, place: str) -> None:
        replace(draft, place)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(str(file), NEW, OLD)
    assert file.read_bytes() == NEW


def test_a_full_disk_leaves_the_old_file(file: Path) -> None:
    script = (
        "import sys\n"
        "from lifeline.errors import LifelineError\n"
        "from lifeline.reading.saving.disk import save\n"
        "try: save(sys.argv[1], b'x' * 100_000, open(sys.argv[1], 'rb').read())\n"
        "except LifelineError as error: print(error)\n"
    )
    told = run(
        "-c", script, str(file), preexec=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))
    )
    assert "idea.yaml: cannot be saved: File too large. " in told
    assert "name another place. The file is as it was before." in told
    assert file.read_bytes() == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_leaves_the_old_file(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        with pytest.raises(LifelineError, match="cannot be saved: Permission denied"):
            save(str(file), NEW, OLD)
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == OLD


def test_a_write_protected_file_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(LifelineError, match="write-protected"):
        save(str(file), NEW, OLD)
    assert file.read_bytes() == OLD


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "nowhere" / "idea.yaml")
    with pytest.raises(LifelineError) as error:
        save(path, NEW, None)
    assert str(error.value) == (
        f"{path}: cannot be saved: No such file or directory. Make the folder first, or name"
        " another place."
    )


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(LifelineError) as error:
            save(str(path), NEW, None)
        assert str(error.value) == f"{path}: cannot be saved: it is not a file."


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    with pytest.raises(LifelineError, match="cannot be saved: Too many levels"):
        save(str(tmp_path / "a"), NEW, None)


def test_what_a_crash_left_behind_is_taken_up(file: Path) -> None:
    draft = Path(draft_of(str(file)))
    draft.write_bytes(b"half a file, longer than the whole one")
    save(str(file), b"", OLD)
    assert file.read_bytes() == b""
    assert os.listdir(file.parent) == [file.name]


def test_a_link_in_the_place_of_a_draft_is_not_followed(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"private")
    draft = Path(draft_of(str(tmp_path / file.name)))
    draft.symlink_to(other)
    with pytest.raises(LifelineError, match="cannot be saved"):
        save(str(file), NEW, OLD)
    assert (file.read_bytes(), other.read_bytes()) == (OLD, b"private")
    draft.unlink()


def test_while_another_program_saves_nothing_is_written(file: Path) -> None:
    draft = draft_of(str(file))
    other = os.open(draft, os.O_WRONLY | os.O_CREAT)
    fcntl.flock(other, fcntl.LOCK_EX)
    told = f"^{file}: not saved: another program is saving it. Try again.$"
    with pytest.raises(LifelineError, match=told):
        save(str(file), NEW, OLD)
    os.close(other)
    save(str(file), NEW, OLD)
    assert file.read_bytes() == NEW


def test_where_nothing_can_be_locked_files_are_saved_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lock in (failing(errno.ENOLCK), None):
        monkeypatch.setattr(drafting, "flock", lock)
        for module in (drafting, disk):
            monkeypatch.setattr(module, "IS_LOCKED", lock is not None)
        save(str(file), NEW, file.read_bytes())
        assert file.read_bytes() == NEW


def test_two_programs_never_mix_their_files(file: Path) -> None:
    script = (
        "import sys\n"
        "from lifeline.errors import LifelineError\n"
        "from lifeline.reading.saving.disk import save\n"
        "file, sign = sys.argv[1], sys.argv[2].encode()\n"
        "for n in range(60):\n"
        "    held = open(file, 'rb').read()\n"
        "    assert len(set(held)) == 1 or held.startswith(b'lifeline'), held[:80]\n"
        "    try: save(file, sign * (20_000 + n), held)\n"
        "    except LifelineError: pass\n"
    )
    command = [sys.executable, "-c", script, str(file)]
    both = [subprocess.Popen([*command, sign], cwd=ROOT, stderr=subprocess.PIPE) for sign in "ab"]
    for program in both:
        _, told = program.communicate(timeout=60)
        assert (program.returncode, told) == (0, b"")
    assert len(set(file.read_bytes())) == 1


def test_a_process_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    assert "40 killed" in run("-m", "tests.reading.killed", "40", str(tmp_path))


def run(*args: str, preexec: Callable[[], None] | None = None) -> str:
    done = subprocess.run(
        [sys.executable, *args],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        preexec_fn=preexec,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
