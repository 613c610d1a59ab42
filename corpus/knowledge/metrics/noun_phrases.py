"""A clause on what counted things do, made a noun phrase: 6个自治州通高铁 counts 通高铁的自治州."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.measure_words import BY_PIECE, ONE_BY_ONE
from corpus.knowledge.phrases.metrics import worded_by
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_COUNTED: Final = ONE_BY_ONE | BY_PIECE | frozenset("户件县村次栋幢里亩")
"""With what the unit of things that are counted ends, alone or behind a large number: 万户."""
_LARGE: Final = frozenset({"万", "亿", "百", "千"})
_THINGS: Final = ("n", "j", "l", "b", "s")
_ENDS: Final = LazyPattern(r"[，,。；;！!？?\n）)]|、(?=\d)|$")
_RANK: Final = LazyPattern(
    r"(?<=全)覆盖|(?<=前)(?:\d{1,4}|[一二三四五六七八九十百]{1,3})[ ]?(?:[%％‰]|[位名强])?"
)
"""What is left of a deed behind what it was read as: how far up things came, 进入世界排名前1%, and 实现全覆盖."""
_ALL: Final = frozenset({"全部", "全都", "悉数"})
"""Behind things that all do what follows: 比赛场馆全部完成验收."""
_MEASURE: Final = LazyPattern("[率量额数值]$")
_SHORTEST: Final = 2
_LONGEST: Final = 30
"""A longer clause, in code points, is no name even turned round."""
_NEAR: Final = 8
"""So close behind its number what is counted begins, in code points."""
_PERSONS: Final = "名位"
"""Units of persons alone: whatever they do behind them is not what is counted."""
_HAS_DONE: Final = LazyPattern(r"[一-鿿]{3,}[了过着]")
"""A clause of what things did, not of what they are: 项目覆盖了华中."""
_TELLS: Final = frozenset({"v", "i", "d", "vd", "p"})
"""Classes of words with which what somebody does begins."""
_PERSON_ENDS: Final = LazyPattern("[手员生者人家师工长星迷客户民]$")
"""How words end that name persons, whatever class the dictionary has them in: 选手."""


def with_noun_phrase(text: str, one: Statistic) -> Statistic:
    """Return a count of things that do something, to the end of their clause, as one of the things that do it."""
    if (
        one.unit.endswith("人")
        or not (one.unit[-1:] in _COUNTED or one.unit in _LARGE)
        or one.direction is not None
    ):
        return one
    place = text.find(one.metric, one.figure.end, one.figure.end + _NEAR + len(one.metric))
    end = place + len(one.metric)
    rank = _RANK.match(text, end) if place >= 0 else None
    if place < 0 or not _ENDS.match(text, rank.end() if rank else end):
        return one
    metric = noun_phrase_of(one.metric + (rank[0] if rank else ""))
    return one if rank and "的" not in metric else replace(one, metric=metric)


def doers_of(metric: str, unit: str) -> str:
    """Return those a clause on counted persons or things tells of, anything that is no such clause as it is.

    军士守郢州 → 军士, 项目覆盖了华中 → 项目. ``unit`` is that of the number; what things are is told with what they
    did where their name alone says nothing.
    """
    if "的" in metric or not (unit[-1:] in _PERSONS or _HAS_DONE.search(metric)):
        return metric
    words = plain_words(metric)
    place = next((i for i, word in enumerate(words) if i and _tells(word)), len(words))
    who, told = words[:place], words[place:]
    whole = "".join(who)
    named = bool(who) and word_class(who[-1]).startswith("n") and len(whole) >= _SHORTEST
    return whole if named and told and whole not in worded_by("unsaid") else metric


def _tells(word: str) -> bool:
    return word == "在线" or (word_class(word) in _TELLS and not _PERSON_ENDS.search(word))


def noun_phrase_of(metric: str) -> str:
    """Return a clause that tells what counted things do as a phrase that ends in the things, anything else as it is.

    企业签约入驻 → 签约入驻的企业, 困难群众纳入低保 → 纳入低保的困难群众.
    """
    if "的" in metric or len(metric) > _LONGEST:
        return metric
    words = plain_words(metric)
    deeds = (i for i in range(1, len(words)) if words[i - 1] in _ALL or _is_deed(words, i))
    place = next(deeds, 0)
    head = words[:place]
    while head and (word_class(head[-1]) == "d" or head[-1] in worded_by("adverbs")):
        head = head[:-1]
    things, deed = "".join(head), "".join(words[place:])
    if (len(things) < _SHORTEST and things not in worded_by("counted_things")) or not _are_things(head):
        return metric
    return deed if deed.endswith(things) else f"{deed}的{things}"


def _is_deed(words: Sequence[str], place: int) -> bool:
    """Tell whether what is counted ends before a word, and all behind it is what it does."""
    word, rest = words[place], words[place + 1 :]
    if word in worded_by("states_last") and all(one in worded_by("states_last") for one in rest):
        return True
    if word in worded_by("with"):
        return rest[-1:] == ["合作"] or any(
            one in worded_by("does") or one in worded_by("states") for one in rest
        )
    if word in worded_by("states") and all(
        one in worded_by("states") or one in worded_by("states_go_on") for one in rest
    ):
        return True
    measures = bool(rest) and _MEASURE.search(rest[-1])
    return word in worded_by("does") and sum(map(len, rest)) >= _SHORTEST and not measures


def _are_things(head: Sequence[str]) -> bool:
    """Tell whether some words name things: the last is a noun, and none says what is done."""
    last = head[-1]
    named = word_class(last).startswith(_THINGS) or not is_word(last) or last in worded_by("counted_things")
    return named and not any(one in worded_by("does") or one in worded_by("states") for one in head)
