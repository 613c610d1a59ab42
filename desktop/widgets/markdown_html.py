"""Markdown of notes as HTML that can do no harm, and a browser that fetches nothing."""

from __future__ import annotations

import markdown
import nh3
from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from corpus.model.link import SCHEME


def note_html(text: str) -> str:
    """Return the HTML of a Markdown note; scripts, styles and remote images are taken out."""
    made = markdown.markdown(text, extensions=["tables", "sane_lists", "nl2br"])
    return nh3.clean(made, tags=nh3.ALLOWED_TAGS - {"img"}, url_schemes=nh3.ALLOWED_URL_SCHEMES | {SCHEME})


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
