"""Sentences that look like those a rule was made for, and are read without it."""

from __future__ import annotations

import pytest

from corpus.knowledge.comparing.comparison import comparable
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.names.finding import find_names
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics


def told(text: str) -> list[str]:
    """Return metric, value and unit of the figures of a text."""
    return [f"{one.metric} {one.value}{one.unit}" for one in read(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("四川（含重庆）的常住人口增长3%。", ["常住人口 3%"]),
        ("浙江（300家）的企业用电量下降3%。", ["企业用电量 3%"]),
        ("增长12%的家庭年收入达到15万元。", ["收入 15万元"]),
        ("同比增长25%的学生票价格为30元。", ["学生票价格 30元"]),
        ("毛利率30%的企业年收入达到1亿元。", ["毛利率 30%", "企业年收入 1亿元"]),
        ("25%的学生月支出超过500元。", ["学生月支出超过500元 25%"]),
        ("25%的学生支出为“500-1000元”。", ["学生支出为500-1000元 25%"]),
    ],
)
def test_that_only_behind_a_share_of_people_a_level_says_of_whom_it_is(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5款产品累计销量突破100万台。", ["产品累计销量 5款", "累计销量 100万台"]),
        ("8个项目共完成投资超过30亿元。", ["完成投资 8个", "完成投资 30亿元"]),
        ("销售额12%/利润6%。", ["销售额 12%", "利润 6%"]),
        ("24小时内发货率98%。", ["24小时内发货率 98%"]),
        ("消费从线下转到线上的比例升至30%。", ["消费从线下转到线上的比例 30%"]),
        ("员工从最初的五个人发展到三百人。", ["员工 300人"]),
        ("疫情前300家门店营业。", ["营业的门店 300家"]),
        ("小摊一天卖八百元。", ["小摊一天销售额 800元"]),
        ("村里西瓜卖五百块。", ["村里西瓜售价 500元"]),
        ("退货率高得吓人，毛利只有两成。", ["毛利 20%"]),
        ("出口占比高得惊人，内销只有两成。", ["内销 20%"]),
    ],
)
def test_that_what_is_told_of_all_of_them_or_of_itself_stays(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "metric", "basis"),
    [
        ("营收同比去年增长5%。", "营收", "同比"),
        ("营收环比上月下降3%。", "营收", "环比"),
        ("利润环比二季度增长12%。", "利润", "环比"),
        ("订单量同比上年同期增长8%。", "订单量", "同比"),
    ],
)
def test_that_a_time_behind_what_it_is_held_against_is_no_measure(text: str, metric: str, basis: str) -> None:
    assert [(one.metric, one.basis) for one in read(text)] == [(metric, basis)]


def test_that_real_growth_since_an_earlier_year_is_not_held_against_that_of_one_year() -> None:
    (earlier,) = read("2024年四川生产总值比2019年实际增长20%。")
    (yearly,) = read("2024年四川生产总值比上年实际增长5%。")
    (again,) = read("2024年四川生产总值同比实际增长6%。")
    assert not comparable(earlier, yearly)
    assert comparable(yearly, again)


@pytest.mark.parametrize(
    ("text", "metric", "start"),
    [
        ("2024年营收10亿元，2023年为8亿元，其中线上收入3亿元。", "线上收入", "2023-01-01"),
        ("2024年营收10亿元，上年为8亿元；净利润2亿元。", "净利润", "2024-01-01"),
    ],
)
def test_that_a_part_of_what_is_looked_back_at_is_of_its_time(text: str, metric: str, start: str) -> None:
    assert [one.period.start for one in read(text) if one.metric == metric] == [start]


def test_that_the_accounts_rules_before_a_comma_are_of_what_follows() -> None:
    assert [one.basis for one in read("按照非IFRS准则，净利润12亿元。")] == ["非IFRS"]


def test_that_models_are_no_quarters() -> None:
    assert not [one for one in read("4Q机型销量3000台。设备型号3Q45售价300元。") if one.period.text]


@every(
    ("text", "found"),
    [
        ("匹克发布新款跑鞋，匹克球赛事同步举行，匹克营收达到30亿元。", {"匹克"}),
        ("微店去年完成1.5亿美元融资，日活用户达到3000万。", {"微店"}),
        ("淘宝客服满意度达到95%，淘宝镇江仓库面积3万平方米。", {"淘宝"}),
        ("淘宝村数量3000个，淘宝客分佣3亿元。", set()),
        ("刷脸支付笔数增长30%，刷脸支付宣布降价。", set()),
        ("县域网点销售额300亿元。", set()),
        ("夜市摊主销售额3万元。", set()),
        ("白酒股的股价下跌，军工股的股价上涨3%。", set()),
        ("小镇青年做出30万元流水，新农人做出了300万元销售额。", set()),
        ("去年同期亏损3亿元的钢企实现盈利3亿元。", set()),
        ("业务公关部官宣，门店300家。", set()),
        ("乡村供销销售额12亿元，数字人直播间的付费用户3万人。", set()),
        ("委员会对互联网金融展开调查。", set()),
    ],
)
def test_that_kinds_of_people_and_trades_are_no_names_and_brands_in_words_of_trade_are(
    text: str, found: set[str]
) -> None:
    assert {one.text for one in find_names(text)} == found
