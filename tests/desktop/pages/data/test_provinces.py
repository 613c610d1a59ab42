"""Nine reports of nine provinces, of our own invention and in several layouts: one chart of their growth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from corpus.library.intake.importing import import_paths
from corpus.model.collection import Scope, ScopeKind
from corpus.report.charts.chart import ChartKind
from corpus.report.charts.svg import to_svg
from desktop.pages.data import DataPage, chart_pane
from desktop.services.targets import ReaderTarget

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from tests.desktop.pages.conftest import Pages

GROWTH = {
    "北京": ("北京市", "5.1"), "河北": ("河北省", "5.4"), "山西": ("山西省", "3.9"), "辽宁": ("辽宁省", "4.7"),
    "浙江": ("浙江省", "5.6"), "安徽": ("安徽省", "5.8"), "广西": ("广西壮族自治区", "5.2"), "贵州": ("贵州省", "5.0"),
    "甘肃": ("甘肃省", "6.1"),
}  # fmt: skip
"""Made up for this test."""
LAYOUTS = (
    (
        "{name}政府工作报告（2026年）\n\n一、2025年工作回顾\n\n过去一年，全{level}地区生产总值增长{rate}%，一般公共预算收入增长2.4%。"
        "\n\n二、2026年工作安排\n\n今年的主要预期目标是：地区生产总值增长5%左右。\n"
    ),
    (
        "政府工作报告\n——2026年1月20日在{name}人民代表大会上\n\n各位代表：\n\n一、2025年工作回顾\n\n2025年，我{level}实现生产总值同比增长{rate}%。"
        "\n\n二、今年重点工作\n\n力争生产总值增长5.5%左右。\n"
    ),
    (
        "{name}2026年政府工作报告\n\n去年工作回顾\n\n2025年，GDP比上年增长{rate}%，社会消费品零售总额增长3.3%。\n\n2026年工作安排\n\n"
        "预期目标：GDP增长5%左右。\n"
    ),
)
LEVELS = {"市": "市", "省": "省", "区": "区"}


@pytest.fixture
def provinces(pages: Pages, tmp_path: Path) -> Library:
    """Return the library with the nine reports."""
    for number, (name, rate) in enumerate(GROWTH.values()):
        text = LAYOUTS[number % len(LAYOUTS)].format(name=name, level=LEVELS[name[-1]], rate=rate)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    library = pages.context.library
    import_paths(library, [tmp_path])
    pages.settle()
    return library


class Clicks:
    """Clicks as a person does, and counts them."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.number = 0

    def on(self, widget: QWidget, place: QPoint | None = None) -> None:
        self.number += 1
        middle = place if place is not None else widget.rect().center()
        self.pages.do(lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle))


def test_one_chart_of_the_growth_of_nine_provinces_in_five_clicks(pages: Pages, provinces: Library) -> None:
    pages.context.scope.choose(Scope(ScopeKind.MINE))
    clicks = Clicks(pages)
    page = pages.open(DataPage)
    clicks.number += 1  # the rail
    clicks.on(page.bar.facets["metrics"])
    popover = page.bar.facets["metrics"].popover
    assert popover is not None
    row = next(n for n, one in enumerate(popover.model.rows) if one.title == "地区生产总值")
    clicks.on(popover.list.viewport(), popover.list.visualRect(popover.model.index(row)).center())
    button: QAbstractButton = page.views.buttons["chart"]
    clicks.on(button)
    chart = page.panes.chart.chart
    assert clicks.number <= 5
    assert (chart.title, chart.unit, chart.kind) == ("2025 地区生产总值增速", "%", ChartKind.PLACES)
    told = {spot.label: [mark.told for mark in spot.marks] for spot in chart.series[0].spots}
    assert told == {place: [rate] for place, (_name, rate) in GROWTH.items()}
    assert list(told) == list(GROWTH)
    assert not any(spot.disputed for spot in chart.series[0].spots)
    drawn = ET.fromstring(to_svg(page.panes.chart.drawing(640)))  # noqa: S314 - our own drawing
    words = {node.text for node in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert {*GROWTH, *(rate for _name, rate in GROWTH.values())} <= words
    for name, begins in (("图.svg", b"<svg"), ("图.png", b"\x89PNG"), ("图.PNG", b"\x89PNG")):
        chart_pane._write(provinces.root / name, page.panes.chart.drawing(640))
        assert (provinces.root / name).read_bytes().startswith(begins)
    mark = page.panes.chart.view.marks()[0]
    view = page.panes.chart.view
    clicks.on(view, QPoint(round((mark.x + 4) * view.shown_at), round((mark.y + 4) * view.shown_at)))
    opened = pages.gone[-1]
    assert isinstance(opened, ReaderTarget)
    text = provinces.texts.get(opened.article).clean
    assert opened.span is not None
    assert "5.1%" in text[opened.span.start : opened.span.end]


def test_what_is_only_planned_is_drawn_as_planned(pages: Pages, provinces: Library) -> None:
    pages.context.scope.choose(Scope(ScopeKind.MINE))
    page = pages.open(DataPage)
    assert provinces.writable
    pages.do(lambda: page.show_view("chart"))
    page.panes.chart._pick_period("2026")
    pages.settle()
    marks = [mark for spot in page.panes.chart.chart.series[0].spots for mark in spot.marks]
    assert len(marks) == len(GROWTH)
    assert all(mark.forecast for mark in marks)
