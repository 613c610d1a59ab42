"""Tables whose columns blanks alone part, as accounts stand in plain text, and lines that only look like them."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.tables.aligned import aligned_tables
from corpus.knowledge.tables.grid import grids
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.counting.steps import CountedText
from tests.lines import every

ACCOUNT = """云杉集团控股有限公司中期业绩公告

财务摘要
截至6月30日止六个月
                    2025年        2024年       变动
收入（百万元人民币）   8,642.3      7,915.6      9.2%
毛利率                  36.1%        35.0%    1.1个百分点
每股基本盈利（分）        41.2         36.9     11.7%
"""


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics


def test_that_an_account_set_out_by_blanks_is_read_by_row_and_year() -> None:
    income = [one for one in read(ACCOUNT) if one.metric == "收入"]
    assert [(str(one.value), one.unit, one.period.start, one.period.end, one.kind) for one in income] == [
        ("8642.3", "百万元", "2025-01-01", "2025-06-30", StatisticKind.ACTUAL),
        ("7915.6", "百万元", "2024-01-01", "2024-06-30", StatisticKind.ACTUAL),
        ("9.2", "%", "2025-01-01", "2025-06-30", StatisticKind.GROWTH),
    ]
    assert all(one.cell for one in income)


@every("columns", [2, 3, 5])
@every("rows", [3, 8])
@every("gap", ["   ", "　　", "          "])
@every("corner", ["", "城市"])
def test_that_every_cell_of_such_a_table_is_found(columns: int, rows: int, gap: str, corner: str) -> None:
    heads = [f"{2020 + place}年" for place in range(columns)]
    lines = [gap.join([corner, *heads]), *(
        gap.join([f"东岭{'甲乙丙丁戊己庚辛'[row]}镇", *(f"{row + 1}.{place}" for place in range(columns))])
        for row in range(rows)
    )]  # fmt: skip
    text = "\n".join(["各镇网络零售额（亿元）", *lines, ""])
    (table,) = aligned_tables(text)
    assert [len(row) for row in table] == [columns + 1] * (rows + 1)
    assert [[cell.of(text) for cell in row] for row in table[1:]] == [line.split(gap) for line in lines[1:]]
    assert len(read(text)) == rows * columns


@pytest.mark.parametrize(
    "text",
    [
        "目录\n第一章   绪论   1\n第二章   文献   9\n第三章   方法   17\n",
        "白日依山尽    黄河入海流\n欲穷千里目    更上一层楼\n王之涣    登鹳雀楼\n",
        "姓名    张三    李四\n时间    8:30    9:00\n地点    三楼    四楼\n",
        "    正文缩进了。今年销售额为3亿元。\n    又一段。\n    再一段。\n",
        "项目    2025年    2024年\n收入    3.2    2.9\n\n以上为全部。\n",
        "def f(x):\n    return  1\n\n    y   =   2\n",
    ],
)
def test_that_lines_with_wide_blanks_are_no_table_of_numbers(text: str) -> None:
    assert list(aligned_tables(text)) == []


def test_that_what_stands_above_such_a_table_is_its_caption() -> None:
    rows = "镇   2024年   2025年\n甲镇   1   2\n乙镇   3   4\n丙镇   5   6\n"
    text = f"{'很长的一段话。' * 40}\n\n# 各镇零售额\n单位：亿元\n\n{rows}"
    (found,) = grids(text)
    assert found.caption == ("", "各镇零售额", "单位：亿元")


@pytest.mark.parametrize("between", ["", "一段话。\n\n"])
def test_that_many_such_tables_are_found_in_steps_that_grow_with_the_text(between: str) -> None:
    table = "镇   2024年   2025年\n甲镇   1   2\n乙镇   3   4\n丙镇   5   6\n\n"

    def looked(count: int) -> float:
        text = CountedText((between + table) * count)
        assert len(list(grids(text))) == count
        return text.looked / len(text)

    assert looked(400) < 1.5 * looked(50)


def test_that_runs_of_blanks_are_no_table() -> None:
    line = "甲" + " " * 50 + "乙\n"
    assert list(aligned_tables(line * 2000 + " " * 200_000)) == []
