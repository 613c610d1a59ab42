"""XML and subtitles as the files stand: the whole text, and repairs that take the markup out of what is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.importing.xml_tree import parse_xml
from corpus.model.errors import InputError
from corpus.model.source import Page, ReaderRepair, SourceDocument
from corpus.text.decode import Decoded, decode
from index.lazy_pattern import LazyPattern

_TAG: Final = r"<(?:!--.*?-->|\?.*?\?>|!\[CDATA\[|!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*)?>|/?[^\W\d][^<>]*>)|\]\]>"
_TAGS: Final = LazyPattern(rf"\s*(?:{_TAG})(?:\s*(?:{_TAG}))*\s*", re.DOTALL)
_NAME: Final = LazyPattern(r"</?([^\W\d][\w:.-]*)")
_INLINE: Final = frozenset(
    {"b", "i", "em", "strong", "sub", "sup", "span", "a", "italic", "bold", "hi", "u", "font"}
)
_APART: Final = frozenset(
    {"br", "lb", "p", "div", "li", "tr", "td", "th", "row", "cell", "item", "para", "title"}
)
"""What ends a line though words stand right before and behind it."""
_MOST_REPAIRS: Final = 50_000
_CUE: Final = LazyPattern(
    r"(?:^[ \t]*\d+[ \t]*\n)?^[ \t]*(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{1,2})(?:[,.]\d{1,3})?[ \t]*-->"
    r"[ \t]*\d[^\n]*(?:\n|\Z)",
    re.MULTILINE,
)
_BLOCK: Final = LazyPattern(
    r"\A\ufeff?WEBVTT[^\n]*(?:\n(?![^\n]*-->)[^\n]+)*\n*|(?<=\n\n)(?:NOTE|STYLE|REGION)(?:[ \t][^\n]*)?(?:\n[^\n]+)*\n*"
)
"""The head of WebVTT, its remarks and its styles."""
_IDENTIFIER: Final = LazyPattern(
    r"(?<=\n\n)(?!\d+[ \t]*\n|(?:NOTE|STYLE|REGION)\b|[^\n]*-->)[^\n]+\n"
    r"(?=[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-->)"
)
"""What a cue of WebVTT is called, on the line above its time."""
_VOICE: Final = LazyPattern(r"<v(?:\.[\w.-]+)?[ \t]+(?P<who>[^>\n]{1,60})>[ \t]*")
_CLASS: Final = LazyPattern(r"</?(?:[biucv]|ruby|rt|lang)(?:[.\s][^>\n]{0,80})?>|<\d[\d:.]{4,12}>")
_STYLE: Final = LazyPattern(r"</?[biu]>|</?font[^>\n]{0,80}>|\{\\[^}\n]{0,80}\}", re.IGNORECASE)
_REMAINS: Final = "html_remains"
_FURNITURE: Final = "page_furniture"


def read_xml(data: bytes, encoding: str = "") -> SourceDocument:
    """Return an XML file as it stands; its tags are taken out of what is read.

    Raises ``InputError`` of kind hostile for entities of its own, and as the plain text reader does.
    """
    decoded = decode(data, encoding)
    try:
        parse_xml(_undeclared(decoded.text).encode("utf-8", "replace"))
    except InputError as error:
        if error.kind == "hostile":
            raise
    repairs = tuple(_without_tags(decoded.text))
    return SourceDocument(
        decoded.text,
        decoded.encoding,
        "xml",
        warnings=decoded.warnings,
        repairs=repairs if 0 < len(repairs) <= _MOST_REPAIRS and len(_left(decoded.text, repairs)) else (),
    )


def _undeclared(text: str) -> str:
    """Return the text without the declaration of an encoding it no longer is in."""
    text = text.lstrip()
    return text.partition("?>")[2] if text.startswith("<?xml") else text


def _without_tags(text: str) -> Iterator[ReaderRepair]:
    """Yield for every run of tags what takes its place: a line end, nothing for inline ones and at the edges."""
    for run in _TAGS.finditer(text):
        names = _NAME.findall(run.group())
        inline = bool(names) and all(name.lower() in _INLINE for name in names)
        inline = inline or _within_words(text, run, names)
        start, end, after = run.start(), run.end(), "\n"
        if inline:
            core = re.compile(_TAG, re.DOTALL)
            yield from (ReaderRepair(_REMAINS, run.start() + one.start(), run.start() + one.end()) for one in
                        core.finditer(run.group()))  # fmt: skip
            continue
        if start == 0 or end == len(text):
            after = ""
        yield ReaderRepair(_REMAINS, start, end, after)


def _within_words(text: str, run: re.Match[str], names: list[str]) -> bool:
    """Tell whether a lone tag has words right before and behind it, which it marks a part of."""
    before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
    touching = all(map(str.strip, (before, after, run[0][0], run[0][-1])))
    lone = len(names) == 1 and names[0].lower() not in _APART
    return lone and touching and not (before.isdigit() and after.isdigit())


def _left(text: str, repairs: tuple[ReaderRepair, ...]) -> str:
    """Return what is left of a text to be read."""
    parts, place = [], 0
    for one in repairs:
        parts.append(text[place : one.start])
        place = one.end
    parts.append(text[place:])
    return "".join(parts).strip()


def read_subtitles(data: bytes, encoding: str = "") -> SourceDocument:
    """Return subtitles (SRT) as they stand; the numbers and times of the cues are taken out of what is read.

    The time a cue begins at is its page. Raises ``InputError`` as the plain text reader does.
    """
    decoded = decode(data, encoding)
    styles = [ReaderRepair(_REMAINS, one.start(), one.end()) for one in _STYLE.finditer(decoded.text)]
    return _subtitles(decoded, "srt", (), styles)


def read_webvtt(data: bytes, encoding: str = "") -> SourceDocument:
    """Return subtitles (WebVTT) as they stand; what is not said is taken out of what is read, who says it stays.

    The time a cue begins at is its page. Raises ``InputError`` as the plain text reader does.
    """
    decoded = decode(data, encoding)
    text = decoded.text
    around = [
        ReaderRepair(_FURNITURE, one.start(), one.end())
        for pattern in (_BLOCK, _IDENTIFIER)
        for one in pattern.finditer(text)
    ]
    voices = [
        ReaderRepair(_REMAINS, one.start(), one.end(), f"{one['who']}：") for one in _VOICE.finditer(text)
    ]
    begun = {one.start for one in voices}
    styles = [
        ReaderRepair(_REMAINS, one.start(), one.end())
        for one in _CLASS.finditer(text)
        if one.start() not in begun
    ]
    return _subtitles(decoded, "vtt", around, [*voices, *styles])


def _subtitles(
    decoded: Decoded, form: str, around: Sequence[ReaderRepair], styles: Sequence[ReaderRepair]
) -> SourceDocument:
    """Return subtitles without the numbers and times of their cues, ``around`` them, and ``styles`` outside those."""
    text = decoded.text
    cues = list(_CUE.finditer(text))
    heads = [*around, *(ReaderRepair(_FURNITURE, cue.start(), cue.end()) for cue in cues)]
    places = sorted((head.start, head.end) for head in heads)
    repairs = tuple(
        sorted(
            [*heads, *(one for one in styles if not _lies_in(places, one.start))], key=lambda one: one.start
        )
    )
    return SourceDocument(
        text,
        decoded.encoding,
        form,
        pages=tuple(Page(cue["time"], cue.start()) for cue in cues),
        warnings=decoded.warnings,
        repairs=repairs if repairs and _left(text, repairs) else (),
    )


def _lies_in(places: Sequence[tuple[int, int]], offset: int) -> bool:
    """Tell whether one of the stretches, which are in order, holds ``offset``."""
    at = bisect_right(places, offset, key=lambda place: place[0]) - 1
    return at >= 0 and offset < places[at][1]
