"""The card after an import: what came, what was repaired, what waits, and the way back."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import labelled, passed_over_sentence
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets import ElidedLabel, IconButton, LinkButton, PrimaryButton, QuietButton, TextLabel
from desktop.widgets.label import cut_apart
from desktop.window.import_outcome import ImportOutcome
from desktop.wording.words import length_words

WIDTH = 420
MOST_LISTED = 6
MOST_NAMED = 30
"""How many names a tooltip can hold."""
_EDGE = 24
"""So far the card stands from the corner of the window."""
_TOP = 56
"""So far a card of much stays from the top: what stands in the top bar can be pressed meanwhile."""
_LEAST = 96
"""The least of what came that is seen at once, in pixels."""


class ImportCard(QFrame):
    """Lies in the lower right corner of ``parent`` until closed."""

    opened = Signal(str)
    """The id of an article to read."""
    undone = Signal(str)
    """The batch to take back."""
    listed = Signal(str)
    """Show the documents of one's own, with this one chosen."""
    went_on = Signal(object)
    """Import the files after all that were not read when the import was cancelled."""
    grouped = Signal(object)
    """Make collections of the folders this import was given."""
    reviewed = Signal(str)
    """Look at the repairs that wait, of the article with this id."""

    def __init__(self, theme: ThemeManager, outcome: ImportOutcome, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self._outcome = outcome
        self.setFixedWidth(scaled(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 16)
        column.setSpacing(10)
        column.addLayout(self._head(theme))
        if outcome.articles and self._told():
            column.addLayout(self._counts())
        self._body = QWidget()
        self._scroll = _scrolling(self._body)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        if outcome.articles:
            inner.addLayout(self._articles())
        inner.addLayout(self._left_out())
        column.addWidget(self._scroll)
        if outcome.folders and any(outcome.places.values()):
            column.addLayout(self._grouping())
        column.addLayout(self._foot())
        parent.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def headline(self) -> str:
        """Return the sentence on top."""
        count, same, failed = len(self._outcome.articles), self._outcome.same, len(self._outcome.failures)
        if not count and not same:
            return _("没有导入任何文章")
        if count and self._outcome.only_updated:
            told = _("更新了 {n} 篇文章", n=count)
        elif count:
            told = _("导入了 {n} 篇文章", n=count)
        else:
            told = _("{n} 个文件文库里已经有了", n=same)
        return _("{told}，{n} 个文件没有导入", told=told, n=failed) if failed else told

    def _head(self, theme: ThemeManager) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(TextLabel(self.headline(), "strong"))
        row.addStretch(1)
        close = IconButton(theme, "close", _("关闭"), size=16)
        close.clicked.connect(self.leave)
        row.addWidget(close)
        return row

    def _told(self) -> list[tuple[int, str]]:
        """Return the counts there is something to say of, each with its name."""
        outcome = self._outcome
        counts = (
            (outcome.repeats, _("篇重复")),
            (outcome.applied, _("处已校订")),
            (outcome.offered, _("处待审")),
            (outcome.figures, _("条数据")),
            (outcome.platforms, _("个平台")),
        )
        return [(number, name) for number, name in counts if number]

    def _counts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for place, (number, name) in enumerate(self._told()):
            grid.addWidget(TextLabel(f"{number:,}", "title"), 0, place)
            grid.addWidget(TextLabel(name, "small"), 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _articles(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for article in self._outcome.articles[:MOST_LISTED]:
            row = QHBoxLayout()
            link = LinkButton(self._short(article.title))
            link.setToolTip(article.title)
            link.setProperty("article", article.id)
            link.clicked.connect(self._open)
            row.addWidget(link)
            row.addStretch(1)
            note = _("重复") if article.repeat else length_words(article.characters, article.pages)
            row.addWidget(ElidedLabel(note, "small"))
            column.addLayout(row)
        more = len(self._outcome.articles) - MOST_LISTED
        if more > 0:
            column.addWidget(TextLabel(_("还有 {n} 篇", n=more), "small"))
        return column

    def _left_out(self) -> QVBoxLayout:
        """Return what did not come, and why: what failed, what was not read any more, what nobody can read."""
        outcome = self._outcome
        column = QVBoxLayout()
        column.setSpacing(6)
        for path, sentence in outcome.failures[:MOST_LISTED]:
            column.addWidget(self._note(sentence, path, "cinnabar"))
        more = len(outcome.failures) - MOST_LISTED
        if more > 0:
            rest = outcome.failures[MOST_LISTED : MOST_LISTED + MOST_NAMED]
            names = "\n".join(sentence for _path, sentence in rest)
            column.addWidget(self._note(_("还有 {n} 个文件没有导入", n=more), names, "cinnabar"))
        for path, title in outcome.copies[:MOST_LISTED]:
            name = PurePath(path).name
            told = _(
                "“{name}”与已有的《{title}》是同一个文件，没有再收一份。", name=name, title=self._short(title)
            )
            column.addWidget(self._note(told, path))
        more = len(outcome.copies) - MOST_LISTED
        if more > 0:
            names = "\n".join(path for path, _title in outcome.copies[MOST_LISTED:][:MOST_NAMED])
            column.addWidget(self._note(_("还有 {n} 个文件文库里已经有了", n=more), names))
        for path, sentence in outcome.as_pages[:MOST_LISTED]:
            column.addWidget(self._note(sentence, path))
        for sentence, files in outcome.warned:
            name = files[0] if len(files) == 1 else _("{n} 个文件", n=len(files))
            column.addWidget(self._note(labelled(name, sentence), "\n".join(files[:MOST_NAMED])))
        if outcome.unread:
            told = _("已取消：还有 {n} 个文件没有读", n=len(outcome.unread))
            names = "\n".join(PurePath(path).name for path in outcome.unread[:MOST_NAMED])
            column.addWidget(self._note(told, names))
        if outcome.passed_over:
            names = "\n".join(outcome.passed_paths[:MOST_NAMED])
            column.addWidget(self._note(passed_over_sentence(outcome.passed_over), names))
            for told in outcome.ways_out:
                column.addWidget(self._note(told, names))
        return column

    def _note(self, sentence: str, tip: str = "", tone: str = "") -> TextLabel:
        label = TextLabel(sentence, "small", wrap=True)
        label.setProperty("tone", tone)
        label.setToolTip(tip)
        return label

    def _grouping(self) -> QHBoxLayout:
        row = QHBoxLayout()
        group = LinkButton(_("按文件夹归入课题"))
        group.clicked.connect(self._group)
        row.addWidget(group)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._outcome.articles and self._outcome.undoable:
            undo = QuietButton(_("撤销这次导入"))
            undo.clicked.connect(self._undo)
            row.addWidget(undo)
        row.addStretch(1)
        if self._outcome.unread:
            go_on = QuietButton(_("继续导入"))
            go_on.clicked.connect(self._go_on)
            row.addWidget(go_on)
        if self._outcome.offered:
            review = QuietButton(_("看待审校订"))
            review.clicked.connect(self._review)
            row.addWidget(review)
        if self._outcome.articles:
            show = PrimaryButton(_("查看文献"))
            show.clicked.connect(self._list)
            row.addWidget(show)
        return row

    def _short(self, title: str) -> str:
        names = [one.title for one in self._outcome.articles[:MOST_LISTED]]
        return cut_apart(title, names, self.fontMetrics(), scaled(WIDTH) - 120)

    @Slot()
    def _open(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(str(sender.property("article")))

    @Slot()
    def _undo(self) -> None:
        self.undone.emit(self._outcome.batch)
        self.leave()

    @Slot()
    def _go_on(self) -> None:
        self.went_on.emit(self._outcome)
        self.leave()

    @Slot()
    def _group(self) -> None:
        self.grouped.emit(self._outcome)
        self.leave()

    @Slot()
    def _review(self) -> None:
        self.reviewed.emit(self._outcome.articles[0].id)

    @Slot()
    def _list(self) -> None:
        self.listed.emit(self._outcome.articles[0].id)
        self.leave()

    @Slot()
    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        """Stand in the corner, no higher than the room there is: what is more is scrolled to."""
        parent, column = self.parentWidget(), self.layout()
        if parent is None or column is None:
            return
        within = column.contentsMargins()
        body = self._body.heightForWidth(self.width() - within.left() - within.right())
        if body < 0:  # nothing in it wraps
            body = self._body.sizeHint().height()
        self._scroll.setFixedHeight(0)
        column.invalidate()
        room = parent.height() - _TOP - _EDGE - column.sizeHint().height()
        self._scroll.setFixedHeight(min(body, max(room, _LEAST)))
        self.adjustSize()
        self.move(parent.width() - self.width() - _EDGE, max(8, parent.height() - self.height() - _EDGE))
        self.raise_()


def _scrolling(body: QWidget) -> QScrollArea:
    """Return what scrolls a card's body where there is no room for all of it."""
    scroll = QScrollArea()
    scroll.setWidget(body)
    for ground in (body, scroll.viewport()):
        ground.setAutoFillBackground(False)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
