"""Deeds that are only meant: 拟向子公司增资5亿元, 计划发行债券，规模5亿元 tell nothing that was done."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.cues.words import any_word, words_for
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, word_class

_TABLE: Final = "intents"
_DEEDS: Final = ("v", "p", "d")
"""Classes of the word a word of intent stands before: a verb, or what leads to one."""
_TO_BE: Final = "将"
_IS: Final = "为"
"""Between a plan and its number: 招生计划为6100人."""
_AHEAD: Final = 12
_SHORTEST: Final = 2
_COUNTED: Final = LazyPattern(r"[\d一二两三四五六七八九十百][个项家只座]计划$")
"""Some things of a plan, told before what they are: 285个计划新开工项目."""
_YEARS: Final = LazyPattern(r"(?:19|20)\d\d年(?!.*[前底内])")
"""A year named within the words is one that a number is of, and no plan of the deed, where it is no last day."""
_CLAUSES: Final = LazyPattern("[，,：:（(]")
_ONLY_BOUNDS: Final = LazyPattern(
    r"(?:约|近|为|是|达|不超过?|不低于|不高于|不少于|最[高多低少]|合计|共|人民币|[:： ])*$"
)


def is_intended(before: str) -> bool:
    """Tell whether a figure right behind some words of its sentence is of a deed that is only meant.

    The deed stands in the clause of the figure, or that clause tells one of its terms: 总投资, 期限, 占地.
    """
    words = any_word(_TABLE, "no_intent").sub(lambda found: "—" * len(found[0]), before)
    begin = max(words.rfind(sign) for sign in "。；;！？\n") + 1
    place = next(
        (
            one.end()
            for one in reversed([*any_word(_TABLE, "means").finditer(words, begin)])
            if _governs(words, one.end())
        ),
        -1,
    )
    if place < 0 or any_word(_TABLE, "real").search(words, place) or _YEARS.search(words, place):
        return False
    clauses = _CLAUSES.split(words[place:])
    return len(clauses) == 1 or _ONLY_BOUNDS.sub("", clauses[-1]).endswith(words_for(_TABLE, "terms"))


def _governs(words: str, place: int) -> bool:
    """Tell whether a word of intent that ends at a place stands before a deed."""
    behind = words[place : place + _AHEAD]
    if words[place - 1] == _TO_BE and _is_done_to(words[place:]):
        return False
    if behind == _IS or _COUNTED.search(words, max(0, place - _AHEAD), place):
        return False
    return behind.startswith(words_for(_TABLE, "leads")) or word_class(first_word(behind)).startswith(_DEEDS)


def _is_done_to(behind: str) -> bool:
    """Tell whether what stands behind 将, up to a number, is a thing something is done to, and no deed to come."""
    clause = _CLAUSES.split(behind)[0]
    return behind.startswith(words_for(_TABLE, "taken")) or clause.endswith(
        ("的", *words_for(_TABLE, "results"))
    )


def without_intent(metric: str) -> str:
    """Return what is meant to be done without the word that says so: 打算新开门店 → 新开门店; 计划招生 is a measure."""
    means = any_word(_TABLE, "means").match(metric)
    if means is None or len(metric) - means.end() < _SHORTEST or not _governs(metric, means.end()):
        return metric
    if means[0] in words_for(_TABLE, "measures") and word_class(metric[means.end()]) != "p":
        return metric
    return metric[means.end() :]
