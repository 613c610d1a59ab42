"""Where each kind of pattern stands in a text, and what the conditions over fields choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.characters.entry import Entry
from index.document import IndexDocument
from index.query.conditions import Compiler, Scored
from index.query.explanation import Explained, Explanation, explain
from index.query.matching import Literal, Together, apart, approximate, occurrences, regular, wildcard
from index.query.parser import parse
from index.query.patterns import LONGEST, PIECE, fault_of, literal_in
from tests.index.library import sentences

if TYPE_CHECKING:
    from index.query.matching import Pattern


def entry(text: str, **fields: str) -> Entry:
    return Entry.of(IndexDocument("1", 1, fields, text, sentences(text)))


def shown(pattern: Pattern, text: str) -> list[str]:
    return [text[start:end] for start, end in pattern.find(entry(text))]


SPANS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda s: (s[0], s[0] + s[1])), max_size=7
)


@given(SPANS)
def test_spans_kept_apart_never_overlap_and_leave_out_only_what_does(spans: list[tuple[int, int]]) -> None:
    kept = apart(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(kept))
    for start, end in spans:
        assert (start, end) in kept or any(
            first < end and start < last and (first, -last) < (start, -end) for first, last in kept
        )
    assert set(kept) <= set(spans)


@pytest.mark.parametrize(
    ("sought", "text", "found"),
    [
        (("电商", "直播电商"), "直播电商和电商", ["直播电商", "电商"]),
        (("B2B",), "B2B、B2B2C和xB2B", ["B2B"]),
        (("14",), "14.5、14,000、14。5、14.、114、14", ["14", "14", "14"]),
        (("app",), "App apps 用App店", ["App", "App"]),
        (("5g",), "5G网络15G", ["5G"]),
        (("g网",), "5G网", []),
        (("网g",), "网G 网G2", ["网G"]),
        (("乙乙",), "乙乙乙乙乙", ["乙乙", "乙乙"]),
        (("a.",), "a.b a.", ["a.", "a."]),
        (("C#",), "C#，C#x", ["C#", "C#"]),
    ],
)
def test_a_string_is_found_as_a_whole_where_it_is_latin(
    sought: tuple[str, ...], text: str, found: list[str]
) -> None:
    assert shown(Literal.of(sought[0], sought[1:]), text) == found


def test_equal_forms_are_looked_for_once() -> None:
    assert Literal.of(" ＡＢ ", ("ab", "", "甲", " ")).strings == ("ab", "甲")
    assert occurrences("aaaa", "aa") == [(0, 2), (1, 3), (2, 4)]


@given(st.text("ab", max_size=4), st.integers(1, 9), st.text("ab", max_size=3), st.text("ab", max_size=40))
def test_every_place_of_a_string_that_repeats_itself_is_found(
    turn: str, times: int, end: str, around: str
) -> None:
    string = turn * times + end or "a"
    text = around + string * 3 + around
    places = [at for at in range(len(text)) if text.startswith(string, at)]
    assert occurrences(text, string) == [(at, at + len(string)) for at in places]


@dataclass(frozen=True)
class Counting:
    """A pattern that counts how often it is looked for."""

    asked: list[str] = field(default_factory=list, hash=False)
    strings: tuple[str, ...] = ("电商",)

    def find(self, looked_in: Entry) -> list[tuple[int, int]]:
        self.asked.append(looked_in.id)
        return occurrences(looked_in.folded, "电商")


def test_a_chain_looks_once_for_what_stands_in_it_often() -> None:
    counting = Counting()
    chain = Together(counting, counting, 9)
    for _ in range(20):
        chain = Together(chain, counting, 9)
    assert chain.find(entry("电商和" * 30))
    assert counting.asked == ["1"]


@pytest.mark.parametrize("joined", [" ", " AND ", " OR "])
def test_what_is_asked_often_is_looked_for_once(joined: str) -> None:
    parsed = parse(joined.join(["电商"] * 50 + ["物流"])).root
    assert parsed is not None
    compiler = Compiler(lambda term: [Scored(Literal.of(term), term)], lambda _: ())
    conditions = compiler.conditions(parsed)
    assert [one.text for one in conditions.patterns] == ["电商", "物流"]
    assert conditions.positive == {0, 1}


def edits(typed: str, word: str) -> int:
    """How many letters are more, less or others."""
    row = list(range(len(word) + 1))
    for i, a in enumerate(typed, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(word, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


@settings(max_examples=50)
@given(st.text("甲乙丙", min_size=3, max_size=5), st.text("甲乙丙丁", min_size=2, max_size=6))
def test_an_approximate_word_is_at_most_one_letter_away(typed: str, word: str) -> None:
    found = approximate(typed).find(entry(word))
    near = edits(typed, word) == 1 and len(word) >= len(typed) - (len(typed) > 3)
    if word == typed:
        assert found == [(0, len(word))]
    elif near and len(word) <= len(typed):
        # What is one letter away as a whole is found, from its first letter or as a part of it that is so too.
        assert found
    for start, end in found:
        assert edits(typed, word[start:end]) <= 1


@pytest.mark.parametrize(
    ("typed", "text", "sure", "loose"),
    [
        ("拼多多", "聘多多", [], ["聘多多"]),
        ("拼多多", "拼少多", ["拼少多"], ["拼少多"]),
        ("拼多多", "拼多少", [], ["拼多少"]),
        ("拼多多", "拼很多多", ["拼很多多"], ["拼很多多"]),
        ("拼多多", "拼多", [], []),
        ("拼多多", "拼，多", [], []),
        ("直播电商", "直电商", ["直电商"], ["直电商"]),
        ("直播电商", "只播电商", ["只播电商"], ["只播电商"]),
        ("京东", "京西东", [], []),
        ("京东", "京东", ["京东"], ["京东"]),
    ],
)
def test_a_name_nobody_called_approximate_must_be_surer(
    typed: str, text: str, sure: list[str], loose: list[str]
) -> None:
    assert shown(approximate(typed, sure=True), text) == sure
    assert shown(approximate(typed), text) == loose


def test_the_halves_of_an_approximate_word_are_what_it_is_looked_up_by() -> None:
    assert approximate("直播电商").strings == ("直播", "电商")
    assert approximate("拼多多").strings == ("拼", "多多")
    assert approximate("词" * 20).strings == ("词" * 10,) * 2
    assert isinstance(approximate("词" * 21), Literal)


@pytest.mark.parametrize(
    ("typed", "text", "found", "longest"),
    [
        ("app*", "App apps xapp app店", ["App", "apps", "app"], "app"),
        ("*phone", "iPhone phone phones", ["iPhone", "phone"], "phone"),
        ("i?hone", "iPhone ihone iPphone", ["iPhone"], "hone"),
        ("b*c", "b2c bc b-c bcd", ["b2c", "bc"], "b"),
        ("5g*网", "5G网 5Gx网 15G网", ["5G网", "5Gx网"], "5g"),
    ],
)
def test_a_wildcard_stays_inside_a_word(typed: str, text: str, found: list[str], longest: str) -> None:
    pattern = wildcard(typed)
    assert shown(pattern, text) == found
    assert pattern.strings == (longest,)


@pytest.mark.parametrize(
    ("left", "right", "distance", "text", "found"),
    [
        ("甲", "乙", 0, "甲乙", ["甲乙"]),
        ("甲", "乙", 0, "甲丙乙", []),
        ("甲", "乙", 1, "甲丙乙", ["甲丙乙"]),
        ("甲", "乙", 1, "乙丙甲", ["乙丙甲"]),
        ("甲", "乙", 0, "乙甲", ["乙甲"]),
        ("甲", "乙", 0, "乙丙甲", []),
        ("甲", "乙", 2, "乙甲乙", ["乙甲"]),
        ("甲", "乙", 9, "甲甲乙乙", ["甲甲乙"]),
        ("甲", "甲", 9, "甲丙甲", ["甲丙甲"]),
        ("甲", "没有", 9, "甲", []),
    ],
)
def test_two_things_stand_at_most_so_far_apart(
    left: str, right: str, distance: int, text: str, found: list[str]
) -> None:
    together = Together(Literal((left,)), Literal((right,)), distance)
    assert shown(together, text) == found
    assert together.strings == (left,)


@pytest.mark.parametrize(
    ("pattern", "longest"),
    [("电商", "电商"), ("电商.*平台公司", "平台公司"), ("(电商)", ""), ("a+b", "b"), ("", ""), ("[", ""),
     ("甲.乙丙.丁", "乙丙"), (r"\d年份", "年份"), ("a" * 3 + "{9999999999}", "")],
)  # fmt: skip
def test_the_longest_string_a_pattern_needs_is_told(pattern: str, longest: str) -> None:
    assert literal_in(pattern) == longest
    if not fault_of(pattern):
        assert regular(pattern).strings == (longest,), "only texts that hold it are read"


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [("a" * LONGEST, ""), ("a" * (LONGEST + 1), "slow_regex"), ("(?<=a)b", "unsupported_regex"),
     (r"(a)\1", "unsupported_regex"), ("a{1001}", "slow_regex"), ("(?:a{900}){900}", "slow_regex"),
     ("(", "bad_regex"), ("*", "bad_regex"), (r"\u7535", "")],
)  # fmt: skip
def test_what_cannot_be_run_is_told_with_its_kind(pattern: str, fault: str) -> None:
    assert fault_of(pattern) == fault


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\D\S", "1年 份3", [" 份"]),
        (r"[\D]+", "甲1乙", ["甲", "乙"]),
        (r"[\S]+", "甲 乙", ["甲", "乙"]),
        (r"[^\s]+", "甲 乙", ["甲", "乙"]),
        (r"[\W]+", "甲，。乙", ["，。"]),
        (r"\W", "甲，乙", ["，"]),
        (r"[\d]+", "１2甲", ["１2"]),
        (r"甲\Z", "甲乙甲", ["甲"]),
        (r"[^]甲]", "]甲乙", ["乙"]),
        (r"[]甲]", "X\\]", ["]"]),
        (r"[^]\w]", "甲]，", ["，"]),
        (r"[]\w]", "，甲]", ["甲", "]"]),
        (r"[[]", "[", ["["]),
        (r"\[甲\]", "[甲]", ["[甲]"]),
        (r"a\.b", "a.b acb", ["a.b"]),
        (r"\u7535\u5546", "电商", ["电商"]),
        (r"[a-c]x", "BX dx", ["BX"]),
        (r"甲|乙", "乙甲", ["乙", "甲"]),
        (r"x*", "甲", []),
        ("甲\\", "甲\\", []),
    ],
)
def test_a_regular_expression_means_what_it_means_to_everyone(
    pattern: str, text: str, found: list[str]
) -> None:
    if fault_of(pattern):
        assert found == []
        return
    assert shown(regular(pattern), text) == found


def test_a_regular_expression_stays_in_its_sentence_and_tells_places_of_the_text() -> None:
    text = "甲乙。甲丙。丁甲"
    assert regular("甲.").find(entry(text)) == [(0, 2), (3, 5)]
    assert regular("^甲").find(entry(text)) == [(0, 1), (3, 4)]
    assert regular("甲$").find(entry(text)) == [(7, 8)]
    long = "甲" * PIECE + "乙"
    assert regular("甲+乙?").find(entry(long)) == [(0, PIECE), (PIECE, PIECE + 1)][:1]


FIELDS = {
    "1": {"title": "拼多多 上市", "year": "2018", "tags": "报告 电商", "source": "白皮书.pdf"},
    "2": {"title": "京东", "year": "2020", "publisher": "研究院", "author": "张三"},
    "3": {"title": "JD.COM grows", "year": "2018.5", "notes": "核对 2019-03-01", "collections": "课题甲"},
    "4": {"trends": "增长", "platforms": "淘宝"},
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("标题:上市", "1"), ("标题:(拼多多 上市)", "1"), ("标题:(拼多多 京东)", ""),
        ("标题:(拼多多 AND 上市)", "1"), ("标题:(拼多多 OR 京东)", "12"), ("标题:-京东", "134"),
        ("标题:grow*", "3"), ("标题:?rows", "3"), ("标题:/^JD/", "3"), ("标题:/jd\\.com$/", ""),
        ('标题:"京东"', "2"), ("标题:京東", "2"), ("标题:京东集团", "2"), ("出处:研究院", "2"),
        ("出处:白皮书", "1"), ("作者:张三", "2"), ("批注:核对", "3"), ("课题:甲", "3"), ("趋势:增长", "4"),
        ("平台:淘宝", "4"), ("标签:电商", "1"), ("年份:2018", "13"), ("年份:2018..2018", "1"),
        ("年份:2018..2019", "13"), ("年份:2018.5", "3"), ("年份:..2018", "1"), ("年份:2019..", "2"),
        ("年份:2021..", ""), ("批注:2019-01..2019-12", "3"), ("批注:2019-04..2019-12", ""),
        ("批注:2019-03-01..2019-03-01", "3"), ("批注:2020-01..", "3"), ("批注:..2019-02", ""),
        ("标签:电..电", ""), ("标签:..甲", "1"), ("标签:..打", ""), ("标签:电..甲", ""), ("标签:报..电", "1"),
        ("标题:(拼多多 -上市)", ""), ("标题:(拼多多 -京东)", "1"),
    ],
)  # fmt: skip
def test_fields_choose_documents(query: str, found: str) -> None:
    root = parse(query).root
    assert root is not None
    aliases = {"京东集团": ("京东",)}
    compiler = Compiler(lambda _: [], lambda text: aliases.get(text, ()))
    conditions = compiler.conditions(root)
    assert (conditions.by_field, conditions.positive, conditions.patterns) == (True, frozenset(), ())
    entries = {name: entry("无", **fields) for name, fields in FIELDS.items()}
    assert "".join(name for name, one in entries.items() if conditions.test(frozenset(), one)) == found


@pytest.mark.parametrize(
    ("query", "sought", "excluded"),
    [
        ("甲 AND 乙", "甲,乙", ""),
        ("甲 NOT 乙", "甲", "乙"),
        ("甲 -(乙 -丙)", "甲,丙", "乙"),
        ("甲 NOT (乙 OR 丙)", "甲", "乙,丙"),
        ("(甲 OR 乙) NEAR/3 丙", "甲 乙 丙", ""),
        ("(甲 AND 乙) NEAR/3 (标题:丙)", "甲 乙 丙", ""),
        ("-(/甲/ NEAR/3 a*) 乙", "乙", "甲 a*"),
        ("(年份:1..2) NEAR/3 (年份:..2)", "1..2 ..2", ""),
        ("(年份:1..) NEAR/3 (-乙)", "1.. 乙", ""),
        ('"甲" /乙/ 丙~', "甲,乙,丙", ""),
        ("a* 正文:甲", "甲,a*", ""),
    ],
)
def test_every_pattern_knows_what_it_was_made_of(query: str, sought: str, excluded: str) -> None:
    root = parse(query).root
    assert root is not None
    compiler = Compiler(lambda text: [Scored(Literal.of(text), text)], lambda _: ())
    conditions = compiler.conditions(root)
    told = [scored.text for scored in conditions.patterns]
    assert {told[n] for n in conditions.positive} == set(sought.split(","))
    assert set(told) == {*sought.split(","), *filter(None, excluded.split(","))}
    assert {scored.weight for scored in conditions.patterns} == {1.0}


def test_either_of_several_may_be_near() -> None:
    root = parse("(甲 OR 乙) NEAR/1 丙").root
    assert root is not None
    (scored,) = Compiler(lambda _: [], lambda _: ()).conditions(root).patterns
    assert shown(scored.pattern, "甲丙，丙丁乙，丙") == ["甲丙", "丙丁乙，丙"[:3]]


@pytest.mark.parametrize(
    ("query", "signs"),
    [
        ("甲 -(乙 OR 丙)", "甲 + − (乙 | 丙)"),
        ("(甲 乙) OR 丙", "(甲 乙) | 丙"),
        ("(甲 OR 乙) 丙", "甲 | 乙 丙"),
        ("+(甲 OR 乙)", "+(甲 | 乙)"),
        ("+甲", "+甲"),
        ("标题:(甲 AND 乙)", "title: (甲 + 乙)"),
        ("标题:+甲", "title: +甲"),
        ("(甲 OR 乙) NEAR/3 丙", "甲 | 乙 ↔3 丙"),
        ("年份:2016..", "year: 2016.."),
        ("年份:..2016", "year: ..2016"),
        ('"甲" /乙/ 丙丁~ a*', "“甲” /乙/ ≈丙丁 a*"),
    ],
)
def test_a_query_is_told_in_signs(query: str, signs: str) -> None:
    root = parse(query).root
    assert root is not None
    assert explain(root).plain() == signs


def test_words_and_what_they_also_find_are_told_in_signs() -> None:
    words = Explained(
        "words", "社交电商", parts=(Explained("word", "社交"), Explained("word", "电商", ("e", "f")))
    )
    assert words.plain() == "社交·电商（=e、f）"
    assert Explained("words", "甲").plain() == "甲"
    assert Explained("or", parts=(words, Explained("term", "丙"))).plain() == "社交·电商（=e、f） | 丙"
    assert Explained("phrase", "甲", ("乙",)).plain() == "“甲”（=乙）"
    assert Explanation("auto").plain() == ""
    assert Explanation("auto", words).plain() == words.plain()
