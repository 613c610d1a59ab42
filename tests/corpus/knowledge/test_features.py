"""What features and interviews tell of shops, prices and beginnings."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every


def told(text: str) -> list[str]:
    """Return subject, metric, value and unit of the figures of a text."""
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    return [f"{one.subject} {one.metric} {one.value}{one.unit}".strip() for one in found]


@pytest.mark.parametrize("round_", ["首轮", "天使轮"])
def test_that_a_currency_ends_before_a_first_round(round_: str) -> None:
    assert told(f"云溪咖啡拿到20亿元{round_}融资。")[0].endswith("20亿元")


@every("when", ["最初", "起初", "头两年", "前三年", "原先"])
@every(("deed", "measure"), [("亏", "亏损"), ("投", "投入"), ("赚", "盈利")])
def test_that_what_was_done_at_first_is_told_by_the_deed(when: str, deed: str, measure: str) -> None:
    assert told(f"{when}一共{deed}了200万元。") == [f"{measure} 200万元"]


@pytest.mark.parametrize(
    "text",
    [
        "照此算，14亿人至少需要46万家。",
        "照这个速度，今年至少要2000家。",
        "业界的共识是每3000人养活一家，照此算，14亿人至少需要46万家。",
        "她告诉记者，店里原来有12个人，现在只剩5个。",
        "这座城里平均1.1万人拥有一家。",
        "这是靠它每年约1000家换来的。",
    ],
)
def test_that_what_only_leads_to_a_number_names_no_measure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("机票比去年便宜了三成。", "机票价格 30%"),
        ("拿铁每杯贵了2元。", "拿铁每杯价格 2元"),
        ("卫生纸涨价5%。", "卫生纸价格 5%"),
        ("咖啡豆进口均价贵了两成。", "咖啡豆进口均价 20%"),
    ],
)
def test_that_what_becomes_dearer_is_a_price(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我们的目标是三年内开到5000家店。", "门店 5000家"),
        ("去年又开了300家店。", "新开门店 300家"),
    ],
)
def test_that_shops_come_to_so_many_or_are_new(text: str, found: str) -> None:
    assert told(text)[0].endswith(found)


@every("how", ["略高，为", "最高，达", "更低，只有", "则明显偏高，为"])
@every(
    ("whole", "part"), [("线上退货率为12%", "35%"), ("平均薪酬1.2万元", "2.1万元"), ("失业率为5.1%", "4.8%")]
)
def test_that_a_part_above_or_below_the_whole_has_its_measure(how: str, whole: str, part: str) -> None:
    first, second = told(f"{whole}，其中女装{how}{part}。")
    assert second == f"女装 {first.rpartition(' ')[0]} {part}"


@pytest.mark.parametrize("which", ["这一比例", "该比例", "这个数字"])
def test_that_a_measure_pointed_back_at_is_that_of_the_part(which: str) -> None:
    found = told(f"经常上网的老年人占5%，其中城镇{which}为9.1%。")
    assert found == ["经常上网的老年人 5%", "城镇 经常上网的老年人 9.1%"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全省15个开发区工业总产值达3200亿元。", ["开发区工业总产值 3200亿元"]),
        ("832个县网络零售额达到1109.9亿元。", ["县网络零售额 1109.9亿元"]),
        ("交易额超亿元市场45个。", ["交易额超亿元市场 45个"]),
        ("营收超百亿元的有35家。", ["营收超百亿元 35家"]),
        ("年销售额超千万元的网店有249个。", ["销售额超千万元的网店 249个"]),
    ],
)
def test_that_things_counted_are_no_measure_of_them(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize("mean", ["户均", "户均年"])
def test_that_what_each_gained_is_told_of_each(mean: str) -> None:
    assert told(f"带动3万农户{mean}增收1500元。") == ["带动农户 3万", f"农户 {mean}增收 1500元"]


def test_that_a_word_is_not_cut_for_those_it_begins_with() -> None:
    assert told("老年人口消费总量约为12万亿元。") == ["老年人口消费总量 12万亿元"]


@pytest.mark.parametrize("behind", ["三家合计占82%", "三家公司加起来占82%", "三家共占82%"])
def test_that_a_sum_of_those_told_apart_is_none_of_them(behind: str) -> None:
    found = told(f"天猫、京东、拼多多市场份额分别为41%、22%、19%，{behind}。")
    assert found == ["天猫 市场份额 41%", "京东 市场份额 22%", "拼多多 市场份额 19%"]


@pytest.mark.parametrize("counted", ["门店数", "员工总数", "网点数量", "会员人数"])
def test_that_what_is_counted_is_no_company(counted: str) -> None:
    assert told(f"{counted}达到360个，其中新增70个。")[0] == f"{counted} 360个"


def test_that_a_cost_may_be_told_as_about_a_part() -> None:
    assert told("广告费约占销售额的12%。") == ["广告费占销售额 12%"]


@pytest.mark.parametrize(
    ("words", "value"), [("一成七减少", "17%"), ("三成五企业下降", "35%"), ("两成七持平", "27%")]
)
def test_that_tenths_are_read_whole_or_not_at_all(words: str, value: str) -> None:
    assert all(one.endswith(value) for one in told(f"受访企业中，{words}，其余增加。"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("四省市消费投诉数量占比为45.16%。", "四省市消费投诉数量占比 45.16%"),
        ("8大类商品零售额增长5%。", "商品零售额 5%"),
        ("中央下达24.5亿元。", "中央下达 24.5亿元"),
    ],
)
def test_that_words_before_a_measure_are_not_cut(text: str, found: str) -> None:
    assert told(text) == [found]
