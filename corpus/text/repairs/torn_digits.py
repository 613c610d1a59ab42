"""Numbers whose digits are parted by blanks, as pages read by a machine have them: 3 5 2 . 4 亿元, 1 , 208 株."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN, is_han
from corpus.text.repairs.rule import Line, Proposal
from corpus.text.units import DIMENSIONS
from index.lazy_pattern import LazyPattern

_TORN: Final = LazyPattern(
    r"(?:(?<![A-Za-z\d.,．/:+~～—–-])(?<!\d：)(?<![\d.,．/:：+~～—–-][ \u00a0])"
    rf"|(?<=[{HAN}][+-])|(?<=[{HAN}][+-][ \u00a0]))\d[\d.,．]*+"
    r"(?:[ \u00a0][\d.,．]++)++(?![ \u00a0]?(?!(?:[ckm]?m|k?g|h?m²)(?![\w/-]))[A-Za-z:：/+~～—–-])"
)
_BLANK: Final = LazyPattern("[ \u00a0]")
_THIN: Final = dict.fromkeys((*range(0x2002, 0x200B), 0x202F), " ")
"""Blanks of other widths, as typesetters leave them between digits."""
_NUMBER: Final = LazyPattern(r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?")
_MEASURED: Final = "|".join(sorted((one for one in DIMENSIONS if is_han(one[0])), key=len, reverse=True))
_UNIT: Final = LazyPattern(
    r"[ \u00a0]?(?:[%％‰℃]|个百分点|[亿万千百]|[元吨米克升户人名家座件台辆册株棵头只艘倍次"
    r"项间套天岁度亩所篇种里张块根颗粒本支枚包箱袋桶部斤]|美元"
    rf"|公[里斤顷]|千[米克瓦]|毫[米升]|厘米|平方|立方|小时|分钟|个(?!位)|(?:[ckm]?m|k?g|h?m²)(?!\w)|[处例批口匹幢栋]|{_MEASURED})"
)
_BLANK_UNIT: Final = LazyPattern(f"[ \u00a0](?=[%％‰{HAN}])")
_BLANK_SHARE: Final = LazyPattern("[ \u00a0](?=[%％‰])")
_YEAR: Final = LazyPattern("[ \u00a0]?年(?!级)")
_DATE: Final = LazyPattern(
    "(?<=年)[ \u00a0]?(?P<month>1[ \u00a0][012])(?=[ \u00a0]?月)"
    r"|(?<=月)[ \u00a0]?(?P<day>[12][ \u00a0]\d|3[ \u00a0][01])(?=[ \u00a0]?[日号])"
)
_HAN_BEFORE: Final = LazyPattern(rf"[{HAN}][ \u00a0]?\Z")
_HAN_BEHIND: Final = LazyPattern(f"[ \u00a0]?[{HAN}%％]")
_PARTED_MARK: Final = LazyPattern(r"[ \u00a0][.．,]")
_LAST_WITH_POINT: Final = LazyPattern("(?:\\d[ \u00a0])+\\d[.．]\\d+")
"""Only the digits before the last are apart, and that has the point: 3 5 2.4亿元."""
_LISTED: Final = LazyPattern(
    r"(?:分别|依次|各|号码|代码|密码|编码|编号|数字|比分|得分|排列|顺序|写)[^，。；：！？]{0,8}\Z"
    r"|[号第前后如例选][^，。；：！？]{0,2}\Z|[型级][ \u00a0]?\Z"
)
_OPEN_GROUP: Final = LazyPattern(r"\d{1,3}(?:,\d{3})*,\d{0,2}")
"""A number that stops within a group of three digits."""
_WHOLE_GROUP: Final = LazyPattern(r"\d{3}(?:\.\d+)?")
_GROUP: Final = 3
_WORDS_BEFORE: Final = LazyPattern(rf"[{HAN}，。、：；（“][ \u00a0]?\Z")
_COUNTING: Final = LazyPattern(r"[为达约共有近超过至到了、，计额量数入积][ \u00a0]?\Z")
_LOOK_BACK: Final = 12
_CLAUSE: Final = LazyPattern("[，。；：！？]")
_DIGITS: Final = 3
_IN_PARTS: Final = LazyPattern(
    r"(?<![A-Za-z\d.])[\dOoIl０-９][\dOoIl０-９.,．]*+"
    r"(?:[ \u00a0](?![OoIl](?![\dOoIl.,．０-９]))[\dOoIl０-９.,．]++)++(?![A-Za-z])"
)
"""A number in parts, with letters or wide digits for some of its digits; a letter alone at its end may be a unit."""
_WIDE_COMMA: Final = LazyPattern(
    r"(?<=[ \u00a0]\d[ \u00a0])，(?=[ \u00a0]\d(?:[ \u00a0]\d){2}(?![ \u00a0]?\d))"
    r"|(?<=\b\d[ \u00a0])，(?=[ \u00a0]0[ \u00a0]0[ \u00a0]0(?![ \u00a0]?\d))"
)
"""A comma of Chinese text within a number whose digits all stand alone: 1 2 ， 0 0 0."""
_READ_AS: Final = str.maketrans("OoIl０１２３４５６７８９", "00110123456789")


def find_torn_digits(lines: Iterable[Line], *, machine_read: bool) -> Iterator[Proposal]:
    """Find torn numbers: certain with a unit behind, where the digits could not be numbers of their own.

    Few digits (1 2座), or some that count up (1 2 3人), are joined only in a text that has other torn numbers, or
    was read by a machine. With no unit behind, joining is offered.
    """
    unsure: list[Proposal] = []
    seen = int(machine_read)
    for line in lines:
        if "\t" in line.text:
            continue
        text = _WIDE_COMMA.sub(",", _IN_PARTS.sub(_as_digits, line.text.translate(_THIN)))
        for date in _DATE.finditer(text):
            start, end = date.span(date.lastgroup or 0)
            yield Proposal(line.start + start, line.start + end, "".join(_BLANK.split(text[start:end])))
        for match in _TORN.finditer(text):
            read = _read(text, match, machine_read=machine_read)
            if read is None:
                continue
            after, certainty = read
            found = Proposal(
                line.start + match.start(), line.start + match.start() + after[1], after[0], certainty
            )
            if certainty is Certainty.UNSURE:
                unsure.append(found)
                continue
            seen += certainty is Certainty.CERTAIN
            yield found
    if seen:
        yield from (Proposal(one.start, one.end, one.after) for one in unsure)


def _as_digits(match: re.Match[str]) -> str:
    """Return a number in parts with every letter as the digit it stands for, where it has a digit at all."""
    parts = match.group()
    return parts.translate(_READ_AS) if any(map(str.isdigit, parts)) else parts


def _read(line: str, match: re.Match[str], *, machine_read: bool) -> tuple[tuple[str, int], Certainty] | None:
    """Return the number a torn stretch is, with its length, and how sure that is."""
    torn = match.group().rstrip(".,．")
    if torn != match.group() and torn != match.group()[:-1]:
        return None
    torn = torn.rstrip(" \u00a0")
    parts = _BLANK.split(torn)
    joined = "".join(parts).replace("．", ".")
    if len(parts) < 2 or not _NUMBER.fullmatch(joined):
        return None
    place = match.start() + len(torn)
    single = all(len(part) == 1 for part in parts)
    behind = _BLANK_UNIT if single or machine_read else _BLANK_SHARE
    whole = joined, len(torn) + (behind.match(line, place) is not None)
    listed = _LISTED.search(_CLAUSE.split(line[max(0, match.start() - _LOOK_BACK) : match.start()])[-1])
    year = _YEAR.match(line, place) and len(joined) == 4 and joined[:2] in {"18", "19", "20"}
    unit = year or _UNIT.match(line, place)
    if machine_read and not unit and _HAN_BEFORE.search(line, max(0, match.start() - 2), match.start()):
        unit = _HAN_BEHIND.match(line, place)
    marked = (
        _PARTED_MARK.search(torn) is not None
        or _parted_at_point(line, match.start(), parts)
        or (len(parts) >= _DIGITS and _LAST_WITH_POINT.fullmatch(torn) is not None)
        or _parted_in_group(line, match.start(), parts)
        or (machine_read and "," in "".join(parts[1:]) and parts[0].isdigit())
        or (machine_read and parts[0].isdigit() and parts[1:] in (["0"], ["00"]))
    )
    if unit and not listed:
        if not all(len(part) == 1 for part in parts[:-1]) and not marked:
            return None
        # Nothing is counted by a nought: 3 0吨 is no list of two numbers.
        several = len(parts) >= _DIGITS or parts[-1] == "0"
        sure = marked or (single and several and not _counts_up(joined))
        return whole, Certainty.CERTAIN if sure or year else Certainty.UNSURE
    offered = single and (marked or len(parts) >= _DIGITS) and _HAN_BEHIND.match(line, place)
    return (whole, Certainty.LIKELY) if offered else None


def _parted_at_point(line: str, start: int, parts: list[str]) -> bool:
    """Tell whether a number within a sentence is parted in two beside its point (1. 5米): no item of a list."""
    if len(parts) != 2 or not _HAN_BEFORE.search(line, max(0, start - 2), start):
        return False
    return parts[0].endswith((".", "．")) or parts[1].startswith((".", "．"))


def _parted_in_group(line: str, start: int, parts: list[str]) -> bool:
    """Tell whether a number is parted within the groups of its thousands (1,2 00; 8 00; 1 063), or into them.

    No number begins with a nought, and none ends behind a comma; 1 860 counts behind a word that counts.
    """
    if not _WORDS_BEFORE.search(line, max(0, start - 2), start):
        return False
    if any(part[0] == "0" and len(part) > 1 and part[1].isdigit() for part in parts[1:]):
        return True
    if _OPEN_GROUP.fullmatch(parts[0]):
        return True
    grouped = len(parts[0]) < _GROUP + 1 and all(_WHOLE_GROUP.fullmatch(part) for part in parts[1:])
    return grouped and parts[0].isdigit() and _COUNTING.search(line, max(0, start - 2), start) is not None


def _counts_up(digits: str) -> bool:
    """Tell whether each digit is one more than the one before: 1 2 3 may be three numbers."""
    return all(int(one) + 1 == int(other) for one, other in pairwise(digits))
