"""What is told after an export: how much was written, what the references lack, and the way to the file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from corpus.language import translate
from corpus.language.fields import field_name
from corpus.language.phrases import listed
from desktop.operations.bookkeeping import tick
from desktop.services.context import Context


def tell_exported(context: Context, path: Path, result: Mapping[str, Any]) -> None:
    """Tell that ``path`` was written; ``result`` is what the worker's export returned."""
    if context.library.writable:
        context.operations.run(context.operations, tick("export"))
    missing = result.get("missing_fields") or ()
    told = translate("已导出 {n} 条到“{name}”", n=result.get("items", 0), name=path.name)
    if missing:
        told += translate("；参考文献缺少：{fields}", fields=listed(field_name(one) for one in missing))
    context.notices.tell(told, translate("打开所在文件夹"), partial(open_folder, path), "good")


def open_folder(path: Path) -> None:
    """Show the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
