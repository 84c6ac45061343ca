"""Colours of themes: whatever is written in one can be read."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from lifeline.tui.app import LifelineApp
from lifeline.tui.legible import LEAST, WRITTEN_ON, contrast, legible
from tests.tui.conftest import Begin
from tests.tui.screens import play, watch


def variables_of(theme: str) -> dict[str, str]:
    chosen = BUILTIN_THEMES[theme]
    return {**chosen.to_color_system().generate(), **chosen.variables}


def test_contrast_is_that_of_the_standard() -> None:
    black, white, grey = (Color.parse(each) for each in ("#000000", "#ffffff", "#777777"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == contrast(white, grey) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
def test_what_is_written_can_be_read_in_every_theme(theme: str) -> None:
    found = legible(variables_of(theme))
    for name, behind in WRITTEN_ON.items():
        if found[name].startswith("#") and found[behind].startswith("#"):
            assert contrast(Color.parse(found[name]), Color.parse(found[behind])) >= LEAST, name


def test_colours_stay_apart_and_are_not_simply_black() -> None:
    found = legible(variables_of("atom-one-light"))
    told = {found[name] for name in ("text-error", "text-success", "text-warning", "text-accent")}
    assert len(told - {"#000000", "#FFFFFF"}) == 4


def test_what_can_be_read_stays_as_the_theme_has_it() -> None:
    before = variables_of("textual-dark")
    assert legible(before) == before


def test_the_colours_of_the_terminal_are_left_to_it() -> None:
    before = variables_of("ansi-dark")
    assert legible(before)["background"] == before["background"]
    assert {k: v for k, v in legible(before).items() if v != before[k]} == {}


def test_the_interface_writes_so(begin: Begin) -> None:
    app: LifelineApp = begin()
    app.theme = "textual-light"
    play(app)
    assert app.theme_variables["text-warning"] != variables_of("textual-light")["text-warning"]


def styled(app: LifelineApp, style: str) -> str:
    """Give what is shown in a style, such as ``underline``, line below line."""
    strips = app.screen._compositor.render_strips()
    found = [
        "".join(s.text for s in strip if s.style and getattr(s.style, style)) for strip in strips
    ]
    return "\n".join(line.rstrip() for line in found if line.strip())


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        (("v", "c", *"seen"), "seen"),
        (("v", "c", *"seen", "tab"), "2026-11-22"),
        (("p", *"Li"), "Li"),
    ],
)
def test_without_colours_one_sees_in_which_field_one_types(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], typed: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = begin()

    async def pressed(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        assert styled(app, "underline") == typed
        assert app.screen.focused is not None
        cursor = app.screen.focused.get_component_rich_style("input--cursor")  # it blinks
        assert cursor.reverse

    watch(app, pressed)
