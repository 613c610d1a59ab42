"""Every measure keeps its own name and its own bearer beside every other one: a family of sentences, generated."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every

_MEASURES = (
    *(
        "营收",
        "GMV",
        "净利润",
        "毛利",
        "市值",
        "现金流",
        "负债",
        "库存",
        "应收账款",
        "净资产",
        "分红",
        "融资额",
    ),
    *(
        "估值",
        "保费",
        "税收",
        "研发费用",
        "广告收入",
        "货币资金",
        "商誉",
        "成交额",
        "零售额",
        "收入",
        "利润",
    ),
    *("预算", "订单金额", "服务费", "佣金", "补贴", "物流成本", "出口额", "总产值", "存款余额", "贷款余额"),
)
_NAMES = ("美团", "京东", "拼多多", "快手", "小红书", "云溪科技")
_TOLD = {
    "{a}{m}为20亿元，{b}{n}达500亿元。": (("20", "m", "a"), ("500", "n", "b")),
    "{a}{m}20亿元、{n}5亿元。": (("20", "m", "a"), ("5", "n", "a")),
    "2024年，{a}{m}、{n}分别为20亿元、5亿元。": (("20", "m", "a"), ("5", "n", "a")),
    "{a}2023年{m}20亿元，2024年{m}25亿元。": (("20", "m", "a"), ("25", "m", "a")),
    "{a}{m}由20亿元增至25亿元，{n}由5亿元降至3亿元。": (("25", "m", "a"), ("3", "n", "a")),
    "{a}{m}同比增长12%，{b}{m}下降3%。": (("12", "m", "a"), ("3", "m", "b")),
    "{a}和{b}的{m}分别为20亿元和5亿元。": (("20", "m", "a"), ("5", "m", "b")),
    "{a}{m}20亿元，低于{b}的25亿元。": (("20", "m", "a"),),
    "{a}表示，公司{m}已达20亿元，{n}突破5亿元。": (("20", "m", "a"), ("5", "n", "a")),
}
"""Sentences with two names a and b and two measures m and n, and what each figure is of."""
_DRAWN = 24


@pytest.mark.parametrize("shape", _TOLD)
def test_that_each_figure_is_of_its_own_measure_and_bearer(shape: str) -> None:
    """Look at a draw of pairs; 云溪科技 is in no list and stands only as one of two told of."""
    draw = random.Random(shape)  # noqa: S311 - the same pairs at every run
    pairs = list(permutations(_MEASURES, 2))
    wrong = []
    for m, n in draw.sample(pairs, _DRAWN):
        a, b = draw.sample(_NAMES[:-1], 1)[0], _NAMES[-1]
        b = draw.choice([one for one in _NAMES if one != a]) if "{b}" in shape else b
        words = {"a": a, "b": b, "m": m, "n": n}
        text = shape.format(**words)
        found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
        told = tuple((str(one.value), one.metric, one.subject) for one in found)
        wanted = tuple((value, words[measure], words[bearer]) for value, measure, bearer in _TOLD[shape])
        if told != wanted:
            wrong.append((text, told))
    assert wrong == []


_PLACES = ("云溪市", "青川县", "浙江省", "南屏县", "贵州")
_OF_PLACES = (
    *(("生产总值", "亿元"), ("常住人口", "万人"), ("粮食产量", "万吨"), ("社会消费品零售总额", "亿元")),
    *(("进出口总额", "亿元"), ("接待游客", "万人次"), ("网络零售额", "亿元"), ("城镇新增就业", "万人")),
)
_TOLD_OF_PLACES = {
    "{a}、{b}{m}分别为320{u}和45{u}。": (("320", "a"), ("45", "b")),
    "{a}{m}由2020年的45{u}增加到2024年的320{u}。": (("320", "a"),),
    "截至9月末，{a}{m}突破320{u}，较年初增加45{u}。": (("320", "a"),),
    "{a}2023年{m}为45{u}，2024年增至320{u}。": (("45", "a"), ("320", "a")),
}
"""Sentences with two places a and b and a measure m in units u, and of which place each figure is."""


@pytest.mark.parametrize("shape", _TOLD_OF_PLACES)
def test_that_each_figure_is_of_its_own_place(shape: str) -> None:
    wrong = []
    for (a, b), (m, u) in zip(permutations(_PLACES, 2), _OF_PLACES * 3, strict=False):
        words = {"a": a, "b": b, "m": m, "u": u}
        text = shape.format(**words)
        found = extract(
            text, sentences(text), builtin_knowledge(), derive_context(f"简报\n\n{text}")
        ).statistics
        told = tuple((str(one.value), one.metric, one.region or one.subject) for one in found)
        if told != tuple((value, m, words[place]) for value, place in _TOLD_OF_PLACES[shape]):
            wrong.append((text, told))
    assert wrong == []


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge()).statistics


def told_of(one: Statistic) -> str:
    """Return whose a figure is with its measure, in one word where the measure has its bearer in it."""
    return f"{one.subject or one.region}{one.metric}"


_FRAMES = ("{}方面，{}", "从{}看，{}", "论{}，{}", "{}上，{}", "就{}而言，{}", "{}：{}")
_FRAMED = (
    ("融资余额", "亿元"),
    ("报废率", "%"),
    ("户均存款", "万元"),
    ("空置率", "%"),
    ("日均发货量", "万件"),
    ("人均年用水量", "吨"),
)


@every("frame", _FRAMES)
@every(("measure", "unit"), _FRAMED)
def test_that_a_row_has_the_measure_named_before_it(frame: str, measure: str, unit: str) -> None:
    text = frame.format(measure, f"城东为12{unit}，乙线只有8{unit}。")
    assert [told_of(one) for one in read(text)] == [f"城东{measure}", f"乙线{measure}"]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        # Another measure, told in another unit.
        ("价格方面，新机首发价格3299元起，存储空间64GB起步。", ["新机首发价格", "存储空间"]),
        # What is only counted.
        ("从数量看，民营企业320家，国有企业40家。", ["民营企业", "国有企业"]),
        # The row has ended.
        ("报废率上，甲线1.2%；员工320人。", ["报废率", "员工"]),
    ],
)
def test_that_what_stands_in_no_row_keeps_its_own_measure(text: str, metrics: list[str]) -> None:
    assert [one.metric for one in read(text)] == metrics
