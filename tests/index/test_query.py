from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.explanation import explain
from index.query.parser import parse
from index.query.request import Problem


def shown(text: str) -> str:
    root = parse(text).root
    return explain(root).plain() if root else ""


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("社交电商占比", "社交电商占比"),
        ("电商　直播", "电商 直播"),
        ("电商 AND 直播", "电商 + 直播"),
        ("电商 + 直播", "电商 + 直播"),
        ("+电商 直播", "+电商 直播"),
        ("电商 或 直播", "电商 | 直播"),
        ("电商｜直播", "电商 | 直播"),
        ("电商 非 微博", "电商 + − 微博"),
        ("电商 -微博", "电商 − 微博"),
        ("电商 -商", "电商 − 商"),
        ("电商 ** 直播", "电商 ** 直播"),
        ("(A OR B) AND C", "(A | B) + C"),
        ("（A OR B） AND C", "(A | B) + C"),
        ("A OR B AND C", "A | (B + C)"),
        ('"直播 电商" 趋势', "“直播 电商” 趋势"),
        ("“直播 电商”趋势", "“直播 电商” 趋势"),
        ("标题：拼多多 上市", "title: 拼多多 上市"),
        ("title:(a OR b)", "title: (a | b)"),
        ("标题: 拼多多", "title: 拼多多"),
        ("年份:2016..2019", "year: 2016..2019"),
        ("年份:..2019 电商", "year: ..2019 电商"),
        ("A NEAR/5 B", "A ↔5 B"),
        ("电商~ 平台", "≈电商 平台"),
        ("/20\\d\\d年/ 电商", "/20\\d\\d年/ 电商"),
        ("app* 用户", "app* 用户"),
        ("/(a+)+b/ 电商", "/(a+)+b/ 电商"),
    ],
)
def test_the_language_is_understood(query: str, meant: str) -> None:
    parsed = parse(query)
    assert parsed.problem is None
    assert shown(query) == meant


@pytest.mark.parametrize(
    "question",
    ["什么是B2B?", "非洲电商有多大？", "或许", "1+1等于几", "C++ 语言", "http://x.com/a?b=c*", '5" 屏幕', "用户 app*",
     "R&D/研发", "AND", "是非题", "时间：12点", "3:2 大胜", "电商 非", "什么*意思", "S2B2C/OMO", "- 5", "a/b/c"],
)  # fmt: skip
def test_plain_questions_hold_no_operators(question: str) -> None:
    parsed = parse(question)
    assert parsed.problem is None
    assert shown(question) == " ".join(question.split())


@pytest.mark.parametrize(
    ("query", "problem", "meant"),
    [
        ("(电商 直播", Problem("unmatched_open", 0, 1), "电商 直播"),
        ("电商) 直播", Problem("unmatched_close", 2, 3), "电商 直播"),
        ("电商 NOT", Problem("missing_operand", 3, 6), "电商"),
        ('趋势 "直播', Problem("unclosed_quote", 3, 6), "趋势 “直播”"),
        ("电商 AND", Problem("missing_operand", 3, 6), "电商"),
        ("OR 电商", Problem("missing_operand", 0, 2), "电商"),
        ("标题:", Problem("missing_value", 0, 3), ""),
        ("/a{2000}/ 电商", Problem("slow_regex", 0, 9), "a{2000} 电商"),
        ("/(?=a)b/ 电商", Problem("unsupported_regex", 0, 8), "(?=a)b 电商"),
        (f"{'词' * 21}~", Problem("long_approximate", 0, 22), f"≈{'词' * 21}"),
        ("/[a/ 电商", Problem("bad_regex", 0, 4), "[a 电商"),
    ],
)
def test_a_fault_marks_its_place_and_the_rest_is_understood(query: str, problem: Problem, meant: str) -> None:
    assert parse(query).problem == problem
    assert shown(query) == meant


PIECES = st.sampled_from(
    ["电商", " ", "AND", "OR", "NOT", "或", "非", "-", "+", "(", ")", "（", "）", '"', "“", "”", "标题:", "年份：",
     "..", "2019", "NEAR/3", "/", "*", "?", "~", "|", "｜", "a", "🍚", "\n", "\x00"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_nothing_typed_breaks_the_parser(text: str) -> None:
    parsed = parse(text)
    if parsed.problem:
        assert 0 <= parsed.problem.start < parsed.problem.end <= len(text)
    if parsed.root:
        explain(parsed.root).plain()


@pytest.mark.parametrize("query", ["甲 AND 乙丙", "甲 OR 乙丙", "甲 NEAR/3 乙丙"])
def test_what_is_joined_reaches_from_its_first_part_to_its_last(query: str) -> None:
    root = parse(query).root
    assert root is not None
    assert (root.start, root.end) == (0, len(query))


def test_deep_brackets_are_refused_not_followed() -> None:
    assert parse("(" * 5000 + "a").problem is not None
