"""Which set judges without a flag: the environment, or the nearest configuration, says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lifeline.cli.main import main
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "sets" / "small"
PATIENT = ROOT / "examples" / "rubrics" / "patient"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an idea in a folder of its own, where one stands."""
    (tmp_path / "ideas").mkdir()
    idea = tmp_path / "ideas" / "idea.yaml"
    idea.write_text("lifeline: 1\nidea: Nothing is known\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "ideas")
    return tmp_path


def judged_by(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["score", "idea.yaml", *words, "--format", "json"]) in {0, 1, 3}
    name: str = json.loads(capsys.readouterr().out)["set"]["id"]
    return name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lifeline.toml", f'set = "{PATIENT}"\n'),
        ("pyproject.toml", f'[tool.lifeline]\nset = "{PATIENT}"\n'),
    ],
)
def test_the_nearest_file_says_which_set_judges(
    name: str, text: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged_by(capsys) == "ngc"
    (project / name).write_text(text, encoding="utf-8")
    assert judged_by(capsys) == "patient"
    (project / "ideas" / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert judged_by(capsys) == "patient"
    (project / "ideas" / "lifeline.toml").write_text("", encoding="utf-8")
    assert judged_by(capsys) == "ngc"


def test_paths_count_from_the_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "advice").symlink_to(SMALL)
    (project / "lifeline.toml").write_text('rubrics = "advice"\n', encoding="utf-8")
    assert judged_by(capsys) == judged_by(capsys, "--set", str(SMALL))


def test_a_flag_goes_before_the_environment_and_that_before_the_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "lifeline.toml").write_text('set = "nowhere"\n', encoding="utf-8")
    monkeypatch.setenv("LIFELINE_SET", str(PATIENT))
    assert judged_by(capsys) == "patient"
    assert judged_by(capsys, "--set", "ngc") == "ngc"


def test_the_language_can_be_settled(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "lifeline.toml").write_text('lang = "zh"\n', encoding="utf-8")
    assert main(["score", "idea.yaml", "--format", "json"]) == 3
    assert json.loads(capsys.readouterr().out)["set"]["language"] == "zh"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('sett = "ngc"\n', "1:1: 'sett' is not a setting. Expected one of: set, rubrics, lang, "),
        ("set = 3\n", '1:1: set: 3 is not text. Expected text, such as "my-advice".'),
        ("set = \n", "1:7: is no TOML: Invalid value."),
        ('set = "nowhere"\n', "1: set: 'nowhere' is not a rubric set, nor a folder of one."),
        ('lang = "xx"\n', "1: lang: 'xx' is not a language of this"),
        ("min-score = {fine = 3}\n", "1: min-score: 'fine' is not a rubric of ngc. Rubrics with"),
        ("min-score = {investor-fit = 3}\n", "1: min-score: 'investor-fit' has no score. Rubrics"),
    ],
)
def test_what_is_no_setting_is_told(
    text: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "lifeline.toml").write_text(text, encoding="utf-8")
    assert main(["score", "idea.yaml"]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.startswith("../lifeline.toml:1:")


MODEL = """\
lifeline: 1
idea: A model of our own
assessed: 2026-11-01
answers:
  foundation: own-model
  general-model: yes
  training-budget: 1000000
  utilisation: 0.4
"""


def test_a_figure_of_the_market_can_be_settled_and_that_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "ideas" / "idea.yaml").write_text(MODEL, encoding="utf-8")

    def used() -> tuple[dict[str, object], bool]:
        assert main(["score", "idea.yaml", "--format", "json"]) in {1, 3}
        (found,) = json.loads(capsys.readouterr().out)["ideas"]
        figures = {each["parameter"]: each for each in found["parameters"]}
        told = [finding["rule"] for finding in found["findings"]]
        return figures["frontier-training-cost"], "own-model/below-the-wall" in told

    figure, is_below = used()
    assert figure["since"] == "2024-11"
    assert is_below
    toml = project / "lifeline.toml"
    toml.write_text("[parameters]\nfrontier-training-cost = 5e5\n", encoding="utf-8")
    figure, is_below = used()
    assert (figure["value"], figure["note"]) == (5e5, "settled in ../lifeline.toml")
    assert not is_below
    assert main(["score", "idea.yaml"]) in {1, 3}
    told = " ".join(capsys.readouterr().out.split())
    assert "frontier-training-cost 500,000 USD (settled in" in told
    assert main(["market", "parameters", "frontier-training-cost"]) == 0
    assert "500,000 USD, settled in" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[parameters]\nfrontier = 1\n", "'frontier' is not a market parameter."),
        ('[parameters]\nfrontier-training-cost = "x"\n', "holds something else than numbers."),
        ("parameters = 3\n", "holds something else than numbers."),
        ("[parameters]\ncontext-window = nan\n", "Expected numbers above 0"),
        ("[parameters]\ncontext-window = -1\n", "Expected numbers above 0"),
        (f"[parameters]\ncontext-window = 1{'0' * 400}\n", "Expected numbers above 0"),
    ],
)
def test_what_is_no_figure_is_told(
    text: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "lifeline.toml").write_text(text, encoding="utf-8")
    assert main(["score", "idea.yaml"]) == 2
    assert told in capsys.readouterr().err
