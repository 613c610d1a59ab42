"""The paper a draft is written on: its blocks in their order, edited where they stand, dragged to other places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import eq

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from corpus.language import translate as _
from corpus.model.draft import Draft, DraftItem
from desktop.operations.carrying import Carried
from desktop.pages.drafts.block import DraftBlock
from desktop.pages.drafts.evidence_block import EvidenceBlock
from desktop.pages.drafts.sheet import DraftSheet
from desktop.pages.drafts.telling import NOTHING, Gathered, Told
from desktop.pages.drafts.title_field import WORDS_BEGIN, TitleField
from desktop.pages.drafts.written_block import WrittenBlock
from desktop.theme import ThemeManager
from desktop.widgets import TextLabel

_WRITTEN = ("heading", "text", "prompt")
_FIELDED = (WrittenBlock, EvidenceBlock)
_WIDTH = 760


@dataclass(frozen=True, slots=True)
class BlockHandlers:
    """What happens to a block at a number."""

    typed: Callable[[int, DraftItem], None]
    changed: Callable[[int, DraftItem], None]
    stepped: Callable[[int, str], None]
    removed: Callable[[int], None]
    opened: Callable[[Told], None]
    asked: Callable[[int, QPoint], None]
    moved: Callable[[int, int], None]
    dropped: Callable[[Carried, int], None]
    pictured: Callable[[tuple[str, ...], int], None]


class DraftPaper(QScrollArea):
    """Shows a draft; ``titled`` carries the title typed, ``chosen`` the number of the block with the focus.

    ``left`` says that a hand left a field.
    """

    titled = Signal(str)
    chosen = Signal(int)
    left = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._handlers: BlockHandlers | None = None
        self._blocks: list[DraftBlock] = []
        self._shown = ""
        self.current = -1
        self.setObjectName("desk-of-draft")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        ground = QWidget(self)
        ground.setObjectName("ground-of-draft")
        self.sheet = DraftSheet(theme, ground)
        self.sheet.setMaximumWidth(_WIDTH)
        row = QHBoxLayout(ground)
        row.setContentsMargins(16, 4, 16, 16)
        row.addStretch(1)
        row.addWidget(self.sheet, 50)
        row.addStretch(1)
        self.sheet.setMinimumWidth(340)
        self.title = TitleField(self.sheet)
        self.title.typed.connect(self.titled)
        self.title.left.connect(self.left)
        self.sheet.column.addWidget(self.title)
        self.hint = TextLabel(_("从右边的材料里拖一条到这里，或点“文字”自己写。"), "second", wrap=True)
        self.hint.setContentsMargins(WORDS_BEGIN, 0, 0, 0)
        self.sheet.column.addWidget(self.hint)
        self.sheet.column.addStretch(1)
        self.setWidget(ground)

    @property
    def handlers(self) -> BlockHandlers | None:
        """Return what is called, ``None`` before anything is."""
        return self._handlers

    def use(self, handlers: BlockHandlers) -> None:
        """Take what is to be called."""
        self._handlers = handlers

    def blocks(self) -> tuple[DraftBlock, ...]:
        """Return the blocks in their order."""
        return tuple(self._blocks)

    def show_draft(self, draft: Draft | None, gathered: Gathered = NOTHING) -> None:
        """Show a draft; blocks that are there already stay, so that the hand is not pushed away."""
        other = (draft.id if draft else "") != self._shown
        self._shown = draft.id if draft else ""
        told = draft is not None and draft.title != self.title.text()
        if draft is not None and told and (other or not self.title.hasFocus()):
            self.title.show_words(draft.title)
        items = draft.items if draft is not None else ()
        before = [] if other else self._blocks
        there = _at_hand(items, before)
        self._blocks = [self._block(item, gathered, there.get(number)) for number, item in enumerate(items)]
        for gone in before:
            if gone not in self._blocks:
                gone.deleteLater()
        if other:
            self._clear()
            self.verticalScrollBar().setValue(0)
        self.hint.setVisible(draft is not None and not items)
        for number, block in enumerate(self._blocks):
            block.number = number
            if self.sheet.column.indexOf(block) != number + 1:
                self.sheet.column.insertWidget(number + 1, block)
            block.show()
        self.choose(min(self.current, len(self._blocks) - 1))

    def choose(self, number: int) -> None:
        """Have one block look chosen."""
        self.current = number
        for block in self._blocks:
            block.be_chosen(block.number == number)
        self.chosen.emit(number)

    @Slot()
    def forget_steps(self) -> None:
        """Leave it to the window to take back what was typed: something else was done after it."""
        for field in (self.title, *(one.field for one in self._blocks if isinstance(one, _FIELDED))):
            field.forget_steps()

    def go_to(self, number: int) -> None:
        """Bring a block into sight and give it the focus; -1 is the title."""
        if number < 0 or not self._blocks:
            self.title.write()
            return
        block = self._blocks[min(number, len(self._blocks) - 1)]
        self.choose(block.number)
        block.write()
        self.sheet.layout().activate()  # type: ignore[union-attr]  # it has one
        self.ensureWidgetVisible(block, 0, 80)

    def _block(self, item: DraftItem, gathered: Gathered, there: DraftBlock | None) -> DraftBlock:
        """Return the block that is there for an item, showing it, or a new one."""
        if there is None:
            return self._made(item, gathered)
        if isinstance(there, _FIELDED):
            there.show_item(item, gathered)
        return there

    def _made(self, item: DraftItem, gathered: Gathered) -> DraftBlock:
        block: WrittenBlock | EvidenceBlock
        if item.kind in _WRITTEN:
            block = WrittenBlock(self._theme, item, self.sheet, gathered)
        else:
            block = EvidenceBlock(self._theme, item, gathered, self.sheet)
        block.field.left.connect(self.left)
        if self._handlers is not None:
            handlers = self._handlers
            block.typed.connect(partial(_at, block, handlers.typed))
            block.changed.connect(partial(_at, block, handlers.changed))
            block.stepped.connect(partial(_at, block, handlers.stepped))
            block.asked.connect(partial(_at, block, handlers.asked))
            block.removed.connect(partial(_at, block, handlers.removed))
            block.opened.connect(handlers.opened)
        block.chosen.connect(partial(self._on_chosen, block))
        return block

    def _on_chosen(self, block: DraftBlock) -> None:
        if self.current != block.number or not block.property("chosen"):
            self.choose(block.number)

    @Slot()
    def _clear(self) -> None:
        """Let go of every block that is not shown any more."""
        for block in self.sheet.findChildren(DraftBlock):
            if block not in self._blocks:
                block.hide()
                block.deleteLater()


def _at(block: DraftBlock, hand: Callable[..., None], *given: object) -> None:
    """Call a hand with the number its block has now."""
    hand(block.number, *given)


def _at_hand(items: Sequence[DraftItem], blocks: Sequence[DraftBlock]) -> dict[int, DraftBlock]:
    """Return the blocks that can show the items, by number: those that show theirs already are not taken for others."""
    found: dict[int, DraftBlock] = {}
    left = {id(one): one for one in blocks}
    for fits in (eq, _is_like):
        for number, item in enumerate(items):
            if number in found:
                continue
            here = blocks[number] if number < len(blocks) else None
            if here is None or id(here) not in left or not fits(here.item, item):
                here = next((one for one in left.values() if fits(one.item, item)), None)
            if here is not None:
                found[number] = left.pop(id(here))
    return found


def _is_like(one: DraftItem, other: DraftItem) -> bool:
    """Tell whether a block that shows one item can show another."""
    if one.kind in ("text", "prompt") and other.kind in ("text", "prompt"):
        return other.kind in (one.kind, "text")
    return (one.kind, one.ref, one.start, one.end) == (other.kind, other.ref, other.start, other.end)
