from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from corpus.library.facts.statistics import statistics
from corpus.library.notes.passages import sentence_passage
from corpus.library.reading.articles import list_articles, reading
from corpus.model.draft import Draft, DraftItem
from corpus.report.charts.chart import Chart
from corpus.report.model import TableItem
from desktop.pages.drafts.compared_table import ComparedTable
from desktop.pages.drafts.evidence_block import EvidenceBlock
from desktop.pages.drafts.gathering import gather
from desktop.pages.drafts.items import names_nothing_new
from desktop.pages.drafts.telling import Told, told
from desktop.services.context import Context
from desktop.theme.fonts import interface_font

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def draft(reading_context: Context) -> Draft:
    library = reading_context.library
    figures = " ".join(one.statistic.id for one in statistics(library))
    article = next(one.id for one in list_articles(library))
    passage = sentence_passage(library, article, reading(library, article).sentences[3])
    return Draft("d", "对照", items=(
        DraftItem("chart", figures), DraftItem("matrix", figures, shape="years"),
        passage,
    ))  # fmt: skip


def test_that_figures_stand_on_the_paper_as_they_come_out(
    reading_context: Context, draft: Draft, qtbot: QtBot
) -> None:
    gathered = gather(reading_context.library, draft)
    ground = QWidget()
    qtbot.addWidget(ground)
    chart, matrix, passage = (
        EvidenceBlock(reading_context.theme, item, gathered, ground) for item in draft.items
    )
    drawn = chart.chart.view.marks()
    assert drawn
    assert chart.title.isHidden()
    assert chart.words_of_article.isHidden()
    heard: list[Told] = []
    chart.opened.connect(heard.append)
    chart.chart.view.activated.emit(drawn[0].figures[0])
    assert [one.place for one in heard] == [gathered.figures[drawn[0].figures[0]].place]

    assert not matrix.table.isHidden()
    assert "<table" in matrix.table.text()
    assert chart.table.isHidden()
    assert passage.chart.isHidden()
    matrix.show_item(DraftItem("matrix"), gathered)
    assert matrix.table.isHidden()


def test_that_words_to_a_block_leave_what_it_names(reading_context: Context, draft: Draft) -> None:
    gathered = gather(reading_context.library, draft)
    typed = replace(draft, items=tuple(replace(one, text="我的话", use="summary") for one in draft.items))
    assert names_nothing_new(draft, typed)
    before, after = ([told(one, gathered) for one in each.items] for each in (draft, typed))
    assert before == after
    assert isinstance(before[0].compared.chart, Chart)
    assert before[2].place is not None


def test_that_what_rows_share_stands_above_them_once(reading_context: Context) -> None:
    rows = tuple((f"指标{n // 3}", f"地{n}", *(str(n) if n % 2 else "" for _ in range(8))) for n in range(15))
    columns = ("指标", "地区", *(str(2010 + n) for n in range(8)))
    shown = ComparedTable(reading_context.theme)
    table = TableItem(columns, rows, right=frozenset(range(2, 10)))
    shown.show_table(table)
    assert [shown.text().count(f"指标{n}") for n in range(5)] == [1, 1, 1, 1, 0]
    kept: list[str] = []
    for width in (700, 260, 150):
        shown.resize(width, 300)
        shown.show_table(table)
        kept = re.findall(r">(20\d\d)</th>", shown.text())
        assert kept == sorted(kept)
        told = "另有 3 行" if len(kept) == 8 else f"另有 3 行 · 另有 {8 - len(kept)} 列"
        assert f"<p>{told}</p>" in shown.text()
        assert QFontMetrics(interface_font(12)).horizontalAdvance("2010" * len(kept)) < width
    assert kept
    assert len(kept) < len(columns) - 2
    shown.show_table(None)
    assert shown.isHidden()
    shown.deleteLater()
