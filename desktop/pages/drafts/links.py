"""Addresses in a preview: they lead to the place they name."""

from __future__ import annotations

from PySide6.QtCore import QUrl, QUrlQuery

from corpus.library.reports.reporting import place_of
from desktop.services.context import Context


def open_address(context: Context, address: str) -> None:
    """Open the place a ``yinde://article/ID?start=…&end=…`` address names; it counts in the original."""
    url = QUrl(address)
    query = QUrlQuery(url)
    start, end = (query.queryItemValue(key) for key in ("start", "end"))
    article = url.path().strip("/")
    if article and start.isdigit() and end.isdigit():
        context.navigator.open_place(place_of(context.library, article, int(start), int(end)))
