"""Widgets that know nothing of Yinde: they take plain values and a theme, and send signals."""

from __future__ import annotations

from desktop.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from desktop.widgets.card import Card, EmptyState, SectionTitle
from desktop.widgets.chip import Chip, KeyCap
from desktop.widgets.column import Column
from desktop.widgets.evidence import EvidenceMark
from desktop.widgets.flow import FlowLayout
from desktop.widgets.label import ElidedLabel, TextLabel
from desktop.widgets.listing import Listing
from desktop.widgets.paged_model import PagedModel
from desktop.widgets.paged_table import PagedTable
from desktop.widgets.popover import Popover
from desktop.widgets.progress import ProgressStrip
from desktop.widgets.scroll import ScrollColumn
from desktop.widgets.search_field import SearchField
from desktop.widgets.split import SplitPane
from desktop.widgets.table import ListModel, ListTable
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
