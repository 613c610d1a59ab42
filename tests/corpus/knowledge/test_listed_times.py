"""Times listed before figures: each its own where shared out, from the first to the last where they are not."""

from __future__ import annotations

from datetime import date
from itertools import product

from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.numbers import find_numbers
from corpus.text.sentences import sentences
from tests.lines import every

_JOINS = ("、", "和", "与", "及", "以及")
_QUARTERS = (("一", "二"), ("二", "三"), ("三", "四"))
_TODAY = date(2026, 3, 1)


def periods(text: str) -> list[tuple[str, str, str]]:
    """Return the printed time and the days of every figure."""
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    return [(one.period.text, one.period.start, one.period.end) for one in found]


@every(
    ("first", "last", "join"),
    [
        *((f"{2014 + n}", f"{2015 + n}年", join) for n, join in product(range(0, 10, 3), _JOINS)),
        *((f"2024年{one}", f"{other}季度", join) for (one, other), join in product(_QUARTERS, _JOINS)),
        *((f"2024年第{one}", f"{other}季度", "、") for one, other in (("一", "二"), ("二", "四"))),
        *((f"2024年{n}", f"{n + 1}月份", join) for n, join in product((1, 6, 11), _JOINS)),
    ],
)  # fmt: skip
def test_that_a_listed_time_is_its_own_though_the_last_alone_has_the_word(
    first: str, last: str, join: str
) -> None:
    whole = find_numbers(f"海川{first}{last[-2:] if last[-1] in '度份' else last[-1]}", reference=_TODAY)
    listed = find_numbers(f"海川{first}{join}{last}营收", reference=_TODAY)
    assert [one.start_date for one in listed[:1]] == [whole[0].start_date]
    assert len(listed) == 2
    assert listed[0].end_date < listed[1].start_date


@every(
    ("text", "told"),
    [
        (
            "海川科技2023、2024年营收分别为5亿元、6亿元。",
            [("2023年", "2023-01-01", "2023-12-31"), ("2024年", "2024-01-01", "2024-12-31")],
        ),
        (
            "海川科技2024年第一、二季度营收分别为5亿元、6亿元。",
            [("2024年第一季度", "2024-01-01", "2024-03-31"), ("二季度", "2024-04-01", "2024-06-30")],
        ),
        (
            "2022、2023和2024年，海川科技研发投入分别为1亿元、2亿元和3亿元。",
            [(f"{year}年", f"{year}-01-01", f"{year}-12-31") for year in (2022, 2023, 2024)],
        ),
        ("2023、2024年海川科技累计营收11亿元。", [("2023、2024年", "2023-01-01", "2024-12-31")]),
        (
            "2024年、2025年，甲县、乙县、丙县产粮分别为13万吨、15万吨、19万吨。",
            [("2024年、2025年", "2024-01-01", "2025-12-31")] * 3,
        ),
        ("2023年和2024年，全县新增门店500家。", [("2023年和2024年", "2023-01-01", "2024-12-31")]),
        ("上、下半年营收分别为3亿元、4亿元。", [("上半年", "", ""), ("下半年", "", "")]),
        ("海川科技2023/24财年营收5亿元。", [("2023/24财年", "", "")]),
        ("海川科技FY2024营收5亿元。", [("FY2024", "2024-01-01", "2024-12-31")]),
    ],
)
def test_that_figures_have_the_time_they_are_told_of(text: str, told: list[tuple[str, str, str]]) -> None:
    assert periods(text) == told


@every("text", ["一、二季度情况良好，营收5亿元。", "1、2月份营收5亿元。"])
def test_that_the_number_of_a_line_is_no_time(text: str) -> None:
    (found,) = periods(text)
    assert found[0] in {"二季度", "2月份"}
