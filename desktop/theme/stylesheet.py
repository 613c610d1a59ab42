"""The style sheet of the window: ``resources/themes/window.qss`` with the tokens of a theme put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from desktop.theme.icons import render
from desktop.theme.tokens import Tokens

SIGNS: Final = {
    "icon_down": ("chevron-down", "second"),
    "icon_up": ("chevron-up", "second"),
    "icon_check": ("check", "raised"),
}
"""Signs a style sheet can only take from files: name → (icon, colour)."""


@cache
def _template() -> Template:
    return Template((resources.files("resources") / "themes" / "window.qss").read_text(encoding="utf-8"))


def draw_signs(tokens: Tokens, folder: Path) -> dict[str, str]:
    """Write the signs of a theme into ``folder``; return name → path as a style sheet wants it."""
    drawn = {}
    for name, (icon, colour) in SIGNS.items():
        path = folder / f"{tokens.name}-{icon}.png"
        tint = QColor(tokens.colours[colour])
        render(icon, tint, tint, QSize(32, 32)).save(str(path))
        drawn[name] = path.as_posix()
    return drawn


def style_sheet(tokens: Tokens, signs: Mapping[str, str], zoom: int = 100) -> str:
    """Return the QSS of a theme at ``zoom`` percent; KeyError for a colour the theme does not have.

    Letters, and what the sheet gives in ``zpx``, grow with it.
    """
    text = _template().substitute({**tokens.colours, **signs})

    def larger(match: re.Match[str]) -> str:
        return f"{round(int(match[1] or match[2]) * zoom / 100)}px"

    return re.sub(r"(?<=font-size: )(\d+)px|(\d+)zpx", larger, text)
