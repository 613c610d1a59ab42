"""Research bodies and schools whose short form a text gives right behind their name: 岭西柑橘研究所，简称岭西柑研所."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.knowledge.names.shapes.boundaries import led_by, run_start
from corpus.model.span import Span
from corpus.text.needed_signs import guarded
from index.lazy_pattern import LazyPattern

_GIVEN: Final = guarded(
    r"(?:^|[，。；！？：\n])(?P<name>[一-鿿]{4,22}?(?:研究所|研究院|设计院|大学|学院|医院|协会|学会|联合会|交易中心))"
    r"(?=[，（(]?(?:以下)?简称[：为]?[“\"]?[一-鿿]{2,8}[”\"]?[，。；）)])"
)


_PARTNERSHIP: Final = guarded(r"中心(?=[（(]有限合伙[）)])")
_ROLE: Final = LazyPattern(r"(?:委托|受托|认购|转让|受让|出资|管理|发行|持有)人|股东|有限合伙人")
_TAIL: Final = 6
"""So long what says of its form is behind the name of a partnership."""
_WINDOW: Final = 24
_SHORTEST: Final = 4
_LEADS_TO: Final = "为是系由与向"
"""Behind these in a clause the name begins: 交易对方为…."""


def _partnerships(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield the places of partnerships that are called a centre: 青禾创业投资中心（有限合伙）."""
    for match in _PARTNERSHIP.finditer(text, signs):
        start = run_start(text, max(0, match.start() - _WINDOW), match.start())
        start += led_by(text[start : match.start()])
        start = max(start, *(text.rfind(one, start, match.start() - _SHORTEST) + 1 for one in _LEADS_TO))
        role = _ROLE.match(text, start)
        start = role.end() if role and role.end() < match.start() else start
        if match.start() - start > _SHORTEST and text[start - 1 : start] not in {")", "）"}:
            yield Span(start, match.end() + _TAIL)


def by_short_forms_given(text: str) -> Iterator[Span]:
    """Yield the places of such names, which begin their clause, and of partnerships called a centre."""
    signs = frozenset(text)
    yield from _partnerships(text, signs)
    for match in _GIVEN.finditer(text, signs):
        yield Span(match.start("name"), match.end("name"))
