"""What a check of the library found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.labels import finding_detail, finding_name
from desktop.widgets import PrimaryButton, TextLabel
from desktop.widgets.dialog import Dialog
from desktop.widgets.line_list import LineList


class CheckDialog(Dialog):
    """One sentence, and a line for everything that is not as it should be."""

    def __init__(self, report: Mapping[str, Any], parent: QWidget) -> None:
        super().__init__(_("检查文库"), parent, width=520)
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
        if findings:
            lines = [
                f"{finding_name(one['kind'])}  {finding_detail(one['detail']) or one['where']}"
                for one in findings
            ]
            self.body.addWidget(LineList(_("检查文库"), lines))
            hint = _("建议从“每日备份”或备份文件恢复，或重新导入受损的原件。")
            self.body.addWidget(TextLabel(hint, "second", wrap=True))
        if report.get("healed"):
            self.body.addWidget(TextLabel(_("已修复 {n} 处。", n=len(report["healed"])), "second", wrap=True))
        close = PrimaryButton(_("关闭"))
        close.clicked.connect(self.accept)
        self.add_button(close)
