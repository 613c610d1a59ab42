"""Whoever deals bears the figures of the deal: who holds shares, who owes a sum, who bids together with others."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.knowledge.bearers.consortia import of_consortia
from corpus.knowledge.bearers.holders import of_holders
from corpus.knowledge.bearers.obligations import of_obliged
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic


def of_dealers(
    text: str, found: Sequence[Statistic], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, those of shares, debts and bids told of who deals."""
    return of_consortia(text, of_obliged(text, of_holders(text, found, names), names), names)
