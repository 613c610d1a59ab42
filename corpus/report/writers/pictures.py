"""Drawings as pixels, for formats whose readers know no SVG, and as addresses that hold them."""

from __future__ import annotations

import base64
from dataclasses import replace

from corpus.report.model import ChartItem, Report, ReportItem
from corpus.report.writers.typesetting import picture


def with_pictures(report: Report) -> Report:
    """Return the report with its charts drawn as PNG."""
    if not any(isinstance(item, ChartItem) for item in report.items()):
        return report
    sections = tuple(
        replace(section, items=tuple(_drawn(item) for item in section.items)) for section in report.sections
    )
    return replace(report, sections=sections)


def drawn_address(item: ChartItem) -> str:
    """Return the address that holds a drawing itself: a picture as it is, anything else as SVG."""
    kind, data = (item.kind, item.png) if item.png else ("svg+xml", item.svg.encode())
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _drawn(item: ReportItem) -> ReportItem:
    """Return a chart with its pixels, anything else as it is."""
    return replace(item, png=picture(item.svg)) if isinstance(item, ChartItem) and not item.png else item
