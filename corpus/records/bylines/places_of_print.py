"""Where and when a text was printed: 《江北日报》（2022年11月03日 第05版）, and the author beside."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.byline_forms import DAY
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import people_in
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_CONTAINER_DATE: Final = LazyPattern(
    rf"(?:(?P<c>{DAY})[\s　]*)?(?:本文|原文|原载|刊于|载于|刊载于|发表于|来源|出处|摘自|转自)"
    rf".{{0,6}}?(?:(?P<a>{DAY})[^《]{{0,6}})?"
    rf"《(?P<name>[^》]{{2,20}})》\s*[（(]?(?P<b>{DAY})?[^第\dA-Z]{{0,4}}(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_IN_ENGLISH: Final = LazyPattern(
    r"^[（(]?(?:本文)?(?:原文|原载|原刊|首发|来源|译自|编译自)(?:刊于|载于|发表于|刊发于|来自|于)?[\s　:：]*"
    r"(?P<name>[A-Z][A-Za-z'’&. ]{3,40}?)[\s　]*[，,（(][\s　]*"
    r"(?P<day>(?:19|20)\d{2}.{0,16}?|[A-Z][a-z]{2,8}\.? .{4,12}?)[）)]?$"
)
"""The paper abroad a translated text stood in, with its day."""
_WRITER: Final = LazyPattern(
    r"作者(?:系|为|是)?[\s　:：]*(?P<who>[\u3400-\u9fff]{2,4}(?:[、\s　]+[\u3400-\u9fff]{2,4}){0,2})(?=[，,；;）)\s]|$)"
)
_FOOT: Final = LazyPattern(
    r"^[（(]?(?:摘自|选自|原载)?《(?P<name>[^》]{2,20})》\s*(?:社论|评论|时评|报道"
    r"|记者[\u3400-\u9fff]{2,4})?\s*[（(]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)[\s　,，]*"
    r"(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_TAKEN: Final = LazyPattern(r"^[—–-]{1,3}[\s　]*(?:摘自|选自|原载|转自|转载自|据)")
_OF_BODY: Final = LazyPattern(r"作者(?:系|为|是)[^，。；]{4,40}[\s　](?P<who>[\u3400-\u9fff]{2,4})[）)]?$")
_FIRST_SHOWN: Final = LazyPattern(
    r"(?:首发|原载|原刊|首刊|刊载|刊登|刊发|发表|选自|摘自|转载自|转自|刊|载|发)于?[\s　]*"
    rf"(?:(?P<before>{DAY})[\s　，,]*(?:总?第\s*\d+\s*期[\s　，,]*)?)?"
    r"(?:微信)?(?:公众号)?[《「『“\"](?P<name>[^》」』”\"]{2,20})[》」』”\"]"
    r"(?:杂志|公众号|微信公众号|周刊)?[\s　，,（(·]*"
    rf"(?:(?P<day>{DAY})|(?P<year>\d{{4}})\s*年?[\s　，,]*第\s*(?P<issue>\d{{1,3}})\s*期"
    r"(?:[\s　，,]*第?\s*(?P<page>\d+\s*[-–—－~]\s*\d+)\s*页)?"
    r"|(?P<season>\d{4})\s*年[\s　]*(?:[春夏秋冬]季?|(?P<month>1[0-2]|0?[1-9])月)[刊号][上下]?|(?(before)|(?!)))"
)


def read_place(line: str, found: Gathered) -> None:
    """Read where and when a text was printed: 《江北日报》（2022年11月03日 第05版）, and the author beside."""
    shown = _FIRST_SHOWN.search(line)
    if shown:
        found.put("container-title", shown["name"])
        found.put("issued", iso_date(shown["before"] or shown["day"] or ""), shown["year"] or "")
        found.put("issued", f"{shown['season']}-{int(shown['month']):02d}" if shown["month"] else "")
        found.put("issued", shown["season"] or "")
        found.put("issue", str(int(shown["issue"])) if shown["issue"] else "")
        of_issue = shown["issue"] or shown["season"]
        found.type = "article-magazine" if of_issue and found.type == "document" else found.type
        found.put("page", re.sub(r"\s*[–—－~-]\s*", "-", shown["page"] or ""))
    abroad = _IN_ENGLISH.match(line)
    if abroad and iso_date(abroad["day"]):
        found.put("container-title", abroad["name"].strip())
        found.put("issued", iso_date(abroad["day"]))
    printed, foot = _CONTAINER_DATE.search(line), _FOOT.match(line)
    if foot:
        found.put("container-title", foot["name"])
        found.put("issued", iso_date(foot["date"]))
        found.put("page", foot["page"] or "")
    if printed and (printed["a"] or printed["b"] or printed["c"] or printed["page"]):
        found.put("container-title", printed["name"])
        found.put("issued", iso_date(printed["a"] or printed["b"] or printed["c"] or ""))
        found.put("page", printed["page"] or "")
    in_brackets = line[:1] in "（(" or bool(_TAKEN.match(line))
    writer = _WRITER.search(line) if in_brackets and (shown or printed or foot) else None
    writer = writer or (_OF_BODY.search(line) if in_brackets else None)
    if writer:
        found.put("author", *people_in(writer["who"]))
