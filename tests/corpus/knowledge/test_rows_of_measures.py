"""Rows: who comes next by the same measure, the next measure of the same one, the highest and the lowest, lists."""

from __future__ import annotations

from corpus.text.numbers import find_numbers
from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

MEASURES = (
    "营业收入",
    "用户数",
    "粮食产量",
    "研发投入",
    "出口额",
    "工业增加值",
    "客流量",
    "发电量",
    "贷款余额",
)
UNITS = ("亿元", "万人", "万吨", "亿元", "亿元", "亿元", "万人次", "亿千瓦时", "亿元")
FIRMS = ("海川仪表", "北辰汽车", "恒越银行", "澄湖光电", "云岭药业")
PLACES = ("南屏县", "海川市", "云泽区", "云川省")


def whose(text: str) -> list[tuple[str, str, str]]:
    """Return of whom the figures of a text are, of what, and how much."""
    return [(one.subject or one.region, one.metric, str(one.value)) for one in figures_of(text)]


@every(
    ("measure", "unit", "first", "second"),
    [
        (measure, unit, group[at % len(group)], group[(at + 1) % len(group)])
        for at, (measure, unit) in enumerate(zip(MEASURES, UNITS, strict=True))
        for group in (FIRMS, PLACES)
    ],
)
def test_that_whoever_comes_next_has_the_figure_behind_its_name(
    measure: str, unit: str, first: str, second: str
) -> None:
    opened, following = whose(f"2023年，{first}{measure}为521{unit}，{second}为736{unit}。")
    assert (opened[0] + opened[1], opened[2]) == (first + measure, "521")
    assert following == (second, measure, "736")


@every(
    ("measure", "unit", "other", "beside", "who"),
    [
        (MEASURES[at], UNITS[at], MEASURES[at - 1], UNITS[at - 1], who)
        for at in range(len(MEASURES))
        for who in ("南屏县", "海川仪表")
    ],
)
def test_that_a_row_of_a_measure_alone_is_of_whom_the_row_before_told(
    measure: str, unit: str, other: str, beside: str, who: str
) -> None:
    found = whose(f"2023年，{who}实现{measure}247{unit}，同比增长39%；{other}704{beside}，同比下降55%。")
    assert found == [(who, measure, "247"), (who, other, "704")]


@every(
    ("text", "metrics"),
    [
        ("海川市平均工资为8000元，最高3万元，最低2000元。", ["平均工资", "最高工资", "最低工资"]),
        ("均价为5元，最高8元，最低3元。", ["均价", "最高价", "最低价"]),
        ("样本平均年龄为35岁，最大72岁，最小18岁。", ["样本平均年龄", "样本最大年龄", "样本最小年龄"]),
        ("亩产平均500公斤，最高达800公斤。", ["亩产", "最高亩产"]),
        ("南屏县平均粮食亩产为247公斤，最高704公斤，最低120公斤。", ["平均粮食亩产", "最高粮食亩产", "最低粮食亩产"]),
        ("单日客流最高5万人次，最低8000人次，日均2万人次。", ["单日客流", "最低单日客流", "日均客流"]),
    ],
)  # fmt: skip
def test_that_the_highest_and_the_lowest_are_measures_of_their_own(text: str, metrics: list[str]) -> None:
    assert [one.metric for one in figures_of(text)] == metrics


@every(
    "head",
    [
        "2023年各单位销售额如下：", "三家公司销售额排名：", "按销售额排序：", "销售额前三名分别是：",
        "各企业的销售额情况如下：", "销售额排名前三位依次为：",
    ],
)  # fmt: skip
def test_that_a_list_behind_its_measure_is_told_item_by_item(head: str) -> None:
    assert whose(f"{head}青禾零售5亿元、海川仪表4亿元、恒越银行3亿元。") == [
        ("青禾零售", "销售额", "5"), ("海川仪表", "销售额", "4"), ("恒越银行", "销售额", "3"),
    ]  # fmt: skip


@every("name", ["青禾", "南屏县", "海川", "云岭"])
def test_that_a_word_of_a_measure_is_not_torn_for_a_name(name: str) -> None:
    (one,) = figures_of(f"{name}平均门店数量为247家。")
    assert not one.subject.endswith("平")
    assert "平均门店数量" in one.metric


def test_that_a_sample_of_ages_names_no_year() -> None:
    assert not any(one.kind == "period" for one in find_numbers("样本年龄最大72岁。"))


@every("land", ["全国", "我国", "中国"])
def test_that_what_is_told_of_a_country_goes_on_to_the_measures_behind(land: str) -> None:
    found = figures_of(
        f"2021年末，{land}市场主体总量超过1.5亿户，其中企业4000多万户；粮食产量6.8亿吨，比上年增长2.0%。"
    )
    assert {one.region for one in found} == {land}
    assert len(found) == 3


def test_that_what_is_dealt_in_a_buy_back_says_so() -> None:
    found = figures_of(
        "公司累计回购股份2736.09万股，最高成交价为6.60元/股，最低成交价为4.19元/股，支付的总金额为1.43亿元。"
    )
    assert [one.metric for one in found][1:] == ["回购最高成交价", "回购最低成交价", "回购总金额"]


def test_that_a_record_is_one_of_what_was_told_before() -> None:
    found = figures_of("海川金控连续三个交易日股价下跌近30%，7月20日创下了三年新低4.13元。")
    assert [one.metric for one in found] == ["股价", "股价"]


@every(
    ("text", "unit"),
    [
        ("铜价为68000元每吨。", "元/吨"),
        ("用水量5立方米每小时，", "立方米/小时"),
        ("电价为0.5元每千瓦时。", "元/千瓦时"),
    ],
)
def test_that_a_unit_told_in_words_is_that_of_one(text: str, unit: str) -> None:
    assert [one.unit for one in find_numbers(text)] == [unit]
