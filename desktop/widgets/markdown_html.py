"""Markdown of notes as HTML that can do no harm, and a browser that fetches nothing."""

from __future__ import annotations

from html import escape
from typing import Final

import nh3
from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from corpus.language import translate as _
from corpus.model.link import SCHEME
from corpus.report.markdown_rules import html_of
from corpus.report.rich_text import is_too_deep

_LONGEST: Final = 10_000
"""Characters that are shown: the window stands still while it lays them out."""
_MOST_SIGNS: Final = 1000
_SIGNS: Final = "|*_~`\\&\n"


def preview_html(text: str) -> str:
    """Return the HTML of a note as it is typed: the beginning of a very long one, one of signs alone as its lines."""
    shown = text[:_LONGEST]
    if is_too_deep(shown) or sum(map(shown.count, _SIGNS)) > _MOST_SIGNS:
        html = f"<p>{'<br>'.join(escape(line) for line in shown.splitlines() if line.strip())}</p>"
    else:
        html = note_html(shown)
    return html if len(text) <= _LONGEST else f"{html}<p>{_('（预览到这里为止，全文在编辑框里。）')}</p>"


def note_html(text: str) -> str:
    """Return the HTML of Markdown of a bounded length; scripts, styles and remote images are taken out."""
    return nh3.clean(
        html_of(text), tags=nh3.ALLOWED_TAGS - {"img"}, url_schemes=nh3.ALLOWED_URL_SCHEMES | {SCHEME}
    )


class SafeBrowser(QTextBrowser):
    """Shows HTML and loads nothing that is not in it already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return pictures that came with the page (data URIs), nothing for every other address."""
        address = name if isinstance(name, QUrl) else QUrl(name)
        return super().loadResource(kind, address) if address.scheme() == "data" else QByteArray()
