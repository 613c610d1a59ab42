"""Fields of a DOCX file: their result is text, their code is not, nor are fields inside a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.struck import struck
from corpus.importing.office.eq_fields import is_eq, shown_by_eq
from corpus.importing.office.ooxml import child, children, value

if TYPE_CHECKING:
    from lxml.etree import _Element

FIELD_PARTS: Final = frozenset({"fldChar", "instrText"})
_WORDS: Final = frozenset(
    {"t", "tab", "br", "cr", "sym", "noBreakHyphen", "ptab", "oMath", "footnoteReference", "endnoteReference"}
)
"""What is no text inside the code of a field."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    filled_in: str = ""
    in_result: bool = False
    told: bool = False


class Fields:
    """The fields that are open at a place of the text."""

    def __init__(self) -> None:
        """Begin outside of any field."""
        self._open: list[_Field] = []

    def see(self, part: _Element, name: str) -> str:
        """Take a mark or a piece of code; return what a field shows that ends without words of its own."""
        if name == "instrText":
            if self._open and not self._open[-1].in_result:
                self._open[-1].code += part.text or ""
            return ""
        kind = value(part, "fldCharType")
        if kind == "begin":
            self._open.append(_Field(filled_in=_filled_in(part)))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            field = self._open.pop()
            if not field.told and not self.hides("t"):
                shown = struck(shown_by_eq(field.code)) if is_eq(field.code) else field.filled_in
                return self.told(shown)
        return ""

    def hides(self, name: str) -> bool:
        """Tell whether words stand in the code of a field here."""
        return name in _WORDS and any(not one.in_result for one in self._open)

    def told(self, text: str) -> str:
        """Return the words of a result, which tell that its fields have some."""
        if text.strip():
            for one in self._open:
                one.told = True
        return text

    def leave_paragraph(self) -> None:
        """Forget fields whose code has not ended with the paragraph: they are damaged."""
        self._open = [one for one in self._open if one.in_result]


def _filled_in(part: _Element) -> str:
    """Return what a person ticked or chose in the field of a form that begins here."""
    box, choice = child(part, "ffData", "checkBox"), child(part, "ffData", "ddList")
    if box is not None:
        states = (child(box, "checked"), child(box, "default"))
        state = next((one for one in states if one is not None), None)
        return "☑" if state is not None and value(state) not in {"0", "false"} else "□"
    if choice is None:
        return ""
    chosen, entries = child(choice, "result"), [value(one) for one in children(choice, "listEntry")]
    place = value(chosen) if chosen is not None else "0"
    return entries[int(place)] if place.isdecimal() and int(place) < len(entries) else ""
