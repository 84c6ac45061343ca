"""Many files at once: the same bytes as one after the other, and no process that stays behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli import running
from lifeline.cli.running import judged_all, usable_cpus
from lifeline.cli.workers import Workers, start_method
from lifeline.errors import LifelineError
from lifeline.report import FORMATS
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "ideas"


class Naming:
    """Says of each file only its name, or ends badly where that asks for it."""

    def judged(self, path: str) -> Any:
        if path == "refused":
            raise LifelineError("two sets")
        if path == "broken":
            raise ZeroDivisionError("made up")
        if path == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        return {"path": path, "pid": os.getpid()}


def names(found: Any) -> list[str]:
    return [each["path"] for each in found]


def pids(found: Any) -> list[int]:
    return [each["pid"] for each in found]


@pytest.mark.parametrize("count", [1, 2, 5, 17])
@pytest.mark.parametrize("jobs", [1, 2, 3, 50])
def test_results_come_in_the_order_of_the_files(count: int, jobs: int) -> None:
    files = [str(number) for number in range(count)]
    assert names(judged_all(Naming(), files, jobs)) == files


def test_several_processes_do_the_work_and_this_one_reads_stdin() -> None:
    found = list(judged_all(Naming(), ["-", "a", "b", "c"], 2))
    here, first, second, third = pids(found)
    assert here == os.getpid()
    assert len({here, first, second}) == 3
    assert third == first
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("method", [start_method(), "spawn"])
def test_processes_can_begin_as_copies_or_anew(method: str) -> None:
    files = ["a", "b", "c"]
    with Workers(Naming(), files, 2, method) as workers:
        assert [workers.next()["path"] for _ in files] == files


def test_what_a_person_can_mend_is_told_in_its_own_words() -> None:
    with pytest.raises(LifelineError, match=r"^two sets$"):
        names(judged_all(Naming(), ["a", "refused", "b"], 2))


@pytest.mark.parametrize(("path", "told"), [("broken", "made up"), ("killed", "ended too early")])
def test_a_fault_names_the_file_and_nothing_hangs(path: str, told: str) -> None:
    found = judged_all(Naming(), ["a", "b", path, "c"], 2)
    assert names([next(found), next(found)]) == ["a", "b"]
    with pytest.raises(RuntimeError, match=f"(?s){path}.*{told}"):
        next(found)
    assert not multiprocessing.active_children()


def test_whoever_stops_reading_leaves_no_process_behind() -> None:
    found = judged_all(Naming(), [str(number) for number in range(50_000)], 3)
    next(found)
    assert len(multiprocessing.active_children()) == 3
    found.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_few_files_are_judged_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "usable_cpus", lambda: 4)
    for files, processes in ((running.PAYS_FROM - 1, 1), (running.PAYS_FROM, 4)):
        found = judged_all(Naming(), [str(number) for number in range(files)])
        assert len(set(pids(found))) == processes


def test_there_is_at_least_one_processor() -> None:
    assert usable_cpus() >= 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ideas")
    for file in EXAMPLES.glob("*.yaml"):
        (place / file.name).write_bytes(file.read_bytes())
    (place / "broken.yaml").write_text("lifeline: 1\nidea: x\nassessed: 2023\n")
    (place / "notes.yaml").write_text("a: b\n")
    return place


def run(*words: str, folder: Path) -> tuple[int, bytes, bytes]:
    command = [sys.executable, "-m", "lifeline", "score", "--as-of", "2026-11-22", *words]
    found = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return found.returncode, found.stdout, found.stderr


@pytest.mark.parametrize("format_", FORMATS)
def test_the_number_of_jobs_changes_no_byte(format_: str, folder: Path) -> None:
    one, three = (run("--format", format_, "--jobs", jobs, folder=folder) for jobs in "13")
    assert one == three
    assert one[0] == 2


def test_a_reader_that_leaves_early_is_no_fault_with_several_jobs(tmp_path: Path) -> None:
    for number in range(60):  # more text than a pipe holds
        (tmp_path / f"{number}.yaml").write_bytes((EXAMPLES / "jasper.yaml").read_bytes())
    command = f"{sys.executable} -m lifeline score --full --jobs 2 {tmp_path} | head -n 1"
    found = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False
    )
    assert (found.returncode, found.stderr) == (1, b"")


def test_ctrl_c_while_processes_begin_is_heard_once_they_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(workers: Workers[Any], *rest: Any) -> None:
        started(workers, *rest)
        if len(workers.processes) == 1:
            signal.raise_signal(signal.SIGINT)

    started = Workers._start
    monkeypatch.setattr(Workers, "_start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Workers(Naming(), ["a", "b"], 2)
    assert not multiprocessing.active_children()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_what_ends_the_run_ends_all_jobs_at_once(how: int, code: int, tmp_path: Path) -> None:
    """Two of the files are pipes into which nobody writes: both jobs wait, and so does the run."""
    for name in ("a.yaml", "b.yaml"):
        os.mkfifo(tmp_path / name)
    child = subprocess.Popen(
        [sys.executable, "-m", "lifeline", "score", "--jobs", "2", "a.yaml", "b.yaml"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    writers = [os.open(tmp_path / name, os.O_WRONLY) for name in ("a.yaml", "b.yaml")]
    os.killpg(child.pid, how)  # as a terminal sends it: to everybody
    out, err = child.communicate(timeout=30)
    for writer in writers:
        os.close(writer)
    assert (child.returncode, out, err) == (code, b"", b"")
    for _ in range(100):
        try:
            os.killpg(child.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a process stayed behind")


@pytest.mark.lean
def test_one_job_imports_nothing_for_several() -> None:
    code = (
        "import sys; from lifeline.cli.main import main;"
        f"main(['score', {str(EXAMPLES / 'jasper.yaml')!r}]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(found.stderr.split())
    names = ("cli.workers", "cli.since", "cli.watching", "cli.listing", "reading.ignoring")
    assert not loaded & {f"lifeline.{name}" for name in names}
    assert not loaded & {"multiprocessing", "subprocess", "pickle", "watchfiles"}
