"""Processes of their own for files from strangers: each ``_process`` asks, the ``_child`` of the same name answers."""
