"""A report that holds every kind of item, and much that must not leak."""

from __future__ import annotations

import pytest

from corpus.report.charts.choosing import chart_of
from corpus.report.charts.layout import draw
from corpus.report.charts.svg import to_svg
from corpus.report.model import (
    ChartItem,
    FigureFields,
    FigureItem,
    QuoteItem,
    Reference,
    Report,
    ReportSection,
    TableItem,
    TextItem,
)
from tests.corpus.report.compared import level

SECRETS = ("王小明", "yinde://", "/home/wang", "C:\\Users", "私人的话", "私密标签", "file://", "只给自己看")


@pytest.fixture
def report() -> Report:
    """Return a report of a person called 王小明."""
    return Report(
        title="社交电商批注摘要",
        author="王小明",
        created="2026-07-01",
        about=("收批注 3 条、数据 2 条。",),
        sections=(
            ReportSection("《两个数》", 1),
            ReportSection(
                "口径",
                2,
                (
                    QuoteItem(
                        "差别主要来自*口径*。",
                        colour="red",
                        note="先看**口径**\n\n<script>alert(1)</script>\n见 [原处](yinde://a/1) 与 file:///home/wang/x.txt",
                        tags=("口径", "数据"),
                        place="《两个数》 口径，第 3 段",
                        citation=1,
                        link="yinde://article/a#3-9",
                        before="两份报告不同，",
                        after="余下的不大。",
                    ),
                    QuoteItem("𠮷与😀", note="私人的话", tags=("私密标签",), private=True, place="第 4 段"),
                    QuoteItem(note="只给自己看", private=True),
                ),
            ),
            ReportSection(
                "相关数据",
                1,
                (
                    FigureItem(
                        "市场规模", "12,624.7", "亿元", subject="中国", period="2018", kind="estimate",
                        source="某报告", sentence="2018 年规模达到 12,624.7 亿元。", article="两个数", citation=1,
                        status="confirmed", base_value="1262470000000", link="yinde://article/a#20-30",
                        conflicts=("盘点篇 11,397.78 亿元",), caveat="含企业采购", reference="海棠研究院. 两个数[R].",
                        fields=FigureFields(
                            "12624.7", "亿元", rate="-3.2", rate_unit="%", year="2018", page="12",
                            inherited=("region", "period"), confidence="0.80",
                        ),
                    ),
                    FigureItem("=HYPERLINK(\"http://x\")", "-8.5", "%", source="@SUM(A1)", sentence="+1"),
                ),
            ),
            ReportSection(
                "附",
                1,
                (
                    TextItem("我的看法见 C:\\Users\\王小明\\notes.md，或 /home/wang/草稿.txt。"),
                    TableItem(("年", "值"), (("2018", "1"),), caption="小表", right=frozenset({1})),
                    ChartItem(to_svg(draw(chart_of([level("1", "1"), level("2", "2", region="天津")]))), "一张图"),
                ),
            ),
        ),
        references=(Reference("海棠研究院. 两个数[R]. 北京: 海棠出版社, 2019.", "（海棠研究院，2019）"),),
    )  # fmt: skip
