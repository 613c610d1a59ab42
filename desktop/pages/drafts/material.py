"""The material beside a draft: notes, figures, sentences found by a word; put in by key, button or drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Final

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import titled_at
from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.facts.statistics import figure_page, figure_views
from corpus.library.finding.search import SearchHit, SearchRequest, find_places
from corpus.library.notes.browsing import notes_of_group
from corpus.library.notes.passages import passage
from corpus.model.collection import Scope
from corpus.model.draft import DraftItem
from corpus.model.place import Place
from corpus.report.figure_words import figure_words
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.notes.query import NoteQuery
from desktop.operations.carrying import of_rows
from desktop.reader.dock.figures import SIGNS
from desktop.reader.note_rows import note_row
from desktop.services.context import Context
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.fields.search_field import SearchField
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE, HeadLine
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row
from desktop.wording.headlines import headline
from desktop.wording.sources import titled_note

_PAGE: Final = 30
"""Rows read at a time: as many as are seen, and some more."""
_SENTENCES: Final = 60


@dataclass(frozen=True, slots=True)
class MaterialRows:
    """Rows to choose from, with the block each becomes; ``more`` says that others follow."""

    rows: tuple[Row, ...]
    items: tuple[DraftItem, ...]
    more: bool = False


class MaterialPanel(QWidget):
    """Offers notes and figures of the scope; ``wanted`` carries blocks to be put in."""

    wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dock")
        self._context = context
        self._looked = False
        kinds = (
            ("annotation", _("批注"), _("批注")),
            ("figure", _("数据"), _("统计数据")),
            ("passage", _("原句"), _("库中的原句，不必先标记")),
        )
        self.kinds = Segments(_("材料"), kinds, self)
        self.kinds.picked.connect(self.look)
        self.word = SearchField(context.theme, _("按字词筛选"), self)
        self.word.edited.connect(self.look)
        self.word.submitted.connect(self.look)
        self.rows = RowList(context.theme, _("材料"), self, lines=(3, 1), multiple=True)
        self.items: tuple[DraftItem, ...] = ()
        """The block each row becomes."""
        self.word.lead_to(self.rows)
        self.rows.let_carry(self._carried)
        self.rows.doubleClicked.connect(self.put)
        self.rows.row_model.wanted.connect(self._look_on)
        self.told = TextLabel("", "small", wrap=True)
        self.put_button = QuietButton(_("加入文稿"), context.theme, "draft-add")
        self.put_button.clicked.connect(self.put)
        self._arrange()

    def look_once(self) -> None:
        """Read the rows if that was never done; changes are heard of by ``look``."""
        if not self._looked:
            self.look()

    @Slot()
    def look(self) -> None:
        """Read the first rows that fit, beside the window."""
        self._looked = True
        self._read(0)

    @Slot()
    def _look_on(self) -> None:
        self._read(len(self.items))

    def _read(self, first: int) -> None:
        kind, word = self.kinds.value, self.word.text().strip()
        work = partial(material, self._context.library, self._context.scope.current, kind, word, first)
        self._context.tasks.run(self, work, partial(self._show, kind, first), lane="material")

    @Slot()
    def put(self) -> None:
        """Ask for the chosen rows to be put in."""
        items = self.chosen_items()
        if items:
            self.wanted.emit(items)

    def chosen_items(self) -> tuple[DraftItem, ...]:
        """Return the chosen rows as blocks, in the order shown."""
        numbers = sorted(one.row() for one in self.rows.selectionModel().selectedIndexes())
        return tuple(self.items[number] for number in numbers)

    def _carried(self) -> QMimeData | None:
        words = "\n".join(str(one.data() or "") for one in self.rows.selectionModel().selectedIndexes())
        return of_rows(self.chosen_items(), words)

    def _arrange(self) -> None:
        head = HeadLine()
        head.addWidget(TextLabel(_("材料"), "strong"))
        head.addStretch(1)
        head.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_EDGE, HEAD_TOP, PANE_EDGE, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.word)
        column.addWidget(self.rows, 1)
        column.addWidget(self.told)
        column.addStretch()
        column.addWidget(self.put_button)

    def _show(self, kind: str, first: int, found: MaterialRows) -> None:
        if first:
            self.items = (*self.items, *found.items)
            self.rows.row_model.append(found.rows, more=found.more)
            return
        self.items = found.items
        self.rows.set_rows(found.rows, more=found.more)
        self.rows.setVisible(bool(found.rows))
        told = _("拖到纸上或提纲里；可选多条。") if found.rows else self._nothing(kind)
        if kind == "passage" and len(found.rows) >= _SENTENCES:
            told = _("只列出前 {n} 条，写几个字来缩小范围。", n=len(found.rows))
        self.told.setText(told)
        self.put_button.setEnabled(bool(found.rows))

    def _nothing(self, kind: str) -> str:
        """Return what is said where no row is shown."""
        if kind == "passage":
            return _("没有找到这样的句子。") if self.word.text().strip() else _("写几个字，找库中的原句。")
        return _("这里还没有批注。") if kind == "annotation" else _("这里还没有数据。")


def material(library: Library, scope: Scope, kind: str, word: str, first: int = 0) -> MaterialRows:
    """Return a page of the notes, figures or sentences of a scope in which a word stands, from number ``first`` on."""
    if kind == "passage":
        return _sentences(library, scope, word)
    if kind == "figure":
        found = figure_page(library, FigureQuery(scope, text=word), first, _PAGE + 1)
        views = figure_views(library, [one.statistic.id for one in found[:_PAGE]])
        figures = tuple(map(_figure_row, views))
        return MaterialRows(figures, _named(kind, figures), len(found) > _PAGE)
    query = NoteQuery(scope, text=word, grouping="")
    notes = notes_of_group(library, query, "", first, _PAGE + 1)
    rows = tuple(map(_note_row, notes[:_PAGE]))
    return MaterialRows(rows, _named(kind, rows), len(notes) > _PAGE)


def _sentences(library: Library, scope: Scope, word: str) -> MaterialRows:
    """Return the sentences that answer a word, the best first; nothing where none is given."""
    if not word:
        return MaterialRows((), ())
    request = SearchRequest(word, scope=scope, limit=_SENTENCES, whole=False)
    places = list(dict.fromkeys(map(_sentence, repeat(library), find_places(library, request).hits)))
    rows = tuple(
        Row(str(n), one.quote.strip(), footer=titled_at(one), bar="line_strong", quoted=True)
        for n, one in enumerate(places)
    )
    items = tuple(passage(library, one.article, one.span) for one in places)
    return MaterialRows(rows, items)


def _sentence(library: Library, hit: SearchHit) -> Place:
    """Return the whole sentence a place found stands in."""
    ready = library.texts.get(hit.place.article)
    start = hit.place.span.start
    whole = next((one for one in ready.sentences if one.start <= start < one.end), hit.place.span)
    return ready.shown_place(whole)


def _named(kind: str, rows: Sequence[Row]) -> tuple[DraftItem, ...]:
    return tuple(DraftItem(kind, row.key) for row in rows)


def _note_row(view: AnnotationView) -> Row:
    row = note_row(view)
    return Row(row.key, row.title, row.body, titled_note(view), row.bar, quoted=row.quoted)


def _figure_row(view: StatisticView) -> Row:
    one = view.statistic
    sign, tint = SIGNS[one.status]
    return Row(one.id, figure_words(one), headline(one), titled_at(view.place), sign=sign, tint=tint)
