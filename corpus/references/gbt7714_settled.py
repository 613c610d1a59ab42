"""What is settled once a line in the manner of GB/T 7714 is read: numbers out of titles, laws, meetings, language."""

from __future__ import annotations

from typing import Any, Final

from corpus.references.imprint import Fields, edition_of
from corpus.references.language import language_of
from index.lazy_pattern import LazyPattern

_NUMBERED: Final = LazyPattern(
    r"^(?P<title>.+?)\s*:\s*(?P<number>[A-Z0-9][\w/. \-\u2014]*\d(?::\d{4})?[\w.()]*(?: [A-Z]\d?)?)$"
)
_NUMBER_OF_COUNTRY: Final = LazyPattern(
    r"^(?P<title>.+?)\s*:\s*(?P<country>[\u4e00-\u9fff]{2,4})\s*,\s*"
    r"(?P<number>[A-Z0-9][\w. \-]*\d[\w.()]*(?: [A-Z]\d?)?)$"
)
_PERIOD: Final = LazyPattern(r"\d{4}(?:\D\d{4})?年?度?(?:第[一二三四1-4]季度|[上下]半年|\d{1,2}月)?")
"""The time a report is of, behind its title, which is no number of it."""
_STANDARD_FIRST: Final = LazyPattern(
    r"^(?P<number>(?:[A-Z]{1,6}\d{0,4}(?:/[A-Z]{1,6})?(?: ?[A-Z]+)? ?\d[\d.]*(?:\.\d+)*-\d{4}))[\s,.]+(?P<title>\S.+)$"
)
_IN_TITLE: Final = LazyPattern(
    r"^(?P<title>.+?)\s*[（(]\s*(?P<edition>第?\s*[\d一二三四五六七八九十]+\s*版|修订版|增订版)\s*[）)]$"
)
_OFFICIAL_NUMBER: Final = LazyPattern(
    r"^(?P<title>.+?)\s*[:：]\s*(?P<number>[\u4e00-\u9fff]{1,12}(?:[〔\[（(]\d{4}[〕\]）)]\s*第?|(?:令|公告|通告)\s*第)\s*\d+\s*号)$"
)
_ACCOUNT: Final = LazyPattern(r"^(?:微信)?公众号\s*[“\"「【](?P<name>[^”\"」】]{2,20})[”\"」】]$")
_KIND_BEHIND: Final = LazyPattern(r"\s*[（(\[]?(?:博士|硕士|学士)(?:研究生)?(?:学位|毕业)?论文[）)\]]?$")
_ACCOUNTS: Final = frozenset(["微信公众号", "公众号", "微信", "微博", "新浪微博"])
_DECREE: Final = LazyPattern(
    r"(?P<number>[\u3400-\u9fff]{2,16}(?:令|公告|通告)\s*第\s*[\d一二三四五六七八九十百]+\s*号|[\u3400-\u9fff]{1,8}[〔\[(]\d{4}[〕\])]\s*\d+\s*号)"
)
"""The number of a decree where a publisher would stand."""
_LAW: Final = LazyPattern(r"(?:法|条例|规定|办法|细则|决定|解释|规则|通则)(?:[（(].*[）)])?$")
_KIND_IN_BRACKETS: Final = LazyPattern(
    r"\s*[（(\[【](?:博士|硕士|学士)(?:研究生)?(?:学位|毕业)?论文[）)\]】]$"
)
"""The kind of a thesis behind its title, which its mark tells already."""
_MEETING: Final = LazyPattern(
    r"^(?P<name>[^,，]*(?:研讨会|年会|论坛|大会|会议|Conference|Symposium|Workshop)[^,，]*)"
    r"(?:[,，]\s*(?P<place>[\u3400-\u9fffA-Za-z ]{2,20}))?$"
)
"""The meeting a paper was read at, where a publisher would stand, and its place."""


def settled(fields: Fields, mark: str) -> dict[str, Any]:
    """Take numbers out of titles where the kind has one, tell laws, add the language."""
    title = fields["title"]
    _number_in_title(fields)
    _edition_in_title(fields)
    _official_number(fields)
    _account(fields)
    _degree(fields)
    if mark == "C":
        _meeting(fields)
    if mark in ("A", "Z"):
        _decree(fields)
    return fields | language_of(title)


def _number_in_title(fields: Fields) -> None:
    """Take the number of a patent, standard or report out of its title."""
    title, kind = fields["title"], fields["type"]
    if kind not in ("patent", "standard", "report"):
        return
    plain = title.translate({ord("："): ":", ord("，"): ","})
    number = _NUMBERED.match(plain) or (_NUMBER_OF_COUNTRY.match(plain) if kind == "patent" else None)
    if number and kind == "report" and _PERIOD.fullmatch(number["number"]):
        number = None
    if number is None and kind == "standard":
        number = _STANDARD_FIRST.match(title.replace("—", "-").replace("–", "-"))
    if number:
        fields["title"], fields["number"] = (
            title[slice(*number.span(part))].strip() for part in ("title", "number")
        )


def _edition_in_title(fields: Fields) -> None:
    in_title = _IN_TITLE.match(fields["title"]) if fields["type"] == "book" else None
    if in_title and "edition" not in fields:
        fields["title"], fields["edition"] = in_title["title"], edition_of(in_title["edition"])


def _official_number(fields: Fields) -> None:
    official = _OFFICIAL_NUMBER.match(fields["title"])
    if official:
        fields["title"], fields["number"] = official["title"], official["number"]


def _account(fields: Fields) -> None:
    """Take what stands for a place and a publisher, or is quoted, for the name of an account."""
    if fields.get("publisher-place", "") in _ACCOUNTS and "publisher" in fields:
        fields["container-title"] = fields.pop("publisher")
        del fields["publisher-place"]
    account = _ACCOUNT.match(fields.get("container-title", ""))
    if account:
        fields["container-title"] = account["name"]


def _degree(fields: Fields) -> None:
    """Take the kind of a thesis, which its mark tells already, off its title and its school."""
    if fields["type"] != "thesis":
        return
    fields["title"] = _KIND_IN_BRACKETS.sub("", fields["title"])
    if "publisher" in fields:
        fields["publisher"] = _KIND_BEHIND.sub("", fields["publisher"])


def _meeting(fields: Fields) -> None:
    """Tell a paper read at a meeting, which stands where a publisher would."""
    meeting = _MEETING.match(fields.get("publisher", ""))
    if meeting is None or fields["type"] != "book":
        return
    fields |= {"type": "paper-conference", "container-title": meeting["name"]}
    del fields["publisher"]
    if meeting["place"]:
        fields["publisher-place"] = meeting["place"]


def _decree(fields: Fields) -> None:
    """Tell a law by its title, and its number where a publisher would stand."""
    decree = _DECREE.fullmatch(fields.get("publisher", "")) if "number" not in fields else None
    if decree:
        fields["number"] = decree["number"]
        del fields["publisher"]
    if _LAW.search(fields["title"]):
        fields["type"] = "legislation"
