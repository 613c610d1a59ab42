"""Places of quotes: found again after anything happened elsewhere, never put where they do not belong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.annotation import anchor
from corpus.annotation.anchor import CONTEXT, _Candidate, _is_acceptable, describe, locate
from corpus.annotation.nearest import Match, find_nearest
from corpus.annotation.reanchoring import reanchored
from corpus.model.annotation import Anchor, AnchorStatus, Annotation, Selector
from corpus.model.span import Span

TEXT = (
    "直播带货的退货率常被低估。有的平台把未付款的订单也算进销售额，有的只算签收之后的。"
    "同一场直播，口径一换，数字可以差出一倍。签收之后的数字才可比。"
)
CASES = Path(__file__).parents[4] / "shared/samples/open/06_chinese/hypothesis_quote_cases.jsonl"


def selector_of(text: str, quote: str) -> Selector:
    start = text.index(quote)
    return describe(text, Span(start, start + len(quote)))


def test_a_selector_keeps_32_characters_of_context() -> None:
    text = "甲" * 50 + "引文" + "乙" * 10
    assert describe(text, Span(50, 52)) == Selector("引文", "甲" * CONTEXT, "乙" * 10)


@pytest.mark.parametrize("start", [0, 1, 2, CONTEXT - 1, CONTEXT, CONTEXT + 1])
def test_that_at_the_ends_of_a_text_all_there_is_is_kept(start: int) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 2 * start + 2)))
    told = describe(text, Span(start, start + 2))
    assert told.prefix == text[:start][-CONTEXT:]
    assert told.suffix == text[start + 2 :][:CONTEXT]


@pytest.mark.parametrize(
    ("exact", "prefix", "sure"),
    [
        ("苹果路", "乙丙丁", True),
        ("苹果路", "乙丙丁戊己庚辛壬", False),
        ("苹果路口", "乙丙丁戊己庚辛壬", True),
        ("苹果路口", "乙" * CONTEXT, False),
        ("苹果路口今天早上开了一家新的店铺", "乙" * CONTEXT, True),
    ],
)
def test_that_words_that_stand_once_in_other_surroundings_are_sure_by_how_much_was_known_of_them(
    exact: str, prefix: str, *, sure: bool
) -> None:
    found = locate(f"镇上的人都说{exact}那边热闹。", Selector(exact, prefix))
    assert (found.status is AnchorStatus.PLACED) is sure


def test_an_unchanged_quote_is_placed_with_full_confidence() -> None:
    span = Span(5, 12)
    assert locate(TEXT, describe(TEXT, span)) == Anchor(span, AnchorStatus.PLACED, 1.0)


def test_of_several_occurrences_the_one_in_its_context_is_meant() -> None:
    second = TEXT.rindex("签收之后的")
    found = locate(TEXT, describe(TEXT, Span(second, second + 5)))
    assert (found.span, found.status) == (Span(second, second + 5), AnchorStatus.PLACED)


def test_without_context_the_hint_decides_and_otherwise_the_first() -> None:
    quote = Selector("签收之后的")
    second = TEXT.rindex("签收之后的")
    assert locate(TEXT, quote, hint=second + 3).span == Span(second, second + 5)
    assert locate(TEXT, quote).span == Span(TEXT.index("签收之后的"), TEXT.index("签收之后的") + 5)


def test_blanks_width_and_punctuation_may_change() -> None:
    changed = TEXT.replace("口径一换，数字", "口径 一换, 数字")
    found = locate(changed, selector_of(TEXT, "口径一换，数字可以"))
    assert found.span is not None
    assert found.span.of(changed) == "口径 一换, 数字可以"
    assert found.status is AnchorStatus.APPROXIMATE


def test_that_a_quote_found_by_its_letters_keeps_the_marks_at_its_ends() -> None:
    text = "开头的话。据统计，网店达到5394.23万家。后面的话。"
    span = locate(text, Selector("，网店达到 5394.23 万家。")).span
    assert span is not None
    assert span.of(text) == "，网店达到5394.23万家。"


def test_a_corrected_word_inside_the_quote_is_found_approximately() -> None:
    changed = TEXT.replace("可以差出一倍", "能差出一倍多")
    found = locate(changed, selector_of(TEXT, "数字可以差出一倍"))
    assert found.span is not None
    assert found.span.of(changed).startswith("数字")
    assert found.status is AnchorStatus.APPROXIMATE


def test_a_quote_is_the_less_sure_the_more_of_its_words_are_others_until_it_is_nowhere() -> None:
    quote = Selector("县里的网店去年卖出三万件山货")
    stood = ("县里的网店去年卖出五万件山货", "县里的网店今年卖出五万件水果", "县里的集市今年收了五万斤水果")
    sure = [locate(f"前面的话。{words}。后面的话。", quote).confidence for words in stood]
    assert sure[0] > 0.9 > sure[1] > 0.6
    assert sure[2] == 0.0


def test_an_edit_in_place_beats_the_same_words_elsewhere() -> None:
    old = "东部增长 12%，是第三年领先。" + "另有一段不相干的话，说的是别的事情。" * 3 + "西部增长 9%。"
    new = old.replace("增长 12%", "增长 13%") + "某家公司也增长 12%，与此无关。"
    found = locate(new, selector_of(old, "增长 12%"))
    assert found.span is not None
    assert found.span.start == 2


def test_a_short_quote_is_not_put_among_strangers() -> None:
    selector = selector_of("我们在广州开了第一家店，然后去了深圳。", "广州")
    assert locate("广州的天气与这件事毫无关系，只是碰巧提到。", selector) == Anchor(
        None, AnchorStatus.ORPHAN, 0.0
    )


def test_that_a_note_that_lay_on_other_words_is_put_where_its_own_stand() -> None:
    note = Annotation("n", "a", selector_of(TEXT, "退货率常被低估"), Span(45, 52))
    assert reanchored(note, TEXT, before=TEXT).span == Span(5, 12)


def test_a_lost_quote_is_an_orphan() -> None:
    assert locate("完全不同的一篇文章。" * 20, selector_of(TEXT, "签收之后的数字才可比")).span is None


@pytest.mark.parametrize("text", ["", "短", "没有这句话"])
def test_an_empty_quote_is_nowhere(text: str) -> None:
    assert locate(text, Selector("", "前", "后")).status is AnchorStatus.ORPHAN


def test_offsets_count_code_points() -> None:
    text = "𠮷野家😀开业，𠮷祥如意。"
    assert locate(text, Selector("𠮷祥")).span == Span(7, 9)


ALPHABET = st.sampled_from("甲乙丙丁，。 12%ab𠮷😀\n")


@settings(max_examples=150, deadline=None)
@given(
    before=st.text(ALPHABET, max_size=60),
    quote=st.text(ALPHABET, min_size=1, max_size=20),
    after=st.text(ALPHABET, max_size=60),
    front=st.text(ALPHABET, max_size=80),
    back=st.text(ALPHABET, max_size=80),
)
def test_edits_beyond_the_context_never_move_a_span(
    before: str, quote: str, after: str, front: str, back: str
) -> None:
    text = before + quote + after
    selector = describe(text, Span(len(before), len(before) + len(quote)))
    edited = front + selector.prefix + quote + selector.suffix + back
    whole = selector.prefix + quote + selector.suffix
    assume(sum(edited.startswith(whole, n) for n in range(len(edited))) == 1)
    start = len(front) + len(selector.prefix)
    found = locate(edited, selector)
    assert (found.span, found.status) == (Span(start, start + len(quote)), AnchorStatus.PLACED)


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(ALPHABET, max_size=120),
    exact=st.text(ALPHABET, max_size=20),
    prefix=st.text(ALPHABET, max_size=32),
)
def test_whatever_is_found_lies_within_the_text(text: str, exact: str, prefix: str) -> None:
    found = locate(text, Selector(exact, prefix))
    assert (found.span is None) == (found.status is AnchorStatus.ORPHAN)
    assert 0.0 <= found.confidence <= 1.0
    if found.span is not None:
        assert found.span.start < found.span.end <= len(text)
        assert found.status is not AnchorStatus.PLACED or found.span.of(text) == exact


@pytest.mark.skipif(not CASES.exists(), reason="the shared samples are not here")
def test_the_open_cases_of_another_program_are_all_met() -> None:
    wrong = []
    for case in map(json.loads, CASES.read_text(encoding="utf-8").splitlines()):
        wanted, given_ = case["expected"], case["selector"]
        selector = Selector(given_["exact"], given_["prefix"] or "", given_["suffix"] or "")
        span = locate(case["text"], selector, hint=given_["hint"]).span
        if wanted is None:
            good = span is None
        else:
            good = (
                span is not None and span.start == wanted["start"] and wanted.get("end", span.end) == span.end
            )
        if not good:
            wrong.append((case["id"], span, wanted))
    assert wrong == []


def test_a_very_long_quote_is_found_by_its_two_ends() -> None:
    long = "".join(f"第{number}句讲的是网店{number * 7}家。" for number in range(700))
    selector = Selector(f"{long}完。")
    changed = f"序言在前。{long[:3000]}改了这里。{long[3030:]}完。后记在后。"
    found = locate(changed, selector)
    assert found.status is AnchorStatus.APPROXIMATE
    assert found.span is not None
    assert found.span.of(changed).startswith("第0句讲的是")
    assert found.span.of(changed).rstrip("。").endswith("完")
    assert locate(changed, Selector(long[::-1])).span is None


@pytest.mark.parametrize(("text", "looks"), [("店" * 3000, 0), ("店" * 30_000, 1), ("商电" * 4500, 2)])
def test_that_a_very_long_quote_is_looked_for_only_where_it_can_stand(
    text: str, looks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def counted(pattern: str, ground: str, *, least: float) -> tuple[Match, ...]:
        looked.append(pattern)
        return find_nearest(pattern, ground, least=least)

    monkeypatch.setattr(anchor, "find_nearest", counted)
    found = locate(text, Selector("电商" * 5000, "", ""))
    assert len(looked) == looks
    assert (found.span is not None) == (looks == 2)


@pytest.mark.parametrize(
    ("context", "other_side", "offered"),
    [(1.0, 1.0, True), (0.55, 1.0, True), (1.0, 0.0, False), (0.54, 1.0, False), (0.0, 0.0, False)],
)
def test_that_a_changed_quote_is_offered_only_where_both_sides_agree(
    context: float, other_side: float, offered: bool
) -> None:
    found = _Candidate(Span(0, 8), anchor._SURE_ALIKE, context, other_side)
    assert _is_acceptable(found, Selector("一二三四五六七八", "前", "后")) is offered
