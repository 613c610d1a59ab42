"""文稿: what was gathered, put into order and handed on."""

from __future__ import annotations

from desktop.pages.drafts.page import DraftsPage

__all__ = ["DraftsPage"]
