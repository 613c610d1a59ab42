"""Other characters in the place of some, as ``str.translate`` puts them, faster where a text holds few of them."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_FAR: Final = 0x10000
_FEW: Final = 48
"""Different characters up to which each is put by itself; ``translate`` looks every character of a text up."""


_SHORT: Final = 200
"""Characters up to which a text is looked up at once; what tells the characters of a table takes time to make."""


class Exchange:
    """What stands for each of some characters (their code points); nothing where one is left out."""

    def __init__(self, table: Mapping[int, str]) -> None:
        """Take the table; what stands for a character is never changed again, so their order does not count."""
        self.table: Final = table
        near = "".join(re.escape(chr(code)) for code in table if code < _FAR)
        # A class looks signs beyond these up one after the other: they are told by the table.
        self._held = LazyPattern(f"[{near}{chr(_FAR)}-{chr(sys.maxunicode)}]")
        self._apart = not any(ord(sign) in table for signs in set(table.values()) for sign in signs)

    def __call__(self, text: str) -> str:
        """Return ``text.translate(table)``."""
        if len(text) < _SHORT or not self._apart:
            return text.translate(self.table)
        held = {sign for sign in set(self._held.findall(text)) if ord(sign) in self.table}
        if len(held) > _FEW:
            return text.translate(self.table)
        for sign in held:
            text = text.replace(sign, self.table[ord(sign)])
        return text
