"""What can be done with a block: how a quotation is told, how deep a heading stands, taking it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from corpus.language import translate as _
from corpus.model.draft import LOWEST, QUOTING, DraftItem
from desktop.dialogs.text_prompt import TextPrompt
from desktop.export.export_choices import CONTEXTS
from desktop.pages.drafts.editing import DraftEditing


def block_menu(
    editing: DraftEditing, number: int, open_place: Callable[[], None] | None, parent: QWidget
) -> QMenu:
    """Return the menu of a block."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    draft = editing.draft
    if draft is None:
        return menu
    item = draft.items[number]
    if open_place is not None:
        menu.addAction(_("打开原文"), open_place)
        menu.addSeparator()
    if item.kind in QUOTING:
        _quoting(menu, editing, number, item, parent)
    if item.kind == "heading":
        for level in range(1, LOWEST + 1):
            action = menu.addAction(
                _("{n} 级标题", n=level), partial(editing.deepen, number, level - item.level)
            )
            action.setCheckable(True)
            action.setChecked(level == item.level)
        menu.addSeparator()
    menu.addAction(_("上移（Alt+↑）"), partial(editing.move, number, number - 1))
    menu.addAction(_("下移（Alt+↓）"), partial(editing.move, number, number + 1))
    menu.addSeparator()
    menu.addAction(_("移出文稿（Delete）"), partial(editing.remove, number))
    return menu


def _quoting(menu: QMenu, editing: DraftEditing, number: int, item: DraftItem, parent: QWidget) -> None:
    around = menu.addMenu(_("引文上下文"))
    _choice(
        around, editing, number, item, "context", {"": _("同全文"), **{k: _(v) for k, v in CONTEXTS.items()}}
    )
    wording = menu.addMenu(_("引文措辞"))
    told = {"": _("同全文"), "original": _("照原文（含原有错别字）"), "clean": _("校订后的文字")}
    _choice(wording, editing, number, item, "wording", told)
    menu.addAction(_("页码…"), partial(_ask_page, editing, number, item, parent))
    menu.addSeparator()


def _choice(
    menu: QMenu, editing: DraftEditing, number: int, item: DraftItem, field: str, entries: dict[str, str]
) -> None:
    for key, text in entries.items():
        action = menu.addAction(text, partial(editing.change, number, _with(item, field, key)))
        action.setCheckable(True)
        action.setChecked(getattr(item, field) == key)


def _with(item: DraftItem, field: str, value: str) -> DraftItem:
    """Return a block with another context or wording."""
    return replace(item, context=value) if field == "context" else replace(item, wording=value)


def _ask_page(editing: DraftEditing, number: int, item: DraftItem, parent: QWidget) -> None:
    about = _("引文在第几页，如 12 或 12-13；留空就不写页码。")
    prompt = TextPrompt(_("页码"), about, parent.window(), text=item.locator)
    prompt.given.connect(partial(_take_page, prompt, editing, number, item))
    prompt.open()


def _take_page(prompt: TextPrompt, editing: DraftEditing, number: int, item: DraftItem, told: str) -> None:
    prompt.accept()
    editing.change(number, replace(item, locator=told.strip()))
