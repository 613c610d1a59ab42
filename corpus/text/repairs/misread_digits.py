"""Digits a machine took for letters: 2O23年, l1月, 6O%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN, is_han
from corpus.text.repairs.rule import Page, Proposal, is_chinese
from index.lazy_pattern import LazyPattern

_MIXED: Final = LazyPattern(
    r"(?<![A-Za-z\d.,_/-])(?=[OoIl]{0,3}[.．,]?\d)(?=[\d,]{0,7}[.．]?\d{0,2}[OoIl])"
    r"(?:[\dOoIl]{1,3}(?:,[\dOoIl]{3})+|[\dOoIl]{1,7})(?:[.．][\dOoIl]{1,3})?(?<=..)"
    rf"(?=[ \u00a0]?[{HAN}%％℃°])|(?<=年)[lI](?=月)|(?<=月)[lI](?=[日号])"
)
_LETTERS: Final = "OoIl"
_ARABIC: Final = "0123456789"
_DIGITS: Final = str.maketrans(_LETTERS + "．０１２３４５６７８９", "0011." + _ARABIC)
_NOUGHTS: Final = LazyPattern(r"\d{1,3}[Oo]{2,}")
_NAMED: Final = "号型第款版路车级"
"""What a number names and does not count."""
_STOP_WITHIN: Final = LazyPattern(
    r"(?<![\d.])(?P<whole>\d{1,4})。"
    r"(?=\d{1,2}[ ]?(?:[%％‰倍]|[万亿萬億兆][元美港人户戶件台部吨噸个個。，,；;]?|个百分点|個百分點))"
)
"""A decimal point that a conversion of marks made a stop: 7。51億."""
_MONTHS: Final = 12
_DAYS: Final = 31
_WITHIN: Final = 3
"""A letter between digits (1O8户) is none of a unit or a name."""
_UNIT: Final = LazyPattern(
    r"[ \u00a0]?(?:(?P<year>年(?!级))|(?P<month>月)|(?P<day>日(?!元))|(?P<share>[%％])|(?P<amount>亿|万|元)"
    r"|(?P<people>[多余]?(?:[户家名]|人(?![份次])))"
    r"|(?P<counted>亩|里|米|吨|顷|斤|[天岁]|[多余]?[座所株处]|[多余]?种(?!类)|[多余][件只台辆]|个(?![别股性案体])|分钟|小时"
    r"|公[里斤顷]|平方)"
    r"|(?P<other>[次方]))"
)


def find_misread_digits(page: Page) -> Iterator[Proposal]:
    """Find numbers with O, o, l or I for a digit: certain where they then are a year, month, day, sum or share.

    In a text that has a certain one behind a word, the others behind words are as certain: a machine read them all.
    So is each before any word in a text whose numbers show that a machine read it.
    """
    yield from _stops_within(page)
    if page.characters.isdisjoint(_LETTERS):
        return
    found = list(_MIXED.finditer(page.text))
    sure = [_surely(page.text, match) for match in found]
    by_machine = any(sure) or page.machine_read
    for match, certain in zip(found, sure, strict=True):
        if not certain and not page.machine_read and not _UNIT.match(page.text, match.end()):
            continue
        certainty = (
            Certainty.CERTAIN if certain or (by_machine and _counts(page, match)) else Certainty.LIKELY
        )
        yield Proposal(match.start(), match.end(), match.group().translate(_DIGITS), certainty)


def _stops_within(page: Page) -> Iterator[Proposal]:
    """Find stops between the digits of amounts and shares; one alone may end a sentence with a bare number."""
    if page.characters.isdisjoint(_ARABIC):
        return
    found = [one for one in _STOP_WITHIN.finditer(page.text) if is_han(page.before(one.start()))]
    certainty = Certainty.CERTAIN if len(found) > 1 else Certainty.LIKELY
    for match in found:
        yield Proposal(match.end("whole"), match.end(), ".", certainty)


def _counts(page: Page, match: re.Match[str]) -> bool:
    """Tell whether what was read stands behind a word that no number names, and is no volume (2l)."""
    before, read = page.before(match.start()), match.group()
    behind = (is_han(before) and before not in _NAMED) or (page.machine_read and is_chinese(before))
    begins = read[0] not in "Oo" or read[1:2] in {".", "．"}
    return behind and begins and (_counted(read) or read[0] in "lI")


def _surely(text: str, match: re.Match[str]) -> bool:
    """Tell whether what was read is a number by its unit, and names nothing (3号l2米)."""
    read = match.group()
    if read[0] == "l" and text[: match.start()][-1:] in _NAMED:
        return False
    unit = _UNIT.match(text, match.end())
    return unit is not None and _plausible(read.translate(_DIGITS), unit.lastgroup or "", read)


def _begins(read: str) -> bool:
    """Tell whether what was read for a number begins with a digit, or with a letter for one beside a digit: l8.94万."""
    return read[0].isdigit() or (read[0] in "lI" and read[1:2].isdigit())


def _counted(read: str) -> bool:
    """Tell whether a letter between digits, or an O behind one, is a digit of what is counted: 2l人份 is a volume."""
    return read[-1] in "Oo" or len(read) >= _WITHIN


def _plausible(digits: str, unit: str, read: str) -> bool:
    """Tell whether digits are a number such as stands before a unit; ``read`` is what was read for them."""
    if read.startswith("O.") and unit == "share":
        return True
    if "." in digits:
        return unit in {"share", "amount", "people", "counted"} and digits[0] != "0" and _begins(read)
    number = int(digits.replace(",", ""))
    return {
        "year": len(digits) == 4 and digits[:2] in {"18", "19", "20"},
        "month": len(digits) <= 2 and 1 <= number <= _MONTHS,
        "day": len(digits) <= 2 and 1 <= number <= _DAYS,
        "share": digits[0] != "0" and read[0].isdigit(),
        "amount": digits[0] != "0" and (read[0].isdigit() or "," in read) and not read.endswith(("l", "I")),
        "people": digits[0] != "0" and _begins(read),
        "counted": digits[0] != "0" and (read[0] == "l" or (read[0].isdigit() and _counted(read))),
        "other": digits[0] != "0" and _NOUGHTS.fullmatch(read) is not None,
    }[unit]
