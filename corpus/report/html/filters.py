"""Choosing notes and marks of a page by colour and tag, with style alone: no script runs in it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final, TypeAlias

from corpus.report.model import QuoteItem, Report

_CHOSEN: Final = ":is(.item, .sign)"
"""A note, and the sign in the text that leads to it."""
TagSet: TypeAlias = "tuple[str, ...]"
"""The tags of an item, each once, sorted."""


def filters(report: Report) -> tuple[str, str]:
    """Return the switches of a page and the rules that follow them; nothing where there is nothing to choose."""
    colours, tags = _colours(report), _tags(report)
    entries = [
        (f"c-{name}", f'<span class="mark {name}">{escape(report.labels.name(name))}</span>')
        for name in colours
    ]
    entries += [(f"t-{number}", escape(f"#{tag}")) for number, tag in enumerate(tags)]
    if not entries:
        return "", ""
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{key}" checked> {words}</label>' for key, words in entries
    )
    hidden = [
        f"body:has(#show-c-{name}:not(:checked)) {_CHOSEN}.c-{name} {{ display: none; }}" for name in colours
    ]
    hidden += [
        f"body{''.join(f':has(#show-t-{tags.index(tag)}:not(:checked))' for tag in one)} {_CHOSEN}.s-{number} "
        "{ display: none; }"
        for number, one in enumerate(tag_sets(report))
    ]
    hidden += [
        f"body:has(#show-c-{name}:not(:checked)) :is(.mark, .underlined).{name} "
        "{ background: none; border-bottom: none; }"
        for name in colours
    ]
    switches = f'<div class="filters">{escape(report.labels.filters + report.labels.colon)}{boxes}</div>\n'
    return switches, "\n".join(hidden) + "\n"


def filter_classes(item: QuoteItem, sets: Sequence[TagSet]) -> str:
    """Return the classes by which an item is chosen: its colour, and its tags together.

    It is hidden with its colour, or when all its tags are off. ``sets`` are those of the report, told once for all.
    """
    names = [f"c-{item.colour}"] if item.colour else []
    names += [f"s-{sets.index(_tag_set(item))}"] if item.tags else []
    return "".join(f" {escape(name)}" for name in names)


def _quotes(report: Report) -> list[QuoteItem]:
    return [item for item in report.items() if isinstance(item, QuoteItem)]


def _colours(report: Report) -> list[str]:
    """Return the colours of notes and of marks, in the order in which they come."""
    marked = [] if report.marking is None else [one.colour for one in report.marking.marks]
    return list(dict.fromkeys([*marked, *(one.colour for one in _quotes(report) if one.colour)]))


def _tags(report: Report) -> list[str]:
    return sorted({tag for one in _quotes(report) for tag in one.tags})


def _tag_set(item: QuoteItem) -> TagSet:
    return tuple(sorted(set(item.tags)))


def tag_sets(report: Report) -> list[TagSet]:
    """Return the different sets of tags that items have."""
    return sorted({_tag_set(one) for one in _quotes(report) if one.tags})
