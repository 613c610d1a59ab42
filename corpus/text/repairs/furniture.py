"""What belongs to the page and not to the text: injected titles, page numbers, running heads, promotion."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.page_lines import BUTTON, SURELY_OUTSIDE
from corpus.text.repairs.rule import Line, Page, Proposal
from corpus.text.seams import is_furniture
from index.lazy_pattern import LazyPattern

_INJECTED: Final = LazyPattern(r"【([^【】\n]{12,120})】(?=[^\s])")
_PAGE_NUMBER: Final = LazyPattern(
    r"\s*(?:[-—–－·]\s*(?P<dash>\d{1,4})\s*[-—–－·]|第\s*(?P<di>\d{1,4})\s*页(?:\s*[,，/共]*\s*\d{1,4}\s*页)?"
    r"|(?P<of>\d{1,4})\s*/\s*\d{1,4}|(?:Page|PAGE|P\.?)\s*(?P<page>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?)\s*"
)
_HEAD_NUMBER: Final = LazyPattern(r"(?P<before>[^\d，。；！？]{4,40}?)[\s|·—-]+(?P<number>\d{1,3})")
_HEAD_OF: Final = LazyPattern(
    r"(?P<before>[^。；！？\n]{2,60}?)[\s|·—-]+第?\s*(?P<number>\d{1,4})\s*(?:页)?\s*[/／,，共]+\s*(?P<total>\d{1,4})\s*(?:页)?"
    r"|第?\s*(?P<n>\d{1,4})\s*(?:页)?\s*[/／,，共]+\s*(?P<t>\d{1,4})\s*(?:页)?[\s|·—-]+(?P<behind>[^。；！？\n]{2,60})"
)
_WIKI: Final = LazyPattern(
    r"(?<![“\"「`])\[(?:编辑|編輯)(?:[ ]?\|[ ]?编辑源代码)?\](?![”\"」`])|\[(?:来源请求|來源請求)\]"
)
"""What an encyclopedia's page puts behind headings and sentences."""
_BUTTONS_TOGETHER: Final = 3
_CHAT_HEAD: Final = LazyPattern(r"\D{1,30}(?:[\d/-]{4,10}[ 　])?\d{1,2}:\d{2}(?::\d{2})?")
"""Who says at what time what stands below."""
_COUNT_BEHIND: Final = LazyPattern(r"[\s|·—-]+第?\s*\d{1,4}\s*页?\s*[/／,，共]+\s*\d{1,4}\s*页?\s*\Z")
_OTHER_PAGES: Final = LazyPattern(
    r"(?:相关(?:阅读|新闻|文章|推荐|报道)|推荐阅读|热门(?:推荐|文章|新闻)|猜你喜欢|为您推荐|大家都在看|最新文章|更多阅读)[:：>》…]*"
)
_IS_TITLE: Final = LazyPattern(r"[·•▪\-\s]*[^。；！《》\[\]\t:：]{4,40}")
_MOST_LISTED: Final = 12
_PAGES: Final = 3
_PAGE_LINES: Final = 4
_PROMOTED: Final = (
    r"免责声明|转载请注明|未经(?:授权|许可|同意|允许).{0,8}(?:不得|禁止|严禁|谢绝|请勿)转载|版权归(?:原)?作者|侵权.{0,8}(?:删除|处理)|扫(?:描|码).{0,10}(?:关注|二维码|加群)"
    r"|关注.{0,12}公众号|点击.{0,6}(?:阅读原文|立即)|长按识别|立即开户|不构成投资建议|更多精彩(?:内容|资讯)|尽在新浪财经"
)
_ADVERTISED: Final = "广告"
_PROMOTING: Final = LazyPattern(_PROMOTED)
_BEFORE: Final = 60
_PROMOTION: Final = LazyPattern(rf"[^。！？\n]{{0,{_BEFORE}}}(?:{_PROMOTED})[^。！？\n]{{0,60}}[。！？]?")
_HEAD_SHORTEST: Final = 4
_HEAD_LONGEST: Final = 40
_WRAPPED: Final = 20
"""A line of prose with fewer characters may end where it does: a title, a line of verse."""
_OPEN_END: Final = LazyPattern(rf"[{HAN}，、][ \u3000]*\Z")
_GOES_ON: Final = LazyPattern(rf"[{HAN}，。、]")
_LONGEST_HEAD: Final = 200
"""A line of more characters is no running head."""


def find_furniture(page: Page) -> Iterator[Proposal]:
    """Find page titles injected in 【】, page numbers with running heads, and captions of lost pictures."""
    yield from _injected(page)
    yield from _numbers(page)
    for match in _WIKI.finditer(page.text):
        yield Proposal(match.start(), match.end(), "")
    for run in _web_lines(page):
        yield Proposal(run[0].start - 1, run[-1].end, "", Certainty.CERTAIN)
    yield from _listed_at_end(page)


def _web_lines(page: Page) -> Iterator[list[Line]]:
    """Yield the runs of lines that belong to the web page, with the buttons and blank lines between them.

    A lone word that may be a button (下载) is one only beside others.
    """
    run: list[Line] = []
    above = ""
    for line in (*page.lines, None):
        text = line.text.strip() if line is not None else ""
        said, above = _CHAT_HEAD.fullmatch(above), text or above
        kind = is_furniture(text, "") if line is not None and line.start > page.title_end and text else ""
        if said and text:
            kind = ""
        if line is not None and (
            kind in SURELY_OUTSIDE or (text and line.start > page.title_end and BUTTON.fullmatch(text))
        ):
            run.append(line)
        elif text or line is None:
            if _surely_web(run):
                yield run
            run = []


def _listed_at_end(page: Page) -> Iterator[Proposal]:
    """Find the titles of other pages that a site lists below the text, up to its end."""
    filled = [line for line in page.lines if line.text.strip()][-_MOST_LISTED:]
    at = next((place for place, line in enumerate(filled) if _OTHER_PAGES.fullmatch(line.text.strip())), None)
    listed = (
        [line for line in filled[at + 1 :] if not is_furniture(line.text.strip(), "")]
        if at is not None
        else []
    )
    whole = all(_IS_TITLE.fullmatch(line.text.strip()) for line in listed)
    if whole and listed and listed[0].start > page.title_end:
        yield from (Proposal(line.start - 1, line.end, "") for line in listed)


def _surely_web(run: Sequence[Line]) -> bool:
    """Tell whether a run of lines is certainly none of the article's text."""
    texts = [line.text.strip() for line in run]
    sure = [text for text in texts if is_furniture(text, "") in SURELY_OUTSIDE and not BUTTON.fullmatch(text)]
    return bool(sure) or len(texts) >= _BUTTONS_TOGETHER


def _injected(page: Page) -> Iterator[Proposal]:
    """Find the page's title in 【】 at the start of a paragraph, glued to the first sentence."""
    for match in _INJECTED.finditer(page.text):
        if page.before(match.start()) not in {"", "\n"} or match.start() < page.title_end:
            continue
        inside = match.group(1)
        known = any(inside == text.strip() for text in page.furniture)
        if known or _repeats_itself(inside):
            yield Proposal(match.start(), match.end(), "", Certainty.CERTAIN)
        elif re.search("[,，?？ ]", inside) and not re.search("[。；：:]", inside):
            yield Proposal(match.start(), match.end(), "", Certainty.LIKELY)


def _repeats_itself(title: str) -> bool:
    """Tell whether a title strings the same words together, as titles made for search engines do."""
    parts = [part for part in re.split(r"[\s,，?？|_]+", title) if len(part) >= 4]
    return len(parts) >= 2 and (_most(title, 4) >= 2 or _most(title, 2) >= 3)


def _most(title: str, length: int) -> int:
    """Return how often the commonest run of ``length`` letters or Han stands in the title."""
    runs = (title[place : place + length] for place in range(len(title) - length + 1))
    return max(Counter(run for run in runs if run.isalnum()).values(), default=0)


def _numbers(page: Page) -> Iterator[Proposal]:
    """Find page numbers on lines of their own that count up, and the line that comes with each of them."""
    numbered = [
        (place, int(match["dash"] or match["di"] or match["of"] or match["page"]))
        for place, line in enumerate(page.lines)
        if (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    if any(other[0] == one[0] + 1 for one, other in pairwise(numbered)):
        numbered = []
    if not any(other[1] == one[1] + 1 for one, other in pairwise(numbered)):
        numbered = _bare_numbers(page)
    yield from _running(page)
    beside = {line.start: line for place, _ in numbered for line in _beside(page, place)}
    heads = Counter(
        text
        for line in beside.values()
        if 4 <= len(text := line.text.strip()) <= 60 and not text.endswith(("。", "！", "？", "；"))
    )
    title = page.text[: page.title_end].strip()
    for place, _ in numbered:
        if page.lines[place].start >= page.title_end:
            yield _whole_line(page, page.lines[place])
        for line in _beside(page, place):
            text = line.text.strip()
            if line.start and (heads[text] >= 2 or (text == title and text)):
                yield _whole_line(page, line)


def _bare_numbers(page: Page) -> list[tuple[int, int]]:
    """Return the lines that are nothing but a number, where all of them count up page by page."""
    found = [
        (place, int(line.text))
        for place, line in enumerate(page.lines)
        if line.text.strip().isdecimal()
        and len(line.text.strip()) <= 3
        and "-->" not in page.lines[min(place + 1, len(page.lines) - 1)].text
    ]
    steps = [(other[1] - one[1], other[0] - one[0]) for one, other in pairwise(found)]
    if len(found) < _PAGES or any(step != 1 or lines < _PAGE_LINES for step, lines in steps):
        return []
    return [] if _head_sections(page, [place for place, _ in found]) else found


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


def _running(page: Page) -> Iterator[Proposal]:
    """Find running heads that carry the page's number: 统计年鉴 3, 统计年鉴 4, …

    They stand some lines apart, or in the middle of sentences.
    """
    yield from _running_of(page)
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


def _interrupt(page: Page, places: Sequence[int]) -> bool:
    """Tell whether most of several lines stand between the two parts of a sentence (one alone: not enough)."""
    between = 0
    for place in places:
        above, below = page.lines[place - 1], page.lines[min(place + 1, len(page.lines) - 1)]
        between += (
            above.prose
            and len(above.text) >= _WRAPPED
            and _OPEN_END.search(above.text) is not None
            and _GOES_ON.match(below.text) is not None
        )
    return len(places) > 1 and between * 3 >= len(places) * 2


def _running_of(page: Page) -> Iterator[Proposal]:
    """Find running lines that carry the page's number and how many there are: 免责条款 2 / 12, 免责条款 3 / 12, …"""
    groups: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(page.lines):
        match = _HEAD_OF.fullmatch(line.text.strip()) if "\t" not in line.text else None
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


def find_boilerplate(page: Page) -> Iterator[Proposal]:
    """Find sentences that advertise or disclaim; they are offered, for a quotation may want them."""
    for line in page.lines:
        if line.start and line.text.strip() == _ADVERTISED:
            yield Proposal(line.start - 1, line.end, "", Certainty.LIKELY)
    place = page.title_end
    # Its words are looked for first: the whole would be tried at every character of the text.
    while said := _PROMOTING.search(page.text, place):
        match = _PROMOTION.search(page.text, max(place, said.start() - _BEFORE))
        if match is None:
            return
        yield Proposal(match.start(), match.end(), "", Certainty.LIKELY)
        place = match.end()
