"""The material beside a draft: notes, figures, sentences found by a word; put in by key, button or drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import titled
from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_ids, figure_views
from corpus.library.finding.search import SearchHit, SearchRequest, find_places
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.passages import passage
from corpus.model.collection import Scope
from corpus.model.draft import DraftItem
from corpus.model.place import Place
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
_SENTENCES: Final = 60
_AFTER_MS: Final = 200


@dataclass(frozen=True, slots=True)
class Material:
    """Rows to choose from, with the block each becomes; ``more`` says that not all are shown."""

    rows: tuple[Row, ...]
    items: tuple[DraftItem, ...]
    more: bool = False


class MaterialRows(RowList):
    """Rows that can be dragged, several at once, as the blocks they become."""

    items: tuple[DraftItem, ...] = ()

    def chosen_items(self) -> tuple[DraftItem, ...]:
        """Return the chosen rows as blocks, in the order shown."""
        numbers = sorted(one.row() for one in self.selectionModel().selectedIndexes())
        return tuple(self.items[number] for number in numbers)

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
        kinds = (
            ("annotation", _("批注"), _("批注")),
            ("figure", _("数据"), _("统计数据")),
            ("passage", _("原句"), _("库中的原句，不必先标记")),
        )
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
        self.rows.items = found.items
        self.rows.set_rows(found.rows)
        told = _("只列出前 {n} 条，写几个字来缩小范围。", n=len(found.rows)) if found.more else ""
        if not found.rows:
            told = self._nothing(kind)
        self.told.setText(told or _("拖到纸上或提纲里；可选多条。"))
        self.put_button.setEnabled(bool(found.rows))

    def _nothing(self, kind: str) -> str:
        """Return what is said where no row is shown."""
        if kind == "passage":
            return _("没有找到这样的句子。") if self.word.text().strip() else _("写几个字，找库中的原句。")
        return _("这里还没有批注。") if kind == "annotation" else _("这里还没有数据。")


def material(library: Library, scope: Scope, kind: str, word: str) -> Material:
    """Return notes, figures or sentences of a scope in which a word stands, the first of them where they are many."""
    if kind == "passage":
        return _sentences(library, scope, word)
    if kind == "figure":
        ids = figure_ids(library, FigureQuery(scope, text=word))
        figures = tuple(map(_figure_row, figure_views(library, ids[:_MOST])))
        return Material(figures, _named(kind, figures), len(ids) > _MOST)
    views = list_annotations(library, scope)
    fitting = [
        one for one in views if not word or word in f"{one.quote} {one.annotation.note} {one.annotation.tags}"
    ]
    rows = []
    for view in fitting[:_MOST]:
        row = note_row(view)
        rows.append(Row(row.key, row.title, row.body, view.article_title, row.bar, quoted=row.quoted))
    return Material(tuple(rows), _named(kind, rows), len(fitting) > _MOST)


def _sentences(library: Library, scope: Scope, word: str) -> Material:
    """Return the sentences that answer a word, the best first; nothing where none is given."""
    if not word:
        return Material((), ())
    request = SearchRequest(word, scope=scope, limit=_SENTENCES, whole=False)
    places = list(dict.fromkeys(map(_sentence, repeat(library), find_places(library, request).hits)))
    rows = tuple(
        Row(str(n), one.quote.strip(), footer=titled(one.title), bar="line_strong", quoted=True)
        for n, one in enumerate(places)
    )
    items = tuple(passage(library, one.article, one.span) for one in places)
    return Material(rows, items, len(places) >= _SENTENCES)


def _sentence(library: Library, hit: SearchHit) -> Place:
    """Return the whole sentence a place found stands in."""
    ready = library.texts.get(hit.place.article)
    start = hit.place.span.start
    whole = next((one for one in ready.sentences if one.start <= start < one.end), hit.place.span)
    return ready.shown_place(whole)


def _named(kind: str, rows: Sequence[Row]) -> tuple[DraftItem, ...]:
    return tuple(DraftItem(kind, row.key) for row in rows)


def _figure_row(view: StatisticView) -> Row:
    one = view.statistic
    return Row(one.id, figure_words(one), headline(one), titled(view.place.title), sign="●", tint="celadon")
