"""Whatever is typed, the work it makes is bounded: by the structure of what is understood, no clock asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.query.conditions import Compiler, Scored
from index.query.explanation import explain
from index.query.matching import InSentences, Literal, Matching, Together, plain
from index.query.parser import LONGEST, MOST_OPERATORS, MOST_TERMS, parse
from index.query.patterns import PIECE, Linear
from index.query.request import Query
from index.query.tokens import tokenize
from index.query.tree import And, Fielded, Near, Not, Or, Rank

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.finder import Finder
    from index.query.matching import Pattern
    from index.query.tree import Node

    FindIn = Callable[[Mapping[str, str]], Finder]

# One letter again and again is what patterns with choices run away on.
RUN = "a" * 5000
UNITS = st.sampled_from(
    ["-", "+", "(", ")", "标题:", "电商", " ", " AND ", " OR ", " NOT ", " NEAR/9 ", "/a*a*b/", "a*a*a*b", "a?", "词~",
     '"', "“", "/", "\\", "/(a|a)*b/ ", "/.*.*Z/ ", "年份:1..2 ", "x ", "?", "*", "~", "|", "\u200b", "🍚", "\ud800"]
)  # fmt: skip
HOSTILE = st.builds(
    lambda unit, times, rest: unit * times + rest,
    st.one_of(UNITS, st.lists(UNITS, min_size=2, max_size=3).map("".join)),
    st.sampled_from([1, 40, 900, 6000]),
    st.sampled_from(["", "电商", " x", "b"]),
)


def children(node: Node) -> tuple[Node, ...]:
    match node:
        case And() | Or() | Rank():
            return node.nodes
        case Near():
            return (node.left, node.right)
        case Not() | Fielded():
            return (node.node,)
        case _:
            return ()


def measured(root: Node) -> tuple[int, int]:
    """How many nodes a tree has, and how deep it is."""
    count = deepest = 0
    waiting = [(root, 1)]
    while waiting:
        node, depth = waiting.pop()
        count, deepest = count + 1, max(deepest, depth)
        waiting += [(child, depth + 1) for child in children(node)]
    return count, deepest


def is_linear(pattern: Pattern) -> bool:
    match pattern:
        case Together():
            return is_linear(pattern.left) and is_linear(pattern.right)
        case Matching() | InSentences():
            return isinstance(pattern.expression, Linear)
        case _:
            return isinstance(pattern, Literal)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
def test_a_query_is_understood_within_bounds(text: str) -> None:
    parsed = parse(text)
    if len(text.rstrip()) > LONGEST or len(tokenize(text[:LONGEST])) > MOST_TERMS + MOST_OPERATORS:
        assert parsed.problem is not None
    if parsed.root is None:
        return
    count, deepest = measured(parsed.root)
    assert count <= 3 * (MOST_TERMS + MOST_OPERATORS)
    assert deepest <= 3 * MOST_OPERATORS
    explain(parsed.root).plain()
    compiler = Compiler(lambda term: [Scored(Literal.of(plain(term)), term)], lambda _: ())
    conditions = compiler.conditions(parsed.root)
    assert len(conditions.patterns) <= 3 * (MOST_TERMS + MOST_OPERATORS)
    assert all(is_linear(scored.pattern) for scored in conditions.patterns)


@pytest.mark.parametrize(
    "query",
    ["a*a*a*b x", "a*a*a*a*a*a*b x", "/a*a*a*b/", "/.*.*.*Z/", "/[a-z]+[a-z]+[a-z]+Z/", "/(a|a|a)*b/",
     "/a{1,500}a{1,500}a{1,500}b/", "/(?:.?){40}(?:.){40}ZZ/", "词" * 200 + "~", "a* NEAR/9999 a*",
     "-" * 900 + "电商", "标题:" * 3000 + "电商", " NEAR/9 ".join(["电商"] * 2000), "+" * 50_000,
     " AND ".join(["电商"] * 5000), " ".join(["词"] * 33_000), "(" * 9000, "“" * 3000, "a" * 40_000,
     '"' + "电商" * 20_000 + '"', "/" * 900, "/\\" * 900]
)  # fmt: skip
@pytest.mark.parametrize("mode", ["auto", "words", "near", "exact"])
def test_a_hostile_query_ends_with_an_answer(find_in: FindIn, query: str, mode: str) -> None:
    text = f"电商\n{RUN} {'aa ' * 1000}\n电商平台在增长。"
    answer = find_in({"1": text}).search(Query(query, mode=mode, limit=20))  # type: ignore[arg-type]
    assert all(hit.text == text[hit.start : hit.end] for hit in answer.hits)


def test_a_pattern_is_looked_for_in_pieces_of_a_sentence_without_end(find_in: FindIn) -> None:
    text = "b" * (3 * PIECE) + "电商"
    finder = find_in({"1": text})
    assert finder.search(Query("/电商/", mode="words")).total == 1
    assert finder.search(Query(f"/b{{{PIECE // 4}}}/", mode="words")).total == 1


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\d+年", "２０１８年，2019年", ["２０１８年", "2019年"]),
        (r"\w+电商", "社交电商。", ["社交电商"]),
        (r"[\w-]+@", "张三-a@b", ["张三-a@"]),
        (r"[^\W]+", "甲，乙", ["甲", "乙"]),
        (r"[]甲]", "甲]", ["甲", "]"]),
        (r"\u7535.", "电商", ["电商"]),
        (r"第.\s期", "第一 期\u3000第二\u3000期", ["第一 期", "第二\u3000期"]),
        (r"^甲$", "甲", ["甲"]),
        (r"ABC", "abc", ["abc"]),
        (r"🍚.", "吃🍚吧", ["🍚吧"]),
    ],
)
def test_patterns_mean_what_they_mean_to_everyone(
    find_in: FindIn, pattern: str, text: str, found: list[str]
) -> None:
    answer = find_in({"1": text}).search(Query(f"/{pattern}/", mode="words"))
    assert [text[s:e] for hit in answer.hits for s, e in hit.marks] == found


@pytest.mark.parametrize("typed", ["拼多哆~", "拼少多~", "聘多多~", "拼多很多~"])
def test_one_wrong_letter_anywhere_in_an_approximate_word(find_in: FindIn, typed: str) -> None:
    found = find_in({"1": "拼多多上市。"}).search(Query(typed, mode="words"))
    assert [hit.text for hit in found.hits] == ["拼多多上市。"]


def test_that_a_sentence_without_an_end_is_marked_as_far_as_a_person_may_read(find_in: FindIn) -> None:
    (hit,) = find_in({"a": "商店里有" + "电，" * 3000}).search(Query("+电 +商", mode="words")).hits
    assert hit.marks == ((0, 1), *((at, at + 1) for at in range(4, 2004, 2)))


def test_that_places_in_one_endless_sentence_hold_no_copies_of_it(find_in: FindIn) -> None:
    answer = find_in({"a": "电商很好" * 5000}).search(Query("电"))
    assert len(answer.hits) == 5000
    assert max(len(hit.front) + len(hit.behind) for hit in answer.hits) == 600
