"""Names known before a text is read, and where they stand in it."""
