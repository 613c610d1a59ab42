"""Who bids together bears the bid, and nobody alone: 甲公司与乙公司组成的联合体; a project bears its own sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.bearers.parties import Party, party_at
from corpus.knowledge.phrases.projects import is_of_project_won
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_MADE: Final = LazyPattern(r"(?:共同)?(?:组成|组建|构成|组合)的?(?:投标|设计施工)?联合体|(?:投标)?联合体")
_SELF: Final = LazyPattern(
    r"(?<![一-鿿])(?:本?公司)(?:[（(][^（()）]{1,12}[）)])?(?:作为(?:项目)?联合体[^，。；]{0,6}?)?(?:与|和|及|、|联合)"
)
_BID: Final = LazyPattern(r"中标|投标|报价|合同(?:总?[金价]|额)|总价|工期")


def of_consortia(
    text: str, found: Sequence[Statistic], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, bids told of all who bid together."""
    return tuple(_of_bidders(text, one, names) for one in found)


def without_winner(text: str, one: Statistic) -> Statistic:
    """Return what a project is to cost or to take without the one who only won it."""
    won = one.subject and is_of_project_won(one.metric, text[one.evidence.start : one.figure.start])
    return replace(one, subject="") if won else one


def _of_bidders(text: str, one: Statistic, names: Sequence[PlatformMention]) -> Statistic:
    """Return a figure with those who bid together where its sentence names them before it."""
    bid = _BID.search(one.metric)
    told = _bidders(text, one.evidence.start, one.figure.start, names, one.subject) if bid else ""
    return replace(one, subject=told) if told else one


def _bidders(text: str, start: int, end: int, names: Sequence[PlatformMention], alone: str) -> str:
    """Return who make up a consortium by their names, empty without one; ``alone`` is who 公司 is."""
    for own in _SELF.finditer(text, start, end):
        others = party_at(text, own.end(), end, names)
        if alone and others and _MADE.match(text, others.end, end):
            return f"{alone}与{others.name}"
    for name in names:
        if not start <= name.span.start < end:
            continue
        several = party_at(text, name.span.start, end, names)
        if several and _joined(several) and _MADE.match(text, several.end, end):
            return several.name
    return ""


def _joined(party: Party) -> bool:
    return any(sign in party.name for sign in "、与和及")
