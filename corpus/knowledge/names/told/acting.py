"""Names of everyday words with a form word, which stand alone before what companies do: 麦田便利全年卖出…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_large_place, is_person, led_by, run_start, stands_free
from corpus.knowledge.names.shapes.weak_forms import OF_FIRMS
from corpus.knowledge.phrases.company_words import any_of, forms_in, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_WINDOW: Final = 12
_LONGEST: Final = 4
_OF_ANYBODY: Final = ("推出", "发布", "完成", "上线", "获得", "搬到", "又名", "产品")
"""What is told of trades and of things too."""
_AROUND: Final = 40
_CORE: Final = 2
_PARTS: Final = 3
"""So long an own part is of a word and a single sign."""
_RARE: Final = 150
"""So often at most jieba counted what names are made of: 麦田 133 times, 高端 499, 城市 25,084."""
_HARDLY_USED: Final = 50
"""So often at most jieba counted words of any class that names are made of: 拾级 23 times."""
_BEFORE: Final = frozenset("与和由给向对被从让的了及在")
"""What may stand right before such a name; else a clause begins with it."""
_OWN: Final = ("n", "a", "z", "i", "j")
"""Classes of everyday words that names are made of: 麦田, 卓然."""
_WHEN: Final = (
    r"(?:去年|今年|昨天|昨日|今日|今天|近日|日前|前年|同期|全年|上半年|下半年|本周|上周|上月|本月|目前|此前|随后"
    r"|[一二三四]季度|第[一二三四]季度|\d{4}年(?:\d{1,2}月)?|\d{1,2}月(?:\d{1,2}日)?)"
)
_HOW: Final = (
    r"(?:主动|已经?|正在?|将|又|也|再次|再度|首次|拟|则|却|还|共|累计|曾|成功|刚刚?|全资|独家|正式|靠)"
)


_WHEN_TOLD: Final = LazyPattern(_WHEN)
_PRODUCT: Final = LazyPattern(r"了?[^，。；]{0,12}?(?:[“「《]|首款|一款|新品|新一代)")
"""What is shown behind 推出: what a trade or a culture brings forth is none such."""


_SALE: Final = LazyPattern(r"[卖售]|出货|上新|上架|涨价|降价|提价")
"""What is told of goods of somebody as well: 饼家的鲜肉月饼卖了…."""


def by_acts(text: str) -> Iterator[Span]:
    """Yield names that end in a form word and stand alone before what companies alone do, own or are asked for."""
    for form in forms_in(text):
        if form[0] in listed("legal"):
            continue
        acts = _acts().match(text, form.end())
        if acts is None and not (_may_stand_alone(text, form) and stands_free(text, form.end())):
            continue
        begin = run_start(text, max(0, form.start() - _WINDOW), form.start())
        length = _core_length(plain_words(text[begin : form.start()]), told=acts is not None)
        start = form.start() - length
        if length and (_is_told(text, start, form, acts) if acts else _is_named_alone(text, start, form)):
            lead = led_by(text[start : form.end()])
            yield Span(start + (lead if length - lead > 1 else 0), form.end())


def _is_told(text: str, start: int, form: re.Match[str], acts: re.Match[str]) -> bool:
    """Tell whether what is told makes a name of a phrase.

    Of an everyday word before a trade that stands behind any word, only what nobody but a firm does: 海派文化推出….
    """
    if text[start - 1 : start] == "的" and _SALE.search(acts[0]):
        return False
    core = text[start : form.start()]
    if form[0] not in listed("abstract") or not is_word(core) or "：" in acts[0]:
        return True
    if any_of("firm_only").search(acts[0]):
        return True
    shows = _WHEN_TOLD.match(acts[0]) and _PRODUCT.match(text, acts.end())
    return word_frequency(core) <= _RARE and (bool(shows) or not acts[0].endswith(_OF_ANYBODY))


def _core_length(words: Sequence[str], *, told: bool) -> int:
    """Return how many characters at the end of some words may be the own part of a name, 0 where none.

    Where what only companies do is ``told`` behind, a word of any class hardly ever used may be one.
    """
    if not words:
        return 0
    *before, core = words
    while before and _goes_before(before, core):
        core = before.pop() + core
    if len(core) > 2 and core[0] in _BEFORE and not is_word(core):
        core = core[1:]
    elif before and before[-1][-1] not in _BEFORE:
        return 0
    if not 2 <= len(core) <= _LONGEST or is_person(core) or is_large_place(core):
        return 0
    if any(core in listed(name) for name in ("kinds", "barred", "verbs", "inner", "strong", "weak")):
        return 0
    own = (
        not is_word(core)
        or word_class(core).startswith(_OWN)
        or (told and word_frequency(core) <= _HARDLY_USED)
    )
    return len(core) if own else 0


def _goes_before(before: Sequence[str], core: str) -> bool:
    """Tell whether a word belongs to the own part of a name before its last one: 安居 of 安居乐, 小 of 小贝."""
    word = before[-1]
    if word in _BEFORE or word in listed("verbs"):
        return False
    if len(core) == len(word) == 1:
        return True
    opens = len(before) == 1
    return (
        opens
        and len(core) + len(word) == _PARTS
        and word not in listed("kinds")
        and core not in listed("kinds")
    )


def _may_stand_alone(text: str, form: re.Match[str]) -> bool:
    """Tell, before anything dearer is asked, whether an everyday word of two characters stands before a trade."""
    return form[0] not in listed("abstract") and is_word(text[max(0, form.start() - _CORE) : form.start()])


def _is_named_alone(text: str, start: int, form: re.Match[str]) -> bool:
    """Tell whether a name that nothing is told of is one: a word hardly used of things before its trade, 星野酒店.

    Words of no dictionary are left out, new terms of trade are among them (类脑, 涉众), and so is what a text speaks
    of without the trade as well (开源). Where the trade is an everyday word, companies are spoken of around it.
    """
    core = text[start : form.start()]
    if len(core) != _CORE or form[0] in listed("abstract"):
        return False
    if form[0] in listed("everyday") and not OF_FIRMS.search(
        text[max(0, start - _AROUND) : form.end() + _AROUND]
    ):
        return False
    alone = text.count(core) > text.count(core + form[0])
    return 0 < word_frequency(core) <= _RARE and not (alone and not _acts_by_its_own_part(text, core))


def _acts_by_its_own_part(text: str, core: str) -> bool:
    """Tell whether a text says elsewhere of a word alone what only companies do: 苔原宣布停售."""
    return any(
        any_of("acts").match(text, one.end()) is not None for one in re.finditer(re.escape(core), text)
    )


@cache
def _acts() -> LazyPattern[str]:
    """Return what companies do, own or are asked for, told right behind their name."""
    acts = "|".join(sorted(listed("alone"), key=len, reverse=True))
    owned = any_of("owned").pattern
    return LazyPattern(rf"[ ]?{_WHEN}?{_HOW}{{0,2}}(?:{acts})|的(?:{owned})")
