"""The numbers of a text that state something: of what, of when, in which unit, and how they moved.

- ``stated_numbers`` is the door: ``amounts`` reads what a numeral is worth (``measuring``: in which unit, on which
  average), ``told_with`` what is told with it; ``number`` is what comes of it.
- What is told with a number: ``topics`` (of what, with ``halves``, ``inclusions`` and ``empty_words``), ``dating``,
  ``growth_spans`` (when), ``movements`` (how it moved); ``respective_lists`` and ``anaphora`` say which of several,
  ``clauses`` how far.
- Two numbers: ``counting`` says whether they count alike, ``rivals`` whether one is what the other is compared with.
"""
