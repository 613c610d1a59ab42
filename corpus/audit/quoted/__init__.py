"""Words a paper takes from a source: which they are, and how they stand to it letter by letter."""
