"""Lines without the signs of Markdown, and what stands beside a place on its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.span import Span
from corpus.text.line_signs import behind_signs, beside, without_signs


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- 数据来自 26 个县", "数据来自 26 个县"),
        ("  * 甲", "甲"),
        ("> - 引来的一条", "引来的一条"),
        ("## 二、数据", "二、数据"),
        ("• 一点", "一点"),
        ("揽收\t0.62\t19.0%", "揽收 | 0.62 | 19.0%"),
        ("-3.5% 是降幅", "-3.5% 是降幅"),
        ("#标签不是标题", "#标签不是标题"),
        ("3. 第三条", "3. 第三条"),
    ],
)
def test_that_a_line_is_told_without_its_signs(line: str, words: str) -> None:
    assert without_signs(line) == words


@pytest.mark.parametrize(
    ("text", "key", "left", "right"),
    [
        ("- 数据的来源", "数据", "", "的来源"),
        ("上一行\n- 关于历史数据修订的说明\n下一行", "数据", "关于历史", "修订的说明"),
        ("the Skypile/Chinese-Web 数据 of RefinedWeb-2023x", "数据", "Chinese-Web ", " of"),
        ("甲\t数据\t乙", "数据", "甲 | ", " | 乙"),
    ],
)
def test_that_no_sign_and_no_half_of_a_word_stands_beside_a_place(
    text: str, key: str, left: str, right: str
) -> None:
    start = text.index(key)
    assert beside(text, Span(start, start + len(key)), 14) == (left, right)


@given(st.text("-# \t\n甲ab1.", max_size=60), st.integers(0, 60), st.integers(1, 9), st.integers(0, 20))
def test_that_what_stands_beside_is_of_the_line_and_never_too_long(
    text: str, start: int, length: int, most: int
) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    left, right = beside(text, span, most)
    for side in (left, right):
        assert "\n" not in side
        assert len(side.replace(" | ", "\t")) <= most
    plain = text[: span.start].rpartition("\n")[2]
    assert left.replace(" | ", "").replace(" ", "") in plain.replace("\t", "").replace(" ", "")


@given(
    st.sampled_from(["", "- ", "> - ", "## ", "* ", "-"]),
    st.text("甲乙 12-", min_size=1, max_size=9),
    st.data(),
)
def test_that_what_is_marked_in_a_line_is_marked_in_it_without_its_signs(
    sign: str, words: str, data: st.DataObject
) -> None:
    line = sign + words
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    told, ((first, last),) = behind_signs(line, ((start, end),))
    assert told[first:last] == line[start:end]
    assert line.endswith(told)
    plain, _marks = behind_signs(line)
    assert plain.strip() == without_signs(line)
