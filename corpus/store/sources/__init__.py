"""The files taken in: their originals, pages and pictures."""
