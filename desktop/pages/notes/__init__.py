"""批注: all marks and notes of the library, and the inbox of those that lost their place.

- ``page`` arranges ``head``, ``filter_bar`` (``filtering``, ``colour_filter``, ``long_choice``), ``note_list``
  (``grouping``, ``tag_head``) and ``side``.
- The note in hand: ``writing``, ``links``, ``finder``, ``relocate``. Several: ``several``.
- What is done: ``note_actions``, ``note_menu``.
"""

from __future__ import annotations

from desktop.pages.notes.page import NotesPage

__all__ = ["NotesPage"]
