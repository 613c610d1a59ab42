"""Footnotes of Chinese humanities: 作者：《题名》，《刊名》2019年第3期，第1—5页."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.references.imprint import YEAR, Fields, date_in, edition_of, pages_of, take_address, take_dates
from corpus.references.people import HAN, people_of
from corpus.references.printed import Printed
from index.lazy_pattern import LazyPattern

_TITLE: Final = LazyPattern(
    r"^(?P<names>[^《》]{0,80}?)\s*[:,]?\s*《(?P<title>[^》]+(?:》[^《,.]*《[^》]+)?)》\s*"
)
_JOURNAL: Final = LazyPattern(
    rf"^[,.]?\s*(?:载)?《(?P<container>[^》]+)》\s*[,(]?\s*(?:(?P<year>{YEAR})年?)?\s*[,]?\s*(?:第?(?P<volume>\d+)卷)?\s*[,(]?\s*"
    r"(?:第\s*(?P<issue>[\d\-—]+|[一二三四五六七八九十]+)\s*[期号辑])?"
)
_NEWSPAPER: Final = LazyPattern(
    rf"^[,.]?\s*(?:载)?《(?P<container>[^》]+)》\s*[,(]?\s*(?P<year>{YEAR})年(?P<month>\d+)月(?P<day>\d+)日"
    r"\s*[,)]?\s*(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_SITE: Final = LazyPattern(
    rf"^[,.]?\s*(?:载\s*)?(?P<account>微信公众号\s*)?\"?(?P<site>[^,《》\d:.\"]{{2,20}}?)\"?\s*(?:微信)?(?:公众号)?\s*(?:,?\s*(?P<day>{YEAR}年\d{{1,2}}月\d{{1,2}}日|{YEAR}-\d{{1,2}}-\d{{1,2}}))?\s*[,.]?\s*$"
)
_UNMARKED: Final = LazyPattern(
    r"^(?P<names>[\u4e00-\u9fff·]{2,4}(?:\s*,\s*[\u4e00-\u9fff·]{2,4}){0,5})\s*:\s*\"?(?P<title>[^《》:]{4,60}?)\"?\s*[,.]\s*"
    r"(?:载\s*)?(?=《)"
)
_DATED_NAMES: Final = LazyPattern(rf"^(?P<names>.+?)\s*\((?P<year>{YEAR})[a-z]?\)\s*$")
_LAW: Final = LazyPattern(r"(?:法|条例|规定|办法|细则|决定|解释|规则|通则)$")
_EDITION_IN_TITLE: Final = LazyPattern(
    r"\s*[（(]\s*(第?[\d一二三四五六七八九十]+版|修订版|增订版|修订本)\s*[）)]$"
)
_REPORT: Final = LazyPattern(r"(?:报告|白皮书|蓝皮书|公报|年报|指数)(?:[（(]?\d{4}年?[）)]?)?$")
_WHEN_ALONE: Final = LazyPattern(rf"^[,.(]?\s*({YEAR}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)\s*\)?[,.]?\s*$")
_LAW_TITLE: Final = LazyPattern(
    r"^《?(?P<title>[\u4e00-\u9fff]{4,40}(?:法|条例|规定|办法|细则|规则))》?\s*\((?P<made>[^()]{6,90})\)\s*\.?$"
)
_MADE_LAW: Final = LazyPattern(
    rf"({YEAR})年(\d{{1,2}})月(\d{{1,2}})日.{{0,40}}(?:通过|公布|发布|颁布|修订|修正|批准|施行)"
)
_VOLUME: Final = LazyPattern(
    r"^\s*[,(]?\s*(?:第(?P<number>[\d一二三四五六七八九十]{1,3})[卷册辑]|(?P<part>[上中下][卷册编部]))\s*\)?\s*(?=[,.:]|[\u4e00-\u9fff])"
)
"""Which of several volumes of a book it is: 《村史》（上册）， 《集镇志》第2卷，."""
_PAGES: Final = LazyPattern(r"第?\s*(\d[\d\-,、 ]*)\s*页")
_IMPRINT: Final = LazyPattern(
    rf"(?:(?P<place>[\u4e00-\u9fff]{{2,8}})\s*:\s*)?"
    r"(?P<publisher>[^,:.《》]*?(?:出版社|书局|书店|书社|书屋|印书馆|出版(?:公司|集团|中心)|(?:大学|学院)(?![\u4e00-\u9fff]*出版)))\s*,?\s*"
    rf"(?P<year>{YEAR})?年?(?:版)?"
)
_PLACED: Final = LazyPattern(
    rf"(?P<place>[\u4e00-\u9fff]{{2,8}})\s*:\s*(?P<publisher>[^,:.《》\d]{{2,20}}?)\s*,\s*(?P<year>{YEAR})年?(?:版|\s*,|\s*$)"
)
"""An imprint whole enough for any name to be the publisher's."""
_EDITION_OF: Final = LazyPattern(
    rf"^[\s,.]*(?:(?P<place>[\u4e00-\u9fff]{{2,8}})\s*:\s*)?(?P<publisher>[\u4e00-\u9fff]{{3,20}}?)\s*,?\s*(?P<year>{YEAR})年(?:第?[\d一二三四五六七八九十]{{1,2}})?版"
)
"""A publisher of any name, told by the edition of its year: 某书馆1998年版."""
_WITHIN: Final = LazyPattern(
    r"^[,.]?\s*(?:载|见|收入|收于)?\s*(?P<editors>[^《》:]{2,40}?)\s*(?:主编|选编|编著|编)\s*[:,]?\s*《(?P<book>[^》]+)》"
)
_TRANSLATORS: Final = LazyPattern(
    r"(?:^|[,，.。（(])\s*(?P<names>[\u4e00-\u9fff·]{2,12}(?:\s*、\s*[\u4e00-\u9fff·]{2,12}){0,5})\s*等?译\s*(?=$|[,，.。:：）)])"
)
_THESIS: Final = LazyPattern(r"(?:博士|硕士)(?:学位)?论文")


def read_chinese_note(line: Printed) -> dict[str, Any] | None:
    """Return the CSL-JSON item of a footnote with its title in 《》, ``None`` where it is none."""
    found = _UNMARKED.match(line.plain) or _TITLE.match(line.plain)
    if not found or not HAN.search(line.raw):
        return None
    fields: Fields = {"type": "book", "language": "zh-CN"}
    title = line.cut(found.start("title"), found.end("title"))
    fields["title"] = title.text()
    names = line.cut(0, found.end("names")).stripped(" :,.")
    dated = _DATED_NAMES.match(names.plain)
    if dated:
        fields["issued"] = {"date-parts": [[int(dated["year"])]]}
        names = names.cut(0, dated.end("names"))
    if names:
        fields |= people_of(names)
    rest = take_dates(take_address(line.cut(found.end()), fields), fields)
    volume = _VOLUME.match(rest.plain)
    if volume:
        fields["volume"] = volume["number"] or volume["part"]
        rest = rest.cut(volume.end())
    made = _MADE_LAW.search(rest.plain) if _LAW.search(fields["title"]) and not names else None
    if made:
        day = [int(part) for part in made.groups() if part]
        return fields | {"type": "legislation", "issued": {"date-parts": [day]}}
    within = _WITHIN.match(rest.plain)
    if within and not found["names"].endswith(("主编", "译")):
        fields["type"] = "chapter"
        fields |= people_of(rest.cut(within.start("editors"), within.end("editors")), "editor")
        fields["container-title"] = rest.cut(within.start("book"), within.end("book")).text()
        rest = rest.cut(within.end())
    newspaper, journal = _NEWSPAPER.match(rest.plain), _JOURNAL.match(rest.plain)
    if newspaper:
        fields |= {"type": "article-newspaper", "container-title": newspaper["container"]}
        parts = [int(newspaper[key]) for key in ("year", "month", "day")]
        fields["issued"] = {"date-parts": [parts]}
        if newspaper["page"]:
            fields["page"] = newspaper["page"]
        return fields
    if journal and (journal["year"] or dated):
        fields |= {"type": "article-journal", "container-title": journal["container"]}
        fields |= {"issued": {"date-parts": [[int(journal["year"])]]}} if journal["year"] else {}
        fields |= {key: journal[key] for key in ("volume", "issue") if journal[key]}
    else:
        _read_book(rest, fields)
    pages = _PAGES.search(rest.plain)
    if pages:
        fields["page"] = pages_of(pages[1])
    return fields if "issued" in fields or "publisher" in fields or "URL" in fields else None


def _read_book(rest: Printed, fields: Fields) -> None:
    imprint = _IMPRINT.search(rest.plain) or _PLACED.search(rest.plain) or _EDITION_OF.match(rest.plain)
    if imprint:
        fields["publisher"] = imprint["publisher"].strip()
        if imprint["place"]:
            fields["publisher-place"] = imprint["place"]
        if imprint["year"]:
            fields.setdefault("issued", {"date-parts": [[int(imprint["year"])]]})
    if _THESIS.search(rest.plain):
        fields["type"] = "thesis"
        year = re.search(rf"(?<!\d)({YEAR})年", rest.plain)
        fields |= {"issued": {"date-parts": [[int(year[1])]]}} if year and "issued" not in fields else {}
        fields["publisher"] = fields.get("publisher", "").split("博士")[0].split("硕士")[0]
    elif not imprint and (
        "URL" in fields or ((site := _SITE.match(rest.plain)) and site["account"] and site["day"])
    ):
        fields["type"] = "webpage"
        site = _SITE.match(rest.plain)
        if site:
            fields["container-title"] = site["site"].strip()
            fields |= {"issued": date_in(site["day"])} if site["day"] else {}
    for part in re.split(r"[,.]", rest.plain):
        edition = edition_of(part.strip(" ()"))
        if edition:
            fields["edition"] = edition
    in_title = _EDITION_IN_TITLE.search(fields["title"])
    if in_title and fields["type"] == "book":
        fields["edition"], fields["title"] = edition_of(in_title[1]), fields["title"][: in_title.start()]
    alone = _WHEN_ALONE.match(rest.plain)
    if alone and _REPORT.search(fields["title"]) and not imprint:
        fields |= {"type": "report", "issued": date_in(alone[1])}
    translators = _TRANSLATORS.search(rest.raw)
    if translators:
        fields["translator"] = [
            {"literal": name.removesuffix("等")} for name in re.split(r"\s*、\s*", translators["names"])
        ]


def read_law_title(line: Printed) -> dict[str, Any] | None:
    """Return the law of ``某办法（2022年11月15日某政府令第37号公布）``, ``None`` where the brackets tell no passing."""
    found = _LAW_TITLE.match(line.plain)
    made = _MADE_LAW.search(found["made"]) if found else None
    if not found or not made:
        return None
    day = [int(part) for part in made.groups() if part]
    title = line.cut(found.start("title"), found.end("title")).text()
    return {"type": "legislation", "title": title, "issued": {"date-parts": [day]}, "language": "zh-CN"}
