"""Texts into the library.

- Files: ``importing`` walks them, ``file_builder`` and ``build`` make their articles, ``shelving`` and ``storing`` put
  them in, ``updating`` and ``repeating`` set them against what is there; ``resuming`` and ``undoing_import`` after it.
- Read again: ``rereading`` (some sentences), ``refinding`` (one article or all), ``reading_anew`` (a file),
  ``records_anew`` (what texts say of themselves), ``recognising`` (scanned pages).
- By a person: ``repairing``, ``own_edits``, ``parting``, ``recording``, ``companies``, ``own_trends``, ``user_words``.
- From elsewhere: ``packs``, ``pack_files`` and ``pack_facts``; ``referencing``.
"""
