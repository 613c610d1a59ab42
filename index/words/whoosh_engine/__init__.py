"""The default ranked engine: words by BM25F over the fields of documents, kept in Whoosh's files."""

from index.words.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
