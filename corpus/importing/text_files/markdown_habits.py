"""Markdown as people write it – Obsidian's links, marks, comments and callouts, hashtags – as plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from corpus.importing.blocks.raised import raised
from index.lazy_pattern import LazyPattern

_FENCE: Final = LazyPattern(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})")
_COMMENT: Final = LazyPattern(r"%%.*?%%")
_CODE_SPAN: Final = LazyPattern(r"(?<!`)(`++).*?(?<!`)\1(?!`)")
_EMBED: Final = LazyPattern(r"!\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,300}))?\]\]")
_LINK: Final = LazyPattern(r"\[\[([^\[\]|\n]{0,300})(?:\|([^\[\]\n]{0,300}))?\]\]")
_MARK: Final = LazyPattern(r"==(?=[^\s=])([^=\n]{1,500}?)(?<=[^\s=])==")
_STRUCK: Final = LazyPattern(r"~~(?=[^\s~])([^~\n]{1,500}?)(?<=[^\s~])~~")
_RAISED: Final = LazyPattern(r"(?<![\s^])\^([0-9+\-−]{1,6}|[①-⑳])\^(?!\^)")
_LOWERED: Final = LazyPattern(r"(?<=[A-Za-z)])(?<!~)~(\d{1,3})~(?!~)")
"""Figures between such marks; 30~50元 and ~约~ are none."""
_SIZE: Final = LazyPattern(r"\d+(?:x\d+)?")
_CALLOUT: Final = LazyPattern(
    r"(?P<quote>[ ]{0,3}(?:>[ ]?)+)\[!(?P<kind>[\w-]{1,30})\][+-]?[ \t]*(?P<title>.*)"
)
_TAG: Final = LazyPattern(r"(?<![\w#/&])#(?P<tag>[\w/-]*[^\W\d_][\w/-]*)")
_TAG_LINE: Final = LazyPattern(r"[ \t]*#[\w/-]*[^\W\d_][\w/-]*(?:[ \t]+#[\w/-]*[^\W\d_][\w/-]*)+[ \t]*")
_CELL: Final = r"[ \t]*:?-+:?[ \t]*"
_RULER: Final = LazyPattern(rf"[ ]{{0,3}}(?:\|?{_CELL}(?:\|{_CELL})+\|?|\|{_CELL}\|)[ \t]*")
_MOST_TAGS: Final = 200


@dataclass(frozen=True, slots=True)
class PlainMarkdown:
    """Markdown any reader understands, and the hashtags that stood in it."""

    text: str
    tags: tuple[str, ...]


def plain_markdown(text: str) -> PlainMarkdown:
    """Return the text with its habits written out; code is left as it stands."""
    tags: dict[str, None] = {}
    lines = _without_comments(text.split("\n"))
    written = [line if code else _written(line, tags) for line, code in _told_code(lines)]
    return PlainMarkdown("\n".join(_with_room_for_tables(written)), tuple(tags)[:_MOST_TAGS])


def _told_code(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line and whether it is code or the fence around it."""
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if fence:
            yield line, True
            if match and match["fence"].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif match:
            fence = match["fence"]
            yield line, True
        else:
            yield line, False


def _without_comments(lines: list[str]) -> list[str]:
    """Return the lines without ``%%…%%``, over several lines too; one that never ends is none."""
    kept: list[str] = []
    opened: list[str] | None = None
    for line, code in _told_code(lines):
        if opened is not None:
            opened.append(line)
            before, found, after = line.partition("%%")
            if found:
                kept[-1] += after
                opened = None
            continue
        bare = line if code else _outside_code(line, lambda part: _COMMENT.sub("", part))
        if not code and bare.count("%%") == 1 and "`" not in bare:
            before, _found, after = bare.partition("%%")
            kept.append(before)
            opened = [f"%%{after}"]
        else:
            kept.append(bare)
    if opened is not None:
        kept[-1] += opened[0]
        kept += opened[1:]
    return kept


def _written(line: str, tags: dict[str, None]) -> str:
    """Return one line with its links, marks and callouts written out; its hashtags are put into ``tags``."""
    callout = _CALLOUT.fullmatch(line)
    if callout:
        title = _written(callout["title"], tags) if callout["title"].strip() else ""
        return (
            f"{callout['quote']}{title}\n{callout['quote'].rstrip()}" if title else callout["quote"].rstrip()
        )
    if "#" in line:
        alone = _TAG_LINE.fullmatch(line)
        if alone or not line.lstrip().startswith("#"):
            _outside_code(line, lambda part: _gathered(part, tags))
        if alone:
            return "\\" + line.lstrip()
    if "^" in line or "~" in line:
        line = _outside_code(line, _with_small_marks)
    if "[[" in line or "==" in line or "~~" in line:
        return _outside_code(line, _spelled)
    return line


def _spelled(part: str) -> str:
    part = _LINK.sub(_shown, _EMBED.sub(_pictured, part))
    return _STRUCK.sub(_apart, _MARK.sub(r"\1", part))


def _with_small_marks(part: str) -> str:
    """Return figures written as raised (12km^2^) or lowered (H~2~O) the way they are printed."""
    up = _RAISED.sub(lambda one: raised(one[1]), part)
    return _LOWERED.sub(r"\1", up)


def _apart(struck: re.Match[str]) -> str:
    """Return what was struck, with a blank where its figure would run into the one beside it (~~35~~29元)."""
    own, text = struck[1], struck.string
    before, behind = text[max(0, struck.start() - 1) : struck.start()], text[struck.end() : struck.end() + 1]
    first = " " if own[0].isdigit() and before.isdigit() else ""
    return first + own + (" " if own[-1].isdigit() and behind.isdigit() else "")


def _gathered(part: str, tags: dict[str, None]) -> str:
    tags.update(dict.fromkeys(match["tag"].strip("/-") for match in _TAG.finditer(part)))
    return part


def _outside_code(line: str, change: Callable[[str], str]) -> str:
    """Return the line with ``change`` made to what stands outside code spans."""
    if "`" not in line:
        return change(line)
    parts: list[str] = []
    place = 0
    for span in _CODE_SPAN.finditer(line):
        parts += [change(line[place : span.start()]), span.group()]
        place = span.end()
    return "".join([*parts, change(line[place:])])


def _shown(match: re.Match[str]) -> str:
    """Return what a link shows: its alias, else the heading or note it leads to."""
    target, _found, heading = match[1].partition("#")
    return match[2] or target.strip() or heading.strip("# ^")


def _pictured(match: re.Match[str]) -> str:
    """Return the alternative text of what is embedded, else its name."""
    alias = match[2] or ""
    name = match[1].partition("#")[0].rpartition("/")[2]
    stem = name.rpartition(".")[0] if "." in name else name
    return stem if not alias or _SIZE.fullmatch(alias) else alias


def _with_room_for_tables(lines: list[str]) -> Iterator[str]:
    """Yield the lines with an empty one above each table that stands right below a line of text."""
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        begins = "|" in line and "|" in below and _RULER.fullmatch(below) is not None
        above = lines[place - 1] if place else ""
        if begins and above.strip() and "|" not in above:
            yield ""
        yield line
