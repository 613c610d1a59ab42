"""Boxes on pages as media fragments (``page=3&xywh=percent:10,20,30,40``), out and in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from corpus.annotation.web_annotation import Node
from corpus.model.annotation import Region
from index.lazy_pattern import LazyPattern

_CONFORMS: Final = "http://www.w3.org/TR/media-frags/"
_HOLDS: Final = "yinde:holds"
_NUMBER: Final = r"(\d{1,3}(?:\.\d{1,9})?)"
_FRAGMENT: Final = LazyPattern(rf"page=(\d{{1,6}})&xywh=percent:{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}")
_WHOLE: Final = 100


def box_selector(region: Region) -> dict[str, Any]:
    """Return a box as a selector; its picture is drawn again where the file is."""
    shares = (region.left, region.top, region.right - region.left, region.bottom - region.top)
    percent = ",".join(format(round(_WHOLE * one, 4), "g") for one in shares)
    return {
        "type": "FragmentSelector",
        "conformsTo": _CONFORMS,
        "value": f"page={region.page}&xywh=percent:{percent}",
        _HOLDS: region.holds,
    }


def box_in(node: Node) -> Region | None:
    """Return the box a selector tells of; ``None`` where it tells of something else, or of no place on a page."""
    value = node.get("value")
    match = _FRAGMENT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    left, top, width, height = (float(one) / _WHOLE for one in match.groups()[1:])
    right, bottom = min(left + width, 1.0), min(top + height, 1.0)
    if not (int(match[1]) > 0 and left < right and top < bottom):
        return None
    return Region(int(match[1]), left, top, right, bottom, holds=node.get(_HOLDS) is True)


def first_box(selectors: list[Any]) -> Region | None:
    """Return the first box among selectors."""
    found = (box_in(one) for one in selectors if isinstance(one, Mapping))
    return next((one for one in found if one is not None), None)
