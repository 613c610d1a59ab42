"""The title page of a report in few short lines: its name, its institute, its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.records.kinds.report_forms import BARE_KIND, KIND_LINE, LATIN, NO_BODY, REPORT, SHORT_PART
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled, labelled, pairs
from corpus.records.lines.line_kinds import SPOKEN, Kind, kind_of
from corpus.records.lines.names import is_body, is_family_name, people_in
from corpus.records.lines.notices import is_notice, without_blanks
from corpus.records.lines.page import FrontPage, Gathered, without_masthead
from corpus.records.lines.titles import NAMED
from index.lazy_pattern import LazyPattern

_YEAR_LINE: Final = LazyPattern(
    r"^[（(]\s*\d{4}(?:\s*[年—–-]\s*\d{0,4}\s*年?)?\s*(?:年?版|度)?\s*[）)]$|^\d{4}\s*年?(?:版|度)?$"
)
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_SERIES: Final = LazyPattern(
    r"(?:系列报告|研究报告|专题报告|工作论文|智库报告)[\s　]*"
    r"(?:系列[\s　]*)?(?:No\.?|总?第|之|\d{4}年第)[\s　]*"
    r"(?P<number>\d+[-—/]\d+|[\d一二三四五六七八九十]+)[\s　]*[期号辑]?$"
)
_CODE: Final = LazyPattern(r"No\.?\s*(?P<number>[A-Z]{1,6}[- ]?\d[\d/-]*|(?:19|20)\d{2}[-/]\d+)")
"""The number of a paper in its series, below the name of that."""
_IS_REPORT: Final = LazyPattern(r"报告|手册|皮书|年鉴|研报|年报|公报")
_KIND_WORD: Final = LazyPattern(
    r"(?:[\u3400-\u9fff]{0,2}报告|[白蓝绿]皮书|年度报告)(?:[（(]?\d{4}年?[）)]?)?"
)
"""The kind of a report alone on the last line of its title."""
_KIND_BELOW: Final = LazyPattern(
    r"(?:中期|终期|末期|年度|半年|总体|综合|专项)?[\u3400-\u9fff]{0,2}(?:评估|评价|监测|执行|总结|进展|实施情况"
    r"|完成情况)报告"
)
"""What a report is, alone on the line below what it is about (某规划 / 中期评估报告)."""
_MOST_PARTS: Final = 5
_NUMBERED_LINE: Final = LazyPattern(
    r"(?:(?:19|20)\d{2}\s*年?[\s　·]*)?(?:总?第\s*[\d一二三四五六七八九十]+\s*[期号辑])"
    r"(?:[\s　]*[（(]\s*总第?\s*\d+\s*[期号][）)])?"
)
_REGION: Final = LazyPattern(r"[\u3400-\u9fff]{1,8}(?:省|市|县|区|自治区|自治州)")
_COUNTED: Final = LazyPattern(r"第[\d一二三四五六七八九十百]+次")
_GOES_ON: Final = LazyPattern(
    r"(?:\d{4}(?:[—–-]\d{4})?年?)?(?:市场|行业)?"
    r"(?:研究|调研|调查|发展|投资|分析|运营|前景|监测|评估|趋势|年度|半年度|社会责任|可持续发展|环境"
    r"|应用|实践|创新|建设|治理|服务|需求|就业|消费|洞察|前瞻|展望|统计|跟踪|专题|竞争力|影响力|满意度|景气"
    r"|运行|经营|工作|绩效|质量|状况|现状|情况|可行性|尽职调查|风险|价值)"
    r"[\u3400-\u9fff、]{0,20}(?:报告|白皮书|蓝皮书|指数)(?:全文|摘要)?"
)
"""A line that ends the name of a report and does not say what of."""
_FIRM: Final = LazyPattern(r"[\u3400-\u9fff（）()]{4,30}(?:公司|集团|银行)")
_WRITERS: Final = (
    "执笔", "执笔人", "撰稿", "撰写", "撰稿人", "报告撰写", "报告执笔", "报告作者", "本报告作者", "主要作者",
    "报告撰稿", "报告撰写人", "报告执笔人", "主笔", "研究员", "分析师",
    "项目负责", "项目负责人", "报告负责人",
)  # fmt: skip
_WRITERS_ALONE: Final = LazyPattern(
    r"(?:本?报告)?(?:主要)?(?:作者|撰写人|撰稿人|执笔人?|研究团队|作者团队|项目团队|课题组成员)[:：]?"
)
_COPYRIGHT: Final = LazyPattern(r"(?:©|版权所有)\s*((?:19|20)\d{2})(?!\d)")
_PLACE_BESIDE_DAY: Final = LazyPattern(
    r"(?:19|20)\d{2}[\s　]*年(?:[\s　]*\d{1,2}[\s　]*月)?[\s　]*[·•,，][\s　]*(?P<place>[\u3400-\u9fff]{2,4})"
)
_REVISED: Final = LazyPattern(r"(?P<day>(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月)\s*(?:修订|修改|定稿|终稿)")
_MOST_LINES: Final = 8
_SHORT_NAME: Final = LazyPattern(r"[\u3400-\u9fff]{2,12}")
_LONGEST_PART: Final = 24
_SUBJECT: Final = LazyPattern(
    r"(?:(?:19|20)\d{2}|中国|全国|我国|全球|[\u3400-\u9fff]{2,4}[省市县区])\S{2,}[^，。：:]$"
)
"""A line that says what a report is about, which goes on below."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """The lines of a cover, parted: the title, those above and below it, and what stood there as sort or series."""

    title: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    in_series: bool
    told_by_series: bool
    """Whether it is a title only because the kind of the paper, or its series with a number, stands above it."""
    right_above: str
    """The line above the one the name of the report ends in; the title may begin with it."""


def read_title_page(page: FrontPage) -> Gathered | None:
    """Read a title page of few short lines: a report's name, its institute, its day."""
    bare = without_masthead(page)
    lines = _without_bare_kind(_lines_of(bare))
    series = next((place for place, line in enumerate(lines[:2]) if _SERIES.search(line)), None)
    if series is not None:
        lines = lines[series + 1 :]
    numbered = _numbered_issue(lines) if bare != page else None
    if numbered is not None:
        return numbered
    cover = _parted(lines, in_series=series is not None or bare != page)
    if cover is None:
        return None
    bodies, day, in_labels = _imprint(cover)
    if not bodies or not (day or in_labels):
        return None
    found = Gathered("report")
    named = NAMED.match(without_blanks(cover.title))
    found.put("title", named["title"] if named else cover.title)
    _put_authors(cover, found)
    if re.search("公报|统计快报", cover.title):
        found.put("author", *bodies)
    else:
        found.put("author", *(bodies if _is_signed(cover.below) else ()))
        found.put("publisher", bodies[0])
    found.put("issued", day)
    counted = _SERIES.search(bare.head[0]) if bare.head and series is not None else None
    found.put("number", counted["number"] if counted and "-" in counted["number"] else "")
    coded = _CODE.search(page.head[1]) if bare != page else None
    found.put("number", coded["number"] if coded else "")
    found.put("editor", *people_in(labelled(cover.below, "主编", "总主编")))
    place = next(
        (match for line in cover.below[:_MOST_LINES] if (match := _PLACE_BESIDE_DAY.fullmatch(line))), None
    )
    found.put("publisher-place", place["place"] if place else "")
    return found


def _parted(lines: list[str], *, in_series: bool) -> _Cover | None:
    """Return the lines of a cover parted by its title; ``None`` where none of them names a report."""
    lines, told_by_series = _without_series(lines)
    in_series = bool(lines) and in_series
    lines = _in_one_line(lines)
    at = next(
        (place for place, line in enumerate(lines[:4]) if _names_report(line)), 0 if in_series else None
    )
    if at is None and told_by_series:
        at = next((place for place, line in enumerate(lines[:5]) if kind_of(line) is Kind.OTHER), None)
    if at is None:
        return None
    title, below = _with_rest_below(_title_with_above(lines, at), lines[at + 1 :])
    right_above = lines[at - 1] if at and title != lines[at] else ""
    return _Cover(title, tuple(lines[:at]), tuple(below), in_series, told_by_series, right_above)


def _imprint(cover: _Cover) -> tuple[list[str], str, bool]:
    """Return the bodies a cover names, its day, and whether labels tell them."""
    below = cover.below
    above = [part for line in cover.above if line not in cover.title for part in _bodies(line)]
    bodies = above or [part for line in below[:6] for part in _bodies(line)]
    day = next((iso_date(line) for line in below[:6] if is_date_line(line) and len(iso_date(line)) > 4), "")
    in_labels = any(is_labelled(line) for line in below[:2])
    if not in_labels and not bodies:
        in_labels = any(field == "made_by" for field, _, _ in pairs(map(without_blanks, below[:6])))
    if in_labels:
        made_by, told_day = _labelled_imprint(cover.title, below)
        bodies, day = made_by or above, told_day or day
    if _FIRM.fullmatch(cover.right_above):
        bodies = [cover.right_above]
    revised = next((match for line in below[:_MOST_LINES] if (match := _REVISED.search(line))), None)
    day = day or (iso_date(revised["day"]) if revised else "")
    day = day or next((match[1] for line in below if (match := _COPYRIGHT.search(line))), "")
    return bodies, day, in_labels


def _is_signed(below: Sequence[str]) -> bool:
    """Tell whether a body and the day in brackets sign the text right below its title."""
    signed = [(one, behind) for one, behind in pairwise(below[:_MOST_PARTS]) if _bodies(one)]
    return any(behind[:1] in "（(" and is_date_line(behind) for _, behind in signed)


def _put_authors(cover: _Cover, found: Gathered) -> None:
    """Read who wrote a report: by labels, in a list below one, or in the first lines of one of a series."""
    below = cover.below
    found.put("author", *people_in(labelled(below, *_WRITERS)))
    found.put("author", *_listed_below(below))
    if cover.in_series:
        found.put("author", *_names_alone(below))
    if cover.told_by_series:
        found.put("author", *next((people_in(one) for one in below[:2] if kind_of(one) is Kind.PEOPLE), []))


def _names_alone(below: Sequence[str]) -> list[str]:
    """Return the names on the first line of names below a title, and on the lines of names right behind it."""
    at = next((place for place, line in enumerate(below[:2]) if people_in(line)), None)
    found: list[str] = []
    for line in () if at is None else below[at:_MOST_LINES]:
        names = people_in(line)
        if not names or (found and not all(map(is_family_name, names))):
            break
        found += names
    return found


def _listed_below(below: Sequence[str]) -> list[str]:
    """Return the names below the word that says they wrote it, each on a line of its own before what they are."""
    at = next((place for place, line in enumerate(below) if _WRITERS_ALONE.fullmatch(line)), len(below))
    found = []
    for line in below[at + 1 :]:
        name, *office = re.split(r"[\s　,，|｜]+", line, maxsplit=1)
        names = people_in(name)
        if len(names) != 1 or not (office or is_family_name(name)) or is_date_line(line):
            break
        found += names
    return found


def _without_bare_kind(lines: list[str]) -> list[str]:
    """Return lines without one that only names a kind of paper (研究报告) above the report's own name."""
    at = next((place for place, line in enumerate(lines[:4]) if BARE_KIND.fullmatch(line)), None)
    if at is None or not any(_names_report(line) for line in lines[at + 1 : at + 4]):
        return lines
    return [line for place, line in enumerate(lines) if place != at and not _NUMBERED_LINE.fullmatch(line)]


def _with_rest_below(title: str, below: list[str]) -> tuple[str, list[str]]:
    """Return a title with its kind, year and subtitle from the lines below it, and the lines below those."""
    if below and _KIND_BELOW.fullmatch(below[0]) and not _IS_REPORT.search(title):
        title, below = title + below[0], below[1:]
    if below and _YEAR_LINE.match(below[0]):
        title, below = title + ("" if "版" in below[0] else re.sub(r"\s", "", below[0])), below[1:]
    if below and below[0][:1] in "—–" and not iso_date(below[0]):
        title, below = title + below[0], below[1:]
    return title, below


def _lines_of(page: FrontPage) -> list[str]:
    """Return the lines of a cover that may say what it is; a title in letters is one, what repeats it is none."""
    lines = [re.sub(r"\[\d+\]$", "", line) for line in page.before_prose()[:12] if _counts(line)]
    lines = [line for place, line in enumerate(lines) if not place or not LATIN.fullmatch(line)]
    english_kind = len(lines) > 1 and not _HAN.search(lines[0]) and len(lines[0].split()) < _MOST_PARTS - 2
    return (
        lines[1:]
        if english_kind and _HAN.search("".join(lines[1:3])) and not is_date_line(lines[0])
        else lines
    )


def _without_series(lines: list[str]) -> tuple[list[str], bool]:
    """Return the lines of a cover without its kind above labels, or a series and its number one above the other."""
    kind = bool(lines) and BARE_KIND.fullmatch(lines[0]) is not None
    below = len(lines) > len(("kind", "title")) and kind_of(lines[1]) is Kind.OTHER
    signed = any(map(is_labelled, lines[2:6])) or any(map(_bodies, lines[2:4]))
    if kind and signed and (below or any(map(is_labelled, lines[2:6]))):
        return lines[1:], True
    at = next(
        (
            place
            for place, (line, below) in enumerate(pairwise(lines[:_MOST_PARTS]))
            if kind_of(line) is Kind.SERIES and kind_of(below) is Kind.NUMBER
        ),
        None,
    )
    return (lines, False) if at is None else ([*lines[:at], *lines[at + 2 :]], True)


def _in_one_line(lines: list[str]) -> list[str]:
    """Return the lines of a cover with a title set in short lines, its kind alone on the last, as one line."""
    at = next((place for place, line in enumerate(lines[:_MOST_PARTS]) if _KIND_WORD.fullmatch(line)), 0)
    above = lines[:at]
    whole = all(
        len(one) <= _LONGEST_PART
        and (_YEAR_LINE.match(one) or not is_date_line(one))
        and not (is_labelled(one) or _bodies(one) or re.search(r"[，。：:]", one))
        for one in above
    )
    return ["".join((*above, lines[at])), *lines[at + 1 :]] if above and whole else lines


def _numbered_issue(lines: Sequence[str]) -> Gathered | None:
    """Read a paper of a numbered series of which a line by its title holds the institute and the day."""
    for place, line in enumerate(lines[:4]):
        issuer = [part for part in re.split(r"[\s　]+", line) if is_body(part)]
        day = iso_date(line, whole=True)
        rest = [*lines[:place], *lines[place + 1 :]]
        if not issuer or not day or not rest or is_labelled(rest[0]):
            continue
        found = Gathered("report")
        found.put("title", rest[0])
        found.put("author", *next((names for one in rest[1:3] if (names := people_in(one))), []))
        found.put("publisher", *issuer[:1])
        found.put("issued", day)
        return found
    return None


def _names_report(line: str) -> bool:
    return len(line) >= 4 and bool(REPORT.search(line.strip("《》"))) and not SPOKEN.fullmatch(line)


def _title_with_above(lines: Sequence[str], at: int) -> str:
    """Return the title at ``at``, with the lines above it where it goes on from them (某行业 / 市场调研报告)."""
    above = [one for place, one in enumerate(lines[:at]) if place == at - 1 or not _bodies(one)]
    line = lines[at].strip("《》") if lines[at].count("《") == 1 else lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else ""
    alone = KIND_LINE.match(line) and not (_bodies(below) or is_labelled(below) or is_date_line(below))
    if above and (_REGION.fullmatch(above[-1]) or _COUNTED.fullmatch(above[-1])):
        return above[-1] + line
    short = len(line) <= SHORT_PART and above and _SUBJECT.match(above[-1]) and not _bodies(above[-1])
    if not above or alone or not (short or _GOES_ON.fullmatch(line)):
        return line
    whole = all(
        len(one) <= _LONGEST_PART and not is_labelled(one) and not KIND_LINE.match(one) for one in above
    )
    return "".join((*above, line)) if whole else line


def _labelled_imprint(title: str, below: Sequence[str]) -> tuple[list[str], str]:
    """Return who made a report and when, from its labels; nothing of what only names itself after one."""
    told = {field: value for field, _, value in reversed(list(pairs(map(without_blanks, below[:6]))))}
    maker = told.get("made_by", "")
    maker = re.split(r"[\s　]+[/／][\s　]+", maker)[0]
    return ([maker] if maker and _IS_REPORT.search(title) else [], iso_date(told.get("issued", "")))


def _counts(line: str) -> bool:
    return is_date_line(line) or bool(_YEAR_LINE.match(line)) or not is_notice(line)


def _bodies(line: str) -> list[str]:
    """Return the bodies a line of a title page names, empty where any part of it is none."""
    jointly = re.split(r"[\s　]*[×Xx＆][\s　]*", line)
    if len(jointly) > 1 and all(map(_SHORT_NAME.fullmatch, jointly)):
        return jointly[:1]
    line = re.split(r"[\s　]*[×＆｜|][\s　]*", line)[0]
    if NO_BODY.fullmatch(line):
        return []
    bare = re.sub(r"(?:联合)?(?:发布|编制|编写|出品|主编|编著|[\s　]+著|[\s　]+编)$", "", line).strip()
    if all(is_body(part) for part in bare.split()):
        return bare.split()
    parts = [
        part.strip()
        for part in re.split(r"[\s　]+联合[\s　]+|[\s　]{2,}|　|[、，&]|[\s　]+与[\s　]+", bare)
        if part.strip()
    ]
    return parts if parts and all(is_body(part) for part in parts) else []
