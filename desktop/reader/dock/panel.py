"""What every panel of the dock is: a list of rows that leads into the text, and what can be done with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QStackedLayout, QVBoxLayout, QWidget

from corpus.library.reading.articles import Reading
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from desktop.operations.carrying import of_rows
from desktop.theme import ThemeManager
from desktop.widgets import EmptyState, FlowLayout, QuietButton
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row, RowModel


class Panel(QWidget):
    """Shows rows of a reading; ``went`` carries the span of the clean text to go to."""

    went = Signal(object)

    def __init__(
        self, theme: ThemeManager, name: str, empty: str, *, lines: tuple[int, int] = (3, 3)
    ) -> None:
        super().__init__()
        self.theme = theme
        self.reading: Reading | None = None
        self._behind = False
        """What is listed is of a reading before this one."""
        self._places: dict[str, Span] = {}
        self.list = RowList(theme, name, self, lines=lines)
        self.list.opened.connect(self._on_opened)
        self.list.chosen.connect(self.on_chosen)
        self._empty = EmptyState(theme, empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(0)
        middle = QWidget(self)
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.column.addWidget(middle, 1)
        self.buttons: tuple[QuietButton, ...] = ()
        self._acts: tuple[Callable[[str], None], ...] = ()
        self._bar: QWidget | None = None

    def show_reading(self, reading: Reading, *, seen: bool = True) -> None:
        """Show what a panel shows of an article; one that is not ``seen`` lists it when it has to ``catch_up``."""
        self.reading = reading
        self._behind = not seen
        if seen:
            self.fill(reading)

    def catch_up(self) -> None:
        """List what the panel shows of the article, where that was put off."""
        if self._behind and self.reading is not None:
            self.show_reading(self.reading)

    def fill(self, reading: Reading) -> None:
        """Make the rows of ``reading``; panels say how."""

    def set_rows(self, rows: Sequence[Row], places: dict[str, Span]) -> None:
        """Show rows and remember where each leads."""
        self._places = places
        self.list.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if self._bar is not None:
            self._bar.setVisible(bool(rows))
        self.on_chosen(self.list.current_key())

    def place_of(self, key: str) -> Span | None:
        """Return where a row leads."""
        return self._places.get(key)

    def add_buttons(self, *buttons: tuple[str, Callable[[str], None]]) -> tuple[QuietButton, ...]:
        """Put buttons (text, what is done with the key of the chosen row) below the list, and return them."""
        self._bar = QWidget(self)
        margins = QVBoxLayout(self._bar)
        margins.setContentsMargins(12, 8, 12, 12)
        line = FlowLayout(spacing=6)
        margins.addLayout(line)
        group = QButtonGroup(self._bar)
        group.idClicked.connect(self._on_button)
        for number, (text, _do) in enumerate(buttons):
            button = QuietButton(text)
            button.setObjectName("quiet")
            button.setEnabled(False)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            group.addButton(button, number)
            line.addWidget(button)
        self._acts = tuple(do for _text, do in buttons)
        self.buttons = tuple(button for button in group.buttons() if isinstance(button, QuietButton))
        self.column.addWidget(self._bar)
        return self.buttons

    def let_carry(self, *, kind: str) -> None:
        """Have the chosen row carried into a draft by hand, as a block of ``kind`` that its key names."""
        self.list.let_carry(partial(self._carried, kind))

    def _carried(self, kind: str) -> QMimeData | None:
        row = self.list.currentIndex().data(RowModel.RowRole)
        if not isinstance(row, Row) or row.heading or not self.may_carry(row.key):
            return None
        return of_rows([DraftItem(kind, row.key)], row.title)

    def may_carry(self, key: str) -> bool:
        """Tell whether a draft can hold what a row stands for; panels say where it cannot."""
        return bool(key)

    @Slot(str)
    def on_chosen(self, key: str) -> None:
        """Hear that another row (or none) is chosen."""
        for button in self.buttons:
            button.setEnabled(bool(key))

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        span = self._places.get(key)
        if span is not None:
            self.went.emit(span)

    @Slot(int)
    def _on_button(self, number: int) -> None:
        key = self.list.current_key()
        if key:
            self._acts[number](key)
