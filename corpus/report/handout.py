"""The preset 对外提交: what leaves the house names no place, path or person of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.report.model import (
    FigureItem,
    Group,
    Preset,
    QuoteItem,
    Report,
    ReportItem,
    ReportSection,
    TableItem,
    TextItem,
)
from index.lazy_pattern import LazyPattern

_DECIDED: Final = frozenset({"confirmed", "edited"})
"""What others may see of how far a figure was checked: what is still to be done is said before it leaves."""
_LINK: Final = LazyPattern(r"!?\[([^\]]*)\]\(\s*<?(?:yinde|file)://[^)]*\)", re.IGNORECASE)
_ADDRESS: Final = LazyPattern(r"<?(yinde|file):/+[^\s<>()（）“”，。；]*>?", re.IGNORECASE)
_PATH: Final = LazyPattern(
    r"(?<![\w:/.])(?:[A-Za-z]:[\\/]|\\\\|~/|/(?:home|Users|root|tmp|mnt|media|var|opt|private|Volumes)/)"
    r"[^\s<>|\"*?，。；（）]*"
)


def for_preset(report: Report) -> Report:
    """Return the report as its preset wants it: for a handout without links home, paths, names, private notes.

    The names stay of one that its maker has signed for others.
    """
    if report.preset is Preset.KEEP:
        return report
    return replace(
        report,
        title=without_traces(report.title),
        author=without_traces(report.author) if report.signed else "",
        institution=without_traces(report.institution) if report.signed else "",
        course=without_traces(report.course) if report.signed else "",
        about=tuple(line for line in map(without_traces, report.about) if line),
        sections=_sections(report.sections),
        references=tuple(
            replace(one, text=without_traces(one.text), mark=without_traces(one.mark))
            for one in report.references
        ),
    )


def without_traces(text: str) -> str:
    """Return text without addresses of the library and of files; of a path only the file's name stays."""
    text = _LINK.sub(r"\1", text)
    text = _ADDRESS.sub(lambda match: _name(match[0]) if match[1].lower() == "file" else "", text)
    return _PATH.sub(lambda match: _name(match[0]), text)


def _name(path: str) -> str:
    """Return the last part of a path or address."""
    return re.split(r"[\\/]", path.strip("<>"))[-1]


def _sections(whole: Sequence[ReportSection]) -> tuple[ReportSection, ...]:
    """Return the sections as others may see them; a heading goes where all that stood below it was not theirs."""
    kept: list[ReportSection] = []
    for section in reversed(whole):
        made = _section(section)
        above = bool(kept) and kept[-1].level > section.level
        if made.items or made.level == 1 or above or not section.items:
            kept.append(made)
    return tuple(reversed(kept))


def _section(section: ReportSection) -> ReportSection:
    """Return one section as others may see it."""
    items = (_item(item) for item in section.items)
    return replace(
        section, title=without_traces(section.title), items=tuple(item for item in items if item is not None)
    )


def _item(item: ReportItem) -> ReportItem | None:
    """Return one item as others may see it; ``None`` where nothing of it is theirs."""
    if isinstance(item, QuoteItem):
        if item.private and not item.quote:
            return None
        note = "" if item.private else without_traces(item.note)
        tags = () if item.private else item.tags
        return replace(item, note=note, tags=tags, place=without_traces(item.place), link="")
    if isinstance(item, FigureItem):
        reference, article = without_traces(item.reference), without_traces(item.article)
        caveat = without_traces(item.caveat)
        status = item.status if item.status in _DECIDED else ""
        return replace(item, reference=reference, article=article, caveat=caveat, status=status, link="")
    if isinstance(item, TextItem):
        return replace(item, text=without_traces(item.text), cited=_leading_nowhere(item.cited))
    if isinstance(item, TableItem):
        rows = tuple(tuple(without_traces(cell) for cell in row) for row in item.rows)
        cited = _leading_nowhere(item.cited)
        return replace(item, rows=rows, caption=without_traces(item.caption), cited=cited)
    return replace(item, caption=without_traces(item.caption))


def _leading_nowhere(cited: Sequence[Group]) -> tuple[Group, ...]:
    """Return citations that lead to no place of somebody's own library."""
    return tuple(tuple(replace(one, link="") for one in group) for group in cited)
