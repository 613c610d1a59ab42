"""检索: every place a word, a sentence or a number stands."""

from __future__ import annotations

from desktop.pages.search.page import SearchPage

__all__ = ["SearchPage"]
