"""English front pages: papers of archives, theses, reports, news and blogs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.records.bylines.byline_words import put
from corpus.records.english.books import read_english_book
from corpus.records.english.bylines import english_byline, english_day, is_dated
from corpus.records.english.forms import BODY, is_day, people_below
from corpus.records.english.releases import read_release
from corpus.records.english.theses import ABOUT_THESIS, read_english_thesis
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.names import RANK, western_people
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_IN_CHINESE: Final = LazyPattern(
    r"(?<=[A-Za-z])(?:[ ]?[（(][\u3400-\u9fff·]{2,8}[)）]|[ ][\u3400-\u9fff]{2,4}(?=$|[ ]?[,;&]|[ ]and\b))"
)
"""A name in Chinese behind its transcription: Lin Yuan (林远), Zhang Wei 张伟."""
_PAPER: Final = LazyPattern(
    r"^(?P<kind>Statistical (?:Release|Bulletin|Report)|Fact Sheet|(?:Working|Discussion|Policy|Research|Occasional"
    r"|White|Issues?|Background|Technical|Briefing)"
    r" (?:Paper|Report|Brief|Note|Memo(?:randum)?))(?:s|\s+Series)?\b"
    r"(?:\s*(?:Series\s*)?(?:No\.?|Number|#)?\s*(?P<number>[A-Z]{0,4}[\d-]+(?:/\d+)?))?",
    re.IGNORECASE,
)
_NUMBER_ALONE: Final = LazyPattern(
    r"[A-Z]{1,5}[ -]?(?:19|20)\d{2}[-/]\d{1,4}|[A-Z]{2,4}[ -]?\d{2,5}(?:[-/]\d{1,4})?"
)
_DAY_AND_NUMBER: Final = LazyPattern(
    r"^(?P<day>[A-Z][a-z]{2,8}\.? (?:19|20)\d{2})\s*[|·•,–—-]\s*(?:No\.?|Number|Issue|#)\s*"
    r"(?P<number>[A-Z]{0,4}\d[\w/-]*)$"
)
_NUMBER_AND_DAY: Final = LazyPattern(
    r"^(?:No\.?|Number|Issue|#)\s*(?P<number>[A-Z]{0,4}\d[\w/-]*)\s*[|·•,–—-]\s*"
    r"(?=.*\b(?:19|20)\d{2}$)[A-Za-z0-9 ,]{4,24}$"
)
_REPORT: Final = LazyPattern(
    r"^(?:Annual|Interim|Final|Statistical|Progress) Report\b"
    r"|\b(?:Report|Survey|Outlook|Review|White Paper|Handbook|Yearbook)(?:\s+\d{4})?$"
)
_ARCHIVED: Final = LazyPattern(
    r"^(?P<number>(?:arXiv|bioRxiv|medRxiv|SSRN|ChinaXiv)\s?:\s?[\w./-]+?)(?:v\d+)?"
    r"(?:\s+\[[\w. -]+\])?\s+(?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4})$"
)
_FURNITURE: Final = LazyPattern(
    r"(?:(?:Skip to (?:main )?content|Skip navigation|Sign (?:in|up)|Log ?in|Register|Subscribe|Menu|Search"
    r"|Newsletters?|Home"
    r"|Share|Save|Print|Email|Listen|Follow(?: us)?|Advertisement|Donate|Close|Toggle navigation|Open in app"
    r"|Get the app|More|My account|Cart|Help"
    r"|Comments?(?: \(\d+\))?|\d+ [Cc]omments?|Copy link|Facebook|Twitter|X|LinkedIn"
    r"|WhatsApp|Gift article)"
    r"\s*[|·•/›»>,]?\s*)+",
    re.IGNORECASE,
)
"""What the pages of sites offer to click on."""
_STRETCH: Final = LazyPattern(r"(?:[QH][1-4]|FY)\s*'?(?:19|20)?\d{2}|(?:19|20)\d{2}\s*[QH][1-4]")
_BODY_IN_CAPITALS: Final = LazyPattern(
    r"\b(?:Institute|University|Cent(?:er|re)|Foundation|Bank|Council|Commission|Association|Academy|Society|School)\b",
    re.IGNORECASE,
)
_MADE_BY: Final = LazyPattern(r"^(?:Prepared|Published|Issued|Produced|Commissioned) (?:by|for) (?:the )?")
_SHEET: Final = LazyPattern(r"\bp(?:age|p)?\.?\s*([A-Z]?\d{1,3})\b")
_BY: Final = LazyPattern(
    r"^(?:(?:Written|Words|Story|Text|Report|Reporting)\s+)?[Bb](?:y|Y):?\s+(?P<who>[A-Z].{2,80})$"
)
_NAME: Final = r"[A-Z][\w'.-]+(?:\s+[A-Z][\w'.-]+){1,3}"
_BYLINE: Final = LazyPattern(
    r"(?:^|[·|•—–-]\s*|\d{4}\s+)"
    rf"(?:[Pp]osted\s+|[Ww]ritten\s+)?(?:[Bb]y|BY)\s+(?P<who>{_NAME}(?:(?:,| and| &)\s+{_NAME})*)"
    r"(?=\s*(?:[·|•—–,]|in\s|on\s|$))"
)
_RANKED: Final = LazyPattern(
    rf"(?:^|[|·•]\s*)(?P<who>{_NAME}),\s[A-Z][\w\s-]{{2,30}}\b(?:Correspondent|Reporter|Editor|Writer|Columnist)\b"
)
_BY_BOARD: Final = LazyPattern(
    r"^By (?:the )?(?:Editorial Board|Editors|Staff|Our Correspondents?)$", re.IGNORECASE
)
_BLOG: Final = LazyPattern(r"\bmin(?:ute)?s? read\b|^Posted\b|\bblog\b|\bFiled under\b", re.IGNORECASE)
_SIGNED_DAY: Final = LazyPattern(r"^(?P<day>\S.{4,28}?(?:19|20)\d{2}) by (?P<who>[a-z][\w.-]{1,20})$")
"""The line of a blog that names who writes it by a nickname."""
_MEDIUM: Final = LazyPattern(r"^(?:The\s)?[A-Z][\w']*(?:\s(?:of|and|the|[A-Z&][\w']*)){0,4}$")
_WIRED: Final = LazyPattern(
    r"^[A-Z][A-Z' -]{2,30}(?:, [A-Z][\w.' -]{1,24}){0,2}(?:, (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"\s\((?P<agency>[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,2})\)\s*[-–—]"
)
"""What opens news of an agency: LUOCHUAN, China, March 4 (Inland Wire) -- …."""
_REPORTING: Final = LazyPattern(
    r"^\(?(?:Reporting|Writing|Reported|Written) by (?P<who>[A-Z].{2,80}?)"
    r"(?=\s*[;)]|\.?$|\.\s+(?:Editing|Edited|Additional))"
)
"""The line of an agency that names its reporters below the text."""
_BESIDES: Final = LazyPattern(r"\s+in\s+[A-Z]\w+(?: [A-Z]\w+)?(?=,|\s+and\b|$)")
_WIRED_WITHIN, _DAY_AT_END = 6, 3
_LEAST_BLANKS: Final = 2
_UPDATED: Final = LazyPattern(
    r"(?:Last\s+)?\b(?:Updated|Modified|Accessed|Retrieved|Corrected|Amended)\b", re.IGNORECASE
)
_SECTION: Final = LazyPattern(
    r"^(?:Opinions?|Business|World|Sports?|News|Features?|Analysis|Comment|Editorials?|Letters|Culture|Technology"
    r"|Lifestyle|Health|Science|Politics|Economy|Markets|Retail|Home|Local|National|Money|Arts|Obituar(?:y|ies)"
    r"|Investigation|Long Reads?|Explainers?|Perspectives?|Insights?|Interviews?)$"
    r"|^(?:LETTERS?|DISPATCH|NOTES|POSTCARD|REPORT) FROM [A-Z ]{3,24}$|"
    r"^(?:[A-Z][\w&]*(?:\s[A-Z&][\w&]*){0,2}\s*[|›»>/·]\s*)+[A-Z][\w&]*(?:\s[A-Z&][\w&]*){0,2}$"
)
"""The drawers of a site above a title: Opinion | Retail."""
_PAPER_NAMES: Final = LazyPattern(
    r"\b(?:Herald|Times|Post|Daily|News|Tribune|Gazette|Journal|Observer|Star|Mail|Reuters|Press|Review|Magazine"
    r"|Weekly|Chronicle|Telegraph|Courier|Globe|Standard|Independent|Examiner|Echo|Sentinel|Register|Mirror"
    r"|Bulletin)\b"
    r"|\b(?:HERALD|TIMES|POST|DAILY|NEWS|TRIBUNE|GAZETTE|JOURNAL|OBSERVER|STAR|MAIL|PRESS|REVIEW|WEEKLY|CHRONICLE"
    r"|TELEGRAPH|COURIER|GLOBE|STANDARD|EXAMINER|ECHO|SENTINEL|REGISTER|MIRROR|BULLETIN)$"
)


def read_english(page: FrontPage) -> Gathered | None:
    """Read a page whose first lines are English, by the first sign of what it is."""
    page = FrontPage(tuple(_IN_CHINESE.sub("", line) for line in page.head), page.tail)
    if page.head and ABOUT_THESIS.match(page.head[0]) and _HAN.search(page.text):
        # A thesis tells its title in Chinese too.
        page = FrontPage(tuple(line for line in page.head if not _HAN.search(line)), page.tail)
    page = FrontPage(tuple(line for line in page.head if not _FURNITURE.fullmatch(line)), page.tail)
    if not page.head or any(_HAN.search(line) for line in page.head[:6]):
        return None
    released = read_release(page)
    if released is not None:
        return released
    for reader in (
        _preprint,
        read_english_thesis,
        _paper,
        read_english_book,
        _news,
    ):
        found = reader(page)
        if found is not None:
            return found
    return None


def _preprint(page: FrontPage) -> Gathered | None:
    """Read a paper of an archive, told by the number and the day it prints on the first page."""
    at = next((place for place, line in enumerate(page.head[:8]) if _ARCHIVED.match(line)), None)
    told = _ARCHIVED.match(page.head[at]) if at is not None else None
    if at is None or told is None:
        return None
    lines = [line for place, line in enumerate(page.head[:10]) if place != at]
    below = next((place for place in range(1, len(lines)) if western_people(lines[place])), None)
    if below is None:
        return None
    found = Gathered("article")
    found.put("title", " ".join(lines[:below]))
    found.put("author", *western_people(lines[below]))
    found.put("number", told["number"])
    found.put("issued", iso_date(told["day"]))
    return found


def _paper(page: FrontPage) -> Gathered | None:
    head = page.before_prose()[:14]
    kind = next((match for line in head[:6] if (match := _PAPER.match(line))), None)
    numbered = next((match for line in head[:6] if (match := _numbered_day(line))), None)
    above = next((place for place, line in enumerate(head[:6]) if _PAPER.match(line)), 0)
    body_above = next(
        (line for line in head[:above] if _BODY_IN_CAPITALS.search(line) and len(line) < 60), ""
    )
    first = head[0] if head and kind and above and BODY.search(head[0]) else ""
    body_above = body_above or first
    titled = [
        line
        for line in head
        if line != body_above
        and not _NUMBER_ALONE.fullmatch(line)
        and not (_PAPER.match(line) or is_day(line) or _STRETCH.fullmatch(line) or _numbered_day(line))
    ]
    if not titled or (kind is None and not any(_REPORT.search(line) for line in titled[:2])):
        return None
    named = [line for line in titled[1:] if people_below((line,))]
    bodies = [
        _MADE_BY.sub("", line)
        for line in titled[1:]
        if BODY.search(line) and len(line) < 80 and line not in named and not RANK.search(line)
    ]
    day = next((iso_date(line) for line in head if is_day(line) or _numbered_day(line)), "")
    people = people_below(tuple(titled[1:6]))
    if not day or not (bodies or people or first):
        return None
    found = Gathered("report")
    found.put("title", titled[0])
    found.put("author", *people)
    found.put("publisher", *(bodies[:1] or [body_above]))
    found.put("issued", day)
    found.put("number", kind["number"] or "" if kind else "")
    found.put("number", numbered["number"] if numbered else "")
    return found


def _numbered_day(line: str) -> re.Match[str] | None:
    """Return the match of a line that is a number of a series and its day, in either order."""
    return _NUMBER_AND_DAY.match(line) or _DAY_AND_NUMBER.match(line)


def _title_above_byline(head: tuple[str, ...]) -> str:
    """Return the first line that is neither the paper's name nor a section's, where more lines stand above a byline."""
    at = next(
        (
            place
            for place, line in enumerate(head[:6])
            if any(form.search(line) for form in (_BY, _BYLINE, _BY_BOARD, _RANKED))
        ),
        1,
    )
    above = [
        line
        for line in head[:at]
        if not (_PAPER_NAMES.search(line) and _MEDIUM.match(line))
        and " " in line
        and not (_SECTION.match(line) or is_dated(re.split(r"\s*[|·•]\s*", line)[0]))
    ]
    if len(above) > 1 and len(above) < at and _MEDIUM.match(above[0]):
        return above[-1]
    return above[0] if above else head[0]


def _signed(head: tuple[str, ...]) -> Gathered | None:
    """Read news whose writer stands alone on a line below the title, the day or what the writer is below that."""
    for place in range(1, len(head) - 1):
        line, below = head[place : place + 2]
        at = place - 1
        while at and is_dated(head[at]):
            at -= 1
        title, names, day = head[at], western_people(line), english_day(below)
        if not names or ":" in line or _BY.match(line):
            continue
        if title.count(" ") < _LEAST_BLANKS or not (day or RANK.search(below)):
            continue
        if is_date_line(title) or english_day(title) or (_PAPER_NAMES.search(title) and _MEDIUM.match(title)):
            return None
        found = Gathered("webpage")
        found.put("title", title)
        found.put("author", *names)
        found.put("issued", day, *filter(None, map(english_day, head[:place])))
        for above in head[:at]:
            _of_paper(above, found)
        if "container-title" in found.fields:
            found.type = "article-newspaper"
        return found if "issued" in found.fields else None
    return None


def _of_paper(line: str, found: Gathered) -> None:
    """Read a line of a newspaper's name, the day, and its page."""
    name = re.split(r"\s*[,|·•]\s*", line, maxsplit=1)[0].strip()
    if _MEDIUM.match(name) and _PAPER_NAMES.search(name) and (iso_date(line, whole=True) or name == line):
        found.put("container-title", name)
        sheet = _SHEET.search(line)
        found.put("page", sheet[1] if sheet else "")


def _news(page: FrontPage) -> Gathered | None:
    """Read news or a blog: a title, then its byline and day."""
    signed_day = _signed_with_day(page.head[:6])
    if signed_day is not None:
        return signed_day
    lines = page.before_prose(1)[:5]
    found = Gathered("document")
    for line in lines:
        by = _BYLINE.search(line) or _BY.match(line)
        if by and "author" not in found.fields:
            _put_byline(by["who"], line[by.end() :], found)
        rank = _RANKED.search(line)
        found.put("author", *(western_people(rank["who"]) if rank else ()))
        if not _UPDATED.match(line):
            found.put("issued", iso_date(line))
        _of_paper(line, found)
    for line in lines:
        put(english_byline(line), found)
    reported = next((match for line in page.tail if (match := _REPORTING.match(line))), None)
    found.put("author", *(western_people(_BESIDES.sub(",", reported["who"])) if reported else ()))
    wired = next((match for line in page.head[1:_WIRED_WITHIN] if (match := _WIRED.match(line))), None)
    found.put("container-title", wired["agency"] if wired else "")
    ends = (english_day(line) for line in page.ending(_DAY_AT_END))
    found.put("issued", next(filter(None, ends), "") if found.fields else "")
    alone = None if "author" in found.fields else _signed(page.head[:7])
    if alone is not None:
        return alone
    first = page.head[0]
    named = _MEDIUM.match(first) and _PAPER_NAMES.search(first) and not _SECTION.match(first)
    if named and len(lines) > 1 and found.fields:
        found.put("container-title", first)
    if "container-title" in found.fields:
        found.put("author", *people_below(lines[:1]))
    if not {"author", "container-title"} & found.fields.keys():
        return None
    found.put("title", _title_above_byline(page.head))
    found.type = _kind_of_news(lines, found)
    return found


def _kind_of_news(lines: Sequence[str], found: Gathered) -> str:
    """Return the type of news by where it stands: a blog, a newspaper, a page with a medium or a day."""
    container = "".join(found.fields.get("container-title", []))
    if any(map(_WIRED.match, lines)):
        return "article-newspaper"
    if any(_BLOG.search(line) for line in lines):
        return "post-weblog"
    if container:
        return "article-newspaper" if _PAPER_NAMES.search(container) else "webpage"
    return "webpage" if "issued" in found.fields else found.type


def _signed_with_day(head: tuple[str, ...]) -> Gathered | None:
    """Read a post whose title stands above a line of who wrote it on which day, ``None`` for any other text."""
    for above, line in pairwise(head):
        signed = _SIGNED_DAY.match(line)
        if signed and iso_date(signed["day"]):
            told = Gathered("post-weblog")
            told.put("title", above)
            told.put("author", signed["who"])
            told.put("issued", iso_date(signed["day"]))
            return told
    return None


def _put_byline(who: str, behind: str, found: Gathered) -> None:
    """Put the people of a byline and the medium told among them or ``behind`` them."""
    whole = [part.strip() for part in re.split(r"[,·|•]", who)]
    media = [part for part in whole[1:] if _PAPER_NAMES.search(part) or part.startswith("The ")]
    names = western_people(", ".join(part for part in whole if part not in media))
    found.put("author", *names)
    parts = [part.strip() for part in re.split(r"[,·|•]", behind)]
    rest = media + [part for part in parts if part and not part.startswith("in ")]
    if names and rest and _MEDIUM.match(rest[0]) and not iso_date(rest[0]):
        found.put("container-title", rest[0])
