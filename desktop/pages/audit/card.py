"""One quotation or figure of a paper beside what stands in the library, with the difference shown."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from corpus.audit.quoted.difference import Piece, differences
from corpus.audit.verdict import Checked
from corpus.language import translate as _
from corpus.language.labels import standing_name
from corpus.language.phrases import titled_at
from corpus.library.checking.audited import AuditEntry, Standing
from corpus.model.place import Place
from desktop.theme import ThemeManager
from desktop.widgets import FlowLayout, QuietButton, TextLabel


class EntryCard(QWidget):
    """Shows one entry; ``opened`` carries the place in the library one wants to see."""

    opened = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: AuditEntry | None = None
        self._own = False
        self._places: tuple[Place | None, ...] = ()
        self.setObjectName("dock")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._head = TextLabel("", "strong")
        self._told = TextLabel("", "small", wrap=True)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(1)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = [QuietButton("", theme, sign) for sign in ("book", "not-equal", "quote")]
        row = FlowLayout(spacing=8)
        for button in self.buttons:
            button.clicked.connect(self._on_open)
            row.addWidget(button)
        column.addWidget(self._head)
        column.addWidget(self.words)
        column.addWidget(self._told)
        column.addLayout(row)
        theme.changed.connect(self._show)
        self.show_entry(None, own=False)

    def show_entry(self, entry: AuditEntry | None, *, own: bool) -> None:
        """Show an entry, of one's ``own`` draft or of a foreign paper; nothing where there is none."""
        self._entry, self._own = entry, own
        self.setVisible(entry is not None)
        self._show()

    @Slot()
    def _show(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self._head.setText(standing_name(entry.standing.value, own=self._own))
        self.words.setText(self._comparison(entry))
        self._told.setText("\n".join(filter(None, (_why(entry, own=self._own), *_sourced(entry)))))
        self._told.setVisible(bool(self._told.text()))
        labels = (_("打开原处"), _("打开另一处"), _("打开稿中所注的文献"))
        self._places = (entry.found, entry.against, entry.claimed)
        for button, label, place in zip(self.buttons, labels, self._places, strict=True):
            button.setVisible(place is not None)
            if place is not None:
                button.setText(label)
                button.setToolTip(titled_at(place))

    def _comparison(self, entry: AuditEntry) -> str:
        """Return both wordings as one, what differs struck through and written over; or what stands in the library."""
        ours = entry.was or entry.words
        if entry.found is None:
            return escape(ours)
        if entry.checked is Checked.QUOTATION:
            pieces = differences(ours, entry.found.quote)
            return "".join(map(self._piece, pieces))
        lines = [escape(entry.found.quote)]
        if entry.against is not None:
            lines.append(
                f'<span style="color:{self._ink("cinnabar")}">≠</span> {escape(entry.against.quote)}'
            )
        elif entry.was:
            lines.append(f'<span style="color:{self._ink("cinnabar")}">≠</span> {escape(entry.was)}')
        return "<br><br>".join(lines)

    def _piece(self, piece: Piece) -> str:
        if piece.equal:
            return escape(piece.paper)
        gone = f'<s style="color:{self._ink("faint")}">{escape(piece.paper)}</s>' if piece.paper else ""
        there = f'<b style="color:{self._ink("cinnabar")}">{escape(piece.source)}</b>' if piece.source else ""
        return gone + there

    def _ink(self, name: str) -> str:
        return str(self._theme.colour(name).name())

    @Slot()
    def _on_open(self) -> None:
        number = next(n for n, one in enumerate(self.buttons) if one is self.sender())
        self.opened.emit(self._places[number])


def _sourced(entry: AuditEntry) -> tuple[str, ...]:
    """Return what the paper says of the source and the page where it is not so."""
    return (
        _("稿中注作：{source}", source=entry.named) if entry.named else "",
        _("稿中所注的{title}也在库中，可以对照。", title=titled_at(entry.claimed)) if entry.claimed else "",
        _("稿中注的页码不同：原文在第 {page} 页。", page=entry.page) if entry.page else "",
    )


def _why(entry: AuditEntry, *, own: bool) -> str:
    """Return what an entry means where its name does not say it."""
    told = {
        Standing.CHANGED: _("划去的是稿中的字，红字是原文。"),
        Standing.CUT: _("中间有省略，其余与原文一致。"),
        Standing.NOT_FOUND: _("库中没有找到相近的话：也许出自没有导入的文献，也许并无此言。"),
        Standing.UNCONFIRMED: _("这句话里的数字太多，从这里起没有核对。"),
        Standing.CONTRADICTED: _("有出处支持稿中的数字，另一处说法不同。"),
        Standing.MISATTRIBUTED: _(
            "库中确有这句话，但不在稿中所注的文献里，而在{title}。", title=_title(entry)
        ),
    }
    if entry.checked is Checked.FIGURE:
        told[Standing.CHANGED] = _("库中谈到同一件事，数字不同。")
    if own:
        told[Standing.UNCONFIRMED] = _("这条数据还没有人核对过。")
        told[Standing.NOT_FOUND] = _(
            "库中找不到这句话：从批注引来的，请到“待定位批注”重新定位；自己写进来的，请核对出处。"
        )
        told[Standing.CONTRADICTED] = _("有出入的数据都在库中，请在“数据”页判断。")
        if entry.checked is Checked.FIGURE:
            told[Standing.CHANGED] = _("数值与原句写的不同。")
        elif entry.was:
            told[Standing.CHANGED] = _("划去的是引用时的字，红字是现在的原文。")
    if entry.checked is Checked.FIGURE:
        told[Standing.NOT_FOUND] = _("库中没有同一件事的数字：也许出自没有导入的文献，也许是自己算出的。")
    return told.get(entry.standing, "")


def _title(entry: AuditEntry) -> str:
    return titled_at(entry.found) if entry.found is not None else ""
