"""Lines in the manner of GB/T 7714: names. title[mark]. imprint – numeric, author–date, of 知网, 万方, 百度学术."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.model.family_names import SURNAMES
from corpus.model.person_names import PARTICLES
from corpus.references.gbt7714_settled import settled
from corpus.references.imprint import (
    YEAR,
    Fields,
    date_in,
    edition_of,
    pages_of,
    take_address,
    take_dates,
    take_imprint,
    without_asides,
)
from corpus.references.journal_tail import take_journal
from corpus.references.people import COMPOUND_SURNAMES, HAN, TRANSLATORS, people_of
from corpus.references.printed import Printed
from index.lazy_pattern import LazyPattern

MARK: Final = LazyPattern(r"\[\s*([A-Z]{1,2})\s*(?:/\s*(OL|CD|DK|MT))?\s*\]")
TYPES: Final = {
    "J": "article-journal", "M": "book", "C": "book", "G": "book", "D": "thesis", "R": "report",
    "N": "article-newspaper",
    "P": "patent", "S": "standard", "DB": "dataset", "DS": "dataset", "CP": "software", "EB": "webpage",
    "CM": "map", "A": "document", "Z": "document",
}  # fmt: skip
_WITHIN: Final = {
    "M": "chapter",
    "C": "paper-conference",
    "G": "chapter",
    "A": "document",
    "N": "article-newspaper",
}
_OF_PATENT: Final = LazyPattern(r":\s*([A-Z]{2}\s?\d{6,13}(?:\.[\dX]|\s?[A-Z]\d?)?)\s*,")
_JOURNAL: Final = LazyPattern(
    rf"^(?P<container>.+?)\s*[,.]\s*(?P<year>{YEAR})(?:/\S+?)?(?:\.(?P<dotted>\d{{1,2}})(?=\s*:))?\s*,?\s*"
    r"(?:No\.\s*\d+\s*(?=\())?(?:(?P<volume>[A-Za-z]?\d+|新\d+|总第?\d+|V\w*\.?\s*\d+)?\s*(?:\((?P<issue>[^()]*)\))?)?\s*"
    r"(?::\s*(?P<pages>[^;]*))?(?:;.*)?$"
)
_OF_ISSUE: Final = LazyPattern(
    rf"^(?P<container>[^\d,]+?)\s*,?\s*(?P<year>{YEAR})年\s*,?\s*第\s*(?P<issue>\d+)\s*期(?:\s*\(总第?\s*\d+\s*期\))?"
    r"(?:\s*[,:]\s*(?:第|pp?\.)?\s*(?P<pages>\d[\d\-, ]*?)\s*页?)?\s*$"
)
_RUN: Final = LazyPattern(
    rf"^(?:{YEAR}(?:/\[?{YEAR}\]?)?\s*,\s*)?(?P<issues>{YEAR}[^:]{{0,40}}-[\d()]*)\s*\.\s*(?=[^:]+:)"
)
"""The issues of a periodical that is cited as a whole, 1957(1)-1990(4), before its place and publisher."""
_YEARLESS: Final = LazyPattern(
    r"^(?P<container>.+?)\s*(?:,\s*(?P<volume>\d+)\s*)?(?:\((?P<issue>[^()]*)\))?\s*"
    r"(?:[:,]\s*(?P<pages>[A-Za-z.]*\d[\w\-, +]*))?$"
)
_NEWSPAPER: Final = LazyPattern(
    r"^(?P<container>.+?)\s*,\s*(?P<date>[\d\-/.年月日 ]+)\s*[,:]?\s*"
    r"(?:\((?P<page>[^()]*)\)|(?P<sheet>第?\s*[A-Z]?\d{1,3}\s*版|(?<=:)\s*[A-Z]?\d{1,3}))?"
)
_YEAR_BEHIND_NAMES: Final = LazyPattern(
    rf"^(?P<names>.+?)\s*,\s*(?P<guess>\[)?(?P<year>{YEAR})[a-z]?(?:/{YEAR})?\]?\s*$"
)
_NAMES_BY_COLON: Final = LazyPattern(
    r"^(?P<names>[\u4e00-\u9fff]{2,4}(?:[，,、 ]+[\u4e00-\u9fff]{2,4}){0,6})\s*[:：]\s*(?=\S)"
)
_NAMES_BY_COMMA: Final = LazyPattern(r"^(?P<names>[\u4e00-\u9fff 　、]{2,40}?)\s*[,，:：]\s*(?=[^,，\s])")
_NAMES_BY_BLANK: Final = LazyPattern(
    r"^(?P<names>[\u4e00-\u9fff]{2,3}(?:[ 　]+[\u4e00-\u9fff]{2,3}){0,5})[ 　]+(?=[^ 　]{5,}[ 　]*$)"
)
_IN_MARKS: Final = LazyPattern(r"^《(?P<name>[^《》]+)》$")
_OF_BOOK: Final = LazyPattern(r"《[^《》]{2,30}》(?:编写|编辑|编纂|编|课题|项目|写作)(?:组|委会|委员会|部)")
"""Who wrote a book together, named after it."""
_CUT_SHORT: Final = LazyPattern(r"\b(?:Proc|Int|Conf|Symp|Rev)$")
"""Words whose full stop ends no part: Proc. of the 3rd Int. Conf."""
_VOLUME: Final = LazyPattern(
    r"^(?P<title>.+?)\s*:\s*(?:(?:卷|第)\s*(?P<number>\d+)\s*[卷册辑集]?|(?P<part>[一二三四五六七八九十上中下]+[部卷册编]))$"
)


def read_unmarked_journal(line: Printed) -> dict[str, Any] | None:
    """Return the item of ``names. title. journal, year, volume(issue): pages`` that has lost its mark, or ``None``."""
    fields: Fields = {"type": "article-journal"}
    parts = _sentences(take_address(line, fields))
    if len(parts) == len(("names", "title", "journal")) and (issue := _OF_ISSUE.match(parts[2].plain)):
        fields |= people_of(parts[0]) | {"title": parts[1].text(), "issue": issue["issue"]}
        fields["container-title"] = parts[2].cut(0, issue.end("container")).text()
        fields["issued"] = {"date-parts": [[int(issue["year"])]]}
        fields |= {"page": pages_of(issue["pages"])} if issue["pages"] else {}
        return settled(fields, "J")
    if (
        len(parts) != 3
        or not (found := _JOURNAL.match(parts[2].plain))
        or not (found["issue"] or found["pages"])
    ):
        return None
    fields |= people_of(parts[0]) | {"title": _IN_MARKS.sub(r"\g<name>", parts[1].text())}
    _read_journal(parts[2], fields)
    return settled(fields, "J")


def read_gbt7714(line: Printed) -> dict[str, Any] | None:
    """Return the CSL-JSON item of a line with a mark like ``[J/OL]``, ``None`` where it has none."""
    mark = MARK.search(line.plain)
    if not mark or mark[1] not in TYPES:
        return None
    fields: Fields = {"type": TYPES[mark[1]]}
    _read_head(line.cut(0, mark.start()), fields)
    tail = take_address(line.cut(mark.end()), fields)
    tail = take_dates(tail, fields)
    within = tail.plain.find("//")
    if (within >= 0 and not tail.cut(0, within).stripped(" .")) or within >= 0:
        if tail.cut(0, within).stripped(" ."):
            _take_contributors(_sentences(tail.cut(0, within)), fields)
        _read_within(tail.cut(within + 2), mark[1], fields)
    else:
        _read_tail(without_asides(tail.stripped(" .;"), mark[1]), mark[1], fields)
    return settled(fields, mark[1])


def _read_head(head: Printed, fields: Fields) -> None:
    """Names, perhaps with the year behind them, and the title."""
    head = head.stripped(" ")
    end = _end_of_names(head, bool(HAN.search(head.raw)))
    if end:
        names = head.cut(0, end)
        year = _YEAR_BEHIND_NAMES.match(names.plain)
        if year:
            fields["issued"] = {"date-parts": [[int(year["year"])]]} | (
                {"circa": True} if year["guess"] else {}
            )
            names = names.cut(0, year.end("names"))
        fields |= people_of(names)
        head = head.cut(end + 1)
    elif listed := _listed_by_comma(head):
        fields["author"] = [{"literal": name} for name in listed[0]]
        head = head.cut(listed[1])
    fields["title"] = head.stripped(" .").text()
    bare = _IN_MARKS.match(fields["title"])
    if bare:
        fields["title"] = bare["name"]


def _listed_by_comma(head: Printed) -> tuple[list[str], int] | None:
    """Return the names parted from the title by a comma, and where it begins; every one begins as a family's does."""
    found = (
        _NAMES_BY_COLON.match(head.raw) or _NAMES_BY_COMMA.match(head.raw) or _NAMES_BY_BLANK.match(head.raw)
    )
    names = re.split(r"[ 　、，,]+", found["names"].strip()) if found else []
    plain = all(
        2 <= len(name) <= 4 and (name[0] in SURNAMES or name[:2] in COMPOUND_SURNAMES) for name in names
    )
    return (names, found.end()) if found and plain else None


def _end_of_names(head: Printed, chinese: bool) -> int:
    """Return where the full stop behind the names stands, 0 where the title has none before it."""
    for found in re.finditer(r"\.", head.plain):
        place = found.start()
        before, after = head.plain[:place], head.plain[place + 1 :]
        if before.count("(") > before.count(")"):
            continue
        if not after.strip() or (re.match(r"\d", after) and re.search(r"\d$", before)):
            continue
        if re.search(r"\bet al$", before) and re.match(r"\s*,", after):
            continue
        if re.search(r"(?:^|[\s.])[A-Z]$", before) and re.match(r"\s?[A-Z]\.|\s*[,&]", after):
            continue
        small = re.match(r"\s([a-z]+)\s", after)
        if re.search(r"(?:^|[\s.])[A-Z]$", before) and small and small[1] in PARTICLES:
            continue
        if re.search(r"(?:^|\s)[A-Z]\.[A-Z]$", before):
            continue
        if not chinese and re.match(r"[A-Z]\.", after):
            continue
        return place if _may_be_names(before, chinese) else 0
    return 0


def _may_be_names(text: str, chinese: bool) -> bool:
    if not chinese:
        return len(text) < 400
    return len(text) <= 120 and (not re.search(r"[?!《》]", text) or bool(_OF_BOOK.fullmatch(text)))


def _sentences(stretch: Printed) -> list[Printed]:
    """Cut at full stops that end a part: not inside numbers, not behind a single initial."""
    parts, start = [], 0
    for found in re.finditer(r"\.", stretch.plain):
        place = found.start()
        before, after = stretch.plain[:place], stretch.plain[place + 1 :]
        if re.search(r"\d$", before) and re.match(r"\d", after):
            continue
        if re.search(r"(?:^|[\s.])[A-Z]$", before) and re.match(r"\s?[A-Z](?:\.|\b)", after):
            continue
        if re.search(r"\b(?:ed|eds|vol|no)$", before, re.IGNORECASE) and re.match(r"\s*,", after):
            continue
        if _CUT_SHORT.search(before) and re.match(r"\s+[a-zA-Z]", after):
            continue
        parts.append(stretch.cut(start, place))
        start = place + 1
    parts.append(stretch.cut(start))
    return [part for one in parts if (part := one.stripped(" ,;"))]


def _take_contributors(parts: list[Printed], fields: Fields) -> list[Printed]:
    """Move translators and editions that stand before the imprint into ``fields``; return what is left."""
    while parts:
        first = parts[0]
        edition = edition_of(first.plain) or edition_of(first.raw)
        if edition:
            fields["edition"] = edition
        elif TRANSLATORS.search(first.plain) and len(first) < 60:
            fields |= people_of(first, "translator")
        elif not re.fullmatch(YEAR, first.plain) and re.fullmatch(
            r"(?:V|v|第)?\d+(?:\.\d+)*|V\d+|1:[\d ]+", first.plain
        ):
            fields.setdefault("version", first.text()) if first.plain[:1] in "Vv" else None
        else:
            return parts
        parts = parts[1:]
    return parts


def _read_within(tail: Printed, mark: str, fields: Fields) -> None:
    """``//editors. title. imprint``: a part of a greater work."""
    fields["type"] = _WITHIN.get(mark, fields["type"])
    parts = _sentences(tail)
    if not parts:
        return
    imprint = parts.pop() if len(parts) > 1 else None
    if len(parts) > 1 and edition_of(parts[-1].plain):
        fields["edition"] = edition_of(parts.pop().plain)
    if len(parts) > 1:
        fields |= people_of(parts[0], "editor")
        parts = parts[1:]
    fields["container-title"] = ". ".join(part.text() for part in parts)
    volume = _VOLUME.match(fields["container-title"].replace("：", ":"))
    if volume:
        fields["container-title"] = fields["container-title"][: volume.end("title")]
        fields["volume"] = volume["number"] or volume["part"]
    if imprint is not None:
        take_imprint(imprint, fields)
    else:
        _split_container(fields)


def _split_container(fields: Fields) -> None:
    found = re.match(rf"(.+?),\s*({YEAR})(?::\s*(.+))?$", fields["container-title"])
    if found:
        fields["container-title"] = found[1]
        fields.setdefault("issued", {"date-parts": [[int(found[2])]]})
        if found[3]:
            fields["page"] = pages_of(found[3])


def _read_tail(tail: Printed, mark: str, fields: Fields) -> None:
    if mark == "J":
        _read_journal(tail, fields)
    elif mark == "N":
        _read_newspaper(tail, fields)
    elif mark == "P":
        date = date_in(tail.plain)
        if date:
            fields["issued"] = date
        if number := _OF_PATENT.search(tail.plain):
            fields["number"] = number[1]
    elif mark in ("EB", "Z", "A", "DB", "DS", "CP"):
        _read_online(_take_contributors(_sentences(tail), fields), mark, fields)
    else:
        parts = _take_contributors(_sentences(tail), fields)
        if parts:
            take_imprint(_joined(parts), fields)


def _joined(parts: list[Printed]) -> Printed:
    return Printed(". ".join(one.raw for one in parts), ". ".join(one.plain for one in parts))


def _read_journal(tail: Printed, fields: Fields) -> None:
    tail = tail.stripped(" .,")
    run = _RUN.match(tail.plain)
    if run:
        fields["type"] = "periodical"
        fields["volume"] = tail.cut(run.start("issues"), run.end("issues")).raw.strip()
        take_imprint(tail.cut(run.end()), fields)
        return
    known = _JOURNAL.match(tail.plain)
    bare = known is not None and not any((known["volume"], known["issue"], known["pages"], known["dotted"]))
    if not _OF_ISSUE.match(tail.plain) and (known is None or bare) and take_journal(tail, fields):
        return
    found = _OF_ISSUE.match(tail.plain) or _JOURNAL.match(tail.plain) or _YEARLESS.match(tail.plain)
    if not found:
        fields["container-title"] = tail.text()
        return
    fields["container-title"] = tail.cut(0, found.end("container")).stripped(" .,").text()
    groups = found.groupdict()
    if groups.get("year"):
        fields.setdefault("issued", {"date-parts": [[int(groups["year"])]]})
    volume = (groups.get("volume") or "").strip()
    if volume.strip("0"):
        fields["volume"] = volume
    for key, name in (("dotted", "issue"), ("issue", "issue"), ("pages", "page")):
        value = (groups.get(key) or "").strip(" .")
        if value:
            fields[name] = pages_of(value) if key == "pages" else value


def _read_newspaper(tail: Printed, fields: Fields) -> None:
    found = _NEWSPAPER.match(tail.plain)
    if not found:
        page = re.search(r"\(([^()]*)\)\s*$", tail.plain)
        if page:
            fields["page"] = page[1].strip()
            tail = tail.cut(0, page.start())
        fields["container-title"] = tail.stripped(" .,").text()
        return
    fields["container-title"] = tail.cut(0, found.end("container")).stripped(" .,").text()
    date = date_in(found["date"])
    if date:
        fields["issued"] = date
    if found["page"] or found["sheet"]:
        fields["page"] = (found["page"] or found["sheet"]).strip().removeprefix("第").removesuffix("版")


def _read_online(parts: list[Printed], mark: str, fields: Fields) -> None:
    """``site, date`` or ``place: publisher, year``; both may be missing."""
    if not parts:
        return
    whole = _joined(parts)
    if ":" in whole.plain or mark != "EB":
        take_imprint(whole, fields)
        return
    probe: Fields = {}
    take_imprint(whole, probe)
    if "issued" in probe:
        fields.setdefault("issued", probe["issued"])
    if "publisher" in probe:
        fields["container-title"] = probe["publisher"]
