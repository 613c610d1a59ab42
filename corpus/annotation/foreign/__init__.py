"""Highlights of other programs: a reader each, and the table that chooses between them."""
