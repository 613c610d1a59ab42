"""One sentence read for its figures, from left to right."""
