"""复制链接: what is copied anywhere leads back to where it was copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.library.facts.trends import trends
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles
from corpus.model.link import Link, LinkKind, link_of
from corpus.model.place import Place
from desktop.operations.linking import copy_article_links, copy_links, copy_row_link
from desktop.pages.row_menu import row_menu
from desktop.pages.search.hit_list import NotePlace
from desktop.services.addresses import target_of
from desktop.services.context import Context
from desktop.services.targets import (
    DataTarget,
    DraftsTarget,
    ReaderTarget,
    SearchTarget,
    Target,
)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def target(library: Library) -> Target:
    link = link_of(copied())
    assert link is not None
    return target_of(library, link)


def place(library: Library) -> Place:
    return find_places(library, SearchRequest("社交电商", limit=1)).hits[0].place


def test_that_rows_of_every_kind_have_an_address_that_leads_to_them(reading_context: Context) -> None:
    context, library = reading_context, reading_context.library
    hit = place(library)
    passage = trends(library)[0].passages[0]
    note = annotate(library, hit.article, hit.span).annotation
    figure = statistics(library)[0]
    reader = ReaderTarget(hit.article, hit.span)
    cases: tuple[tuple[object, Target], ...] = (
        (hit, reader),
        (passage, ReaderTarget(passage.place.article, passage.place.span)),
        (NotePlace(hit, note.id), ReaderTarget(hit.article, hit.span, note.id)),
        (figure, DataTarget(figure=figure.statistic.id)),
        (DataTarget(figure=figure.statistic.id), DataTarget(figure=figure.statistic.id)),
    )
    for payload, wanted in cases:
        copy_row_link(context, payload)
        assert target(library) == wanted


def test_that_articles_searches_and_drafts_have_one_too(reading_context: Context) -> None:
    context, library = reading_context, reading_context.library
    first, second = list_articles(library)[:2]
    copy_article_links(context, [first])
    assert target(library) == ReaderTarget(first.id)
    copy_article_links(context, [first, second])
    assert [link_of(one) for one in copied().splitlines()] == [
        Link(LinkKind.ARTICLE, one.id) for one in (first, second)
    ]
    copy_links(context, [Link(LinkKind.SEARCH, "团长 + 社区", mode="words")])
    assert target(library) == SearchTarget("团长 + 社区", "words")
    draft = new_draft(library, "渡口论")
    copy_links(context, [Link(LinkKind.DRAFT, draft.id)])
    assert target(library) == DraftsTarget(draft=draft.id)


def test_that_nothing_chosen_leaves_the_clipboard_alone(reading_context: Context) -> None:
    QGuiApplication.clipboard().setText("我的话")
    copy_row_link(reading_context, None)
    assert copied() == "我的话"
    assert reading_context.notices.latest is not None
    assert reading_context.notices.latest.text == "请先选中要链接的一条"


def test_that_the_menu_of_a_row_opens_puts_in_and_links(reading_context: Context) -> None:
    owner = QWidget()
    opened: list[object] = []
    hit = place(reading_context.library)
    menu = row_menu(reading_context, owner, hit, opened.append)
    assert [one.text() for one in menu.actions()] == ["打开", "加入文稿", "复制链接"]
    menu.actions()[0].trigger()
    menu.actions()[2].trigger()
    assert opened == [hit]
    assert target(reading_context.library) == ReaderTarget(hit.article, hit.span)
