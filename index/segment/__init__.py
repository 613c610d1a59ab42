"""Words: the only place that knows the segmenter's library."""

from index.segment.segmenter import Segmenter
from index.segment.word import Token, Word

__all__ = ["Segmenter", "Token", "Word"]
