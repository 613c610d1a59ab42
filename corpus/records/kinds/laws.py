"""Laws and regulations, and official documents with their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import pairs
from corpus.records.lines.names import is_body
from corpus.records.lines.notices import is_notice, without_blanks
from corpus.records.lines.page import FrontPage, Gathered, without_masthead
from corpus.records.lines.titles import headline
from index.lazy_pattern import LazyPattern

_PLAN: Final = LazyPattern(r"(?:规划|纲要)(?:[（(].*[）)])?$")
"""What is a report where nothing but its cover speaks of it."""
_LAW: Final = LazyPattern(
    r"(?:法|条例|规定|办法|细则|规则|指引|准则|规范|决定|通则|章程|意见|通知|公告|通告|通报|批复|复函|答复|公报|方案"
    r"|规划|命令|纲要|的解释|措施|要点|计划|公示|预案)"
    r"(?:[（(][^（）()]{1,16}[）)])?$"
)
_PASSED: Final = LazyPattern(r"(?:通过|公布|发布|批准|令第|印发|施行|修订)")
_PASSED_ON: Final = LazyPattern(r"(\d{4}年\d{1,2}月\d{1,2}日)[^，。；\d]{0,60}?(?:通过|公布|发布|批准|印发)")
_PASSED_LINE: Final = LazyPattern(r"\d{4}年\d{1,2}月\d{1,2}日[^，。；]{4,60}(?:通过|批准|公布|发布)")
_NUMBER_LINE: Final = LazyPattern(
    r"^(?:[（(][\u3400-\u9fff]{1,4}[）)])?[\u3400-\u9fff]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\s*第?\s*\d+\s*号"
    r"(?=$|[ 　]+[（(])"
)
_NUMBER_IN_LINE: Final = LazyPattern(
    r"^[（(](?P<number>[\u3400-\u9fff]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\s*第?\s*\d+\s*号)(?=[\s　，,）)])"
)
_DECREE: Final = LazyPattern(
    r"(?:(?<=日)|(?<![\u3400-\u9fff]))((?!日)[\u3400-\u9fff]{2,20}(?:令"
    r"|公告))\s*(?P<year>[〔\[（(]?\d{4}[〕\]）)]?(?:年)?)?\s*第\s*[\d一二三四五六七八九十百]+\s*号"
)
_DECREE_LINE: Final = LazyPattern(
    r"^[\u3400-\u9fff]{4,24}(?:[\s　]+[\u3400-\u9fff]{4,24}){0,5}?(?:令|公告)"
    r"(?:\s*[〔\[（(]?\d{4}[〕\]）)]?)?(?:\s*第\s*\d+\s*号)?$"
)
_ONLY_NUMBER: Final = LazyPattern(
    r"(?:[〔\[（(](?:\d{4}|[一二三四五六七八九十]{1,3}届)[〕\]）)]\s*)?第?\s*[\d一二三四五六七八九十百]+\s*号"
)
_MADE_KNOWN: Final = LazyPattern(
    r"^《(?P<name>[^》]{4,60})》(?:已经?|已由|业经|经|由).{6,200}?(?:通过|批准|同意).{0,30}(?:公布|发布|施行)"
)
_OF_HEAD: Final = LazyPattern(r"(?<=[\u3400-\u9fff])[ 　]+文[ 　]*件$")
"""The word behind the bodies in whose head a document is written."""
_HEADER: Final = LazyPattern(r"^[\u3400-\u9fff]{4,24}文件$")
_ARTICLE_ONE: Final = LazyPattern(r"^第[一1]条|^第一章|^第一节")
_ABOUT: Final = LazyPattern(r"关于.{2,40}的(?:通知|公告|公示|通告|通报|决定|意见|批复|复函|命令)")
_HANDED_ON: Final = LazyPattern(r"[\u3400-\u9fff、 ]{4,40}(?:转发|批转|印发)[\u3400-\u9fff、 ]{2,30}")
_BROKEN: Final = LazyPattern(
    r"[\u3400-\u9fff]关于(?:(?:印发|转发|批转|公布|发布|下达|修订|调整|废止)(?:《[^》]*)?)?$"
)
"""The first line of a title that goes on below."""
_KIND_BELOW: Final = LazyPattern(
    r"(?:总体|专项|具体)?(?:实施|管理|暂行|工作|行动|建设|发展|整治|应急)(?:方案|办法|意见|细则|规定|条例|计划|要点|规划"
    r"|预案)(?:[（(][^（）()]{1,16}[）)])?"
)
"""What a document is, alone on the line below what it is about."""
_STATISTICS: Final = LazyPattern(
    r"(?:统计|普查|调查|监测|状况)[\u3400-\u9fff]{0,8}公报(?:[（(][^（）()]{1,16}[）)])?$"
)
"""A bulletin of figures, which is a report."""
_OPEN_ABOUT: Final = LazyPattern(r"关于[\u3400-\u9fff]{2,12}《[^》]*$")
_OPENS_ABOUT: Final = LazyPattern(r"[\u3400-\u9fff]{0,16}关于[^的《》，。：:]{2,24}")
"""The first line of a title that says what it is about and not yet what it is: 关于我省2023年上半年."""
_TITLE_WITHIN, _MOST_LINES, _LONGEST_BROKEN = 6, 4, 120
"""Lines a broken title may begin and go on within, and its greatest length."""
_WORDS: Final = LazyPattern(r"[\u3400-\u9fff\d“”、]{4,40}")
_FIRST_LINES: Final = 12
_LONGEST: Final = 60


def _read_decree(page: FrontPage) -> Gathered | None:
    """Read a decree that makes a law known: the law's name stands in its sentence."""
    joined = _with_whole_decree(page.head[:_FIRST_LINES])
    head = joined[:8]
    decree = next((place for place, line in enumerate(head[:3]) if _DECREE_LINE.match(line)), None)
    made = next((match for line in head if (match := _MADE_KNOWN.match(line))), None)
    if decree is None or made is None:
        return None
    found = Gathered("legislation")
    found.put("title", made["name"])
    makers = re.sub(r"(?:令|公告).*$", "", head[decree]).split()
    found.put("author", *(makers if all(map(is_body, makers)) else ()))
    number = next((line for line in head[decree:4] if _ONLY_NUMBER.fullmatch(line)), "")
    found.put("number", re.sub(r"\s", "", head[decree] + number) if number or "号" in head[decree] else "")
    found.put("issued", next((iso_date(line) for line in joined if is_date_line(line)), ""))
    day = _PASSED_ON.search(made.string)
    found.put("issued", iso_date(day[1]) if day else "")
    return found


def _with_whole_decree(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines with the word 令 that stands alone below the bodies who give it joined to them."""
    at = next((place for place, line in enumerate(lines[: _MOST_LINES + 1]) if line in ("令", "公告")), 0)
    above = lines[:at]
    if not at or not all(is_body(part) for line in above for part in line.split()):
        return lines
    return (" ".join(above) + lines[at], *lines[at + 1 :])


def read_law(page: FrontPage) -> Gathered | None:
    """Read a law, a regulation or an official document with its number."""
    page = without_masthead(page)
    made_known = _read_decree(page)
    if made_known is not None:
        return made_known
    named = _named(page)
    if named is None:
        return None
    title, at = named
    if _STATISTICS.search(title):
        return None
    above, below = page.head[:at], page.head[at + 1 : at + 10]
    values = {
        field: value for field, _, value in reversed(list(pairs(map(without_blanks, (*above, *below)))))
    }
    told = " ".join(below[:4])
    passed = next(
        (
            line
            for line in below[:4]
            if iso_date(line)
            and ((line[:1] in "（(" and _PASSED.search(told)) or _PASSED_LINE.fullmatch(line))
        ),
        "",
    )
    number = values.get("number") or next(
        (match[0] for line in (*above, *below[:3]) if (match := _NUMBER_LINE.match(line))), ""
    )
    bracketed = _NUMBER_IN_LINE.match(passed)
    number = number or (bracketed["number"] if bracketed else "")
    decree = next((match for line in (*above, *below[:3]) if (match := _DECREE.search(line))), None)
    in_articles = any(_ARTICLE_ONE.match(line) for line in below)
    on_cover = _signed_by(below[:_MOST_LINES])
    if on_cover and _PLAN.search(title) and not (passed or number or in_articles):
        return None
    if not (passed or number or in_articles or on_cover or (_ABOUT.search(title) and _signature(page))):
        return None
    found = Gathered("legislation")
    found.put("title", title)
    stated = _PASSED_ON.search(told)
    found.put("issued", iso_date(values.get("issued", "")))
    whole = iso_date(passed, whole=True)
    found.put("issued", whole, iso_date(stated[1]) if stated and not passed else "")
    found.put("issued", iso_date(values.get("written", "")))
    found.put("number", number, re.sub(r"\s", "", decree[0]) if decree and not number else "")
    found.put("author", values.get("made_by", ""))
    found.put("container-title", values.get("source", ""))
    who, day = _signature(page) or on_cover or ([], "")
    found.put("author", *who)
    found.put("issued", day)
    found.put("author", *_jointly(above))
    header = next((line for line in above if is_body(line) and title.startswith(f"{line}关于")), "")
    found.put("author", header)
    printed = next((iso_date(line) for line in page.tail if line.endswith("印发") and iso_date(line)), "")
    found.put("issued", printed)
    found.put("issued", iso_date(page.tail[-1], whole=True) if is_date_line(page.tail[-1]) else "")
    found.put("issued", iso_date(passed))
    return found


def _jointly(above: Sequence[str]) -> list[str]:
    """Return the bodies of a head that several share (甲局 / 乙局　文件 / 丙局), none where it is nobody's head."""
    if not any(_OF_HEAD.search(line) for line in above):
        return []
    lines = (_OF_HEAD.sub("", line) for line in above)
    return [line for line in lines if is_body(line)]


def _named(page: FrontPage) -> tuple[str, int] | None:
    """Return the title and its last line: below a document's header and number, both lines of it where it is broken."""
    head = page.head[:_FIRST_LINES]
    told, place = headline(page)
    if place < _FIRST_LINES and told != page.head[place] and _LAW.search(told):
        return told, place
    for place in range(min(_TITLE_WITHIN, len(head))):
        whole, last = _to_the_end_of_quotation(head, place)
        if last > place and _LAW.search(whole) and len(whole) < _LONGEST_BROKEN:
            return whole, last
    for place, line in enumerate(head):
        if _HEADER.match(line) or _NUMBER_LINE.match(line) or is_notice(line) or _is_label(line):
            continue
        below = head[place + 1] if place + 1 < len(head) else ""
        handed_on = place < 3 and bool(_HANDED_ON.fullmatch(line))
        broken = handed_on or bool(_BROKEN.search(line))
        if broken and below and not below.startswith("关于") and _LAW.search(below) and len(below) < _LONGEST:
            return line + below, place + 1
        if (handed_on or all(map(is_body, line.split()))) and below.startswith("关于") and _LAW.search(below):
            jointly = place > 0 and is_body(line) and is_body(head[place - 1])
            return (below if jointly else line + below), place + 1
        if _OPENS_ABOUT.fullmatch(line) and _LAW.search(below) and len(below) < _LONGEST and "的" in below:
            return line + below, place + 1
        if _KIND_BELOW.fullmatch(below) and not _LAW.search(line) and _WORDS.fullmatch(line):
            return line + below, place + 1
        if 4 <= len(line) <= _LONGEST and _LAW.search(line):
            return line, place
        if place > 3 or (len(line) > _LONGEST or line.endswith("。")):
            return None
    return None


def _to_the_end_of_quotation(head: tuple[str, ...], place: int) -> tuple[str, int]:
    """Return a title whose 《 closes on a line below, and its last line; a line by itself where it closes there."""
    line, last = head[place], place
    if not _OPEN_ABOUT.search(line) or is_notice(line) or _is_label(line):
        return line, place
    while line.count("《") > line.count("》") and last + 1 < min(len(head), place + _MOST_LINES):
        last += 1
        line += head[last]
    if line.count("《") != line.count("》"):
        return head[place], place
    body = head[place - 1] if place and line.startswith("关于") and is_body(head[place - 1]) else ""
    return body + line, last


def _is_label(line: str) -> bool:
    return bool(re.match(r"[\u3400-\u9fff]{2,6}[:：]", without_blanks(line)))


def _signature(page: FrontPage) -> tuple[list[str], str] | None:
    """Return who sign at the end and when."""
    return _signed_by(page.tail)


def _signed_by(lines: Sequence[str]) -> tuple[list[str], str] | None:
    """Return who sign and when: bodies above the day, one a line or parted by blanks."""
    for place, line in enumerate(lines[1:], 1):
        if not is_date_line(line.removesuffix("印发")):
            continue
        signing: list[str] = []
        for above in reversed(lines[:place]):
            parts = re.split(r"[\s　]+", above)
            if not all(is_body(part) for part in parts):
                break
            signing = [*parts, *signing]
        if signing:
            return signing, iso_date(line)
    return None
