"""Citations of the library's articles and of items from a file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.library.core.library import Library
from corpus.model.article import ArticleSummary
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.errors import InputError
from corpus.report.citations import Citation, cite
from corpus.report.model import CitationSystem

DEFAULT_STYLE: Final = "gbt7714-2025-numeric"
"""The edition in force, numbered in the order of citation."""

_NUMBERED: Final = frozenset(
    ["ieee", "nature", "vancouver", "american-medical-association", "science", "cell"]
)
"""CSL styles that number their references."""

Item = Mapping[str, Any]


def system_of(style: str) -> CitationSystem:
    """Return how references are told in the text of a document in ``style``; styles of CSL are by author and date."""
    for system in CitationSystem:
        if style.endswith(system.value):
            return system
    return CitationSystem.NUMERIC if style in _NUMBERED else CitationSystem.AUTHOR_DATE


def cite_items(items: Sequence[Item], style: str) -> tuple[Citation, ...]:
    """Return the citations of CSL-JSON items in their order; UsageError (unknown_style)."""
    return cite(items, style)


def items_of_file(path: Path) -> tuple[Item, ...]:
    """Return the CSL-JSON items of a file; InputError (missing, unreadable, bad_items)."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise InputError("missing", path=str(path)) from error
    except OSError as error:
        raise InputError("unreadable", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise InputError("bad_items", path=str(path), detail=str(error)) from error
    items = found if isinstance(found, list) else [found]
    if not all(isinstance(one, dict) for one in items):
        raise InputError("bad_items", path=str(path), detail="list of objects expected")
    return tuple(items)


def library_items(library: Library, scope: Scope = EVERYTHING) -> tuple[Item, ...]:
    """Return the articles of a scope as CSL-JSON items; repeats are left out."""
    articles = library.store.articles.in_scope(scope)
    return tuple(item_of(one) for one in articles if one.duplicate_of is None)


def item_of(article: ArticleSummary) -> Item:
    """Return an article as a CSL-JSON item with what is known of it; nothing is invented."""
    known = article.metadata
    item: dict[str, Any] = {
        "id": article.id,
        "type": _type(article),
        "title": article.title,
        "language": known.language or "zh-CN",
    }
    if known.author:
        item["author"] = [{"literal": name} for name in re.split(r"[,，;；、]\s*", known.author) if name]
    if known.publisher:
        item["publisher"] = known.publisher
    if known.address:
        item["URL"] = known.address
    date = [int(part) for part in re.findall(r"\d+", known.date)[:3]]
    if date:
        item["issued"] = {"date-parts": [date]}
    return item


def _type(article: ArticleSummary) -> str:
    if article.metadata.address:
        return "webpage"
    return "report" if article.metadata.publisher else "document"
