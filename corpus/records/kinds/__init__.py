"""Front pages, a module for each kind of text."""
