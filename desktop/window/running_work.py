"""Shows what the worker is doing in the strip at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from corpus.language import translate as _
from corpus.model.progress import Progress
from desktop.services.worker_link import WorkerLink
from desktop.widgets import ProgressStrip


def stage_names() -> dict[str, str]:
    """Return what the stages of long work are called."""
    return {
        "start": "",
        "import": _("读入文件"),
        "read": _("读入文件"),
        "recognise": _("识别文字"),
        "split": _("分篇"),
        "repair": _("校订"),
        "extract": _("提取数据"),
        "store": _("存入文库"),
        "refind": _("重新查找"),
        "records": _("重新读取著录"),
        "index": _("更新索引"),
        "words": _("更新索引：词"),
        "characters": _("更新索引：字"),
        "check": _("检查"),
        "backup": _("写入备份"),
        "export": _("写出文件"),
        "merge": _("合并"),
    }


class RunningWork(QObject):
    """Joins the worker link and the progress strip."""

    def __init__(self, worker: WorkerLink, strip: ProgressStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._worker = worker
        self._stages = stage_names()
        worker.progressed.connect(self._show)
        worker.unseen.connect(strip.finish)
        strip.cancelled.connect(worker.cancel)

    @Slot(str, object)
    def _show(self, title: str, progress: Progress) -> None:
        stage = self._stages.get(progress.stage, "")
        shown = f"{title} · {stage}" if stage and stage != title else title
        stopping = self._worker.stopping
        self._strip.report(shown, progress.done, progress.total, progress.item, stopping=stopping)
