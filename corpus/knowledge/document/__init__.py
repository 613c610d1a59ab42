"""The document a sentence stands in: derived from its head and headings, and handed on to its figures."""
