"""``yinde:`` addresses lead to articles, places, notes, figures, drafts and searches, or are said to lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.commands.parsing import parse
from corpus.library.facts.statistics import statistics
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles
from corpus.library.reports.copying import link_to
from corpus.model.link import Link, LinkKind, link_of
from corpus.model.span import Span
from desktop.services.addresses import open_address
from desktop.services.targets import (
    DataTarget,
    DraftsTarget,
    NotesTarget,
    ReaderTarget,
    SearchTarget,
    Target,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.context import Context
    from desktop.services.navigation import PageState


class Stops:
    """Keeps where one went."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self.context, self._qtbot = context, qtbot
        self.gone: list[Target] = []
        context.navigator.attach(self)

    def show_target(self, target: Target, _state: PageState | None) -> None:
        self.gone.append(target)

    def page_state(self, _key: str) -> PageState:
        return {}

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.context.at_rest)


@pytest.fixture
def stops(reading_context: Context, qtbot: QtBot) -> Stops:
    return Stops(reading_context, qtbot)


spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda two: Span(min(two), max(two)))


@given(
    st.sampled_from(LinkKind),
    st.text(min_size=1, max_size=30).filter(lambda one: one.strip(" /") == one),
    spans,
)
def test_an_address_says_the_same_when_it_is_read_back(kind: LinkKind, key: str, span: Span) -> None:
    link = Link(kind, key, span if kind is LinkKind.ARTICLE else None)
    assert link_of(link.address) == link


@pytest.mark.parametrize(
    "text",
    ["", "yinde:", "yinde://", "yinde://nowhere/1", "https://a.b/c", "yinde://article/", "yinde://search?q="],
)
def test_what_is_no_address_of_ours_leads_nowhere(text: str) -> None:
    assert link_of(text) is None


def test_every_kind_of_address_leads_to_its_page(stops: Stops) -> None:
    library = stops.context.library
    article = list_articles(library)[2].id
    note = annotate(library, article, Span(30, 40)).annotation.id
    loose = add_note(library, "一条笔记").annotation.id
    figure = statistics(library)[0].statistic.id
    draft = new_draft(library, "稿").id
    wanted: dict[str, Target] = {
        link_to(library, article, Span(30, 40)): ReaderTarget(article, Span(30, 40)),
        f"yinde://article/{article}": ReaderTarget(article),
        f"yinde://note/{note}": ReaderTarget(article, Span(30, 40), note),
        f"yinde://note/{loose}": NotesTarget(note=loose),
        f"yinde://figure/{figure}": DataTarget(figure=figure),
        f"yinde://draft/{draft}": DraftsTarget(draft=draft),
        "yinde://search?q=%E7%A4%BE%E4%BA%A4%E7%94%B5%E5%95%86&mode=exact": SearchTarget("社交电商", "exact"),
    }
    for address, target in wanted.items():
        open_address(stops.context, address)
        stops.settle()
        assert stops.gone[-1] == target, address


@pytest.mark.parametrize(
    "address",
    ["yinde://article/none", "yinde://draft/none", "yinde://note/none", "yinde://figure/none", "yinde://x"],
)
def test_an_address_that_leads_nowhere_is_told(stops: Stops, address: str) -> None:
    open_address(stops.context, address)
    stops.settle()
    assert stops.gone == []
    assert stops.context.notices.latest is not None


def test_the_command_line_takes_an_address_for_the_window() -> None:
    told = parse(["--library", "/a", "yinde://article/x?start=1&end=2"])
    assert (told.command, told.paths, told.library) == (None, ("yinde://article/x?start=1&end=2",), "/a")
