"""The index of words: what a text is about, terms and suggestions."""
