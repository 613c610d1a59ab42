"""One sentence read for its figures, from left to right.

- ``reader`` goes through the figures of a sentence; ``named_levels`` says what a level is of, ``statements`` tells
  what was read of each as a statistic.
- Movements: ``changes``, ``changed_levels``, ``from_to``, ``compound_rates``, ``contributions``, ``doubled``,
  ``multiples``.
- Figures that lean on another of the sentence: ``ellipsis`` and ``bearers_alone``, with ``measures_of_parts``,
  ``parts_by_level``, ``runners_up``, ``bracketed``, ``framed_measures`` and ``told_before``.
- Figures shared out with 分别 or in a list: ``shared_figures`` by ``shared_measures``, ``shared_items`` and
  ``shared_years``; growth so told: ``shared_growth``, ``shared_changes``; ``measured_items``.
- What is counted or valued: ``counted_with_measure``, ``plain_values``, ``lone_words``, ``ranks``, ``extremes``;
  ``counting_basis`` and ``attribution`` say how and by whom, ``plans`` whether it is only announced, ``intended``
  whether it is only meant.
- What is no figure: ``no_figures``, ``page_counters``.
"""
