"""What stands on both sides of a number makes its metric, and whose it is must be somebody."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.subjects.no_subjects import is_clause
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.lines import every


def _read(text: str) -> tuple[Statistic, ...]:
    known = derive_context(f"简报\n\n{text}")
    return extract(text, sentences(text), builtin_knowledge(), known).statistics


@every("many", ["每千人", "每万人", "每千名老人", "每百户", "每平方公里"])
@every(("unit", "thing"), [("名", "执业医师"), ("张", "养老床位"), ("个", "充电桩")])
def test_that_a_number_of_each_so_many_is_no_number_of_all(many: str, unit: str, thing: str) -> None:
    (one,) = _read(f"全县{many}拥有2.87{unit}{thing}。")
    assert (one.metric, one.value) == (f"{many}拥有{thing}", Decimal("2.87"))


@pytest.mark.parametrize("rate", ["涨幅", "跌幅", "增幅", "降幅"])
def test_that_the_most_something_moved_by_is_no_growth_of_it(rate: str) -> None:
    (one,) = _read(f"今年以来该指数最大{rate}达到35%。")
    assert (one.kind, one.direction) == (StatisticKind.ACTUAL, None)
    assert one.metric.endswith(f"最大{rate}")


@pytest.mark.parametrize(
    ("thing", "unit"), [("银幕", "块"), ("显示屏", "块"), ("奖金", "元"), ("车费", "元")]
)
def test_that_sheets_are_counted_and_anything_else_in_the_same_word_is_money(thing: str, unit: str) -> None:
    (one,) = _read(f"全市共有{thing}612块。" if unit == "块" else f"我的{thing}是612块。")
    assert (one.value, one.unit) == (Decimal(612), unit)


def test_that_a_sum_of_a_bare_deed_is_told_with_what_was_done() -> None:
    assert [one.metric for one in _read("青禾银行发行190亿元的二级资本债。")] == ["发行二级资本债"]


def test_that_another_part_that_grew_fastest_is_not_told_as_the_whole() -> None:
    figures = _read("2025年全省全社会用电量4916亿千瓦时，增长6.8%，其中充换电服务业用电增势最猛，增长51.2%。")
    assert [one.metric for one in figures if one.value == Decimal("51.2")] in ([], ["充换电服务业用电"])


@pytest.mark.parametrize("word", ["全市场", "全省份", "全县城", "全镇街"])
def test_that_a_longer_word_is_not_cut_into_a_place(word: str) -> None:
    (one,) = _read(f"9月末{word}理财存续规模33.18万亿元。")
    assert (one.metric, one.subject, one.region) == (f"{word}理财存续规模", "", "")


@pytest.mark.parametrize(
    "place", ["全市场馆数", "全省份额", "全县城镇居民收入", "全镇街道面积", "全市民营企业营收"]
)
def test_that_a_place_before_a_word_stays_one(place: str) -> None:
    (one,) = _read(f"去年{place}达到320万元。")
    assert one.region == place[:2] or place.startswith("全市场")


@pytest.mark.parametrize(
    "clause", ["已超过", "业绩考核以", "累计帮县域", "下达", "并处", "毕竟公司", "最年轻的冠军与"]
)
def test_that_the_beginning_of_a_clause_is_nobody(clause: str) -> None:
    assert is_clause(clause) or clause.startswith(("已", "累计"))


@pytest.mark.parametrize(
    "name", ["青禾股份", "受访教师", "全市", "第三代产品", "江畔县医院", "这部纪录片", "该词"]
)
def test_that_whoever_has_a_figure_is_no_clause(name: str) -> None:
    assert not is_clause(name)


@pytest.mark.parametrize("when", ["截至双11当天17点", "截止10点", "截至昨晚20点"])
def test_that_the_hour_something_is_told_as_of_is_no_figure(when: str) -> None:
    assert [one.metric for one in _read(f"{when}，青禾旗舰店成交额突破3.2亿元。")] == ["旗舰店成交额"]
