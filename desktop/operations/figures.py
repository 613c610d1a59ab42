"""What a person decides about figures: kept at once, taken back with Ctrl+Z."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import partial

from corpus.language import marked
from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide, edit_statistic, set_verdict, statistic
from corpus.model.errors import UsageError
from corpus.model.statistic import FactStatus, Period, Statistic, StatisticKind
from corpus.report.figure_words import MINUS
from corpus.text.numbers import find_numbers
from corpus.text.units import expand
from desktop.services.operation import Done, Operation

LONGEST = 30
"""More digits than this are no figure a person means."""
VERDICTS = (marked("采用甲"), marked("采用乙"), marked("口径不同，均保留"), marked("存疑"))
"""The verdicts on a contradiction, as they are kept (and, translated, shown)."""


def judge(ids: Sequence[str], status: FactStatus) -> Operation[None]:
    """Record a decision on figures; the same decision again takes it back."""

    def write(library: Library) -> Done[None]:
        before = {one: statistic(library, one).statistic.status for one in ids}
        same = all(state is status for state in before.values())
        wanted = FactStatus.EXTRACTED if same else status
        after = dict.fromkeys(ids, wanted)
        _decide_all(library, after)
        told = {
            FactStatus.REJECTED: _("已排除 {n} 条数据", n=len(ids)),
            FactStatus.CONFIRMED: _("已核实 {n} 条数据", n=len(ids)),
        }.get(wanted, "")
        back, again = partial(_decide_all, states=before), partial(_decide_all, states=after)
        return Done(None, back, again, told)

    return Operation(_("核实数据"), write)


def put_status(figure: str, status: FactStatus) -> Operation[None]:
    """Record what a person thinks of one figure, without a word."""

    def write(library: Library) -> Done[None]:
        before = statistic(library, figure).statistic.status
        decide(library, figure, status)
        back = partial(decide, statistic_id=figure, status=before)
        return Done(None, back, partial(decide, statistic_id=figure, status=status))

    return Operation(_("核实数据"), write)


def rule(key: str, before: str, verdict: str) -> Operation[None]:
    """Record a verdict on a contradiction; an empty one is taken back."""

    def write(library: Library) -> Done[None]:
        set_verdict(library, key, verdict)
        back = partial(set_verdict, key=key, verdict=before)
        return Done(None, back, partial(set_verdict, key=key, verdict=verdict))

    return Operation(_("裁定出入"), write)


def correct(figure: str, fields: dict[str, str]) -> Operation[Statistic]:
    """Record a person's version of a figure, typed as text; UsageError where it cannot be understood."""

    def write(library: Library) -> Done[Statistic]:
        before = statistic(library, figure).statistic
        after = corrected(before, fields)
        _keep(library, after)
        return Done(after, partial(_keep, figure=before), partial(_keep, figure=after))

    return Operation(_("修改数据"), write)


def corrected(figure: Statistic, fields: dict[str, str]) -> Statistic:
    """Return a figure with the typed ``fields``: metric, subject, region, period, value, unit, kind, source.

    UsageError (bad_value) where the value is none.
    """
    value, unit = number_of(fields["value"]), fields["unit"].strip()
    base = expand(value, unit) if value is not None else (None, "")
    return replace(
        figure,
        metric=fields["metric"].strip(),
        subject=fields["subject"].strip(),
        region=fields["region"].strip(),
        period=period_of(fields["period"].strip(), figure.period),
        value=value,
        unit=unit,
        base_value=base[0],
        base_unit=base[1],
        kind=StatisticKind(fields["kind"]),
        source=fields["source"].strip(),
        status=FactStatus.EDITED,
    )


def number_of(text: str) -> Decimal | None:
    """Return the number typed, ``None`` for nothing; UsageError (bad_value) otherwise."""
    typed = text.strip().replace(",", "").replace("，", "").replace(MINUS, "-")
    if not typed:
        return None
    try:
        number = Decimal(typed)
    except InvalidOperation as error:
        raise UsageError("bad_value", name=_("数值"), value=text) from error
    if not number.is_finite() or abs(number.adjusted()) > LONGEST:
        raise UsageError("bad_value", name=_("数值"), value=text)
    return number


def period_of(text: str, before: Period) -> Period:
    """Return the time ``text`` names, dated where it can be."""
    if text == before.text:
        return before
    for mention in find_numbers(text):
        if mention.start_date:
            return Period(text, mention.start_date, mention.end_date or mention.start_date)
    return Period(text)


def _decide_all(library: Library, states: dict[str, FactStatus]) -> None:
    for figure, state in states.items():
        decide(library, figure, state)


def _keep(library: Library, figure: Statistic) -> None:
    names = (
        "metric",
        "subject",
        "region",
        "period",
        "value",
        "unit",
        "base_value",
        "base_unit",
        "kind",
        "source",
        "status",
    )
    edit_statistic(library, figure.id, **{name: getattr(figure, name) for name in names})
