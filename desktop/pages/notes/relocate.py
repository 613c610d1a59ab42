"""重新定位…: choosing the passage a note belongs to, in the text itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView
from corpus.library.reading.articles import Reading, reading
from corpus.model.article import told_apart
from corpus.model.span import Span
from desktop.pages.notes.finder import FinderDialog, articles_found
from desktop.reader.find_bar import FindBar, find_all
from desktop.reader.finding import TextFinder
from desktop.reader.paper import Paper
from desktop.reader.style_menu import style_of
from desktop.services.context import Context
from desktop.widgets import ElidedLabel, PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog


class RelocateDialog(Dialog):
    """Shows an article; ``placed`` carries note id, article id and the span selected."""

    placed = Signal(str, str, object)

    def __init__(self, context: Context, view: AnnotationView, parent: QWidget) -> None:
        super().__init__(_("重新定位"), parent, width=760)
        self._context = context
        self._note = view.annotation
        quote = view.quote
        told = _("请在正文里选中这条批注所指的文字：{quote}", quote=quote[:80])
        self.body.addWidget(TextLabel(told, "second", wrap=True))
        self.article = view.annotation.article
        self.title = ElidedLabel(told_apart(view.article_title, view.file), "strong", self)
        other = QuietButton(_("换一篇文章…"))
        other.clicked.connect(self._ask_article)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        line.addWidget(other)
        self.body.addLayout(line)
        self.find_bar = FindBar(context.theme, self)
        self.paper = Paper(context.theme, self)
        self.paper.set_style(style_of(context.settings))
        self.paper.setMinimumHeight(320)
        self.finding = TextFinder(self.find_bar, self.paper)
        self.body.addWidget(self.find_bar)
        self.body.addWidget(self.paper, 1)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.place = PrimaryButton(_("定位到所选文字"))
        self.place.setEnabled(False)
        self.place.clicked.connect(self._on_place)
        self.add_button(cancel)
        self.add_button(self.place)
        self.paper.view.selected.connect(self._on_selected)
        self.load(self.article)

    def sizeHint(self) -> QSize:
        """Return room enough to read in."""
        return QSize(860, 600)

    @Slot(str)
    def load(self, article: str) -> None:
        """Show the text of another article; the first of the library where the note stands in none."""
        self.article = article
        work = partial(_read, self._context.library, article)
        self._context.tasks.run(self, work, self._show, lane="reading")

    @Slot()
    def _ask_article(self) -> None:
        about = _("在哪篇文章里定位这条批注？")
        dialog = FinderDialog(self._context, _("换一篇文章"), about, articles_found, self)
        dialog.found.connect(self.load)
        dialog.open()

    def _show(self, read: Reading | None) -> None:
        if read is None:
            self._ask_article()
            return
        self.article = read.summary.id
        self.title.setText(read.summary.name)
        self.paper.show_reading(read)
        self.find_bar.show()
        quote = self._note.selector.exact
        pieces = (quote, quote[: len(quote) // 2], quote[len(quote) // 2 :], quote[:6])
        wanted = next((one for one in pieces if len(one) > 1 and find_all(read.text, one)), "")
        if wanted:
            self.find_bar.put(wanted)
            self.finding.seek(wanted)
            self.paper.view.select(self.finding.spans[0])

    @Slot(object)
    def _on_selected(self, span: Span | None) -> None:
        self.place.setEnabled(span is not None)

    @Slot()
    def _on_place(self) -> None:
        span = self.paper.selection()
        if span is not None:
            self.placed.emit(self._note.id, self.article, span)
            self.accept()


def _read(library: Library, article: str) -> Reading | None:
    """Return an article to read, ``None`` where there is none (any more)."""
    known = library.store.article_changes.change_of(article) is not None
    return reading(library, article) if known else None
