"""What is said of sentences that were left unread: to whoever keeps the log, and to the person at hand."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from corpus.model.article import ArticleSummary
from corpus.model.caution import Caution
from corpus.model.unread import Unread

_log = logging.getLogger(__name__)

_NAMED: Final = 3
"""Sentences of an article that are told in their words."""


def tell_unread(article: ArticleSummary, unread: Sequence[Unread]) -> tuple[Caution, ...]:
    """Log what of an article was left unread, a fault of the program each time; return what its person is told."""
    for one in unread:
        _log.warning("left unread: %s %d–%d: %s", article.id, one.span.start, one.span.end, one.fault)
    caution = unread_caution(article.title, unread)
    return () if caution is None else (caution,)


def unread_caution(title: str, unread: Sequence[Unread]) -> Caution | None:
    """Return what the person is told of an article some of which was left unread, ``None`` where nothing was."""
    if not unread:
        return None
    if any(one.whole for one in unread):
        return Caution("unread_article", {"title": title})
    told = "".join(f"“{one.text}”" for one in unread[:_NAMED])
    return Caution(
        "unread_sentence", {"title": title, "n": len(unread), "text": told + "…" * (len(unread) > _NAMED)}
    )
