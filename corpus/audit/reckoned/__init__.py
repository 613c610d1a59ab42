"""What a sentence reckons from numbers that a source tells."""
