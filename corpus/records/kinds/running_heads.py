"""Texts told by the line above their title: announcements, brokers' notes, proceedings, issues of magazines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.kinds.broker_reports import SECTION
from corpus.records.kinds.report_forms import LATIN
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled, labelled
from corpus.records.lines.line_kinds import Kind, kind_of
from corpus.records.lines.names import people_in, western_people
from corpus.records.lines.page import FrontPage, Gathered, unspaced
from index.lazy_pattern import LazyPattern

_SHARE: Final = LazyPattern(r"(?:证券|股票|股份|债券|公司|[ABH]股)代码\s*[:：]\s*[A-Z]?\d{5,6}")
_ANNOUNCED: Final = LazyPattern(
    r"(?:公告)?编号\s*[:：]\s*(?P<number>(?:临\s*)?\d{4}\s*[-－—]\s*\d{1,4}(?:号)?)"
)
_FIRM: Final = LazyPattern(r"[\u3400-\u9fff（）()]{4,30}(?:股份有限公司|有限责任公司|有限公司|集团|银行)")
_FIRM_LINE: Final = LazyPattern(rf"(?P<firm>{_FIRM.pattern})(?P<rest>关于[\u3400-\u9fff]{{0,30}})?")
_NOTICE: Final = LazyPattern(r"(?:公告|报告书?|说明书|意见书?|通函|摘要)(?:（[^（）]{1,12}）)?$")
_YEAR_ALONE: Final = LazyPattern(r"(?:19|20)\d{2}(?:年度?)?")
"""The year of a report on a line of its own below its name."""
_BROKER: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,10}(?:证券|期货|基金|银行|资管|研究所|研究院|研究中心)(?:股份)?(?:有限(?:责任)?公司)?"
)
_ANALYST: Final = LazyPattern(r"(?:证券|首席)?(?:分析师|研究员)\s*[:：]\s*(?P<who>.+)")
_LICENCE: Final = LazyPattern(r"执业|从业资格|投资咨询|证书|S\d{4}|SAC|投资评级|核心观点|投资要点")
_LICENCE_NUMBER: Final = LazyPattern(r"\bS\d{13}\b")
"""The number of an analyst's licence, which tells a note whose house stands in a picture."""
_BROKER_HEAD: Final = LazyPattern(rf"^[【\[]?(?P<broker>{_BROKER.pattern})[】\]:：]\s*(?P<title>\S.{{5,}})$")
_INSTITUTE: Final = LazyPattern(r"[\u3400-\u9fff]{2,16}(?:研究院|研究所|研究中心|研究部|研究局|智库)")
_WRITERS: Final = ("执笔", "执笔人", "作者", "撰文", "撰稿", "研究员", "分析师", "课题组")
_SERIES_NUMBER: Final = LazyPattern(r"^(?:\S{2,10}[\s　]+)?(?:\d{4}\s*年\s*第\s*\d+\s*期|总?第\s*\d+\s*期)")
_PROCEEDINGS: Final = LazyPattern(
    r"(?:论文集|(?:会议|年会|研讨会|论坛|大会)[\s·|｜]*论文|(?:参会|交流|入选|投稿|会议)论文|会议文集|年会文集|Proceedings.*)(?:[（(][^（）()]{1,24}[）)])?$"
)
_IN_PROCEEDINGS: Final = LazyPattern(
    r"(?:In|Published in|Appears in|From)[:\s]\s*(?P<name>(?:the )?(?:Proceedings|Proc\.) [^,]{8,110}?)(?=,)"
    r".*?(?P<year>(?:19|20)\d{2})\b"
)
_PLACED: Final = LazyPattern(
    r"(?P<name>Proceedings [^,:]{8,110}?)(?:,[ ][^,:\d]{2,40})*,?[ ](?P<year>(?:19"
    r"|20)\d{2})(?:[:：,][ ]*(?:pp?\.[ ]*)?(?P<pages>\d+[ ]*[-–—][ ]*\d+))?"
)
"""Proceedings with the place, the year and the pages behind them."""
_CONFERENCE: Final = LazyPattern(
    r"(?:(?:19|20)\d{2}年?)?(?:中国|全国|国际)?(?:第[一二三四五六七八九十\d]+届)?[\u3400-\u9fff]{2,24}(?:会议|年会"
    r"|研讨会|论坛|大会)"
    r"(?:[（(][^（）()]{2,24}[）)])?"
)
_ABSTRACT: Final = LazyPattern(r"^[【\[［]?摘\s*要|^Abstract", re.MULTILINE)
_ENGLISH_CONFERENCE: Final = LazyPattern(
    r"(?:(?:19|20)\d{2} )?(?:\d{1,2}(?:st|nd|rd|th) )?(?:[A-Z]{2,6} )?International (?:Conference|Symposium"
    r"|Workshop|Congress) (?:on|of|for) .{4,90}"
)
_PAGES: Final = LazyPattern(
    r"[\s　，,]+(?:(?:pp?\.|pages?|第)|(?P<year>(?:19|20)\d{2})\s*年?[:：])"
    r"\s*(?P<pages>\d+\s*[-–—－~]\s*\d+)?(?:\d+)?\s*页?$",
    re.IGNORECASE,
)
_SESSION: Final = LazyPattern(
    r"[\s　]+(?:第[一二三四五六七八九十\d]{1,3})?(?:分会场|分论坛|专题会场|会场)\S{0,10}$"
)
"""The room of a meeting, behind its name."""
_HELD_ON: Final = LazyPattern(r"(?:(?:会议)?(?:时间|日期|会期)[:：])?\d{4}年\d{1,2}月")
_LONGEST_DAY: Final = 32
"""Signs of a line that tells when a conference was held."""
_LONGEST_DATE_LINE: Final = 24
_OF_BODIES: Final = LazyPattern(r"(?<=[\u3400-\u9fff])[（(][\u3400-\u9fff]{4,20}[）)](?=[、，,\s]|$)")
"""The body of each who wrote, behind the name."""
_BARE_PROCEEDINGS: Final = LazyPattern(r"(?:会议|年会)?论文集?")
_AS_PAPER: Final = LazyPattern(r"(?<=[会坛])(?:(?:参会|交流|入选|投稿)论文|[\s·|｜]+论文)$")
"""What the paper is, behind the name of the meeting."""
_COPYRIGHT: Final = LazyPattern(r"(?:©|\(c\)|Copyright)\s*((?:19|20)\d{2})(?!\d)")
_OWNED_BY: Final = LazyPattern(
    r"(?:©|\(c\)|Copyright)\s*(?:19|20)\d{2}(?:\s+by)?\s+(?!The Author)"
    r"(?P<house>[A-Z][\w&'’]*(?: (?:for|of|and|the|in|on|&|[A-Z][\w&'’]*))+)"
)
_WESTERN_BODY: Final = LazyPattern(
    r"Universit|Institut|College|School|Department|Faculty|Cent(?:er|re)|Laborator|\bLabs?\b|Academy|Research|Group"
    r"|Inc\b|Ltd\b|Corp|China|USA|UK\b"
)
_HELD: Final = LazyPattern(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_ISSUE: Final = LazyPattern(
    r"^[《〈]?(?P<name>[\u3400-\u9fff]{2,16}?)[》〉]?"
    r"(?:杂志|周刊|双周刊|月刊|半月刊|季刊|旬刊)?[\s　·|｜,，]*(?P<year>\d{4})\s*年?[\s　·,，]*"
    r"第\s*(?P<issue>\d{1,3})\s*期"
    r"(?:[\s　（(]*总第\s*\d+\s*期[）)]?)?(?:[\s　·|｜]*(?:第?\s*\d+\s*[页版])?)$"
)
_BYLINE: Final = LazyPattern(
    r"^(?:本刊)?(?:撰文|撰稿|采写|文字?|作者|记者|采访|口述|整理|特约撰稿)[\s　]*[/／|｜:：丨=＝][\s　]*"
    r"(?P<who>\S+(?:[\s　、]+\S+){0,3})$"
)
_SHORTEST: Final = 4


def read_announcement(page: FrontPage) -> Gathered | None:
    """Read what a listed company announces: its name, what it is about, the day at its end."""
    head = page.head[:12]
    at = next((place for place, line in enumerate(head[:5]) if _SHARE.search(line)), None)
    if at is None:
        return None
    firm = next((place for place, line in enumerate(head[at:], at) if _FIRM_LINE.fullmatch(line)), None)
    if firm is None:
        return None
    named = _FIRM_LINE.fullmatch(head[firm])
    if named is None:
        return None
    told: list[str] = [named["rest"]] if named["rest"] else []
    for place, line in enumerate(head[firm + 1 : firm + 5], firm + 1):
        told += [] if LATIN.fullmatch(line) else [line]
        if _NOTICE.search(line):
            told += [one for one in head[place + 1 : place + 2] if _YEAR_ALONE.fullmatch(one)]
            break
    else:
        return None
    found = Gathered("report")
    found.put("title", named["firm"] + re.sub(r"(?<=\d)[ 　]+(?=年)", "", "".join(told)))
    found.put("author", named["firm"])
    found.put("publisher", named["firm"])
    numbered = next((match for line in head if (match := _ANNOUNCED.search(line))), None)
    found.put("number", numbered["number"] if numbered else "")
    found.put("issued", next((iso_date(line) for line in reversed(page.tail) if is_date_line(line)), ""))
    return found


def read_analyst_note(page: FrontPage) -> Gathered | None:
    """Read a broker's note: its house before or above the title, analysts with their licence, its day."""
    head = page.head[:16]
    analysts = [match["who"] for line in head if (match := _ANALYST.match(line))]
    if not analysts or not any(_LICENCE.search(line) for line in head):
        return None
    opened = next((match for line in head[:4] if (match := _BROKER_HEAD.match(line))), None)
    house = next((line for line in head if _BROKER.fullmatch(line)), "")
    licensed = any(_LICENCE_NUMBER.search(one) for one in analysts)
    if opened is None and not house and not licensed:
        return None
    found = Gathered("report")
    titles = (
        line
        for line in head[:6]
        if len(line) > _SHORTEST + 2
        and line != house
        and not SECTION.match(line)
        and kind_of(line) is not Kind.SERIES
        and not re.search(r"[:：]\s*\S{2,4}$", line)
        and not iso_date(line)
    )
    found.put("title", opened["title"] if opened else next(titles, ""))
    found.put("publisher", opened["broker"] if opened else house)
    names = (
        people_in(re.split(r"[\s　]{2,}|执业|登记编[号码]|资格编号|SAC|S\d{4}|[（(]", one)[0].strip())
        for one in analysts
    )
    found.put("author", *(name for some in names for name in some))
    day = labelled(head, "报告日期", "发布日期", "日期", "发布时间")
    found.put("issued", iso_date(day), next((iso_date(line) for line in head if is_date_line(line)), ""))
    return found if "title" in found.fields else None


def read_institute_note(page: FrontPage) -> Gathered | None:
    """Read a paper of an institute's series: its house on top, the number of the issue, the title, who wrote it."""
    head = page.head[:14]
    named = (re.split(r"[\s　]*[·|｜][\s　]*", line)[0] for line in head[:3])
    house = next((one for one in named if _INSTITUTE.fullmatch(one)), "")
    at = next((place for place, line in enumerate(head[:6]) if _SERIES_NUMBER.match(line)), None)
    if not house or at is None:
        return None
    below = [(place, line) for place, line in enumerate(head[at + 1 :], at + 1) if len(line) > _SHORTEST + 2]
    titles = [one for one in below if not is_labelled(one[1]) and not iso_date(one[1])]
    names = people_in(labelled(head, *_WRITERS) or labelled(head, *_WRITERS, bare=True))
    if not titles or not names:
        return None
    place, title = titles[0]
    behind = head[place + 1] if place + 1 < len(head) else ""
    found = Gathered("report")
    found.put("title", title + behind if behind[:1] in "—–" and not iso_date(behind) else title)
    found.put("author", *names)
    found.put("publisher", house)
    found.put(
        "issued",
        next((iso_date(line) for line in head if is_date_line(line) and iso_date(line, whole=True)), ""),
    )
    return found


def read_proceedings(page: FrontPage) -> Gathered | None:
    """Read a paper of a conference, told by the name of the proceedings above it."""
    head = page.head[:14]
    named = [
        _SESSION.sub("", _PAGES.sub("", unspaced(line).rstrip("."))).strip(" 　，,") for line in head[:4]
    ]
    placed = _PLACED.fullmatch(head[0].rstrip(".")) if named else None
    held_in = (_IN_PROCEEDINGS.match(named[0]) if named else None) or placed
    if held_in:
        named[0] = held_in["name"]
    volume = _proceedings(named, in_abstract=_ABSTRACT.search(page.text) is not None)
    if volume is None:
        return None
    name, at = volume
    found = Gathered("paper-conference")
    found.put("container-title", name.strip("《》"))
    _put_pages(_PAGES.search(head[at].rstrip(".")), found)
    _put_pages(placed, found)
    _put_title_below(head, at, found)
    days = (
        iso_date(line) for line in (*head, *page.tail) if _HELD_ON.match(line) and len(line) < _LONGEST_DAY
    )
    below = head[at + 1] if at + 1 < len(head) else ""
    held = _HELD.search(name) or (_HELD.search(below) if below[:1] in "（(" else None)
    found.put("issued", next(days, held_in["year"] if held_in else held[1] if held else ""))
    marked = next((match for line in head if (match := _COPYRIGHT.search(line))), None)
    found.put("issued", marked[1] if marked else "")
    owned = next((match for line in head if (match := _OWNED_BY.search(line))), None)
    found.put("publisher", owned["house"] if owned else "")
    return found if "title" in found.fields else None


def _proceedings(named: Sequence[str], *, in_abstract: bool) -> tuple[str, int] | None:
    """Return the name of a volume of papers and on which line it ends.

    Without the word for such a volume the name of a conference is one where an abstract follows.
    """
    at = next((place for place, line in enumerate(named) if _PROCEEDINGS.search(line)), None)
    if at is None and in_abstract:
        at = next(
            (
                place
                for place, line in enumerate(named[:2])
                if _CONFERENCE.fullmatch(line) or _ENGLISH_CONFERENCE.fullmatch(line)
            ),
            None,
        )
    if at is None:
        return None
    whole = named[at - 1] + named[at] if at and named[at] == "论文集" else named[at]
    if _BARE_PROCEEDINGS.fullmatch(whole) and at + 1 < len(named) and _CONFERENCE.fullmatch(named[at + 1]):
        at, whole = at + 1, named[at + 1]
    return _AS_PAPER.sub("", whole), at


def _put_pages(paged: re.Match[str] | None, found: Gathered) -> None:
    """Read the pages and the year of a line that names both."""
    if paged:
        found.put("page", re.sub(r"\s*[-–—－~]\s*", "-", paged["pages"] or ""))
        found.put("issued", paged["year"] or "")


def _put_title_below(head: Sequence[str], at: int, found: Gathered) -> None:
    """Read the title and who wrote it from the lines below that of the volume, and a day right below it."""
    for place, line in enumerate(head[at + 1 : at + 6], at + 1):
        if place == at + 1 and iso_date(line) and len(line) < _LONGEST_DATE_LINE:
            found.put("issued", iso_date(line))
            continue
        below = head[place + 1] if place + 1 < len(head) else ""
        names = (people_in(_OF_BODIES.sub("", below)) or western_people(below)) if below else []
        if len(line) > _SHORTEST and names and not _WESTERN_BODY.search(f"{line} {names[0]}"):
            above = tuple(head[at + 1 : place])
            found.put("title", head[place - 1] if _translates(line, above) else line)
            found.put(
                "author", *names, *further_authors(tuple(head[place + 2 :])) if names[0].isascii() else ()
            )
            return


def _translates(line: str, above: tuple[str, ...]) -> bool:
    """Tell whether a line in letters only gives the Chinese title right above it in English."""
    return line.isascii() and bool(above) and bool(re.match(r"[\u3400-\u9fff“《]", above[-1]))


def further_authors(lines: tuple[str, ...]) -> list[str]:
    """Return the names that stand on lines of their own, each above its body, up to the abstract."""
    found = []
    for line in lines:
        if re.match(
            r"(?i)abstract|introduction|\d|article|keywords|highlights|(?:article )?info|a\s?r\s?t\s?i\s?c\s?l\s?e",
            line,
        ):
            break
        names = people_in(line)
        if names and not _WESTERN_BODY.search(line):
            found += names
    return found


def read_issue(page: FrontPage) -> Gathered | None:
    """Read an article of a magazine, told by the number of the issue above it; its title is above the byline."""
    at = next((place for place, line in enumerate(page.head[:3]) if _ISSUE.match(line)), None)
    running = _ISSUE.match(page.head[at]) if at is not None else None
    if at is None or running is None:
        return None
    below = page.head[at + 1 : at + 9]
    place = next((number for number, line in enumerate(below) if number and _BYLINE.match(line)), None)
    byline = _BYLINE.match(below[place]) if place is not None else None
    names = people_in(byline["who"]) if byline else []
    if place is None or not names:
        return None
    title = next((line for line in reversed(below[:place]) if not line.startswith(("—", "–", "-"))), "")
    found = Gathered("article-magazine")
    found.put("title", title)
    found.put("author", *names)
    found.put("container-title", running["name"])
    found.put("issue", str(int(running["issue"])))
    found.put("issued", running["year"])
    return found
