"""The default ranked engine: words by BM25F over the fields of documents, kept in Whoosh's files."""

from index.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
