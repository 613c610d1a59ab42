"""A table too wide for a page stands in parts, each of which begins with what names its rows."""

from __future__ import annotations

import re

import pytest

from corpus.report.column_widths import least_widths, line_places
from corpus.report.html.body import HtmlBody
from corpus.report.html.styles import Dialect
from corpus.report.model import Report, ReportSection, TableItem
from corpus.report.wide_tables import parts_of_table


def matrix(periods: int) -> TableItem:
    columns = ("指标", "地区", *(f"{2000 + n}年" for n in range(periods)))
    rows = tuple(
        ("农产品网络零售额", place, *(f"{n + 1},234.5" for n in range(periods)))
        for place in ("云岭县", "石桥镇")
    )
    return TableItem(columns, rows, "零售额", right=frozenset(range(2, periods + 2)))


@pytest.mark.parametrize("periods", [4, 9, 13, 20, 41])
@pytest.mark.parametrize("across", [False, True])
def test_that_every_part_fits_a_page_and_nothing_is_lost(periods: int, across: bool) -> None:
    table = matrix(periods)
    parts = parts_of_table(table, across=across)
    assert [one for part in parts for one in part.columns[2:]] == list(table.columns[2:])
    assert [sum((part.rows[row][2:] for part in parts), ()) for row in range(2)] == [
        row[2:] for row in table.rows
    ]
    for part in parts:
        assert part.columns[:2] == table.columns[:2]
        assert all(row[:2] == whole[:2] for row, whole in zip(part.rows, table.rows, strict=True))
        assert part.right == frozenset(range(2, len(part.columns)))
        assert sum(least_widths(part)) <= line_places(across=across)
    sizes = [len(part.columns) for part in parts]
    assert max(sizes) - min(sizes) < len(parts) + 1
    assert (len(parts) == 1) == (sum(least_widths(table)) <= line_places(across=across))


def test_that_a_table_without_names_or_of_words_stays_whole() -> None:
    numbers = TableItem(tuple(f"{n}年" for n in range(40)), (("1,234.5",) * 40,), right=frozenset(range(40)))
    words = TableItem(tuple(f"第{n}栏" for n in range(40)), (("乡间的路",) * 40,))
    assert parts_of_table(numbers) == (numbers,)
    assert parts_of_table(words) == (words,)


def test_that_parts_behind_the_first_say_so() -> None:
    report = Report("年报", sections=(ReportSection("表", items=(matrix(20), matrix(3))),), captions=True)
    told = HtmlBody(report, Dialect.PAGE).whole()
    assert re.findall(r"tablecaption[^>]*>([^<]+)<", told) == [
        "表\u00a01　零售额",
        "表\u00a01（续）",
        "表\u00a02　零售额",
    ]
