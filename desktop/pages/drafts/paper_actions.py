"""What hands do on the paper: write, step from block to block, add, move, open, drop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Slot

from corpus.language import translate as _
from corpus.library.notes.picturing import NAMES
from corpus.model.draft import DraftItem
from desktop.operations import drafts as operations
from desktop.operations.carrying import Carried
from desktop.pages.drafts.block_menu import block_menu
from desktop.pages.drafts.cite_dialog import CiteDialog
from desktop.pages.drafts.editing import DraftEditing
from desktop.pages.drafts.evidence_block import EvidenceBlock
from desktop.pages.drafts.items import end_of_chapter
from desktop.pages.drafts.paper import BlockHandlers, DraftPaper
from desktop.pages.drafts.telling import Told
from desktop.pages.drafts.written_block import WrittenBlock
from desktop.services.context import Context
from desktop.widgets.fields.file_dialog import Errand, FileDialog


class PaperActions(QObject):
    """Ties the paper to the draft that is edited on it."""

    def __init__(self, context: Context, editing: DraftEditing, paper: DraftPaper, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._editing, self._paper = context, editing, paper
        paper.use(
            BlockHandlers(
                typed=editing.type, changed=editing.change, stepped=self._step, removed=editing.remove,
                opened=self._open, asked=self._ask, moved=editing.move, dropped=self.drop,
                pictured=self._picture,
            )
        )  # fmt: skip
        paper.titled.connect(editing.type_title)
        paper.title.stepped.connect(partial(self._step, -1))
        paper.left.connect(editing.keep)
        editing.stepped.connect(paper.forget_steps)
        editing.placed.connect(self._place)

    @Slot()
    def move_up(self) -> None:
        """Move the chosen block up."""
        self._editing.move(self._paper.current, self._paper.current - 1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen block down."""
        self._editing.move(self._paper.current, self._paper.current + 1)

    @Slot()
    def add_heading(self) -> None:
        """Put an empty heading below the chosen block."""
        self._editing.put([DraftItem("heading")], self._after())

    @Slot()
    def add_text(self) -> None:
        """Put an empty paragraph below the chosen block."""
        self._editing.put([DraftItem("text")], self._after())

    @Slot()
    def ask_picture(self) -> None:
        """Ask for a file to be put in as a picture."""
        dialog = FileDialog(self._paper.window(), _("选择图片"), Errand.IMPORT, self._context.settings)
        patterns = " ".join(f"*{one}" for one in NAMES)
        dialog.fileSelected.connect(self._on_picture)
        dialog.ask_files((f"{_('图片')} ({patterns})",))

    @Slot()
    def ask_citation(self) -> None:
        """Ask which article is to be cited where the hand writes."""
        dialog = CiteDialog(self._context, self._paper.window())
        dialog.cited.connect(self._cite)
        dialog.open()

    @Slot(str)
    def _cite(self, words: str) -> None:
        """Put a citation where the hand writes, else into a paragraph of its own."""
        blocks, current = self._paper.blocks(), self._paper.current
        block = blocks[current] if 0 <= current < len(blocks) else None
        if isinstance(block, WrittenBlock | EvidenceBlock) and block.field.isVisible():
            block.field.insertPlainText(words)
        else:
            self._editing.put([DraftItem("text", text=words)], self._after())

    @Slot(object)
    def put_after_current(self, items: tuple[DraftItem, ...]) -> None:
        """Put blocks below the chosen one."""
        self._editing.put(items, self._after())

    @Slot(object, int)
    def drop(self, carried: Carried, after: int) -> None:
        """Put what was dropped behind number ``after`` (-1: at the beginning)."""
        if carried.places:
            put = partial(self._put_taken, carried.items, after)
            taken = operations.take_places(carried.places, exact=carried.exact)
            self._context.operations.run(self, taken, put)
        else:
            self._editing.put(carried.items, after)

    @Slot(object, int)
    def drop_into_chapter(self, carried: Carried, heading: int) -> None:
        """Put what was dropped at the end of a chapter."""
        draft = self._editing.draft
        if draft is not None:
            self.drop(carried, end_of_chapter(draft, heading))

    @Slot(str)
    def go_to_heading(self, key: str) -> None:
        """Bring a heading into sight."""
        if key:
            self._paper.go_to(int(key))

    def _after(self) -> int:
        draft = self._editing.draft
        current = self._paper.current
        count = len(draft.items) if draft is not None else 0
        return current if 0 <= current < count else count - 1

    @Slot(int)
    def _place(self, number: int) -> None:
        self._paper.go_to(number)

    def _step(self, number: int, step: str) -> None:
        if step == "below":
            self._editing.put([DraftItem("text")], number)
        elif step in ("deeper", "higher"):
            self._editing.deepen(number, 1 if step == "deeper" else -1)
        elif step == "open":
            block = self._paper.blocks()[number]
            if isinstance(block, EvidenceBlock):
                block.open_place()
        elif step == "up":
            self._paper.go_to(number - 1)
        elif number + 1 < len(self._paper.blocks()):
            self._paper.go_to(number + 1)

    def _open(self, told: Told) -> None:
        if told.place is not None:
            self._context.navigator.open_place(told.place, told.note)

    def _ask(self, number: int, at: QPoint) -> None:
        block = self._paper.blocks()[number]
        open_place = block.open_place if isinstance(block, EvidenceBlock) else None
        block_menu(self._editing, number, open_place, self._paper).popup(at)

    def _put_taken(self, items: tuple[DraftItem, ...], after: int, taken: tuple[DraftItem, ...]) -> None:
        self._editing.put((*items, *taken), after)

    def _picture(self, paths: tuple[str, ...], after: int) -> None:
        for number, path in enumerate(paths):
            self._take_picture(Path(path), after + number)

    @Slot(str)
    def _on_picture(self, path: str) -> None:
        self._take_picture(Path(path), self._after())

    def _take_picture(self, path: Path, after: int) -> None:
        put = partial(self._on_taken, after)
        self._context.operations.run(self, operations.take_picture(path), put)

    def _on_taken(self, after: int, item: DraftItem) -> None:
        self._editing.put([item], after)
