"""Facts of companies: one module for each sort, over sentences whose names and numbers are single signs.

- A sort each: ``acquiring``, ``disputes``, ``earnings``, ``founding``, ``funding``, ``listing``, ``products``; for the
  platforms of packs ``stories``.
- What they share: ``masked_sentence`` and the patterns of ``sentence_patterns`` and ``cues``; ``subjects`` and
  ``strangers`` say of whom, ``sharing`` parts sums, ``values`` writes down what a fact holds.
"""
