"""What a person decides about figures: kept at once, taken back with Ctrl+Z."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import partial

from corpus.language import marked
from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.facts.deciding import figures_as_known, state_all
from corpus.library.facts.statistics import decide, set_verdict, statistic
from corpus.model.errors import UsageError
from corpus.model.statistic import Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.report.figure_words import MINUS, signed_value
from corpus.text.numbers import find_numbers
from corpus.text.units import expand
from desktop.services.operation import Done, Operation

_WORDS = ("metric", "subject", "region", "source", "qualifier")
LONGEST = 30
"""More digits than this are no figure a person means."""
VERDICTS = (marked("采用甲"), marked("采用乙"), marked("口径不同，均保留"), marked("存疑"))
"""The verdicts on a contradiction, as they are kept (and, translated, shown)."""


def judge(ids: Sequence[str], status: FactStatus) -> Operation[None]:
    """Record a decision on figures; the same decision again takes it back."""

    def write(library: Library) -> Done[None]:
        before = figures_as_known(library, ids)
        wanted = FactStatus.EXTRACTED if all(one.status is status for one in before) else status
        told = {
            FactStatus.REJECTED: _("已排除 {n} 条数据", n=len(before)),
            FactStatus.CONFIRMED: _("已核实 {n} 条数据", n=len(before)),
        }.get(wanted, "")
        return _restated(library, before, [replace(one, status=wanted) for one in before], told)

    return Operation(_("核实数据"), write, about=tuple(ids))


def change_many(ids: Sequence[str], fields: Mapping[str, str]) -> Operation[None]:
    """Record the same for some fields of many figures, typed as text; UsageError where it cannot be understood."""

    def write(library: Library) -> Done[None]:
        before = figures_as_known(library, ids)
        after = [corrected(one, fields) for one in before]
        return _restated(library, before, after, _("已修改 {n} 条数据", n=len(before)))

    return Operation(_("修改数据"), write, about=tuple(ids))


def merge(ids: Sequence[str]) -> Operation[None]:
    """Make one figure of several that say the same: the first stays, takes what only others know, they are rejected."""

    def write(library: Library) -> Done[None]:
        before = figures_as_known(library, ids)
        if len(before) < 2:
            return Done(None)
        first, *others = before
        known = {
            name: next((getattr(one, name) for one in before if getattr(one, name)), getattr(first, name))
            for name in ("subject", "region", "source")
        }
        period = next((one.period for one in before if one.period.start), first.period)
        kept = replace(first, **known, period=period, status=FactStatus.EDITED)
        after = [kept, *(replace(one, status=FactStatus.REJECTED) for one in others)]
        return _restated(library, before, after, _("已把 {n} 条合并成一条", n=len(before)))

    return Operation(_("合并数据"), write, about=tuple(ids))


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


def correct(figure: str, fields: Mapping[str, str]) -> Operation[Statistic]:
    """Record a person's version of a figure, typed as text; UsageError where it cannot be understood."""

    def write(library: Library) -> Done[Statistic]:
        before = statistic(library, figure).statistic
        after = corrected(before, fields)
        done = _restated(library, [before], [after], "")
        return Done(after, done.undo, done.redo)

    return Operation(_("修改数据"), write, about=(figure,))


def corrected(figure: Statistic, fields: Mapping[str, str]) -> Statistic:
    """Return a figure with the typed ``fields``; those not among them stay. What is typed is inherited no more.

    Fields are metric, subject, region, source, qualifier, period, value, unit, kind and change (growth in the unit
    it has). UsageError (bad_value) where a number is none.
    """
    said: dict[str, object] = {name: fields[name].strip() for name in _WORDS if name in fields}
    if "period" in fields:
        said["period"] = period_of(fields["period"].strip(), figure.period)
    if "kind" in fields:
        said["kind"] = StatisticKind(fields["kind"])
    if "value" in fields or "unit" in fields:
        said |= _measured(figure, fields)
    if "change" in fields and figure.direction is None:
        said["change"] = _moved(figure.change, fields["change"])
    changed = {name for name, value in said.items() if value != getattr(figure, name)}
    inherited = tuple(name for name in figure.inherited if name not in changed)
    return replace(figure, **said, inherited=inherited, status=FactStatus.EDITED)  # type: ignore[arg-type]  # by name


def _measured(figure: Statistic, fields: Mapping[str, str]) -> dict[str, object]:
    """Return value and unit as typed; a rate of growth below nought is a decline."""
    value = number_of(fields["value"]) if "value" in fields else signed_value(figure)
    unit = fields.get("unit", figure.unit).strip()
    direction = figure.direction
    if direction is not None and value is not None:
        direction = Direction.DOWN if value < 0 else Direction.UP if value else Direction.FLAT
        value = abs(value)
    base, base_unit = expand(value, unit) if value is not None else (None, "")
    return {"value": value, "unit": unit, "base_value": base, "base_unit": base_unit, "direction": direction}


def _moved(before: Change | None, typed: str) -> Change | None:
    """Return the movement typed: a number with its sign, in percent unless it was told in something else."""
    number = number_of(typed.strip().removesuffix("%").removeprefix("+"))
    if number is None:
        return None
    direction = Direction.DOWN if number < 0 else Direction.UP if number else Direction.FLAT
    known = before or Change(direction, unit="%", basis="")
    return replace(known, direction=direction, value=abs(number), unit=known.unit or "%")


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


def _restated(
    library: Library, before: Sequence[Statistic], after: Sequence[Statistic], told: str
) -> Done[None]:
    state_all(library, after)
    return Done(None, partial(state_all, figures=before), partial(state_all, figures=after), told)
