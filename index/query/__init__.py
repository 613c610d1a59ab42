"""The query language: tokens, tree, parser and explanation."""
