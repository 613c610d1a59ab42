"""The colours of reports: those of the light theme, as paper is white."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template


@cache
def _theme(name: str = "light") -> Mapping[str, Mapping[str, str]]:
    """Return the tables of a theme."""
    text = resources.files("resources").joinpath(f"themes/{name}.json").read_text(encoding="utf-8")
    return {table: values for table, values in json.loads(text).items() if isinstance(values, dict)}


def themed(name: str, theme: str = "light") -> str:
    """Return a colour of a theme as ``#rrggbb``, by its name or, for charts, as ``chart.plum``."""
    group, _dot, key = name.rpartition(".")
    return _theme(theme)[group or "colours"][key]


def colour(name: str) -> str:
    """Return a colour of the theme (ink, second, line …) as ``#rrggbb``."""
    return _theme()["colours"][name]


def coloured(text: str, *, bare: bool = False, **others: str) -> str:
    """Fill ``$name`` in a template with the colours of the theme (``bare``: without ``#``) and with ``others``."""
    values = {name: value.lstrip("#") if bare else value for name, value in _theme()["colours"].items()}
    return Template(text).substitute(values, **others)


def mark_colours() -> Mapping[str, str]:
    """Return the eight colours of marks by name."""
    return _theme()["marks"]


def mark_colour(name: str) -> str:
    """Return the colour of a mark; grey for a name that is not known."""
    return mark_colours().get(name, mark_colours()["grey"])
