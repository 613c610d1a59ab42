"""What belongs to the page and not to the text: injected titles, page numbers, running heads, promotion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.bylines import is_byline
from corpus.text.page_lines import (
    BEHIND_DAY,
    BUTTON,
    COMMENTS,
    COUNT,
    FOOT,
    LISTS_PAGES,
    ONE_WORD,
    REPLY,
    SITE,
    SURELY_OUTSIDE,
)
from corpus.text.repairs.browser_heads import find_browser_heads
from corpus.text.repairs.rule import Line, Page, Proposal
from corpus.text.repairs.running_heads import find_page_numbers
from corpus.text.repairs.watermarks import find_hidden_signs, find_watermarks
from corpus.text.script import plain_script, simplified
from corpus.text.seams import is_furniture
from index.lazy_pattern import LazyPattern

_INJECTED: Final = LazyPattern(r"【([^【】\n]{12,120})】(?=[^\s])")
_INJECTED_ALONE: Final = LazyPattern(r"\n[ \u3000]*【([^【】\n]{12,120})】[ \u3000]*(?=\n)")
"""The same on a line of its own, where it begins with the title above."""
_SHORTEST_ECHO: Final = 4
_WIKI: Final = LazyPattern(
    r"(?<![“\"「`])\[(?:编辑|編輯)(?:[ ]?\|[ ]?编辑源代码)?\](?![”\"」`])|\[(?:来源请求|來源請求)\]"
)
"""What an encyclopedia's page puts behind headings and sentences."""
_NONE_YET: Final = "0"
"""A count that is no figure of a text, so it may begin a run of buttons."""
_BUTTONS_TOGETHER: Final = 3
_CHAT_HEAD: Final = LazyPattern(
    r"(?!(?:编辑|发[布表]|更新|修改)于)\D{1,30}(?:[\d/-]{4,10}[ 　])?\d{1,2}:\d{2}(?::\d{2})?"
)
"""Who says at what time what stands below."""
_IS_TITLE: Final = LazyPattern(r"[·•▪▶►▷○●■◆\-\s]*[^。；！《》\[\]\t:：]{4,40}")
_MOST_LISTED: Final = 12
_FEWEST_LISTED: Final = 2
_PARAGRAPH: Final = 30
_BYLINES: Final = 6
_LONGEST_BYLINE: Final = 120
_OWN_TITLE: Final = LazyPattern(r"(?:原|文章)?标题[:：][ 　]*(.+)")
_SEARCHED: Final = LazyPattern(r"(?:[^，。,！？\n]{2,24}[,，_|]){1,6}")
_SEARCHED_TOO: Final = LazyPattern(r"(?:[,_|][^，。,！？：:\n]{4,24}){1,6}")
"""What stands behind a title on the line below it where that strings together what people look for."""
_SITE_BEHIND: Final = LazyPattern(r"[ ]?[-_|—][ ]?[^，。\n]{2,20}|")
"""What a page's title has around the title of its text: words people look for, and the site."""
_ORIGIN: Final = LazyPattern(r"以下文章来源于(?P<account>[^，,\s]{2,16})")
"""Whose text an account shows, above the card of that account."""
_FOOT_LINES: Final = 12
_KEPT_SITE: Final = LazyPattern(
    r"主办(?:单位)?[:：].{0,24}(?:政府|办公室|委员会|[厅局委])[\s\S]{0,8}承办(?:单位)?[:：].{0,16}"
    r"(?:信息|数据|电子政务|网络|政务服务)[\u3400-\u9fff]{0,6}(?:中心|局|处|办公室)"
)
"""Who runs the site of an office, and who keeps it."""
_POINTS_DOWN: Final = LazyPattern(r"[▼▽↓⬇👇☟🔻]{1,6}")
_LEAST_BESIDE: Final = 8
_DAY: Final = LazyPattern(r"[12]\d{3}[-/.年]\d{1,2}")
_PROMOTED: Final = (
    r"免责声明|转载请注明|未经(?:授权|许可|同意|允许).{0,8}(?:不得|禁止|严禁|谢绝|请勿)转载|版权归(?:原)?作者|侵权.{0,8}(?:删除|处理)|扫(?:描|码).{0,10}(?:关注|二维码|加群)"
    r"|关注.{0,12}公众号|点击.{0,6}(?:阅读原文|立即)|长按识别|立即开户|不构成投资建议|更多精彩(?:内容|资讯)|尽在新浪财经"
)
_ADVERTISED: Final = "广告"
_PROMOTING: Final = LazyPattern(_PROMOTED)
_BEFORE: Final = 60
_PROMOTION: Final = LazyPattern(rf"[^。！？\n]{{0,{_BEFORE}}}(?:{_PROMOTED})[^。！？\n]{{0,60}}[。！？]?")


def find_furniture(page: Page) -> Iterator[Proposal]:
    """Find page titles injected in 【】, page numbers with running heads, and captions of lost pictures.

    A text in traditional script is looked at in simplified script, as long as it was: what is found only goes.
    """
    plain = plain_script(page.text)
    if plain != page.text:
        page = Page(plain, page.title_end, page.corrections, tuple(map(simplified, page.furniture)))
    yield from _injected(page)
    yield from find_browser_heads(page)
    yield from find_watermarks(page)
    yield from find_hidden_signs(page)
    yield from find_page_numbers(page)
    for match in _WIKI.finditer(page.text):
        alone = page.before(match.start()) == "\n" and page.at(match.end()) in {"", "\n"}
        yield Proposal(match.start() - alone, match.end(), "")
    yield from _pointers(page)
    yield from _comments(page)
    runs = list(_web_lines(page))
    for run in runs:
        yield Proposal(run[0].start - 1, run[-1].end, "", Certainty.CERTAIN)
    listed = list(_listed(page))
    yield from listed
    yield from _feet(page)
    yield from _end_marks(page, {one.end for one in listed} | {line.end for run in runs for line in run})
    yield from _bylines(page)
    yield from _advertised(page)


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
            if run or text == _NONE_YET or not COUNT.fullmatch(text):
                run.append(line)
        elif text or line is None:
            while run and COUNT.fullmatch(run[-1].text.strip()):
                run.pop()
            if _surely_web(run):
                yield run
            run = []


def _listed(page: Page) -> Iterator[Proposal]:
    """Find the titles of other pages that a site lists: two and more above a paragraph, or all at the end."""
    filled = [line for line in page.lines if line.start > page.title_end and line.text.strip()]
    for place, line in enumerate(filled):
        if not LISTS_PAGES.fullmatch(line.text.strip()):
            continue
        below = filled[place + 1 : place + 2 + _MOST_LISTED]
        listed = list(takewhile(_may_be_listed, below))
        titles = [one for one in listed if not is_furniture(one.text.strip(), "")]
        follows = below[len(listed)].text if len(listed) < len(below) else ""
        paragraph = len(follows) >= _PARAGRAPH or follows.rstrip().endswith("。")
        if not follows or (paragraph and len(titles) >= _FEWEST_LISTED):
            yield from (Proposal(one.start - 1, one.end, "") for one in titles)


def _feet(page: Page) -> Iterator[Proposal]:
    """Find who runs a site and where to reach them, among the last lines, beside a line of its foot."""
    filled = [line for line in page.lines if line.start > page.title_end and line.text.strip()]
    last = filled[-_FOOT_LINES:]
    sites = [place for place, line in enumerate(last) if SITE.fullmatch(line.text.strip())]
    if not sites:
        yield from _run_by_office(last)
    for place, line in enumerate(last) if sites else ():
        between = last[min(place, *sites) : max(place, *sites)]
        if FOOT.fullmatch(line.text.strip()) and all(_of_foot(one.text.strip()) for one in between):
            yield Proposal(line.start - 1, line.end, "")


def _run_by_office(last: Sequence[Line]) -> Iterator[Proposal]:
    """Find the lines that close a text and tell which office runs the site and which centre of data keeps it.

    Certain on one line; on several they may close a call to a meeting.
    """
    foot = list(takewhile(lambda line: FOOT.fullmatch(line.text.strip()), reversed(last)))[::-1]
    told = _KEPT_SITE.search("\n".join(line.text.strip() for line in foot))
    if told and len(foot) < len(last):
        sure = Certainty.CERTAIN if len(foot) == 1 else Certainty.LIKELY
        yield from (Proposal(line.start - 1, line.end, "", sure) for line in foot)


def _of_foot(text: str) -> bool:
    """Tell whether a line may stand at the foot of a site."""
    return FOOT.fullmatch(text) is not None or is_furniture(text, "") != ""


def _may_be_listed(line: Line) -> bool:
    """Tell whether a line may be the title of another page, or another line of the page."""
    text = line.text.strip()
    return _IS_TITLE.fullmatch(text) is not None or is_furniture(text, "") != ""


def _comments(page: Page) -> Iterator[Proposal]:
    """Find what readers said below the text, where a button to reply with stands below their heading."""
    for place, line in enumerate(page.lines):
        if line.start > page.title_end and COMMENTS.fullmatch(line.text.strip()):
            below = page.lines[place + 1 :]
            if any(REPLY.fullmatch(one.text.strip()) for one in below):
                yield Proposal(line.start - 1, len(page.text), "")
            return


def _end_marks(page: Page, gone: Collection[int]) -> Iterator[Proposal]:
    """Find the mark of the end where only lines of the page and who made the text stand below.

    ``gone`` are the ends of lines of the page that are told by what stands above them.
    """
    for line in reversed(page.lines):
        text = line.text.strip()
        beside = not text or line.end in gone or is_furniture(text, "") or is_byline(text)
        if line.start <= page.title_end or not beside:
            return
        if text and is_furniture(text, "") == "end_mark":
            yield Proposal(line.start - 1, line.end, "")


def _bylines(page: Page) -> Iterator[Proposal]:
    """Find the title told again below itself, and buttons and counts behind the day a text was published."""
    title = page.text[: page.title_end].strip()
    filled = [line for line in page.lines if line.text.strip()]
    above = ""
    for line in (*filled[:_BYLINES], *filled[_BYLINES:][-_BYLINES:]):
        if line.start <= page.title_end or len(line.text) > _LONGEST_BYLINE:
            continue
        again = _OWN_TITLE.fullmatch(line.text.strip())
        origin = _ORIGIN.match(above)
        above = line.text.strip()
        before, found, behind = line.text.strip().rpartition(title) if title else ("", "", "")
        searched = found and _SEARCHED.fullmatch(before) and _SITE_BEHIND.fullmatch(behind)
        shown = origin and above.rstrip(".．") == origin["account"]
        if searched or shown or (again and again[1] == title):
            yield Proposal(line.start - 1, line.end, "")
        match = BEHIND_DAY.search(line.text) if _DAY.search(line.text) else None
        if match and match.start():
            yield Proposal(line.start + match.start(), line.end, "")


def _pointers(page: Page) -> Iterator[Proposal]:
    """Find signs that point down alone on a line between lines of text, as accounts set them above a picture."""
    filled = [line for line in page.lines if line.text.strip()]
    for above, line, below in zip(filled, filled[1:], filled[2:], strict=False):
        beside = all(
            len(one.text) >= _LEAST_BESIDE or is_furniture(one.text.strip(), "") for one in (above, below)
        )
        if line.start > page.title_end and beside and _POINTS_DOWN.fullmatch(line.text.strip()):
            yield Proposal(line.start - 1, line.end, "")


def _advertised(page: Page) -> Iterator[Proposal]:
    """Find 广告 alone on a line, certain where no line beside it speaks of it: else it heads a section."""
    filled = [line for line in page.lines if line.text.strip()]
    for place, line in enumerate(filled):
        if line.start > page.title_end and line.text.strip() == _ADVERTISED:
            beside = filled[max(0, place - 1) : place] + filled[place + 1 : place + 2]
            spoken = len(beside) < 2 or any(
                _ADVERTISED in one.text or len(one.text) < _PARAGRAPH for one in beside
            )
            yield Proposal(line.start - 1, line.end, "", Certainty.LIKELY if spoken else Certainty.CERTAIN)


def _surely_web(run: Sequence[Line]) -> bool:
    """Tell whether a run of lines is certainly none of the article's text."""
    texts = [line.text.strip() for line in run]
    sure = [
        text for text in texts if is_furniture(text, "") in SURELY_OUTSIDE and not ONE_WORD.fullmatch(text)
    ]
    return bool(sure) or sum(not COUNT.fullmatch(text) for text in texts) >= _BUTTONS_TOGETHER


def _injected(page: Page) -> Iterator[Proposal]:
    """Find the page's title in 【】 at the start of a paragraph: glued to its first sentence, or alone on a line."""
    for match in _INJECTED.finditer(page.text):
        if page.before(match.start()) not in {"", "\n"} or match.start() < page.title_end:
            continue
        inside = match.group(1)
        known = any(inside == text.strip() for text in page.furniture)
        if known or _repeats_itself(inside):
            yield Proposal(match.start(), match.end(), "", Certainty.CERTAIN)
        elif re.search("[,，?？ ]", inside) and not re.search("[。；：:]", inside):
            yield Proposal(match.start(), match.end(), "", Certainty.LIKELY)

    yield from _title_again(page)
    for match in _INJECTED_ALONE.finditer(page.text):
        title = page.text[: page.title_end].strip()
        if len(title) >= _SHORTEST_ECHO and match[1].startswith(title) and _repeats_itself(match[1]):
            yield Proposal(match.start(), match.end(), "")


def _title_again(page: Page) -> Iterator[Proposal]:
    """Find the title in 【】 before a paragraph, and on a line below it with what people look for."""
    title = page.text[: page.title_end].strip()
    if len(title) < _SHORTEST_ECHO:
        return
    again = f"【{title}】"
    for line in page.lines[1:]:
        if line.text.startswith(again) and _SHORTEST_ECHO + len(again) < len(line.text):
            yield Proposal(line.start, line.start + len(again), "")
    for line in page.lines[1:_BYLINES]:
        told = line.text.strip()
        if told.startswith(title) and _SEARCHED_TOO.fullmatch(told[len(title) :]):
            yield Proposal(line.start - 1, line.end, "")


def _repeats_itself(title: str) -> bool:
    """Tell whether a title strings the same words together, as titles made for search engines do."""
    parts = [part for part in re.split(r"[\s,，?？|_]+", title) if len(part) >= 4]
    return len(parts) >= 2 and (_most(title, 4) >= 2 or _most(title, 2) >= 3)


def _most(title: str, length: int) -> int:
    """Return how often the commonest run of ``length`` letters or Han stands in the title."""
    runs = (title[place : place + length] for place in range(len(title) - length + 1))
    return max(Counter(run for run in runs if run.isalnum()).values(), default=0)


def find_boilerplate(page: Page) -> Iterator[Proposal]:
    """Find sentences that advertise or disclaim; they are offered, for a quotation may want them."""
    place = page.title_end
    # Its words are looked for first: the whole would be tried at every character of the text.
    while said := _PROMOTING.search(page.text, place):
        match = _PROMOTION.search(page.text, max(place, said.start() - _BEFORE))
        if match is None:
            return
        yield Proposal(match.start(), match.end(), "", Certainty.LIKELY)
        place = match.end()
