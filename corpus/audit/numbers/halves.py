"""Two halves of one whole: 存款 and 贷款, 城镇 and 农村."""

from __future__ import annotations

from typing import Final

HALVES: Final = {
    one: other
    for pair in (
        ("男性", "女性"),
        ("男生", "女生"),
        ("城镇", "农村"),
        ("线上", "线下"),
        ("进口", "出口"),
        ("国内", "国外"),
        ("存款", "贷款"),
        ("内销", "外销"),
        ("收入", "支出"),
        ("流入", "流出"),
        ("迁入", "迁出"),
        ("出生", "死亡"),
        ("主场", "客场"),
        ("全职", "兼职"),
        ("公办", "民办"),
        ("客户", "供应"),
        ("门诊", "住院"),
        ("销售", "采购"),
    )
    for one, other in (pair, pair[::-1])
}
"""What holds for the one does not for the other."""
