"""Readers: one module for each file format, each making a SourceDocument of a path (``table`` lists them).

``blocks`` and ``assemble`` are what readers share. What comes from strangers is read, drawn and recognised in processes
of their own: ``reading_``, ``drawing_`` and ``recognising_process`` ask, the ``_child`` of each answers.
"""
