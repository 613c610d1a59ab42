"""A person's own vocabulary: companies and their names, categories of trends, words of the lexicon."""
