"""Metrics that are clauses: kept by the noun they end or begin with, left out where they name nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue, cue_words
from corpus.knowledge.metrics.deeds_beside import only_acts
from corpus.knowledge.metrics.noun_phrases import doers_of
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import LISTED
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_TABLE: Final = "clausal_metrics"
_QUOTED: Final = LazyPattern(r"[“”《》]")
_OF: Final = LazyPattern(r"[ ]?的?[ ]?")
_ENDS: Final = LazyPattern(r"[，,。；;！!？?\n）)]|$")
_BEYOND: Final = ("超过", "低于", "高于", "少于", "多于", "足", "到")
"""What is denied of a measure whose bound the figure is: 减持比例不超过."""
_ANSWERED: Final = LazyPattern(r"[的”占][^，。；]{0,6}$")
"""Before a share of those who do or say what its metric tells: 每天都用的只有22%, “可能会”的为二成."""
_HANDLES: Final = "将"
"""Before what something is done to, which is told without it later: 并将注册资本增至…"""
_IS_THERE: Final = ("存在", "是世界", "是全")
"""What is told of a measure and has another value than it: 利率依然存在约2个百分点的利差."""
_GAMES: Final = ("的比赛", "的角逐", "的争夺", "的较量", "的竞争")
"""What is done in the things counted: 6个大项的比赛."""
_THINGS: Final = ("n", "j", "l", "s", "b", "k")
_ONLY_LEADS: Final = LazyPattern(r"^(?:累计|合计|共|需要?|向)+")
_NEAR: Final = 12
"""So close behind a share what those it is of do begins, in code points: 近四成的受访者没有…."""
_SHORTEST: Final = 2
_LONGEST_PAID: Final = 4
_LONGEST_DEED: Final = 10
"""What things do is told with them up to so many code points: 完成生效程序的成员国."""
_DONE: Final = frozenset(("已", "已经"))
"""Before a deed whose things are counted: 县医院已收治病人143名."""


@cache
def _signals(*kinds: str) -> LazyPattern[str]:
    """Return what finds any cue of some kinds, whole word or not: most metrics hold none."""
    return LazyPattern("|".join(cue(_TABLE, kind).pattern for kind in kinds))


def without_clause(text: str, one: Statistic) -> Statistic | None:
    """Return a figure whose metric is a clause by the noun in it, ``None`` where its clause names no measure."""
    behind = _OF.match(text, one.figure.end)
    if behind and text.startswith(one.metric, behind.end()):
        ends = bool(_ENDS.match(text, behind.end() + len(one.metric)))
        metric = (
            one.metric if one.unit == "%" or one.unit.endswith("人") else counted_in(one.metric, ends=ends)
        )
        counted = metric == one.metric and one.unit != "%"
        metric = doers_of(metric, one.unit) if counted else metric
    elif one.unit == "%" and (
        text[one.figure.start - 1 : one.figure.start] in {"（", "("}
        or text.find(one.metric, one.figure.end, one.figure.end + _NEAR + len(one.metric)) >= 0
    ):
        return one
    else:
        metric = measure_in(one.metric, paid=one.unit.endswith("元"), ranks=one.kind is StatisticKind.RANK)
        if not metric and one.unit == "%" and _is_answered(text, one):
            return one
    if metric == one.metric or metric.startswith(LISTED):
        return one
    return replace(one, metric=metric) if metric else None


def _is_answered(text: str, one: Statistic) -> bool:
    """Tell whether a share is of those who do or say what its metric tells."""
    return bool(_ANSWERED.search(text, max(one.evidence.start, one.figure.start - _NEAR), one.figure.start))


@lru_cache(maxsize=4096)
def measure_in(metric: str, *, paid: bool = False, ranks: bool = False) -> str:
    """Return the measure a clause before a figure names, a phrase that is none as it is; empty where it names none.

    经济增速逐渐放缓 → 经济增速, 虽然一发成功率 → 一发成功率, 平一直纠缠 → nothing. What is ``paid`` may be told by
    what was done, 被处罚并追缴 → 追缴, and what ``ranks`` by whatever it ranks among.
    """
    if not _signals("goes_on", "denies", "also", "leads_in", "loose_end").search(metric) or _QUOTED.search(
        metric
    ):
        return metric
    words = _without_edges(plain_words(metric))
    marks = list(_marks(words))
    if not marks:
        whole = "".join(words)
        return whole if len(whole) >= _SHORTEST else metric
    head, tail = "".join(words[: marks[0]]), "".join(words[marks[-1] + 1 :])
    last = words[marks[-1]]
    if last == _HANDLES and not head:
        return last + tail
    if tail.startswith(_IS_THERE):
        return ""
    denied = last in cue_words(_TABLE, "denies")
    if denied and not head and _is_measure(tail):
        return metric
    if denied and not tail.startswith(_BEYOND):
        return ""
    if tail.startswith("占") and not denied and _is_measure(head):
        return head + tail
    if not denied and _is_measure(tail):
        return tail
    deed = _ONLY_LEADS.sub("", tail)
    if paid and _SHORTEST <= len(deed) <= _LONGEST_PAID and word_class(plain_words(deed)[-1]) == "v":
        return deed
    if last in cue_words(_TABLE, "also"):
        return ""
    acts = words[marks[-1] + 1 :]
    done = (len(acts) > 1 and only_acts(acts[0])) or (
        last in _DONE and len(tail) > _SHORTEST and word_class(acts[0]) == "n"
    )
    if not denied and done and word_class(acts[-1]).startswith("n"):
        return tail
    return head if _is_measure(head) or (ranks and len(head) >= _SHORTEST) else ""


def _without_edges(words: list[str]) -> list[str]:
    """Return the words of a phrase without what only leads into it and what hangs on at its end."""
    while len(words) > 1 and words[-1] in cue_words(_TABLE, "loose_end") and words[-2] != "的":
        words = words[:-1]
    size = next((i for i, word in enumerate(words) if word not in cue_words(_TABLE, "leads_in")), 0)
    return words[size:]


def _marks(words: Sequence[str]) -> Iterator[int]:
    """Yield the places of the words that tell a phrase to be a clause."""
    found = _signals("goes_on", "denies", "also")
    told = cue_words(_TABLE, "goes_on") | cue_words(_TABLE, "denies") | cue_words(_TABLE, "also")
    whole, at = "".join(words), 0
    for place, word in enumerate(words):
        if word in told and found.match(whole, at):
            yield place
        at += len(word)


def _is_measure(words: str) -> bool:
    """Tell whether a phrase ends in what figures measure."""
    return len(words) >= _SHORTEST and bool(is_money_noun(words) or cue(_TABLE, "measured").search(words))


def counted_in(noun: str, *, ends: bool = False) -> str:
    """Return what is counted of a clause behind a number, what it does before it where its clause ``ends`` there.

    成员国全部完成生效程序 → 完成生效程序的成员国, 专家将围绕课题 → 专家.
    """
    for game in _GAMES:
        noun = noun.removesuffix(game)
    if not _signals("does", "manner").search(noun, noun.rfind("的") + 1):
        return noun
    words = plain_words(noun)
    does, manner = cue_words(_TABLE, "does"), cue_words(_TABLE, "manner")
    least = max((i + 1 for i, word in enumerate(words) if word == "的"), default=0)
    place = next((i for i, word in enumerate(words) if i > least and word in does | manner), 0)
    things = "".join(words[:place])
    if len(things) < _SHORTEST or not _are_things(words[:place]):
        return noun
    while place < len(words) and word_class(words[place]).startswith(("d", "n")):
        place += 1
    deed = "".join(words[place:])
    acts = (
        place < len(words)
        and "的" not in things
        and words[place] not in manner
        and word_class(words[place]) == "v"
    )
    return f"{deed}的{things}" if ends and acts and _SHORTEST < len(deed) <= _LONGEST_DEED else things


def _are_things(words: Sequence[str]) -> bool:
    """Tell whether a phrase names things: it ends in a noun, or is one of two nouns: 双打组合."""
    last = words[-1]
    return not is_word(last) or word_class(last).startswith((*_THINGS, "v") if len(words) > 1 else _THINGS)
