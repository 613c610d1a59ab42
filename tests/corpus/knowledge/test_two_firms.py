"""Two firms a sentence joins, the second by its registered name: both are found, without a word between them."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from tests.lines import every

FIRST = ("澜川股份", "景禾科技", "远驰集团", "柏诺新材", "清麓电子", "冠霖能源")
SECOND = (
    "江州星霁实业有限公司", "岭泰电子股份有限公司", "青州汉屿贸易有限公司", "云溪越衡置业有限公司",
    "嘉朔供应链管理有限公司",
)  # fmt: skip
FRAMES = (
    "{0}为{1}提供担保。", "{0}向{1}采购设备。", "{0}与{1}签订合同。", "{0}对{1}增资。", "{0}将{1}并表。",
    "{0}拟向{1}借款。", "{0}及{1}均为被告。", "{0}和{1}合资建厂。", "{0}同{1}合作。", "{0}控股{1}。",
    "{0}委托{1}管理。", "{0}给{1}贷款。", "{0}被{1}起诉。", "{0}由{1}控股。", "{0}通过{1}持股。", "{0}替{1}偿债。",
    "{0}从{1}购入原料。", "{0}就{1}的申请作出回复。", "{0}经{1}评估。", "{0}按{1}的要求整改。", "{0}收购{1}。",
)  # fmt: skip


@every("frame", FRAMES)
def test_that_both_firms_are_found_whatever_joins_them(frame: str) -> None:
    lost = []
    for first in FIRST:
        for second in SECOND:
            text = frame.format(first, second)
            if not {first, second} <= {one.text for one in find_names(text)}:
                lost.append(text)
    assert len(lost) <= 1, lost


@pytest.mark.parametrize(
    "name",
    [
        "上海原龙投资控股（集团）有限公司", "云川和平实业有限公司", "江州为民医药有限公司", "华润控股同济医药有限公司",
        "澜川控股集团有限公司", "江州城投控股股份有限公司", "远驰科技投资发展有限公司", "景禾石化集团有限公司",
    ],
)  # fmt: skip
def test_that_a_word_of_a_name_parts_nothing(name: str) -> None:
    assert name in {one.text for one in find_names(f"公告称，{name}中标。")}
