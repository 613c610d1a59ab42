"""趋势: the directions of development, each with everything the library says of it."""

from __future__ import annotations

from desktop.pages.trends.page import TrendsPage

__all__ = ["TrendsPage"]
