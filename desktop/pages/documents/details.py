"""The pane on the right: what is known of an article, to be read and corrected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.source import Metadata
from desktop.pages.documents.columns import read_state_name
from desktop.services.targets import DataTarget, NotesTarget, PanelKind, PlatformsTarget, ReaderTarget, Target
from desktop.theme import ThemeManager
from desktop.widgets import (
    Chip,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    LinkButton,
    PrimaryButton,
    ScrollColumn,
    TextLabel,
)
from desktop.widgets.chip import RemovableChip
from desktop.widgets.scroll import empty
from desktop.wording.figures import grouped


class DetailsPane(ScrollColumn):
    """Shows one article, or how many are chosen; what a person types is sent when a field is left."""

    opened = Signal()
    metadata_changed = Signal(object)
    tags_changed = Signal(list)
    state_changed = Signal(object)
    asked = Signal(object)
    """The Target of a link: the figures, platforms, notes or repairs of this article, or the one it repeats."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(480, parent, margin=16)
        self._theme = theme
        self.article: ArticleSummary | None = None
        self.fields: dict[str, QLineEdit] = {}
        self.states = QButtonGroup(self)
        self.setMinimumWidth(264)
        self.column.setSpacing(12)
        self.show_many(0)

    def show_many(self, count: int) -> None:
        """Show that no article, or several, are chosen."""
        empty(self.column)
        self.article = None
        sentence = (
            _("已选 {n} 篇文章", n=count) if count else _("选一篇文章，这里是它的出处、标签和校订情况。")
        )
        self.column.addWidget(EmptyState(self._theme, sentence, icon="documents"))
        self.column.addStretch(1)

    def show_article(self, article: ArticleSummary, platforms: int) -> None:
        """Show an article in which ``platforms`` platforms are named."""
        if self.article == article:
            return
        place = self.verticalScrollBar().value() if self.article and self.article.id == article.id else 0
        empty(self.column)
        self.article = article
        self.column.addWidget(TextLabel(article.title, "strong", wrap=True))
        if article.pack:
            told = _("内置资料包") + (
                " · " + _("资料截至 {date}", date=article.as_of) if article.as_of else ""
            )
            self.column.addWidget(TextLabel(told, "small", wrap=True))
        self.column.addWidget(self._open_line())
        self.column.addWidget(self._counts(article, platforms))
        self.column.addWidget(self._metadata(article))
        self.column.addWidget(self._tags(article))
        self.column.addWidget(self._source(article))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def _open_line(self) -> QWidget:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        read = PrimaryButton(_("阅读"))
        read.clicked.connect(self.opened)
        row.addWidget(read)
        self.states = QButtonGroup(self)
        for state in ReadState:
            chip = Chip(read_state_name(state), checkable=True)
            chip.setChecked(self.article is not None and self.article.read_state is state)
            self.states.addButton(chip, list(ReadState).index(state))
            row.addWidget(chip)
        self.states.idClicked.connect(self._change_state)
        row.addStretch(1)
        return ground

    def _counts(self, article: ArticleSummary, platforms: int) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        own, pending = article.id, ReaderTarget(article.id, panel=PanelKind.REPAIRS, pending=True)
        percent = round(100 * article.similarity)
        links: tuple[tuple[Target, str, object], ...] = (
            (DataTarget(article=own), _("{n} 条统计数据", n=article.figures), article.figures),
            (PlatformsTarget(article=own), _("{n} 个平台与企业", n=platforms), platforms),
            (NotesTarget(article=own), _("{n} 条批注", n=article.annotations), article.annotations),
            (pending, _("{n} 处待审校订", n=article.repairs_offered), article.repairs_offered),
            (ReaderTarget(article.duplicate_of or ""), _("与另一篇重复（{percent}%）", percent=percent),
             article.duplicate_of),
        )  # fmt: skip
        self._targets = tuple(target for target, _text, there in links if there)
        chosen = QButtonGroup(ground)
        chosen.idClicked.connect(self._ask)
        for number, text in enumerate(text for _target, text, there in links if there):
            link = LinkButton(text)
            chosen.addButton(link, number)
            column.addWidget(link)
        words = [_("{n} 字", n=_grouped(article.characters)), _("已校订 {n} 处", n=article.repairs_applied)]
        column.addWidget(TextLabel(" · ".join(words if article.repairs_applied else words[:1]), "faint"))
        return ground

    def _metadata(self, article: ArticleSummary) -> QWidget:
        ground = QWidget()
        form = QFormLayout(ground)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        meta = article.metadata
        self.fields = {}
        entries = (
            ("author", _("作者"), meta.author),
            ("publisher", _("发布者"), meta.publisher),
            ("date", _("日期"), meta.date),
            ("address", _("网址"), meta.address),
        )
        for name, label, value in entries:
            field = QLineEdit(value)
            field.setAccessibleName(label)
            field.setPlaceholderText("2018-07-26" if name == "date" else _("未填"))
            field.setCursorPosition(0)
            field.editingFinished.connect(self._send_metadata)
            self.fields[name] = field
            title = TextLabel(label, "second")
            form.addRow(title, field)
        return ground

    def _tags(self, article: ArticleSummary) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if article.tags:
            words = QWidget()
            flow = FlowLayout(words, spacing=6)
            for tag in article.tags:
                chip = RemovableChip(tag)
                chip.removed.connect(self._remove_tag)
                flow.addWidget(chip)
            column.addWidget(words)
        self.tag_field = QLineEdit()
        self.tag_field.setPlaceholderText(_("加标签，回车确认"))
        self.tag_field.setAccessibleName(_("加标签"))
        self.tag_field.returnPressed.connect(self._add_tag)
        column.addWidget(self.tag_field)
        return ground

    def _source(self, article: ArticleSummary) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(_("源文件"), "faint"))
        for path in article.paths or (article.path,):
            label = ElidedLabel(path, "small")
            label.setToolTip(path)
            column.addWidget(label)
        column.addWidget(TextLabel(_("{date} 导入", date=article.added[:16].replace("T", " ")), "faint"))
        return ground

    @Slot(int)
    def _change_state(self, number: int) -> None:
        self.state_changed.emit(list(ReadState)[number])

    @Slot(int)
    def _ask(self, number: int) -> None:
        self.asked.emit(self._targets[number])

    @Slot()
    def _send_metadata(self) -> None:
        if self.article is None:
            return
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        changed: Metadata = replace(self.article.metadata, **typed)
        if changed != self.article.metadata:
            self.metadata_changed.emit(changed)

    @Slot()
    def _add_tag(self) -> None:
        if self.article is not None and self.tag_field.text().strip():
            new = self.tag_field.text().replace("，", " ").replace("、", " ").replace(",", " ").split()
            self.tags_changed.emit([*self.article.tags, *new])

    @Slot(str)
    def _remove_tag(self, tag: str) -> None:
        if self.article is not None:
            self.tags_changed.emit([one for one in self.article.tags if one != tag])


def _grouped(number: int) -> str:
    from decimal import Decimal

    return grouped(Decimal(number))
