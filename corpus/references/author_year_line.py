"""Lines in which the year stands behind the names: APA, Elsevier's, and their Chinese form."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.references.imprint import YEAR, Fields, edition_of, take_address
from corpus.references.language import language_of
from corpus.references.people import people_of
from corpus.references.printed import Printed
from corpus.text.english_numbers import MONTHS, month_number
from index.lazy_pattern import LazyPattern

_YEARLESS: Final = r"in press|forthcoming|n\.d\.|印刷中|待刊|无日期"
_BRACKETED: Final = LazyPattern(
    rf"^(?P<names>.{{1,400}}?)[\s.,]*\((?:(?P<year>{YEAR})[a-z]?(?:,(?P<day>[^()]*))?|{_YEARLESS})\)\s*[.,:]?\s*"
)
_DAY: Final = LazyPattern(
    rf"(?P<month>(?:{'|'.join(MONTHS)})[a-z]*)\.?(?:\s+(?P<day>\d{{1,2}}))?(?:\s*-\s*\d{{1,2}})?",
    re.IGNORECASE,
)
_PLAIN: Final = LazyPattern(rf"^(?P<names>.{{1,400}}?),?\s+(?P<year>{YEAR})[a-z]?\.\s+")
_JOURNAL: Final = LazyPattern(
    r"^(?P<container>.+?)\s*,\s*(?P<volume>\d+)?\s*(?:\(\s*(?P<issue>[^()]+)\s*\))?\s*"
    r"(?:[,:]\s*(?:pp?\.\s*)?(?:Article\s+)?(?P<pages>[A-Za-z]?\d[\w\-]*))?\s*\.?$"
)
_ELSEVIER: Final = LazyPattern(
    r"^(?P<container>.+?)\s+(?P<volume>\d+)\s*(?:\((?P<issue>[^()]+)\))?\s*[,:]\s*(?P<pages>[A-Za-z]?\d[\w\-]*)\s*\.?$"
)
_HARVARD: Final = LazyPattern(
    r"^['\"](?P<title>[^'\"]{4,200}(?:'[a-z][^'\"]{0,120})?)['\"]\s*[,.]\s*(?P<container>[^,]{2,100}),\s*"
    r"(?:[Vv]ol\.?\s*)?(?P<volume>\d+)[\s,]*(?:[Nn]o\.?\s*(?P<issue>\d+)|\((?P<bracketed>\d+)\))?"
    r"(?:[\s,:]*(?:pp?\.\s*)?(?P<page>[A-Za-z]?\d+(?:\s*-\s*[A-Za-z]?\d+)?))?\s*\.?$"
)
"""Behind the year a title in single quotation marks, and its journal: ‘Bags’, Urban Rivers, Vol. 2 No. 1, pp. 3-5."""
_OF_ISSUE: Final = LazyPattern(
    r"^《?(?P<container>[\u4e00-\u9fff（）()]{2,20})》?\s*,\s*(?:第?\s*(?P<volume>\d+)\s*卷\s*,?\s*)?第?\s*(?P<issue>\d+)\s*期"
    r"(?:\s*[,:]\s*(?:第|页|pp?\.)?\s*(?P<page>\d+(?:\s*-\s*\d+)?)\s*页?)?\s*\.?$"
)
_IN_PAPER: Final = LazyPattern(
    r"^(?P<container>[^,:]{3,60}),\s*(?:pp?\.\s*|第)?(?P<page>[A-Z]?\d{1,3})(?:版)?\s*\.?$"
)
_PLACED: Final = LazyPattern(
    r"^(?P<place>[A-Z][A-Za-z .]{1,30}(?:,\s*[A-Z][A-Za-z ]{1,20})?|[\u4e00-\u9fff]{2,6}):\s*(?=\S)"
)
_IN: Final = LazyPattern(
    r"^In\s+(?P<editors>.+?)\s*\(Eds?\.?\)\s*,\s*(?P<container>[^(.]+?)\s*"
    r"(?:\((?:(?P<edition>\d+)(?:st|nd|rd|th) ed\.,?\s*)?(?:Vol\.\s*\d+,?\s*)?(?:pp?\.\s*(?P<pages>[\d-]+))?\))?\.\s*",
    re.IGNORECASE,
)
_ORDINAL: Final = r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_PART_OF_BOOK: Final = LazyPattern(
    r"^(?P<title>[^()]{2,200}?)[.,]?\s+[Ii]n:\s+(?P<editors>[^()]{2,120}?)\s*\([Ee]ds?\.?\)\s*,\s*(?P<container>[^.]{2,120})\.\s*"
    r"(?P<press>[^,]{2,60}?)(?:,\s*(?P<place>[^,\d]{2,40}?))?(?:,\s*pp?\.\s*(?P<pages>\d+(?:-\d+)?))?$"
)
"""Behind the year a part of a book: Lanterns, in: Moss, H. (Ed.), Night City. Harbour Press, London, pp. 5-29."""
_EDITION_AHEAD: Final = LazyPattern(rf"^({_ORDINAL}\s+ed(?:ition|n)?)\b\.?\s*(?=[A-Z])", re.IGNORECASE)
"""Behind the title of a book as Harvard has it: Walking. 2nd edn. Leeds: Moor Lane Press."""
_EDITION: Final = LazyPattern(rf"\s*(?:\(|,\s*)({_ORDINAL}\s+ed(?:ition|n)?\.?)\)?$", re.IGNORECASE)
_ENDS_EDITION: Final = LazyPattern(rf",\s*{_ORDINAL}\s+ed$", re.IGNORECASE)
_PRESS_AND_PLACE: Final = LazyPattern(
    r"^(?P<press>[^,]+?(?:Press|Publish\w+|Books|Verlag|Wiley|Springer|Elsevier|Routledge)),\s*"
    r"(?P<place>[A-Z][A-Za-z ]{2,30}(?:,\s*[A-Z]{2,3})?)$"
)
_REPORT_NUMBER: Final = LazyPattern(
    r"\s*\((?:(?:[A-Z][a-z]+ ){0,2}(?:Report|Paper|Note|Brief)"
    r"|Publication)\s+No\.\s*(?P<number>[\w/.-]+)\)",
    re.IGNORECASE,
)
_SCHOOL: Final = LazyPattern(
    r"[\[(][^\]),]*(?:dissertation|thesis)\s*,\s*(?P<school>[^\])]+)[\])]", re.IGNORECASE
)
_TRANSLATED: Final = LazyPattern(
    r"\s*\((?:(?P<before>\d+)(?:st|nd|rd|th) ed\.[;,]\s*)?(?P<names>[^()]+?),\s*Trans\."
    r"(?:[;,]\s*(?P<edition>\d+)(?:st|nd|rd|th) ed\.)?\)\.?$",
    re.IGNORECASE,
)
_FIRST_PRINTED: Final = LazyPattern(r"\s*\(Original work published [^()]*\)\s*\.?$", re.IGNORECASE)
_IN_MARKS: Final = LazyPattern(r"^《(?P<name>[^》]+)》$")
_THESIS: Final = LazyPattern(
    r"[\[(]\s*(?:Unpublished )?(?:Doctoral|Master|PhD)[^\])]*(?:thesis|dissertation)?[^\])]*[\])]"
    r"|[\[(](?:博士|硕士)(?:学位)?论文[^\])]*[\])]"
)

_SAID: Final = LazyPattern(
    r"(?:等人?)?(?:也|则|曾|还|进一步|首先)?(?:认为|指出|提出|发现|表明|强调|主张|写道|证明|认定|分析了|考察了|研究了|讨论了)"
)
"""How a sentence goes on behind a writer and a year."""
_OPENS_SENTENCE: Final = LazyPattern(
    r"(?:In|As|By|Since|Until|During|After|Before|From|On|At|However|According)\b"
    rf"|.*\b(?:{'|'.join(MONTHS)})[a-z]*\.?$",
    re.IGNORECASE,
)
_SMALL_WORD: Final = LazyPattern(
    r"(?<![\w'’.-])(?!(?:and|et|al|de|la|du|des|van|von|der|den|del|dos|das|da|di|le|el|the|of|for|in|on|with|to|zu|bin|ibn|y|eds?)\b)"
    r"[a-z]{2,}(?![\w'’-])"
)
"""A word in small letters that stands in no name of a person or a body."""


def read_author_year(line: Printed) -> dict[str, Any] | None:
    """Return the CSL-JSON item of a line that names its authors and year first, ``None`` where it does not."""
    found = _BRACKETED.match(line.plain) or _PLAIN.match(line.plain)
    if not found or (found.re.pattern == _PLAIN.pattern and ": " in found["names"]):
        return None
    fields: Fields = {"type": "document"}
    people = people_of(line.cut(0, found.end("names")))
    if not people:
        return None
    fields |= people
    _give_back_stop(fields, line.plain[: found.end("names") + 1])
    if found["year"]:
        fields["issued"] = {"date-parts": [[int(found["year"])]]}
    day = _DAY.fullmatch((found.groupdict().get("day") or "").strip())
    if day and found["year"]:
        month = month_number(day["month"])
        fields["issued"]["date-parts"][0] += [month, int(day["day"])] if day["day"] else [month]
    rest = take_address(line.cut(found.end()), fields).stripped(" .,;")
    harvard = _HARVARD.match(rest.plain)
    if harvard:
        return fields | _of_harvard(rest, harvard)
    part = _PART_OF_BOOK.match(rest.plain)
    if part:
        return fields | _of_book(rest, part)
    first = _FIRST_PRINTED.search(rest.plain)
    rest = rest.cut(0, first.start()).stripped(" .,;") if first else rest
    end = _end_of_title(rest)
    title = rest.cut(0, end).stripped(" ,")
    fields["title"] = title.text().rstrip(".。．")
    edition = _EDITION.search(fields["title"])
    if edition:
        fields["edition"] = edition_of(edition[1])
        fields["title"] = fields["title"][: edition.start()].rstrip()
    translated = _TRANSLATED.search(title.plain)
    if translated:
        fields |= people_of(title.cut(translated.start("names"), translated.end("names")), "translator")
        edition_told = translated["edition"] or translated["before"]
        fields |= {"edition": edition_told} if edition_told else {}
        fields["title"] = title.cut(0, translated.start()).text()
    fields |= language_of(title.raw)
    _read_rest(rest.cut(end).stripped(" .,;"), fields)
    _take_brackets(fields)
    return None if _is_prose(line, found, fields) else fields


def _is_prose(line: Printed, found: re.Match[str], fields: Fields) -> bool:
    """Tell whether a line that begins as a reference does is a sentence of a text that names a writer and a year.

    Its title goes on in small letters or says what the writer did, its names are words of a sentence, or nothing
    says where it was printed: then only names and year in brackets, and a stop behind them, make a reference.
    """
    names, title = found["names"], str(fields["title"])
    if title[:1].islower() or _SAID.match(title) or _OPENS_SENTENCE.match(names) or _SMALL_WORD.search(names):
        return True
    if any(re.search(r"\d", one.get("literal", "")) for one in fields.get("author", ())):
        return True
    if fields["type"] != "document" or fields.keys() & {
        "URL",
        "DOI",
        "number",
        "publisher",
        "container-title",
    }:
        return False
    parted = (
        re.search(r"[.:,《“\"]\s*$", line.plain[: found.end()]) or line.plain[found.end() :][:1] in '《“"'
    )
    return found.re.pattern == _PLAIN.pattern or not parted


def _give_back_stop(fields: Fields, names: str) -> None:
    """Give the last initial its full stop again, which is no end of the names where the year follows."""
    last = fields.get("author", [{}])[-1]
    if re.search(r"[A-Z]\.[,\s]*$", names) and re.search(r"(?:^|[ .-])[A-Z]$", last.get("given", "")):
        last["given"] += "."


def _of_book(rest: Printed, told: re.Match[str]) -> Fields:
    names = {
        "title": "title",
        "container": "container-title",
        "press": "publisher",
        "place": "publisher-place",
    }
    spans = {field: told.span(name) for name, field in names.items() if told[name]}
    fields: Fields = {field: rest.cut(*span).stripped(" .,").text() for field, span in spans.items()}
    fields |= people_of(rest.cut(*told.span("editors")), "editor")
    fields |= {"page": told["pages"]} if told["pages"] else {}
    return fields | {"type": "chapter"} | language_of(fields["title"])


def _of_harvard(rest: Printed, told: re.Match[str]) -> Fields:
    title = rest.cut(told.start("title"), told.end("title")).text()
    container = rest.cut(told.start("container"), told.end("container")).text()
    numbers = {"volume": told["volume"], "issue": told["issue"] or told["bracketed"], "page": told["page"]}
    return {
        "type": "article-journal",
        "title": title,
        "container-title": container,
        **language_of(title),
    } | {name: value.replace(" ", "") for name, value in numbers.items() if value}


def _take_brackets(fields: Fields) -> None:
    """Take what stands in brackets behind a title out of it: the school of a thesis, the number of a report."""
    school = _SCHOOL.search(fields["title"])
    if _THESIS.search(fields["title"]):
        fields["type"], fields["title"] = "thesis", _THESIS.sub("", fields["title"]).strip(" .")
    if school:
        fields["publisher"] = school["school"].strip()
    number = _REPORT_NUMBER.search(fields["title"])
    if number:
        fields["title"] = _REPORT_NUMBER.sub("", fields["title"]).strip()
        fields["number"] = number["number"]
        if fields["type"] != "thesis" and fields["type"] != "report":
            fields["type"] = "report"
            if "container-title" in fields:
                fields["publisher"] = fields.pop("container-title")
    within = _IN_MARKS.match(fields.get("container-title", ""))
    if within:
        fields["container-title"] = within["name"]


def _end_of_title(rest: Printed) -> int:
    for found in re.finditer(r"[.?!](?=\s|[\u4e00-\u9fff《])", rest.plain):
        before = rest.plain[: found.start()]
        if _REPORT_NUMBER.match(rest.plain, found.end()):
            continue
        cut_short = re.search(r"\b(?:vs|Vol|No|St|Dr|U\.S|ed)$", before) and not _ENDS_EDITION.search(before)
        if before.count("(") == before.count(")") and not cut_short:
            return found.end()
    return len(rest)


def _read_rest(rest: Printed, fields: Fields) -> None:
    """Journal with volume and pages, part of a book, or a publisher."""
    if not rest:
        if "URL" in fields:
            fields["type"] = "webpage"
        return
    ahead = _EDITION_AHEAD.match(rest.plain)
    if ahead:
        fields["edition"], rest = edition_of(ahead[1]), rest.cut(ahead.end())
    if _read_book_around(rest, fields) or _read_journal(rest, fields):
        return
    if "URL" in fields and "DOI" not in fields:
        fields["type"], fields["container-title"] = "webpage", rest.stripped(" .").text()
        return
    if "issued" not in fields:
        fields["type"], fields["container-title"] = "article-journal", rest.stripped(" .").text()
        return
    printed = _IN_PAPER.match(rest.plain) if len(fields["issued"]["date-parts"][0]) > 1 else None
    if printed:
        fields |= {
            "type": "article-newspaper",
            "container-title": printed["container"],
            "page": printed["page"],
        }
        return
    _read_publisher(rest, fields)


def _read_book_around(rest: Printed, fields: Fields) -> bool:
    """Read the book a chapter stands in, with its editors, pages and publisher; tell whether there is one."""
    within = _IN.match(rest.plain)
    if within is None:
        return False
    editors = people_of(rest.cut(within.start("editors"), within.end("editors")), "editor")
    fields["type"], fields["editor"] = "chapter", editors["editor"]
    fields["container-title"] = rest.cut(within.start("container"), within.end("container")).text()
    publisher = rest.cut(within.end()).stripped(" .").text()
    told = {"page": within["pages"], "edition": within["edition"], "publisher": publisher}
    fields |= {name: value for name, value in told.items() if value}
    return True


def _read_journal(rest: Printed, fields: Fields) -> bool:
    """Read a journal with its volume or issue, and the pages; tell whether there is one."""
    journal = _ELSEVIER.match(rest.plain) or _JOURNAL.match(rest.plain)
    if journal and (journal["volume"] or journal["issue"]):
        container = rest.cut(0, journal.end("container")).stripped(" ,").text()
        told = {"volume": journal["volume"], "issue": journal["issue"], "page": journal["pages"]}
    elif counted := _OF_ISSUE.match(rest.plain):
        container = counted["container"]
        pages = (counted["page"] or "").replace(" ", "")
        told = {"volume": counted["volume"], "issue": counted["issue"], "page": pages}
    else:
        return False
    fields |= {"type": "article-journal", "container-title": container}
    fields |= {name: value.strip() for name, value in told.items() if value}
    return True


def _read_publisher(rest: Printed, fields: Fields) -> None:
    """Read the publisher of a book and where it has its seat, before its name or behind it."""
    fields["type"], fields["publisher"] = "book", rest.stripped(" .").text()
    placed, behind = _PLACED.match(rest.plain), _PRESS_AND_PLACE.match(rest.stripped(" .").plain)
    if behind:
        fields |= {"publisher": behind["press"], "publisher-place": behind["place"]}
    if placed:
        fields["publisher-place"] = placed["place"]
        fields["publisher"] = rest.cut(placed.end()).stripped(" .").text()
