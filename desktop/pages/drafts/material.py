"""The material beside a draft: notes and figures, found by a word, put in by key, button or drag, several at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import titled
from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_ids, figure_views
from corpus.library.notes.annotating import list_annotations
from corpus.model.collection import Scope
from corpus.model.draft import DraftItem
from corpus.report.figure_words import figure_words
from corpus.store.figure_query import FigureQuery
from desktop.pages.drafts.dragging import of_items
from desktop.reader.note_rows import note_row
from desktop.services.context import Context
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.row_list import RowList
from desktop.widgets.rows import Row
from desktop.widgets.segments import Segments
from desktop.wording.words import headline

_MOST: Final = 200
"""Rows shown at once; a word finds the others."""
_AFTER_MS: Final = 200


@dataclass(frozen=True, slots=True)
class Material:
    """Rows to choose from; ``more`` says that not all are shown."""

    rows: tuple[Row, ...]
    more: bool


class MaterialRows(RowList):
    """Rows that can be dragged, several at once; ``kind`` is that of the blocks they become."""

    kind = "annotation"

    def chosen_items(self) -> tuple[DraftItem, ...]:
        """Return the chosen rows as blocks, in the order shown."""
        numbers = sorted(one.row() for one in self.selectionModel().selectedIndexes())
        return tuple(DraftItem(self.kind, self.row_model.rows[number].key) for number in numbers)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - the name Qt calls
        """Drag the chosen rows as blocks."""
        items = self.chosen_items()
        if items:
            drag = QDrag(self)
            words = "\n".join(str(one.data() or "") for one in self.selectionModel().selectedIndexes())
            drag.setMimeData(of_items(items, words))
            drag.exec(Qt.DropAction.CopyAction)


class MaterialPanel(QWidget):
    """Offers notes and figures of the scope; ``wanted`` carries blocks to be put in."""

    wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dock")
        self.setMinimumWidth(260)
        self._context = context
        self._wait = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._wait.timeout.connect(self.look)
        kinds = (("annotation", _("批注"), _("批注")), ("figure", _("数据"), _("统计数据")))
        self.kinds = Segments(_("材料"), kinds, self)
        self.kinds.picked.connect(self.look)
        self.word = QLineEdit(self)
        self.word.setPlaceholderText(_("按字词筛选"))
        self.word.setAccessibleName(_("按字词筛选"))
        self.word.setClearButtonEnabled(True)
        self.word.textEdited.connect(self._wait.start)
        self.rows = MaterialRows(context.theme, _("材料"), self, lines=(3, 1))
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.setDragEnabled(True)
        self.rows.doubleClicked.connect(self.put)
        self.told = TextLabel("", "small", wrap=True)
        self.put_button = QuietButton(_("加入文稿"), context.theme, "draft-add")
        self.put_button.clicked.connect(self.put)
        self._arrange()

    @Slot()
    def look(self) -> None:
        """Read the rows that fit, beside the window."""
        kind, word = self.kinds.value, self.word.text().strip()
        work = partial(material, self._context.library, self._context.scope.current, kind, word)
        self._context.tasks.run(self, work, partial(self._show, kind), lane="material")

    @Slot()
    def put(self) -> None:
        """Ask for the chosen rows to be put in."""
        items = self.rows.chosen_items()
        if items:
            self.wanted.emit(items)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(TextLabel(_("材料"), "strong"))
        head.addStretch(1)
        head.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.word)
        column.addWidget(self.rows, 1)
        column.addWidget(self.told)
        column.addWidget(self.put_button)

    def _show(self, kind: str, found: Material) -> None:
        self.rows.kind = kind
        self.rows.set_rows(found.rows)
        told = _("只列出前 {n} 条，写几个字来缩小范围。", n=len(found.rows)) if found.more else ""
        if not found.rows:
            told = _("这里还没有批注。") if kind == "annotation" else _("这里还没有数据。")
        self.told.setText(told or _("拖到纸上或提纲里；可选多条。"))
        self.put_button.setEnabled(bool(found.rows))


def material(library: Library, scope: Scope, kind: str, word: str) -> Material:
    """Return notes or figures of a scope in which a word stands, the first of them where they are many."""
    if kind == "figure":
        ids = figure_ids(library, FigureQuery(scope, text=word))
        return Material(tuple(map(_figure_row, figure_views(library, ids[:_MOST]))), len(ids) > _MOST)
    views = list_annotations(library, scope)
    fitting = [
        one for one in views if not word or word in f"{one.quote} {one.annotation.note} {one.annotation.tags}"
    ]
    rows = []
    for view in fitting[:_MOST]:
        row = note_row(view)
        rows.append(Row(row.key, row.title, row.body, view.article_title, row.bar, quoted=row.quoted))
    return Material(tuple(rows), len(fitting) > _MOST)


def _figure_row(view: StatisticView) -> Row:
    one = view.statistic
    return Row(one.id, figure_words(one), headline(one), titled(view.place.title), sign="●", tint="celadon")
