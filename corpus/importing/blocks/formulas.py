"""Formulas of office files and pages on one line: 1/2, x², √(a+b) – a fraction never comes in as the number 12."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.raised import raised
from corpus.importing.xml_tree import local
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_PASSED_OVER: Final = frozenset({"annotation", "annotation-xml", "ctrlPr", "rPr"})
_SIMPLE: Final = LazyPattern(r"[^\W_]+(?:\.\d+)?|[\d.,]+%?")
_SIGNED: Final = frozenset({"nary"})
_STACKED: Final[Mapping[str, str]] = {"mr": " ", "mtr": " ", "m": "; ", "mtable": "; ", "eqArr": "; "}
"""Rows and columns, and what parts them."""
_STRUCTURES: Final = frozenset(
    {
        "f",
        "mfrac",
        "rad",
        "msqrt",
        "mroot",
        "nary",
        "m",
        "mtable",
        "sSup",
        "msup",
        "sSub",
        "msub",
        "sSubSup",
        "msubsup",
    }
)
_DEEPEST: Final = 40


def formula(element: _Element, depth: int = 0) -> str:
    """Return the formula inside ``element`` (OMML or MathML) as one line."""
    name = local(element.tag) if isinstance(element.tag, str) else ""
    if not name or name in _PASSED_OVER or name.endswith("Pr") or depth > _DEEPEST:
        return ""
    if name in {"t", "mi", "mn", "mo", "mtext"}:
        return (element.text or "").strip()
    inside = [one for one in element if isinstance(one.tag, str)]
    told = [(local(one.tag), part) for one in inside if (part := formula(one, depth + 1))]
    filled = [part for _, part in told]
    if name in _SIGNED:
        return _under_sign(element, dict(told))
    if name in _STACKED:
        return _STACKED[name].join(filled)
    made = _made(name, filled)
    return _in_a_row(told) if made is None else made


def _made(name: str, filled: Sequence[str]) -> str | None:
    """Return a structure whose parts are in order, ``None`` where the element is none."""
    if name in {"f", "mfrac"} and len(filled) > 1:
        return f"{_grouped(filled[0])}/{_grouped(filled[1])}"
    if name in {"sSup", "msup"} and len(filled) > 1:
        up = raised(filled[1])
        return filled[0] + (up if up != filled[1] else f"^{_grouped(filled[1])}")
    if name in {"sSub", "msub", "munder", "limLow"} and len(filled) > 1:
        return f"{filled[0]}_{_grouped(filled[1])}"
    if name in {"sSubSup", "msubsup", "munderover"} and len(filled) > 2:
        return f"{filled[0]}_{_grouped(filled[1])}^{_grouped(filled[2])}"
    if name in {"mover", "limUpp"} and len(filled) > 1:
        return f"{filled[0]}^{_grouped(filled[1])}"
    if name in {"rad", "mroot"} and len(filled) > 1:
        degree, inside = filled if name == "rad" else reversed(filled)
        return f"{raised(degree)}√{_grouped(inside)}"
    if name in {"rad", "msqrt"} and filled:
        return f"√{_grouped(''.join(filled))}"
    if name == "d":
        return f"({', '.join(filled)})"
    return None


def _under_sign(element: _Element, parts: Mapping[str, str]) -> str:
    """Return a sum or an integral with its limits: ∑_1^9 5."""
    found = (one for one in element.iter() if isinstance(one.tag, str) and local(one.tag) == "chr")
    sign = next((one.get(key) for one in found for key in one.attrib if local(str(key)) == "val"), "∫")
    limits = "".join(
        f"{mark}{_grouped(parts[name])}" for mark, name in (("_", "sub"), ("^", "sup")) if name in parts
    )
    return f"{sign}{limits} {parts.get('e', '')}".rstrip()


def _in_a_row(told: Sequence[tuple[str, str]]) -> str:
    """Return parts that follow each other; a structure never runs into the figure beside it."""
    text, above = "", ""
    for name, part in told:
        beside = name in _STRUCTURES or above in _STRUCTURES
        touches = text[-1:].isdigit() and part[:1].isdigit()
        text += (" " if beside and touches else "") + part
        above = name
    return text


def _grouped(part: str) -> str:
    return part if _SIMPLE.fullmatch(part) else f"({part})"
