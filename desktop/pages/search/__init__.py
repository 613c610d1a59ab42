"""检索: every place a word, a sentence or a number stands.

- ``page`` composes: the ``bar`` above with its ``switches`` and the ``explanation`` of what is asked, ``facets`` at the
  left, ``results`` in the middle, the ``preview`` beside them (``previewing`` fills it).
- Asking: ``query_runner``; ``history`` keeps what was asked, ``beginnings`` and ``way_on`` offer what to ask.
- Views of the answer: ``hit_list``, ``concordance``, ``collocates``, ``distribution``.
- ``hit_actions``: what is done with what was found.
"""

from __future__ import annotations

from desktop.pages.search.page import SearchPage

__all__ = ["SearchPage"]
