"""A person's Markdown as safe HTML, and plain text made safe for Markdown."""

from __future__ import annotations

import re
from typing import Final

import markdown
import nh3

_TAGS: Final = frozenset(
    [
        "a", "b", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p", "pre",
        "s", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    ]
)  # fmt: skip
_SCHEMES: Final = frozenset(["http", "https", "mailto", "yinde"])
_HEADING: Final = re.compile(r"<(/?)h([1-6])>")
_MARKS: Final = re.compile(r"([\\`*_\[\]<>|~$#])")
_LINE_START: Final = re.compile(r"^(\s*)(?:([-+])(?=\s)|(\d+)([.)])(?=\s)|(=+|-+)\s*$)", re.MULTILINE)


def note_html(text: str) -> str:
    """Return Markdown as an HTML fragment without scripts, images, styles or headings above the third level."""
    if not text.strip():
        return ""
    made = markdown.markdown(text, extensions=["tables", "fenced_code", "sane_lists", "nl2br"])
    lowered = _HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + 3)}>", made)
    return nh3.clean(
        lowered, tags=set(_TAGS), attributes={"a": {"href"}}, url_schemes=set(_SCHEMES), link_rel=None
    )


def as_markdown(text: str) -> str:
    """Return plain text such that Markdown shows it as it is."""
    escaped = _MARKS.sub(r"\\\1", text)
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    """Escape what would begin a list or underline a heading."""
    blank, sign, number, dot, rule = match.groups()
    if sign:
        return f"{blank}\\{sign}"
    if number:
        return f"{blank}{number}\\{dot}"
    return f"{blank}\\{rule}"
