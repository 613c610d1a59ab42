"""The dialogs about something: each that no menu opens without more, made with something to show."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QDialog

from corpus.language import translate as _
from corpus.library.intake.vocabulary.own_trends import TrendWishes
from corpus.library.notes.drafts import drafts
from corpus.library.reading.page_numbers import PageNumbering
from corpus.library.reports.leaving import Missing
from corpus.model.annotation import Colour
from corpus.model.collection import Collection
from corpus.model.numbering import PageStretch
from desktop.dialogs.check import CheckDialog
from desktop.dialogs.colour_names import ColourNamesDialog
from desktop.dialogs.library_work import LibraryWorkDialog
from desktop.dialogs.many_figures import ManyFiguresDialog
from desktop.dialogs.merging import MergedDialog, MergeDialog
from desktop.dialogs.pack_making import PackMakingDialog
from desktop.dialogs.page_numbers import PageNumbersDialog
from desktop.dialogs.pasting import PasteDialog
from desktop.dialogs.reading_anew import ReadingAnewDialog
from desktop.dialogs.records_anew import RecordsAnewDialog
from desktop.dialogs.renewing import RenewedDialog
from desktop.dialogs.restoring import RestoreDialog
from desktop.dialogs.text_prompt import TextPrompt
from desktop.export.missing_dialog import MissingDialog
from desktop.pages.drafts.cite_dialog import CiteDialog
from desktop.pages.drafts.settings_dialog import DraftSettingsDialog
from desktop.pages.notes.finder import FinderDialog, articles_found
from desktop.pages.trends.own import TrendDialog
from desktop.services.context import Context
from desktop.services.worker_link import WorkerLink
from desktop.window.main_window import MainWindow

_LONG = "网络零售与县域电商的二〇一八年：一份写给课堂与案头的长题名，长到一行放不下"

CHECKED: dict[str, Any] = {
    "articles": 12, "notes": 30, "originals": 9, "indexed": 11,
    "healed": [{"kind": "index", "where": "index", "detail": "words"}],
    "findings": [
        {"kind": "original", "detail": f"《{_LONG}》的原件不在了", "where": "originals/甲.pdf"},
        {"kind": "row", "detail": "", "where": _LONG},
    ],
}  # fmt: skip

MERGED: dict[str, Any] = {
    "parts": {"notes": {"added": 3, "changed": 1, "removed": 0, "left_out": 2}},
    "apart": [{"kind": "article", "title": _LONG}, {"kind": "deleted", "title": "两边都动过的一条"}],
    "missing": ["甲.pdf"], "copy": "/文/库/backups/合并前.db", "put_away": "",
}  # fmt: skip

READ_ANEW: list[dict[str, Any]] = [
    {
        "article": "a1", "title": _LONG, "now": {},
        "fields": {"author": ["河湾日报", "何小满"], "type": ["document", "webpage"], "publisher": ["", _LONG]},
    },
    {"article": "a2", "title": "船厂见闻", "fields": {"issued": ["2024", ""]}, "now": {}},
]  # fmt: skip

NUMBERED = PageNumbering(
    "s1",
    (1, 60),
    (PageStretch(1, "i"), PageStretch(9, "1"), PageStretch(30, "45", 2)),
    (PageStretch(9, "1"),),
)


def about_something(context: Context, window: MainWindow, article: str) -> dict[str, Callable[[], QDialog]]:
    """Return what makes each of these dialogs, by a name for what is told of it."""
    copied = QMimeData()
    copied.setText(f"{_LONG}\n2018 年，全国网络零售额达 9.01 万亿元。")
    copied.setHtml(f"<h1>{_LONG}</h1><p>2018 年，全国网络零售额达 9.01 万亿元。</p>")
    draft = drafts(context.library)[0]
    counts = dict.fromkeys(Colour, 4)
    idle = WorkerLink([sys.executable, "-c", ""])
    return {
        "check": partial(CheckDialog, CHECKED, window),
        "check sound": partial(CheckDialog, {**CHECKED, "findings": []}, window),
        "colour names": partial(ColourNamesDialog, context, counts, window),
        "library work": partial(LibraryWorkDialog, "恢复文库", context.library.root, idle),
        "records anew": partial(RecordsAnewDialog, READ_ANEW, window),
        "many figures": partial(ManyFiguresDialog, 12, window),
        "merge": partial(MergeDialog, context, window),
        "merged": partial(MergedDialog, context, "乙", MERGED, window),
        "pack making": partial(PackMakingDialog, context, Collection("c1", "课题"), window),
        "page numbers": partial(PageNumbersDialog, context, article, NUMBERED, 30, window),
        "pasting": partial(PasteDialog, copied, window),
        "reading anew": partial(ReadingAnewDialog, _LONG, window, encoded=True),
        "renewed": partial(RenewedDialog, "论文.docx", [f"第 3 处：没有找到《{_LONG}》"] * 3, window),
        "restoring": partial(RestoreDialog, f"/文/{_LONG}.zip", window),
        "prompt": partial(TextPrompt, _("改标签名"), _LONG, window, text="课程"),
        "prompt of lines": partial(TextPrompt, _("引用文献"), _LONG, window, lines=6),
        "missing": partial(
            MissingDialog, context, [Missing(article, _LONG, ("author", "publisher", "issued"))], window
        ),
        "cite": partial(CiteDialog, context, window),
        "draft settings": partial(DraftSettingsDialog, draft.settings, "", window),
        "finder": partial(FinderDialog, context, _("移到另一篇文章"), _LONG, articles_found, window),
        "trend": partial(
            TrendDialog, TrendWishes("下沉市场", _LONG, ("县域", "下沉"), ("县城的店多了。",)), window
        ),
    }
