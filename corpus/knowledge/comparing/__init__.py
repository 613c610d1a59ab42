"""Figures beside each other: contradictions, agreement, sums, and where each came from.

- Whether two figures speak of one thing: ``grounds``, ``comparison``, with ``comparable``, ``counted_in``, ``bases``,
  ``owners``, ``one_form``, ``losses`` and, for figures without a year, ``undated``.
- Contradictions and agreement: ``conflicts``, and the sums that show them: ``sums``, ``additions``, ``parts_said_all``,
  ``wholes``, ``years_in_parts``, ``named_together``, ``quotients``.
- Who said it first: ``origin``.
"""
