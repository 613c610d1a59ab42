"""What a paper numbers without stating anything: citation marks, list numbers, captions, titles, cells of tables."""

from __future__ import annotations

import re
from typing import Final

from corpus.model.span import Span

_LISTED: Final = r"\d+(?:\s*[-–—~,，、]\s*\d+)*"
_FURNITURE: Final = (
    re.compile(rf"[\[［〔]\s*{_LISTED}\s*[\]］〕]"),
    re.compile(rf"[（(]\s*{_LISTED}\s*[)）]"),
    re.compile(r"^\s*[（(]?\d{1,3}(?:[)）、]|[.．](?!\d))"),
    re.compile(r"^\s*(?:续?[图表]|附[图表]|Table|Figure|Fig\.?)\s*\d+(?:[.\-–]\d+)*"),
    re.compile(r"《[^《》]*》"),
    re.compile(r"^\s*\|.*\|\s*$"),
    re.compile(r"^[\s+\-−±≈约]*\d[\d,，.]*\s*[%％‰]?[\s↑↓]*$"),
)


def furniture_in(sentence: str) -> tuple[Span, ...]:
    """Return the spans of a sentence of a paper whose numbers order or name something and state nothing."""
    return tuple(Span(one.start(), one.end()) for pattern in _FURNITURE for one in pattern.finditer(sentence))
