"""Saving what is shown: the file is asked for, written beside the window, and named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from desktop.export.export_choices import file_name
from desktop.services.context import Context
from desktop.widgets.fields.file_dialog import Errand, FileDialog


def save_as(
    parent: QWidget,
    context: Context,
    title: str,
    formats: Mapping[str, str],
    write: Callable[[Path], object],
) -> None:
    """Ask where a file called ``title`` shall go, in one of ``formats`` (suffix and name), and have it written.

    ``write`` is called beside the window; what goes wrong is told.
    """
    dialog = FileDialog(parent, _("保存到"), Errand.EXPORT, context.settings)
    first = next(iter(formats))
    filters = [f"{name} (*.{suffix})" for suffix, name in formats.items()]
    dialog.fileSelected.connect(partial(_save, parent, context, tuple(formats), write))
    dialog.ask_target(file_name(title, first), filters, first)


def _save(
    parent: QWidget, context: Context, suffixes: tuple[str, ...], write: Callable[[Path], object], chosen: str
) -> None:
    path = Path(chosen)
    if path.suffix.casefold().lstrip(".") not in suffixes:
        path = path.with_name(f"{path.name}.{suffixes[0]}")
    told = partial(_tell, context, path)
    context.tasks.run(parent, partial(write, path), told, context.notices.trouble, lane="save")


def _tell(context: Context, path: Path, _done: object) -> None:
    context.notices.tell(_("已保存到 {path}", path=str(path)))
