"""The middle of the page of drafts: the paper, or in its place how it will come out; the bar above them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.export.report_preview import ReportPreview
from desktop.pages.drafts.landing import Landing
from desktop.pages.drafts.paper import DraftPaper
from desktop.services.context import Context
from desktop.widgets import FlowLayout, IconButton, PrimaryButton, QuietButton
from desktop.widgets.frames.flow import UNBOUNDED
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE, HeadLine


class PaperArea(QWidget):
    """Shows the paper or the preview; the signals say which button was pressed."""

    wanted = Signal(str)
    """heading, text, picture, cite, check, settings, export or template."""
    looked = Signal(bool)
    """Whether the preview is shown now."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = DraftPaper(context.theme, self)
        self._landing = Landing(self.paper)
        self.preview = ReportPreview(context.theme, _("预览"), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.paper)
        self._stack.addWidget(self.preview)
        self.look_button = QuietButton(_("预览"), context.theme, "eye")
        self.look_button.setCheckable(True)
        self.look_button.setToolTip(_("看导出的样子（F9）"))
        self.look_button.clicked.connect(self.look)
        self.out = PrimaryButton(_("导出…"))
        self.out.clicked.connect(self._on_export)
        self.writing: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar(context))
        column.addWidget(self._stack, 1)

    @property
    def looking(self) -> bool:
        """Tell whether the preview is shown."""
        return self._stack.currentIndex() == 1

    @Slot()
    def look(self) -> None:
        """Turn from the paper to the preview, or back."""
        looking = not self.looking
        self._stack.setCurrentIndex(1 if looking else 0)
        self.look_button.setChecked(looking)
        for button in self.writing:
            button.setEnabled(not looking)
        self.looked.emit(looking)

    def _bar(self, context: Context) -> QWidget:
        """Return the line above the paper: what fills it, then (below, where it is narrow) what is done with it."""
        bar = QWidget(self)
        whole = FlowLayout(bar, spacing=4)
        whole.setContentsMargins(PANE_EDGE, HEAD_TOP, PANE_EDGE, 8)
        makers, tools = QWidget(bar), QWidget(bar)
        makers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        makers.setMaximumWidth(UNBOUNDED - 1)
        row, line = HeadLine(makers, spacing=4), HeadLine(tools, spacing=4)
        for ground in (makers, tools):
            whole.addWidget(ground)
        for key, words, icon in (
            ("heading", _("小标题"), "plus"), ("text", _("文字"), "plus"), ("picture", _("图片"), "plus"),
            ("cite", _("引用文献"), ""),
        ):  # fmt: skip
            button = QuietButton(words, context.theme, icon)
            button.clicked.connect(partial(self._tell, key))
            self.writing.append(button)
            row.addWidget(button)
        row.addStretch(1)
        for key, icon, words in (
            ("check", "check", _("引文核对：每处引文、每个数字再查一遍（F7）")),
            ("template", "collection", _("存为模板…")), ("settings", "settings", _("文稿设置：引文样式、用途、署名")),
        ):  # fmt: skip
            tool = IconButton(context.theme, icon, words, self, size=18)
            tool.clicked.connect(partial(self._tell, key))
            self.writing.append(tool)
            line.addWidget(tool)
        line.addWidget(self.look_button)
        line.addWidget(self.out, 0, Qt.AlignmentFlag.AlignVCenter)
        return bar

    @Slot()
    def _on_export(self) -> None:
        self.wanted.emit("export")

    def _tell(self, key: str, _checked: object = None) -> None:
        self.wanted.emit(key)
