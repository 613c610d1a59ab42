"""What would make Markdown run for ever: endless runs of marks and endless lines, set aside and put back as text."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_RUNS: Final = LazyPattern(
    r"(?:!?\[[^\[\]()\n]{0,40}\]\(){8,}|[\[\]!*_`<~]{30,}|(?:\[[^\[\]\n]{0,8}){30,}"
    r"|(?:<[A-Za-z/!?]{0,12}[ \t]*){12,}|(?:[*_~`]{1,3}[^\s*_~`]{1,3}){60,}"
)
_QUOTES: Final = LazyPattern(r"^(?P<few>[ ]{0,3}(?:>[ ]?){8})(?:>[ \t]?)+", re.MULTILINE)
_HEAD: Final = LazyPattern(r"[ ]{0,3}#{1,6}[ \t]+")
_TOKEN: Final = LazyPattern("\x1a(\\d+)\x1a")
_LONGEST: Final = 20_000
"""A longer line is taken as it stands: its marks mean nothing anybody could see."""


class SetAside:
    """Keeps what was set aside by number."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: list[str] = []

    def without(self, text: str) -> str:
        """Return ``text`` with endless runs and lines as short tokens; quotes in quotes are cut to eight levels."""
        text = _QUOTES.sub(r"\g<few>", text.replace("\x1a", ""))
        lines = (self._short(line) if len(line) > _LONGEST else line for line in text.split("\n"))
        return _RUNS.sub(self._token, "\n".join(lines))

    def restored(self, text: str) -> str:
        """Return ``text`` with its tokens put back."""
        return _TOKEN.sub(self._back, text) if "\x1a" in text else text

    def _short(self, line: str) -> str:
        """Return a token for a line; a heading stays one."""
        head = _HEAD.match(line)
        lead = head.group() if head else ""
        return lead + self._keep(line[len(lead) :])

    def _token(self, match: re.Match[str]) -> str:
        return self._keep(match.group())

    def _keep(self, part: str) -> str:
        self._kept.append(part)
        return f"\x1a{len(self._kept) - 1}\x1a"

    def _back(self, match: re.Match[str]) -> str:
        number = int(match[1])
        return self.restored(self._kept[number]) if number < len(self._kept) else ""
