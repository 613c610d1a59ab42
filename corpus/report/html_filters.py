"""Choosing notes and marks of a page by colour and tag, with style alone: no script runs in it."""

from __future__ import annotations

from html import escape

from corpus.report.model import QuoteItem, Report


def filters(report: Report) -> tuple[str, str]:
    """Return the switches of a page and the rules that follow them; nothing where there is nothing to choose."""
    colours, tags = _colours(report), _tags(report)
    entries = [(f"c-{name}", report.labels.name(name)) for name in colours]
    entries += [(f"t-{number}", f"#{tag}") for number, tag in enumerate(tags)]
    if not entries:
        return "", ""
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{key}" checked> {escape(words)}</label>'
        for key, words in entries
    )
    hidden = [
        f"body:has(#show-{key}:not(:checked)) .item.{key} {{ display: none; }}" for key, _words in entries
    ]
    hidden += [
        f"body:has(#show-c-{name}:not(:checked)) :is(.mark, .underlined).{name} "
        "{ background: none; border-bottom: none; }"
        for name in colours
    ]
    switches = f'<div class="filters">{escape(report.labels.filters + report.labels.colon)}{boxes}</div>\n'
    return switches, "\n".join(hidden) + "\n"


def filter_classes(report: Report, item: QuoteItem) -> str:
    """Return the classes by which an item is chosen."""
    tags = _tags(report)
    names = [f"c-{item.colour}"] if item.colour else []
    names += [f"t-{tags.index(tag)}" for tag in item.tags]
    return "".join(f" {escape(name)}" for name in names)


def _quotes(report: Report) -> list[QuoteItem]:
    return [item for item in report.items() if isinstance(item, QuoteItem)]


def _colours(report: Report) -> list[str]:
    """Return the colours of notes and of marks, in the order in which they come."""
    marked = [] if report.marking is None else [one.colour for one in report.marking.marks]
    return list(dict.fromkeys([*marked, *(one.colour for one in _quotes(report) if one.colour)]))


def _tags(report: Report) -> list[str]:
    return sorted({tag for one in _quotes(report) for tag in one.tags})
