"""Names found by their last word: 砺石科技, 洋口银行, 江州砚北智能装备股份有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.document.places import PROVINCES
from corpus.knowledge.names.words import any_of, listed
from corpus.model.span import Span
from index.segment.quick import is_word, plain_words

_WINDOW: Final = 24
_LONGEST_CORE: Final = 6
_BREAK: Final = re.compile(r"[^一-鿿]")
_NUMERAL: Final = re.compile(
    r"(?:[一二两三四五六七八九十百千万亿几第]|[一二两三四五六七八九十百千万亿几第\d]+[家个名位年月日季度款项][一-鿿]?|\d+)$"
)
_LEADING: Final = re.compile(r"(?:[为由给和与获对向在被把找囤比跟同]|如今|另外|因为|拿到|野生菌)(?=..)")
_PARTNERS: Final = re.compile(r"[（(](?:特殊|有限)?(?:普通)?合伙[）)]")
_TOLD_OF: Final = re.compile(
    r"[^，。；]{0,8}?(?:财报|融资|估值|营收|净利|净赚|亏损|订单|日活|月活|市值|股价|上市|IPO|收购|交付|门店|年报|业绩|首发|召回)"
)
"""What is told of companies only: then a word of the dictionary before a form is a name."""
_IN_BRACKETS: Final = re.compile(r"[（(][一-鿿]{2,5}[）)]$")
_GOES_ON: Final = re.compile(r"[学校院区股园部分行业界人员圈业化型型性类级]|公司|集团军")


def by_form(text: str) -> Iterator[Span]:
    """Yield the places of names that end in a word of the lists, in order; of overlapping ones the longest."""
    taken = -1
    found: list[Span] = []
    for match in any_of("legal", "strong", "weak").finditer(text):
        span = _whole(text, match)
        if span is not None:
            found.append(span)
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if span.start >= taken:
            yield span
            taken = span.end


def _whole(text: str, form: re.Match[str]) -> Span | None:
    """Return the name that ends in a form, ``None`` where what stands before is no name."""
    legal = form[0] in listed("legal")
    behind = text[form.end() : form.end() + 3]
    if not legal and (_GOES_ON.match(behind) or any_of("strong", "weak", "inner").match(text, form.end())):
        return None
    head = form.start()
    bracket = _IN_BRACKETS.search(text, max(0, head - 7), head) if legal else None
    head = bracket.start() if bracket else head
    begin = max(0, head - _WINDOW)
    for mark in _BREAK.finditer(text, begin, head):
        begin = mark.end()
    tokens = plain_words(text[begin:head])
    told = _TOLD_OF.match(text, form.end()) is not None and len(tokens) <= 2
    length = _name_length(tokens, legal=legal, strong=told or form[0] in listed("strong"))
    lead = _LEADING.match(text, head - length, head) if length > 2 else None
    if not length or (lead and head - lead.end() < 2):
        return None
    tail = _PARTNERS.match(text, form.end())
    return Span(lead.end() if lead else head - length, tail.end() if tail else form.end())


def _first_part(rest: list[str]) -> int:
    """Return the length of what stands before a word of the dictionary and belongs to the name with it."""
    if not rest or rest[-1] in listed("verbs") or _NUMERAL.match(rest[-1]) or rest[-1][0] < "一":
        return 0
    alone = len(rest) == 1 and len(rest[0]) == 1
    return len(rest[-1]) if alone or not is_word(rest[-1]) else 0


def _name_length(tokens: list[str], *, legal: bool, strong: bool) -> int:
    """Return how many characters before a form belong to the name, 0 where there is none."""
    inner, core = 0, 0
    unknown = False
    rest = list(tokens)
    while rest and rest[-1] in listed("inner") and not (len(rest) == 1 and not legal):
        inner += len(rest.pop())
    while rest and core < _LONGEST_CORE:
        word = rest[-1]
        single = len(word) == 1
        if _NUMERAL.match(word) or (word in listed("verbs") and not (single and core == 1 and not unknown)):
            break
        if word in listed("barred") or (not strong and not legal and not core and word[-1] in "省市县区镇村"):
            return 0
        new = single or not is_word(word)
        place = word in PROVINCES or word.endswith(("省", "市", "县"))
        begins = len(rest) == 1 or rest[-2] in listed("verbs")
        if core and not (
            new or place or legal or (strong and (core == 1 or (begins and len(word) == 2 and inner)))
        ):
            break
        if not new and not core and not (strong or legal):
            return 0
        unknown = unknown or (new and not single)
        core += len(word)
        rest.pop()
        if not new and not legal and not place:
            core += _first_part(rest) if strong else 0
            break
    if core < 2 and not (legal and core + inner >= 4):
        return 0
    return inner + core
