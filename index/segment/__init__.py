"""Words: the only place that knows the segmenter's library."""

from index.segment.segmenter import Segmenter, Token, Word

__all__ = ["Segmenter", "Token", "Word"]
