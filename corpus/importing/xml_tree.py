"""XML from strangers: parsed without entities, without a document type's own declarations, without the net."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST: Final = 200
"""How deep elements may stand in each other; real documents stay far below."""


def parse_xml(data: bytes) -> _Element:
    """Return the root element of an XML document.

    Raises ``InputError``: damaged (not well-formed), hostile (it declares entities, or is nested without end).
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error) or "nested" in str(error) or "ntity" in str(error)
        raise InputError("hostile" if deep else "damaged", path="", detail=str(error)) from error
    except ValueError as error:
        raise InputError("damaged", path="", detail=str(error)) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError("hostile", path="", detail="ENTITY")
    if too_deep(root):
        raise InputError("hostile", path="", detail="nesting")
    return root


def too_deep(root: _Element, deepest: int = _DEEPEST) -> bool:
    """Tell whether elements stand in each other more than ``deepest`` levels deep; one walk without recursion."""
    from lxml import etree

    depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > deepest:
            return True
    return False


def local(tag: object) -> str:
    """Return the name of a tag without its namespace; empty for comments and the like."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
