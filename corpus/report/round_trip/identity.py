"""What a document carries of itself in a part of its own: style, edition, and which citation is which."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

SPACE: Final = "urn:yinde:document"
ROOT: Final = f"{{{SPACE}}}document"
LIST: Final = "YindeReferences"
"""The bookmark that spans the list of references."""
ENTRY_STYLE: Final = "YindeReference"
"""The style of an entry of the list."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The style a document is cited in, the texts of its citations by id, and the entries of its list as written."""

    style: str
    rules: Mapping[str, Any] = field(default_factory=dict)
    citations: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[str, ...] = ()


def to_tree(identity: Identity) -> etree._Element:
    """Return the part."""
    root = etree.Element(ROOT, nsmap={None: SPACE})
    etree.SubElement(
        root,
        f"{{{SPACE}}}style",
        name=identity.style,
        rules=json.dumps(dict(identity.rules), ensure_ascii=False),
    )
    for key, words in identity.citations.items():
        etree.SubElement(root, f"{{{SPACE}}}citation", id=key).text = words
    for words in identity.entries:
        etree.SubElement(root, f"{{{SPACE}}}entry").text = words
    return root


def from_tree(root: etree._Element) -> Identity:
    """Return what a part says; what it does not say is empty."""
    style = root.find(f"{{{SPACE}}}style")
    try:
        rules = json.loads(style.get("rules", "{}")) if style is not None else {}
    except (ValueError, RecursionError):
        rules = {}
    return Identity(
        style=style.get("name", "") if style is not None else "",
        rules=rules if isinstance(rules, dict) else {},
        citations={one.get("id", ""): one.text or "" for one in root.iter(f"{{{SPACE}}}citation")},
        entries=tuple(one.text or "" for one in root.iter(f"{{{SPACE}}}entry")),
    )
