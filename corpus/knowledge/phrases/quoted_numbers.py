"""Numbers in quotation marks that belong to a name: “3个100万”, “千亿斤粮食”产能建设工程."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.figures import Figure
from index.lazy_pattern import LazyPattern

_OPENED: Final = LazyPattern(r"[“\"「][^”\"」]{0,6}$")
_BEGUN: Final = LazyPattern(r"[^，。；”」\d]{0,8}[”」][一-鿿]")
"""Behind a sum that is the first part of a name, not all of what is said."""
_LONGEST: Final = 10
"""No short name in quotation marks is longer, in code points beside its number."""


def is_of_quoted_name(text: str, start: int, figure: Figure, lead: str) -> bool:
    """Tell whether a figure of the sentence that begins at ``start`` is part of a name; ``lead`` stands before it."""
    if text[figure.tail : figure.tail + 1] in {"”", "」"} and _OPENED.search(lead):
        return True
    if figure.mention.kind == "number":
        return _is_short(text, start, figure)
    begins = text[figure.lead - 1 : figure.lead] in {"“", "「"}
    return begins and figure.mention.kind in {"amount", "quantity"} and bool(_BEGUN.match(text, figure.tail))


def _is_short(text: str, start: int, figure: Figure) -> bool:
    """Tell whether a count stands in a short name: “3个100万”, “13条政策”."""
    opening = text.rfind("“", max(start, figure.lead - _LONGEST), figure.lead)
    closing = text.find("”", figure.tail, figure.tail + _LONGEST)
    return opening >= 0 and 0 <= closing - opening <= _LONGEST + 2 and "”" not in text[opening : figure.lead]
