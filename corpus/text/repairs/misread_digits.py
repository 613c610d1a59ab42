"""Digits a machine took for letters: 2O23年, l1月, 6O%."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_MIXED: Final = LazyPattern(
    r"(?<![A-Za-z\d.,_/-])(?=[OoIl]{0,3}[.．]?\d)(?=\d{0,6}[.．]?\d{0,2}[OoIl])[\dOoIl]{1,7}(?:[.．][\dOoIl]{1,3})?(?<=..)"
    r"(?=[ \u00a0]?[年月日号%％亿万元多余户人亩里米吨顷个件只台辆家名次天岁座所株种处])"
)
_LETTERS: Final = "OoIl"
_DIGITS: Final = str.maketrans(_LETTERS + "．", "0011.")
_MONTHS: Final = 12
_DAYS: Final = 31
_WITHIN: Final = 3
"""A letter between digits (1O8户) is none of a unit or a name."""
_UNIT: Final = LazyPattern(
    r"[ \u00a0]?(?:(?P<year>年(?!级))|(?P<month>月)|(?P<day>日(?!元))|(?P<share>[%％])|(?P<amount>亿|万|元)"
    r"|(?P<counted>户|人(?![份次])|亩|里|米|吨|顷|[天岁]|[多余]?[名家座所株处]|[多余]?种(?!类)|[多余][个户人件只台辆]))"
)


def find_misread_digits(page: Page) -> Iterator[Proposal]:
    """Find numbers with O, o, l or I for a digit: certain where they then are a year, month, day, sum or share."""
    if page.characters.isdisjoint(_LETTERS):
        return
    for match in _MIXED.finditer(page.text):
        digits = match.group().translate(_DIGITS)
        unit = _UNIT.match(page.text, match.end())
        sure = unit is not None and _plausible(digits, unit.lastgroup or "", match.group())
        yield Proposal(match.start(), match.end(), digits, Certainty.CERTAIN if sure else Certainty.LIKELY)


def _begins(read: str) -> bool:
    """Tell whether what was read for a number begins with a digit, or with a letter for one beside a digit: l8.94万."""
    return read[0].isdigit() or (read[0] in "lI" and read[1].isdigit())


def _counted(read: str) -> bool:
    """Tell whether a letter between digits, or an O behind one, is a digit of what is counted: 2l人份 is a volume."""
    return read[-1] in "Oo" or len(read) >= _WITHIN


def _plausible(digits: str, unit: str, read: str) -> bool:
    """Tell whether digits are a number such as stands before a unit; ``read`` is what was read for them."""
    if read.startswith("O.") and unit == "share":
        return True
    if "." in digits:
        return unit in {"share", "amount", "counted"} and digits[0] != "0" and _begins(read)
    number = int(digits)
    return {
        "year": len(digits) == 4 and digits[:2] in {"18", "19", "20"},
        "month": len(digits) <= 2 and 1 <= number <= _MONTHS,
        "day": len(digits) <= 2 and 1 <= number <= _DAYS,
        "share": digits[0] != "0" and read[0].isdigit(),
        "amount": digits[0] != "0" and read[0].isdigit() and not read.endswith(("l", "I")),
        "counted": digits[0] != "0" and read[0].isdigit() and _counted(read),
    }[unit]
