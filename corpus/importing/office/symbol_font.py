"""The signs of the font Symbol, whose codes stand for other characters in every other font: 0xB3 is ≥, not ³."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SIGNS: Final[Mapping[int, str]] = {
    0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xC5: "⊕", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xE5: "∑",
    0xF2: "∫",
}  # fmt: skip
_GREEK: Final = dict(
    zip(
        b"ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)


def symbol(code: int) -> str:
    """Return the character the font Symbol shows for a code (0xB1 or 0xF0B1), empty where it is not known."""
    byte = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if 0x20 <= byte < 0x40:
        return chr(byte)
    return _SIGNS.get(byte, "") or _GREEK.get(byte, "")
