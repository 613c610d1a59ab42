"""Names and words a translation machine got wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.model.platform import Correction
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_KNOWN: Final = {
    "品多多": "拼多多",
    "聘多多": "拼多多",
    "微信官方账号": "微信公众号",
    "网络名人经济": "网红经济",
}
_WRONG: Final = LazyPattern(r"误[写作译印植]|[印写译错]作|写成|译成|原文|原页|应[为作]|笔误|讹|错字|更正")
_REACH: Final = 400
"""How far an editor's remark on a form is looked for, in code points."""
_KNOWN_PATTERN: Final = LazyPattern("|".join(sorted(_KNOWN, key=len, reverse=True)))


def find_wordings(page: Page) -> Iterator[Proposal]:
    """Find the wrong forms of the lexicons (certain), and forms known to come of machine translation (offered).

    A known form that stands by itself in quotation marks is spoken of, not used.
    """
    certain = {
        one.wrong: one.right
        for one in page.corrections
        if one.wrong and one.wrong != one.right and _in_context(page.text, one)
    }
    taken: set[int] = set()
    if certain:
        pattern = re.compile("|".join(re.escape(wrong) for wrong in sorted(certain, key=len, reverse=True)))
        for match in pattern.finditer(page.text):
            if _stands_alone(page, match):
                taken.add(match.start())
                sure = Certainty.LIKELY if _spoken_of(page, match) else Certainty.CERTAIN
                yield Proposal(match.start(), match.end(), certain[match.group()], sure)
    for match in _KNOWN_PATTERN.finditer(page.text):
        if match.start() not in taken and not _quoted(page, match):
            yield Proposal(match.start(), match.end(), _KNOWN[match.group()], Certainty.LIKELY)


def _in_context(text: str, correction: Correction) -> bool:
    """Tell whether a correction may be applied in a text at all."""
    return not correction.context or any(word in text for word in correction.context)


def _quoted(page: Page, match: re.Match[str]) -> bool:
    """Tell whether a form stands by itself in quotation marks."""
    return page.before(match.start()) in set('“「『‘"') and page.at(match.end()) in set('”」』’"')


def _spoken_of(page: Page, match: re.Match[str]) -> bool:
    """Tell whether a sentence tells that a form is wrong, as an editor does: 原文印作“…”, “…”系误写."""
    if not _quoted(page, match):
        return False
    near, far = max(0, match.start() - _REACH), min(len(page.text), match.end() + _REACH)
    start = max(page.text.rfind(end, near, match.start()) for end in "。！？\n")
    stop = min((at for end in "。！？\n" if (at := page.text.find(end, match.end(), far)) >= 0), default=far)
    return bool(_WRONG.search(page.text, max(near, start), stop))


def _stands_alone(page: Page, match: re.Match[str]) -> bool:
    """Tell whether a Latin form is a whole word; Chinese ones always are."""
    first, last = match.group()[0], match.group()[-1]
    before, after = page.before(match.start()), page.at(match.end())
    glued = (first.isascii() and first.isalnum() and before.isascii() and before.isalnum()) or (
        last.isascii() and last.isalnum() and after.isascii() and after.isalnum()
    )
    return not glued
