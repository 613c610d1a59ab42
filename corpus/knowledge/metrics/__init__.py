"""The metric of a figure: its head noun, and one name for what is called by many.

- Before the figure: ``metric_names`` names the measure, ``clausal_metrics`` that of a clause, ``closing_verbs`` and
  ``name_only_metrics`` tell where it ends; ``banded`` keeps its bands. ``incomplete_metrics`` drops
  ``metric_scraps`` and ``clause_rests`` and takes ``mended_metrics``, without ``loose_ends``; ``own_times`` takes out
  when it was.
- Behind the figure: ``head_nouns`` names it, by ``counted_nouns`` and ``deeds_beside``; ``noun_phrases`` and
  ``told_behind`` say what is told of it.
- Shares and parts: ``part_of_whole``, ``parts_before``, ``levels_of_parts``, ``done_by_share``, ``done_by_some``;
  ``gaps`` to others.
- By what is told: ``contents``, ``deal_names``, ``dimensions``, ``flows``, ``share_prices``, ``times_done``,
  ``told_losses``, ``told_around``,
  ``votes``.
- The last step: ``normalising``, by words in ``normalising_words``.
"""
