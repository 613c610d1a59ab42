"""Writers of reports: a table from format to function; each writes one file, whole or not at all.

``table`` lists them; ``files`` is how each writes.

- ``markdown``, ``obsidian``, ``html``, ``sheets``.
- ``office`` through ``pandoc``, with what that leaves undone: ``docx_parts``, ``docx_lines``, ``odt_parts``,
  ``epub_parts``; their look: ``reference_styles``, or ``own_reference`` with ``docx_outside``. ``packages`` changes
  parts of such files.
- ``pdf`` through ``typesetting``, with ``fonts``. For all: ``pictures``, ``small_tables``.
"""

from corpus.report.writers.table import WRITERS, write

__all__ = ["WRITERS", "write"]
