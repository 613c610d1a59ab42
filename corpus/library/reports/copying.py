"""Copying passages with their citation, as plain and as rich text, and the address of a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.notes.quoting import place_link, quotation
from corpus.library.reports.citing import DEFAULT_STYLE
from corpus.library.reports.locating import locator_of
from corpus.library.reports.references import References
from corpus.model.span import Span
from corpus.report.clipboard import clipboard_html, clipboard_text, marked_html, marked_text
from corpus.report.model import QuoteItem

_FIRST_HAND: Final = "一手资料"
"""What the heading of a chapter is called that names the sources an article is made of."""
_IN_TEXT: Final = "gbt7714-2025-author-date"


@dataclass(frozen=True, slots=True)
class Clipboard:
    """A passage with its citation, for programs that take plain text and for those that take HTML.

    ``first_hand`` are the sources to cite in place of a pack's article, as the pack names them.
    """

    plain: str
    html: str
    first_hand: tuple[str, ...] = ()


def copy_with_citation(library: Library, article_id: str, span: Span) -> Clipboard:
    """Return a span of an article's clean text as a quotation with its full citation."""
    ready = library.texts.get(article_id)
    quote = quotation(ready, ready.offsets.to_original(span))
    citation = References(library, DEFAULT_STYLE).citation(article_id)
    item = QuoteItem(quote=quote, citation=1)
    return Clipboard(clipboard_text(item, citation), clipboard_html(item, citation), first_hand(ready))


def copy_with_mark(library: Library, article_id: str, span: Span) -> Clipboard:
    """Return a span of an article's clean text as a quotation with author, year and page: （艾媒咨询，2018：12）."""
    ready = library.texts.get(article_id)
    ground = ready.offsets.to_original(span)
    cited = References(library, _IN_TEXT).alone(article_id)
    page = locator_of(ready, ground)
    mark = f"{cited.mark[:-1]}{cited.joint}{page}{cited.mark[-1]}" if page else cited.mark
    item = QuoteItem(quote=quotation(ready, ground), citation=1)
    return Clipboard(marked_text(item, mark), marked_html(item, mark), first_hand(ready))


def entries_of(library: Library, articles: Iterable[str]) -> tuple[str, ...]:
    """Return the full citations of articles, each once; an article that is gone meanwhile has none."""
    references = References(library, DEFAULT_STYLE)
    known = (
        one for one in dict.fromkeys(articles) if library.store.article_changes.change_of(one) is not None
    )
    return tuple(dict.fromkeys(references.citation(one) for one in known))


def first_hand_of(library: Library, articles: Iterable[str]) -> tuple[str, ...]:
    """Return the first-hand sources that those of some articles name that a pack brought, each once."""
    known = (
        one for one in dict.fromkeys(articles) if library.store.article_changes.change_of(one) is not None
    )
    return tuple(dict.fromkeys(source for one in known for source in first_hand(library.texts.get(one))))


def first_hand(ready: ArticleText) -> tuple[str, ...]:
    """Return the first-hand sources an article of a pack names, nothing for every other article."""
    if not ready.article.summary.pack:
        return ()
    headings = ready.article.headings
    for number, heading in enumerate(headings):
        if _FIRST_HAND in heading.text:
            end = headings[number + 1].start if number + 1 < len(headings) else len(ready.article.original)
            shown = ready.shown(Span(heading.start, end)).of(ready.clean)
            lines = (line.strip().lstrip("-*·• ").strip() for line in shown.splitlines()[1:])
            return tuple(line for line in lines if line)
    return ()


def link_to(library: Library, article_id: str, span: Span) -> str:
    """Return the ``yinde://`` address of a span of an article's clean text."""
    ready = library.texts.get(article_id)
    return place_link(article_id, ready.offsets.to_original(span))
