"""What stands in for a missing author is told once: citeproc-py tells a title or an editor again in its own place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Any, Final

_SOMEBODY: Final = "QQQ"
_TOLD: Final = 12
"""Characters of a title that show it stands there."""


def told_once(item: Mapping[str, Any], text: str, write: Callable[[Mapping[str, Any]], str]) -> str:
    """Return the reference of an item without what stood in for its author being told a second time.

    ``write`` writes the reference of an item. It is asked for that of the item by somebody, and for the same without
    what stands in; what is told behind the author there, is told behind what stands in for one here.
    """
    if item.get("author"):
        return text
    by_somebody = write({**item, "author": [{"literal": _SOMEBODY}]})
    pairs = zip(reversed(text), reversed(by_somebody), strict=False)
    behind = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    head = text[: len(text) - behind]
    told = [key for key, value in item.items() if _is_told(key, value, head)]
    if not head or not told:
        return text
    left = {key: value for key, value in item.items() if key not in told}
    plain = write({**left, "author": [{"literal": _SOMEBODY}]})
    lead = by_somebody[: len(by_somebody) - behind]
    return head + plain[len(lead) :] if plain.startswith(lead) else text


def _is_told(key: str, value: object, head: str) -> bool:
    """Tell whether a field is the title, or some names, and stands in a text."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        name = value[0].get("family") or value[0].get("literal") or ""
        return bool(name) and str(name).casefold() in head.casefold()
    return key == "title" and str(value)[:_TOLD].strip().casefold() in head.casefold()
