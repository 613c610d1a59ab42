"""Numbers of a paper beside those of a source."""
