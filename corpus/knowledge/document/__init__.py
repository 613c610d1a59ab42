"""The document a sentence stands in: derived from its head and headings, and handed on to its figures.

- ``derive`` reads the context of a document, with ``title_names``, ``places`` and ``chapters``.
- What sentences take from it: ``frames`` (time and tense), ``inherit`` (time, place, subject, kind),
  ``carried_period`` and ``zero_anaphora`` (from the sentences before), ``shared_time`` and ``span_ends`` (what cannot
  all be of one time).
- ``repeated_stretch`` leaves out what a text says over and over.
"""
