"""The words of a clause: names of places, people and measures, and what stands around a figure.

- Figures: ``figures`` finds them, ``sentence_view`` sees a sentence by them; ``measure_words``, ``numbers_in_words``,
  ``spoken_sums`` and ``quoted_numbers`` say what counts as one, ``compared_figures`` and ``describing`` which of them
  say nothing of themselves.
- Clauses: ``clauses`` has the words around a figure, ``clause_cores`` what a long one ends in, ``spoken_clauses`` those
  of speech; ``empty_clauses`` name no measure. ``repeated_sentences`` and ``note_marks`` see to it that each is read
  once and whole.
- Measures: ``metrics`` gives each one name, ``works`` parts it from the body it begins with; ``projects`` has those
  of a project somebody won.
- Times: ``sentence_times`` has those of a sentence; ``times_aside``, ``clock_times``, ``founding_dates``.
- Places: ``regions``, ``place_names``, ``place_ends``. People: ``people`` (many together), ``persons`` (who holds or
  pays). Names: ``own_names``, ``company_words``.
"""
