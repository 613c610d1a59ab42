"""How a block of a report is marked for each kind of document: CSS class, named style or Typst properties."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from html import escape
from typing import Final

from corpus.report.palette import colour, mark_colour


class Dialect(Enum):
    """What a fragment is for: a page with CSS, office formats with named styles, Typst with its properties."""

    PAGE = "page"
    OFFICE = "office"
    TYPST = "typst"


_SMALL: Final = {"text:size": "8.5pt", "text:fill": 'rgb("SECOND")', "above": "0.6em", "below": "0.8em"}
_TYPST: Final[Mapping[str, Mapping[str, str]]] = {
    "quote": {
        "stroke": '(left: 3pt + rgb("MARK"))', "inset": "(x: 1.4em, y: 2pt)", "width": "100%",
        "above": "1.2em", "below": "0.9em",
    },
    "source": {**_SMALL, "inset": "(left: 15pt)"},
    "tags": {**_SMALL, "inset": "(left: 15pt)"},
    "note": {
        "text:size": "9.5pt", "fill": 'rgb("WINDOW")', "inset": "(x: 8pt, y: 7pt)", "radius": "3pt",
        "width": "100%", "above": "0.9em", "below": "0.9em",
    },
    "about": {"text:size": "9.5pt", "text:fill": 'rgb("SECOND")', "above": "0.7em", "below": "0.7em"},
    "subhead": {
        "text:size": "9pt", "text:weight": '"bold"', "text:font": "sans", "above": "1.4em", "below": "0.8em",
        "sticky": "true",
    },
    "sentence": {"text:size": "9.5pt", "above": "0.8em", "below": "0.8em"},
    "picture": {"width": "100%", "above": "1.2em", "below": "0.6em", "sticky": "true"},
    "caption": {"text:size": "8.5pt", "text:fill": 'rgb("SECOND")', "above": "0.9em", "below": "1.6em"},
    "tablecaption": {"text:size": "9pt", "text:font": "sans", "above": "1.8em", "below": "0.5em", "sticky": "true"},
    "reference": {"text:size": "9.5pt", "above": "0.8em", "below": "0.8em"},
}  # fmt: skip
_CENTRED: Final = frozenset({"caption", "tablecaption"})
"""What stands in the middle of a page: Typst's blocks know no alignment, so the prelude aligns what bears the label."""


def attributes(dialect: Dialect, style: str, mark: str = "") -> str:
    """Return the attributes of a block in ``style``; ``mark`` is the colour of a quotation."""
    if dialect is Dialect.PAGE:
        return f' class="{" ".join(filter(None, (style, escape(mark))))}"'
    if dialect is Dialect.OFFICE:
        return f' data-custom-style="{style_name(style, mark)}"'
    values = {key: _coloured(value, mark) for key, value in _TYPST[style].items()}
    label = ' id="centred"' if style in _CENTRED else ""
    return label + "".join(f' data-typst:{key}="{escape(value)}"' for key, value in values.items())


def led_look(words: str, dialect: Dialect) -> str:
    """Return words of a link dressed like those around it; on a page its class does that."""
    if dialect is Dialect.OFFICE:
        return f'<span data-custom-style="{style_name("cited")}">{words}</span>'
    if dialect is Dialect.TYPST:
        return f"<span data-typst:text:fill='rgb(\"{colour('ink')}\")'>{words}</span>"
    return words


def style_name(style: str, mark: str = "") -> str:
    """Return the name a style has in office documents."""
    return f"Yinde {style.capitalize()}" + (f" {mark}" if mark else "")


def _coloured(value: str, mark: str) -> str:
    """Put the colours of the theme into a Typst value."""
    value = value.replace("SECOND", colour("second")).replace("WINDOW", colour("window"))
    return value.replace("MARK", mark_colour(mark))
