"""Movements told by many verbs, ends of a movement, and the bands answers are sorted into."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.statistics import extract_statistics
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract_statistics(text, sentences(text))


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            one.metric,
            one.subject,
            f"{one.value}{one.unit}" if one.value is not None else f"{one.low}–{one.high}{one.unit}",
        )
        for one in read(text)
    ]


def moved(text: str) -> list[tuple[str, str]]:
    """Return the metric of each figure with its movement, empty for one without."""
    return [
        (
            one.metric,
            f"{one.movement.direction.value} {one.movement.value or ''}{one.movement.unit}"
            if one.movement
            else "",
        )
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("words", "movement"),
    [
        ("跌去近四成", "down 40%"), ("比前代便宜300元", "down 300元"),
        ("较前一日缩量1120元", "down 1120元"), ("短了14%", "down 14%"), ("涨0.3元", "up 0.3元"),
        ("比对照组高出1126元", "up 1126元"), ("比上次贵了12元", "up 12元"), ("蒸发掉20%", "down 20%"),
        ("重挫4%", "down 4%"), ("比去年少收500元", "down 500元"),
    ],
)  # fmt: skip
def test_that_many_verbs_tell_a_movement_whatever_it_is_measured_in(words: str, movement: str) -> None:
    assert moved(f"茶馆均价89元，{words}。") == [("茶馆均价", movement)]
    assert moved(f"茶馆均价{words}。") == [("茶馆均价", movement)]


@every(
    ("origin", "verb"),
    list(
        product(
            ("从五年前的不足", "由年均", "从高峰时的", "从", "由此前的"),
            ("爬升到", "蹿升到", "收缩至", "涨到了", "跌穿", "跌破", "升破", "攀升至"),
        )
    ),
)
def test_that_a_movement_is_one_level_by_whatever_verb_it_gets_there(origin: str, verb: str) -> None:
    (one,) = read(f"茶园产量{origin}3100担{verb}8400担。")
    assert (one.metric, str(one.value)) == ("茶园产量", "8400")
    assert one.change is not None


@every(
    ("text", "figures"),
    [
        ("回本周期18—24个月。", [("回本周期", "", "18–24个月")]),
        ("低保标准提高到每人每月785元。", [("低保标准", "", "785元")]),
        ("标的资产作价为14亿元。", [("标的资产作价", "", "14亿元")]),
        (
            "每月茶水支出在500元以内的茶客占42.8%，500—1000元的占35.1%，1000元以上的占22.1%。",
            [
                ("每月茶水支出在500元以内的茶客", "", "42.8%"),
                ("500—1000元", "", "35.1%"),
                ("1000元以上", "", "22.1%"),
            ],
        ),
        ("月收入3000—5000元占35.1%。", [("月收入3000—5000元", "", "35.1%")]),
        ("华东贡献了全行业41%的新增装机。", [("全行业新增装机占比", "华东", "41%")]),
        ("订阅收入增长44%，贡献了总营收的三成。", [("订阅收入", "", "44%"), ("订阅收入占总营收", "", "30%")]),
        ("以一家200平方米的茶馆为例，前期投入80万元。", [("前期投入", "", "80万元")]),
        ("农家书屋覆盖18个县的96个村。", []),
        ("往年这时候能有一半就不错了。", []),
        ("参见《统计月报》第17—22页。", []),
        ("妻子承担七成以上的高达48.9%。", [("妻子承担七成以上", "", "48.9%")]),
        ("底薪三千五，年薪三十万。", [("底薪", "", "3500"), ("年薪", "", "300000")]),
        ("月流水勉强维持在九千出头。", [("月流水", "", "9000")]),
        ("亏了两百六十万，买家已逾五千万。", [("亏损", "", "2600000"), ("买家", "", "50000000")]),
        ("老茶馆开了三百多年，藏了两千。", []),
        ("净利却缩水过半，仅余6.3亿元。", [("净利", "", "6.3亿元")]),
        ("在册茶田二万八千一百顷有奇。", [("在册茶田", "", "28100顷")]),
        ("平均租金报每平方米每月158元，较高点回撤27%。", [("平均租金", "", "158元")]),
        ("赔付率2023年为84%，高出燃油车10个百分点有余。", [("赔付率", "", "84%")]),
        ("经监事表决，以3票同意、0票反对审议通过。", []),
        ("在95%置信度下最大允许误差不超过3%。", []),
        ("人均停留4分20秒。", [("人均停留", "", "260秒")]),
        ("茶农平均每晚只能睡5.1小时，比孕前少2.3小时。", [("茶农平均每晚只能睡", "", "5.1小时")]),
        ("茶园亩产一千斤，多赚500元。", [("茶园亩产", "", "1000斤")]),
        ("GMV首次迈过三千亿门槛。", [("GMV", "", "300000000000")]),
        ("茶具均价折合人民币8600元。", [("茶具均价", "", "8600元")]),
        ("茶垫十五块一双。", [("茶垫", "", "15元")]),
        ("被调查的860户农户户均收入4.62万元。", [("户均收入", "农户", "4.62万元")]),
        ("近半数受访职工（48.6%）表示每天通勤超过一小时。", [("每天通勤超过一小时", "受访职工", "48.6%")]),
        ("黄金期货收于每盎司2641美元。", [("黄金期货收盘价", "", "2641美元")]),
        ("茶行份额两年翻了一倍，已从17%蹿升到35%。", [("茶行份额", "", "1倍"), ("茶行份额", "", "35%")]),
        ("会员可享八折，活动至24时截止，每平方米（95%CI）。", []),
        ("茶仓建设工期26个月。", [("茶仓建设工期", "", "26个月")]),
        ("有效产能利用率从96%一路下行到68%。", [("有效产能利用率", "", "68%")]),
        ("排队时长从平均6分钟缩短至45秒。", [("排队时长", "", "45秒")]),
        (
            "茶砖抗压强度分别为42.6、47.9和51.3兆帕。",
            [("茶砖抗压强度", "", f"{n}兆帕") for n in ("42.6", "47.9", "51.3")],
        ),
        ("赈银累计十二万七千余两。", [("赈银", "", "127000两")]),
        ("茶贷新增1.59万亿元，同比少增7200亿元。", [("茶贷新增", "", "1.59万亿元")]),
        ("缴职工养老的不过21%。", [("缴职工养老", "", "21%")]),
        ("第3至10名各有千秋，余下一百多家小厂分食其余份额。", []),
        ("如表5所示，掺量8%时强度最高，针对1530名茶农的调查已结束。", []),
        ("他种的四十亩茶园去年收了五万斤。", [("产量", "", "50000斤")]),
        ("误判率降至十万分之三。", [("误判率", "", "0.003%")]),
        ("茶农受教育年限均值12.7年。", [("茶农受教育年限均值", "", "12.7年")]),
        ("三百六十行，行行出状元。", []),
        ("巩固提升12万亩茶园。", [("提升茶园", "", "12万亩")]),
    ],
)
def test_that_bands_examples_and_pages_are_no_figures(text: str, figures: list[tuple[str, str, str]]) -> None:
    assert told(text) == figures
