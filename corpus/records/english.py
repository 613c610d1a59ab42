"""English front pages: news and blogs by their byline, working papers, theses and books by their title page."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.books import ISBN
from corpus.records.byline_words import put
from corpus.records.dates import is_date_line, iso_date
from corpus.records.english_releases import read_release
from corpus.records.english_words import english_byline
from corpus.records.names import people_in, western_people
from corpus.records.page import FrontPage, Gathered

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_PAPER: Final = re.compile(
    r"^(?P<kind>(?:Working|Discussion|Policy|Research|Occasional|White|Issues?|Background|Technical|Briefing)"
    r" (?:Paper|Report|Brief|Note|Memo(?:randum)?))(?:s|\s+Series)?\b"
    r"(?:\s*(?:Series\s*)?(?:No\.?|Number|#)?\s*(?P<number>[A-Z]{0,4}[\d-]+(?:/\d+)?))?",
    re.IGNORECASE,
)
_NUMBER_AND_DAY: Final = re.compile(
    r"^(?:No\.?|Number|Issue|#)\s*(?P<number>[A-Z]{0,4}\d[\w/-]*)\s*[|·•,–—-]\s*"
    r"(?=.*\b(?:19|20)\d{2}$)[A-Za-z0-9 ,]{4,24}$"
)
_REPORT: Final = re.compile(
    r"^(?:Annual|Interim|Final|Statistical|Progress) Report\b"
    r"|\b(?:Report|Survey|Outlook|Review|White Paper|Handbook|Yearbook)(?:\s+\d{4})?$"
)
_THESIS: Final = re.compile(
    r"\b(?:thesis|dissertation)\b.*\b(?:submitted|presented|degree|fulfil)|^submitted in partial fulfil"
    r"|for the degree of (?:Doctor|Master|Bachelor)"
    r"|^(?:Master[’']?s?|Doctoral|Ph\.?D\.?|M\.?Sc\.?|M\.?A\.?|M\.?Phil\.?|MBA|Bachelor[’']?s?|Honou?rs)\s+(?:Thesis|Dissertation)$",
    re.IGNORECASE,
)
_ARCHIVED: Final = re.compile(
    r"^(?P<number>(?:arXiv|bioRxiv|medRxiv|SSRN|ChinaXiv)\s?:\s?[\w./-]+?)(?:v\d+)?"
    r"(?:\s+\[[\w. -]+\])?\s+(?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4})$"
)
_ABOUT_THESIS: Final = re.compile(
    r"(?:A|An)\s(?:\w+\s)?(?:Thesis|Dissertation)\b|In [Pp]artial|[Ss]ubmitted|[Bb]y\b"
    r"|(?:Doctor|Master|Bachelor) of\b|(?:for )?the degree\b|Requirements\b",
    re.IGNORECASE,
)
_GUIDE: Final = re.compile(
    r"(?:Thesis |Dissertation )?(?:Co-)?(?:Supervis|Advis|Examin|Committee|Chair)", re.IGNORECASE
)
_SUBMITTED: Final = re.compile(
    r"(?:[Ss]ubmitted|[Pp]resented) (?:to|at|in) (?:the )?"
    r"(?P<school>(?:[A-Z]\w+ )*(?:University|College|Institute of Technology)(?: of [A-Z]\w+)*)"
)
_STRETCH: Final = re.compile(r"(?:[QH][1-4]|FY)\s*'?(?:19|20)?\d{2}|(?:19|20)\d{2}\s*[QH][1-4]")
_UNIVERSITY: Final = re.compile(r"\b(?:University|Institute of Technology|College)\b", re.IGNORECASE)
_BODY_IN_CAPITALS: Final = re.compile(
    r"\b(?:Institute|University|Cent(?:er|re)|Foundation|Bank|Council|Commission|Association|Academy|Society|School)\b",
    re.IGNORECASE,
)
_SCHOOL: Final = re.compile(
    r"^(?:(?:Graduate )?School|Department|Faculty|Division|Program(?:me)?) (?:of|in|for)\b"
)
_BODY: Final = re.compile(
    r"\b(?:Institute|University|Cent(?:er|re)|Foundation|Bank|Bureau|Office|Council|Commission|Association|Agency|Ministry"
    r"|Organi[sz]ation|Research|Fund|Group|Consulting|Partners|Academy|Society|Department)\b"
)
_MADE_BY: Final = re.compile(r"^(?:Prepared|Published|Issued|Produced|Commissioned) (?:by|for) (?:the )?")
_SHEET: Final = re.compile(r"\bp(?:age|p)?\.?\s*([A-Z]?\d{1,3})\b")
_BY: Final = re.compile(
    r"^(?:(?:Written|Words|Story|Text|Report|Reporting)\s+)?[Bb](?:y|Y):?\s+(?P<who>[A-Z].{2,80})$"
)
_NAME: Final = r"[A-Z][\w'.-]+(?:\s+[A-Z][\w'.-]+){1,3}"
_BYLINE: Final = re.compile(
    r"(?:^|[·|•—–-]\s*|\d{4}\s+)"
    rf"(?:[Pp]osted\s+|[Ww]ritten\s+)?(?:[Bb]y|BY)\s+(?P<who>{_NAME}(?:(?:,| and| &)\s+{_NAME})*)"
    r"(?=\s*(?:[·|•—–,]|in\s|on\s|$))"
)
_RANKED: Final = re.compile(
    rf"(?:^|[|·•]\s*)(?P<who>{_NAME}),\s[A-Z][\w\s-]{{2,30}}\b(?:Correspondent|Reporter|Editor|Writer|Columnist)\b"
)
_BY_BOARD: Final = re.compile(
    r"^By (?:the )?(?:Editorial Board|Editors|Staff|Our Correspondents?)$", re.IGNORECASE
)
_BLOG: Final = re.compile(r"\bmin(?:ute)?s? read\b|^Posted\b|\bblog\b|\bFiled under\b", re.IGNORECASE)
_MEDIUM: Final = re.compile(r"^(?:The\s)?[A-Z][\w']*(?:\s(?:of|and|the|[A-Z&][\w']*)){0,4}$")
_UPDATED: Final = re.compile(r"\b(?:Updated|Modified|Accessed|Retrieved)\b", re.IGNORECASE)
_SECTION: Final = re.compile(
    r"^(?:[A-Z][\w&]*(?:\s[A-Z&][\w&]*){0,2}\s*[|›»>/·]\s*)+[A-Z][\w&]*(?:\s[A-Z&][\w&]*){0,2}$"
)
"""The drawers of a site above a title: Opinion | Retail."""
_PAPER_NAMES: Final = re.compile(
    r"\b(?:Herald|Times|Post|Daily|News|Tribune|Gazette|Journal|Observer|Star|Mail|Reuters|Press|Review|Magazine|Weekly|Chronicle|Telegraph|Courier|Globe|Standard|Independent|Examiner|Echo|Sentinel|Register|Mirror|Bulletin)\b"
)
_ORDINALS: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
_EDITION: Final = re.compile(
    rf"\b({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))\s+(?:[Rr]evised\s+|[Ee]nlarged\s+)?[Ee]dition\b",
    re.IGNORECASE,
)
_PRESS: Final = re.compile(r"\b(?:Press|Publishers?|Publishing|Books)$")
_BY_WHOM: Final = re.compile(
    r"^(?:(?:Written |Prepared )?by|Authors?|Candidate|Student|Name)(?:\s*:\s*|\s+)(?=[A-Z])", re.IGNORECASE
)
_PLACE_AND_YEAR: Final = re.compile(r"^[A-Z][\w .·&-]{2,40},\s*(?P<year>(?:19|20)\d{2})$")
_PRESS_AND_PLACE: Final = re.compile(
    r"^(?P<press>(?:[A-Z][\w'&]*\s){1,4}(?:Press|Publishers?|Publishing|Books)),\s*(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
    r"(?:,?\s*(?:19|20)\d{2})?$"
)
_PUBLISHED_BY: Final = re.compile(
    r"\b[Pp]ublished by (?P<press>[A-Z][\w'&]*(?: [A-Z&][\w'&]*){1,4})(?:, (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?))?(?=[.,]|$)"
)
"""The house in a sentence of the page behind the title."""
_IMPRINT_LINE: Final = re.compile(
    r"^(?:First published|Published|Copyright|©|ISBN|by\s|All rights|Printed)", re.IGNORECASE
)
_ROLES: Final = (
    ("Edited by", "editor"),
    ("Translated(?: from [A-Za-z ]{3,30}?)? by", "translator"),
    ("By", "author"),
    ("by", "author"),
)


def read_english(page: FrontPage) -> Gathered | None:
    """Read a page whose first lines are English, by the first sign of what it is."""
    if not page.head or any(_HAN.search(line) for line in page.head[:6]):
        return None
    released = read_release(page)
    if released is not None:
        return released
    for reader in (_preprint, _thesis, _paper, _book, _news):
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


def _thesis(page: FrontPage) -> Gathered | None:
    head = page.head[:20]
    if not any(_THESIS.search(line) for line in head):
        return None
    found = Gathered("thesis")
    about = [
        line
        for line in head[:8]
        if not (
            _UNIVERSITY.search(line)
            or _SCHOOL.match(line)
            or _ABOUT_THESIS.match(line)
            or _THESIS.match(line)
        )
    ]
    title = next(iter(about), head[0])
    found.put("title", title)
    below = [
        line for line in head[head.index(title) + 1 :][:6] if not (_GUIDE.match(line) or _THESIS.match(line))
    ]
    found.put("author", *_people_below(tuple(below)))
    schools = (
        line
        for line in head
        if line != title and _UNIVERSITY.search(line) and len(line) < 60 and not _THESIS.search(line)
    )
    found.put("publisher", next(schools, ""))
    found.put("publisher", next((match[1] for line in head if (match := _SUBMITTED.search(line))), ""))
    found.put("issued", next((iso_date(line) for line in reversed(head) if _is_day(line)), ""))
    return found if "author" in found.fields else None


def _paper(page: FrontPage) -> Gathered | None:
    head = page.before_prose()[:14]
    kind = next((match for line in head[:6] if (match := _PAPER.match(line))), None)
    numbered = next((match for line in head[:6] if (match := _NUMBER_AND_DAY.match(line))), None)
    above = next((place for place, line in enumerate(head[:6]) if _PAPER.match(line)), 0)
    body_above = next(
        (line for line in head[:above] if _BODY_IN_CAPITALS.search(line) and len(line) < 60), ""
    )
    titled = [
        line
        for line in head
        if line != body_above
        and not (
            _PAPER.match(line) or _is_day(line) or _STRETCH.fullmatch(line) or _NUMBER_AND_DAY.match(line)
        )
    ]
    if not titled or (kind is None and not any(_REPORT.search(line) for line in titled[:2])):
        return None
    bodies = [_MADE_BY.sub("", line) for line in titled[1:] if _BODY.search(line) and len(line) < 80]
    day = next((iso_date(line) for line in head if _is_day(line) or _NUMBER_AND_DAY.match(line)), "")
    people = _people_below(tuple(titled[1:6]))
    if not day or not (bodies or people):
        return None
    found = Gathered("report")
    found.put("title", titled[0])
    found.put("author", *people)
    found.put("publisher", *(bodies[:1] or [body_above]))
    found.put("issued", day)
    found.put("number", kind["number"] or "" if kind else "")
    found.put("number", numbered["number"] if numbered else "")
    return found


def _people_below(lines: tuple[str, ...]) -> list[str]:
    """Return the names of the first lines that hold nothing else, or that begin with ``by``."""
    found: list[str] = []
    for line in lines:
        if _EDITION.search(line) or (re.match(r"[A-Za-z ]{2,20}:\s", line) and not _BY_WHOM.match(line)):
            continue
        if re.match(r"(?:A|An|The|In|On|From|Essays|Notes)\s", line):
            continue
        bare = re.sub(r"\s+(?:for|on behalf of)\s+the\s.*$", "", _BY_WHOM.sub("", line))
        names = western_people(bare)
        if names and not _BODY.search(bare) and not _PRESS.search(bare) and len(bare.split()) > 1:
            found += names
        elif found:
            break
    return found


def _is_day(line: str) -> bool:
    line = re.sub(
        r"^(?:(?:Published|Issued|Released|Date[d]?)(?:\s+(?:in|on))?:?|(?:Version|Revision|Draft)(?:\s+[\d.]+)?,?)\s+",
        "",
        re.sub(r"^[A-Z][a-z]{2,14}, (?=[A-Z][a-z]{2,8}\.? (?:19|20)\d{2}$)", "", line),
    )
    return is_date_line(line) or (len(line) < 24 and bool(re.fullmatch(r"(?:19|20)\d{2}", line)))


def _book(page: FrontPage) -> Gathered | None:
    """Read an English title page: edition, editors, press, place."""
    text, head = page.text, page.head[:20]
    pressed = next((line for line in head if _PRESS.search(line) or _PRESS_AND_PLACE.match(line)), "")
    within = next((line for line in head if _PUBLISHED_BY.search(line)), "")
    with_place = _PRESS_AND_PLACE.match(pressed) or _PUBLISHED_BY.search(within)
    pressed = pressed or within
    press = with_place["press"] if with_place else pressed
    if not press:
        return None
    found = Gathered("book")
    titles = (
        line
        for line in head
        if not (_IMPRINT_LINE.match(line) or _EDITION.match(line) or line == pressed or is_date_line(line))
    )
    found.put("title", next(titles, head[0]))
    found.put("publisher", re.sub(r"^(?:[Pp]ublished )?by\s+", "", press))
    edition = _EDITION.search(text)
    if edition:
        word = edition[1].capitalize()
        number = str(_ORDINALS.index(word) + 1) if word in _ORDINALS else re.sub(r"\D", "", word)
        found.put("edition", number)
        year = re.search(rf"{re.escape(edition[1])}\s+edition\s+(\d{{4}})", text, re.IGNORECASE)
        found.put("issued", year[1] if year else "")
    this = re.search(
        r"(?:this|present|current|paperback) edition(?: published)?(?: in)? (\d{4})", text, re.IGNORECASE
    )
    found.put("issued", this[1] if this else "")
    printed = re.search(r"(?:Copyright\s*©|©|Copyright)\s*(?:in\s*)?((?:\d{4}(?:,\s*|\s+and\s+)?)+)", text)
    years = re.findall(r"\d{4}", printed[1]) if printed else []
    found.put("issued", years[-1] if years else "")
    first = re.search(r"(?:First published|Published)\s*(?:in\s*)?(\d{4})", text)
    found.put("issued", first[1] if first else "")
    for mark, role in _ROLES:
        by = re.search(rf"^{mark} (.+)$", text, re.MULTILINE)
        found.put(role, *(people_in(by[1]) if by and not _PRESS.search(by[1]) else ()))
    owner = re.search(
        r"^(?:Copyright|©|Text copyright).{0,12}\d{4}(?: by| held by)? ([A-Z][^\n]+)$", text, re.MULTILINE
    )
    found.put("author", *(western_people(owner[1].strip(".")) if owner and within else ()))
    if not {"author", "editor"} & found.fields.keys():
        start = head.index(found.fields["title"][0]) + 1
        found.put("author", *_people_below(head[start : start + 3]))
    printed_number = ISBN.search(text)
    found.put("ISBN", printed_number[1] if printed_number else "")
    found.put("publisher-place", with_place["place"] if with_place else "")
    below = head[head.index(pressed) + 1 : head.index(pressed) + 2]
    dated = _PLACE_AND_YEAR.match(below[0]) if below else None
    found.put("issued", dated["year"] if dated else "")
    if below and re.fullmatch(r"[A-Z][\w ·,&]+", below[0]):
        found.put("publisher-place", re.split(r"\s*[·,&]\s*|\s+and\s+", below[0])[0])
    return found


def _title_above_byline(head: tuple[str, ...]) -> str:
    """Return the first line that is neither the paper's name nor a section's, where more lines stand above a byline."""
    at = next(
        (
            place
            for place, line in enumerate(head[:6])
            if _BY.match(line) or _BYLINE.search(line) or _BY_BOARD.match(line)
        ),
        1,
    )
    above = [
        line
        for line in head[:at]
        if not (_PAPER_NAMES.search(line) and _MEDIUM.match(line))
        and " " in line
        and not _SECTION.match(line)
    ]
    if len(above) > 1 and len(above) < at and _MEDIUM.match(above[0]):
        return above[-1]
    return above[0] if above else head[0]


def _of_paper(line: str, found: Gathered) -> None:
    """Read a line of a newspaper's name, the day, and its page."""
    name = re.split(r"\s*[,|·•]\s*", line, maxsplit=1)[0].strip()
    if _MEDIUM.match(name) and _PAPER_NAMES.search(name) and (iso_date(line, whole=True) or name == line):
        found.put("container-title", name)
        sheet = _SHEET.search(line)
        found.put("page", sheet[1] if sheet else "")


def _news(page: FrontPage) -> Gathered | None:
    """Read news or a blog: a title, then its byline and day."""
    lines = page.before_prose(1)[:5]
    found = Gathered("document")
    blog = False
    for line in lines:
        blog = blog or bool(_BLOG.search(line))
        by = _BYLINE.search(line) or _BY.match(line)
        if by and "author" not in found.fields:
            whole = [part.strip() for part in re.split(r"[,·|•]", by["who"])]
            media = [part for part in whole[1:] if _PAPER_NAMES.search(part) or part.startswith("The ")]
            names = western_people(", ".join(part for part in whole if part not in media))
            found.put("author", *names)
            behind = [part.strip() for part in re.split(r"[,·|•]", line[by.end() :])]
            rest = media + [part for part in behind if part and not part.startswith("in ")]
            if names and rest and _MEDIUM.match(rest[0]) and not iso_date(rest[0]):
                found.put("container-title", rest[0])
        rank = _RANKED.search(line)
        found.put("author", *(western_people(rank["who"]) if rank else ()))
        if not _UPDATED.match(line):
            found.put("issued", iso_date(line))
        _of_paper(line, found)
    for line in lines:
        put(english_byline(line), found)
    first = page.head[0]
    if _MEDIUM.match(first) and _PAPER_NAMES.search(first) and len(lines) > 1 and found.fields:
        found.put("container-title", first)
    if "container-title" in found.fields:
        found.put("author", *_people_below(lines[:1]))
    if not {"author", "container-title"} & found.fields.keys():
        return None
    found.put("title", _title_above_byline(page.head))
    container = "".join(found.fields.get("container-title", []))
    if blog:
        found.type = "post-weblog"
    elif container:
        found.type = "article-newspaper" if _PAPER_NAMES.search(container) else "webpage"
    elif "issued" in found.fields:
        found.type = "webpage"
    return found
