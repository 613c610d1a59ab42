"""Drawings as pixels, for formats whose readers know no SVG."""

from __future__ import annotations

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


def _drawn(item: ReportItem) -> ReportItem:
    """Return a chart with its pixels, anything else as it is."""
    return replace(item, png=picture(item.svg)) if isinstance(item, ChartItem) and not item.png else item
