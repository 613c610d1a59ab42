"""Line breaks in the middle of sentences and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import CJK_MARKS, HAN, is_han
from corpus.text.repairs.furniture import find_furniture
from corpus.text.repairs.rule import Line, Page, Proposal
from index.lazy_pattern import LazyPattern

_HYPHEN: Final = LazyPattern(r"(?<=[a-z]{2})[-\u2010]\n[ \t]*(?=[a-z]{2})")
_ENDED: Final = LazyPattern(
    r"[。！？!?…：:；;][”’」』）)]*(?:[\[［〔]\d{1,3}[\]］〕]|[①-⑳]|[⁰¹²³⁴-⁹]+)*\s*\Z"
)
"""A sentence that is over, with the marks of notes behind it."""
_GOES_ON: Final = LazyPattern(rf"[{HAN}{CJK_MARKS}a-zA-Z0-9%％.．]")
_ITEM: Final = LazyPattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、)]|[.．](?!\d))"
    r"|第.{1,3}[章节篇条]|[-*•●]|——)"
)
_CLAUSE: Final = LazyPattern("[，、。；]")
_OPEN: Final = LazyPattern(rf"[{HAN}，、]\Z")
_FEWEST: Final = 4
_FEWEST_WITHIN_WORDS: Final = 3
_FEWEST_PRINTED: Final = 2
_LONG: Final = 28
_TOLERANCE: Final = 2
"""How many characters fewer a line may have where a mark or a word does not fit any more."""
_NARROW: Final = LazyPattern("[\u0000-\u2e80]+")
_SHORTEST: Final = 20
_STOP: Final = LazyPattern("[。！？；]")
_PAUSES: Final = "，、"
_ROW: Final = LazyPattern(r"(?:.*[ \u3000])?\d[\d,.]+[%％]?[ \u3000]+[\d,.]+[%％]?[ \u3000]*")
"""A row of cells parted by blanks: it ends with two numbers that stand alone, none a torn digit."""


def find_line_breaks(page: Page) -> Iterator[Proposal]:
    """Find breaks a program put at a fixed width: most lines are of one length and go on in mid-sentence.

    Single breaks after an unfinished sentence are not touched; they are reported by the rule for cut sentences.
    """
    yield from _parted_by_pages(page)
    lines = page.lines
    begun = page.title_end > 0 and _begins_wrapped(page)
    first = 1 if page.title_end and not begun else 0
    breaks = [place for place in range(first, len(lines) - 1) if _unfinished(page, place, place + 1)]
    measured = [(one, *_fitting(page, breaks, one)) for one in (len, _columns)]
    outside = [
        sum(1 for line in lines[first:] if one(line.text) > width + _TOLERANCE) for one, width, _ in measured
    ]
    (measure, width, fitting), wider = max(
        zip(measured, outside, strict=True), key=lambda one: (len(one[0][2]), -one[1])
    )
    if not fitting:
        return
    around = {proposal.end for proposal in find_furniture(page) if proposal.certainty is Certainty.CERTAIN}
    # A running head may be as wide as the lines around it, and goes whole.
    fitting = [place for place in fitting if lines[place].end not in around]
    clauses = sum(1 for place in fitting if _CLAUSE.search(lines[place].text))
    if (
        len(fitting) < _fewest(page, fitting, printed=bool(around))
        or clauses * 2 < len(fitting)
        or wider > len(fitting) // 4
    ):
        return
    if _is_list(page, fitting):
        return
    whole = [
        place for place in range(first, len(lines)) if lines[place].end not in around and lines[place].text
    ]
    ends = {
        lines[place].end for place in [*fitting, *(_counted(page, width, whole) if measure is len else ())]
    }
    if begun:
        ends.add(lines[0].end)
    for place, below in pairwise(whole):
        if lines[place].end in ends:
            ends.update(line.end for line in lines[place + 1 : below] if line.end in around)
    for end in sorted(ends):
        yield Proposal(end, end + 1, "")


def _parted_by_pages(page: Page) -> Iterator[Proposal]:
    """Find the break a page's number or running head leaves in the middle of a sentence of a long line."""
    filled = [line for line in page.lines if line.text.strip()]
    open_ends = [
        (place, line)
        for place, line in enumerate(filled[:-2])
        if len(line.text) >= _LONG
        and line.prose
        and line.start >= page.title_end
        and _OPEN.search(line.text.rstrip())
        and _CLAUSE.search(line.text)
        and len(filled[place + 1].text) <= _LONG
    ]
    gone = (
        {one.end for one in find_furniture(page) if one.certainty is Certainty.CERTAIN} if open_ends else ()
    )
    for place, _line in open_ends:
        below = place + 1
        while below < len(filled) and filled[below].end in gone:
            below += 1
        if place + 1 < below < len(filled) and _goes_on(filled[below]):
            yield Proposal(filled[below].start - 1, filled[below].start, "")


def _goes_on(line: Line) -> bool:
    """Tell whether a line of prose may go on with a sentence: it begins with a Han, has a clause and is no item."""
    text = line.text
    return line.prose and is_han(text[:1]) and not _ITEM.match(text) and _CLAUSE.search(text) is not None


def _fewest(page: Page, fitting: Sequence[int], *, printed: bool) -> int:
    """Return how many breaks of one width are enough: fewer where lines stop within words, as no verse does.

    Two are where the text is ``printed``, with page numbers or running heads between its lines.
    """
    texts = [page.lines[place].text.rstrip() for place in fitting]
    if printed and all(len(text) >= _LONG and _CLAUSE.search(text) for text in texts):
        return _FEWEST_PRINTED if any(is_han(text[-1]) for text in texts) else _FEWEST
    return _FEWEST_WITHIN_WORDS if _within_words(page, fitting) else _FEWEST


def _fitting(page: Page, breaks: list[int], measure: Callable[[str], int]) -> tuple[int, list[int]]:
    """Return the width at which most of the breaks stand, and those that do."""
    widths = {place: measure(page.lines[place].text.rstrip()) for place in breaks}
    many = Counter(width for place, width in widths.items() if len(page.lines[place].text) >= _SHORTEST)
    if not many:
        return 0, []
    width = max(many, key=lambda one: (sum(many[one - less] for less in range(_TOLERANCE + 1)), one))
    return width, [place for place, own in widths.items() if width - _TOLERANCE <= own <= width]


def _within_words(page: Page, places: Sequence[int]) -> bool:
    """Tell whether all of several long lines with a clause in them stop behind a Han, as no heading or verse does."""
    texts = [page.lines[place].text.rstrip() for place in places]
    return all(len(text) >= _LONG and is_han(text[-1]) and _CLAUSE.search(text) for text in texts)


def _columns(text: str) -> int:
    """Return how many Han a text is wide in print, where two letters or digits take the room of one."""
    return (len(text) + len(_NARROW.sub("", text))) // 2


def _is_list(page: Page, places: list[int]) -> bool:
    """Tell whether lines of one width are entries or verses: no sentence ends in them, or all pause alike."""
    lines = page.lines
    if not any(_STOP.search(lines[place].text) or _STOP.search(lines[place + 1].text) for place in places):
        return True
    said = {lines[place].text for place in places}
    pauses = Counter(tuple(at for at, character in enumerate(text) if character in _PAUSES) for text in said)
    pauses.pop((), None)
    return max(pauses.values(), default=0) * 2 > len(said)


def _begins_wrapped(page: Page) -> bool:
    """Tell whether the first line begins a paragraph of a text whose paragraphs are set in, and the next goes on.

    Its own blanks may be cut off; the two must be as wide.
    """
    set_in = [line.text.startswith("\u3000\u3000") for line in page.lines if line.text]
    if len(set_in) < _FEWEST or not any(set_in) or any(set_in[1:3]):
        return False
    first, second = (line.text.strip() for line in page.lines[:2])
    return (
        _unfinished(page, 0, 1)
        and _CLAUSE.search(first) is not None
        and abs(len(first) + 2 - len(second)) <= 1
    )


def _counted(page: Page, width: int, whole: list[int]) -> Iterator[int]:
    """Yield the lines at whose end a program that counts through line breaks has reached ``width`` characters.

    ``whole`` are the lines of the text itself, without page numbers and running heads.
    """
    count = 0
    for place, below in pairwise(whole):
        length = len(page.lines[place].text)
        count += length
        if length < count == width and _unfinished(page, place, below):
            yield place
        count = count + 1 if count < width else 0


def _unfinished(page: Page, place: int, following: int) -> bool:
    """Tell whether the line ends in mid-sentence and the one ``following`` goes on with it."""
    line, below = page.lines[place].text, page.lines[following].text
    return not (_ROW.fullmatch(line) or _ROW.fullmatch(below)) and bool(
        page.lines[place].prose
        and line.strip()
        and not _ENDED.search(line)
        and _GOES_ON.match(below)
        and not _ITEM.match(below)
    )


def find_hyphens(page: Page) -> Iterator[Proposal]:
    """Find Latin words broken by a hyphen at the end of a line; the hyphen may have been the word's own."""
    for match in _HYPHEN.finditer(page.text):
        yield Proposal(match.start(), match.end(), "", Certainty.LIKELY)
