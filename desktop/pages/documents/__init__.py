"""文献: the articles of the library, its collections, tags and trash.

- ``page`` arranges ``library_tree`` (``places``), ``article_list`` (``columns``, ``article_facets``, ``wording``) and
  ``details``.
- The article chosen: ``details_sheet``, ``chosen_details``, ``context_form``, ``record_form`` with ``record_fields``,
  ``record_row``, ``record_values``.
- What is done: ``article_actions``, ``collection_actions``, ``mends``, ``menus``.
"""

from __future__ import annotations

from desktop.pages.documents.page import DocumentsPage

__all__ = ["DocumentsPage"]
