"""Quotations of a draft: copied, told in other words, summed up, or only thought about."""

from __future__ import annotations

from dataclasses import replace

from corpus.library.core.library import Library
from corpus.library.core.views import chapter_at
from corpus.library.notes.passages import ground_of, marked_words
from corpus.library.notes.quoting import around, place_link, quotation
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.locating import locator_of
from corpus.library.reports.own_words import cited_text
from corpus.library.reports.references import References
from corpus.library.reports.report_items import titled_place
from corpus.model.annotation import AnchorStatus
from corpus.model.draft import DraftItem, DraftSettings
from corpus.model.span import Span
from corpus.report.in_text import place_of_citation
from corpus.report.model import Cited, Group, QuoteItem, TextItem


def passage_item(
    library: Library, item: DraftItem, request: ExportRequest, references: References
) -> QuoteItem | None:
    """Return a passage as a quotation; one whose article is gone keeps its words, without a source."""
    if library.store.article_changes.change_of(item.ref) is None:
        gone = QuoteItem(quote=item.quote, colour="", state=AnchorStatus.ORPHAN.value, lost=True)
        return gone if item.quote else None
    ready = library.texts.get(item.ref)
    ground, status = ground_of(ready, item)
    number = references.number(item.ref)
    if ground is None:
        return QuoteItem(
            quote=item.quote,
            colour="",
            citation=number,
            running=request.running,
            state=status.value,
            lost=True,
        )
    shown = ready.shown(ground)
    before, after = around(ready, shown, request.context)
    return QuoteItem(
        quote=quotation(ready, ground, original_wording=request.original_wording),
        colour="",
        place=titled_place(ready.article.title, chapter_at(ready, ground.start)),
        citation=number,
        locator=item.locator or locator_of(ready, ground, request.locators),
        link=place_link(item.ref, ground),
        before=before,
        after=after,
        running=request.running,
        state=status.value,
        was=marked_words(ready, item, ground),
    )


def quoted_words(library: Library, item: DraftItem, settings: DraftSettings) -> tuple[str, str, str] | None:
    """Return the words of a quotation as a draft prints them, and those before and after that it copies too.

    ``None`` where it has no place, or where its article or note is gone.
    """
    article, ground = _ground(library, item)
    if ground is None:
        return None
    ready = library.texts.get(article)
    original = (item.wording or settings.wording) != "clean"
    words = quotation(ready, ground, original_wording=original)
    return words, *around(ready, ready.shown(ground), item.context or settings.context or "none")


def _ground(library: Library, item: DraftItem) -> tuple[str, Span | None]:
    """Return the article a block quotes, and which span of its original."""
    if item.kind == "annotation":
        note = library.store.annotations.get(item.ref)
        holds = note is not None and (note.region is None or note.region.holds)
        article, ground = (note.article, note.span if holds else None) if note is not None else ("", None)
    else:
        article, ground = item.ref, None
    if library.store.article_changes.change_of(article) is None:
        return article, None
    if item.kind == "passage":
        ground, _status = ground_of(library.texts.get(article), item)
    return article, ground


def own_use(
    library: Library, item: DraftItem, quote: QuoteItem, references: References
) -> tuple[QuoteItem | TextItem, ...]:
    """Return what a person makes of a quotation.

    A quotation is followed by what is said about it; a paraphrase or summary are the person's words with the mark
    behind them; a thought are the person's words alone. Without words of the person the quotation stands.
    """
    words = item.text.strip()
    if not words:
        return (quote,)
    told = cited_text(library, words, references)
    if item.use == "thought":
        return (told,)
    if item.use == "quote":
        return (quote, told)
    if not quote.citation:
        return (told,)
    if any(one.number == quote.citation for group in told.cited for one in group):
        return (replace(told, cited=tuple(_leading(group, quote) for group in told.cited)),)
    mark = (Cited(quote.citation, quote.locator, quote.link),)
    text = _before_the_stop(told.text, place_of_citation(len(told.cited)))
    return (replace(told, text=text, cited=(*told.cited, mark)),)


def _leading(group: Group, quote: QuoteItem) -> Group:
    """Return what a person cited, with the way to the quotation where it is of the same text."""
    return tuple(
        replace(one, link=quote.link) if one.number == quote.citation and not one.link else one
        for one in group
    )


def _before_the_stop(text: str, mark: str) -> str:
    """Return words with a mark before the full stop they end with."""
    return f"{text[:-1]}{mark}{text[-1]}" if text[-1:] in "。.！？!?；;" else text + mark
