"""Sentences and names are as near as the share of what was asked that they say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.characters.entry import Entry
from index.characters.generations import Generations
from index.characters.scan import Scanner
from index.document import IndexDocument
from index.search import near
from index.search.near import NearSentence, near_names, near_sentences
from tests.index.library import Shelf, sentences


def scanning(texts: dict[str, str]) -> Scanner:
    return Scanner(Shelf(texts), Generations(Path("/nonexistent"), "characters"))


def test_a_sentence_is_as_near_as_the_share_it_says() -> None:
    asked = "社交电商的市场规模"
    texts = {
        "1": f"头。{asked}。",
        "2": "社交电商的市场，尾",
        "3": "社交电商的市场规慕在增长。",
        "4": "天气好。",
    }
    with scanning(texts).view() as view:
        found = {one.entry.id: one for one in near_sentences(view, asked)}
        assert set(found) == {"1", "2", "3"}
        assert (found["1"].score, found["1"].sentence, found["1"].marks) == (1.0, 1, ((2, 11),))
        assert found["2"].score == pytest.approx(8 / 9 * 14 / 15, abs=0.06)
        assert found["2"].marks[0][0] == 0
        assert 0.8 < found["3"].score < 1
        assert near_sentences(view, "社交电商") == []
    with scanning({"1": f"{asked}。别的。又是{asked}在涨。"}).view() as view:
        assert {one.sentence for one in near_sentences(view, asked)} == {0, 2}
    with scanning(texts).view() as view:
        assert near_sentences(view, "社交，电商。") == []
        assert near_sentences(view, "社交电商的") != []


@pytest.mark.parametrize("sentence", ["社区团购把烟火气又带回街巷。", "让城市更有烟火气、人情味。"])
def test_no_letters_are_marked_at_the_ends_that_nobody_asked_for(sentence: str) -> None:
    with scanning({"1": sentence}).view() as view:
        (found,) = near_sentences(view, "烟火气街巷")
        ((start, end),) = found.marks
        assert {sentence[start], sentence[end - 1]} <= set("烟火气街巷")


def test_names_are_near_by_how_many_of_them_a_sentence_holds() -> None:
    texts = {"1": "头。聘多多和银行。", "2": "拼少多上市。拼多多好。", "3": "引航。"}
    with scanning(texts).view() as view:
        found = near_names(view, [("拼多多", ()), ("引航", ("银行", "很行"))])
        told = {(n.entry.id, n.sentence): (round(n.score, 4), n.marks) for n in found}
        assert told == {
            ("1", 1): (0.45, ((6, 8),)),
            ("2", 0): (0.45, ((0, 3),)),
            ("2", 1): (0.45, ((6, 9),)),
        }
        both = near_names(view, [("拼少多", ()), ("商市", ("上市",))])
        assert {(n.entry.id, n.sentence): round(n.score, 4) for n in both}["2", 0] == 0.6
        assert near_names(view, [("京东", ())]) == near_names(view, []) == []


def test_only_sentences_that_are_new_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "社交电商的市场规模"
    said = [
        "社交电商的市场规慕在增长",
        "社交的，电商的市场在哪",
        "交电商的市场规好",
        "天气好的市场规模",
        asked,
    ]
    texts = {str(n): "。".join(said[n % 5 :] + said[: n % 5]) + "。" for n in range(30)}
    compared: list[tuple[str, int]] = []
    compare = near._compare

    def told(entry: Entry, sentence: int, query: str) -> NearSentence | None:
        compared.append((entry.id, sentence))
        return compare(entry, sentence, query)

    monkeypatch.setattr(near, "_compare", told)
    listed = frozenset({"社交", "市场"})
    with scanning(texts).view() as view:

        def is_new(entry: Entry, sentence: int) -> bool:
            return not any(
                word in entry.text[entry.starts[sentence] : entry.ends[sentence]] for word in listed
            )

        every = {
            (n.entry.id, n.sentence, n.score)
            for n in near_sentences(view, asked)
            if is_new(n.entry, n.sentence)
        }
        compared.clear()
        found = near_sentences(view, asked, -1, is_new, listed)
        assert {(n.entry.id, n.sentence, n.score) for n in found} == every == set()
        assert compared == []
        listed = frozenset({"社交"})
        every = {
            (n.entry.id, n.sentence, n.score)
            for n in near_sentences(view, asked)
            if is_new(n.entry, n.sentence)
        }
        compared.clear()
        found = near_sentences(view, asked, -1, is_new, listed)
        assert {(n.entry.id, n.sentence, n.score) for n in found} == every != set()
        assert len(compared) == len(set(compared)) < 3 * len(texts)


@settings(max_examples=300, deadline=None)
@given(st.text("甲乙丙丁。", min_size=1, max_size=40), st.data())
def test_that_sentences_hold_the_pairs_that_begin_in_them(text: str, data: st.DataObject) -> None:
    entry = Entry.of(IndexDocument("一", 1, {}, text, sentences(text)))
    pairs = data.draw(
        st.lists(st.text("甲乙丙丁", min_size=2, max_size=2), min_size=1, max_size=6, unique=True)
    )
    least = data.draw(st.floats(1, len(pairs)))
    counts = Counter(
        sentence
        for pair in pairs
        for sentence in {entry.sentence_at(at) for at in range(len(text)) if text.startswith(pair, at)}
    )
    expected = {sentence for sentence, count in counts.items() if count >= least}
    assert set(near._holding(entry, pairs, least)) == expected
