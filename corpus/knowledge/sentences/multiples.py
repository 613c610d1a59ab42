"""Multiples and shares of something else: 功率密度约为此前最高值的2.4倍 tells 功率密度, held against 此前最高值."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from corpus.knowledge.subjects.anaphora import is_anaphoric
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Period
from index.lazy_pattern import LazyPattern

_TIMES: Final = LazyPattern(
    r"(?P<head>[^，。；]*?)(?:大?约|差不多|几乎|大致|大概|基本|已经?|也|就|都|则|却|只|仅|接?近|将近|仍|更)*"
    r"(?:相当于|约?为(?!了)|是(?!否)|达到?了?|约合|(?:增加?|增长|扩大|上升|提[升高]|攀升|升)(?:至|到了?))"
    r"(?P<whole>[^，。；\d“”]{1,24}|[^，。；\d]{0,8}(?:\d{4}年|“[^”]{2,10}”)[^，。；\d]{0,12})的[ 约近超逾]*$"
)
_SHARE: Final = LazyPattern(
    r"(?P<head>[^，。；]*?)(?:大?约|差不多|几乎|大致|大概|基本|已经?|也|就|都|则|却|只|仅|接?近|将近|仍|更|逐步|目前|总体)*"
    r"(?:(?:仅|只)?相当于|(?:恢复|回升|回暖|修复|回到)(?:到了?|至|为)?|(?:为|是(?!否)|达到?|到)了?(?=[^，。；]*(?:同期|之?前|平均(?:水平|值)?|均值|原来|原先|去年|上年|前年|高峰期?|峰值|年)的[^，。；]{0,3}$)"
    r"|(?:仅为|仅是|只有|只是|不到|不足)(?=[^，。；总全整]*的$)(?<=[价额量率值本耗费度时长]..))"
    r"(?P<whole>[^，。；“”]{2,24}?)的[ 约近超逾]*$"
)
"""How much of something else a measure is, and no part of it: 客流恢复到2019年同期的92%."""
_NEARLY: Final = LazyPattern(
    r"(?P<head>[^，。；]*?)接近(?P<whole>[^，。；]{0,8}(?:收入|营收|产值|利润|资产|支出|总额))的[ ]*$"
)
"""How much of a sum another comes near to: 费用接近营收的29%."""
_NO_WHOLE: Final = LazyPattern(r"(?:到|了|原来|原先|它|其)*")
_PATTERNS: Final = {"倍": (_TIMES,), "%": (_SHARE, _NEARLY)}


_DATE: Final = LazyPattern(r"\d{4}年|[上去前]年")


@dataclass(frozen=True, slots=True)
class Multiple:
    """What a multiple is of, empty where its clause does not say, and what it is held against."""

    metric: str
    basis: str


def multiple_of(figure: Figure, lead: str) -> Multiple | None:
    """Return what is how many times, or how much, of something else, ``None`` for any other figure.

    ``lead`` is its clause up to it.
    """
    read = (pattern.fullmatch(lead.rstrip()) for pattern in _PATTERNS.get(figure.unit, ()))
    told = next(filter(None, read), None)
    head = strip_metric(told["head"]) if told else ""
    if told is None or (not head and _NO_WHOLE.fullmatch(told["whole"])):
        return None
    return Multiple("" if is_anaphoric(head) else head, told["whole"].strip())


def told_times(
    view: SentenceView,
    figure: Figure,
    told: tuple[str, str],
    times: Multiple,
    names: Sequence[PlatformMention],
) -> Found:
    """Return how many times something else a measure is; ``told`` are its place, where one is named, and itself.

    Whoever is named in what it is held against does not have it, and the time named there is not its own.
    """
    scope, metric = told
    for date in view.dates_before(figure.lead):
        metric = metric.replace(date.span.of(view.text), "")
    who = next((one.text for one in names if metric.startswith(one.text)), "")
    return Found(
        figure, metric, scope, subject=who, shared=any(one.text in times.basis for one in names),
        confidence=0.6, period=_time_beside(view, figure, times.basis), basis=times.basis,
    )  # fmt: skip


def _time_beside(view: SentenceView, figure: Figure, basis: str) -> Period | None:
    """Return the time a multiple is told of where its ``basis`` names another, ``None`` where that names none."""
    if not _DATE.search(basis) or view.period(figure).text not in basis:
        return None
    place = view.text.rfind(basis, view.sentence.start, figure.lead)
    dates = view.dates_before(place)
    if not dates:
        return Period()
    last = dates[-1]
    return Period(last.span.of(view.text), last.start_date, last.end_date)
