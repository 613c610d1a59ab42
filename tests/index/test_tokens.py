"""What each sign of a query is taken for, with the places of the query it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.query.parser import (
    DEPTH,
    LONGEST,
    LONGEST_WILD,
    MOST_OPERATORS,
    MOST_PATTERNS,
    MOST_TERMS,
    MOST_WILD,
    parse,
)
from index.query.request import Problem
from index.query.tokens import FIELDS, tokenize
from index.query.tree import Fielded, Range, Term

if TYPE_CHECKING:
    from index.query.tree import Node


def cut(text: str) -> str:
    """Each token as ``kind:value``, a wild one with ``*``, a phrase without an end with ``!``."""
    return " ".join(
        f"{token.kind}{'*' * token.wild}{'!' * (not token.closed)}:{token.value}" for token in tokenize(text)
    )


@pytest.mark.parametrize(
    ("query", "tokens"),
    [
        ("甲 - 乙", "word:甲 not:- word:乙"),
        ("甲 － 乙", "word:甲 not:－ word:乙"),
        ("甲 + 乙", "word:甲 and:+ word:乙"),
        ("甲 ＋ 乙", "word:甲 and:＋ word:乙"),
        ("甲 或 乙", "word:甲 or:或 word:乙"),
        ("甲 非 乙", "word:甲 not:非 word:乙"),
        ("或 乙", "word:或 word:乙"),
        ("甲 或", "word:甲 word:或"),
        ("甲 或乙", "word:甲 word:或乙"),
        ("甲AND乙", "word:甲AND乙"),
        ("AND 甲", "and:AND word:甲"),
        (" AND ", "word:AND"),
        (" 或 乙 ", "word:或 word:乙"),
        ("(甲)AND(乙)", "open:( word:甲 close:) and:AND open:( word:乙 close:)"),
        ("甲 NOT(乙)", "word:甲 not:NOT open:( word:乙 close:)"),
        ("甲 NOT（乙）", "word:甲 not:NOT open:（ word:乙 close:）"),
        ("甲|AND 乙", "word:甲 or:| word:AND word:乙"),
        ("甲 AND|乙", "word:甲 word:AND or:| word:乙"),
        ("(甲)-乙", "open:( word:甲 close:) minus:- word:乙"),
        ("甲“乙”-丙", "word:甲 phrase:乙 minus:- word:丙"),
        ("甲 NOT，乙", "word:甲 word:NOT，乙"),
        ("（甲）OR 乙", "open:（ word:甲 close:） or:OR word:乙"),
        ("甲 NEAR 乙", "word:甲 near:10 word:乙"),
        ("甲 NEAR/7 乙", "word:甲 near:7 word:乙"),
        ("甲 NEAR/1234 乙", "word:甲 near:1234 word:乙"),
        ("甲 NEAR/12345 乙", "word:甲 word:NEAR/12345 word:乙"),
        ("甲 NEAR/ 乙", "word:甲 word:NEAR/ word:乙"),
        ("-甲", "minus:- word:甲"),
        ("－甲", "minus:－ word:甲"),
        ("+甲", "plus:+ word:甲"),
        ("＋甲", "plus:＋ word:甲"),
        ("--甲", "minus:- minus:- word:甲"),
        ("- 甲", "word:- word:甲"),
        ("甲-乙", "word:甲-乙"),
        ("-(甲)", "minus:- open:( word:甲 close:)"),
        ("+（甲）", "plus:+ open:（ word:甲 close:）"),
        ("甲 -(乙)", "word:甲 not:- open:( word:乙 close:)"),
        ("甲|乙｜丙", "word:甲 or:| word:乙 or:｜ word:丙"),
        ("甲|-乙", "word:甲 or:| minus:- word:乙"),
        ("(-甲)-乙", "open:( minus:- word:甲 close:) minus:- word:乙"),
        ('"甲"-乙', "phrase:甲 minus:- word:乙"),
        ('"甲"乙', "phrase:甲 word:乙"),
        ('甲"乙"', 'word:甲"乙"'),
        ("甲“乙”丙", "word:甲 phrase:乙 word:丙"),
        ("”甲”", "phrase:甲"),
        ("＂甲＂", "phrase:甲"),
        ("“甲 乙", "phrase!:甲 乙"),
        ('标题:"甲 乙"', "field:title phrase:甲 乙"),
        ("标题:-甲", "field:title minus:- word:甲"),
        ("标题:标题：甲", "field:title field:title word:甲"),
        ("TITLE:甲", "field:title word:甲"),
        ("foo:甲", "word:foo:甲"),
        ("甲标题:乙", "word:甲标题:乙"),
        ("/a b/", "regex:a b"),
        (r"/a\/b/ 甲", r"regex:a\/b word:甲"),
        ("(/a/)", "open:( regex:a close:)"),
        ("（/a/）", "open:（ regex:a close:）"),
        ("/a/b", "word:/a/b"),
        ("甲/a/ 乙", "word:甲/a/ word:乙"),
        ("/ a/", "word:/ word:a/"),
        ("-/a/", "minus:- regex:a"),
        ("app*", "word*:app*"),
        ("app?", "word:app?"),
        (" app? ", "word:app?"),
        ("app? 甲", "word*:app? word:甲"),
        ("a?b", "word*:a?b"),
        ("?甲 乙", "word*:?甲 word:乙"),
        ("?", "word:?"),
        ("* 甲", "word:* word:甲"),
        ("a?甲 乙", "word*:a?甲 word:乙"),
        ("甲* 乙", "word:甲* word:乙"),
        ("a甲*b?", "word:a甲*b?"),
        ("甲　乙\t丙", "word:甲 word:乙 word:丙"),
    ],
)
def test_each_sign_is_taken_for_what_it_is(query: str, tokens: str) -> None:
    assert cut(query) == tokens


def test_every_token_says_where_it_stands() -> None:
    query = '(甲 AND -乙) | 标题："丙 丁" /x+/ NEAR/3 戊~'
    places = [query[token.start : token.end] for token in tokenize(query)]
    assert places == [
        "(", "甲", "AND", "-", "乙", ")", "|", "标题：", '"丙 丁"', "/x+/", "NEAR/3", "戊~"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "field"),
    [("标题 title", "title"), ("正文 text", "text"), ("趋势 trend trends", "trends"),
     ("平台 platform platforms", "platforms"), ("出处 source", "source"), ("年份 year", "year"),
     ("标签 tag tags", "tags"), ("批注 note notes", "notes"), ("课题 collection collections", "collections"),
     ("作者 author", "author")],
)  # fmt: skip
def test_each_field_has_its_names(names: str, field: str) -> None:
    for name in names.split():
        assert cut(f"{name}:甲") == f"field:{field} word:甲"
    assert {name for name, known in FIELDS.items() if known == field} == set(names.split())


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [("2016..2019", "2016", "2019"), ("2016…", "2016", None), ("..2019", None, "2019"), ("a..b", "a", "b")],
)
def test_a_range_has_two_ends_either_of_them_open(typed: str, low: str | None, high: str | None) -> None:
    root = parse(f"年份:{typed}").root
    assert root == Fielded("year", Range(low, high, 3, 3 + len(typed)), 0, 3 + len(typed))


def test_what_has_no_end_is_no_range() -> None:
    assert parse("年份:..").root == Fielded("year", Term("..", 3, 5), 0, 5)
    assert parse("年份:1.2..3").root == Fielded("year", Term("1.2..3", 3, 9), 0, 9)


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("甲 AND 乙 NOT 丙", [(0, 13), (0, 1), (6, 7), (8, 13), (12, 13)]),
        ("甲 OR 乙", [(0, 6), (0, 1), (5, 6)]),
        ("甲 NEAR 乙 NEAR 丙", [(0, 15), (0, 8), (0, 1), (7, 8), (14, 15)]),
        ("-甲 +乙", [(0, 5), (0, 2), (1, 2), (3, 5), (4, 5)]),
        ('标题:"甲" 乙', [(0, 8), (0, 6), (3, 6), (7, 8)]),
    ],
)
def test_every_part_knows_where_it_was_typed(query: str, spans: list[tuple[int, int]]) -> None:
    root = parse(query).root
    assert root is not None
    assert [(node.start, node.end) for node in walked(root)] == spans


def walked(node: Node) -> list[Node]:
    inner: list[Node] = []
    for name in ("left", "right", "node"):
        inner += [getattr(node, name)] if hasattr(node, name) else []
    return [node, *(n for part in (*inner, *getattr(node, "nodes", ())) for n in walked(part))]


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("甲 NEAR", Problem("missing_operand", 2, 6)),
        ("NEAR 甲", Problem("stray_operator", 0, 4)),
        ("甲 OR", Problem("missing_operand", 2, 4)),
        ("甲 NOT OR 乙", Problem("missing_operand", 2, 5)),
        ("甲 -()", Problem("missing_operand", 2, 3)),
        ("甲 (标题:)", Problem("missing_value", 3, 6)),
        ("甲)乙)", Problem("unmatched_close", 1, 2)),
        ("(甲 (乙", Problem("unmatched_open", 3, 4)),
        ("/[/ /(/", Problem("bad_regex", 0, 3)),
    ],
)
def test_the_first_fault_is_told_with_its_place(query: str, problem: Problem) -> None:
    assert parse(query).problem == problem


@pytest.mark.parametrize(
    ("unit", "most", "key"),
    [
        ("甲 ", MOST_TERMS, "too_many"),
        ("-甲 ", MOST_OPERATORS, "too_many"),
        ("甲~ ", MOST_PATTERNS, "too_many"),
        ("a*b ", MOST_PATTERNS, "too_many"),
        ("/a/ ", MOST_PATTERNS, "too_many"),
    ],
)
def test_as_many_as_allowed_are_understood_and_one_more_is_named(unit: str, most: int, key: str) -> None:
    assert parse(unit * most).problem is None
    beyond = parse(unit * (most + 1))
    assert beyond.problem == Problem(key, len(unit) * most, len(unit) * (most + 1))
    assert beyond.root == parse(unit * most).root


def test_a_query_is_read_up_to_its_longest() -> None:
    assert parse("甲" * LONGEST + "  ").problem is None
    long = parse("甲" * LONGEST + "乙")
    assert long.problem == Problem("too_long", LONGEST, LONGEST + 1)
    assert long.root == Term("甲" * LONGEST, 0, LONGEST)


def test_brackets_may_be_as_deep_as_allowed() -> None:
    assert parse("(" * DEPTH + "甲" + ")" * DEPTH).problem == Problem(
        "too_many", DEPTH + 1 + MOST_OPERATORS - DEPTH, 2 * DEPTH + 1
    )
    assert parse("标题:" * DEPTH + "甲").problem is None
    assert parse("标题:" * (DEPTH + 1) + "甲").problem == Problem("too_deep", 3 * DEPTH, 3 * DEPTH + 3)


@pytest.mark.parametrize("opened", [1, 2, 5])
def test_what_is_closed_again_gives_back_its_depth_and_no_more(opened: int) -> None:
    def asked(then: int) -> str:
        return "(" * opened + "标题:甲 (乙) " + "标题:" * then + "丙" + ")" * opened

    assert parse(asked(DEPTH - opened)).problem is None
    told = parse(asked(DEPTH - opened + 1)).problem
    assert told is not None
    assert told.key == "too_deep"
    assert parse("标题:甲 " * DEPTH).problem is None


@pytest.mark.parametrize(
    ("word", "wild"),
    [
        ("a*" * MOST_WILD + "b", True),
        ("a*" * (MOST_WILD + 1) + "b", False),
        ("a" * (LONGEST_WILD - 1) + "*", True),
        ("a" * LONGEST_WILD + "*", False),
    ],
)
def test_a_word_has_room_for_so_many_wildcards(word: str, wild: bool) -> None:
    parsed = parse(f"{word} 甲")
    assert (parsed.problem is None) == wild
    if not wild:
        assert parsed.problem == Problem("long_wildcard", 0, len(word))


@pytest.mark.parametrize(
    ("typed", "text", "approximate"), [("~", "~", False), ("甲~", "甲", True), ("甲~乙", "甲~乙", False)]
)
def test_a_tilde_behind_a_word_makes_it_approximate(typed: str, text: str, approximate: bool) -> None:
    assert parse(typed).root == Term(text, 0, len(typed), approximate)
