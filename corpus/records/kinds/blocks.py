"""A front page of unknown layout: every line is told by its shape, and the title is the line that is nothing else.

Covers name their series, their body and their day above, beside and below the title, in any order; what a line
is does not depend on where it stands. So no layout needs a reader of its own as long as its lines have usual shapes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.bylines.label_lines import read_labels
from corpus.records.bylines.reporter_lines import of_writer
from corpus.records.kinds.mastheads import day_of
from corpus.records.kinds.sheet_heads import without_sheet_head
from corpus.records.lines.byline_forms import DAY
from corpus.records.lines.dates import iso_date
from corpus.records.lines.labels import labelled
from corpus.records.lines.line_kinds import Kind, kind_of, parts_of, without_mark
from corpus.records.lines.masthead_words import masthead_of
from corpus.records.lines.names import people_in
from corpus.records.lines.notices import without_blanks
from corpus.records.lines.page import FrontPage, Gathered
from corpus.records.lines.title_marks import is_series_in_letters
from corpus.records.lines.titles import NAMED
from corpus.records.lines.whole_titles import goes_on
from corpus.records.weighed.judging import likely_title
from corpus.records.weighed.settling import SURE
from index.lazy_pattern import LazyPattern

_LINES: Final = 16
_SHORTEST, _LONGEST = 4, 60
_SECOND_TITLE: Final = LazyPattern(r"^[—–\-－]{1,3}")
_ABOVE: Final = frozenset([Kind.SERIES, Kind.MEETING, Kind.NUMBER, Kind.BODY, Kind.HOUSE])
"""What stands above a title where the first line is none."""
_REPORT: Final = LazyPattern(r"报告|皮书|论文|讨论稿|专报|内参|简报|要报|快报|参考|纪要|解读")
_STUDY: Final = LazyPattern(r"(?:调研|调查|研究|洞察|分析|展望|指数|评估|盘点)(?:[（(].{1,10}[）)])?$")
_STUDIED: Final = LazyPattern(r"(?:调研|调查|研究|评估|分析|发展|年度)报告(?=$|[—–(（])")
_STUDIES: Final = LazyPattern(
    r"研究院|研究所|研究中心|^[\u3400-\u9fff]{2,4}研究$|咨询|智库|调查中心|数据中心"
)
"""Bodies that print studies as reports."""
_IN_HAN: Final = "[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_DAY_ALONE: Final = LazyPattern(
    rf"[（(]?(?:发布于|发表于)?[ 　]*(?:{DAY}|{_IN_HAN})(?:[ 　]*星期[一二三四五六日天])?"
    rf"(?:[ 　]+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[）)]?"
)
_OF_OFFICE: Final = LazyPattern(r"[〔\[（(【]\d{4}[〕\]）)】]|^[A-Z]{1,6}[-\s]?\d")
_REPORT_NUMBERS: Final = ("报告编号", "报告号", "研报编号", "报告序号", "文件编号")
_AT_END: Final = 6
_LABEL_SHAPE: Final = LazyPattern(r"[\u3400-\u9fff]{2,6}[:：]")
_IS_BOOK: Final = LazyPattern(r"主编|著|编著")
_BROKER: Final = LazyPattern(r"证券|期货")
_SUMMARY: Final = LazyPattern(r"^[\[【［〔]?\s*(?:摘\s*要|内容提要|提\s*要|关\s*键\s*词)")
_PROSE: Final = LazyPattern(r"[。！？；]")
_HEADING: Final = LazyPattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[章节部]|\d{1,2}[、.．](?!\d)"
    r"|[（(][一二三四五六七八九十]+[）)])"
)


def read_block(page: FrontPage) -> Gathered | None:
    """Read a page whose first line is no title: what is left when all other lines are told is the title."""
    lines = tuple(map(without_blanks, page.before_prose()[:_LINES]))
    kinds = _kinds(lines)
    if not _ABOVE & set(kinds):
        return None
    at, end, title = _titled(page, lines, kinds)
    if (
        not at
        or any(map(NAMED.match, lines))
        or without_sheet_head(page)[1].fields
        or not _ABOVE & set(kinds[:at])
    ):
        return None
    rest = [
        one for place, line in enumerate(lines) if not at <= place < end for one in _parts(line, kinds[place])
    ]
    found = Gathered(_type(title, rest, page))
    found.put("title", title)
    _people(lines[end:], kinds[end:], found)
    _rows(tuple(line for line, kind in rest if kind is Kind.ROW), found)
    for line, kind in rest:
        if kind is Kind.OTHER:
            of_writer(line, found)
            _number(line, found)
    days = [iso_date(line) for line, kind in rest if kind is Kind.DAY]
    found.put("issued", max(days, key=len, default=""))
    dated = (iso_date(line, whole=True) for line, kind in rest if kind is Kind.BODY or kind is Kind.SERIES)
    found.put("issued", next(filter(None, dated), ""))
    found.put("number", *(line for line, kind in rest if kind is Kind.NUMBER and _OF_OFFICE.search(line)))
    _places(rest, found)
    _signature(page, found)
    evidence = {"author", "issued", "publisher", "container-title", "editor"} & found.fields.keys()
    return found if len(evidence) > 1 else None


def _kinds(lines: Sequence[str]) -> list[Kind]:
    """Return what lines are; a short word and a colon between two rows is a row of the same table."""
    kinds = [kind_of(line) for line in lines]
    for place in range(1, len(lines) - 1):
        between = kinds[place - 1] is Kind.ROW and kinds[place + 1] is Kind.ROW
        if between and kinds[place] is Kind.OTHER and _LABEL_SHAPE.match(lines[place]):
            kinds[place] = Kind.ROW
    return kinds


def _parts(line: str, kind: Kind) -> list[tuple[str, Kind]]:
    """Return a line with its kind, or its parts with theirs where they are told one by one."""
    parts = parts_of(line)
    if (
        len(parts) == 1
        or is_series_in_letters(line)
        or kind in (Kind.ROW, Kind.PEOPLE, Kind.DAY, Kind.OTHER, Kind.FOREIGN, Kind.MEETING)
    ):
        return [(line, kind)]
    told = [(part, kind_of(part)) for part in parts]
    return told if all(one is not Kind.OTHER for _, one in told) else [(line, kind)]


def _signature(page: FrontPage, found: Gathered) -> None:
    """Take the body and the day that close a document with a number."""
    ending = [(line, kind_of(line)) for line in page.ending(_AT_END)]
    if "number" not in found.fields or not any(kind is Kind.DAY for _, kind in ending):
        return
    found.put("issued", *(iso_date(line) for line, kind in ending if kind is Kind.DAY))
    found.put("author", *(line for line, kind in ending if kind is Kind.BODY))


def fill(page: FrontPage, found: Gathered) -> None:
    """Give a report its number, and a record without a day the only one that a line or its part above the text is."""
    if found.type == "report":
        found.put("number", labelled(page.head[:_LINES], *_REPORT_NUMBERS))
    if "issued" in found.fields:
        return
    lines = page.before_prose()[:_LINES]
    days = {
        iso_date(part)
        for line in lines
        for part, kind in _parts(line, kind_of(line))
        if kind is Kind.DAY and part not in found.fields.get("title", ())
    }
    found.put("issued", *(days if len(days) == 1 else ()))
    alone = {
        iso_date(line, whole=True)
        for line in (*page.head, *page.tail)
        if _DAY_ALONE.fullmatch(line) and iso_date(line, whole=True)
    }
    found.put("issued", *(alone if len(alone) == 1 and not days else ()))


def _fits(line: str) -> bool:
    return (
        _SHORTEST <= len(line) <= _LONGEST
        and not _PROSE.search(line[:-1])
        and not (_SUMMARY.match(line) or _HEADING.match(line))
    )


def _titled(page: FrontPage, lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[int, int, str]:
    """Return the first line of the title, the one behind its last, and the title; ``0`` where the first line is it."""
    likely = likely_title(page)
    if likely is not None and likely.certainty >= SURE and likely.place < len(lines):
        end = min(likely.place + likely.count, len(lines))
        return likely.place, end, "".join(lines[likely.place : end])
    at = next((place for place, kind in enumerate(kinds) if kind is Kind.OTHER and _fits(lines[place])), 0)
    if at and _SECOND_TITLE.match(lines[at]) and kinds[at - 1] is Kind.SERIES:
        at -= 1  # what looks like a series above a second title is the first
    if not at:
        return 0, 0, ""
    title, end = _whole(lines, kinds, at)
    return at, end, title


def _whole(lines: Sequence[str], kinds: Sequence[Kind], at: int) -> tuple[str, int]:
    """Return the title that begins at ``at`` and the line behind it."""
    title, end = lines[at], at + 1
    while end < len(lines) and kinds[end] is Kind.OTHER:
        if not (_SECOND_TITLE.match(lines[end]) or goes_on(lines[end - 1], lines[end])):
            break
        title += lines[end]
        end += 1
    return title, end


def _type(title: str, rest: Sequence[tuple[str, Kind]], page: FrontPage) -> str:
    """Return what kind of text its title and the lines around it tell of."""
    kinds = {kind for _, kind in rest}
    if Kind.MEETING in kinds and (any(map(_SUMMARY.match, page.head)) or Kind.PEOPLE in kinds):
        return "paper-conference"
    if Kind.HOUSE in kinds and any(_IS_BOOK.search(line) for line, _ in rest):
        return "book"
    bodies = [line for line, kind in rest if kind is Kind.BODY]
    studied = bool(_STUDY.search(title) or _STUDIED.search(title)) and any(map(_STUDIES.search, bodies))
    if (
        studied
        or any(
            kind is Kind.SERIES and (_REPORT.search(line) or is_series_in_letters(line))
            for line, kind in rest
        )
        or any(map(_BROKER.search, bodies))
    ):
        return "report"
    return (
        "article-newspaper"
        if any(line.endswith("报") for line, kind in rest if kind is Kind.MEDIUM)
        else "document"
    )


def _people(lines: Sequence[str], kinds: Sequence[Kind], found: Gathered) -> None:
    """Take the names on lines of their own below the title."""
    names = next(
        (people_in(line) for line, kind in zip(lines, kinds, strict=True) if kind is Kind.PEOPLE), []
    )
    found.put("author", *names)


def _rows(rows: tuple[str, ...], found: Gathered) -> None:
    """Take what the rows of labels say; who leads a volume edits it."""
    editors = labelled(
        tuple(re.sub(r"[／/]", "：", re.sub(r"[ 　]", "", row)) for row in rows), "主编", "总主编"
    )
    found.put("editor", *people_in(editors))
    told = Gathered(found.type)
    read_labels(rows, told)
    analysts = labelled(rows, "分析师", "研究员", "首席分析师", "证券分析师")
    found.put("author", *people_in(re.split(r"执业|证书|[A-Z]\d{6}|SAC", analysts)[0]))
    for field, values in told.fields.items():
        if not (field == "author" and "editor" in found.fields):
            found.put(field, *values)


def _number(line: str, found: Gathered) -> None:
    """Take the number of a magazine with its name: 《某周刊》2020年第33期（9月7日出版）."""
    told = masthead_of(line)
    if told and "name" in told and "issue" in told and not told["name"].endswith("报"):
        found.put("container-title", told["name"])
        found.put("issue", told["issue"])
        found.put("issued", day_of(told))
        found.type = "article-magazine"


def _places(rest: Sequence[tuple[str, Kind]], found: Gathered) -> None:
    """Take the medium, the house and the bodies: who publishes a report, where news stands."""
    of = {kind: [line for line, one in rest if one is kind] for kind in Kind}
    if found.type == "paper-conference":
        first, *behind = re.split(r"　+|\s{2,}", of[Kind.MEETING][0])
        found.put("container-title", first)
        found.put("issued", iso_date(" ".join(behind)))
        year = re.search(r"(?:19|20)\d{2}", " ".join((*behind, first)))
        found.put("issued", year[0] if year else "")
        return
    found.put("publisher", *map(without_mark, of[Kind.HOUSE][:1]))
    bodies = [without_mark(line) for line in of[Kind.BODY]]
    if found.type in ("report", "book"):
        told = found.fields.pop("container-title", [])
        found.put("publisher", *(bodies[:1] or told))
    else:
        found.put("container-title", *[*of[Kind.MEDIUM], *bodies][:1])
        if "container-title" in found.fields:
            del found.fields["container-title"][1:]
    year = re.search(r"[（(]((?:19|20)\d{2})年?[）)]", found.fields["title"][0])
    found.put("issued", year[1] if year and found.type in ("report", "book") else "")
