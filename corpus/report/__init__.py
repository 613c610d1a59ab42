"""What people hand on: reports, citations, bibliographies, and the files they are written to.

- ``model`` is a report as values; ``labels`` its words, ``figure_words`` those of figures, ``standing`` of quotations.
- In its text: ``in_text`` (references), ``marking`` and ``marked_sections`` (a reader's marks), ``rich_text``,
  ``captions``, ``typography``.
- Tables and charts: ``tables``, ``wide_tables``, ``column_widths``, ``scales``, ``matrix``, ``matrix_files``,
  ``charts/``, ``palette``.
- References: ``citations/``, ``bibliography``; kept through an editing elsewhere: ``round_trip/``.
- Ways out: ``writers/``, ``html/``, ``clipboard``, ``annotated_pdf``; for others' eyes ``handout`` and
  ``defused_pdf``.
"""
