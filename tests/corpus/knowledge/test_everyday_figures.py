"""Orders of words figures are told in every day: a time within the clause, prices per unit, ends of a movement."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.statistics import extract_statistics
from corpus.model.statistic import Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract_statistics(text, sentences(text))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.metric, one.subject, f"{one.value}{one.unit}") for one in read(text)]


@every(
    ("time", "verb"),
    list(product(("去年", "2023年", "11月", "前三季度", "自2022年11月"), ("为", "达到", "完成"))),
)
def test_that_a_time_within_a_clause_parts_no_metric(time: str, verb: str) -> None:
    assert [one.metric for one in read(f"网络零售额{time}{verb}15.5亿元。")] == ["网络零售额"]


@every("unit", [*"杯盒尺根手车针站卡道队棚壶帧匹床", "学时", "航次", "车次"])
def test_that_a_measure_word_is_no_part_of_a_metric(unit: str) -> None:
    (moved,) = read(f"门店的日均销量从260{unit}跌到190{unit}。")
    assert (moved.metric, moved.unit, str(moved.value)) == ("门店的日均销量", unit, "190")
    assert [one.unit for one in read(f"门店的日均销量为190{unit}，比去年少。")] == [unit]


@pytest.mark.parametrize(
    ("text", "metric", "figure", "basis"),
    [
        ("大豆价格为每吨3850元。", "大豆价格", "3850元", "每吨"),
        ("绿氢成本降至每千克18元。", "绿氢成本", "18元", "每千克"),
        ("最大洪峰流量每秒2140立方米。", "最大洪峰流量", "2140立方米", "每秒"),
        ("平均票价每张约380元。", "平均票价", "380元", "每张"),
        ("公司拟以每股2.35元的价格购买该行股份。", "购买价格", "2.35元", "每股"),
    ],
)
def test_that_what_a_price_stands_for_is_its_basis(text: str, metric: str, figure: str, basis: str) -> None:
    (one,) = read(text)
    assert (one.metric, f"{one.value}{one.unit}", one.basis) == (metric, figure, basis)


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [("募资总额137亿元，环比翻倍。", "100", "环比"), ("日活3800万，同比接近翻番。", "None", "同比")],
)
def test_that_twice_as_much_is_a_change(text: str, value: str, basis: str) -> None:
    (one,) = read(text)
    assert one.change is not None
    assert (one.change.direction.value, str(one.change.value), one.change.basis) == ("up", value, basis)


def test_that_what_each_person_does_is_no_price() -> None:
    assert told("每人每天走3公里。") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2026年，力争新签约项目60个，到位内资突破300亿元，新增就业不少于1.5万人。", ["forecast"] * 3),
        ("2026年计划产铜8.6万吨，产钼4200吨。", ["forecast"] * 2),
        ("公司拟授予限制性股票1860万股，授予价格为9.17元/股。", ["forecast"] * 2),
        ("公司将持有该公司51%股权。", ["forecast"]),
        ("全力争取资金3亿元，新增就业1.5万人。", ["actual"] * 2),
    ],
)
def test_that_what_is_striven_for_is_to_come(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in read(text)] == [StatisticKind(kind) for kind in kinds]


@every(
    ("text", "figures"),
    [
        ("海棠科技第三季度收入3亿元。", [("收入", "海棠科技", "3亿元")]),
        (
            "行业平均毛利率约为22%，头部企业可达35%以上，尾部不足10%。",
            [
                ("行业平均毛利率", "", "22%"),
                ("行业平均毛利率", "头部企业", "35%"),
                ("行业平均毛利率", "尾部", "10%"),
            ],
        ),
        (
            "前三家厂商分别拿下31.2%、24.7%和15.5%的份额。",
            [("份额", "前三家厂商", value) for value in ("31.2%", "24.7%", "15.5%")],
        ),
        (
            "华东、华南分别贡献了31%、24%的收入。",
            [("收入占比", "华东", "31%"), ("收入占比", "华南", "24%")],
        ),
        ("线上占54%，其余占46%。", [("线上", "", "54%"), ("其余", "", "46%")]),
        ("近三分之二的小店主没有雇人。", [("没有雇人", "小店主", "66.67%")]),
        ("产量3亿吨，价格低迷，下降8%。", [("产量", "", "3亿吨"), ("价格", "", "8%")]),
        ("营业收入3亿元；净利润受成本拖累，下降8%。", [("营业收入", "", "3亿元"), ("净利润", "", "8%")]),
        ("“比较满意”占41.2%，两项合计75.8%。", [("比较满意", "", "41.2%")]),
        ("这家书店六成的收入来自咖啡。", [("收入来自咖啡", "这家书店", "60%")]),
        ("员工还有37个人。", [("员工", "", "37人")]),
        ("应收账款周转天数由82天降至69天。", [("应收账款周转天数", "", "69天")]),
        ("库存周转天数拉长至146天。", [("库存周转天数", "", "146天")]),
        ("干预组12周后收缩压下降9.6 mmHg。", [("收缩压", "干预组", "9.6mmHg")]),
        ("孕产妇死亡率从53.0/10万降至15.7/10万。", [("孕产妇死亡率", "", "15.7/10万")]),
        ("门店新开816家，不及高峰期的三分之一。", [("门店新开", "", "816家")]),
        (
            "我国银发经济规模约7万亿元，占GDP的6%左右，有望升至30万亿元。",
            [
                ("银发经济规模", "我国", "7万亿元"),
                ("银发经济规模占GDP", "我国", "6%"),
                ("银发经济规模", "", "30万亿元"),
            ],
        ),
        (
            "多家企业开工率不足五成，全行业亏损面达64%。",
            [("多家企业开工率", "", "50%"), ("全行业亏损面", "", "64%")],
        ),
        (
            "近视检出率小学为35.6%，初中为71.1%。",
            [("近视检出率", "小学", "35.6%"), ("近视检出率", "初中", "71.1%")],
        ),
        ("单均成本较自建仓低18%。", [("单均成本", "", "18%")]),
        ("自播占62%，达人带货占38%。", [("自播", "", "62%"), ("达人带货", "", "38%")]),
        ("低保标准每月提高30元。", [("低保标准", "", "30元")]),
        ("全年新上市公司72家。", [("新上市公司", "", "72家")]),
        (
            "市场占有率，研发设计类仅5.6%，生产控制类为48.3%。",
            [("市场占有率", "研发设计类", "5.6%"), ("市场占有率", "", "48.3%")],
        ),
        ("去年粮价1.16元，今年跌到0.98元。", [("粮价", "", "1.16元"), ("粮价", "", "0.98元")]),
        ("产能利用率由85%滑落到五成二。", [("产能利用率", "", "52%")]),
        ("七成以上出现过腰背疼痛。", [("出现过腰背疼痛", "", "70%")]),
        ("比重在10%以下的有213家。", [("比重在10%以下", "", "213家")]),
        ("每卖出一杯28元的奶茶，房租占15%。", [("房租", "", "15%")]),
        ("夜班频率平均每月6.4次。", [("夜班频率", "", "6.4次")]),
        ("全国已备案大模型346款。", [("备案大模型", "全国", "346款")]),
        ("会议应到董事9人，实到8人，1人委托出席。", []),
        ("甲乙两地相差5.5公里。", []),
        ("央行今日开展1860亿元7天期逆回购操作。", [("7天期逆回购操作", "", "1860亿元")]),
    ],
)
def test_that_figures_are_told_of_whom_and_what_they_are(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    assert told(text) == figures
