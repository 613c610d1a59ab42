"""Sentences rank by the plain formula: BM25 over sentences, their document, what stands beside them, the title."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.characters.entry import Entry
from index.characters.scan import Totals
from index.document import IndexDocument
from index.lazy_pattern import LazyPattern
from index.query.conditions import Conditions, Scored
from index.query.matching import Literal
from index.search.counting import _add_sentences
from index.search.literal import _weighed
from index.search.ranking import Ranker, choose, chosen_sentences, find_all
from tests.index.library import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = ("甲", "乙", "甲乙")
TEXTS = st.lists(st.text("甲乙丙。", min_size=1, max_size=16), min_size=1, max_size=4)
ANSWER = LazyPattern("丙")


def bm25(count: int, length: float, mean: float, b: float) -> float:
    return count * 2.2 / (count + 1.2 * (1 - b + b * length / mean))


def rarity(total: int, holding: int) -> float:
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def test_that_a_document_weighs_by_how_dense_a_string_stands_in_it_and_more_by_its_title() -> None:
    one = entry("一", "甲乙丙丁甲", "")
    for count, mean in ((1, 5.0), (2, 5.0), (2, 10.0), (9, 2.5)):
        spans = [(3, 4)] * count
        assert math.isclose(_weighed(one, spans, mean).relevance, bm25(count, 5, mean, 0.75))
    titled = entry("二", "甲乙。丙丁甲", "甲乙")
    above = _weighed(titled, [(0, 1)], 6.0).relevance - _weighed(titled, [(5, 6)], 6.0).relevance
    assert math.isclose(above, 1.0)


@given(st.text("甲乙丙。", min_size=1, max_size=24), st.sampled_from(("甲", "乙", "甲乙", "丙。", "。")))
def test_that_the_sentences_a_string_begins_in_are_all_found_the_first_too(text: str, string: str) -> None:
    one = entry("一", text, "")
    found: set[int] = set()
    _add_sentences(found, one, string)
    places = (at for at in range(len(text)) if text.startswith(string, at))
    assert found == {one.sentence_at(at) for at in places}


class Model:
    """The score of each sentence that holds a word, from the texts alone."""

    def __init__(
        self, entries: Sequence[Entry], soft: Sequence[Scored], relevance: dict[str, float], *, answers: bool
    ) -> None:
        self.entries, self.soft, self.relevance, self.answers = entries, soft, relevance, answers
        self.mean_text = max(1.0, sum(len(e.text) for e in entries) / len(entries))
        self.mean = max(1.0, sum(len(e.text) for e in entries) / sum(len(e.starts) for e in entries))
        self.weight = {
            word: (1 + number) * rarity(len(entries), sum(word in e.text for e in entries))
            for number, word in enumerate(WORDS)
        }
        self.scale = sum(self.weight.values())
        self.held = [
            (e, at, e.text[start:end])
            for e in entries
            for at, (start, end) in enumerate(zip(e.starts, e.ends, strict=True))
            if any(word in e.text[start:end] for word in WORDS)
        ]

    def of_words(self, text: str) -> float:
        return sum(
            self.weight[word] * bm25(text.count(word), len(text), self.mean, 0.45)
            for word in WORDS
            if word in text
        )

    def of_document(self, entry: Entry) -> float:
        return sum(
            self.weight[word] * bm25(entry.text.count(word), len(entry.text), self.mean_text, 0.75)
            for word in WORDS
        )

    def of_soft(self, text: str) -> float:
        total = 0.0
        for one in self.soft:
            holding = sum(one.text in other for _, _, other in self.held)
            weight = one.weight * rarity(len(self.held), holding)
            total += weight * bm25(text.count(one.text), len(text), self.mean, 0.45)
        return total

    def scores(self) -> dict[tuple[str, int], float]:
        best = max((self.of_document(e) for e in self.entries), default=0.0) or 1.0
        trust = max(self.relevance.values(), default=0.0)
        told = {(e.id, at): self.of_words(text) / self.scale for e, at, text in self.held}
        made: dict[tuple[str, int], float] = {}
        for e, at, text in self.held:
            score = told[e.id, at] + 0.5 * (1 - trust) * self.of_document(e) / best
            score += 6 * self.relevance.get(e.id, 0.0)
            score += self.of_soft(text) / self.scale
            score += 0.15 * max(told.get((e.id, at - 1), 0.0), told.get((e.id, at + 1), 0.0))
            if e.title and e.text.startswith(e.title):
                score += 0.3 * sum(self.weight[word] for word in WORDS if word in e.title) / self.scale
            if self.answers and ANSWER.search(text):
                score += 0.5 * sum(self.weight[word] for word in WORDS if word in text) / self.scale
            made[e.id, at] = score
        return made


def entry(name: str, text: str, title: str) -> Entry:
    return Entry.of(IndexDocument(name, 1, {"title": title}, text, sentences(text)))


def ranked(
    entries: Sequence[Entry], soft: Sequence[Scored], relevance: dict[str, float], *, answers: bool
) -> list[tuple[tuple[str, int], float]]:
    patterns = tuple(Scored(Literal((word,)), word, 1 + number) for number, word in enumerate(WORDS))
    conditions = Conditions(patterns, frozenset({0, 1, 2}), lambda found, _: bool(found), by_field=False)
    found = list(find_all(entries, conditions))
    totals = Totals(
        len(entries), sum(len(e.text) for e in entries), sum(len(e.starts) for e in entries)
    )  # fmt: skip

    def frequency(strings: Sequence[str]) -> int:
        return sum(any(string in e.text for string in strings) for e in entries)

    ranker = Ranker(conditions, soft, totals, frequency, ANSWER if answers else None, relevance)
    chosen = [candidate for item in found for candidate in choose(item, conditions)]
    for item in found:
        ranker.measure(item)
    return [((c.entry.id, c.sentence), c.score) for c in ranker.rank(chosen)]


@settings(max_examples=60)
@given(
    texts=TEXTS,
    titled=st.sampled_from([0, 1, 2, 20]),
    soft=st.sampled_from([(), (("乙丙", 0.5), ("丙", 0.15))]),
    relevance=st.sampled_from([{}, {"0": 0.25, "1": 0.75}]),
    answers=st.booleans(),
)
def test_a_sentence_is_worth_what_the_formula_says(
    texts: list[str],
    titled: int,
    soft: tuple[tuple[str, float], ...],
    relevance: dict[str, float],
    answers: bool,
) -> None:
    entries = [entry(str(n), text, text[:titled]) for n, text in enumerate(texts)]
    softly = [Scored(Literal((text,)), text, weight) for text, weight in soft]
    wanted = Model(entries, softly, relevance, answers=answers).scores()
    found = ranked(entries, softly, relevance, answers=answers)
    assert dict(found) == pytest.approx(wanted)
    assert found == sorted(found, key=lambda one: (-one[1], one[0]))


def test_a_title_that_the_text_does_not_begin_with_counts_nothing() -> None:
    with_title = ranked([entry("0", "丙。甲。", "甲")], (), {}, answers=False)
    assert with_title == ranked([entry("0", "丙。甲。", "")], (), {}, answers=False)


def test_words_that_stand_in_different_sentences_count_a_quarter() -> None:
    patterns = (Scored(Literal(("甲",)), "甲"), Scored(Literal(("乙",)), "乙"))
    both = Conditions(patterns, frozenset({0, 1}), lambda found, _: len(found) == 2, by_field=False)
    text = entry("0", "甲丙。乙。丁。", "")
    (found,) = find_all([text], both)
    chosen = choose(found, both)
    assert chosen_sentences(found, both) == [candidate.sentence for candidate in chosen]
    assert [(c.sentence, c.found, c.whole) for c in chosen] == [
        (0, [(0, 0, 1)], False),
        (1, [(1, 3, 4)], False),
    ]
    whole = [type(c)(c.entry, c.sentence, c.found, True) for c in chosen]
    totals = Totals(1, len(text.text), 3)
    parts: dict[int, float] = {}
    wholes: dict[int, float] = {}
    for some, scores in ((chosen, parts), (whole, wholes)):
        ranker = Ranker(both, (), totals, lambda _: 1)
        ranker.measure(found)
        scores.update({c.sentence: c.score for c in ranker.rank(list(some))})
    # What stands beside counts the same for both.
    for at, length in ((0, 3), (1, 2)):
        alone = bm25(1, length, 7 / 3, 0.45) / 2 + 0.5
        assert wholes[at] - parts[at] == pytest.approx(alone * 3 / 4)


def test_where_only_fields_were_asked_for_the_first_sentence_answers() -> None:
    fields = Conditions((), frozenset(), lambda _, e: e.title == "甲", by_field=True)
    found = list(find_all([entry("0", "乙。丙。", "甲"), entry("1", "乙。", "丁")], fields))
    chosen = [candidate for item in found for candidate in choose(item, fields)]
    assert [n for item in found for n in chosen_sentences(item, fields)] == [c.sentence for c in chosen]
    assert [(c.entry.id, c.sentence, c.found, c.whole) for c in chosen] == [("0", 0, [], True)]
    totals = Totals(2, 6, 3)
    ranker = Ranker(fields, (), totals, lambda _: 0)
    for item in found:
        ranker.measure(item)
    assert [c.score for c in ranker.rank(chosen)] == [0.0]


def test_only_the_best_are_looked_at_more_closely_and_the_rest_keep_their_order() -> None:
    texts = [entry(f"{n:03}", "甲。" if n < 10 else "甲丙丙。", "") for n in range(420)]
    found = ranked(texts, [Scored(Literal(("丙",)), "丙", 0.15)], {}, answers=False)
    assert [name for (name, _), _ in found[-20:]] == [f"{n:03}" for n in range(400, 420)]
    assert {name for (name, _), _ in found} == {f"{n:03}" for n in range(420)}
