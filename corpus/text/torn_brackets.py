"""Brackets of a stretch cut out of a sentence whose other half was left behind."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = ("“”", "《》", "（）", "()", "「」", "『』", "【】", "[]", "［］")


def without_torn_brackets(words: str) -> str:
    """Return words without brackets at their edges whose other half is not among them: （弱小的品牌 is 弱小的品牌."""
    while words and any(
        words[0] == left and words.count(left) > words.count(right) for left, right in _PAIRS
    ):
        words = words[1:]
    while words and any(
        words[-1] == right and words.count(right) > words.count(left) for left, right in _PAIRS
    ):
        words = words[:-1]
    return words
