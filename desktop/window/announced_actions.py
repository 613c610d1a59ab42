"""What belongs to a page but stands in the menus of every page: not to be used there, with the reason."""

from __future__ import annotations

from corpus.language import translate as _
from desktop.actions.action import Action, Menu, never


def announced_actions() -> tuple[Action, ...]:
    """Return the reader's entries of the menus; while an article is read its own stand in their place."""
    article, words = _("先打开一篇文章。"), _("先打开一篇文章，选中要用的文字。")
    entries = (
        ("reader.copy", _("复制并附出处"), ("Ctrl+Shift+C",), "copy-quote", Menu.EDIT, "2", words),
        ("reader.link", _("复制链接"), ("Ctrl+Shift+L",), "link", Menu.EDIT, "2", words),
        ("reader.find", _("查找…"), ("Ctrl+F",), "search", Menu.EDIT, "3", article),
        ("reader.outline", _("目录"), ("Ctrl+T",), "outline", Menu.VIEW, "2", article),
        ("reader.notes", _("批注栏"), ("Ctrl+H",), "notes", Menu.VIEW, "2", article),
        ("reader.original", _("原文/校订文"), (), "compare", Menu.VIEW, "2", article),
        ("reader.both", _("对照阅读"), (), "compare", Menu.VIEW, "2", article),
        ("reader.larger", _("放大文字"), ("Ctrl+=", "Ctrl++"), "zoom-in", Menu.VIEW, "3", article),
        ("reader.smaller", _("缩小文字"), ("Ctrl+-",), "zoom-out", Menu.VIEW, "3", article),
        ("reader.ordinary", _("原始大小"), ("Ctrl+0",), "", Menu.VIEW, "3", article),
        ("reader.highlight", _("高亮"), ("H",), "highlight", Menu.NOTES, "1", words),
        ("reader.underline", _("下划线"), ("U",), "underline", Menu.NOTES, "1", words),
        ("reader.note", _("写批注"), ("N",), "note-add", Menu.NOTES, "1", words),
        ("reader.tag", _("标签…"), ("T",), "tag", Menu.NOTES, "1", words),
        ("reader.draft", _("加入文稿"), ("Ctrl+Shift+R",), "draft-add", Menu.DRAFTS, "1", words),
        ("reader.repairs", _("校订记录"), (), "repair", Menu.TOOLS, "1", article),
    )
    return tuple(
        Action(key, text, never, keys, icon, menu, group, enabled=never, why=why, of_page="reader")
        for key, text, keys, icon, menu, group, why in entries
    )
