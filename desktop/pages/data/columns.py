"""The table of figures: what each column tells, and what it is sorted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QFont

from corpus.language import translate as _
from corpus.language.phrases import labelled
from corpus.model.article import told_apart
from corpus.model.statistic import Statistic, StatisticKind
from corpus.report.figure_words import (
    change_words,
    exact_words,
    figure_words,
    number_and_unit,
    period_words,
    short_change,
)
from corpus.store.facts.figure_query import AGREED, ALONE, BLANK, DISPUTED, ONE_IN, SPARSE, FigureRow
from corpus.text.line_signs import without_signs
from desktop.theme import ThemeManager
from desktop.theme.fonts import figures_font
from desktop.widgets import Column
from desktop.wording.shortening import in_one_line
from desktop.wording.sources import article_line
from desktop.wording.words import SIGNS, kind_name, status_name

ROOM_FOR: Final = {
    "sentence": 1160, "kind": 980, "source": 830, "change": 660, "subject": 560, "article": 520, "status": 480,
}  # fmt: skip
"""How wide the table must be to show a column at first; the pane beside it tells them all."""
AT_FIRST: Final = (
    "sign", "metric", "region", "subject", "period", "value", "unit", "change", "kind", "source", "status", "article",
    "sentence", "evidence",
)  # fmt: skip
"""The columns shown until a person chooses others."""
FIXED: Final = ("sign", "value", "evidence")
"""Columns that are always there."""
LIKELY_ALIKE: Final = ("region", "subject", "change", "kind", "source", "article")
"""Columns that may say the same in every row listed, or nothing."""
INHERITED: Final = "*"
"""What stands after a value that was taken from the document, not from the sentence."""
SIGN_OF: Final = {DISPUTED: "≠", AGREED: "=", ALONE: ""}


@dataclass(frozen=True, slots=True)
class QuotedFigure:
    """A figure in the table with its sentence as the original has it.

    ``file`` tells its article apart where another has the same title.
    """

    figure: FigureRow
    quote: str = ""
    file: str = ""

    @property
    def statistic(self) -> Statistic:
        """Return the figure itself."""
        return self.figure.statistic

    @property
    def sign(self) -> str:
        """Return ≠ where something contradicts it, = where something agrees."""
        return SIGN_OF[self.figure.sign]


def key_of(row: QuotedFigure) -> str:
    """Return the id of a row's figure."""
    return row.figure.statistic.id


def alike(rows: Sequence[QuotedFigure], theme: ThemeManager) -> frozenset[str]:
    """Return the columns that say nothing that tells one of several rows from another."""
    if not rows:
        return frozenset()
    by_key = {one.key: one for one in columns(theme)}
    told = {key: {one.text(row) for row in rows} for key, one in by_key.items()}
    blank = {key for key in BLANK if told[key] == {""}}
    least = len(rows) / ONE_IN
    sparse = {key for key in SPARSE if sum(bool(by_key[key].text(row)) for row in rows) < least}
    alike = {key for key in LIKELY_ALIKE if told[key] == {""} or (len(told[key]) == 1 and len(rows) > 1)}
    return frozenset(blank | sparse | alike)


def sign_of(row: QuotedFigure) -> str:
    """Return how the state of a figure is drawn."""
    return SIGNS[row.statistic.status]


def agreement_of(row: QuotedFigure) -> tuple[str, str]:
    """Return ≠, = or nothing, and its colour."""
    return row.sign, "cinnabar" if row.sign == "≠" else "celadon"


def evidence_of(row: QuotedFigure) -> tuple[str, str]:
    """Return the sentence of a figure and where it stands."""
    return row.quote, article_line(row.figure.title, row.figure.as_of)


def columns(theme: ThemeManager) -> tuple[Column[QuotedFigure], ...]:
    """Return the columns, left to right."""
    colours = _Colours(theme)
    return (
        Column("sign", "", _nothing, width=28, mark=True, tooltip=_sign_tip),
        Column("metric", _("指标"), _metric, middle=True, tooltip=_metric),
        Column("region", _("地区"), _region, width=64, tooltip=_region_tip, colour=colours.region),
        Column("subject", _("对象"), _subject, width=72, tooltip=_subject_tip, colour=colours.subject),
        Column("period", _("时期"), _period, whole=True, width=72, tooltip=_period_tip, font=_even,
               colour=colours.period),
        Column("value", _("数值"), _number, whole=True, width=72, right=True, tooltip=_exact, font=_even),
        Column("unit", _("单位"), _unit, whole=True, width=64, tooltip=_exact, colour=colours.second),
        Column("change", _("增速"), _change, whole=True, width=64, right=True, tooltip=_basis, font=_even),
        Column("kind", _("口径"), _kind, width=60, whole=True, tooltip=_kind_tip, colour=colours.kind),
        Column("source", _("数据出处"), _source, width=92, tooltip=_source, colour=colours.second),
        Column("status", _("状态"), _nothing, width=52, mark=True, tooltip=_status),
        Column("article", _("文章"), _article, width=120, middle=True, tooltip=_article, colour=colours.second),
        Column("sentence", _("原句"), _sentence, late=True, tooltip=_sentence, colour=colours.second),
        Column("evidence", "", _nothing, width=40, mark=True),
    )  # fmt: skip


class _Colours:
    """Colours asked for at each painting, so that another theme shows at once."""

    def __init__(self, theme: ThemeManager) -> None:
        self._theme = theme

    def second(self, _row: QuotedFigure) -> QColor:
        """Return the colour of what stands behind."""
        return self._theme.colour("second")

    def kind(self, row: QuotedFigure) -> QColor:
        """Return amber for what has not come true or was only reckoned."""
        unsure = row.statistic.kind in (StatisticKind.FORECAST, StatisticKind.ESTIMATE)
        return self._theme.colour("amber" if unsure else "second")

    def region(self, row: QuotedFigure) -> QColor | None:
        """Return a fainter colour for a place the sentence does not name."""
        return self._inherited(row, "region")

    def subject(self, row: QuotedFigure) -> QColor | None:
        """Return a fainter colour for a subject the sentence does not name."""
        return self._inherited(row, "subject")

    def period(self, row: QuotedFigure) -> QColor | None:
        """Return a fainter colour for a time the sentence does not name."""
        return self._inherited(row, "period")

    def _inherited(self, row: QuotedFigure, field: str) -> QColor | None:
        return self._theme.colour("second") if field in row.statistic.inherited else None


def _even(_row: QuotedFigure) -> QFont:
    return figures_font()


def _sign_tip(row: QuotedFigure) -> str:
    return {"≠": _("有出入"), "=": _("相互印证")}.get(row.sign, "")


def _metric(row: QuotedFigure) -> str:
    return row.statistic.metric


def _marked(row: QuotedFigure, field: str, text: str) -> str:
    return f"{text}{INHERITED}" if text and field in row.statistic.inherited else text


def _tip(row: QuotedFigure, field: str, text: str) -> str:
    return labelled(text, _("推自文献，句中没有写")) if text and field in row.statistic.inherited else text


def _region(row: QuotedFigure) -> str:
    return _marked(row, "region", row.statistic.region)


def _region_tip(row: QuotedFigure) -> str:
    return _tip(row, "region", row.statistic.region)


def _subject(row: QuotedFigure) -> str:
    return _marked(row, "subject", row.statistic.subject)


def _subject_tip(row: QuotedFigure) -> str:
    return _tip(row, "subject", row.statistic.subject)


def _period(row: QuotedFigure) -> str:
    return _marked(row, "period", period_words(row.statistic.period))


def _period_tip(row: QuotedFigure) -> str:
    return _tip(row, "period", row.statistic.period.text or period_words(row.statistic.period))


def _number(row: QuotedFigure) -> str:
    return number_and_unit(row.statistic)[0]


def _unit(row: QuotedFigure) -> str:
    return number_and_unit(row.statistic)[1]


def _exact(row: QuotedFigure) -> str:
    return exact_words(row.statistic) or figure_words(row.statistic)


def _change(row: QuotedFigure) -> str:
    return short_change(row.statistic.change)


def _basis(row: QuotedFigure) -> str:
    return change_words(row.statistic.change)


def _kind(row: QuotedFigure) -> str:
    return kind_name(row.statistic.kind)


def _kind_tip(row: QuotedFigure) -> str:
    return _tip(row, "kind", _kind(row))


def _source(row: QuotedFigure) -> str:
    return row.statistic.source


def _status(row: QuotedFigure) -> str:
    return status_name(row.statistic.status)


def _article(row: QuotedFigure) -> str:
    return told_apart(row.figure.title, row.file)


def _sentence(row: QuotedFigure) -> str:
    return without_signs(in_one_line(row.quote))


def _nothing(_row: QuotedFigure) -> str:
    return ""
