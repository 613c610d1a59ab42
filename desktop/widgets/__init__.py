"""Widgets that know nothing of Yinde: they take plain values and a theme, and send signals.

Each is loaded when it is first asked for: the frame of the window, painted at once, is made of hardly any.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
    from desktop.widgets.chip import Chip, KeyCap
    from desktop.widgets.evidence import EvidenceMark
    from desktop.widgets.fields.search_field import SearchField
    from desktop.widgets.frames.card import Card, EmptyState, SectionTitle
    from desktop.widgets.frames.flow import FlowLayout
    from desktop.widgets.frames.notice_bar import NoticeBar
    from desktop.widgets.frames.progress import ProgressStrip
    from desktop.widgets.frames.scroll import ScrollColumn
    from desktop.widgets.frames.split import SplitPane
    from desktop.widgets.frames.toast import ToastArea
    from desktop.widgets.label import ElidedLabel, TextLabel
    from desktop.widgets.popover import Popover
    from desktop.widgets.tables.column import Column
    from desktop.widgets.tables.column_model import ListModel
    from desktop.widgets.tables.listing import Listing
    from desktop.widgets.tables.paged_model import PagedModel
    from desktop.widgets.tables.paged_table import PagedTable
    from desktop.widgets.tables.table import ListTable

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
    "Card": "frames.card",
    "EmptyState": "frames.card",
    "SectionTitle": "frames.card",
    "Chip": "chip",
    "KeyCap": "chip",
    "Column": "tables.column",
    "EvidenceMark": "evidence",
    "FlowLayout": "frames.flow",
    "ElidedLabel": "label",
    "TextLabel": "label",
    "Listing": "tables.listing",
    "NoticeBar": "frames.notice_bar",
    "PagedModel": "tables.paged_model",
    "PagedTable": "tables.paged_table",
    "Popover": "popover",
    "ProgressStrip": "frames.progress",
    "ScrollColumn": "frames.scroll",
    "SearchField": "fields.search_field",
    "SplitPane": "frames.split",
    "ListModel": "tables.column_model",
    "ListTable": "tables.table",
    "ToastArea": "frames.toast",
}


def __getattr__(name: str) -> object:
    """Return a widget by its name, from the module that makes it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
