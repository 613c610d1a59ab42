"""References that come in: printed lines and files of other programs, as CSL-JSON items.

- ``line`` tries the readers of one printed line: ``gbt7714_line`` (with ``gbt7714_settled``), ``author_year_line``,
  ``english_styles``, ``chinese_note_line``, ``parts_line``, ``unmarked_line``.
- What they read with: ``printed`` and ``damage`` (the line), ``people`` and ``pinyin_names``, ``imprint`` and
  ``journal_tail``.
- ``files`` tells files by their content: ``bibtex``, ``tagged``, ``medline``, ``zotero_rdf``, ``csl_json``;
  ``attachments`` are the files they name.
"""
