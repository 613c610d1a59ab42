"""Figures of tables: where a text holds a table, what its heads say, and what its cells tell."""
