"""Widgets that know nothing of Yinde: they take plain values and a theme, and send signals.

Each is loaded when it is first asked for: the frame of the window, painted at once, is made of hardly any.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
    from desktop.widgets.card import Card, EmptyState, SectionTitle
    from desktop.widgets.chip import Chip, KeyCap
    from desktop.widgets.column import Column
    from desktop.widgets.column_model import ListModel
    from desktop.widgets.evidence import EvidenceMark
    from desktop.widgets.flow import FlowLayout
    from desktop.widgets.label import ElidedLabel, TextLabel
    from desktop.widgets.listing import Listing
    from desktop.widgets.notice_bar import NoticeBar
    from desktop.widgets.paged_model import PagedModel
    from desktop.widgets.paged_table import PagedTable
    from desktop.widgets.popover import Popover
    from desktop.widgets.progress import ProgressStrip
    from desktop.widgets.scroll import ScrollColumn
    from desktop.widgets.search_field import SearchField
    from desktop.widgets.split import SplitPane
    from desktop.widgets.table import ListTable
    from desktop.widgets.toast import ToastArea

__all__ = [
    "Card",
    "Chip",
    "Column",
    "ElidedLabel",
    "EmptyState",
    "EvidenceMark",
    "FlowLayout",
    "IconButton",
    "KeyCap",
    "LinkButton",
    "ListModel",
    "ListTable",
    "Listing",
    "NoticeBar",
    "PagedModel",
    "PagedTable",
    "Popover",
    "PrimaryButton",
    "ProgressStrip",
    "QuietButton",
    "ScrollColumn",
    "SearchField",
    "SectionTitle",
    "SplitPane",
    "TextLabel",
    "ToastArea",
]

_MODULES: Final = {
    "IconButton": "buttons",
    "LinkButton": "buttons",
    "PrimaryButton": "buttons",
    "QuietButton": "buttons",
    "Card": "card",
    "EmptyState": "card",
    "SectionTitle": "card",
    "Chip": "chip",
    "KeyCap": "chip",
    "Column": "column",
    "EvidenceMark": "evidence",
    "FlowLayout": "flow",
    "ElidedLabel": "label",
    "TextLabel": "label",
    "Listing": "listing",
    "NoticeBar": "notice_bar",
    "PagedModel": "paged_model",
    "PagedTable": "paged_table",
    "Popover": "popover",
    "ProgressStrip": "progress",
    "ScrollColumn": "scroll",
    "SearchField": "search_field",
    "SplitPane": "split",
    "ListModel": "column_model",
    "ListTable": "table",
    "ToastArea": "toast",
}


def __getattr__(name: str) -> object:
    """Return a widget by its name, from the module that makes it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
