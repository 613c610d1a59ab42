"""Front pages, a module for each kind of text.

``corpus.records.head`` tries them in their order; each reads a page, or tells that it is of another kind.

- Books and reports: ``books``, ``yearbooks``, ``theses``, ``title_pages``, ``project_reports``, ``broker_reports``,
  ``filings``, ``standards``, ``patents``; ``report_forms`` is what they share.
- Periodicals and papers: ``journals`` (``journal_heads``), ``running_heads``, ``mastheads``, ``sheets``,
  ``sheet_heads``, ``press`` (``press_titles``, ``accounts``).
- Offices and courts: ``laws``, ``judgments``, ``speeches``. From people: ``letters``, ``forum``.
- Any other: ``taken_from`` names its source itself, ``blocks`` is read by the shape of its lines; ``script`` reads
  traditional pages.
"""
