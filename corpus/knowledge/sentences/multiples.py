"""Multiples of something else: 功率密度约为此前最高值的2.4倍 tells 功率密度, held against 此前最高值."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.subjects.anaphora import is_anaphoric
from index.lazy_pattern import LazyPattern

_TIMES: Final = LazyPattern(
    r"(?P<head>[^，。；]*?)(?:大?约|差不多|几乎|大致|大概|基本|已经?|也|就|都|则|却|只|仅|接?近|将近|仍|更)*"
    r"(?:相当于|约?为(?!了)|是(?!否)|达到?了?|约合)"
    r"(?P<whole>[^，。；\d“”]{1,24}|[^，。；\d]{0,8}(?:\d{4}年|“[^”]{2,10}”)[^，。；\d]{0,12})的[ 约近超逾]*$"
)
_NO_WHOLE: Final = LazyPattern(r"(?:到|了|原来|原先|它|其)*")
_UNIT: Final = "倍"


@dataclass(frozen=True, slots=True)
class Multiple:
    """What a multiple is of, empty where its clause does not say, and what it is held against."""

    metric: str
    basis: str


def multiple_of(figure: Figure, lead: str) -> Multiple | None:
    """Return what is how many times something else, ``None`` where a figure is none; ``lead`` are its words."""
    told = _TIMES.fullmatch(lead.rstrip()) if figure.unit == _UNIT else None
    if told is None or _NO_WHOLE.fullmatch(told["whole"]):
        return None
    head = strip_metric(told["head"])
    return Multiple("" if is_anaphoric(head) else head, told["whole"].strip())
