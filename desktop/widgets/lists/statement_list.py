"""A list of statements, each of which leads to its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from desktop.theme import ThemeManager
from desktop.widgets.carry import Carry, carry_out, let_carry
from desktop.widgets.hover import EvidenceHover
from desktop.widgets.lists.statement import Statement, StatementModel
from desktop.widgets.lists.statement_paint import PLAIN, StatementDelegate, StatementStyle
from desktop.widgets.lists.steps import past_headings
from desktop.widgets.lists.sticky_head import StickyHead


class StatementList(QListView):
    """Shows statements; ``opened`` carries the payload of the one clicked or entered.

    ``whole`` ones are as tall as all they hold and scroll with the page around them.
    """

    opened = Signal(object)
    asked = Signal(object, QPoint)
    """The context menu of a row: its payload and where (global)."""

    def __init__(
        self,
        theme: ThemeManager,
        name: str,
        parent: QWidget | None = None,
        *,
        style: StatementStyle = PLAIN,
        whole: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statements")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.statements = StatementModel(self)
        self.setModel(self.statements)
        self._delegate = StatementDelegate(theme, self, style)
        self.setItemDelegate(self._delegate)
        self._sticky = StickyHead(self, self.statements, self._delegate, theme)
        self._delegate.hover = EvidenceHover(self, self._delegate.look)  # type: ignore[arg-type]  # of any point
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._whole = whole
        self._carry: Carry | None = None
        self._scroll = 0
        self.chosen_first = False
        """Whether a click chooses a row, which something beside the list shows, and only the next one opens it."""
        self._pressed_anew = False
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.viewport().update)

    def set_statements(self, statements: Sequence[Statement], *, more: bool = False) -> None:
        """Show another list, from its beginning; ``more`` are appended when they are wanted."""
        self.statements.set_statements(statements, more=more)
        if self._whole:
            self._fit()

    def current_payload(self) -> object:
        """Return what the chosen row leads to, ``None`` where none is chosen."""
        chosen = self.statements.at(self.currentIndex())
        return None if chosen is None else chosen.payload

    def view_state(self) -> dict[str, object]:
        """Return the chosen row and the scroll place."""
        return {"row": self.currentIndex().row(), "scroll": self.verticalScrollBar().value()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Come back as ``state`` says."""
        row, scroll = state.get("row", -1), state.get("scroll", 0)
        if isinstance(row, int) and row >= 0:
            self.statements.show_up_to(row)
            self.setCurrentIndex(self.statements.index(row, 0))
        if isinstance(scroll, int):
            self.doItemsLayout()
            self.verticalScrollBar().setValue(scroll)
            # The scroll bar learns its range with the next layout only.
            self._scroll = scroll
            QTimer.singleShot(0, self, self._scroll_again)

    @property
    def sticky_head(self) -> str:
        """Return what is kept at the top, empty where nothing is."""
        return self._sticky.head

    def let_carry(self, carry: Carry) -> None:
        """Have the rows chosen carried elsewhere by hand, as ``carry`` tells them then."""
        self._carry = carry
        let_carry(self)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's own
        """Carry the rows chosen."""
        carry_out(self, self._carry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen statement with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the row pressed was the chosen one already."""
        self._pressed_anew = self.indexAt(event.position().toPoint()) != self.currentIndex()
        super().mousePressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's own
        self, move: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step over headings."""
        return past_headings(super().moveCursor(move, modifiers), move)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        statement = self.statements.at(self.indexAt(event.pos()))
        if statement is not None and not statement.heading:
            self.asked.emit(statement.payload, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._sticky.place()
            if self._whole:
                self._fit()

    @Slot()
    def _scroll_again(self) -> None:
        self.verticalScrollBar().setValue(self._scroll)

    def _fit(self) -> None:
        self.statements.show_up_to(len(self.statements.statements))
        heights = (self._delegate.sizeHint(None, self.statements.index(row, 0)).height()  # type: ignore[arg-type]  # no style is asked
                   for row in range(self.statements.rowCount()))  # fmt: skip
        self.setFixedHeight(max(sum(heights), 1))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        anew, self._pressed_anew = self._pressed_anew, False
        if not (self.chosen_first and anew):
            self._open(index)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        statement = self.statements.at(index)
        if statement is not None and not statement.heading and statement.payload is not None:
            self.opened.emit(statement.payload)
