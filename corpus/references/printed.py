"""A printed reference made comparable: half-width marks beside the line as it stands, place for place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.lazy_pattern import LazyPattern

_MARKS: Final = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        "\u3000": " ", "\u00a0": " ", "【": "[", "】": "]", "〔": "[", "〕": "]", "。": ".", "、": ",",
        "–": "-", "—": "-", "－": "-", "‑": "-", "−": "-", "‐": "-", "‒": "-", "～": "-", "∶": ":",
        "“": '"', "”": '"', "‘": "'", "’": "'",
    }
)  # fmt: skip
_NUMBER: Final = LazyPattern(
    r"(?:(?:参考文献|References?)\s*:?)?\s*(?:[①-⑳]|\[\s?\d{1,4}\s?\]|\(?\d{1,4}\)|\d{1,3}[.,](?=\s)|\d{1,3}\.(?=\D))\s*"
)
_LISTED: Final = LazyPattern(r"\s*\d{1,3}(?:、\s*(?=\D)|\s+(?=[\u3400-\u9fff]))")
_BLANKS: Final = LazyPattern(r"\s+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A stretch of a printed line: ``raw`` as it stands, ``plain`` with half-width marks; equally long."""

    raw: str
    plain: str

    def __len__(self) -> int:
        return len(self.raw)

    def __bool__(self) -> bool:
        return bool(self.plain.strip())

    def cut(self, start: int, end: int | None = None) -> Printed:
        """Return the stretch from ``start`` to ``end``."""
        return Printed(self.raw[start:end], self.plain[start:end])

    def without(self, start: int, end: int) -> Printed:
        """Return the stretch with what stands from ``start`` to ``end`` taken out."""
        return Printed(self.raw[:start] + self.raw[end:], self.plain[:start] + self.plain[end:])

    def stripped(self, marks: str = " .,;:") -> Printed:
        """Return the stretch without blanks and ``marks`` at its ends."""
        start = len(self.plain) - len(self.plain.lstrip(marks))
        end = len(self.plain.rstrip(marks))
        return self.cut(start, max(start, end))

    def text(self) -> str:
        """Return the words as printed, blanks made single; letters and digits of full width become half-width."""
        return _BLANKS.sub(" ", "".join(_letter(char) for char in self.raw)).strip()


def printed(line: str) -> Printed:
    """Return a line ready to be read: one run of blanks is one blank, a number before it is left out."""
    joined = _BLANKS.sub(" ", line.replace("\u200b", "").replace("\ufeff", "")).strip()
    whole = Printed(joined, joined.translate(_MARKS))
    number = _NUMBER.match(whole.plain) or _LISTED.match(whole.raw)
    return whole.cut(number.end()) if number else whole


def _letter(char: str) -> str:
    return (
        chr(ord(char) - 0xFEE0)
        if "\uff01" <= char <= "\uff5e" and chr(ord(char) - 0xFEE0).isalnum()
        else char
    )
