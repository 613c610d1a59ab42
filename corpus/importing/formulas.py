"""Formulas of office files and pages on one line: 1/2, x², √(a+b) – a fraction never comes in as the number 12."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.importing.raised import raised
from corpus.importing.xml_tree import local
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_PASSED_OVER: Final = frozenset({"annotation", "annotation-xml", "ctrlPr", "rPr"})
_SIMPLE: Final = LazyPattern(r"[^\W_]+(?:\.\d+)?|[\d.,]+%?")
_DEEPEST: Final = 40


def formula(element: _Element, depth: int = 0) -> str:
    """Return the formula inside ``element`` (OMML or MathML) as one line."""
    name = local(element.tag) if isinstance(element.tag, str) else ""
    if not name or name in _PASSED_OVER or name.endswith("Pr") or depth > _DEEPEST:
        return ""
    parts = [formula(one, depth + 1) for one in element if isinstance(one.tag, str)]
    if name in {"t", "mi", "mn", "mo", "mtext"}:
        return (element.text or "").strip()
    filled = [part for part in parts if part]
    if name in {"f", "mfrac"} and len(filled) > 1:
        return f"{_grouped(filled[0])}/{_grouped(filled[1])}"
    if name in {"sSup", "msup"} and len(filled) > 1:
        up = raised(filled[1])
        return filled[0] + (up if up != filled[1] else f"^{_grouped(filled[1])}")
    if name in {"sSub", "msub"} and len(filled) > 1:
        return f"{filled[0]}_{_grouped(filled[1])}"
    if name in {"sSubSup", "msubsup"} and len(filled) > 2:
        return f"{filled[0]}_{_grouped(filled[1])}^{_grouped(filled[2])}"
    if name in {"rad", "mroot"} and len(filled) > 1:
        degree, inside = filled if name == "rad" else reversed(filled)
        return f"{raised(degree)}√{_grouped(inside)}"
    if name in {"rad", "msqrt"} and filled:
        return f"√{_grouped(''.join(filled))}"
    if name == "d":
        return f"({''.join(filled)})"
    return "".join(filled)


def _grouped(part: str) -> str:
    return part if _SIMPLE.fullmatch(part) else f"({part})"
