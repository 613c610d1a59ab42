"""What texts say: figures, names, trends, and where figures contradict each other.

``extraction`` reads one text with ``statistics``, ``platforms`` and ``trends/``; ``fingerprint`` tells readings apart.

- What stands around a sentence: ``document/``. Who is named in a text: ``names/``.
- One sentence: ``sentences/`` reads it, ``phrases/`` has its figures and clauses, ``metrics/`` what is measured,
  ``bearers/`` and ``subjects/`` whose it is, ``cues/`` the words of the tables; ``passage_figures`` reads unsure ones.
- Beside sentences: ``tables/`` for figures in tables, ``facts/`` for what is told of companies.
- Figures beside one another: ``comparing/``.
"""
