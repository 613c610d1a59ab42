"""What can be done in the reader, as data for menus, keys and palette."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from desktop.actions import Action, Menu
from desktop.actions.writing import writing
from desktop.reader.selection.linking import copy_reader_link
from desktop.reader.selection.wishes import UnderTrend, Wish
from desktop.reader.sheets.page_view import PageView
from desktop.reader.style_menu import change_size
from desktop.wording.words import COLOURS, colour_name, trend_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.reader.dock import ReaderDock
    from desktop.reader.finding import TextFinder
    from desktop.reader.paper import Paper
    from desktop.reader.reading_page import ReadingPage
    from desktop.reader.selection.selecting import Selecting
    from desktop.reader.versions import ReaderVersions
    from desktop.services.context import Context


@dataclass(frozen=True, slots=True)
class ReaderParts:
    """The parts of the reader that do what is asked; ``export`` offers the article shown."""

    paper: Paper
    selecting: Selecting
    finding: TextFinder
    versions: ReaderVersions
    side: ReaderDock
    reading_page: ReadingPage
    export: Callable[[], None]


def reader_actions(context: Context, parts: ReaderParts) -> tuple[Action, ...]:
    """Return the actions of the reader."""
    selecting = parts.selecting
    chosen, marked, names = selecting.has_selection, selecting.has_mark, context.theme.mark_names
    do = selecting.do

    marks = (
        Action("reader.highlight", _("高亮"), partial(do, Wish.HIGHLIGHT), ("H",), "highlight", Menu.NOTES, "1",
               chosen),
        Action("reader.underline", _("下划线"), partial(do, Wish.UNDERLINE), ("U",), "underline", Menu.NOTES, "1",
               chosen),
        Action("reader.note", _("写批注"), partial(do, Wish.NOTE), ("N",), "note-add", Menu.NOTES, "1", marked),
        Action("reader.tag", _("标签…"), partial(do, Wish.TAG), ("T",), "tag", Menu.NOTES, "1", marked),
    )  # fmt: skip
    colours = tuple(
        Action(
            f"reader.colour.{colour.value}", _("高亮：{name}", name=colour_name(colour, names)),
            partial(selecting.colour, colour), (str(digit),), enabled=chosen,
        )
        for digit, colour in enumerate(COLOURS, start=1)
    )  # fmt: skip
    passing = (
        Action("reader.copy", _("复制并附出处"), partial(do, Wish.COPY), ("Ctrl+Shift+C",), "copy-quote",
               Menu.EDIT, "2", marked),
        Action("reader.link", _("复制链接"), partial(copy_reader_link, context, selecting),
               ("Ctrl+Shift+L",), "link", Menu.EDIT, "2"),
        Action("reader.search", _("检索所选"), partial(do, Wish.SEARCH), (), "search", Menu.SEARCH, "2", chosen),
    )  # fmt: skip
    recording = (
        Action("reader.draft", _("加入文稿"), partial(do, Wish.DRAFT), ("Ctrl+Shift+R",), "draft-add",
               Menu.DRAFTS, "1", marked),
        Action("reader.figure", _("记为数据…"), partial(do, Wish.FIGURE), (), "data", enabled=chosen),
        Action("reader.fact", _("记为平台事实…"), partial(do, Wish.FACT), (), "platforms", enabled=chosen),
        Action("reader.word", _("加入词典"), partial(do, Wish.WORD), (), "dictionary", enabled=chosen),
        *(
            Action(f"reader.trend.{one.key}", _("归入趋势：{name}", name=trend_name(one)),
                   partial(do, UnderTrend(one.key)), (), "trends", enabled=chosen)
            for one in context.library.knowledge.trends
        ),
    )  # fmt: skip
    mending = (
        Action("reader.correct", _("改正文字…"), partial(do, Wish.CORRECT), (), "pencil", enabled=chosen),
        Action("reader.title", _("用作标题"), partial(do, Wish.TITLE), (), "text", enabled=chosen),
        Action("reader.split", _("从这里拆分"), partial(do, Wish.SPLIT), (), "documents", enabled=chosen),
    )
    changing = writing(context.library, *marks, *colours, *recording, *mending)
    return (*changing, *passing, *_looking(context, parts))


def _looking(context: Context, parts: ReaderParts) -> tuple[Action, ...]:
    """Return what looks at the article and changes nothing of it."""
    finding, settings, versions = parts.finding, context.settings, parts.versions

    def zoom(step: int) -> None:
        sheet = parts.paper.sheet
        if isinstance(sheet, PageView):
            sheet.zoom(step)
        else:
            change_size(settings, step)

    return (
        Action("reader.find", _("查找…"), finding.open_bar, ("Ctrl+F",), "search", Menu.EDIT, "3"),
        Action("reader.next", _("下一处"), finding.forward, ("F3",), "", Menu.EDIT, "3"),
        Action("reader.previous", _("上一处"), finding.backward, ("Shift+F3",), "", Menu.EDIT, "3"),
        Action("reader.outline", _("目录"), parts.side.show_outline, ("Ctrl+T",), "outline", Menu.VIEW, "2"),
        Action("reader.notes", _("批注栏"), parts.side.show_notes, ("Ctrl+H",), "notes", Menu.VIEW, "2"),
        Action("reader.original", _("原文/校订文"), versions.switch_version, (), "compare", Menu.VIEW, "2"),
        Action("reader.both", _("对照阅读"), versions.switch_both, (), "compare", Menu.VIEW, "2"),
        Action("reader.pages", _("原页"), versions.switch_pages, ("F8",), "book", Menu.VIEW, "2", versions.has_pages),
        Action("reader.recognise", _("识别文字…"), versions.recognise, (), "", Menu.TOOLS, "1", versions.has_no_text),
        Action("reader.box", _("框选图表…"), versions.draw_box, ("Shift+F8",), "", Menu.NOTES, "1", versions.has_pages),
        Action("reader.page_numbers", _("印刷页码…"), parts.reading_page.number_pages, (), "", Menu.VIEW, "2",
               parts.reading_page.has_pages),
        Action("reader.larger", _("放大文字"), partial(zoom, 1), ("Ctrl+=", "Ctrl++"),
               "zoom-in", Menu.VIEW, "3"),
        Action("reader.smaller", _("缩小文字"), partial(zoom, -1), ("Ctrl+-",), "zoom-out",
               Menu.VIEW, "3"),
        Action("reader.ordinary", _("原始大小"), partial(zoom, 0), ("Ctrl+0",), "",
               Menu.VIEW, "3"),
        Action("export", _("导出…"), parts.export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        Action("reader.repairs", _("校订记录"), parts.side.show_repairs, (), "repair", Menu.TOOLS, "1"),
    )  # fmt: skip
