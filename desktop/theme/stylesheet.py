"""The style sheet of the window: ``resources/themes/window.qss`` with the tokens of a theme put in."""

from __future__ import annotations

import atexit
import re
import shutil
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from string import Template
from typing import Final

from corpus.store.folder.scratch import scratch_folder
from desktop.theme.icons import source_of
from desktop.theme.tokens import Tokens

SIGNS: Final = {
    "icon_down": ("chevron-down", "second"),
    "icon_up": ("chevron-up", "second"),
    "icon_check": ("check", "raised"),
}
"""Signs a style sheet can only take from files: name → (icon, colour)."""
_LINE: Final = 'stroke-width="1.5"'
_STRONGER: Final = 'stroke-width="2"'
"""They are drawn at two thirds of the size of other icons, with lines as strong."""


@cache
def _template() -> Template:
    return Template((resources.files("resources") / "themes" / "window.qss").read_text(encoding="utf-8"))


@cache
def _folder() -> Path:
    """Return the folder of the signs: Qt reads them as they are painted, and a sheet stays until the program ends."""
    folder = scratch_folder()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def write_signs(tokens: Tokens) -> dict[str, str]:
    """Write the signs of a theme where they are not yet; return name → path as a style sheet wants it."""
    written, folder = {}, _folder()
    for name, (icon, colour) in SIGNS.items():
        path, tint = folder / f"{tokens.name}-{icon}.svg", tokens.colours[colour]
        if not path.exists():
            path.write_text(source_of(icon, tint, tint).replace(_LINE, _STRONGER), encoding="utf-8")
        written[name] = path.as_posix()
    return written


def style_sheet(tokens: Tokens, signs: Mapping[str, str], zoom: int = 100) -> str:
    """Return the QSS of a theme at ``zoom`` percent; KeyError for a colour the theme does not have.

    Letters, and what the sheet gives in ``zpx``, grow with it.
    """
    text = _template().substitute({**tokens.colours, **signs})

    def larger(match: re.Match[str]) -> str:
        return f"{round(int(match[1] or match[2]) * zoom / 100)}px"

    return re.sub(r"(?<=font-size: )(\d+)px|(\d+)zpx", larger, text)
