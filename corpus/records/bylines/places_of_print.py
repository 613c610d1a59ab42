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
_WRITER: Final = LazyPattern(
    r"作者(?:系|为|是)?[\s　:：]*(?P<who>[\u3400-\u9fff]{2,4}(?:[、\s　]+[\u3400-\u9fff]{2,4}){0,2})(?=[，,；;）)\s]|$)"
)
_FOOT: Final = LazyPattern(
    r"^[（(]?(?:摘自|选自|原载)?《(?P<name>[^》]{2,20})》\s*(?:社论|评论|时评|报道"
    r"|记者[\u3400-\u9fff]{2,4})?\s*[（(]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)[\s　,，]*"
    r"(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_OF_BODY: Final = LazyPattern(r"作者(?:系|为|是)[^，。；]{4,40}[\s　](?P<who>[\u3400-\u9fff]{2,4})[）)]?$")
_FIRST_SHOWN: Final = LazyPattern(
    r"(?:首发|原载|原刊|首刊|刊载|刊登|刊发|选自|摘自|转载自|刊|载|发)于?[\s　]*"
    rf"(?:(?P<before>{DAY})[\s　，,]*(?:总?第\s*\d+\s*期[\s　，,]*)?)?"
    r"(?:微信)?(?:公众号)?[《「『“\"](?P<name>[^》」』”\"]{2,20})[》」』”\"]"
    r"(?:杂志|公众号|微信公众号|周刊)?[\s　，,（(·]*"
    rf"(?:(?P<day>{DAY})|(?P<year>\d{{4}})\s*年?[\s　，,]*第\s*(?P<issue>\d{{1,3}})\s*期"
    r"(?:[\s　，,]*第?\s*(?P<page>\d+\s*[-–—－~]\s*\d+)\s*页)?|(?(before)|(?!)))"
)


def read_place(line: str, found: Gathered) -> None:
    """Read where and when a text was printed: 《江北日报》（2022年11月03日 第05版）, and the author beside."""
    shown = _FIRST_SHOWN.search(line)
    if shown:
        found.put("container-title", shown["name"])
        found.put("issued", iso_date(shown["before"] or shown["day"] or ""), shown["year"] or "")
        found.put("issue", str(int(shown["issue"])) if shown["issue"] else "")
        found.type = "article-magazine" if shown["issue"] and found.type == "document" else found.type
        found.put("page", re.sub(r"\s*[–—－~-]\s*", "-", shown["page"] or ""))
    printed, foot = _CONTAINER_DATE.search(line), _FOOT.match(line)
    if foot:
        found.put("container-title", foot["name"])
        found.put("issued", iso_date(foot["date"]))
        found.put("page", foot["page"] or "")
    if printed and (printed["a"] or printed["b"] or printed["c"] or printed["page"]):
        found.put("container-title", printed["name"])
        found.put("issued", iso_date(printed["a"] or printed["b"] or printed["c"] or ""))
        found.put("page", printed["page"] or "")
    in_brackets = line[:1] in "（("
    writer = _WRITER.search(line) if in_brackets and (printed or foot) else None
    writer = writer or (_OF_BODY.search(line) if in_brackets else None)
    if writer:
        found.put("author", *people_in(writer["who"]))
