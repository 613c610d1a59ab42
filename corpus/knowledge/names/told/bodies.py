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
_BODIES: Final = (
    "研究所|研究院|研究中心|设计院|检测院|科学院|协会|学会|商会|联合会|基金会|交易中心|服务中心"
    "|联合社|合作社|信用社|供销社"
)
_SHORT_IN_BRACKETS: Final = guarded(
    rf"(?:{_BODIES}|厂)(?=[（(](?:(?:以下|下文|后文|下)?(?:简称|称)[为：:]?[ ]?)?"
    rf"[“\"「]?(?P<short>[一-鿿]{{2,8}})[”\"」]?[）)])"
)
"""Before a short form in brackets, which tells where the whole begins: 楚泽省农村金融研究中心（楚泽农金中心）."""
_END: Final = 4
"""Among so many last characters of a name is the last of its short form."""
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


def _from_short_forms(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield the names of bodies and works from where the short form in the brackets behind them begins."""
    for match in _SHORT_IN_BRACKETS.finditer(text, signs):
        begin = run_start(text, max(0, match.start() - _WINDOW), match.start())
        run, short = text[begin : match.end()], match["short"]
        likely = [place for place in range(len(run)) if _is_short_for(short, run[place:])]
        alike = [place for place in likely if run.startswith(short[:2], place)]
        if likely and short[-1] in run[-_END:]:
            yield Span(begin + (alike or likely)[-1], match.end())


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether a name begins as its short form does, has all of it in order, and is longer by half at least."""
    rest = iter(name)
    return name[0] == short[0] and all(one in rest for one in short) and 3 * len(short) <= 2 * len(name)


def by_short_forms_given(text: str) -> Iterator[Span]:
    """Yield the places of such names, which begin their clause, and of partnerships called a centre."""
    signs = frozenset(text)
    yield from _partnerships(text, signs)
    yield from _from_short_forms(text, signs)
    for match in _GIVEN.finditer(text, signs):
        yield Span(match.start("name"), match.end("name"))
