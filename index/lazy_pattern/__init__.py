"""Patterns of modules: compiled when they are first used, and so that a search looks only where a match can begin."""

from index.lazy_pattern.lazy_pattern import LazyPattern

__all__ = ["LazyPattern"]
