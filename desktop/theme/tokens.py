"""The named colours of a theme, read from its file; ``window.qss`` and the code name them.

JSON, because Qt for Python has loaded its reader already, and the window waits for these colours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

THEMES: Final = ("light", "sepia", "dark")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: ``colours`` by role, ``chart`` in drawing order, ``marks`` by annotation colour (#rrggbb)."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    chart: Mapping[str, str]
    marks: Mapping[str, str]

    def colour(self, name: str) -> str:
        """Return a colour (#rrggbb) by name, ``chart.plum`` and ``marks.yellow`` included; KeyError when unknown."""
        group, _dot, key = name.rpartition(".")
        return {"": self.colours, "chart": self.chart, "marks": self.marks}[group][key]


@cache
def load_tokens(name: str) -> Tokens:
    """Return the theme called ``name`` (one of ``THEMES``)."""
    text = (resources.files("resources") / "themes" / f"{name}.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return Tokens(
        name=data["name"],
        dark=data["dark"],
        colours=data["colours"],
        chart=data["chart"],
        marks=data["marks"],
    )
