"""The deeds in what stands beside a figure: whether words only act, up to where they name something."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.company_words import listed
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, plain_words, word_class
from index.segment.word_classes import OF_DEEDS

_DOES_SO: Final = ("v", "d")
_SHORTEST: Final = 2
"""What is counted is named by so many signs at least."""
_TABLE: Final = "head_nouns"


@cache
def _deeds() -> LazyPattern[str]:
    return LazyPattern(rf"(?:(?:{cue(_TABLE, 'deed').pattern})[ ]?)+")


def only_acts(words: str) -> bool:
    """Tell whether a phrase names what is done and nothing it is done to: 巩固提升, 新建改造."""
    return bool(_deeds().fullmatch(words))


def acts(word: str) -> bool:
    """Tell whether a word tells what is done, how, or to whom: 实施, 持续, 对."""
    return word_class(word).startswith(OF_DEEDS)


def is_deed(word: str) -> bool:
    """Tell whether a word of several characters is a verb, and none that is itself what a sum is of: 支付, not 贷款."""
    return len(word) > 1 and word_class(word) == "v" and word not in listed("sums")


def ends_in_deed(metric: str) -> bool:
    """Tell whether a phrase ends in a verb whose object stands behind the sum: 谷某仅需支付7030元本金."""
    words = plain_words(metric)
    return bool(words) and is_deed(words[-1])


def is_done_with_sum(behind: str) -> bool:
    """Tell whether words behind a sum say what is done with it, and not what it is: 支持企业技改, no 补助资金."""
    words = plain_words(behind)
    does = bool(words) and (is_deed(words[0]) or (len(words) > 1 and word_class(words[0]) == "vn"))
    return does and not is_money_noun(behind)


def until_deed(noun: str) -> str:
    """Return a phrase up to the verb that what it names does, all if none: 子公司合计中标 → 子公司."""
    words = plain_words(noun)
    place = next((i for i, word in enumerate(words) if i and word_class(word) in _DOES_SO), len(words))
    cut = "".join(words[:place])
    if len(cut) >= _SHORTEST:
        return cut
    return "" if cut and is_money_noun(noun) else noun


def until_verb(noun: str) -> str:
    """Return a phrase up to what is done with it: 负债提供担保 → 负债; empty where it begins with a deed."""
    parts: list[str] = []
    for word in plain_words(noun):
        if acts(word) and word not in listed("sums") and not is_money_noun(word):
            break
        parts.append(word)
    return "".join(parts)


def done_by_people(noun: str) -> str:
    """Return what people do without them: 人给出了最高评分 → 给出了最高评分."""
    rest = noun.removeprefix("人")
    return rest if rest != noun and len(rest) > _SHORTEST and acts(first_word(rest)) else noun
