"""Building the program people install: not a part of it."""
