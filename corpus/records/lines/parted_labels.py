"""Labels that nothing parts from the value before them, and cells of an official table that only blanks part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.lazy_pattern import LazyPattern

_LABEL: Final = (
    r"(?:(?:文章|信息|稿件|新闻)?来源|(?:文章)?作者|(?:发布|发表|更新|添加)?(?:时间|日期)|(?:责任)?编辑|记者"
    r"|(?:点击|浏览|阅读|评论)(?:数|量|次数)?|字[体号](?:大小)?|标签|人气|栏目)[:：]"
)
_RUN_ON: Final = LazyPattern(
    r"(?<![\s　（(【\[｜|／/；;、，])"
    r"(?<![\s　](?:信息|文章|稿件|新闻|内容|发布|发表|更新|生效|施行|实施|修订|截止|审核))"
    rf"{_LABEL}"
)
"""A label right behind the value of another: 来源：某网时间：2022/11/23作者：某人."""
_LABEL_FIRST: Final = LazyPattern(_LABEL)
_FEWEST: Final = 2
_OFFICIAL: Final = "|".join(
    r"[ 　]*".join(label)
    for label in (
        "信息索引号", "索引号", "主题分类", "信息分类", "体裁分类", "分类", "发布机构", "发文机关", "发文机构",
        "公开机构", "信息名称", "名称", "标题", "文件编号", "发文字号", "文号", "发文日期", "成文日期", "发布日期",
        "公开日期", "生成日期", "上载日期", "主题词", "有效性", "公开类别", "公开方式",
    )
)  # fmt: skip
_CELL: Final = LazyPattern(rf"(?:^|(?<=[ 　]))(?P<label>{_OFFICIAL})[ 　]*[:：]?[ 　]+")
_SET_WIDE: Final = LazyPattern(rf"(?=(?:{_OFFICIAL})[ 　])(?:[\u3400-\u9fff][ 　]+){{2,}}")
"""A label whose characters stand apart, as only tables print it."""
_ROWS: Final = 14


def parted(line: str) -> str:
    """Return a line that begins with a label with blanks before the further ones that stand right behind a value."""
    found = list(_RUN_ON.finditer(line)) if _LABEL_FIRST.match(line) else []
    if len(found) < _FEWEST - 1:
        return line
    return _RUN_ON.sub(lambda one: f"  {one[0]}" if one.start() else one[0], line)


def with_parted_cells(lines: Sequence[str]) -> list[str]:
    """Return lines with the rows of an official table as a line for each cell, label and value.

    A row begins with a label; it tells a table where a label is set wide, or where it stands beside such a row.
    """
    cells = [_cells_of(line) if place < _ROWS else [] for place, line in enumerate(lines)]
    wide = [bool(one) and bool(_SET_WIDE.match(line)) for one, line in zip(cells, lines, strict=False)]
    if sum(wide) < _FEWEST:
        return list(lines)
    return [row for line, one in zip(lines, cells, strict=True) for row in (one or [line])]


def _cells_of(line: str) -> list[str]:
    """Return the labels and values of a row, none where it does not begin with a label."""
    found = list(_CELL.finditer(line))
    if not found or found[0].start():
        return []
    ends = [*(one.start() for one in found[1:]), len(line)]
    told = [
        (re.sub(r"[ 　]", "", one["label"]), line[one.end() : end].strip())
        for one, end in zip(found, ends, strict=True)
    ]
    return [f"{label}：{value}" for label, value in told] if all(value for _, value in told) else []
