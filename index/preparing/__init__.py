"""What the indexes take in: the texts of documents made ready, with their words counted."""
