"""How an article is set: font, size, measure and leading, in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from desktop.theme.fonts import reading_font

Face = Literal["serif", "sans"]
Paragraphs = Literal["indent", "space"]

SMALLEST, ORDINARY, LARGEST = 13, 17, 28
MEASURE: Final = 38
"""Characters of a full line."""
LEADING: Final = 1.8

_HEADING_SIZE: Final = {1: 1.35, 2: 1.2, 3: 1.08}
_TITLE_SIZE: Final = 1.6


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """What a person may choose: the face, the size in pixels, paragraphs parted by an indent or by space."""

    face: Face = "serif"
    pixels: int = ORDINARY
    paragraphs: Paragraphs = "space"

    @property
    def column(self) -> int:
        """Return the width of the paper's column."""
        # Half a character of slack, or rounding would wrap the last one.
        return MEASURE * self.pixels + self.pixels // 2

    def larger(self) -> ReadingStyle:
        """Return the next larger size, or this one at the end."""
        return replace(self, pixels=min(self.pixels + (1 if self.pixels < 20 else 2), LARGEST))

    def smaller(self) -> ReadingStyle:
        """Return the next smaller size, or this one at the end."""
        return replace(self, pixels=max(self.pixels - (1 if self.pixels <= 20 else 2), SMALLEST))

    def font(self) -> QFont:
        """Return the font of the running text."""
        return reading_font(self.face, self.pixels)

    def block(self, kind: str) -> QTextBlockFormat:
        """Return the form of a title, ``heading1`` … ``heading6``, body, bullet, item, cell or blank."""
        shape = QTextBlockFormat()
        pixels = self.pixels
        if kind == "blank":
            _set_height(shape, 1)
            return shape
        size = _relative_size(kind)
        _set_height(shape, round(pixels * size * (LEADING if size == 1 else 1.45)))
        if kind == "title":
            shape.setBottomMargin(pixels * 1.4)
        elif kind.startswith("heading"):
            shape.setTopMargin(pixels * 1.3)
            shape.setBottomMargin(pixels * 0.5)
            shape.setHeadingLevel(int(kind.removeprefix("heading")))
        elif self.paragraphs == "indent" and kind == "body":
            shape.setTextIndent(pixels * 2)
            shape.setBottomMargin(pixels * 0.25)
        else:
            shape.setBottomMargin(pixels * 0.65)
        if kind in ("bullet", "item"):
            # The words of an item stand under one another: how wide a number is differs, a bullet and its blank do not.
            hung = QFontMetricsF(self.font()).horizontalAdvance("• ") if kind == "bullet" else pixels * 1.5
            shape.setLeftMargin(max(hung, pixels * 1.5))
            shape.setTextIndent(-hung)
            shape.setBottomMargin(pixels * 0.3)
        if kind == "cell":
            _set_height(shape, round(pixels * 1.5))
            shape.setBottomMargin(0)
        return shape

    def characters(self, kind: str) -> QTextCharFormat:
        """Return the character form of a kind of paragraph; colours are the view's palette."""
        form = QTextCharFormat()
        font = self.font()
        size = _relative_size(kind)
        if kind == "cell":
            font = reading_font("sans", round(self.pixels * 0.88))
            font.setFeature(QFont.Tag("tnum"), 1)
        elif size != 1:
            font.setPixelSize(round(self.pixels * size))
        if kind == "title" or kind.startswith("heading"):
            font.setWeight(QFont.Weight.Bold)
        form.setFont(font)
        return form


def _relative_size(kind: str) -> float:
    if kind == "title":
        return _TITLE_SIZE
    if kind.startswith("heading"):
        return _HEADING_SIZE.get(int(kind.removeprefix("heading")), 1.0)
    return 1.0


def _set_height(shape: QTextBlockFormat, pixels: int) -> None:
    # Fixed, so that a line with a fallback glyph (emoji, 𠮷) is no higher than its neighbours.
    shape.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
