"""Each word that is taken off a phrase has a line of the test, which fails without the word."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import chain

from corpus.knowledge.cues.phrase_ends import GAP, NUMERAL, SLOT, Entry, PhraseEnds, ends_of, entries
from corpus.knowledge.phrases.clauses import strip_metric
from tests.lines import every

_TABLES = ("phrase_ends", "metric_ends", "subject_ends")
_ALL = [(table, entry) for table in _TABLES for entry in entries(table)]


def _free(entry: Entry) -> Entry:
    """Return an entry of which nothing but the word itself decides."""
    return replace(entry, only=(), never=(), room=0, alone=False, ends=(), lone=False)


_BOUND = [one for one in _ALL if _free(one[1]) != one[1]]


def _called(given: object) -> str:
    return given if isinstance(given, str) else given.words[0] if isinstance(given, Entry) else ""


@cache
def _by_first_sign(table: str) -> dict[str, list[tuple[str, list[str]]]]:
    """Return the words of a table with what stands between their slots, by the first sign that is none."""
    found: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for word in {word for entry in entries(table) for word in entry.words}:
        parts = [part for part in re.split(f"[{SLOT}{GAP}]", word) if part]
        found[parts[0][0] if parts else ""].append((word, parts))
    return found


def _may_stand(table: str, phrase: str) -> set[str]:
    """Return the words of a table all of whose parts are in a phrase: no other can be taken off it."""
    words = chain.from_iterable(_by_first_sign(table).get(sign, ()) for sign in ("", *set(phrase)))
    return {word for word, parts in words if all(part in phrase for part in parts)}


def _with(table: str, entry: Entry, other: Entry, phrase: str) -> PhraseEnds:
    """Return what reads a table with another entry in place of one; words not in the phrase are left out."""
    standing = _may_stand(table, phrase)
    told = (other if one is entry else one for one in entries(table))
    return PhraseEnds(
        replace(one, words=tuple(word for word in one.words if word in standing))
        for one in told
        if not standing.isdisjoint(one.words)
    )


@every(("table", "entry"), _ALL, ids=_called)
def test_that_each_word_is_taken_off_and_no_other_does_it(table: str, entry: Entry) -> None:
    rest, ends = entry.example.replace("～", ""), ends_of(table)
    for word in entry.words:
        said = word.replace("_", "十二").replace("…", "云亭")
        phrase = entry.example.replace("～", said)
        cut = ends.why(phrase)[0]
        assert (cut.word, cut.rest, cut.entry) == (said, rest, entry)
        less = replace(entry, words=tuple(one for one in entry.words if one != word))
        assert _with(table, entry, less, phrase).without(phrase) != ends.without(phrase), (
            f"{word} is not needed"
        )


@every(("table", "entry"), _BOUND, ids=_called)
def test_that_a_condition_keeps_a_phrase_whole(table: str, entry: Entry) -> None:
    assert entry.keeps
    for phrase in entry.keeps:
        assert ends_of(table).why(phrase) == ()
        assert _with(table, entry, _free(entry), phrase).without(phrase) != phrase, (
            "the condition keeps nothing"
        )


def test_that_a_metric_tells_word_for_word_how_it_came_about() -> None:
    cuts = ends_of("phrase_ends").why("据统计，今年全省粮食产量已经达到了")
    assert [cut.word for cut in cuts] == ["据统计", "了", "，", "达到", "今年", "已经"]
    assert strip_metric("据统计，今年全省粮食产量已经达到了") == "全省粮食产量"


def test_that_a_numeral_is_taken_whole() -> None:
    assert ends_of("phrase_ends").without("粮食产量连续" + "".join(sorted(NUMERAL)) + "年来") == "粮食产量"
