"""What a check of the library found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QListWidget, QWidget

from corpus.language import translate as _
from desktop.widgets import PrimaryButton, TextLabel
from desktop.widgets.dialog import Dialog


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
            listed = QListWidget()
            names = {"database": _("数据库"), "original": _("原件"), "note": _("批注"), "fact": _("数据")}
            for one in findings:
                detail = one["detail"] or one["where"]
                listed.addItem(f"{names.get(one['kind'], one['kind'])}  {detail}")
            self.body.addWidget(listed)
            hint = _("建议从最近的备份恢复，或重新导入受损的原件。")
            self.body.addWidget(TextLabel(hint, "second", wrap=True))
        close = PrimaryButton(_("关闭"))
        close.clicked.connect(self.accept)
        self.add_button(close)
