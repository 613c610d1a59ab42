from __future__ import annotations

import gc
import math
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QListWidget, QListWidgetItem

from corpus.model.annotation import Colour
from desktop.theme import ThemeManager, Tokens, load_tokens
from desktop.theme.fonts import UI_SIZE, interface_font, reading_font, scaled
from desktop.theme.icons import icon_source
from desktop.theme.sharpness import as_wide_as
from desktop.theme.stylesheet import SIGNS, style_sheet, write_signs
from desktop.theme.tokens import THEMES
from desktop.widgets import EvidenceMark, QuietButton, SearchField
from desktop.widgets.fields.colour_row import ColourDot, colour_icon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GROUNDS = ("paper", "window", "raised")
STATES = ("hover", "pressed", "indigo_pale")
"""Grounds of what the pointer is over, what is held down and what is chosen."""
TEXTS = ("ink", "second", "cinnabar", "indigo", "celadon", "amber")
PAIRS = (
    ("on_cinnabar", "cinnabar"),
    ("on_cinnabar", "cinnabar_hover"),
    ("cinnabar", "cinnabar_pale"),
    ("indigo", "indigo_pale"),
    ("celadon", "celadon_pale"),
    ("amber", "amber_pale"),
    ("ink", "indigo_pale"),
    ("ink", "hover"),
    ("ink", "pressed"),
    ("ink", "hit"),
    ("ink", "hit_current"),
)


def luminance(colour: str) -> float:
    tint = QColor(colour)
    return sum(
        part * (c / 12.92 if c <= 0.03928 else math.pow((c + 0.055) / 1.055, 2.4))
        for part, c in zip((0.2126, 0.7152, 0.0722), (tint.redF(), tint.greenF(), tint.blueF()), strict=True)
    )


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    colours = load_tokens(name).colours
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS] + list(PAIRS)
    pairs += [(text, ground) for text in ("ink", "second") for ground in STATES]
    weak = [
        (text, ground, round(contrast(colours[text], colours[ground]), 2))
        for text, ground in pairs
        if contrast(colours[text], colours[ground]) < 4.5
    ]
    faint = [
        (sign, ground)
        for sign in ("faint", *TEXTS)
        for ground in (*GROUNDS, *STATES)
        if contrast(colours[sign], colours[ground]) < 3
    ]
    assert (weak, faint) == ([], [])


@pytest.mark.parametrize("name", THEMES)
def test_lines_of_charts_stand_out_from_their_ground(name: str) -> None:
    tokens = load_tokens(name)
    weak = [key for key, colour in tokens.chart.items() if contrast(colour, tokens.colours["raised"]) < 3]
    assert weak == []


def shape(tokens: Tokens) -> tuple[set[str], set[str], set[str]]:
    return set(tokens.colours), set(tokens.chart), set(tokens.marks)


def test_all_themes_name_the_same_colours() -> None:
    assert [shape(load_tokens(name)) for name in THEMES] == [shape(load_tokens("light"))] * len(THEMES)


def test_the_style_sheet_names_only_colours_that_exist_and_none_by_number(project_root: Path) -> None:
    sheet = style_sheet(load_tokens("light"), dict.fromkeys(SIGNS, "/x.png"))
    assert "$" not in sheet
    source = (project_root / "resources" / "themes" / "window.qss").read_text(encoding="utf-8")
    assert re.findall(r":\s*#[0-9a-fA-F]{3,8}\b", source) == []


def test_no_colour_stands_in_the_code(project_root: Path) -> None:
    literal = re.compile(r"""["']#[0-9a-fA-F]{6,8}["']|QColor\(\s*\d""")
    found = [
        f"{path.relative_to(project_root)}:{number}"
        for path in sorted((project_root / "desktop").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if literal.search(line)
    ]
    assert found == []


@pytest.mark.usefixtures("qapp")
def test_that_the_signs_of_the_style_sheet_have_its_colours_and_strong_lines() -> None:
    for name in THEMES:
        tokens = load_tokens(name)
        signs = write_signs(tokens)
        assert signs.keys() == SIGNS.keys()
        for sign, path in signs.items():
            text, drawn = Path(path).read_text(encoding="utf-8"), QIcon(path).pixmap(16, 16).toImage()
            assert (text.count('stroke-width="2"'), "currentColor" in text) == (1, False)
            points = [drawn.pixelColor(x, y) for x in range(16) for y in range(16)]
            wanted = QColor(tokens.colours[SIGNS[sign][1]]).lightness()
            tints = {one.lightness() for one in points if one.alpha() > 150}
            assert tints
            assert all(abs(one - wanted) < 9 for one in tints)


def test_choosing_a_theme_recolours_window_and_icons(theme: ThemeManager, qapp: QApplication) -> None:
    theme.apply()
    before = theme.icon("search").pixmap(24, 24).toImage()
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.tokens.name))
    theme.choose("dark")
    theme.choose("dark")
    ground = qapp.palette().color(QPalette.ColorRole.Window)
    assert (heard, ground, theme.dark) == (["dark"], theme.colour("window"), True)
    assert theme.icon("search").pixmap(24, 24).toImage() != before


def test_larger_letters_are_larger_everywhere() -> None:
    signs = dict.fromkeys(SIGNS, "/x.png")
    tokens = load_tokens("light")
    sizes = re.findall(r"font-size: (\d+)px", style_sheet(tokens, signs))
    larger = re.findall(r"font-size: (\d+)px", style_sheet(tokens, signs, 150))
    assert [int(one) for one in larger] == [round(int(one) * 1.5) for one in sizes]


def test_letters_drawn_by_hand_grow_with_the_window_but_not_those_of_the_text(
    theme: ThemeManager, qapp: QApplication
) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(theme.zoom))
    try:
        theme.enlarge(150)
        assert interface_font(12).pixelSize() == round(12 * qapp.font().pixelSize() / UI_SIZE) > 16
        assert scaled(34) > 50
        assert reading_font("serif", 17).pixelSize() == 17
        assert told == [150]
        assert theme.pixmap("search", 16).width() == scaled(16) == 25
        seal = EvidenceMark(theme)
        assert (seal.width(), ColourDot(theme, Colour.RED, 1).width()) == (27, scaled(28))
        field = SearchField(theme)
        assert {one.width() for one in field.findChildren(QLabel)} == {25}
    finally:
        theme.enlarge(100)
    assert (interface_font(12).pixelSize(), scaled(34)) == (12, 34)


@pytest.mark.parametrize("name", THEMES)
def test_a_box_to_tick_is_seen_wherever_it_stands(name: str, theme: ThemeManager, qtbot: QtBot) -> None:
    theme.choose(name)
    theme.apply()
    rows, alone = QListWidget(), QCheckBox()
    for one in (rows, alone):
        qtbot.addWidget(one)
        one.resize(80, 40)
    item = QListWidgetItem("", rows)
    item.setCheckState(Qt.CheckState.Unchecked)
    for widget in (rows.viewport(), alone):
        drawn = widget.grab().toImage()
        inks = {drawn.pixelColor(x, y).name() for x in range(28) for y in range(drawn.height())}
        assert max(contrast(ink, theme.colour("raised").name()) for ink in inks) >= 3
    theme.choose("light")
    theme.apply()


@pytest.mark.parametrize("name", THEMES)
def test_a_colour_is_seen_on_every_ground_however_pale_it_is(name: str, theme: ThemeManager) -> None:
    theme.choose(name)
    for colour in Colour:
        drawn = colour_icon(theme, colour).pixmap(32, 32).toImage()
        edge = next(ink for x in range(16) if (ink := drawn.pixelColor(x, 16)).alpha() == 255)
        for ground in ("window", "raised"):
            assert contrast(edge.name(), theme.colour(ground).name()) >= 3, (colour, ground)
    theme.choose("light")


@pytest.mark.parametrize("name", THEMES)
def test_the_icon_of_a_button_that_leads_is_drawn_in_the_ink_of_its_ground(
    name: str, theme: ThemeManager
) -> None:
    theme.choose(name)
    button = QuietButton("存成 PDF", theme, "export")
    for leads, ink in ((True, "on_cinnabar"), (False, "second")):
        button.lead(leads=leads)
        drawn = button.icon().pixmap(64, 64).toImage()
        solid = {
            drawn.pixelColor(x, y).name()
            for x in range(64)
            for y in range(64)
            if drawn.pixelColor(x, y).alpha() == 255
        }
        assert solid == {theme.colour(ink).name()}


def test_every_icon_is_of_one_colour_on_a_grid_of_24(project_root: Path) -> None:
    names = sorted(path.stem for path in (project_root / "resources" / "icons").glob("*.svg"))
    odd = [
        name
        for name in names
        if name != "seal" and ("0 0 24 24" not in icon_source(name) or "#" in icon_source(name))
    ]
    assert (len(names) > 60, odd) == (True, [])


def test_an_icon_lives_without_the_theme_that_made_it(qapp: QApplication) -> None:
    assert qapp is not None
    manager = ThemeManager("light")
    icon = manager.icon("search")
    manager.icon("home")
    kept = QIcon(icon)
    assert not kept.pixmap(20, 20).isNull()
    manager.close()
    del manager, icon
    gc.collect()
    assert not kept.pixmap(20, 20).isNull()


def test_an_icon_shows_each_mode_in_its_own_colour(theme: ThemeManager) -> None:
    def ink(mode: QIcon.Mode, state: QIcon.State) -> str:
        image = theme.icon("search").pixmap(QSize(48, 48), mode, state).toImage()
        colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return Counter(colour.name() for colour in colours if colour.alpha() == 255).most_common(1)[0][0]

    off, on = QIcon.State.Off, QIcon.State.On
    shown = [ink(QIcon.Mode.Normal, off), ink(QIcon.Mode.Normal, on), ink(QIcon.Mode.Disabled, off)]
    assert shown == [theme.colour(name).name() for name in ("second", "ink", "faint")]


@pytest.mark.parametrize(
    ("width", "ratio", "pixels", "logical"),
    [
        (1000, 1.0, 520, 520),
        (1000, 1.5, 780, 520),
        (1000, 3.0, 1000, 520),
        (300, 1.5, 300, 300),
        (600, 2.0, 600, 520),
    ],
)
def test_a_picture_has_all_the_pixels_a_screen_has_for_it(
    qapp: QApplication, width: int, ratio: float, pixels: int, logical: int
) -> None:
    assert qapp is not None
    image = QImage(width, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    shown = as_wide_as(image, 520, ratio)
    assert shown.width() == pixels
    assert round(shown.deviceIndependentSize().width()) == logical
    assert as_wide_as(QImage(), 520, ratio).isNull()
