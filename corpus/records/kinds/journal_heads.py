"""The running head of a journal: its name, year, volume, issue and pages, in the orders journals print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.masthead_words import counted
from index.lazy_pattern import LazyPattern

_WHOLE_ISSUE: Final = LazyPattern(
    r"[（(]?\s*总(?:第)?\s*\d+\s*期\s*[）)]?|General\s+No\.?\s*\d+|Serial\s+No\.?\s*\d+"
)
_VOLUME: Final = LazyPattern(
    r"第\s*(\d+|[一二三四五六七八九十]+)\s*卷|Vol\.?\s*(\d+)|(?<!\d)(\d{1,3})\s*卷", re.IGNORECASE
)
_ISSUE: Final = LazyPattern(
    r"第\s*(\d+|[一二三四五六七八九十]+)\s*期|(?:No|Issue)\.?\s*\(?(\d+)|年\s*(\d{1,2})\s*期|(增刊\s*\d?)(?!\d)",
    re.IGNORECASE,
)
_YEAR: Final = LazyPattern(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_YEAR_AND_ISSUE: Final = LazyPattern(
    r"(?<!\d)(?:19|20)\d{2}\s*年\s*[,，]?\s*(?:第?\s*\d+\s*卷\s*[,，]?\s*)?第?\s*\d+\s*期"
)
_PAGES: Final = LazyPattern(
    r"(?:pp?\.|第|页)\s*(\d+\s*[-–—－~]\s*\d+)\s*页?|[:：]\s*(\d+\s*[-–—－~]\s*\d+)\s*$"
)
_COMPACT: Final = LazyPattern(
    r"^《?(?P<name>[\u3400-\u9fff]{2,20}(?:[（(][\u3400-\u9fff]+[）)])?)》?[\s　,，.．·]*"
    r"(?P<year>(?:19|20)\d{2})\s*年?\s*[,，]?\s*"
    r"(?:(?:第\s*)?(?P<volume>\d{1,3})\s*卷?\s*[,，]?\s*)?[（(]\s*(?:第\s*)?(?P<issue>\d{1,3})\s*期?\s*[）)]"
    r"(?:\s*[:：,，]\s*(?P<page>\d+\s*[-–—－~]\s*\d+))?"
)
_YEAR_POINT_ISSUE: Final = LazyPattern(
    r"^《?(?P<name>[\u3400-\u9fff]{2,20})》?(?:杂志)?[\s　·|｜]+(?P<year>(?:19|20)\d{2})[.．/·]"
    r"(?P<issue>0?[1-9]|1[0-2])(?:[\s　]*[（(]?[上中下](?:旬|半月)?刊?[）)]?)?$"
)
"""A journal's name with the year and the issue parted by a point: 某刊　2018.2."""
_QUOTED_MONTH: Final = LazyPattern(
    r"^《(?P<name>[\u3400-\u9fff]{2,20})》(?:杂志)?[\s　·|｜,，]*(?P<year>(?:19|20)\d{2})\s*年\s*\d{1,2}\s*月[刊号]?"
    r"(?:[\s　]*[（(]?[上中下](?:旬|半月)?刊?[）)]?)?$"
)
"""A monthly's name in its marks with the month: 《某刊》2018年11月（中）."""
_ENGLISH: Final = LazyPattern(
    r"^(?P<name>[A-Z][A-Za-z&,:\- ]+?),?\s+(?P<volume>\d+)\s*\((?P<year>\d{4})\)\s*,?:?\s*"
    r"(?P<page>\d+(?:\s*[–-]\s*\d+)?)"
)
_ENGLISH_VOLUME: Final = LazyPattern(
    r"^(?P<name>[A-Z][A-Za-z&:. -]+?),?\s+Vol(?:ume|\.)?\s*(?P<volume>\d+),?\s*(?:No\.?|Issue|Number)\s*"
    r"(?P<issue>\d+)\s*,?\s*"
    r"(?:\(?(?:[A-Z][a-z]+\.?\s+)?(?P<year>\d{4})\)?)?(?:,?\s*pp?\.\s*(?P<page>\d+(?:[–-]\d+)?))?"
    r"(?:,\s*\(?(?P<later>(?:19|20)\d{2})\)?$)?"
)
_ENGLISH_YEAR_THEN_VOLUME: Final = LazyPattern(
    r"^(?P<name>[A-Z][A-Za-z&: -]+?),?\s+(?P<year>(?:19|20)\d{2}),\s*Vol(?:ume|\.)?\s*(?P<volume>\d+)"
    r"(?:,?\s*\(?(?:No\.?|Issue|Number)\s*(?P<issue>\d+)\)?)?(?:,?\s*(?:pp?\.|Pages?)\s*(?P<page>\d+(?:\s*[–-]\s*\d+)?))?$"
)
"""Year before volume and issue: Some Quarterly, 2020, Vol. 6, Issue 1, pp. 17–35."""
_ENGLISH_YEAR_BEHIND: Final = LazyPattern(
    r"^(?P<name>[A-Z][A-Za-z&: -]+?),?\s+\((?P<year>\d{4})\)\s*(?P<volume>\d+)(?:\s*\((?P<issue>\d+)\))?\s*[:,]\s*"
    r"(?P<page>\d+(?:\s*[–-]\s*\d+)?)$"
)
_ENGLISH_ISSUE: Final = LazyPattern(
    r"^(?P<name>[A-Z][A-Za-z&: -]+?),?\s+(?P<year>\d{4})[,;]\s*(?P<volume>\d+)\s*\((?P<issue>\d+)\)\s*[:,]\s*"
    r"(?P<page>\d+\s*[–-]\s*\d+)"
)
_ENGLISH_FOOT: Final = LazyPattern(
    r"^(?P<name>[A-Z][A-Za-z&: -]+?)[.,]?\s+(?P<year>\d{4});\s*(?P<volume>\d+)(?:\s*\((?P<issue>\d+)\))?\s*:\s*"
    r"(?P<page>e?\d+(?:\s*[–-]\s*\d+)?)\.?$"
)
_ENGLISH_BARE: Final = LazyPattern(
    r"^Vol(?:ume|\.)?\s*(?P<volume>\d+),?\s*(?:No\.?|Issue"
    r"|Number)\s*(?P<issue>\d+)[,(\s]*(?P<month>[A-Z][a-z]+\.?)?\s*(?P<year>\d{4})\)?"
    r"(?:,?\s*(?:pp?\.|Pages?)\s*(?P<page>\d+(?:\s*[–-]\s*\d+)?))?"
)
_ENGLISH_YEAR_FIRST: Final = LazyPattern(
    r"^(?P<year>(?:19|20)\d{2}),?\s*Vol(?:ume|\.)?\s*(?P<volume>\d+)(?:\s*\(|,\s*(?:No"
    r"|Issue)\.?\s*)(?P<issue>\d+)\)?\s*[:,]?\s*(?:pp?\.\s*)?"
    r"(?P<page>\d+\s*[–-]\s*\d+)?$"
)
_NUMERALS: Final = "一二三四五六七八九十"
_NAME: Final = LazyPattern(r"[\u3400-\u9fff]{2,20}(?:[（(][\u3400-\u9fff]+[）)])?")
_ENGLISH_NAME: Final = LazyPattern(r"^[A-Z][A-Za-z&]+(?:\s[A-Za-z&]+){1,8}$")
_IN_BOTH: Final = LazyPattern(
    r"(?P<name>[\u3400-\u9fff]{2,20}(?:[（(][\u3400-\u9fff]+[）)])?)[\s　|｜/]+[A-Z][A-Za-z&]+(?:\s[A-Za-z&]+){0,8}$"
)
"""A journal's name with the English one behind it on its line."""
_ENGLISH_BEFORE: Final = LazyPattern(
    r"^[A-Z][A-Za-z&,:\- ]+?[\s　|｜]+(?=《?[\u3400-\u9fff]{2,20}》?[\s　,，]*(?:19|20)\d{2})"
)
"""The English name of a journal before the Chinese one on its line."""
_NO_NAME: Final = LazyPattern(
    r"[年月日期卷号]|^(?:总|第|页|民国|增刊)|出版|主办|主管|^(?:双|半)?[月季旬周]刊$|刊号|摘要|作者"
)


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What a running head tells; ``year_first``: the year stands with the issue, as the issue's own year."""

    name: str = ""
    volume: str = ""
    issue: str = ""
    year: str = ""
    page: str = ""
    english: bool = False
    year_first: bool = False


def running_head(line: str) -> RunningHead | None:
    """Return what a line tells of a journal's issue, ``None`` where it tells neither volume nor issue."""
    if len(line) > 120:
        return None
    line = _ENGLISH_BEFORE.sub("", line)
    pointed = _YEAR_POINT_ISSUE.match(line)
    if pointed:
        name, year, issue = pointed["name"], pointed["year"], str(int(pointed["issue"]))
        return RunningHead(name, "", issue, year, year_first=True)
    monthly = _QUOTED_MONTH.match(line)
    if monthly:
        return RunningHead(monthly["name"], year=monthly["year"])
    for form in (
        _ENGLISH,
        _ENGLISH_YEAR_THEN_VOLUME,
        _ENGLISH_VOLUME,
        _ENGLISH_ISSUE,
        _ENGLISH_YEAR_BEHIND,
        _ENGLISH_FOOT,
        _COMPACT,
    ):
        match = form.match(line)
        if match:
            told = {name: value or "" for name, value in match.groupdict().items()}
            page = re.sub(r"\s", "", told.get("page", ""))
            return RunningHead(
                told["name"].strip(), told["volume"], told.get("issue") or "",
                told["year"] or told.get("later", ""),
                re.sub(r"[–—－~]", "-", page), english=form is not _COMPACT, year_first=True,
            )  # fmt: skip
    bare_head = None if name_in(line) else _ENGLISH_BARE.match(line)
    bare_head = bare_head or _ENGLISH_YEAR_FIRST.match(line)
    if bare_head:
        return RunningHead(
            "",
            bare_head["volume"],
            bare_head["issue"],
            bare_head["year"],
            re.sub(r"\s*[–-]\s*", "-", bare_head["page"] or ""),
            english=True,
        )
    bare = _WHOLE_ISSUE.sub(" ", line)
    volume, issue = _first(_VOLUME, bare), _first(_ISSUE, bare)
    if (not volume and not issue) or re.search(r"[。；！？]", bare):
        return None
    year = _YEAR.search(bare)
    return RunningHead(
        name_in(bare), volume, issue, year[1] if year else "", _first(_PAGES, bare),
        year_first=bool(_YEAR_AND_ISSUE.search(bare)),
    )  # fmt: skip


def is_running_head(line: str) -> bool:
    """Tell whether a line beside a running head belongs to it: a name alone, or a day with a name."""
    parts = [part for part in re.split(r"[\t　]+|\s{2,}", line) if part]
    return all(bool(iso_date(part)) or not re.search(r"[\u3400-\u9fff]", part) for part in parts) or (
        len(parts) > 1 and bool(iso_date(line)) and bool(name_in(line))
    )


def name_in(line: str) -> str:
    """Return the Chinese name of a journal among the parts of a running head."""
    quoted = re.search(r"《([^》]{2,20})》", line)
    if quoted:
        return quoted[1]
    for part in re.split(r"[\s　·•|｜,，]+", _YEAR_AND_ISSUE.sub(" ", line)):
        if _NAME.fullmatch(part) and not _NO_NAME.search(part):
            return part
    return ""


def title_beside(line: str, above: str, beside: list[str]) -> str:
    """Return the journal's name in its running head, on the line above, or on a line with the day beside it."""
    own = name_in(_WHOLE_ISSUE.sub(" ", line))
    if own:
        return own
    if (_NAME.fullmatch(above) and not _NO_NAME.search(above)) or (
        (_ENGLISH_BARE.match(line) or _ENGLISH_YEAR_FIRST.match(line)) and _ENGLISH_NAME.match(above)
    ):
        return above
    bilingual = _IN_BOTH.match(above)
    if bilingual and not _NO_NAME.search(bilingual["name"]):
        return str(bilingual["name"])
    return next((name for one in beside if iso_date(one) and (name := name_in(one))), "")


def english_name(line: str) -> bool:
    """Tell whether a line is the English name of a journal."""
    return bool(_ENGLISH_NAME.match(line))


def _first(form: LazyPattern[str], text: str) -> str:
    match = form.search(text)
    found = next((group for group in match.groups() if group), "") if match else ""
    if found and not found.strip(_NUMERALS):
        return str(counted(found))
    return re.sub(r"[—–－~]", "-", re.sub(r"\s", "", found))
