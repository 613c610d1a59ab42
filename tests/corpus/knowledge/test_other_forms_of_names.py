"""Other forms of a name in brackets behind it, whatever else stands there, and what is no other form."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from tests.lines import every

NAME = "岚峰重机股份有限公司"


def forms(text: str) -> set[str]:
    """Return what a text gives as other forms of the name."""
    return {one.text for one in find_names(text) if one.platform == NAME and one.text != NAME}


@every(
    "inside",
    [
        "股票代码：600000，以下简称“岚峰重机”",
        "“岚峰重机”或“本公司”",
        "下文简称岚峰重机",
        "以下统称“岚峰重机”",
        "以下合并简称“岚峰重机”",
        "即“岚峰重机”",
        "现名岚峰重机",
        "曾用名“岚峰重机”",
        "岚峰重机，600000.SH",
        "证券简称：岚峰重机，证券代码：600000",
        "代表“稳健一号”，下称“岚峰重机”",
        "英文名称：Lanfeng，以下简称岚峰重机",
    ],
)
def test_that_another_form_is_found_beside_whatever_the_brackets_hold(inside: str) -> None:
    assert "岚峰重机" in forms(f"{NAME}（{inside}）今日公告。")


@pytest.mark.parametrize(
    ("behind", "form"),
    [
        ("成立于2015年，英文名为Lanfeng Heavy，主营盾构机。", "Lanfeng Heavy"),
        ("（厂区在云亭河边），市民亲切地称为“老重机”，去年搬了新址。", "老重机"),
    ],
)
def test_that_another_form_is_found_later_in_the_sentence(behind: str, form: str) -> None:
    assert form in forms(f"{NAME}{behind}")


@pytest.mark.parametrize(
    "inside",
    [
        "股票代码：600000",
        "“稳健一号”",
        "代表“稳健一号”",
        "下称“公司”",
        "以下简称“本公司”",
        "特殊普通合伙",
        "上海",
    ],
)
def test_that_what_else_brackets_hold_is_no_form_of_the_name(inside: str) -> None:
    assert forms(f"{NAME}（{inside}）今日公告。") == set()


def test_that_a_registered_name_keeps_its_own_part() -> None:
    assert {one.text for one in find_names("宏远城建集团有限公司及其子公司。")} == {"宏远城建集团有限公司"}
    assert {one.text for one in find_names("与KIWIRA煤电有限公司签署了合同。")} == {"KIWIRA煤电有限公司"}
    assert {one.text for one in find_names("昨日恒岳证券有限责任公司公告。")} == {"恒岳证券有限责任公司"}
