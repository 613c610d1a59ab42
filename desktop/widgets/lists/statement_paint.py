"""Painting a statement: its lines with marks, signs and small words; its height follows its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import ThemeManager
from desktop.theme.fonts import SMALL, UI_SIZE, interface_font, scaled
from desktop.widgets.evidence import MARK, draw_mark
from desktop.widgets.hover import Evidence, EvidenceHover
from desktop.widgets.label import cut_in_parts
from desktop.widgets.lists.hanging import hung_out
from desktop.widgets.lists.statement import LONGEST_SHOWN, Statement, StatementModel
from desktop.wording.line_ends import JOINER, held, joints, moved
from index.search.marks import joined

SIDE: Final = 16
ABOVE: Final = 8
MARK_GAP: Final = 6
HEAD: Final = 26
SIGN_ROOM: Final = 18
BEFORE_TEXT: Final = 8
"""Pixels between what stands before a row and its words."""
DETAIL: Final = 18
HEADING: Final = 40
LEADING: Final = 1.35
WIDEST: Final = 920
"""Lines longer than this are hard to read."""
BESIDE: Final = 1040
"""A list as wide as this, at 100 %, has room for sentences beside what is told of them."""
_USUAL: Final = 400
"""Characters of a text up to which all its marks are laid out at once; of a longer one only those in sight are."""

Index = QModelIndex | QPersistentModelIndex
Marked = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class StatementStyle:
    """How statements are set: at most so many ``lines``, in letters of a ``size``, with room at both sides (``side``).

    ``lead`` is the room for what stands before any of them; ``ruled`` ones have a hairline below each. In a wide list
    the right half shows the quotes of those that stand ``beside``, as much of them as the row is high.
    """

    lines: int = 3
    lead: int = 0
    size: int = UI_SIZE
    side: int = SIDE
    ruled: bool = True
    beside: bool = False


PLAIN: Final = StatementStyle()
"""As statements are set where nothing else is asked for."""


class StatementDelegate(QStyledItemDelegate):
    """Paints statements in the ``style`` asked for."""

    def __init__(self, theme: ThemeManager, view: QAbstractItemView, style: StatementStyle) -> None:
        super().__init__(view)
        self._style = style
        self._theme = theme
        self._view = view
        self._leads: frozenset[str] | None = None
        self._room = 0
        self._set_letters()
        theme.changed.connect(self._set_letters)
        self.hover: EvidenceHover | None = None

    @Slot()
    def _set_letters(self) -> None:
        """Set statements in letters as large as the window's are now."""
        self._font = interface_font(self._style.size)
        self._metrics = QFontMetrics(self._font)
        self._line = round(self._metrics.height() * LEADING * 0.9)
        self._small = interface_font(SMALL)
        self._leads = None
        self._height = lru_cache(maxsize=4096)(self._measure)
        self._view.scheduleDelayedItemsLayout()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a statement at the width of the view."""
        statement: Statement = index.data(StatementModel.StatementRole)
        width = self._view.viewport().width()
        height = self._height(statement.text, self._kind(statement), self._text_width(width, statement))
        return QSize(0, height + (self.head_height if _begins_group(index) else 0))

    @property
    def _lead(self) -> int:
        """Return the room before the rows, in which a date is never cut: none where nothing stands there."""
        model = self._view.model()
        leads = model.leads if isinstance(model, StatementModel) else frozenset[str]()
        if leads is not self._leads:
            widest = max(map(QFontMetrics(self._small).horizontalAdvance, leads), default=-BEFORE_TEXT)
            usual = self._style.lead if leads else 0
            self._leads, self._room = leads, max(usual, min(widest + BEFORE_TEXT, scaled(2 * usual)))
        return self._room

    @property
    def head_height(self) -> int:
        """Return the height of what stands above the rows of one group."""
        return scaled(HEAD)

    def mark_box(self, index: QModelIndex) -> QRect:
        """Return where the mark 引 of a row stands: directly after its last word."""
        statement: Statement = index.data(StatementModel.StatementRole)
        row = self._body(self._view.visualRect(index), index)
        layout = self._laid_out(statement, self._text_width(row.width(), statement), formats=False)
        return self._mark_after(self._text_left(row, statement), row.top() + ABOVE, layout)

    def paint_head(self, painter: QPainter, box: QRect, head: str) -> None:
        """Paint what stands above the rows of a group."""
        font = QFont(self._small)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._colour("second"))
        room = box.adjusted(self._style.side, scaled(4), -self._style.side, 0)
        shown = cut_in_parts(head, QFontMetrics(font), room.width())
        out = hung_out(shown, painter.fontMetrics())
        painter.drawText(room.translated(-out, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)

    def look(self, index: QModelIndex, point: QPointF) -> Evidence | None:
        """Return the evidence under the pointer."""
        statement: Statement | None = index.data(StatementModel.StatementRole)
        if statement is None or not statement.quote:
            return None
        box = self.mark_box(index)
        inside = box.adjusted(-4, -4, 4, 4).contains(point)  # type: ignore[call-overload]  # of floats
        return Evidence(box, statement.quote, statement.source) if inside else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one statement."""
        statement: Statement = index.data(StatementModel.StatementRole)
        row: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if statement.heading:
            self._paint_heading(painter, row, statement)
        else:
            body = self._body(row, index)
            self._paint_ground(painter, body, option)
            if body != row:
                place = QRect(row.topLeft(), QSize(row.width(), self.head_height))
                self.paint_head(painter, place, statement.above or statement.head)
            hot = self.hover is not None and self.hover.hot == QPersistentModelIndex(index)
            hot = hot or bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_statement(painter, body, statement, hot=hot)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRect, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, self._colour("indigo_pale"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, self._colour("hover"))
        if self._style.ruled:
            painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), self._colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(row.left(), row.top(), 2, row.height() - 1), self._colour("indigo"))

    def _paint_heading(self, painter: QPainter, row: QRect, statement: Statement) -> None:
        box = row.adjusted(self._style.side, 12, -self._style.side, -4)
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._colour("ink"))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(statement.text, Qt.TextElideMode.ElideRight, box.width() - 80)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setFont(self._small)
        painter.setPen(self._colour("faint"))
        rest = box.adjusted(metrics.horizontalAdvance(shown) + 8, 0, 0, 0)
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), statement.detail)

    def _paint_statement(self, painter: QPainter, row: QRect, statement: Statement, *, hot: bool) -> None:
        top = row.top() + ABOVE
        if self._lead:
            x = row.left() + self._style.side
            painter.setFont(self._small)
            painter.setPen(self._colour("second"))
            lead = QRect(x, top, self._lead - BEFORE_TEXT, self._line)
            cut = QFontMetrics(self._small).elidedText(
                statement.lead, Qt.TextElideMode.ElideRight, lead.width()
            )
            painter.drawText(lead, int(Qt.AlignmentFlag.AlignVCenter), cut)
        x = self._text_left(row, statement)
        if statement.sign:
            at = QPointF(x - scaled(SIGN_ROOM) + scaled(5), top + self._line / 2)
            draw_sign(painter, at, statement.sign, self._theme)
        width = self._text_width(row.width(), statement)
        layout = self._laid_out(statement, width, formats=True)
        painter.setPen(self._colour("faint" if statement.sign == "struck" else "ink"))
        layout.draw(painter, QPointF(x, top))
        below = top + self._line * layout.lineCount()
        self._paint_detail(painter, QRect(x, below, width, scaled(DETAIL)), statement)
        if statement.quote:
            draw_mark(painter, QRectF(self._mark_after(x, top, layout)), self._theme, filled=hot)
            words = words_room(self._style, row.width(), statement)
            if words < row.width():
                lines = max((row.height() - 2 * ABOVE) // self._line, 1)
                room = min(row.width() - words - self._style.side, WIDEST)
                quoted = self._laid_out(Statement(statement.quote), room, formats=False, most=lines)
                painter.setPen(self._colour("second"))
                quoted.draw(painter, QPointF(row.left() + words, top))

    def _paint_detail(self, painter: QPainter, box: QRect, statement: Statement) -> None:
        painter.setFont(self._small)
        if statement.label:
            width = self._label_width(statement)
            colour = self._colour(statement.tone)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box.left() + 0.5, box.top() + 1.5, width, box.height() - 3), 3, 3)
            frame = QRect(box.left(), box.top() + 1, width + 1, box.height() - 2)
            painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), statement.label)
            box = box.adjusted(width + 8, 0, 0, 0)
        painter.setPen(self._colour("second"))
        for line in self.detail_shown(statement):
            out = 0 if statement.label else hung_out(line, painter.fontMetrics())
            painter.drawText(box.translated(-out, 0), int(Qt.AlignmentFlag.AlignVCenter), line)
            box.translate(0, box.height())

    def detail_shown(self, statement: Statement) -> list[str]:
        """Return as much of each line below a statement as there is room for."""
        room = self._text_width(self._view.viewport().width(), statement)
        room -= self._label_width(statement) + 8 if statement.label else 0
        metrics = QFontMetrics(self._small)
        return [cut_in_parts(line, metrics, room) for line in statement.detail.split("\n")]

    def _label_width(self, statement: Statement) -> int:
        return QFontMetrics(self._small).horizontalAdvance(statement.label) + 10

    def _body(self, row: QRect, index: Index) -> QRect:
        """Return the row without what stands above its group."""
        return row.adjusted(0, self.head_height, 0, 0) if _begins_group(index) else row

    def _text_left(self, row: QRect, statement: Statement) -> int:
        return row.left() + self._style.side + self._lead + (scaled(SIGN_ROOM) if statement.sign else 0)

    def _mark_after(self, left: int, top: int, layout: QTextLayout) -> QRect:
        last = layout.lineAt(layout.lineCount() - 1)
        side = scaled(MARK)
        x = left + round(last.x() + last.naturalTextWidth()) + MARK_GAP
        y = top + (layout.lineCount() - 1) * self._line + (self._line - side) // 2
        return QRect(x, y, side, side)

    def _kind(self, statement: Statement) -> int:
        """Return the number of lines below a statement, -1 for a heading."""
        if statement.heading:
            return -1
        return statement.detail.count("\n") + 1 if statement.detail or statement.label else 0

    def _text_width(self, width: int, statement: Statement) -> int:
        words = words_room(self._style, width, statement)
        room = words - 2 * self._style.side - self._lead - (scaled(MARK) + 12 if statement.quote else 0)
        return max(min(room, WIDEST) - (scaled(SIGN_ROOM) if statement.sign else 0), 40)

    def _measure(self, text: str, kind: int, width: int) -> int:
        if kind < 0:
            return scaled(HEADING)
        lines = 1
        if len(text) > width or self._metrics.horizontalAdvance(text) > width or "\n" in text:
            lines = self._laid_out(Statement(text), width, formats=False).lineCount()
        return 2 * ABOVE + lines * self._line + kind * scaled(DETAIL) + 1

    def _laid_out(
        self, statement: Statement, width: int, *, formats: bool, most: int | None = None
    ) -> QTextLayout:
        """Return the lines of a text, ``most`` or as many as the style allows; one that needs more ends in … .

        Of a text without end only what may find room is laid out: a letter takes a pixel at least.
        """
        allowed = self._style.lines if most is None else min(most, self._style.lines)
        text = statement.text[: min((allowed + 1) * width, LONGEST_SHOWN)]
        marks = joined(statement.marks) if formats else ()
        at_once = not marks or len(text) <= _USUAL
        layout = self._lines_of(text, marks if at_once else (), width)
        if layout.lineCount() <= allowed:
            if len(text) < len(statement.text):
                return self._lines_of(text + "…", marks, width, allowed)
            return layout if at_once else self._lines_of(text, marks, width)
        last = layout.lineAt(allowed - 1)
        units = layout.text().encode("utf-16-le")
        kept = units[: 2 * max(last.textStart() + last.textLength() - 2, 0)].decode("utf-16-le", "ignore")
        kept = kept.replace(JOINER, "").rstrip()
        return self._lines_of(kept + "…", marks, width, allowed)

    def _lines_of(self, text: str, marks: Marked, width: int, most: int = 0) -> QTextLayout:
        shown = held(text)
        layout = QTextLayout(shown.replace("\n", "\u2028"), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if marks:
            layout.setFormats(list(self._formats(shown, list(moved(marks, joints(text))))))
        layout.beginLayout()
        y = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            out = 0 if y else hung_out(text, self._metrics)
            line.setPosition(QPointF(-out, y + (self._line - line.height()) / 2))
            y += self._line
            if (most and layout.lineCount() >= most) or layout.lineCount() > self._style.lines:
                break
        layout.endLayout()
        return layout

    def _formats(self, text: str, marks: Marked) -> Iterator[QTextLayout.FormatRange]:
        """Yield how the marks that begin in a text look."""
        look = QTextCharFormat()
        look.setBackground(self._colour("hit"))
        at, units = 0, 0
        for start, end in marks:
            if start >= len(text):
                return
            found = QTextLayout.FormatRange()
            found.start = units + _units(text[at:start])
            found.length = _units(text[start:end])
            found.format = look
            yield found
            at, units = min(end, len(text)), found.start + found.length

    def _colour(self, name: str) -> QColor:
        return self._theme.colour(name)


def words_room(style: StatementStyle, width: int, statement: Statement) -> int:
    """Return how much of a row so wide a statement has: half of it where its quote stands beside it."""
    halved = style.beside and bool(statement.quote) and width >= scaled(BESIDE)
    return width // 2 if halved else width


def _begins_group(index: Index) -> bool:
    model = index.model()
    return isinstance(model, StatementModel) and model.begins_group(index.row())


def draw_sign(painter: QPainter, centre: QPointF, sign: str, theme: ThemeManager) -> None:
    """Draw the state of a fact: hollow or filled dot, a pencil's stroke, a struck dot."""
    colour = theme.colour("celadon" if sign in ("filled", "pencil") else "faint")
    unit = scaled(MARK) / MARK
    painter.setPen(QPen(colour, 1.4 * unit))
    painter.setBrush(colour if sign == "filled" else Qt.BrushStyle.NoBrush)
    if sign == "pencil":
        painter.drawLine(centre + QPointF(-4, 4) * unit, centre + QPointF(3, -3) * unit)
        painter.drawLine(centre + QPointF(-4, 4) * unit, centre + QPointF(-1, 4) * unit)
        return
    painter.drawEllipse(centre, 3.5 * unit, 3.5 * unit)
    if sign == "struck":
        painter.drawLine(centre + QPointF(-5, 0) * unit, centre + QPointF(5, 0) * unit)


def _units(text: str) -> int:
    """Return the length of ``text`` as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
