"""What a search is narrowed to: articles, years, tags and kinds with how many places each has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.fields import article_kind_name
from corpus.library.finding.search import FacetCounts, Facets
from desktop.theme import ThemeManager
from desktop.theme.fonts import SMALL, interface_font, scaled
from desktop.widgets import LinkButton, ScrollColumn, SectionTitle, TextLabel
from desktop.widgets.frames.scroll import empty
from desktop.widgets.label import cut_apart

Counted = Sequence[tuple[str, str, int]]
FIRST = 8
MORE = 50
_INSET: Final = 8
"""So far the words of a row stand from its edge, and the heads above them with them."""


class FacetRow(QAbstractButton):
    """One value: its name, its count at the right, ticked while the search is narrowed to it.

    ``others`` are the names it must not be taken for where it is cut.
    """

    def __init__(self, theme: ThemeManager, label: str, count: int, others: Sequence[str] = ()) -> None:
        super().__init__()
        self._others = others
        self._cut = (0, 0, "")
        self._theme = theme
        self._label = label
        self._count = f"{count:,}"
        self.setCheckable(True)
        self.setFixedHeight(scaled(28))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(_("{label}，{n} 处", label=label, n=count))
        self.setToolTip(label)

    def sizeHint(self) -> QSize:
        """Return a line of the column."""
        return QSize(180, scaled(28))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest line: the middle of a name gives way, its count never."""
        return QSize(scaled(120), scaled(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, name and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "indigo_pale" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self.hasFocus():
            painter.setPen(self._theme.colour("indigo"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.setFont(interface_font(SMALL))
        width = painter.fontMetrics().horizontalAdvance(self._count)
        right = QRect(self.width() - _INSET - width, 0, width, self.height())
        painter.setPen(self._theme.colour("faint"))
        painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter), self._count)
        painter.setFont(interface_font())
        painter.setPen(self._theme.colour("indigo" if self.isChecked() else "ink"))
        room = QRect(_INSET, 0, right.left() - 2 * _INSET, self.height())
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter), self.shown(painter.fontMetrics(), room.width())
        )

    def shown(self, metrics: QFontMetrics, room: int) -> str:
        """Return what is shown of the name in ``room`` pixels."""
        if self._cut[:2] != (room, metrics.height()):
            self._cut = (room, metrics.height(), cut_apart(self._label, self._others, metrics, room))
        return self._cut[2]


class FacetColumn(ScrollColumn):
    """Shows ``FacetCounts``; ``changed`` is sent when the search shall be narrowed otherwise."""

    changed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(320, parent, margin=16)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._counts = FacetCounts((), (), (), ())
        self._facets = Facets()
        self._shown: dict[str, int] = {}
        self._buttons: list[QAbstractButton] = []
        self.after: QWidget = self
        """What Tab comes from to the column; it takes no focus itself, so that Qt does not count from it."""
        self.column.setSpacing(12)

    @property
    def facets(self) -> Facets:
        """Return what the search is narrowed to."""
        return self._facets

    def choose(self, facets: Facets) -> None:
        """Narrow to something without telling."""
        self._facets = facets
        self._build()

    def show_counts(self, counts: FacetCounts) -> None:
        """Show how many places each value has; values narrowed to stay, even without any."""
        self._counts = counts
        self._build()

    def _build(self) -> None:
        held = self._held()
        empty(self.column)
        self._buttons = []
        title = SectionTitle(_("筛选"))
        title.setContentsMargins(_INSET, 0, 0, 0)
        if self._facets != Facets():
            clear = LinkButton(_("清除"))
            clear.clicked.connect(self._clear)
            title.add(clear)
            self._buttons.append(clear)
        self.column.addWidget(title)
        for name, label in (
            ("kinds", _("类型")),
            ("years", _("年份")),
            ("tags", _("标签")),
            ("articles", _("文章（最相关的在前）")),
        ):
            values = self._values(name)
            if values:
                self.column.addWidget(self._section(name, label, values))
        self.column.addStretch(1)
        self._put_in_reading_order()
        if held is not None:
            self._focus(*held)

    def _values(self, name: str) -> Counted:
        values: Counted = getattr(self._counts, name)
        if name == "kinds":
            return [(value, article_kind_name(text), count) for value, text, count in values]
        return sorted(values, reverse=True) if name == "years" else values

    def _section(self, name: str, label: str, values: Counted) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = TextLabel(label, "faint", wrap=True)
        head.setContentsMargins(_INSET, 0, 0, 0)
        column.addWidget(head)
        column.addSpacing(4)
        chosen: tuple[str, ...] = getattr(self._facets, name)
        limit = self._shown.get(name, FIRST)
        names = [text for _value, text, _count in values]
        for value, text, count in values[:limit]:
            row = FacetRow(self._theme, text, count, names)
            row.setChecked(value in chosen)
            row.setProperty("facet", name)
            row.setProperty("value", value)
            row.clicked.connect(self._toggle)
            column.addWidget(row)
            self._buttons.append(row)
        if len(values) > limit:
            more = LinkButton(_("还有 {n} 项", n=len(values) - limit))
            more.setProperty("facet", name)
            more.clicked.connect(self._show_more)
            line = QHBoxLayout()
            line.setContentsMargins(_INSET - 1, 0, 0, 0)
            line.addWidget(more)
            column.addLayout(line)
            self._buttons.append(more)
        return ground

    def _put_in_reading_order(self) -> None:
        """Let Tab reach what has just been built where it stands, not after everything older."""
        before = self.after
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button

    def _held(self) -> tuple[str, str] | None:
        """Return facet and value of the button with the focus, which is lost with its button."""
        button = next((one for one in self._buttons if one.hasFocus()), None)
        return _named(button) if button is not None else None

    def _focus(self, name: str, value: str) -> None:
        """Give the focus to the row of a value, or to the first one where it is gone."""
        rows = [one for one in self._buttons if isinstance(one, FacetRow)]
        again = next((one for one in rows if _named(one) == (name, value)), rows[0] if rows else None)
        if again is not None:
            again.setFocus()

    @Slot()
    def _toggle(self) -> None:
        row = self.sender()
        if row is None:
            return
        name, value = _named(row)
        chosen: tuple[str, ...] = getattr(self._facets, name)
        now = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
        every = {key: getattr(self._facets, key) for key in ("articles", "years", "tags", "kinds")}
        self._facets = Facets(**{**every, name: now})
        self.changed.emit()

    @Slot()
    def _show_more(self) -> None:
        link = self.sender()
        if link is None:
            return
        name, _value = _named(link)
        limit = self._shown.get(name, FIRST)
        self._shown[name] = limit + MORE
        self._build()
        self._focus(name, self._values(name)[limit][0])

    @Slot()
    def _clear(self) -> None:
        self._facets = Facets()
        self.changed.emit()


def _named(button: QObject) -> tuple[str, str]:
    """Return the facet and the value a button stands for."""
    return str(button.property("facet") or ""), str(button.property("value") or "")
