"""A figure is told of who does, has or pays it: never of the one it is only done to, and of no cut-off clause."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.title_names import named_in_title
from corpus.library.intake.extracting import extract_bare


def borne(text: str) -> dict[str, str]:
    """Return whose each figure of a text is, by its number."""
    return {one.figure.of(text): one.subject for one in extract_bare(text).found.statistics}


@pytest.mark.parametrize(
    ("text", "number", "bearer"),
    [
        ("青禾科技股份有限公司向蓝田银行股份有限公司支付货款320万元。", "320万元", "青禾科技股份有限公司"),
        (
            "青禾科技股份有限公司为蓝田材料有限公司提供担保，担保金额4.2亿元。",
            "4.2亿元",
            "青禾科技股份有限公司",
        ),
        ("青禾科技股份有限公司收购蓝田材料有限公司30%股权。", "30%", "蓝田材料有限公司"),
        ("法院判令青禾科技股份有限公司赔偿蓝田材料有限公司58万元。", "58万元", "青禾科技股份有限公司"),
        ("青禾科技股份有限公司营业收入达到6.3亿元。", "6.3亿元", "青禾科技股份有限公司"),
    ],
)
def test_that_a_figure_is_told_of_who_does_it(text: str, number: str, bearer: str) -> None:
    assert borne(text)[number] == bearer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("近日，公司中标蓝田电网有限公司的项目，中标金额达2.8亿元。", "2.8亿元"),
        ("他是蓝田材料有限公司第二大股东，持股数为1.5亿股。", "1.5亿股"),
        ("股东累计质押股份120万股，占其所持有股份比例为19.5%，占公司总股本比例为3.8%。", "3.8%"),
        ("值得注意的是，两宗诉讼涉及标的金额合计约10.2亿元。", "10.2亿元"),
        ("据了解，三笔贷款余额合计为4.1亿元。", "4.1亿元"),
    ],
)
def test_that_nobody_is_better_than_somebody_else(text: str, number: str) -> None:
    assert borne(text)[number] in {"", "公司"}


@pytest.mark.parametrize(
    "opening", ["值得注意的是", "据了解", "截至公告披露日", "经法院判决", "公司拟于收购完成后"]
)
def test_that_the_opening_of_a_text_names_nobody(opening: str) -> None:

    assert named_in_title(opening, f"{opening}，质押余额为4.1亿元。") == ""
