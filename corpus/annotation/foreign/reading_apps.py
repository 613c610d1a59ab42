"""Highlights of 微信读书 (its notes as text or as Markdown of Obsidian) and of Kindle (My Clippings)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.annotation.foreign.highlight import Highlight
from corpus.text.characters import letters_alone
from index.lazy_pattern import LazyPattern

_TITLE: Final = LazyPattern(r"^《(?P<title>.+?)》")
_THOUGHT: Final = LazyPattern(r"^(?P<day>\d{4}[/-]\d{1,2}[/-]\d{1,2})?\s*(?:发表想法|发表点评|认为好看)")
_QUOTED: Final = LazyPattern(r"^原文[：:]\s*")
_COUNT: Final = LazyPattern(r"\d+\s*个笔记")
_SIGNED: Final = "-- 来自微信读书"
_FINISHED: Final = LazyPattern(r"[。！？!?…；;][”’」』）)\]\"]*\Z")
_KINDLE_KIND: Final = LazyPattern(r"标注|Highlight|划线")
_KINDLE_NOTE: Final = LazyPattern(r"笔记|Note")
_KINDLE_PLACE: Final = LazyPattern(
    r"(?:位置|Location|Loc\.)\s*#?\s*(?P<first>\d{1,9})(?:\s*-\s*(?P<last>\d{1,9}))?"
)
_KINDLE_AUTHOR: Final = LazyPattern(r"\s*[（(][^（()）]*[）)]\s*$")
_PIN: Final = "📌"
_THOUGHT_SIGN: Final = "💭"
_PINNED: Final = LazyPattern(r"(?m)^[>\s-]*📌")
_NAMED: Final = LazyPattern(r"(?m)^[>\s-]*书名\s*[：:]\s*(?P<title>\S.*?)\s*$")
_LEAD: Final = "> \t-"
"""What stands before a line of Markdown that is quoted or listed."""
RULE: Final = "=========="


def is_weread(text: str) -> bool:
    """Tell whether a text is a book's notes out of 微信读书."""
    head = text.lstrip("\ufeff \n")
    return ("\n◆" in text or "\n>>" in text) and bool(_TITLE.match(head) or "个笔记" in text[:400])


def read_weread(text: str) -> Iterator[Highlight]:
    """Yield the highlights of one book or several; thoughts come with the words they are about."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    heads = [place for place in range(len(lines)) if _is_head(lines, place)]
    first = next((place for place, line in enumerate(lines) if line), 0)
    starts = [first, *(place for place in heads if place > first)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = _TITLE.match(lines[start])
        yield from _weread_book(match["title"] if match else lines[start], lines[start + 1 : end])


def _is_head(lines: Sequence[str], place: int) -> bool:
    """Tell whether a line is the title of a book: how many notes there are stands a few lines below it."""
    few = [line for line in lines[place + 1 : place + 8] if line][:3]
    return _TITLE.match(lines[place]) is not None and any(map(_COUNT.fullmatch, few))


def _weread_book(title: str, lines: Sequence[str]) -> Iterator[Highlight]:
    """Yield the highlights of a book; words that a thought is about are not told again without it."""
    older = any(line.startswith(">>") for line in lines)
    found: list[Highlight] = []
    waiting = ""
    for number, block in enumerate(one for one in _weread_blocks(lines, ">>" if older else "◆") if one[0]):
        told = _weread_block(title, block, number)
        if older and not told.words:
            waiting = "\n".join(filter(None, (waiting, told.note)))
        else:
            found.append(
                replace(told, note=told.note or waiting, where=f"想法 {number}" if waiting else told.where)
            )
            waiting = ""
    if waiting:
        found.append(Highlight(title, "", waiting))
    thought_of = {letters_alone(one.words) for one in found if one.note}
    yield from (
        one for one in found if one.note or (one.words and letters_alone(one.words) not in thought_of)
    )


def _weread_blocks(lines: Sequence[str], sign: str) -> list[list[str]]:
    """Return the lines of each highlight and thought.

    Further paragraphs of a highlight have no sign and one empty line above them; the name of a chapter has two, or
    ends no sentence. Older versions put ``◆`` before chapters, ``>>`` before highlights, nothing before thoughts.
    """
    blocks: list[list[str]] = []
    goes_on, empty = False, 0
    for line in lines:
        if not line:
            empty += 1
            continue
        if line.startswith(sign) or (sign == ">>" and _THOUGHT.match(line)):
            blocks.append([line.removeprefix(sign).strip()])
            goes_on = True
        elif line.startswith(("◆", _SIGNED)):
            goes_on = False
        elif goes_on and (not empty or not _is_whole(blocks[-1]) or (empty == 1 and _FINISHED.search(line))):
            blocks[-1].append(line)
        else:
            goes_on = False
        empty = 0
    return blocks


def _is_whole(block: list[str]) -> bool:
    """Tell whether an empty line ends a block: a thought goes on until its quotation."""
    return not (block and _THOUGHT.match(block[0])) or any(_QUOTED.match(one) for one in block)


def _weread_block(title: str, block: list[str], number: int) -> Highlight:
    if not _THOUGHT.match(block[0]):
        return Highlight(title, "\n".join(block))
    quoted = next((n for n, line in enumerate(block) if _QUOTED.match(line)), len(block))
    note = "\n".join(block[1:quoted])
    words = "\n".join([_QUOTED.sub("", block[quoted]), *block[quoted + 1 :]]) if quoted < len(block) else ""
    return Highlight(title, words, note, where=f"想法 {number}")


def is_pinned(text: str) -> bool:
    """Tell whether a text is a book's notes of 微信读书 as Markdown: 📌 before what is marked, 💭 before a thought."""
    return _PINNED.search(text) is not None and ("⏱" in text or "weread" in text)


def read_pinned(text: str) -> Iterator[Highlight]:
    """Yield the highlights of a book; what follows one up to an empty line or another sign belongs to it."""
    named = _NAMED.search(text)
    title = named["title"].strip("《》 ") if named else ""
    for number, block in enumerate(_PINNED.split(text)[1:]):
        parts: dict[str, list[str]] = {_PIN: [], _THOUGHT_SIGN: []}
        sign = _PIN
        for line in (one.strip(_LEAD) for one in block.split("\n")):
            if not line or line.startswith(("⏱", "#")):
                break
            sign = _THOUGHT_SIGN if line.startswith(_THOUGHT_SIGN) else sign
            parts[sign].append(line.removeprefix(_THOUGHT_SIGN).strip())
        words, thought = ("\n".join(parts[one]) for one in (_PIN, _THOUGHT_SIGN))
        if words:
            yield Highlight(title, words, thought, where=f"划线 {number}")


def is_kindle(text: str) -> bool:
    """Tell whether a text is Kindle's file of clippings."""
    return RULE in text and any(
        _KINDLE_PLACE.search(line) for line in text.splitlines() if line.startswith("- ")
    )


def read_kindle(text: str) -> Iterator[Highlight]:
    """Yield the highlights; a note goes to the highlight whose place holds its own."""
    found: list[tuple[str, int, int, str]] = []
    notes: list[tuple[str, int, str]] = []
    for clipping in text.lstrip("\ufeff").split(RULE):
        lines = [line.strip().lstrip("\ufeff") for line in clipping.strip().splitlines()]
        if len(lines) < 3:
            continue
        place = _KINDLE_PLACE.search(lines[1])
        title, words = _KINDLE_AUTHOR.sub("", lines[0]), "\n".join(lines[2:]).strip()
        if place is None or not words:
            continue
        first, last = int(place["first"]), int(place["last"] or place["first"])
        if _KINDLE_KIND.search(lines[1]):
            found.append((title, first, last, words))
        elif _KINDLE_NOTE.search(lines[1]):
            notes.append((title, first, words))
    for title, first, last, words in found:
        told = "\n".join(note for whose, at, note in notes if whose == title and first <= at <= last)
        yield Highlight(title, words, told, where=f"{first}-{last}")
