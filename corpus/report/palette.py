"""The colours of reports: those of the light theme, as paper is white."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template


@cache
def _theme() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("resources").joinpath("themes/light.json").read_text(encoding="utf-8")
    return {table: values for table, values in json.loads(text).items() if isinstance(values, dict)}


def colour(name: str) -> str:
    """Return a colour as ``#rrggbb``, by its name (ink, second, line …) or, for charts, as ``chart.plum``."""
    group, _dot, key = name.rpartition(".")
    return _theme()[group or "colours"][key]


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
