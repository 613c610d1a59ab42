"""Articles as CSL-JSON items: what is known of each as a publication; nothing is invented."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from corpus.model.article import ArticleSummary
from corpus.model.record import Record, type_of
from corpus.text.characters import letters_alone
from corpus.text.tongue import tongue_of

Item = Mapping[str, Any]

_WEB: Final = frozenset(["webpage", "post", "post-weblog"])


def item_of(article: ArticleSummary, record: Record | None = None) -> dict[str, Any]:
    """Return an article as a CSL-JSON item.

    A web page was looked at on the day it was taken in, unless its record says otherwise.
    """
    known = {} if record is None else dict(record.item)
    kind = type_of(known) if known else _type(article)
    title = _title(article.title, record)
    told = tongue_of(title)
    language = {"language": told} if told else {}
    item: dict[str, Any] = {**language, **known, "id": article.id, "type": kind, "title": title}
    issued = item.get("issued")
    if isinstance(issued, dict) and not issued.get("date-parts"):
        del item["issued"]
    if kind in _WEB and item.get("URL") and not item.get("accessed"):
        item["accessed"] = {"date-parts": [[int(part) for part in article.added[:10].split("-")]]}
    return item


def _title(shown: str, record: Record | None) -> str:
    """Return the title a person gave, else the one the text states, else the one it is listed under.

    Where the stated and the listed one differ by blanks and marks alone, the listed one has been put right.
    """
    stated = "" if record is None else str(record.item.get("title", ""))
    if record is not None and "title" in record.corrected and stated:
        return stated
    return shown if not stated or letters_alone(stated) == letters_alone(shown) else stated


def _type(article: ArticleSummary) -> str:
    if article.metadata.address:
        return "webpage"
    return "report" if article.metadata.publisher else "document"
