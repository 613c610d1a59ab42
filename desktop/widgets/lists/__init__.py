"""Lists of rows of several lines."""
