"""复制位置链接 in the reader: the address of what is selected, of the whole article where nothing is."""

from __future__ import annotations

from desktop.operations.linking import copy_article_links
from desktop.reader.selection.selecting import Selecting
from desktop.reader.selection.wishes import Wish
from desktop.services.context import Context


def copy_reader_link(context: Context, selecting: Selecting) -> None:
    """Copy the address of the place selected, else of the article at hand."""
    if selecting.has_selection():
        selecting.do(Wish.LINK)
    elif selecting.reading is not None:
        copy_article_links(context, [selecting.reading.summary])
