"""The style sheet of the window: ``resources/themes/window.qss`` with the tokens of a theme put in."""

from __future__ import annotations

from functools import cache
from importlib import resources
from string import Template

from desktop.theme.tokens import Tokens


@cache
def _template() -> Template:
    return Template((resources.files("resources") / "themes" / "window.qss").read_text(encoding="utf-8"))


def style_sheet(tokens: Tokens) -> str:
    """Return the QSS of a theme; KeyError when the template names a colour the theme does not have."""
    return _template().substitute(tokens.colours)
