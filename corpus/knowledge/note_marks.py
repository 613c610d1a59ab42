"""Marks of notes inside sentences ([2], ³, ①), which figures are read across: 地区生产总值[2]500.0亿元."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic

UNSEEN: Final = "\u2060"
"""Stands for each character of a mark, so that all places stay."""
_MARK: Final = re.compile(
    r"(?<=[\u3400-\u9fff）)%％”])(?:[\[〔［]\d{1,3}[\]〕］]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[①-⑳](?=[\d为达约]))"
)


def without_marks(text: str) -> str:
    """Return a text of the same length in which the marks of notes are not seen."""
    return _MARK.sub(lambda mark: UNSEEN * len(mark[0]), text)


def told_plainly(found: Statistic) -> Statistic:
    """Return a figure whose words are without what stood for marks."""
    words = ("metric", "subject", "region", "qualifier", "basis", "source")
    touched = {name: told.replace(UNSEEN, "") for name in words if UNSEEN in (told := getattr(found, name))}
    return replace(found, **touched) if touched else found
