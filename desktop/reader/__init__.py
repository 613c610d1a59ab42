"""The reader: one article on paper, with everything people marked in it and everything found in it."""
