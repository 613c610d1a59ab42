"""Citations of the library's articles and of items from a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.library.core.items import item_of
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING
from corpus.model.errors import InputError, line_of
from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.references.files import LARGEST, items_of
from corpus.report.citations import NUMBERED, Citation, cite
from corpus.report.model import CitationSystem
from corpus.store.folder.given_files import read_given
from corpus.text.decode import decode

DEFAULT_STYLE: Final = "gbt7714-2025-numeric"
"""The edition in force, numbered in the order of citation."""


Item = Mapping[str, Any]


def system_of(style: str) -> CitationSystem:
    """Return how references are told in the text of a document in ``style``; styles of CSL are by author and date."""
    for system in CitationSystem:
        if style.endswith(system.value):
            return system
    return CitationSystem.NUMERIC if style in NUMBERED else CitationSystem.AUTHOR_DATE


def cite_items(
    items: Sequence[Item], style: str, rules: SchoolRules = AS_THE_EDITION
) -> tuple[Citation, ...]:
    """Return the citations of CSL-JSON items in their order; UsageError (unknown_style)."""
    return cite(items, style, rules)


def items_of_file(path: Path) -> tuple[Item, ...]:
    """Return the CSL-JSON items of a file; InputError (missing, unreadable, limit, bad_items).

    BibTeX, RIS and every other form in which references are taken into the library will do.
    """
    data = read_given(path, LARGEST)
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        text = decode(data).text
        if text.lstrip("\ufeff \t\r\n")[:1] not in ("[", "{") and (others := items_of(text, str(path))):
            return others
        raise InputError("bad_items", path=str(path), detail="JSON", n=line_of(error)) from error
    items = found if isinstance(found, list) else [found]
    if not all(isinstance(one, dict) for one in items):
        raise InputError("bad_items", path=str(path), detail="list")
    return tuple(items)


def library_items(library: Library) -> tuple[Item, ...]:
    """Return the articles of the library as CSL-JSON items; repeats are left out."""
    articles = [one for one in library.store.articles.in_scope(EVERYTHING) if one.duplicate_of is None]
    records = library.store.records.of(one.id for one in articles)
    return tuple(item_of(one, records.get(one.id)) for one in articles)


def article_item(library: Library, article: str) -> Item:
    """Return one article as a CSL-JSON item."""
    return item_of(library.texts.get(article).article.summary, library.store.records.get(article))
