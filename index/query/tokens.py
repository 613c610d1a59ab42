"""Cutting a query into tokens; plain questions come through whole, full-width marks mean the half-width ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.fold.classes import has_han
from index.lazy_pattern import LazyPattern
from index.query.tree import Field

TokenKind = Literal[
    "word", "phrase", "regex", "field", "and", "or", "not", "near", "open", "close", "plus", "minus"
]

FIELDS: dict[str, Field] = {
    "标题": "title", "title": "title",
    "正文": "text", "text": "text",
    "趋势": "trends", "trend": "trends", "trends": "trends",
    "平台": "platforms", "platform": "platforms", "platforms": "platforms",
    "出处": "source", "source": "source",
    "年份": "year", "year": "year",
    "标签": "tags", "tag": "tags", "tags": "tags",
    "批注": "notes", "note": "notes", "notes": "notes",
    "课题": "collections", "collection": "collections", "collections": "collections",
    "作者": "author", "author": "author",
}  # fmt: skip
OPERATORS: dict[str, TokenKind] = {
    "AND": "and", "+": "and", "＋": "and",
    "OR": "or", "或": "or",
    "NOT": "not", "非": "not", "-": "not", "－": "not",
}  # fmt: skip
# What ends a phrase depends on what opened it.
QUOTES = {'"': '"', "“": "”", "”": "”", "＂": "＂"}
PIPES = "|｜"
OPEN, CLOSE = "(（", ")）"
NEAR = LazyPattern(r"NEAR(?:/(\d{1,4}))?\Z")
FIELD = LazyPattern(r"([A-Za-z]+|[\u4e00-\u9fff]{2})[:：]")
WILD = LazyPattern(r"[*?]")
REGEX = LazyPattern(r"/(?=\S)((?:[^/\\\n]|\\.)+)/(?=\s|$|[)）])")


@dataclass(frozen=True, slots=True)
class QueryToken:
    """A token of a query with its span; ``value`` is a phrase's inside, a pattern, a field or a distance."""

    kind: TokenKind
    value: str
    start: int
    end: int
    closed: bool = True
    wild: bool = False


def _word_end(text: str, start: int) -> int:
    """Return where a word beginning at ``start`` ends: at a blank, a bracket, a pipe or an opening quote “."""
    end = start
    while end < len(text) and not (text[end].isspace() or text[end] in "()（）|｜“"):
        end += 1
    return max(end, start + 1)


def _operator(text: str, start: int, end: int, written: tuple[int, int]) -> QueryToken | None:
    """Return the operator a word is: it stands between blanks, with something before and after it.

    Capital ``AND``, ``OR``, ``NOT`` and ``NEAR`` are operators (with an operand missing) at an end of the query too.
    ``written`` is where the query begins and ends, blanks around it left out.
    """
    word = text[start:end]
    before, after = written[0] < start, end < written[1]
    if not (before and after) and (not word.isascii() or word in "+-" or not (before or after)):
        return None
    if (before and not text[start - 1].isspace() and text[start - 1] not in CLOSE) or (
        after and not text[end].isspace() and text[end] not in OPEN
    ):
        return None
    if kind := OPERATORS.get(word):
        return QueryToken(kind, word, start, end)
    if match := NEAR.match(word):
        return QueryToken("near", match.group(1) or "10", start, end)
    return None


def _is_wild(text: str, start: int, end: int, written: tuple[int, int]) -> bool:
    """Tell whether ``?`` and ``*`` in a word stand for other characters."""
    word = text[start:end]
    if not WILD.search(word) or not re.search(r"\w", word):
        return False
    first = WILD.search(word)
    if first is None or has_han(word[: first.start()]):
        return False
    return end < written[1] or word[-1] != "?"


def _phrase(text: str, start: int) -> QueryToken:
    closing = text.find(QUOTES[text[start]], start + 1)
    if closing < 0:
        return QueryToken("phrase", text[start + 1 :], start, len(text), closed=False)
    return QueryToken("phrase", text[start + 1 : closing], start, closing + 1)


def _at(text: str, start: int, written: tuple[int, int]) -> QueryToken:
    """Return the token that begins at ``start``, where a word, if one stands before, has ended."""
    char = text[start]
    if char in OPEN:
        return QueryToken("open", char, start, start + 1)
    if char in CLOSE:
        return QueryToken("close", char, start, start + 1)
    if char in PIPES:
        return QueryToken("or", char, start, start + 1)
    if char in QUOTES:
        return _phrase(text, start)
    if match := REGEX.match(text, start):
        return QueryToken("regex", match.group(1), start, match.end())
    if (match := FIELD.match(text, start)) and match.group(1).lower() in FIELDS:
        return QueryToken("field", FIELDS[match.group(1).lower()], start, match.end())
    end = _word_end(text, start)
    if operator := _operator(text, start, end, written):
        return operator
    if (char in "-－+＋" and end - start > 1) or (char in "-+" and text[end : end + 1] in OPEN):
        return QueryToken("minus" if char in "-－" else "plus", char, start, start + 1)
    return QueryToken("word", text[start:end], start, end, wild=_is_wild(text, start, end, written))


def tokenize(text: str) -> list[QueryToken]:
    """Return the tokens of a query; blanks, the ideographic one too, only separate."""
    tokens: list[QueryToken] = []
    written = (len(text) - len(text.lstrip()), len(text.rstrip()))
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _at(text, at, written)
        tokens.append(token)
        at = token.end
    return tokens
