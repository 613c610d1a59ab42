"""批注: all marks and notes of the library, and the inbox of those that lost their place."""

from __future__ import annotations

from desktop.pages.notes.page import NotesPage

__all__ = ["NotesPage"]
