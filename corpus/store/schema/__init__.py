"""The tables of a library as the newest version has them, and the steps that led there.

``tables`` are the newest version, ``migration`` brings a database to it. The steps, each named by what it changed:
``columns``, ``counts``, ``figure_names``, ``fingerprints``, ``kinds``, ``lineage``, ``notes``, ``packing``,
``papers_named``, ``prints``, ``record_counts``, ``records``, ``relations``, ``shared_grounds``, ``short_figures``,
``sounds_alone``, ``sparing``.
"""
