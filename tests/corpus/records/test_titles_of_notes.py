"""Short first lines of notes are their titles, whatever stands below them."""

from __future__ import annotations

import pytest

from corpus.records.head import record_of_text


@pytest.mark.parametrize(
    "text",
    [
        "数据\n各店销售额如下：\n门店\t2022年销售额（万元）\n东门店\t1,080.5",
        "日记\n#仓储 #盘点\n今天盘点，从东门店开始。",
        "摘录\n见 三号仓库 与 货架。这句要紧。\n注意\n盘点期间不得出库。",
    ],
)
def test_that_the_first_line_is_the_title_where_no_title_stands_below(text: str) -> None:
    titles = [one.value for one in record_of_text(text) if one.field == "title"]
    assert titles in ([], [text.partition("\n")[0]])
