"""Figures as interviews, markets, surveys, studies and sports pages tell them, one family for each way of telling."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context("")).statistics


def told(text: str) -> list[str]:
    """Return each figure as whose, what and how much, with its change where it has one."""
    return [
        f"{one.subject or one.region}|{one.metric}|{one.value}{one.unit}"
        + (f"|{one.change.direction.value}{one.change.value or ''}{one.change.unit}" if one.change else "")
        for one in read(text)
    ]


SPOKEN = {
    "厂里工资一个月就要开出去六万多。": ["厂里|工资|60000"],
    "答：去年收了二十七万斤，比前年少了差不多三成。": ["|产量|270000斤|down30%"],
    "一头大概能赚三百来块。": ["|盈利|300元"],
    "跑一趟车能挣八百块。": ["|收入|800元"],
    "窑上现在一共有十二个徒弟。": ["|徒弟|12个"],
    "翻台率能做到三点五。": ["|翻台率|3.5"],
    "料肉比2.6。": ["|料肉比|2.6"],
    "有三十个是随迁子女。": ["|随迁子女|30个"],
    "加工成本要280块，政府补贴只有210块。": ["|加工成本|280元", "|政府补贴|210元"],
    # a few of what does something are no count of what there is
    "三名学生合伙办了窑场。": [],
}
MARKETS = {
    "两市成交额1.8万亿元，较上一交易日放量2140亿元。": ["|两市成交额|1.8万亿元|up2140亿元"],
    "中间价报7.0986，较前一交易日调升32个基点。": ["|中间价|7.0986|up32个基点"],
    "纽约金价跌破3300美元关口。": ["|纽约金价|3300美元"],
    "电芯价格从0.52元/Wh回落至0.41元/Wh。": ["|电芯价格|0.41元/Wh|down"],
    "时任董事长被罚款150万元，另有三人合计被罚160万元。": ["时任董事长|罚款|150万元", "三人|罚款|160万元"],
    "持股6.8%的股东恒屿创投因资金需求减持。": ["恒屿创投|持股|6.8%"],
}
SURVEYS = {
    "61%表示客流下滑，18%持平，只有21%实现增长。": ["|表示客流下滑|61%", "|持平|18%", "|实现增长|21%"],
    "2024年出货量排名前三的厂商分别为海澜光电（22%）和中屿（18%）。": [
        "海澜光电|出货量占比|22%",
        "中屿|出货量占比|18%",
    ],
    "平均每季度耗时42个工时。": ["|平均每季度耗时|42个工时"],
}
STUDIES_AND_MATCHES = {
    "每天步行超过7000步的人群死亡风险降低47%。": ["|人群死亡风险|47%"],
    "电池在85℃下仍保持94%的容量。": ["|容量|94%"],
    "主队射正6次，校正3次。": ["|主队射正|6次", "|校正|3次"],
    "客队只有5次射门。": ["客队|射门|5次"],
    "林知远得到31分、9个篮板和7次助攻。": ["林知远|得分|31分", "|篮板|9个", "|助攻|7次"],
}


@pytest.mark.parametrize(
    ("text", "figures"), [*({**SPOKEN, **MARKETS, **SURVEYS, **STUDIES_AND_MATCHES}).items()]
)
def test_that_a_figure_is_read_as_its_genre_tells_it(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ("国庆假期，全市接待游客412万人次。", "国庆假期", ""),
        ("2025年国庆中秋假期，全市接待游客412万人次。", "2025年国庆中秋假期", "2025-10-01"),
        ("2025年10月9日获悉，五一小长假期间，景区接待游客32万人次。", "五一小长假期间", "2025-05-01"),
        ("2026年春节档，总票房95亿元。", "2026年春节档", ""),
        ("2026年，春节后首周开工率为62%。", "2026年", "2026-01-01"),
        ("2026年，游客较去年国庆假期多出12万人次。", "2026年", "2026-01-01"),
    ],
)
def test_that_a_holiday_is_no_whole_year(text: str, name: str, first: str) -> None:
    (figure,) = read(text)
    assert (figure.period.text, figure.period.start) == (name, first)
