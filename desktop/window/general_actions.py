"""The actions of the window itself; those of a page come from the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from corpus.language import translate as _
from desktop.actions.action import Action, Menu
from desktop.actions.copying import can_copy, copy_chosen
from desktop.services.targets import AuditTarget, DataTarget, DraftsTarget, HomeTarget, NotesTarget, as_left
from desktop.window.announced_actions import announced_actions
from desktop.window.page_table import rail_entries

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from desktop.services.context import Context
    from desktop.window.parts import WindowParts


def general_actions(window: QMainWindow, context: Context, parts: WindowParts) -> tuple[Action, ...]:
    """Return what can be done on every page."""
    return (
        *_file(window, context, parts),
        *_edit(context, parts),
        *_view(window, context, parts),
        *_search(parts),
        *_writing(parts, context),
        *_tools(parts, context),
        *_help(parts, context),
        *announced_actions(),
    )


def _file(window: QMainWindow, context: Context, parts: WindowParts) -> tuple[Action, ...]:
    def writable() -> bool:
        return context.library.writable

    library_actions, importer, dialogs = parts.library_actions, parts.importer, parts.dialogs
    file = Menu.FILE
    return (
        Action("new-library", _("新建文库…"), library_actions.ask_new, (), "plus", file, "1"),
        Action("open-library", _("打开文库…"), library_actions.ask_open, (), "folder-open", file, "1"),
        Action("recent-libraries", _("最近的文库…"), parts.offer_libraries, (), "history", file, "1"),
        Action("import", _("导入…"), importer.choose_files, ("Ctrl+I",), "import", file, "2", writable),
        Action("import-folder", _("导入文件夹…"), importer.choose_folder, (), "folder", file, "2", writable),
        Action(
            "resume-import", _("继续上次的导入"), importer.resume, (), "import", file, "2", importer.can_resume,
            why=_("没有中断的导入。"),
        ),
        Action(
            "paste", _("从剪贴板新建文章"), importer.paste, ("Ctrl+Shift+V",), "clipboard", file, "2", writable
        ),
        Action(
            "import-references", _("导入参考文献…"), importer.choose_references, (), "bookmark", file, "2", writable
        ),
        Action(
            "paste-references", _("粘贴题录…"), importer.paste_references, (), "clipboard", file, "2", writable
        ),
        Action("export", _("导出…"), dialogs.export_notes, ("Ctrl+E",), "export", file, "3"),
        Action(
            "print", _("打印…"), dialogs.print_page, ("Ctrl+P",), "print", file, "3", dialogs.can_print,
            why=_("这里没有可以打印的：请打开文章或文稿，或让批注、数据、检索页列出内容。"),
        ),
        Action("backup", _("备份文库…"), library_actions.ask_backup, (), "backup", file, "4"),
        Action("restore-backup", _("从备份恢复…"), library_actions.ask_restore, (), "restore", file, "4"),
        Action("merge", _("合并文库…"), library_actions.merge, (), "import", file, "4", writable),
        Action("daily-copies", _("每日备份…"), library_actions.show_copies, (), "history", file, "4"),
        Action("quit", _("退出"), window.close, ("Ctrl+Q",), "", file, "9"),
    )  # fmt: skip


def _edit(context: Context, parts: WindowParts) -> tuple[Action, ...]:
    history, operations, dialogs = context.undo, context.operations, parts.dialogs
    edit = Menu.EDIT
    return (
        Action(
            "undo", _("撤销"), operations.undo, ("Ctrl+Z",), "undo", edit, "1", lambda: bool(history.undo_text),
            why=_("没有可以撤销的步骤。"),
        ),
        Action(
            "redo", _("重做"), operations.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", edit, "1",
            lambda: bool(history.redo_text), why=_("没有可以重做的步骤。"),
        ),
        Action(
            "copy", _("复制"), copy_chosen, ("Ctrl+C",), "copy", edit, "2", can_copy,
            why=_("先选中要复制的文字。"),
        ),
        Action("settings", _("设置…"), dialogs.show_settings, ("Ctrl+,",), "settings", edit, "9"),
    )  # fmt: skip


def _view(window: QMainWindow, context: Context, parts: WindowParts) -> tuple[Action, ...]:
    navigator, theme, view = context.navigator, context.theme, Menu.VIEW
    rooms = (
        Action(
            f"page-{entry.key}",
            entry.label,
            partial(navigator.go, as_left(entry.key)),
            (f"Ctrl+{number}",),
            entry.icon,
            view,
            "2",
        )
        for number, entry in enumerate(rail_entries(), 1)
    )
    themes = (
        ("system", _("主题：跟随系统")),
        ("light", _("主题：浅色")),
        ("sepia", _("主题：米黄")),
        ("dark", _("主题：深色")),
    )
    return (
        Action(
            "back", _("返回"), navigator.back, ("Alt+Left",), "back", view, "1", lambda: navigator.can_go_back
        ),
        Action(
            "forward", _("前进"), navigator.forward, ("Alt+Right",), "forward", view, "1",
            lambda: navigator.can_go_forward,
        ),
        *rooms,
        *(
            Action(
                f"theme-{key}", text, partial(context.settings.put, "theme", key), (), "", view, "3",
                checked=partial(_is_theme, theme, key), submenu=_("主题"),
            )
            for key, text in themes
        ),
        Action("refresh", _("刷新"), parts.pages.look_again, ("F5",), "refresh", view, "5"),
        Action(
            "full-screen", _("全屏"), partial(_toggle_full_screen, window), ("F11",), "full-screen", view, "5",
            checked=window.isFullScreen,
        ),
    )  # fmt: skip


def _toggle_full_screen(window: QMainWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _is_theme(theme: object, key: str) -> bool:
    return getattr(theme, "choice", "") == key


def _search(parts: WindowParts) -> tuple[Action, ...]:
    def history() -> None:
        parts.offers.history()

    def saved() -> None:
        parts.offers.saved()

    search = Menu.SEARCH
    return (
        Action("search", _("全库检索"), parts.focus_search, ("Ctrl+K",), "search", search, "1"),
        Action("quick-open", _("快速打开…"), parts.quick_open, ("Ctrl+O",), "book", search, "1"),
        Action(
            "search-history",
            _("检索历史…"),
            history,
            (),
            "history",
            search,
            "2",
        ),
        Action("saved-searches", _("已存检索…"), saved, (), "bookmark", search, "2"),
    )


def _writing(parts: WindowParts, context: Context) -> tuple[Action, ...]:
    def writable() -> bool:
        return context.library.writable

    dialogs = parts.dialogs
    notes, drafts = NotesTarget(), DraftsTarget()
    go = context.navigator.go
    return (
        Action(
            "import-highlights",
            _("导入批注…"),
            dialogs.import_highlights,
            (),
            "import",
            Menu.NOTES,
            "8",
            writable,
        ),
        Action("notes-all", _("全部批注"), partial(go, notes), (), "notes", Menu.NOTES, "9"),
        Action("drafts-all", _("全部文稿"), partial(go, drafts), (), "drafts", Menu.DRAFTS, "9"),
    )


def _tools(parts: WindowParts, context: Context) -> tuple[Action, ...]:
    def writable() -> bool:
        return context.library.writable

    navigator, library_actions, tools = context.navigator, parts.library_actions, Menu.TOOLS
    dialogs = parts.dialogs
    unconfirmed = DataTarget(review=True)
    unplaced = NotesTarget(lost=True)
    return (
        Action(
            "review-figures",
            _("数据核实"),
            partial(navigator.go, unconfirmed),
            (),
            "data",
            tools,
            "1",
        ),
        Action("audit", _("查我的稿子…"), partial(navigator.go, AuditTarget()), (), "check", tools, "1"),
        Action("renew", _("更新引文…"), dialogs.renew_document, (), "refresh", tools, "1"),
        Action("unplaced-notes", _("待定位批注"), partial(navigator.go, unplaced), (), "inbox", tools, "1"),
        Action(
            "dictionary",
            _("用户词典…"),
            dialogs.show_dictionary,
            (),
            "dictionary",
            tools,
            "2",
            writable,
        ),
        Action("find-anew", _("重新查找数据"), library_actions.find_anew, (), "data", tools, "3", writable),
        Action(
            "records-anew",
            _("重新读取著录…"),
            library_actions.read_records_anew,
            (),
            "documents",
            tools,
            "3",
            writable,
        ),
        Action(
            "rebuild-index", _("重建索引"), library_actions.rebuild_index, (), "refresh", tools, "3", writable
        ),
        Action("packs", _("资料包…"), dialogs.show_packs, (), "pack", tools, "2"),
        Action("check-library", _("检查文库"), library_actions.check, (), "library", tools, "3"),
    )


def _help(parts: WindowParts, context: Context) -> tuple[Action, ...]:
    start = partial(context.navigator.go, HomeTarget(welcome=True))
    dialogs = parts.dialogs
    return (
        Action("welcome", _("五分钟上手"), start, (), "home", Menu.HELP, "1"),
        Action("manual", _("使用手册"), dialogs.show_manual, ("F1",), "help", Menu.HELP, "1"),
        Action(
            "import-sample", _("导入示例页面"), parts.importer.import_sample, (), "import", Menu.HELP, "1",
            lambda: context.library.writable,
        ),
        Action("shortcuts", _("快捷键"), dialogs.show_shortcuts, ("Ctrl+/",), "keyboard", Menu.HELP, "1"),
        Action("command-palette", _("命令面板…"), parts.offer_commands, ("Ctrl+Shift+P",), "keyboard", Menu.HELP, "1"),
        Action("diagnosis", _("诊断…"), dialogs.show_diagnosis, (), "info", Menu.HELP, "2"),
        Action("components", _("组成部分与许可"), dialogs.show_components, (), "info", Menu.HELP, "2"),
        Action("about", _("关于引得"), dialogs.show_about, (), "info", Menu.HELP, "2"),
    )  # fmt: skip
