"""Lines of labels and values under a title and at the end: 来源：… 作者：… 时间：…, on one line or on two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from corpus.records.lines.label_words import LABELS
from index.lazy_pattern import LazyPattern

_FIELD_OF: Final = {label: field for field, labels in LABELS.items() for label in labels}
_WORDS: Final = "|".join(sorted((r"[ 　]*".join(label) for label in _FIELD_OF), key=len, reverse=True))
_PAIR: Final = LazyPattern(
    rf"(?:^|(?<=[\s　（(【\[）)】\]■●·|｜丨>/／；;、]))({_WORDS})[ 　]*([:：/／|｜丨])[ 　]*"
)
_MARKS: Final = " 　\t·|｜丨；;、，,）)】]"
_BEHIND: Final = LazyPattern(
    r"[ 　]*[|｜丨][ 　]*|\t+|[ 　]{2,}(?=\S*\d)|[ 　]+(?=\d{4}[-年/.]|第?\s?[A-Z]?\d{1,3}\s?版)"
    r"|[ 　]+(?=(?:记者|责编|责任编辑|编辑|通讯员|实习生|作者|摄影|字体|字号|浏览|点击|阅读|打印))"
    r"|[ 　]+(?=[\u3400-\u9fff]{2,6}[:：])|(?<=[报网社台刊端])(?<!本[报网社台刊])(?=记者[ 　])"
    r"|[ 　]+(?=(?:举报|纠错|投诉|收藏|关注|分享|评论|跟贴|复制|下载|已阅)\S{0,4}$)"
    r"|[ 　]+(?=分享到?[:：]|保护视力|我要纠错|打印本页|关闭窗口|【)|[ 　]*[】\]][ 　]*[【\[]"
    r"|[，,][ 　]*(?=(?:选自|摘自|原载|载于?|刊于?|来源)[《：:])"
    r"|[ 　]*[（(]ID[:：]|[ 　]*[【\[（(](?=打印|关闭|字体|字号|大[ 　]|收藏|分享|返回)"
)
_BEHIND_NAMES: Final = LazyPattern(
    r"[ 　]*[|｜丨][ 　]*|\t+|[ 　]{2,}(?=\S*\d)|[ 　]+(?=[\u3400-\u9fff]{2,6}[:：])"
)
_OF_MEDIUM: Final = LazyPattern(
    r"(?:[\u3400-\u9fff]{2,8}[报网社台刊端])?(?:特约|首席|见习|实习|资深|全媒体)*(?:记者|通讯员)[ 　]"
)
"""Reporters behind a label of who wrote, with their medium before them or not."""
_ENDS: Final = LazyPattern(r"[:：]")
_SINCE: Final = LazyPattern(r"(?:^|(?<=[\s　·|｜]))(?:发布于|编辑于|发表于|更新于)(?=[ 　]*\d{4})")
_ALONE: Final = LazyPattern(rf"({_WORDS})[ 　]*[:：]?")


def pairs(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (field, label, value) for every label of ``lines``; a label alone on its line takes the next line."""
    waiting = ""
    for line in lines:
        stripped = line.strip(" 　（()）【】[]*—")
        if waiting:
            if not _ALONE.fullmatch(stripped):
                yield _FIELD_OF[waiting], waiting, stripped
                waiting = ""
                continue
            waiting = ""
        alone = _ALONE.fullmatch(stripped)
        if alone:
            waiting = _bare(alone[1])
            continue
        stripped = _SINCE.sub(lambda since: since[0] + "：", stripped)
        found = list(_PAIR.finditer(stripped))
        for one, end in zip(found, [*(other.start() for other in found[1:]), len(stripped)], strict=False):
            field, whole = _FIELD_OF[_bare(one[1])], stripped[one.end() : end].strip(_MARKS)
            behind = _BEHIND_NAMES if field == "author" and _OF_MEDIUM.match(whole) else _BEHIND
            yield field, _bare(one[1]), behind.split(whole)[0].strip(_MARKS)


def is_labelled(line: str) -> bool:
    """Tell whether a line begins with a label and its value."""
    return bool(_PAIR.match(line.strip(" 　（(【[*■●—")))


@cache
def _patterns_of(label: str, *, bare: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a label with its value in a line, and what a line of the label alone is."""
    spaced = r"[ 　]*".join(map(re.escape, label))
    mark = r"(?:[ 　]*[:：][ 　]*|[\s　]+)" if bare else r"[ 　]*[:：][ 　]*"
    return (
        re.compile(
            rf"(?:^|[\s　]){spaced}{mark}([\u3400-\u9fff][ 　]+[\u3400-\u9fff]$|\S[^\n]*?)"
            r"(?:[ 　]{2,}|[ 　](?=[\u3400-\u9fff]{2,8}[:：])|$)"
        ),
        re.compile(rf"{spaced}[ 　]*[:：]"),
    )


def labelled(lines: Sequence[str], *labels: str, bare: bool = False) -> str:
    """Return the value of the first of ``labels`` that a line begins with, blanks inside a label ignored.

    A label with its colon alone on a line takes the next one. ``bare`` takes a blank for the colon.
    """
    together = "\n".join(lines)
    if not bare and not _ENDS.search(together):
        return ""
    for label in labels:
        if not all(character in together for character in label):
            continue
        pattern, alone = _patterns_of(label, bare=bare)
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            if label[0] not in line:
                continue
            found = pattern.search(line)
            if found:
                return found[1].strip()
            if alone.fullmatch(line) and below and not _ENDS.search(below):
                return below
    return ""


def _bare(label: str) -> str:
    return re.sub(r"[ 　]", "", label)
