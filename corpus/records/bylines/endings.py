"""The lines behind the last sentence of a text: who signed it, when it was written or printed, on which sheet."""

from __future__ import annotations

from typing import Final

from corpus.records.bylines.bylines import read_line
from corpus.records.lines.byline_forms import SITE
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled
from corpus.records.lines.names import is_family_name
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

PRINTED: Final = LazyPattern(
    r"[（(]?(?P<day>\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})[\s　，,]*"
    r"第?\s*(?P<page>[A-Z]?\d{1,3})\s*版[）)]?"
)
"""The day of a paper and its sheet, a line of their own."""
_SIGNED_DAY: Final = (
    r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
SIGNED: Final = LazyPattern(rf"[（(]?{_SIGNED_DAY}[）)]?")
"""The last line of a text, where it is the day it was signed and nothing else."""
_NAME_THEN_DAY: Final = LazyPattern(
    rf"(?P<name>[\u3400-\u9fff]{{2,4}})[\s　]*[，,、]?[\s　]*(?P<day>{_SIGNED_DAY})"
    r"(?:[\s　，,]*[写记作改草]?于[\u3400-\u9fff]{2,8})?"
)
"""The last line of an essay, which who wrote it signed with the day and the place."""
_WRITTEN_IN: Final = LazyPattern(
    r"[（(—]*[写记作改草补]于[\s　]*(?P<day>\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:[\s　，,].{0,14})?[）)]?"
)
"""When a text was written, the verb first: 写于2024年2月，整理旧账本时."""
_WRITTEN_AT: Final = LazyPattern(
    r"[（(]?(?P<day>\d{4}年\d{1,2}月(?:\d{1,2}日)?)[\s　，,]*(?:夜|晨|凌晨)?[写记作改草]于[\u3400-\u9fff]{2,8}[）)]?"
)
"""When and where a text was written, on one of its last lines."""
_LONGEST_SIGNATURE: Final = 24


def read_end(lines: tuple[str, ...], found: Gathered) -> None:
    """Read the lines behind the last sentence, where any of them is labelled or names who wrote."""
    before = dict(found.fields)
    for line in lines:
        if not is_date_line(line):
            read_line(line, found)
    for line in lines:
        printed = PRINTED.fullmatch(line)
        found.put("issued", iso_date(printed["day"]) if printed else "")
        found.put("page", printed["page"] if printed else "")
    forms = (_WRITTEN_AT, _WRITTEN_IN)
    written = next((match for line in lines for form in forms if (match := form.fullmatch(line))), None)
    found.put("issued", iso_date(written["day"]) if written else "")
    signed = _NAME_THEN_DAY.fullmatch(lines[-1]) if lines else None
    if signed and is_family_name(signed["name"]) and not SITE.match(signed["name"]):
        found.put("author", signed["name"])
        found.put("issued", iso_date(signed["day"], whole=True))
    if len(lines) > 1 and is_date_line(lines[-1]) and len(lines[-2]) < _LONGEST_SIGNATURE:
        found.put("issued", iso_date(lines[-1], whole=True))
    days = [iso_date(line, whole=True) for line in lines if is_date_line(line)]
    if len(days) == 1 and all(len(line) < _LONGEST_SIGNATURE for line in lines):
        found.put("issued", *days)
    labelled = any(is_labelled(line) for line in lines)
    if labelled or found.fields != before:
        for line in lines:
            found.put("issued", iso_date(line, whole=True) if is_date_line(line) else "")
