"""文稿: what was gathered, put into order and handed on.

- ``page`` arranges ``side`` (drafts, ``outline``), ``paper_area`` and ``material``; ``gathering`` reads what they show.
- The paper: ``paper``, with each ``block`` on a ``sheet`` (``written_block``, ``evidence_block`` with ``telling``,
  ``compared_table``), ``growing_text``, ``read_words``, ``landing``; ``paper_actions`` and ``block_menu``.
- The draft at hand: ``editing``, ``items``, ``choices``, ``settings_dialog``, ``cite_dialog``.
- Its way out: ``previewing``, ``draft_export``.
"""

from __future__ import annotations

from desktop.pages.drafts.page import DraftsPage

__all__ = ["DraftsPage"]
