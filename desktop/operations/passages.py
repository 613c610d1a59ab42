"""Passing a passage on: to the clipboard with its citation, as a link, into a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from corpus.language import translate as _
from corpus.library.reports.copying import Clipboard, copy_with_citation, copy_with_mark, link_to
from corpus.model.span import Span
from desktop.services.context import Context
from desktop.services.targets import SearchTarget


def copy_passage(context: Context, article: str, span: Span) -> None:
    """Put a passage with its full citation on the clipboard, plain and rich."""
    put_on_clipboard(context, copy_with_citation(context.library, article, span), _("已复制引文和出处"))


def copy_passage_with_mark(context: Context, article: str, span: Span) -> None:
    """Put a passage with author, year and page on the clipboard, plain and rich."""
    put_on_clipboard(context, copy_with_mark(context.library, article, span), _("已复制引文和出处"))


def put_on_clipboard(context: Context, copied: Clipboard, told: str) -> None:
    """Put what was copied on the clipboard and say so; of a pack's article, what had better be cited."""
    data = QMimeData()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)
    context.notices.tell(with_first_hand(told, copied.first_hand))


def with_first_hand(told: str, sources: Sequence[str]) -> str:
    """Return what is told of a copy, with the source that had better be cited where there are any."""
    advice = _("。这是资料包的概述，宜引一手资料：{source}", source=sources[0]) if sources else ""
    return told + advice


def copy_link(context: Context, article: str, span: Span) -> None:
    """Put a link to a place on the clipboard."""
    QGuiApplication.clipboard().setText(link_to(context.library, article, span))
    context.notices.tell(_("已复制位置链接"))


def search_text(context: Context, text: str) -> None:
    """Search the whole library for ``text`` as it stands."""
    context.navigator.go(SearchTarget(f'"{text}"'))
