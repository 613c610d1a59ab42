"""Highlights of 微信读书 (its notes as text or as Markdown of Obsidian) and of Kindle (My Clippings)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.annotation.foreign.highlight import Highlight
from index.lazy_pattern import LazyPattern

_TITLE: Final = LazyPattern(r"^《(?P<title>.+?)》")
_THOUGHT: Final = LazyPattern(r"^(?P<day>\d{4}[/-]\d{1,2}[/-]\d{1,2})?\s*(?:发表想法|发表点评|认为好看)")
_QUOTED: Final = LazyPattern(r"^原文[：:]\s*")
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
    return text.count("\n◆") >= 1 and bool(_TITLE.match(text.lstrip("\ufeff \n")) or "个笔记" in text[:400])


def read_weread(text: str) -> Iterator[Highlight]:
    """Yield the highlights of a book; thoughts come with the words they are about."""
    lines = text.lstrip("\ufeff").splitlines()
    head = next((line.strip() for line in lines if line.strip()), "")
    match = _TITLE.match(head)
    title = match["title"] if match else head
    blocks: list[list[str]] = []
    goes_on = False
    for line in (one.strip() for one in lines):
        if line.startswith("◆"):
            blocks.append([line.removeprefix("◆").strip()])
            goes_on = True
        elif goes_on and line:
            blocks[-1].append(line)
        elif goes_on and _is_whole(blocks[-1]):
            # What follows up to the next sign is the name of a chapter, or who made the file.
            goes_on = False
    for number, block in enumerate(one for one in blocks if one[0]):
        yield _weread_block(title, block, number)


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
