"""A person's Markdown as safe HTML, and plain text made safe for Markdown."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final

import nh3

from corpus.report.markdown_rules import html_of
from index.lazy_pattern import LazyPattern

_TAGS: Final = frozenset(
    [
        "a", "b", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p", "pre",
        "s", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    ]
)  # fmt: skip
_SCHEMES: Final = frozenset(["http", "https", "mailto", "yinde"])
_DEEPEST: Final = 12
"""Levels of nesting that every writer sets; beyond some sixty they give up."""
_MOST_OPENED: Final = 1000
"""Brackets of a text, for what opens and never closes is looked for to the end again and again."""
_LONGEST: Final = 300_000
_MOST_RULED: Final = 200
"""Headings and rules of a text, for at each all that follows is taken apart anew."""
_RULED: Final = LazyPattern(r"^[ \t]*(?:#|=+[ \t]*$|(?:[-*_][ \t]*)+$)", re.MULTILINE)
_MOST_MARKED: Final = 4000
"""Marks of emphasis, of code and of cells of a text, for each is a box of its own to whoever lays it out."""
_MOST_OPEN: Final = 100
"""Signs of emphasis that may stand open at once, for each pair of them is a level of nesting."""
_EMPHASIS: Final = LazyPattern(r"[*_]+")
_PARAGRAPH: Final = LazyPattern(r"\n[ \t]*\n")
_PREFIX: Final = LazyPattern(r"^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))+", re.MULTILINE)
_MARK: Final = LazyPattern(r">|[-*+]|\d+[.)]")
_HEADING: Final = LazyPattern(r"<(/?)h([1-6])>")
_TAG: Final = LazyPattern(r"<[^>]*>")
_LINE_END: Final = LazyPattern(r"<br\s*/?>|</(?:p|li|h\d|tr|pre|blockquote)>")
_CELL_END: Final = LazyPattern(r"</t[dh]>")
_SIDE: Final = LazyPattern(r"\s*text-align:\s*(right|center)\s*;?\s*")
_MARKS: Final = LazyPattern(r"([\\`*_\[\]<>|~$#]|&(?=#?[0-9A-Za-z]+;))")
_LINE_START: Final = LazyPattern(r"^(\s*)(?:([-+])(?=\s)|(\d+)([.)])(?=\s)|(=+|-+)\s*$)", re.MULTILINE)


def is_too_deep(text: str) -> bool:
    """Tell whether Markdown is nested deeper, or opens more, than can be set: it is then told without its form."""
    if len(text) > _LONGEST or text.count("[") > _MOST_OPENED or text.count("<") > _MOST_OPENED:
        return True
    if sum(1 for _ in _RULED.finditer(text)) > _MOST_RULED:
        return True
    if (
        text.count("`") + text.count("|") + text.count("~~") + sum(1 for _ in _EMPHASIS.finditer(text))
        > _MOST_MARKED
    ):
        return True
    if any(_open_at_once(one) > _MOST_OPEN for one in _PARAGRAPH.split(text)):
        return True
    return any(_depth(found[0]) > _DEEPEST for found in _PREFIX.finditer(text))


def _open_at_once(paragraph: str) -> int:
    """Return how many signs of emphasis stand open at most; what stands between words opens or closes."""
    most = opened = 0
    for found in _EMPHASIS.finditer(paragraph):
        before, behind = (
            paragraph[max(0, found.start() - 1) : found.start()],
            paragraph[found.end() : found.end() + 1],
        )
        if opened and before.strip():
            opened = max(0, opened - len(found[0]))
        elif behind.strip():
            opened += len(found[0])
            most = max(most, opened)
    return most


def _depth(prefix: str) -> int:
    """Return how deep a line is nested that begins with ``prefix``: its marks, and two blanks for a level."""
    marks = len(_MARK.findall(prefix))
    indented = prefix.expandtabs(4)
    return 0 if not marks else marks + (len(indented) - len(indented.lstrip(" "))) // 2


def note_html(text: str) -> str:
    """Return Markdown as an HTML fragment without scripts, images, styles or headings above the third level.

    What ``is_too_deep`` comes as its lines, without their nesting.
    """
    if not text.strip():
        return ""
    if is_too_deep(text):
        lines = (escape(_PREFIX.sub("", line, count=1)) for line in text.splitlines())
        return f"<p>{'<br>'.join(line for line in lines if line.strip())}</p>"
    lowered = _HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + 3)}>", html_of(text))
    return nh3.clean(
        lowered,
        tags=set(_TAGS),
        attributes={"a": {"href"}, "td": {"style"}, "th": {"style"}},
        url_schemes=set(_SCHEMES),
        attribute_filter=_only_sides,
        link_rel=None,
    )


def _only_sides(tag: str, attribute: str, value: str) -> str | None:
    """Let cells keep the side their column stands at, and nothing else of a style."""
    if (attribute, tag in {"td", "th"}) != ("style", True):
        return value
    side = _SIDE.fullmatch(value)
    return f"text-align: {side[1]}" if side else None


def plain_words(text: str) -> str:
    """Return what Markdown says without its form, a line for each paragraph, entry or row: for a cell of a table."""
    lines = _TAG.sub("", _CELL_END.sub(" ", _LINE_END.sub("\n", note_html(text)))).splitlines()
    return "\n".join(line.strip() for line in map(unescape, lines) if line.strip())


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
