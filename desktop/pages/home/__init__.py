"""The first page."""

from __future__ import annotations

from desktop.pages.home.page import HomePage

__all__ = ["HomePage"]
