"""The printed page numbers of an article's file: what holds, what was proposed, and a person's correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.model.errors import UsageError
from corpus.model.numbering import PageStretch
from corpus.store.database.changes import Changes


@dataclass(frozen=True, slots=True)
class PageNumbering:
    """How the pages of a file are numbered in print.

    ``stretches`` hold now, ``proposed`` came of reading the file; ``corrected`` is a person's, ``None`` where there
    is none. ``pages`` are the pages of the article in the file, the first and the last.
    """

    source: str
    pages: tuple[int, int]
    stretches: tuple[PageStretch, ...]
    proposed: tuple[PageStretch, ...]
    corrected: tuple[PageStretch, ...] | None = None


def page_numbering(library: Library, article_id: str) -> PageNumbering:
    """Return how the pages of an article's file are numbered; UsageError (no_pages) where it has none."""
    article = library.texts.get(article_id).article
    numbers = [int(one.number) for one in article.pages if one.number.isdecimal()]
    source = article.summary.source
    if not numbers or library.store.sources.format_of(source) != "pdf":
        raise UsageError("no_pages", title=article.title)
    proposed = library.store.page_numbers.proposed(source)
    corrected = library.store.page_numbers.corrected(source)
    stretches = proposed if corrected is None else corrected
    return PageNumbering(source, (min(numbers), max(numbers)), stretches, proposed, corrected)


def number_pages(library: Library, article_id: str, stretches: Sequence[PageStretch] | None) -> PageNumbering:
    """Correct the printed numbers of an article's file, or with ``None`` go back to what is proposed.

    They hold for all articles of the file. Returns how it was numbered before, to be given back.
    """
    before = page_numbering(library, article_id)
    listed = library.store.articles.summaries(source=before.source)
    with library.store.transaction(Changes(pages=frozenset(one.id for one in listed))):
        library.store.page_numbers.correct(before.source, stretches)
    return before
