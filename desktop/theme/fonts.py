"""Fonts: the system's Chinese sans for the window, a serif or sans for reading, even figures for tables.

This is the one place that knows how large the window's letters are now. Ask it when something is painted, or
again when ``resized`` is true of an event: nothing here may be kept.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication

UI_SIZE: Final = 13
SMALL: Final = 12
TITLE: Final = 20
PAGE_TITLE: Final = 26

_SANS: Final = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
_SERIF: Final = ("Songti SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "STSong")


@cache
def _families() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def _present(wanted: tuple[str, ...]) -> list[str]:
    return [family for family in wanted if family in _families()]


_RESIZED: Final = frozenset(
    {QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
)


def resized(event: QEvent) -> bool:
    """Tell whether a ``changeEvent`` may say that the window's letters have another size now."""
    return event.type() in _RESIZED


def scaled(pixels: int) -> int:
    """Return a height or width that holds letters, given at 100 %, at the size of the window's letters now."""
    size = QGuiApplication.font().pixelSize()
    return round(pixels * size / UI_SIZE) if size > 0 else pixels


def interface_font(pixels: int = UI_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the window: ``pixels`` at 100 %, larger or smaller as the window's letters are."""
    return plain_font(scaled(pixels), weight)


def plain_font(pixels: int = UI_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the window at exactly ``pixels``, however large its letters are."""
    return QFont(_plain(pixels, weight))


@lru_cache(maxsize=64)
def _plain(pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(_present(_SANS) or [QFont().defaultFamily()])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def interface_metrics(pixels: int = UI_SIZE) -> QFontMetrics:
    """Return how much room the strong letters of the window take at ``pixels``."""
    return QFontMetrics(interface_font(pixels, QFont.Weight.DemiBold))


def reading_font(kind: str = "serif", pixels: int = 17) -> QFont:
    """Return the font of the reading page; ``kind`` is ``serif`` or ``sans`` (which also stands in for it)."""
    font = plain_font(pixels)
    serif = _present(_SERIF) if kind == "serif" else []
    font.setFamilies(serif + font.families())
    return font


def figures_font(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the window with figures of equal width, for columns of numbers."""
    return QFont(_figures(scaled(UI_SIZE), weight))


@lru_cache(maxsize=64)
def _figures(pixels: int, weight: QFont.Weight) -> QFont:
    font = plain_font(pixels, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
