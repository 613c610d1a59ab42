"""The head of a letter sent by mail, kept as text: from whom, to whom, when, what about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from index.lazy_pattern import LazyPattern

_FIELDS: Final[Mapping[str, str]] = {
    "from": "from", "发件人": "from", "寄件人": "from",
    "自": "from", "致": "to", "to": "to", "收件人": "to", "cc": "to", "抄送": "to",
    "date": "date", "sent": "date", "发送时间": "date", "发送日期": "date", "日期": "date", "时间": "date",
    "subject": "subject", "主题": "subject", "主 题": "subject",
}  # fmt: skip
_LINE: Final = LazyPattern(
    rf"(?P<label>{'|'.join(sorted(_FIELDS, key=len, reverse=True))})[ 　]*[:：][ 　]*(?P<value>\S.*)?",
    re.IGNORECASE,
)
_MOST: Final = 8
_LONGEST: Final = 400


def letter_head(lines: Sequence[str]) -> dict[str, str]:
    """Return the fields of the head that ``lines`` begin with: from, subject, and to or date; else nothing."""
    told: dict[str, str] = {}
    for line in lines[:_MOST]:
        found = _LINE.fullmatch(line[:_LONGEST].strip())
        if found is None:
            break
        told.setdefault(_FIELDS[found["label"].casefold()], (found["value"] or "").strip())
    whole = {"from", "subject"} <= told.keys() and bool({"to", "date"} & told.keys())
    return told if whole and told["subject"] else {}
