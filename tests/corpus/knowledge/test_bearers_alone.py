"""Figures of whoever is named without the measure told before: families of sentences, generated."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every

_FIRMS = ("美团", "京东", "拼多多", "快手", "小红书", "比亚迪")
_PLACES = ("云溪市", "青川县", "浙江省", "南屏县", "贵州", "苏州", "成都", "临川区")
_SUMS = ("营收", "净利润", "成交额", "零售额", "研发费用", "保费收入")
_OF_PLACES = ("地区生产总值", "进出口总额", "财政收入", "网络零售额", "旅游收入")
_DRAWN = 8

_TOLD_OF_PLACES = {
    "2023年全国{m}820亿元，其中{a}61亿元、{b}48亿元。": (("820", "全国"), ("61", "a"), ("48", "b")),
    "2023年{m}排名前三的地区依次为{a}（77亿元）、{b}（45亿元）。": (("77", "a"), ("45", "b")),
    "{m}最高的是{a}，为98亿元；最低的是{b}，仅43亿元。": (("98", "a"), ("43", "b")),
    "指标：2021年{m}；{a}：77亿元；{b}：80亿元。": (("77", "a"), ("80", "b")),
    "{a}{m}为98亿元，被{b}（43亿元）超越。": (("98", "a"), ("43", "b")),
}
"""Sentences with two places a and b and a measure m, and of which place each figure is."""
_TOLD_OF_FIRMS = {
    "{a}{m}居第二位，为45亿元；{b}居第三位，为15亿元。": (("45", "a"), ("15", "b")),
    "{a}{m}73亿元，位列第3位，落后于{b}（81亿元）。": (("73", "a"), ("81", "b")),
    "{a}{m}为68亿元，行业平均为62亿元。": (("68", "a"), ("62", "行业平均")),
    "{a}和{b}的{m}，前者为84亿元，后者为76亿元。": (("84", "a"), ("76", "b")),
    "2023年{a}、{b}{m}一增一减，前者增长29%，后者下降14%。": (("29", "a"), ("14", "b")),
    "2023年，{a}和{b}{m}分别增长19%和下降7%。": (("19", "a"), ("7", "b")),
    "{m}方面，{a}为48亿元，而{b}只有28亿元。": (("48", "a"), ("28", "b")),
    "2023年，{a}以88亿元的{m}反超{b}的31亿元。": (("88", "a"),),
    "2023年{a}{m}首次超过{b}，达36亿元。": (("36", "a"),),
    "2023年{a}{m}是{b}的4.4倍。": (("4.4", "a"),),
    "2023年{a}（不含{b}）{m}为90亿元。": (("90", "a"),),
    "2023年{a}{m}47亿元、{b}{m}77亿元，合计124亿元。": (("47", "a"), ("77", "b"), ("124", "")),
    "{b}在报告中称{a}{m}为41亿元。": (("41", "a"),),
}
"""Sentences with two firms a and b and a measure m, and of which firm each figure is."""


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(f"简报\n\n{text}")).statistics


def _misread(
    shape: str, told: tuple[tuple[str, str], ...], bearers: tuple[str, ...], sums: tuple[str, ...]
) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield the sentences of a shape whose figures are not told as they should be, and how they are."""
    draw = random.Random(shape)  # noqa: S311 - the same sentences at every run
    for _ in range(_DRAWN):
        (a, b), m = draw.sample(bearers, 2), draw.choice(sums)
        words = {"a": a, "b": b, "m": m}
        text = shape.format(**words)
        found = [(str(one.value), one.metric, one.subject or one.region) for one in read(text)]
        if found != [(value, m if who else f"{m}合计", words.get(who, who)) for value, who in told]:
            yield text, found


@pytest.mark.parametrize("shape", _TOLD_OF_PLACES)
def test_that_a_place_alone_has_the_measure_told_before(shape: str) -> None:
    assert list(_misread(shape, _TOLD_OF_PLACES[shape], _PLACES, _OF_PLACES)) == []


@every("shape", _TOLD_OF_FIRMS)
def test_that_a_firm_alone_has_the_measure_told_before(shape: str) -> None:
    assert list(_misread(shape, _TOLD_OF_FIRMS[shape], _FIRMS, _SUMS)) == []


def told(text: str) -> list[str]:
    """Return whose, measure, value and year of the figures of a text."""
    return [
        f"{one.subject or one.region} {one.metric} {one.value}{one.unit} {one.period.start[:4]}".strip()
        for one in read(text)
    ]


@every(
    ("text", "found"),
    [
        ("美团2023年营收并未达到55亿元，仅为31亿元。", ["美团 营收 31亿元 2023"]),
        ("更正：美团市值应为63亿元，此前误为70亿元。", ["美团 市值 63亿元"]),
        ("美团否认营收下滑3.1%的传闻。", []),
        ("每10个消费者中就有6个购买过新茶饮。", []),
        ("云溪市2023年财政收入由初步核算的18亿元修订为30亿元。", ["云溪市 财政收入 30亿元 2023"]),
        ("美团2022年由盈利98亿元转为亏损16亿元。", ["美团 亏损 16亿元 2022"]),
        ("美团营收2023年、2024年分别为44亿元、22亿元。", ["美团 营收 44亿元 2023", "美团 营收 22亿元 2024"]),
        ("2022年至2023年，云溪市旅游收入从85亿元跌至13亿元。", ["云溪市 旅游收入 13亿元 2023"]),
        ("美团2024年营收增至2023年的2.6倍。", ["美团 营收 2.6倍 2024"]),
        ("2023年京东销售额翻了一番，达63亿元。", ["京东 销售额 63亿元 2023"]),
        ("2023年京东销售额不降反升，增长38%。", ["京东 销售额 38% 2023"]),
        ("2023年比亚迪研发费用下降11%。", ["比亚迪 研发费用 11% 2023"]),
        (
            "2023年末京东共有门店337家，其中304家位于江苏。",
            ["京东 门店 337家 2023", "京东 位于江苏的门店 304家 2023"],
        ),
        ("2024年南屏县旅游收入突破61亿元大关，高于浙江省的96亿元。", ["南屏县 旅游收入 61亿元 2024"]),
        ("2022年京东占快手保费收入的18%。", ["京东 占快手保费收入 18% 2022"]),
    ],
)
def test_that_a_figure_is_told_as_its_sentence_means_it(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_an_aim_is_none_once_it_was_passed() -> None:
    aimed, done = read("云溪市2023年财政收入目标为54亿元，实际完成51亿元。")
    assert (aimed.kind.value, done.kind.value, done.metric) == ("forecast", "actual", "财政收入")
    (first, second) = read("原定2023年财政收入66亿元的目标提前实现，云溪市实际达到73亿元。")
    assert (first.kind.value, second.kind.value) == ("forecast", "actual")


def test_that_the_name_of_a_place_alone_is_no_measure() -> None:
    assert told("青川县43亿元。") == []
    assert told("西港区4.1亿吨，北港区3.6亿吨。") == ["西港区 4.1亿吨", "北港区 3.6亿吨"]
