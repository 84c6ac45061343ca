"""Which files are idea files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from lifeline.model.baseline import Baseline
from lifeline.reading.finding.discovery import find_ideas
from lifeline.reading.limits import MARK_BYTES
from lifeline.reading.saving.baseline import baseline_text

IDEA = "lifeline: 1\nidea: A product\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str | bytes = IDEA) -> None:
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text if isinstance(text, bytes) else text.encode())


def found(*paths: str) -> list[str]:
    return find_ideas(list(paths)).paths


def test_folders_are_searched_deeply_and_in_order(folder: Path) -> None:
    for path in ("b.yaml", "a/z.yml", "a/b/c.yaml", "a.yaml"):
        write(f"ideas/{path}")
    assert found("ideas") == ["ideas/a.yaml", "ideas/a/b/c.yaml", "ideas/a/z.yml", "ideas/b.yaml"]


def test_the_order_of_paths_does_not_matter(folder: Path) -> None:
    write("a/x.yaml")
    write("b/y.yaml")
    assert found("b", "a") == found("a", "b") == ["a/x.yaml", "b/y.yaml"]


def test_endings_count_in_any_case(folder: Path) -> None:
    names = ["A.YAML", "B.YML", "c.Yaml"]
    for name in names:
        write(f"ideas/{name}")
    write("ideas/D.YAML", "other: 1\n")
    assert found("ideas") == [f"ideas/{name}" for name in names]
    assert find_ideas(["ideas"]).others == ["ideas/D.YAML"]


def test_other_endings_are_passed_over(folder: Path) -> None:
    for name in ("notes.txt", "idea.json", "yaml", "idea.yaml.bak"):
        write(name)
    assert (found("."), len(find_ideas(["."]).others)) == ([], 0)


def test_folders_that_begin_with_a_dot_are_passed_over(folder: Path) -> None:
    write(".git/a.yaml")
    write("ideas/.cache/deep/b.yaml")
    assert found(".") == []


def test_so_are_files_as_a_job_could_mark_one(folder: Path) -> None:
    write(".gitlab-ci.yml", "lifeline:\n  script: [lifeline score]\n")
    assert (found("."), find_ideas(["."]).others) == ([], [])
    assert found(".gitlab-ci.yml") == [".gitlab-ci.yml"]


def test_a_folder_with_a_dot_that_is_named_is_searched(folder: Path) -> None:
    write(".ideas/a.yaml")
    assert found(".ideas") == [".ideas/a.yaml"]


def test_other_yaml_files_of_a_folder_are_counted(folder: Path) -> None:
    write("idea.yaml")
    write("compose.yaml", "services: {}\n")
    write("deep/empty.yml", "")
    assert (found("."), len(find_ideas(["."]).others)) == (["./idea.yaml"], 2)


def test_a_baseline_of_ours_is_no_other_yaml_file(folder: Path) -> None:
    accepted: Baseline = {"set": "ngc", "version": "1.0.0", "deciding": "a1", "ideas": {}}
    write("idea.yaml")
    write("any-name.yaml", baseline_text(accepted))
    write("late.yaml", f"{'#' * MARK_BYTES}\n{baseline_text(accepted)}")
    write("theirs.yaml", "baseline: 1\n")
    everything = find_ideas(["."])
    assert everything.paths == ["./idea.yaml"]
    assert everything.others == ["./late.yaml", "./theirs.yaml"]
    assert found("any-name.yaml") == ["any-name.yaml"]


def test_a_file_that_is_named_is_judged_whatever_it_holds(folder: Path) -> None:
    write("compose.yaml", "services: {}\n")
    write("notes.txt", "")
    paths = ["compose.yaml", "missing.yaml", "notes.txt"]
    assert found(*paths) == paths
    assert len(find_ideas(paths).others) == 0


@pytest.mark.parametrize(
    "text",
    [
        IDEA,
        f"# a comment\n---\n{IDEA}",
        "idea: A product\nlifeline: 1\n",
        "lifeline : 1\n",
        "lifeline:\t1\n",
        "lifeline:",
        IDEA.replace("\n", "\r\n"),
        f"idea: A product\r{IDEA}".replace("\n", "\r"),
        f"\ufeff{IDEA}",
        "lifeline: 1\nidea: [",
    ],
)
def test_a_line_that_begins_with_lifeline_marks_an_idea_file(folder: Path, text: str) -> None:
    write("idea.yaml", text)
    assert found(".") == ["./idea.yaml"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_line_is_found_in_other_encodings(folder: Path, encoding: str) -> None:
    write("idea.yaml", f"# Größe\n{IDEA}".encode(encoding))
    write("cut.yaml", IDEA.encode(encoding) * 500)
    write("odd.yaml", IDEA.encode(encoding) + b"x")
    assert found(".") == ["./cut.yaml", "./idea.yaml", "./odd.yaml"]


@pytest.mark.parametrize(
    "text", ["  lifeline: 1\n", "# lifeline: 1\n", "lifelines: 1\n", "lifeline"]
)
def test_no_other_line_does(folder: Path, text: str) -> None:
    write("idea.yaml", text)
    assert found(".") == []


@pytest.mark.parametrize(("mark_ends_at", "is_idea"), [(MARK_BYTES, True), (MARK_BYTES + 1, False)])
def test_the_mark_stands_in_the_first_bytes(folder: Path, mark_ends_at: int, is_idea: bool) -> None:
    mark = "lifeline:"
    write("idea.yaml", f"{'#' * (mark_ends_at - len(mark) - 1)}\n{mark} 1\n")
    assert bool(found(".")) is is_idea


def test_a_file_named_twice_is_judged_once(folder: Path) -> None:
    write("a.yaml")
    assert found("a.yaml", "a.yaml", "./a.yaml", str(folder / "a.yaml")) == ["./a.yaml"]


def test_a_file_reached_by_several_paths_is_judged_once(folder: Path) -> None:
    write("ideas/a.yaml")
    assert len(found(".", "ideas", "ideas/", "ideas/a.yaml", str(folder))) == 1


def test_a_file_that_is_named_is_not_among_the_others_of_its_folder(folder: Path) -> None:
    write("compose.yaml", "services: {}\n")
    both = find_ideas([".", "compose.yaml"])
    assert (both.paths, both.others) == (["compose.yaml"], [])
    assert len(find_ideas([".", "./"]).others) == 1


def test_a_path_through_a_link_is_a_path_of_its_own(folder: Path) -> None:
    write("a/x.yaml")
    write("b/deep/x.yaml")
    Path("link").symlink_to("b/deep")
    assert found("link/../x.yaml", "x.yaml") == ["link/../x.yaml", "x.yaml"]


def test_links_to_folders_are_not_followed_but_links_to_files_inside_are(folder: Path) -> None:
    write("ideas/hidden/.store/a.yaml")
    Path("ideas/folder").symlink_to("hidden/.store")
    Path("ideas/circle").symlink_to(".")
    Path("ideas/file.yaml").symlink_to("hidden/.store/a.yaml")
    assert found("ideas") == ["ideas/file.yaml"]


def test_a_link_beside_the_file_that_it_leads_to_is_not_judged_again(folder: Path) -> None:
    write("ideas/z.yaml")
    Path("ideas/a.yaml").symlink_to("z.yaml")
    Path("ideas/b.yaml").symlink_to("a.yaml")
    assert found("ideas") == ["ideas/z.yaml"]
    assert find_ideas(["ideas"]).links == []


def test_of_two_links_to_one_file_the_first_by_name_is_judged(folder: Path) -> None:
    write("ideas/store.txt")
    for name in ("b.yaml", "a.yaml", "c.yaml"):
        Path("ideas", name).symlink_to("store.txt")
    assert found("ideas") == ["ideas/a.yaml"]


def test_links_that_lead_out_of_the_folder_or_nowhere_are_counted_not_judged(folder: Path) -> None:
    write("elsewhere/a.yaml")
    write("ideas-2/a.yaml")
    write("ideas/own.yaml")
    leads = {"beside": "../ideas-2/a", "gone": "nowhere", "out": "../elsewhere/a", "round": "round"}
    for name, target in leads.items():
        Path(f"ideas/{name}.yaml").symlink_to(f"{target}.yaml")
    all_of_it = find_ideas(["ideas"])
    assert all_of_it.paths == ["ideas/own.yaml"]
    assert all_of_it.links == [f"ideas/{name}.yaml" for name in leads]


def test_a_link_that_leads_into_another_folder_that_is_named_is_no_loss(folder: Path) -> None:
    write("elsewhere/a.yaml")
    write("ideas/own.yaml")
    Path("ideas/out.yaml").symlink_to("../elsewhere/a.yaml")
    both = find_ideas(["ideas", "elsewhere"])
    assert (both.paths, both.links) == (["elsewhere/a.yaml", "ideas/own.yaml"], [])


def test_a_link_that_is_named_is_judged_wherever_it_leads(folder: Path) -> None:
    write("elsewhere/a.yaml")
    Path("ideas").mkdir()
    Path("ideas/out.yaml").symlink_to("../elsewhere/a.yaml")
    Path("ideas/gone.yaml").symlink_to("nowhere.yaml")
    named = ["ideas/gone.yaml", "ideas/out.yaml"]
    assert found(*named) == named
    assert find_ideas(["ideas", "ideas/out.yaml"]).paths == ["ideas/out.yaml"]


def test_a_link_to_a_folder_that_is_named_is_searched(folder: Path) -> None:
    write("elsewhere/a.yaml")
    Path("ideas").symlink_to("elsewhere")
    assert found("ideas") == ["ideas/a.yaml"]


def test_what_is_no_regular_file_is_not_opened_in_a_folder(folder: Path) -> None:
    os.mkfifo("pipe.yaml")
    write("compose.yaml", "services: {}\n")
    all_of_it = find_ideas(["."])
    assert (all_of_it.paths, all_of_it.others) == ([], ["./compose.yaml"])
    assert all_of_it.special == ["./pipe.yaml"]
    assert find_ideas([".", "pipe.yaml"]).special == []


def test_a_folder_that_cannot_be_searched_is_left_to_the_reader(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "closed-1", "closed-2", "z"):
        write(f"ideas/{name}/x.yaml")

    def refuse(path: str) -> Any:
        if "closed" in path:
            raise PermissionError
        return scan(path)

    scan = os.scandir
    monkeypatch.setattr(os, "scandir", refuse)
    everything = find_ideas(["ideas"])
    found_in_order = ["ideas/a/x.yaml", "ideas/closed-1", "ideas/closed-2", "ideas/z/x.yaml"]
    assert everything.paths == found_in_order
    assert everything.special == []


def test_where_that_is_asked_what_is_named_has_to_look_like_an_idea_file(folder: Path) -> None:
    write("a.yaml")
    write("notes.txt")
    write("compose.yaml", "services: {}\n")
    os.mkfifo("pipe.yaml")
    named = ["-", "a.yaml", "compose.yaml", "missing.yaml", "notes.txt", "pipe.yaml"]
    sorted_out = find_ideas(named, marked=True)
    assert sorted_out.paths == ["-", "a.yaml", "missing.yaml", "notes.txt"]
    assert (sorted_out.others, sorted_out.special) == (["compose.yaml"], ["pipe.yaml"])
    assert find_ideas(["."], marked=True).paths == ["./a.yaml"]


def test_standard_input_is_left_as_it_is(folder: Path) -> None:
    assert found("-") == ["-"]


def test_standard_input_is_not_the_file_that_is_called_so(folder: Path) -> None:
    write("-")
    assert found("-", "./-") == ["-", "./-"]


def test_ten_thousand_files_can_be_named(folder: Path) -> None:
    names = [f"idea-{number:05}.yaml" for number in range(10_000)]
    assert found(*reversed(names)) == names
