"""Whose a text is whose title begins with a name and a colon, and that speaks of itself as 公司."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.document.title_names import named_in_title
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics


_OF_ITSELF = "公司2024年实现营业收入12.3亿元，公司净利润2.1亿元。"


@pytest.mark.parametrize("name", ["澄湖光电", "恒朔微电", "岚桥智造", "云峤", "湛源股份"])
@pytest.mark.parametrize("rest", ["首次覆盖", "产能爬坡超预期", "三季报点评"])
def test_that_a_notice_is_of_the_name_before_its_colon_where_it_speaks_of_itself(
    name: str, rest: str
) -> None:
    title = f"{name}：{rest}"
    assert named_in_title(title, f"{title}\n{_OF_ITSELF}") == name
    found = read(f"{title}\n\n{_OF_ITSELF}")
    assert [(one.subject, one.metric) for one in found] == [(name, "营业收入"), (name, "净利润")]


@pytest.mark.parametrize(
    "column",
    ["快讯", "业绩快报", "深度观察", "早盘", "收评", "研报精选", "一图读懂", "机构调研", "张伟", "新华社电"],
)
def test_that_a_column_or_a_person_before_a_colon_is_no_company(column: str) -> None:
    title = f"{column}：净利增三成"
    assert not named_in_title(title, f"{title}\n{_OF_ITSELF}")
