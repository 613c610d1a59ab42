"""Front pages in English."""
