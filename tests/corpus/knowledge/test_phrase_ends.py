"""Each word that is taken off a phrase has a line of the test, which fails without the word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.knowledge.clauses import strip_metric
from corpus.knowledge.phrase_ends import NUMERAL, SLOT, Entry, PhraseEnds, entries, phrase_ends

_TABLE = entries()
_WORDS = [(entry, word) for entry in _TABLE for word in entry.words]
_KEPT = [(entry, phrase) for entry in _TABLE for phrase in entry.keeps]


def _called(given: object) -> str:
    return given if isinstance(given, str) else f"{_TABLE.index(given)}" if isinstance(given, Entry) else ""


def _otherwise(entry: Entry, other: Entry) -> PhraseEnds:
    return PhraseEnds(other if one is entry else one for one in _TABLE)


@pytest.mark.parametrize(("entry", "word"), _WORDS, ids=_called)
def test_that_each_word_is_taken_off_and_nothing_else_does_it(entry: Entry, word: str) -> None:
    rest = entry.example.replace("～", "")
    phrase = entry.example.replace("～", word.replace(SLOT, "十二"))
    cut = phrase_ends().why(phrase)[0]
    assert (cut.word.replace("十二", SLOT), cut.rest, cut.entry) == (word, rest, entry)
    less = replace(entry, words=tuple(one for one in entry.words if one != word))
    assert _otherwise(entry, less).without(phrase) != phrase_ends().without(phrase), "the word is not needed"


@pytest.mark.parametrize(("entry", "phrase"), _KEPT, ids=_called)
def test_that_a_phrase_is_kept_by_its_condition(entry: Entry, phrase: str) -> None:
    assert phrase_ends().why(phrase) == ()
    free = replace(entry, only=(), never=(), room=0, alone=False)
    assert _otherwise(entry, free).without(phrase) != phrase, "the condition keeps nothing"


def test_that_each_condition_keeps_a_phrase() -> None:
    bound = [entry for entry in _TABLE if entry.only or entry.never or entry.room or entry.alone]
    assert [entry.words for entry in bound if not entry.keeps] == []


def test_that_a_metric_tells_word_for_word_how_it_came_about() -> None:
    cuts = phrase_ends().why("据统计，今年全省粮食产量已经达到了")
    assert [cut.word for cut in cuts] == ["据统计", "了", "，", "达到", "今年", "已经"]
    assert strip_metric("据统计，今年全省粮食产量已经达到了") == "全省粮食产量"


def test_that_a_numeral_is_taken_whole() -> None:
    assert phrase_ends().without("粮食产量连续" + "".join(sorted(NUMERAL)) + "年来") == "粮食产量"
