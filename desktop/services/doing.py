"""Doing something that can be taken back: it is told, with 撤销 beside it, and Ctrl+Z knows it too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.model.errors import YindeError
from desktop.services.context import Context
from desktop.services.undo import Step


def done(
    context: Context,
    text: str,
    undo: Callable[[], object],
    redo: Callable[[], object],
    *,
    told: str = "",
) -> None:
    """Remember what has just been done as ``text``, and tell it as ``told`` where given.

    ``undo`` and ``redo`` are plain functions that outlive the page.
    """
    step = context.undo.push(text, undo, redo)
    if told:
        context.notices.tell(told, _("撤销"), partial(_take_back, context, step))


def attempt(context: Context, work: Callable[[], object]) -> bool:
    """Do small work on the library; what goes wrong is told. Return whether it went well."""
    try:
        work()
    except YindeError as error:
        context.notices.trouble(error)
        return False
    return True


def trigger(widget: QWidget, key: str) -> bool:
    """Do an action of the window (``import``, ``export`` …); tell whether the window has it."""
    action = widget.window().findChild(QAction, key)
    if not isinstance(action, QAction):
        return False
    action.trigger()
    return True


def _take_back(context: Context, step: Step) -> None:
    attempt(context, partial(context.undo.take_back, step))
