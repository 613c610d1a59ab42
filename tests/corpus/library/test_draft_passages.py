"""Passages in drafts: in which words they leave, with which page, and what is told of those that stand no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.corrections.repairing import ledger
from corpus.library.intake.importing import import_paths
from corpus.library.notes.passages import ground_of, passage, sentence_passage
from corpus.library.reports.drafting import draft_sections
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.model.annotation import AnchorStatus
from corpus.model.draft import Draft, DraftItem
from corpus.model.edit import RepairClass
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.report.model import QuoteItem


def quoted(library: Library, item: DraftItem, **asked: object) -> QuoteItem:
    request = replace(ExportRequest("html", Path("out.html"), what="report"), **asked)  # type: ignore[arg-type]
    references = References(library, "gbt7714-2025-numeric")
    (section,) = draft_sections(library, Draft("d", "稿", items=(item,)), request, references)
    (made,) = section.items
    assert isinstance(made, QuoteItem)
    return made


@pytest.fixture
def repaired(library: Library, noisy_page: Path) -> tuple[DraftItem, str]:
    """Return a sentence in which a word was put right, and how it was written."""
    for article in import_paths(library, [noisy_page]).sources[0].articles:
        ready = library.texts.get(article.id)
        for shown in ledger(library, article.id):
            if shown.edit.repair_class is RepairClass.WORDING and shown.edit.applied:
                sentence = next(one for one in ready.sentences if one.contains(shown.span))
                return passage(library, article.id, sentence), shown.edit.before
    raise LookupError


def test_that_a_passage_leaves_in_the_words_of_the_original_or_put_right(
    library: Library, repaired: tuple[DraftItem, str]
) -> None:
    item, before = repaired
    own, clean = quoted(library, item), quoted(library, item, original_wording=False)
    assert before in own.quote
    assert before not in clean.quote
    ready = library.texts.get(item.ref)
    assert clean.quote == ready.shown(Span(item.start, item.end)).of(ready.clean)


@pytest.mark.parametrize("added", ["", "卷首添了一段话，后面的都往后移。\n\n", "短短的一句。\n\n" * 9])
def test_that_of_words_said_several_times_those_are_meant_that_were_marked(
    library: Library, tmp_path: Path, added: str
) -> None:
    parts = [
        f"第{n}段开头说的是别的事，长长的一句话。人人都说好。第{n}段末尾又说了一句长长的话。"
        for n in "一二三四五"
    ]
    path = tmp_path / "说好.txt"
    path.write_text("说好\n\n" + "\n\n".join(parts), encoding="utf-8")
    article = import_paths(library, [path]).sources[0].articles[0].id
    clean = library.texts.get(article).clean
    starts = [at for at in range(len(clean)) if clean.startswith("人人都说好。", at)]
    items = [passage(library, article, Span(at, at + 6)) for at in starts]
    path.write_text("说好\n\n" + added + "\n\n".join(parts), encoding="utf-8")
    import_paths(library, [path])
    shift = len(added)
    for item in items:
        span, status = ground_of(
            library.texts.get(article), replace(item, start=item.start + shift, end=item.end + shift)
        )
        assert (span, status) == (Span(item.start + shift, item.end + shift), AnchorStatus.PLACED)
        near, _ = ground_of(
            library.texts.get(article), replace(item, start=item.start + shift + 2, end=item.end + shift)
        )
        assert near == span
    gone, status = ground_of(library.texts.get(article), replace(items[0], quote="从来没有写过的话"))
    assert (gone, status) == (None, AnchorStatus.ORPHAN)


def test_that_a_passage_tells_the_page_a_person_gave_or_where_it_stands(
    library: Library, repaired: tuple[DraftItem, str]
) -> None:
    item, _ = repaired
    assert quoted(library, replace(item, locator="十二")).locator == "十二"
    assert quoted(library, item, locators="none").locator == ""
    told = quoted(library, item, locators="paragraph").locator
    assert told.startswith("第")
    assert told.endswith("段")


def test_that_a_passage_comes_with_what_stands_around_it_as_asked(
    library: Library, repaired: tuple[DraftItem, str]
) -> None:
    item, _ = repaired
    ready = library.texts.get(item.ref)
    middle = replace(passage(library, item.ref, Span(ready.sentences[3].start, ready.sentences[3].start + 4)))
    alone, whole = quoted(library, middle, context="none"), quoted(library, middle, context="sentence")
    assert (alone.before, alone.after) == ("", "")
    assert whole.after
    assert whole.quote + whole.after == ready.sentences[3].of(ready.clean)
    assert (alone.state, alone.lost, alone.citation) == ("placed", False, 1)


def test_that_a_passage_whose_article_is_gone_keeps_its_words(library: Library) -> None:
    gone = quoted(library, DraftItem("passage", "nowhere", quote="从前的一句话", start=0, end=6))
    assert (gone.quote, gone.lost, gone.link, gone.citation) == ("从前的一句话", True, "", 0)


def test_that_a_span_without_words_is_told_with_how_long_the_text_is(
    library: Library, repaired: tuple[DraftItem, str]
) -> None:
    ready = library.texts.get(repaired[0].ref)
    length = len(ready.clean)
    blank = ready.clean.index("\n")
    for make, span in ((passage, Span(length, length + 3)), (sentence_passage, Span(blank, blank + 1))):
        with pytest.raises(UsageError) as caught:
            make(library, ready.article.id, span)
        assert caught.value.kind == "bad_span"
        assert caught.value.values == {"start": span.start, "end": span.end, "length": length}
