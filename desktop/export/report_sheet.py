"""Reports as Qt can show them: the page of an export with a style it understands, for a screen or for paper."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from PySide6.QtGui import QColor, QFont

from desktop.export.sheet_tables import with_tables
from desktop.theme.fonts import interface_font, reading_font
from desktop.theme.tokens import Tokens, load_tokens
from index.lazy_pattern import LazyPattern

_STYLE: Final = LazyPattern(r"<style>.*?</style>", re.DOTALL)
_QUOTE: Final = LazyPattern(r'<blockquote class="quote (\w+)[^"]*">(.*?)</blockquote>', re.DOTALL)
_LED_WORDS: Final = LazyPattern(r'<a\b[^>]*\bclass="place"[^>]*>(.*?)</a>', re.DOTALL)
_HOME_LINK: Final = LazyPattern(r'\s*<a\b[^>]*\bhref="yinde:[^"]*"[^>]*>.*?</a>', re.DOTALL)
_DRAWING: Final = LazyPattern(r"(?<=data:image/svg\+xml;base64,)[A-Za-z0-9+/=]+")
_COLOUR: Final = LazyPattern(r"#[0-9a-f]{6}\b")
_CELL: Final = 13
"""The size of words in a table, where a text's is 15."""
_HEADING_BASE: Final = 0.85
_TINT: Final = 0.4
"""How strong a mark lies under the letters; the rest is the ground."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """How a report is set: colours, the size of its text in ``unit``, serif or sans.

    Tables that do not fit a ``line`` of so many units are set smaller; 0: as wide as paper.
    """

    tokens: Tokens
    size: float = 15
    unit: Literal["px", "pt"] = "px"
    face: str = "serif"
    line: float = 0

    def of(self, part: float) -> str:
        """Return a size in relation to the text's, which counts as 15."""
        return f"{self.size * part / 15:.4g}{self.unit}"

    def heading_font(self) -> QFont:
        """Return the font a document must have by itself: Qt sizes headings by it, whatever their style says."""
        font = reading_font(self.face)
        size = self.size * _HEADING_BASE
        if self.unit == "pt":
            font.setPointSizeF(size)
        else:
            font.setPixelSize(round(size))
        return font


def dressed(html: str, look: SheetLook) -> str:
    """Return a report's page as Qt understands it: no variables, borders of quotations as cells, no picture cut."""
    styled = _STYLE.sub(lambda _match: f"<style>{_css(look)}{_marks_css(look.tokens)}</style>", html)
    styled = _DRAWING.sub(partial(_recoloured, look.tokens), styled)
    styled = styled.replace("<img ", '<img style="max-width: 100%" ')
    places = look.line / (look.size * _CELL / 15 / 2)
    return with_tables(_QUOTE.sub(partial(_quote, look.tokens), styled), places, look.of)


def for_paper(html: str) -> str:
    """Return a report's page without links into the library, which paper cannot follow; quoted words stay."""
    return _HOME_LINK.sub("", _LED_WORDS.sub(r"\1", html))


def _quote(tokens: Tokens, match: re.Match[str]) -> str:
    colour = tokens.marks.get(match[1], tokens.colours["line_strong"])
    cells = f'<td width="4" bgcolor="{colour}"></td><td width="12"></td><td class="quoted">{match[2]}</td>'
    form = 'width="100%" cellspacing="0" cellpadding="0" style="margin-top: 10px"'
    return f"<table {form}><tr>{cells}</tr></table>"


def _recoloured(tokens: Tokens, match: re.Match[str]) -> str:
    """Return a drawing in the colours of a theme: reports draw in those of the light one."""
    light = load_tokens("light")
    same = {light.chart[name]: colour for name, colour in tokens.chart.items()}
    same |= {light.colours[name]: colour for name, colour in tokens.colours.items()}
    drawn = base64.b64decode(match[0]).decode()
    return base64.b64encode(_COLOUR.sub(lambda one: same.get(one[0], one[0]), drawn).encode()).decode()


def _css(look: SheetLook) -> str:
    colours, of = look.tokens.colours, look.of
    text = ", ".join(f"'{one}'" for one in reading_font(look.face).families())
    sans = ", ".join(f"'{one}'" for one in interface_font().families())
    ink, second, indigo = colours["ink"], colours["second"], colours["indigo"]
    return (
        f"body {{ font-family: {text}; font-size: {of(15)}; color: {ink}; line-height: 160%; }}"
        f"h1, h2, h3, h4, h5, h6, th, td {{ font-family: {sans}; line-height: 130%; }}"
        f"h1 {{ font-size: {of(22)}; margin-top: 0; margin-bottom: 4px; }}"
        f"h2 {{ font-size: {of(17)}; margin-top: 24px; margin-bottom: 8px; }}"
        f"h3, h4, h5, h6 {{ font-size: {of(15)}; margin-top: 16px; margin-bottom: 6px; }}"
        f"h4, h5, h6 {{ font-size: large; }} p {{ margin: 0 0 4px 0; }}"
        f".meta, .source, .tags, .about, .caption {{ font-family: {sans}; font-size: {of(12)}; }}"
        f".meta, .source, .tags, .about, .caption {{ color: {second}; }}"
        f".tablecaption {{ font-family: {sans}; font-size: {of(12)}; }}"
        f".caption, .tablecaption, .picture {{ text-align: center; }}"
        f".source, .tags {{ margin-left: 16px; }} .note {{ margin: 4px 0 4px 16px; font-size: {of(14)}; }}"
        f".subhead {{ font-family: {sans}; font-size: {of(13)}; font-weight: 600; margin-top: 10px; }}"
        f".around {{ color: {second}; }} a {{ color: {indigo}; text-decoration: none; }}"
        f"a.place {{ color: {ink}; }}"
        f"th {{ font-size: {of(12)}; color: {second}; text-align: left; }} td {{ font-size: {of(_CELL)}; }}"
        f".whole {{ white-space: nowrap; }} .wide th, .wide td {{ font-size: {of(11)}; }}"
        f".quoted, .quoted p {{ font-family: {text}; font-size: {of(15)}; line-height: 160%; }}"
        f".sentence, .reference {{ font-size: {of(14)}; }} .picture {{ line-height: 100%; }}"
        f"sup {{ font-family: {sans}; font-size: {of(14)}; color: {colours['ink']}; }}"
        f"code, pre {{ font-family: {sans}; font-size: {of(13.5)}; background-color: {colours['pressed']}; }}"
        f"th {{ border-bottom: 1px solid {colours['line_strong']}; }} ul, ol {{ margin-top: 0; margin-bottom: 4px; }}"
    )


def _marks_css(tokens: Tokens) -> str:
    """Return the grounds and lines of marks in running text."""
    ground = QColor(tokens.colours["paper"])
    rules = (
        f".mark.{name} {{ background-color: {_between(ground, QColor(colour))}; }}"
        for name, colour in tokens.marks.items()
    )
    return "".join(rules) + ".underlined { text-decoration: underline; }"


def _between(ground: QColor, colour: QColor) -> str:
    parts = zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]  # numbers, which Qt does not say
    return QColor(*(round(low + (high - low) * _TINT) for low, high in parts)).name()
