"""Page numbers, and the lines that run above or below every page of what was printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, starmap
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.page_lines import heads_page
from corpus.text.repairs.facing_heads import find_set_wide
from corpus.text.repairs.page_blocks import find_page_blocks
from corpus.text.repairs.rule import Line, Page, Proposal
from index.lazy_pattern import LazyPattern

_COUNT: Final = r"\d{1,4}+\s*+(?:页\s*+)?[/／,，共]++\s*+"
_PAGE_NUMBER: Final = LazyPattern(
    r"\s*+(?:[-—–－·]\s*+(?P<dash>\d{1,4}+)\s*+[-—–－·]"
    r"|第\s*+(?P<di>\d{1,4}+)\s*+页(?:[\s,，/共]*+\d{1,4}+\s*+页)?"
    r"|(?P<of>\d{1,4}+)\s*+/\s*+\d{1,4}+|(?:Page|PAGE|P\.?)\s*+(?P<page>\d{1,4}+)(?:\s*+(?:of|/)\s*+\d{1,4}+)?)\s*+"
)
_DASHED: Final = LazyPattern(r"\A\s*[-—–－·].*[-—–－·]\s*\Z")
_LEFT_NUMBER: Final = LazyPattern(r"(?P<number>\d{1,3})[ \u3000|·]+(?P<head>\S.{3,40})")
_RIGHT_NUMBER: Final = LazyPattern(r"(?P<head>.{3,40}\S)[ \u3000|·]+(?P<number>\d{1,3})")
_HEAD_NUMBER: Final = LazyPattern(r"(?P<before>[^\d，。；！？]{4,40}?)[\s|·—-]++(?P<number>\d{1,3})")
_HEAD_OF: Final = LazyPattern(
    r"(?P<before>[^。；！？\n]{2,60}?)[\s|·—-]++(?:第\s*+)?(?=(?P<number>\d{1,4}))"
    rf"{_COUNT}(?P<total>\d{{1,4}}+)(?:\s*+页)?"
    r"|(?:第\s*+)?(?=(?P<n>\d{1,4}))"
    rf"{_COUNT}(?P<t>\d{{1,4}}+)(?:\s*+页)?[\s|·—-]++(?P<behind>[^。；！？\n]{{2,60}})"
)
_HEAD_PAGE: Final = LazyPattern(
    r"(?P<before>[^。；！？\n]{2,60}?)[\s|·—-]*+第\s*+(?P<number>\d{1,4}+)\s*+页"
    r"|第\s*+(?P<n>\d{1,4}+)\s*+页[\s|·—-]++(?P<behind>[^。；！？\n]{2,60})"
)
_OF_NUMBER: Final = LazyPattern(
    r"(?P<before>[^，。；！？:：]{2,30}(?:第[ ]?\d{1,4}[ ]?[卷期辑](?:[ ]?第[ ]?\d{1,3}[ ]?期)?|(?:19"
    r"|20)\d{2}[./]\d{1,2}"
    r"|(?:19|20)\d{2}年第?\d{1,3}[月期]))(?:[\s|｜·—-]+(?P<number>\d{1,3}))?"
    r"|(?P<dated>[^，。；！？:：\d]{2,24}(?:19|20)\d{2}年?[^，。；！？:：\d]{0,16})[ ]?[|｜·][ ]?(?P<n>\d{1,3})"
)
_OF_SHEET: Final = LazyPattern(
    r"(?P<paper>[^，。；！？:：\d]{2,16}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:[ 　]*星期[一二三四五六日天])?"
    r"[ 　]*第?[ ]?[A-Z]?\d{1,2}[ ]?版(?:[ 　]*[^，。；！？:：\d]{2,8})?"
)
_ELSEWHERE: Final = LazyPattern(r"[（(【](?:下转|上接)(?:本报)?第?[ ]?[A-Z]?\d{1,2}[ ]?版[）)】]")
_LONGEST_NUMBER: Final = 3
_COUNT_BEHIND: Final = LazyPattern(rf"(?<![\s|·—-])[\s|·—-]++(?:第\s*+)?{_COUNT}\d{{1,4}}+(?:\s*+页)?\s*+\Z")
_PAGES: Final = 3
_PAGE_LINES: Final = 4
_HEAD_SHORTEST: Final = 4
_HEAD_LONGEST: Final = 40
_WRAPPED: Final = 20
"""A line of prose with fewer characters may end where it does: a title, a line of verse."""
_HAN: Final = LazyPattern(f"[{HAN}]{{2}}")
_OPEN_END: Final = LazyPattern(rf"[{HAN}，、][ \u3000]*\Z")
_GOES_ON: Final = LazyPattern(rf"[{HAN}，。、]")
_LONGEST_HEAD: Final = 200
"""A line of more characters is no running head."""


def find_page_numbers(page: Page) -> Iterator[Proposal]:
    """Find page numbers on lines of their own that count up, and the line that comes with each of them."""
    numbered = [
        (place, int(match["dash"] or match["di"] or match["of"] or match["page"]))
        for place, line in enumerate(page.lines)
        if (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    if any(other[0] == one[0] + 1 for one, other in pairwise(numbered)):
        numbered = []
    if not any(other[1] == one[1] + 1 for one, other in pairwise(numbered)) and not _one_page(page, numbered):
        numbered = _bare_numbers(page)
    yield from _running(page)
    yield from _facing(page)
    yield from _of_newspapers(page)
    yield from _printed(page)
    yield from _of_numbers(page)
    yield from _before_title(page)
    yield from (_whole_line(page, line) for line in find_page_blocks(page))
    beside = {line.start: line for place, _ in numbered for line in _beside(page, place)}
    heads = Counter(
        text
        for line in beside.values()
        if 2 <= len(text := line.text.strip()) <= 60 and not text.endswith(("。", "！", "？", "；"))
    )
    title = page.text[: page.title_end].strip()
    known = {text for text, times in heads.items() if times >= 2}
    for place, _ in numbered:
        if page.lines[place].start >= page.title_end:
            yield _whole_line(page, page.lines[place])
        yield from (
            _whole_line(page, line)
            for line in _beside(page, place)
            if line.start and line.text.strip() == title
        )
    for line in page.lines if known else ():
        if line.start and line.text.strip() in known:
            yield _whole_line(page, line)


def _of_numbers(page: Page) -> Iterator[Proposal]:
    """Find the line of a periodical that names its volume, number or month on every page: 江渚月刊 2021.10 41.

    It stands twice at least, word for word but for a page's number that counts up.
    """
    groups: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(page.lines):
        match = (
            _OF_NUMBER.fullmatch(line.text.strip())
            if line.start and len(line.text) <= _LONGEST_HEAD
            else None
        )
        words = (match["before"] or match["dated"]).strip(" |｜·—-") if match else ""
        if match and _HAN.search(words):
            groups[words].append((place, int(match["number"] or match["n"] or 0)))
    for group in groups.values():
        steps = [(other[1] - one[1], other[0] - one[0]) for one, other in pairwise(group)]
        numbers = [number for _place, number in group]
        counted = all(step == 1 for step, _ in steps) if any(numbers) else True
        if len(group) > 1 and counted and all(lines > 1 for _, lines in steps):
            yield from (_whole_line(page, page.lines[place]) for place, _ in group)


def _of_newspapers(page: Page) -> Iterator[Proposal]:
    """Find the line of a newspaper's page that stands again, and where its text goes on: （下转第7版）.

    The first such line stays: it tells the paper and the day.
    """
    if "版" not in page.characters:
        return
    met: set[str] = set()
    for line in page.lines:
        match = _OF_SHEET.fullmatch(line.text.strip()) if len(line.text) <= _LONGEST_HEAD else None
        if match and match["paper"] in met and line.start:
            yield _whole_line(page, line)
        elif match:
            met.add(match["paper"])
    for match in _ELSEWHERE.finditer(page.text):
        alone = page.before(match.start()) == "\n" and page.at(match.end()) in {"", "\n"}
        yield Proposal(match.start() - alone, match.end(), "")


def _before_title(page: Page) -> Iterator[Proposal]:
    """Find a page's number on a line of its own right above the text's title, which stands there again."""
    title = page.text[: page.title_end].strip()
    for above, below in pairwise(page.lines) if len(title) >= _HEAD_SHORTEST else ():
        number = above.text.strip()
        if (
            above.start
            and number.isdecimal()
            and len(number) <= _LONGEST_NUMBER
            and below.text.strip() == title
        ):
            yield _whole_line(page, above)
            yield _whole_line(page, below)


def _one_page(page: Page, numbered: Sequence[tuple[int, int]]) -> bool:
    """Tell whether there is one page number in all, between dashes: the first section is no second."""
    return (
        len(numbered) == 1
        and numbered[0][1] > 1
        and _DASHED.search(page.lines[numbered[0][0]].text) is not None
        and len(_beside(page, numbered[0][0])) > 1
    )


def _bare_numbers(page: Page) -> list[tuple[int, int]]:
    """Return the lines that are nothing but a number, where all of them count up page by page."""
    found = [
        (place, int(line.text.strip()))
        for place, line in enumerate(page.lines)
        if line.text.strip().isdecimal()
        and len(line.text.strip()) <= 3
        and "-->" not in page.lines[min(place + 1, len(page.lines) - 1)].text
    ]
    steps = [(other[1] - one[1], other[0] - one[0]) for one, other in pairwise(found)]
    apart = len(found) >= _PAGES and all(lines >= _PAGE_LINES for _, lines in steps)
    if any(step != 1 for step, _ in steps) or not (apart or _beside_one_head(page, found)):
        return []
    return [] if _head_sections(page, [place for place, _ in found]) else found


def _beside_one_head(page: Page, found: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the same words stand right above or below each of several numbers, or all of them but one."""
    heads = Counter(line.text.strip() for place, _ in found for line in _beside(page, place))
    return len(found) > 1 and max(heads.values(), default=0) >= max(2, len(found) - 1)


def _head_sections(page: Page, places: Sequence[int]) -> bool:
    """Tell whether numbers head the sections below: the first has only a title above, none parts a sentence."""
    above = [line.text.strip() for line in page.lines[: places[0]]]
    said = sum(map(len, above)) >= _HEAD_LONGEST or any(text.endswith("。") for text in above)
    return page.lines[places[0]].text.strip() == "1" and not said and not _parts_sentence(page, places)


def _parts_sentence(page: Page, places: Sequence[int]) -> bool:
    """Tell whether one of several lines stands right below a long line without an end."""
    for place in places:
        above = next((line for line in reversed(page.lines[:place]) if line.text.strip()), None)
        if above is not None and len(above.text) >= _WRAPPED and _OPEN_END.search(above.text):
            return True
    return False


def _printed(page: Page) -> Iterator[Proposal]:
    """Find what a browser prints above every page: the title with the day or the name of the site."""
    title = page.text[: page.title_end].strip()
    for line in page.lines[1:] if len(title) >= _HEAD_SHORTEST else ():
        if title in line.text and heads_page(line.text.strip(), title):
            yield _whole_line(page, line)


def _running(page: Page) -> Iterator[Proposal]:
    """Find running heads that carry the page's number: 统计年鉴 3, 统计年鉴 4, …

    They stand some lines apart, or in the middle of sentences.
    """
    yield from _running_of(page)
    yield from _called_pages(page)
    yield from _interrupting(page)
    groups: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(page.lines):
        match = _HEAD_NUMBER.fullmatch(line.text.strip()) if len(line.text) <= _LONGEST_HEAD else None
        if match and line.start:
            groups[match["before"]].append((place, int(match["number"])))
    title = page.text[: page.title_end].strip()
    for before, group in groups.items():
        steps = [(other[1] - one[1], other[0] - one[0]) for one, other in pairwise(group)]
        called = group[0][1] > 0 and before.strip() == title and len(group) > 1
        apart = (called and all(step == 1 for step, _ in steps)) or (
            len(group) >= _PAGES and all(step in {1, 2} and lines >= _PAGE_LINES for step, lines in steps)
        )
        if apart or (all(step == 1 for step, _ in steps) and _interrupt(page, [place for place, _ in group])):
            yield from (_whole_line(page, page.lines[place]) for place, _ in group)


def _interrupting(page: Page) -> Iterator[Proposal]:
    """Find a short line without a number that stands again and again in the middle of sentences."""
    title = page.text[: page.title_end].strip()
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(page.lines):
        text = line.text.strip()
        if line.start and _HEAD_SHORTEST <= len(text) <= _HEAD_LONGEST and text[-1] not in "，。；：！？、”":
            groups[text].append(place)
    for text, group in groups.items():
        if (len(group) >= _PAGES or text == title) and _interrupt(page, group):
            yield from (_whole_line(page, page.lines[place]) for place in group)


def _facing(page: Page) -> Iterator[Proposal]:
    """Find the heads of facing pages, with their numbers at the outer edges: 40 江南风物 6月, 6月 江南风物 41."""
    groups: defaultdict[frozenset[str], list[tuple[int, bool, Line]]] = defaultdict(list)
    for line in page.lines:
        text = line.text.strip()
        for pattern in (_LEFT_NUMBER, _RIGHT_NUMBER) if len(text) <= _HEAD_LONGEST and line.start else ():
            if (match := pattern.fullmatch(text)) and _HAN.search(match["head"]):
                words = frozenset(match["head"].split())
                groups[words].append((int(match["number"]), pattern is _LEFT_NUMBER, line))
    yield from find_set_wide(page)
    for group in groups.values():
        sides = {left for _number, left, _line in group}
        if len(sides) > 1 and all(other[0] == one[0] + 1 for one, other in pairwise(group)):
            yield from (_whole_line(page, line) for _number, _left, line in group)


def _interrupt(page: Page, places: Sequence[int]) -> bool:
    """Tell whether most of several lines stand between the two parts of a sentence (one alone: not enough)."""
    between = 0
    for place in places:
        above, below = page.lines[place - 1], page.lines[min(place + 1, len(page.lines) - 1)]
        between += _broken(above, below)
    return len(places) > 1 and between * 3 >= len(places) * 2


def _running_of(page: Page) -> Iterator[Proposal]:
    """Find running lines that carry the page's number and how many there are: 免责条款 2 / 12, 免责条款 3 / 12, …"""
    groups: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(page.lines):
        short = len(line.text) <= _LONGEST_HEAD and "\t" not in line.text
        match = _HEAD_OF.fullmatch(line.text.strip()) if short else None
        if match:
            words = (match["before"] or match["behind"]).strip(" |·—-")
            groups[words, match["total"] or match["t"]].append((place, int(match["number"] or match["n"])))
    for (_words, total), group in groups.items():
        steps = [(other[1] - one[1], other[0] - one[0]) for one, other in pairwise(group)]
        if (
            len(group) >= 2
            and all(step == 1 and lines > 1 for step, lines in steps)
            and group[-1][1] <= int(total)
        ):
            yield from (_without_count(page, page.lines[place]) for place, _ in group)


def _called_pages(page: Page) -> Iterator[Proposal]:
    """Find running lines that call the page by its number: 内部资料 第1页, 内部资料 第2页, …

    Certain where one of them, or a line break between them, stands in the middle of a sentence, as in what was
    printed; else they may head the pages of a manuscript.
    """
    groups: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(page.lines):
        short = len(line.text) <= _LONGEST_HEAD and line.start and "页" in line.text
        called = short and not _PAGE_NUMBER.fullmatch(line.text)
        match = _HEAD_PAGE.fullmatch(line.text.strip()) if called else None
        if match:
            words = (match["before"] or match["behind"]).strip(" |·—-")
            groups[words].append((place, int(match["number"] or match["n"])))
    for group in groups.values():
        places = [place for place, _ in group]
        steps = [(other[1] - one[1], other[0] - one[0]) for one, other in pairwise(group)]
        if len(group) > 1 and all(step == 1 and lines > 1 for step, lines in steps):
            within = page.lines[places[0] : places[-1]]
            printed = _parts_sentence(page, places) or any(starmap(_broken, pairwise(within)))
            sure = Certainty.CERTAIN if printed else Certainty.LIKELY
            yield from (replace(_whole_line(page, page.lines[place]), certainty=sure) for place in places)


def _broken(above: Line, below: Line) -> bool:
    """Tell whether a long line of prose stops in the middle of a sentence that the next one goes on with."""
    return (
        above.prose
        and len(above.text) >= _WRAPPED
        and _OPEN_END.search(above.text) is not None
        and _GOES_ON.match(below.text) is not None
    )


def _without_count(page: Page, line: Line) -> Proposal:
    """Return the removal of a running line; of the first line, which is the title, only that of its number."""
    count = _COUNT_BEHIND.search(line.text) if not line.start else None
    return Proposal(count.start(), count.end(), "") if count else _whole_line(page, line)


def _beside(page: Page, place: int) -> list[Line]:
    """Return the next lines with text above and below a line."""
    above = next(
        (line for line in reversed(page.lines[max(0, place - 2) : place]) if line.text.strip()), None
    )
    below = next((line for line in page.lines[place + 1 : place + 4] if line.text.strip()), None)
    return [line for line in (above, below) if line is not None]


def _whole_line(page: Page, line: Line) -> Proposal:
    """Return the removal of a line together with the line break before it (after it, for the first line)."""
    if line.start:
        return Proposal(line.start - 1, line.end, "")
    return Proposal(line.start, min(line.end + 1, len(page.text)), "")
