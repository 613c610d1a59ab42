"""PDF files: characters with their boxes, lines in reading order, paragraphs, pages, headings.

- ``pdf`` reads a file: ``characters`` of a page, the ``lines`` they stand on, in reading order by ``columns``,
  put together by ``paragraphs`` and ``building``; ``recognition`` stands in for pages that are pictures.
- Cells of tables: ``tagged_tables`` where the file names them, ``ruled_tables`` where rules part them,
  ``aligned_cells`` where room alone does.
- What is on a page beside characters, or that nothing is: ``drawn``.
- What is told apart from the text: ``furniture``, ``running_numbers``, ``notes``, ``headings``, ``set_apart``.
- Pages as they look: ``sheets``, and ``placing`` of the characters of a text on them.
"""
