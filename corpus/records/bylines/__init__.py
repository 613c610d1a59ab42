"""Lines that say who wrote a text, where and when."""
