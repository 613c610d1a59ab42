"""Names without a form word: before a colon, behind 领投方, at the head of 宣布, and other forms of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.names.words import any_of, listed
from corpus.model.span import Span
from index.segment.quick import is_word, plain_words

_NAME: Final = r"[一-鿿]{2,8}|[A-Z][A-Za-z0-9.&-]*(?: [A-Z][A-Za-z0-9.&-]*){0,2}"
_MARKED: Final = (
    re.compile(rf"(?:^|\n)[【\[]?(?P<name>{_NAME})[：:](?=[^\n]{{4,}})"),
    re.compile(rf"(?:企业|公司名称|公司简称)[：:][ ]?(?P<name>{_NAME})"),
    re.compile(rf"(?:投资方(?:为|是|包括)|资金来自|领投方(?:为|是)|财务顾问为)[ ]?(?P<name>{_NAME})"),
    re.compile(
        rf"[“\"](?P<name>{_NAME})[”\"](?=[^，。]{{0,6}}(?:App|APP|应用|小程序|平台|付费企业))|打开[“\"](?P<opened>{_NAME})[”\"]"
    ),
    re.compile(rf"(?:创办|创立|注册)了(?P<name>{_NAME})(?=，一[款家])"),
    re.compile(rf"(?P<name>{_NAME})(?=[ ]?App[ 上里])"),
    re.compile(
        r"(?P<name>[A-Z][a-z]+[A-Za-z]*(?: [A-Z][A-Za-z]+)*|[A-Z][a-z]*\.[A-Z][a-z]+)(?=[ ]?(?:在华|去年|今年"
        r"|宣布|公司|集团|一夜|（|，现在))"
    ),
)
_LINE: Final = 120
_COMPANY_LINE: Final = re.compile(
    r"营收|净利|收入|亏损|同比|公司|股份|回购|业绩|融资|矿山|交付|门店|上市|产能|销量|发布|订单"
)


def by_context(text: str) -> Iterator[Span]:
    """Yield the places of names that only their surroundings give away."""
    for pattern in _MARKED:
        for match in pattern.finditer(text):
            group = "name" if match.groupdict().get("name") else "opened"
            span = Span(match.start(group), match.end(group))
            line = text[span.end : span.end + _LINE].partition("\n")[0]
            coloned = text[span.end : span.end + 1] in {"：", ":"}
            if _may_be(span.of(text)) and (not coloned or _COMPANY_LINE.search(line)):
                yield span
    acts = any_of("acts")
    for match in re.finditer(rf"(?:^|[，。；！？\n—])[ ]?(?P<name>[一-鿿]{{2,6}}?)(?={acts.pattern})", text):
        if _new(match["name"]):
            yield Span(match.start("name"), match.end("name"))


def _may_be(name: str) -> bool:
    """Tell whether a phrase at a place of names may be one: Latin, or with a word in no dictionary."""
    return name[0].isascii() or _new(name)


def _new(name: str) -> bool:
    """Tell whether a phrase holds a word of no dictionary and nothing that never stands in a name."""
    words = plain_words(name)
    if any(word in listed("verbs") or word in listed("barred") for word in words) or len(words) > 3:
        return False
    return any(len(word) > 1 and not is_word(word) for word in words) and not re.search(
        r"[\d一二三四五六七八九十]", name
    )
