"""Numbers as the entries of a list carry them: 3, iii, C, 三, 丙, ③ …"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_ROMAN: Final = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
                 (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LARGEST: Final = 3999


def written(count: int, form: str) -> str:
    """Return a number in one of the forms of a word processor; digits where the form is unknown."""
    make = _FORMS.get(form, str)
    return make(count) if 0 < count <= _LARGEST else str(count)


def chinese(count: int) -> str:
    """Return a number up to 3999 in Chinese (二十一, 一百零三)."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = count // unit % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
            gap = False
        elif text:
            gap = True
    return text.removeprefix("一") if text.startswith("一十") else text


def _roman(count: int) -> str:
    text = ""
    for number, name in _ROMAN:
        while count >= number:
            text += name
            count -= number
    return text


def _letters(count: int) -> str:
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _circled(count: int) -> str:
    return chr(0x2460 + count - 1) if count <= 20 else f"({count})"


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "chineseCounting": chinese, "chineseCountingThousand": chinese, "japaneseCounting": chinese,
    "taiwaneseCounting": chinese, "taiwaneseCountingThousand": chinese, "ideographDigital": chinese,
    "chineseLegalSimplified": chinese, "ideographTraditional": lambda count: _STEMS[(count - 1) % 10],
    "upperRoman": _roman, "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letters, "lowerLetter": lambda count: _letters(count).lower(),
    "decimalEnclosedCircle": _circled, "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda count: f"{count:02}", "decimalFullWidth": str,
}  # fmt: skip
