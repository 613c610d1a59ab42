"""Fields of an ODT file (dates, variables, numbers of captions, controls) as the words a reader sees in their place.

Pandoc passes most of them by, with what stands in them; readings above characters and repeated cells too.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from corpus.importing.xml_tree import local
from corpus.text.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE: Final = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_FIELDS: Final = frozenset(
    {"date", "time", "title", "subject", "author-name", "author-initials", "user-field-get", "user-field-input",
     "user-defined", "variable-set", "variable-get", "variable-input", "placeholder", "meta", "meta-field",
     "conditional-text", "chapter", "expression", "text-input", "page-count", "database-display", "drop-down",
     "sequence", "sequence-ref", "note-ref", "file-name", "sender-company", "sender-firstname", "sender-lastname",
     "creator", "description", "keywords", "initial-creator", "creation-date", "modification-date", "ruby", "ruby-base",
     "content-control", "bookmark-ref", "reference-ref", "word-count", "table-count", "get-page-variable"}
)  # fmt: skip
"""Elements within a line whose words are shown."""
_ROWS_WITHIN: Final = frozenset({"table-header-rows", "table-rows", "table-row-group"})
"""Where a cell may reach beyond: pandoc would cut it off there and move the cells below to its left."""
_READING: Final = "ruby-text"
_MARKED_FIELD: Final = "fieldmark"
_MOST_REPEATED: Final = 60
_BLANKS: Final = f"{{{_TEXT}}}c"
_MOST_BLANKS: Final = 100
"""Blanks one sign may stand for: as many as its file says may be more than any memory holds."""


def fields_as_words(root: _Element) -> int:
    """Put the words of fields where pandoc reads them; return how many places were changed."""
    changed = _hidden_removed(root)
    for one in list(root.iter()):
        name = local(one.tag) if isinstance(one.tag, str) else ""
        if name == _READING:
            _removed(one)
        elif name in _FIELDS and _in_a_line(one):
            one.tag = f"{{{_TEXT}}}span"
        elif name == _MARKED_FIELD and _in_a_line(one) and _is_tick_box(one):
            one.text = "☑" if any("true" in inside.attrib.values() for inside in one) else "□"
            for inside in list(one):
                one.remove(inside)
            one.tag = f"{{{_TEXT}}}span"
        elif name in _ROWS_WITHIN or name == "numbered-paragraph":
            _unwrapped(one)
        elif name == "table-cell" and _holds_words(one):
            _repeated(one, "columns")
        elif name == "s" and _goes_on(one):
            one.set(_BLANKS, str(_MOST_BLANKS))
        else:
            continue
        changed += 1
    # The rows last: what stands in them is whole by then.
    for one in [one for one in root.iter() if isinstance(one.tag, str) and local(one.tag) == "table-row"]:
        if _holds_words(one):
            _repeated(one, "rows")
            changed += 1
    return changed


def _hidden_removed(root: _Element) -> int:
    """Take out the words whose style hides them; return how many stretches there were."""
    hidden = {
        style.get(f"{{{_STYLE}}}name")
        for style in root.iter(f"{{{_STYLE}}}style")
        for settings in style.iter(f"{{{_STYLE}}}text-properties")
        if settings.get(f"{{{_TEXT}}}display") == "none"
    }
    found = [one for one in root.iter() if one.get(f"{{{_TEXT}}}style-name") in hidden] if hidden else []
    for one in found:
        _removed(one)
    return len(found)


def _is_tick_box(element: _Element) -> bool:
    return any(str(value).endswith("FORMCHECKBOX") for value in element.attrib.values())


def _in_a_line(element: _Element) -> bool:
    return any(local(above.tag) in {"p", "h"} for above in element.iterancestors())


def _holds_words(element: _Element) -> bool:
    repeated = (key for key in element.attrib if local(str(key)).endswith("-repeated"))
    return next(repeated, None) is not None and bool("".join(element.itertext()).strip())


def _removed(element: _Element) -> None:
    above = element.getparent()
    if above is not None:
        element.text = None
        for inside in list(element):
            element.remove(inside)


def _unwrapped(element: _Element) -> None:
    above = element.getparent()
    if above is not None:
        for inside in reversed(list(element)):
            element.addnext(inside)
        above.remove(element)


def _goes_on(blanks: _Element) -> bool:
    """Tell whether a sign stands for more blanks than anybody puts between words."""
    told = blanks.get(_BLANKS, "1")
    return (whole_number(told) or _MOST_BLANKS + 1) > _MOST_BLANKS


def _repeated(element: _Element, what: str) -> None:
    """Write a cell or a row that is told once and stands several times as often as it stands."""
    told = element.attrib.pop(f"{{{_TABLE}}}number-{what}-repeated", "1")
    times = min(whole_number(told) or 1, _MOST_REPEATED)
    for _ in range(times - 1):
        again = deepcopy(element)
        again.tail = None
        element.addnext(again)
