"""The sheet in the pane on the right: what is known of an article, to be read and corrected."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language import translate_as
from corpus.model.article import ArticleSummary, ReadState
from desktop.pages.documents.columns import read_state_name
from desktop.pages.documents.context_form import ContextForm
from desktop.pages.documents.record_form import RecordForm
from desktop.pages.documents.record_values import RecordValues
from desktop.services.targets import DataTarget, NotesTarget, PanelKind, PlatformsTarget, ReaderTarget, Target
from desktop.widgets import (
    Chip,
    ElidedLabel,
    FlowLayout,
    LinkButton,
    QuietButton,
    TextLabel,
)
from desktop.widgets.chip import RemovableChip
from desktop.widgets.fields.form_names import line_up
from desktop.widgets.frames.head_line import HeadLine
from desktop.widgets.frames.scroll import empty
from desktop.wording.words import length_words


class DetailsSheet(QWidget):
    """Shows one article, or what several have in common; what a person types is sent soon after each key.

    Its fields are made once: saving one of them changes what is shown, never where one is typing.
    """

    opened = Signal()
    record_changed = Signal(tuple, dict)
    context_changed = Signal(tuple, dict)
    nodded = Signal(tuple, list)
    tags_changed = Signal(list)
    state_changed = Signal(object)
    asked = Signal(object)
    """The Target of a link: the figures, platforms, notes or repairs of this article, or the one it repeats."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.article: ArticleSummary | None = None
        self._heading = TextLabel("", "strong", self, wrap=True)
        self._pack = TextLabel("", "small", self, wrap=True)
        self.states = QButtonGroup(self)
        # Made in the order Tab goes through them.
        self._line = self._open_line()
        self._counts, self._count_column = _column(2, self)
        self.record = RecordForm(self)
        self.record.changed.connect(self.record_changed)
        self.record.nodded.connect(self.nodded)
        self.context = ContextForm(self)
        self.context.changed.connect(self.context_changed)
        self._words = QWidget(self)
        self._word_flow = FlowLayout(self._words, spacing=6)
        self.tag_field = QLineEdit(self)
        self.tag_field.setPlaceholderText(_("加标签，回车确认"))
        self.tag_field.setAccessibleName(_("加标签"))
        self.tag_field.returnPressed.connect(self._add_tag)
        self._source, self._source_column = _column(2, self)
        self._alone: tuple[QWidget, ...] = ()
        self._targets: tuple[Target, ...] = ()
        self._ways = QButtonGroup(self)
        self._ways.setExclusive(False)
        self._ways.idClicked.connect(self._ask)
        self._arrange()

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """Return the fields of the record, none while no article is shown."""
        return self.record.fields if not self.record.isHidden() else {}

    def show_many(self, count: int, values: RecordValues | None = None) -> None:
        """Show that several articles are chosen; ``values`` is what they have in common."""
        self.keep()
        for part in self._alone:
            part.setVisible(not count)
        self._heading.setText(_("已选 {n} 篇文章", n=count))
        self._show_forms(values or RecordValues())

    def keep(self) -> None:
        """Send what was typed, and show no article any more."""
        self.record.keep()
        self.context.keep()
        self.article = None

    def _show_forms(self, values: RecordValues) -> None:
        for form in (self.record, self.context):
            form.setVisible(bool(values.ids))
            form.show_values(values)
        line_up(self.record.form, self.context.form)

    def show_article(self, article: ArticleSummary, platforms: int, values: RecordValues) -> bool:
        """Show an article in which ``platforms`` platforms are named, and its record; tell whether it is another."""
        if self.article == article:
            self._show_forms(values)
            return False
        other = self.article is None or self.article.id != article.id
        self.article = article
        for part in self._alone:
            part.show()
        self._heading.setText(article.name)
        self._pack.setVisible(bool(article.pack))
        age = " · " + _("资料截至 {date}", date=article.as_of) if article.as_of else ""
        self._pack.setText(_("内置资料包") + age)
        self.states.button(list(ReadState).index(article.read_state)).setChecked(True)
        self._show_counts(article, platforms)
        self._show_forms(values)
        self._show_tags(article)
        self._show_source(article)
        if other:
            self.tag_field.clear()
        return other

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        tags, words = _column(6, self)
        words.addWidget(self._words)
        words.addWidget(self.tag_field)
        self._alone = (self._pack, self._line, self._counts, tags, self._source)
        line = HeadLine()
        line.addWidget(self._heading)
        column.addLayout(line)
        for part in (
            self._pack,
            self._line,
            self._counts,
            self.record,
            self.context,
            tags,
            self._source,
        ):
            column.addWidget(part)

    def _open_line(self) -> QWidget:
        ground = QWidget(self)
        row = FlowLayout(ground, spacing=4)
        read = QuietButton(translate_as("action", "阅读"))
        read.clicked.connect(self.opened)
        row.addWidget(read)
        for number, state in enumerate(ReadState):
            chip = Chip(read_state_name(state), checkable=True)
            self.states.addButton(chip, number)
            row.addWidget(chip)
        self.states.idClicked.connect(self._change_state)
        return ground

    def _show_counts(self, article: ArticleSummary, platforms: int) -> None:
        column = self._count_column
        empty(column)
        own, pending = article.id, ReaderTarget(article.id, panel=PanelKind.REPAIRS, pending=True)
        percent = round(100 * article.similarity)
        links: tuple[tuple[Target, str, object], ...] = (
            (DataTarget(article=own), _("{n} 条统计数据", n=article.figures), article.figures),
            (PlatformsTarget(article=own), _("{n} 个平台与企业", n=platforms), platforms),
            (NotesTarget(article=own), _("{n} 条批注", n=article.annotations), article.annotations),
            (pending, _("{n} 处待审校订", n=article.repairs_offered), article.repairs_offered),
            (ReaderTarget(article.duplicate_of or ""), _("与另一篇重复（{percent}%）", percent=percent),
             article.duplicate_of),
            (ReaderTarget(article.part_of or ""), _("节选自另一篇"), article.part_of),
        )  # fmt: skip
        self._targets = tuple(target for target, _text, there in links if there)
        for number, text in enumerate(text for _target, text, there in links if there):
            link = LinkButton(text)
            self._ways.addButton(link, number)
            column.addWidget(link)
        words = [length_words(article.characters, article.pages)]
        if article.repairs_applied:
            words.append(_("已校订 {n} 处", n=article.repairs_applied))
        column.addWidget(TextLabel(" · ".join(words), "faint"))

    def _show_tags(self, article: ArticleSummary) -> None:
        empty(self._word_flow)
        self._words.setVisible(bool(article.tags))
        for tag in article.tags:
            chip = RemovableChip(tag)
            chip.removed.connect(self._remove_tag)
            self._word_flow.addWidget(chip)

    def _show_source(self, article: ArticleSummary) -> None:
        column = self._source_column
        empty(column)
        column.addWidget(TextLabel(_("源文件"), "faint"))
        for path in article.paths or (article.path,):
            label = ElidedLabel(path, "small")
            label.setToolTip(path)
            column.addWidget(label)
        column.addWidget(TextLabel(_("{date} 导入", date=article.added[:16].replace("T", " ")), "faint"))

    @Slot(int)
    def _change_state(self, number: int) -> None:
        self.state_changed.emit(list(ReadState)[number])

    @Slot(int)
    def _ask(self, number: int) -> None:
        self.asked.emit(self._targets[number])

    @Slot()
    def _add_tag(self) -> None:
        if self.article is not None and self.tag_field.text().strip():
            new = self.tag_field.text().replace("，", " ").replace("、", " ").replace(",", " ").split()
            self.tag_field.clear()
            self.tags_changed.emit([*self.article.tags, *new])

    @Slot(str)
    def _remove_tag(self, tag: str) -> None:
        if self.article is not None:
            self.tags_changed.emit([one for one in self.article.tags if one != tag])


def _column(spacing: int, parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    """Return a ground and the column of widgets on it."""
    ground = QWidget(parent)
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return ground, column
