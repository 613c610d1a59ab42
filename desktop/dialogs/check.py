"""What a check of the library found, what was put right at once, and what can be done about the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.labels import finding_name, finding_place
from corpus.library.upkeep.checking import DAMAGE
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.line_list import LineList


class CheckDialog(Dialog):
    """One sentence, a line for everything that is not as it should be, and the ways on.

    ``distrusted``: the ways back are to be shown; ``merging``: a second copy of the library is to be merged.
    """

    distrusted = Signal()
    merging = Signal()

    def __init__(self, report: Mapping[str, Any], parent: QWidget) -> None:
        super().__init__(_("检查文库"), parent, width=560)
        findings = report["findings"]
        looked = _(
            "看过 {articles} 篇文章、{notes} 条批注、{originals} 个原件；索引里有 {indexed} 篇。",
            articles=report["articles"],
            notes=report["notes"],
            originals=report["originals"],
            indexed=report["indexed"],
        )
        self.body.addWidget(TextLabel(looked, "second", wrap=True))
        verdict = TextLabel(
            _("一切完好。") if not findings else _("有 {n} 处不对：", n=len(findings)), "strong"
        )
        verdict.setProperty("tone", "cinnabar" if findings else "celadon")
        self.body.addWidget(verdict)
        kinds = {one["kind"] for one in findings}
        if findings:
            lines = [f"{finding_name(one['kind'])}  {finding_place(one)}" for one in findings]
            self.body.addWidget(LineList(_("检查文库"), lines))
            for hint in _hints(kinds):
                self.body.addWidget(TextLabel(hint, "second", wrap=True))
        if report.get("healed"):
            self.body.addWidget(TextLabel(_healed(report["healed"]), "second", wrap=True))
        self._offer_ways(kinds)

    def _offer_ways(self, kinds: set[str]) -> None:
        for wanted, text, slot in (
            (bool(kinds & DAMAGE), _("怎么办…"), self._on_distrusted),
            ("twin" in kinds, _("合并…"), self._on_merging),
        ):
            if wanted:
                button = QuietButton(text)
                button.clicked.connect(slot)
                self.add_button(button)
        self.add_closing()

    @Slot()
    def _on_distrusted(self) -> None:
        self.accept()
        self.distrusted.emit()

    @Slot()
    def _on_merging(self) -> None:
        self.accept()
        self.merging.emit()


def _hints(kinds: set[str]) -> Iterator[str]:
    """Yield what can be done about findings of these kinds."""
    if kinds & DAMAGE:
        yield _("文库有损坏，先不再写入：可以恢复每日备份或备份文件，或把完好的部分救到新文库。")
    if "disk" in kinds:
        yield _(
            "磁盘有的地方读不出来，内容未必坏了：请检查磁盘或连接，再检查一次；还是读不出，就把文库救到别的磁盘上。"
        )
    if "original" in kinds:
        yield _("原件不见了或变了，文字和批注都在：重新导入同一份文件就补上了。")
    if "note" in kinds:
        yield _("批注的位置和原文对不上：可以从“每日备份”取回，或在批注页重新定位。")
    if "fact" in kinds:
        yield _("数据的位置和原文对不上：可以用“重新查找数据”修好。")
    if "index" in kinds:
        yield _("索引没有修好，检索仍然完整：可以用“重建索引”再试。")
    if "leftover" in kinds:
        yield _("未写完的文件没有删掉：可以自己删除，文库不需要它们。")
    if "twin" in kinds:
        yield _("另一份数据库多半是同步软件留下的冲突副本：其中的批注可能这里没有，可以合并进来。")


def _healed(healed: list[Mapping[str, str]]) -> str:
    kinds = Counter(finding_name(one["kind"]) for one in healed)
    told = _("、").join(f"{name} {number}" if number > 1 else name for name, number in kinds.items())
    return _("已修复 {n} 处：{told}。", n=len(healed), told=told)
