"""What came of work on a library as a whole, told in the window that opens on it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus.language import translate as _
from desktop.services.notices import Notices
from desktop.wording.shortening import shortened

if TYPE_CHECKING:
    from desktop.dialogs.library_work import WorkOutcome

_LONGEST: Final = 300


def tell_outcome(notices: Notices, outcome: WorkOutcome) -> None:
    """Tell what was restored or rescued, what did not come along, or what went wrong."""
    if outcome.error is not None:
        notices.trouble(outcome.error)
    elif outcome.report is not None and outcome.task == "rescue":
        _tell_rescued(notices, outcome.report)
    elif outcome.report is not None:
        _tell_restored(notices, outcome.report)


def _tell_restored(notices: Notices, report: Mapping[str, Any]) -> None:
    kept = Path(report["kept"]).name
    told = _("文库已从备份恢复。")
    if kept:
        told = _("文库已从备份恢复；原来的改名为“{name}”，留在旁边。", name=kept)
    notices.tell(told, tone="good")
    missing = [Path(one).name for one in report["missing_paths"]]
    if missing:
        names = shortened(_("、").join(missing), _LONGEST)
        notices.trouble(
            _(
                "缺 {n} 个原件（{names}）：文字和批注都在，重新导入这些文件就补上了。",
                n=len(missing),
                names=names,
            )
        )


def _tell_rescued(notices: Notices, report: Mapping[str, Any]) -> None:
    told = _("已救出 {n} 条批注、{m} 份文稿。", n=report["notes"], m=report["drafts"])
    lost = sum(report["lost"].values())
    if lost:
        told = _(
            "已救出 {n} 条批注、{m} 份文稿；另有 {k} 条记录读不出来，没有救出。",
            n=report["notes"], m=report["drafts"], k=lost,
        )  # fmt: skip
    notices.tell(told, tone="good")
    if report["lost_originals"]:
        number = len(report["lost_originals"])
        notices.trouble(_("{n} 个原件已损坏，没有救出：重新导入那些文件就补上了。", n=number))
