"""Names with a form word whose bearers decide, employ or return in the text: 科源基因计划…, 东方海运客户部."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import (
    is_large_place,
    is_person,
    is_place,
    led_by,
    run_start,
    stands_free,
)
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.names.shapes.edges import cut_apart
from corpus.knowledge.phrases.company_words import any_of, forms_in, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMES_OR_SHORT

_WINDOW: Final = 12
_SHORTEST: Final = 2
_LONGEST: Final = 4
_TWICE: Final = 2
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""
_OF_ANYTHING: Final = frozenset({"显示", "投资", "建设", "股份", "数据", "信息", "材料", "设计", "支付"})
"""Forms that are what is done or dealt with as often: 股权结构显示, 直接投资."""
_BEFORE: Final = frozenset(
    ("与", "和", "由", "向", "对", "被", "将", "给", "在", "把", "从", "及", "跟", "让", "找", "的", "而", "但", "为",
     "以及", "来自", "因此", "不过", "其中", "此前", "随后", "同日", "去年", "今年", "如今", "目前", "日前", "近日",
     "原告", "被告", "第三人", "随即",
     "前", "原", "名", "位", "一名", "一位", "多名", "多位", "几名", "几位", "两名", "两位")
)  # fmt: skip
_NOUNS: Final = ("n", "s", "a", "i", "z", "j", "l")
_LISTS: Final = ("kinds", "barred", "verbs", "inner", "strong", "weak", "bodies", "cities")
WHEN: Final = (
    r"(?:去年|今年|昨[天日]|今[天日]|近日|日前|前年|同期|本周|上周|上月|本月|每年|目前|此前|随后|当天|当日"
    r"|已经?|正在?|将|又|也|还|再次|首次|拟|则|却|曾|刚刚?|正式|主动|一度|始终|仍|只)"
)
"""What stands between a name and what its bearer does."""


def by_agency(text: str) -> Iterator[Span]:
    """Yield names that end in a form word and do what only somebody does, employ somebody, or return in the text.

    One word of the dictionary is their own part only where an office of theirs stands behind: 东方海运客户部.
    """
    returning: list[Span] = []
    for form in (*forms_in(text), *any_of("houses").finditer(text)):
        if form[0] in _OF_ANYTHING or form[0] in listed("legal"):
            continue
        employs = _office().match(text, form.end()) is not None
        acts = employs or _decides().match(text, form.end()) is not None
        if not acts and form[0] not in listed("houses") and _is_everyday(text, form.start()):
            continue
        if (found := own_part_before(text, form.start())) is None:
            continue
        start, coined, told = found.start, found.coined or found.rare, found.told
        if cut_apart(text, Span(start, form.end())):
            continue
        sure = told and (coined or form[0] in listed("houses")) and stands_free(text, form.end())
        if employs or sure or (acts and (told or coined)):
            yield Span(start, form.end())
        elif coined and stands_free(text, form.end()):
            returning.append(Span(start, form.end()))
    if len(returning) < _TWICE:
        return
    times = Counter(one.of(text) for one in returning)
    yield from (one for one in returning if times[one.of(text)] >= _TWICE)


def _is_everyday(text: str, end: int) -> bool:
    """Tell, before anything dearer is asked, whether an everyday word ends at a place: 智慧 of 智慧农业."""
    pair = text[max(0, end - _SHORTEST) : end]
    return is_word(pair) and word_class(pair) not in NAMES_OR_SHORT and word_frequency(pair) > _RARE


@dataclass(frozen=True, slots=True)
class OwnPart:
    """Where the own part of a name begins, and what speaks for it.

    ``coined`` is what is in no dictionary, or there as a name, ``rare`` what is hardly used; ``told`` is one behind
    the kind of its bearer.
    """

    start: int
    coined: bool
    rare: bool
    told: bool


def own_part_before(text: str, end: int) -> OwnPart | None:
    """Return the own part of a name that ends at a place, where one may stand there."""
    begin = run_start(text, max(0, end - _WINDOW), end)
    if end - begin < _SHORTEST:
        return None
    words = plain_words(text[begin:end])
    trades = 0
    while len(words) > 1 and text.startswith("公司", end) and words[-1] in listed("weak"):
        trades += len(words.pop())
    core = words.pop()
    while words and _goes_before(words[-1], core):
        core = words.pop() + core
    kind = _is_kind(words)
    if len(core) > _SHORTEST and not is_word(core) and core[0] in _BEFORE:
        core = core[1:]
    elif words and words[-1] not in _BEFORE and not kind:
        return None
    if not _SHORTEST <= len(core) <= _LONGEST or not _is_own(core):
        return None
    core = core[led_by(core) :]
    if len(core) < _SHORTEST:
        return None
    start = end - trades - len(core)
    coined = (
        is_coined(core)
        or core in listed("name_words")
        or (is_word(core) and word_class(core) in NAMES_OR_SHORT)
    )
    rare = is_word(core) and word_frequency(core) <= _RARE and word_class(core).startswith("n")
    return OwnPart(start, coined, rare, kind)


def _goes_before(word: str, core: str) -> bool:
    """Tell whether a word belongs to the own part of a name before its last one: 泰和 of 泰和顺, 中泰 of 中泰华信."""
    short = len(word) <= _SHORTEST and word not in _BEFORE and len(word) + len(core) <= _LONGEST
    if not short or word in listed("verbs"):
        return False
    return len(core) == 1 or len(word) == 1 or word_class(word) in NAMES_OR_SHORT


def _is_kind(words: Sequence[str]) -> bool:
    """Tell whether some words end with a kind of company, before a name: 进口商."""
    before = "".join(words[-2:])
    return any(one.end() == len(before) for one in cue("names/context", "business").finditer(before))


@lru_cache(maxsize=4096)
def _is_own(core: str) -> bool:
    """Tell whether a core may be the own part of a name: no place at large, no kind, no person, no deed."""
    if is_large_place(core) or is_person(core) or any(core in listed(one) for one in _LISTS):
        return False
    if is_place(core) and core[-1] in "省市县区镇村州":
        return False
    if not is_word(core):
        return all(word not in listed("verbs") and word not in listed("kinds") for word in plain_words(core))
    return word_class(core).startswith(_NOUNS)


@cache
def _office() -> LazyPattern[str]:
    """Return what a company has right behind its name: a department, somebody who speaks for it or leads it."""
    return LazyPattern(cue("names/context", "office").pattern)


@cache
def _decides() -> LazyPattern[str]:
    """Return what somebody decides to do, told right behind a name."""
    return LazyPattern(rf"{WHEN}{{0,2}}(?:{cue('names/context', 'decides').pattern})")
