"""文献: the articles of the library, its collections, tags and trash."""

from __future__ import annotations

from desktop.pages.documents.page import DocumentsPage

__all__ = ["DocumentsPage"]
