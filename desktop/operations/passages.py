"""Passing a passage on: to the clipboard with its citation, as a link, into a search."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from corpus.language import translate as _
from corpus.library.reports.copying import copy_with_citation, link_to
from corpus.model.span import Span
from desktop.services.context import Context
from desktop.services.targets import SearchTarget


def copy_passage(context: Context, article: str, span: Span) -> None:
    """Put a passage with its citation on the clipboard, plain and rich."""
    copied = copy_with_citation(context.library, article, span)
    data = QMimeData()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)
    context.notices.tell(_("已复制引文和出处"))


def copy_link(context: Context, article: str, span: Span) -> None:
    """Put a link to a place on the clipboard."""
    QGuiApplication.clipboard().setText(link_to(context.library, article, span))
    context.notices.tell(_("已复制位置链接"))


def search_text(context: Context, text: str) -> None:
    """Search the whole library for ``text`` as it stands."""
    context.navigator.go(SearchTarget(f'"{text}"'))
