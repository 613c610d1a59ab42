"""Times told as earlier ones: what a change is held against, and the time a second figure is of."""

from __future__ import annotations

from datetime import date

from corpus.model.statistic import Direction
from corpus.text.numbers import find_numbers
from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

YEARS = ("去年", "上年", "上一年", "前一年", "上年度", "上一年度", "2022年", "2022财年", "上财年", "前年")
PARTS = ("", "同期", "末", "底", "同期水平", "平均水平")
OTHERS = (
    "年初", "期初", "期初数", "上期", "基期", "上年同月", "上年同季", "上月", "上个月", "上一月", "前一月", "上季度",
    "上一季度", "上个季度", "前一季度", "第一季度", "6月", "6月份", "上半年", "2021年第四季度", "去年四季度",
    "去年12月",
    "2022年上半年", "五年前", "十年前", "疫情前", "改革前", "上市前", "上届", "上一届", "“十三五”末", "此前", "原来",
    "历史同期", "往年同期", "往年", "过去五年平均水平", "1978年", "上一报告期", "上学年",
)  # fmt: skip
BEFORE = (*(f"{year}{part}" for year in YEARS for part in PARTS), *OTHERS)
GROWN = (
    "2023年，海川县粮食产量{than}{then}增长5.3%。",
    "2023年，海川县粮食产量与{then}相比增长5.3%。",
    "2023年，海川县粮食产量同{then}相比，增长5.3%。",
    "2023年，海川县粮食产量相比{then}增长5.3%。",
    "2023年，海川县粮食产量相较于{then}增长5.3%。",
    "与{then}相比，2023年海川县粮食产量增长5.3%。",
)
LEVELS = (
    "2023年，海川县粮食产量为480万吨，{than}{then}增长5.3%。",
    "2023年，海川县粮食产量为480万吨（{than}{then}增长5.3%）。",
    "2023年，海川县粮食产量{than}{then}增长5.3%，达到480万吨。",
    "2023年，海川县粮食产量{than}{then}增长5.3%至480万吨。",
    "2023年，海川县粮食产量为480万吨，{than}{then}的456万吨增长5.3%。",
)
HELD_BESIDE = (
    "2023年，海川县粮食产量为480万吨，高于{then}的456万吨。",
    "2023年，海川县粮食产量由{then}的456万吨增加到480万吨。",
    "2023年，海川县粮食产量从{then}的456万吨增至480万吨。",
)


@every(("frame", "then"), [(frame, then) for at, then in enumerate(BEFORE) for frame in GROWN[at % 2 :: 2]])
def test_that_a_growth_is_of_its_measure_and_says_what_it_is_held_against(frame: str, then: str) -> None:
    (one,) = figures_of(frame.format(than="比较"[len(then) % 2], then=then))
    assert (one.metric, str(one.value), one.direction) == ("粮食产量", "5.3", Direction.UP)
    assert then[:2] in one.basis
    assert one.period.start == "2023-01-01"


@every(("frame", "then"), [(frame, then) for at, then in enumerate(BEFORE) for frame in LEVELS[at % 2 :: 2]])
def test_that_a_level_keeps_its_change_and_its_own_time(frame: str, then: str) -> None:
    (one,) = figures_of(frame.format(than="比较"[len(then) % 2], then=then))
    assert (one.metric, str(one.value), one.period.start) == ("粮食产量", "480", "2023-01-01")
    assert one.change is not None
    assert (one.change.direction, str(one.change.value)) == (Direction.UP, "5.3")


@every(
    ("frame", "then"), [(frame, then) for at, then in enumerate(BEFORE) for frame in HELD_BESIDE[at % 3 :: 3]]
)
def test_that_what_a_level_is_held_against_is_never_told_of_its_own_time(frame: str, then: str) -> None:
    level, *others = sorted(figures_of(frame.format(then=then)), key=lambda one: str(one.value) != "480")
    assert (level.metric, str(level.value), level.period.start) == ("粮食产量", "480", "2023-01-01")
    assert all(one.period.start != "2023-01-01" for one in others)


@every(
    ("text", "days"),
    [
        ("2023年营收为5亿元，上年为4亿元。", "2022-01-01"),
        ("2023年营收为5亿元，上一年为4亿元。", "2022-01-01"),
        ("2023年营收为5亿元，前一年为4亿元。", "2022-01-01"),
        ("2023年营收为5亿元（上年：4亿元）。", "2022-01-01"),
        ("2023年营收为5亿元，上一年同期为4亿元。", "2022-01-01"),
        ("2023年营收为5亿元，去年为4亿元。", "2024-01-01"),
        ("营收为5亿元，上年为4亿元。", "2024-01-01"),
        ("2023年6月客流为5万人，上月为4万人。", "2023-05-01"),
        ("2023年6月客流为5万人，上一月为4万人。", "2023-05-01"),
        ("2023年6月客流为5万人，前一个月为4万人。", "2023-05-01"),
        ("2023年1月客流为5万人，上个月为4万人。", "2022-12-01"),
        ("2023年第一季度营收为5亿元，上季度为4亿元。", "2022-10-01"),
    ],
)  # fmt: skip
def test_that_a_time_before_is_the_one_before_what_is_spoken_of(text: str, days: str) -> None:
    found = find_numbers(text, reference=date(2025, 3, 1))
    assert [one.start_date for one in found if one.kind in {"date", "period"}][-1] == days


def test_that_a_year_before_told_twice_stays_that_year() -> None:
    text = "2023年营收为5亿元，上年为4亿元；利润为2亿元，上年为1亿元。"
    found = [one.start_date for one in find_numbers(text, reference=date(2025, 3, 1)) if one.start_date]
    assert found == ["2023-01-01", "2022-01-01", "2022-01-01"]


def test_that_a_month_before_is_not_told_from_another_paragraph() -> None:
    found = find_numbers("2023年6月客流为5万人。\n上月为4万人。", reference=date(2025, 3, 1))
    assert [one.start_date for one in found if one.kind in {"date", "period"}] == ["2023-06-01", "2025-02-01"]


@every(
    "aside",
    [
        "上年：4亿元",
        "2022年4亿元",
        "2022年为4亿元",
        "上年同期为4亿元",
        "疫情前为4亿元",
        "上期：4亿元",
        "去年同期4亿元",
    ],
)
def test_that_a_time_in_brackets_dates_no_number_behind_them(aside: str) -> None:
    found = figures_of(f"2023年，海川科技营业收入为5亿元（{aside}），净利润1亿元。")
    assert [one.period.start for one in found if str(one.value) in {"5", "1"}] == ["2023-01-01"] * 2
    assert all(one.period.start != "2023-01-01" for one in found if str(one.value) == "4")


@every(
    "then",
    [
        "疫情前",
        "五年前",
        "改革前",
        "上届",
        "上期",
        "基期",
        "原来",
        "往年",
        "上财年",
        "此前",
        "上学年",
        "十年前",
    ],
)
def test_that_an_earlier_time_without_a_date_is_told_as_printed(then: str) -> None:
    found = figures_of(f"2023年，海川县粮食产量为480万吨，{then}为456万吨。")
    assert [(one.metric, one.period.text, one.period.start) for one in found] == [
        ("粮食产量", "2023年", "2023-01-01"),
        ("粮食产量", then, ""),
    ]


def test_that_what_a_level_is_as_high_as_is_no_level_of_its_time() -> None:
    text = "粮食产量为480万吨，与2019年的481万吨持平，比2022年的456万吨增长5.3%。"
    assert [str(one.value) for one in figures_of(text)] == ["480"]


def test_that_what_was_foreseen_before_is_of_the_time_foreseen() -> None:
    found = figures_of("我们将2023年GDP增速预测上调至5.7%（此前为5.4%）。")
    assert {one.period.start for one in found} == {"2023-01-01"}


@every("when", ["2022年末", "2022年底", "截至2022年底", "截止2022年末"])
def test_that_what_there_is_at_the_end_of_a_year_is_of_its_last_day(when: str) -> None:
    (one,) = figures_of(f"{when}，海川科技总资产640亿元。")
    assert (one.period.start, one.period.end) == ("2022-12-31", "2022-12-31")


@every(
    ("text", "said"),
    [
        ("受访租房青年中，25.3%与陌生人合租。", []),
        ("未来五年中国将新增3000万人。", []),
        ("少年中有3人。", []),
        ("2023年年中，用户数为480万人。", ["2023年年中"]),
        ("去年年中，用户数为480万人。", ["去年年中"]),
        ("年中用户数为480万人。", ["年中"]),
    ],
)
def test_that_the_middle_of_a_year_is_read_in_no_other_word(text: str, said: list[str]) -> None:
    found = [
        one.span.of(text) for one in find_numbers(text, reference=date(2024, 3, 1)) if one.kind == "period"
    ]
    assert [one for one in found if "年中" in one] == said
