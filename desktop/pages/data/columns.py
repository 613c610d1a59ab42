"""The table of figures: what each column tells, and what it is sorted by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtGui import QColor, QFont

from corpus.knowledge.comparison import size_of
from corpus.language import translate as _
from corpus.language.phrases import placed
from corpus.library.core.views import StatisticView
from corpus.model.statistic import FactStatus
from corpus.report.figure_words import (
    change_words,
    exact_words,
    figure_words,
    number_and_unit,
    period_words,
    short_change,
)
from desktop.theme import ThemeManager
from desktop.theme.fonts import figures_font
from desktop.widgets import Column
from desktop.wording.ordering import pinyin_key
from desktop.wording.words import SIGNS, kind_name, status_name

ROOM_FOR: Final = {"article": 980, "kind": 980, "source": 740, "change": 660, "subject": 560}
"""How wide the table must be to show a column; the pane beside it tells them all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in the table: ``sign`` is ≠ where something contradicts it, = where something agrees."""

    view: StatisticView
    sign: str = ""


def rows_of(views: tuple[StatisticView, ...], agreed: Mapping[str, tuple[str, ...]]) -> list[Row]:
    """Return the rows of figures."""
    return [Row(one, "≠" if one.conflicts else "=" if one.statistic.id in agreed else "") for one in views]


def sign_of(row: Row) -> str:
    """Return how the state of a figure is drawn."""
    return SIGNS[row.view.statistic.status]


def agreement_of(row: Row) -> tuple[str, str]:
    """Return ≠, = or nothing, and its colour."""
    return row.sign, "cinnabar" if row.sign == "≠" else "celadon"


def evidence_of(row: Row) -> tuple[str, str]:
    """Return the sentence of a figure and where it stands."""
    return row.view.place.quote, source_line(row.view)


def source_line(view: StatisticView) -> str:
    """Return the article of a figure and how old its data are."""
    age = " · " + _("资料截至 {date}", date=view.as_of) if view.as_of else ""
    return placed(view.place) + age


def columns(theme: ThemeManager) -> tuple[Column[Row], ...]:
    """Return the columns, left to right."""
    return (
        Column("sign", "", _nothing, sort=_sign_order, width=34, mark=True, tooltip=_sign_tip),
        Column("metric", _("指标"), _metric, sort=_by_pinyin(_metric), tooltip=_metric),
        Column("subject", _("对象"), _subject, sort=_by_pinyin(_subject), width=72, tooltip=_subject),
        Column("period", _("时期"), _period, sort=_period_order, whole=True, width=72,
               tooltip=_printed_period, font=_even),
        Column("value", _("数值"), _number, sort=_size_order, whole=True, width=72,
               right=True, tooltip=_exact, font=_even),
        Column("unit", _("单位"), _unit, width=48, whole=True, tooltip=_exact, colour=_Colours(theme).second),
        Column("change", _("增速"), _change, sort=_change_order, whole=True, width=64,
               right=True, tooltip=_basis, font=_even),
        Column("kind", _("类别"), _kind, width=60, whole=True, colour=_Colours(theme).kind),
        Column("source", _("数据出处"), _source, sort=_by_pinyin(_source), width=92, tooltip=_source,
               colour=_Colours(theme).second),
        Column("status", _("状态"), _nothing, sort=_status_order, width=52, mark=True, tooltip=_status),
        Column("article", _("文章"), _article, sort=_by_pinyin(_article), width=120, tooltip=_article,
               colour=_Colours(theme).second),
        Column("evidence", "", _nothing, sort=_article, width=40, mark=True),
    )  # fmt: skip


class _Colours:
    """Colours asked for at each painting, so that another theme shows at once."""

    def __init__(self, theme: ThemeManager) -> None:
        self._theme = theme

    def second(self, _row: Row) -> QColor:
        return self._theme.colour("second")

    def kind(self, row: Row) -> QColor:
        unsure = row.view.statistic.kind in ("forecast", "estimate")
        return self._theme.colour("amber" if unsure else "second")


def _even(_row: Row) -> QFont:
    return figures_font()


def _by_pinyin(text: Callable[[Row], str]) -> Callable[[Row], tuple[str, ...]]:
    def key(row: Row) -> tuple[str, ...]:
        return pinyin_key(text(row))

    return key


def _sign_order(row: Row) -> int:
    return {"≠": 0, "=": 1}.get(row.sign, 2)


def _sign_tip(row: Row) -> str:
    return {"≠": _("有出入"), "=": _("相互印证")}.get(row.sign, "")


def _metric(row: Row) -> str:
    return row.view.statistic.metric


def _subject(row: Row) -> str:
    return row.view.statistic.subject


def _period(row: Row) -> str:
    return period_words(row.view.statistic.period)


def _printed_period(row: Row) -> str:
    return row.view.statistic.period.text


def _period_order(row: Row) -> tuple[str, str]:
    period = row.view.statistic.period
    return period.end or period.start or "9", period.text


def _number(row: Row) -> str:
    return number_and_unit(row.view.statistic)[0]


def _unit(row: Row) -> str:
    return number_and_unit(row.view.statistic)[1]


def _exact(row: Row) -> str:
    return exact_words(row.view.statistic) or figure_words(row.view.statistic)


def _size_order(row: Row) -> tuple[str, Decimal]:
    statistic = row.view.statistic
    return statistic.base_unit or statistic.unit, size_of(statistic) or Decimal(0)


def _change(row: Row) -> str:
    return short_change(row.view.statistic.movement)


def _basis(row: Row) -> str:
    return change_words(row.view.statistic.movement)


def _change_order(row: Row) -> Decimal:
    change = row.view.statistic.movement
    if change is None or change.value is None:
        return Decimal("-1e12")
    return -change.value if change.direction == "down" else change.value


def _kind(row: Row) -> str:
    return kind_name(row.view.statistic.kind)


def _source(row: Row) -> str:
    return row.view.statistic.source


def _status(row: Row) -> str:
    return status_name(row.view.statistic.status)


def _status_order(row: Row) -> int:
    return list(FactStatus).index(row.view.statistic.status)


def _article(row: Row) -> str:
    return row.view.place.title


def _nothing(_row: Row) -> str:
    return ""
