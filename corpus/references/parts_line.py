"""Lines without a mark, read by what each of their parts may be: names, a title, and what else tells the kind.

A line counts only where its first part is who wrote it and every other part is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from corpus.model.family_names import SURNAMES
from corpus.references.imprint import YEAR, Fields, date_in, pages_of, take_address, take_dates
from corpus.references.journal_tail import take_journal
from corpus.references.language import language_of
from corpus.references.people import COMPOUND_SURNAMES, HAN, people_of
from corpus.references.printed import Printed
from index.lazy_pattern import LazyPattern

_BREAK: Final = LazyPattern(r"[.,:;]\s*|\s{2,}")
_COUNTRY: Final = LazyPattern(r"^[\[(][\u4e00-\u9fff]{1,3}[\])]\s*")
_FOREIGN: Final = LazyPattern(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fffA-Z.]{1,10})+")
_HELPED: Final = LazyPattern(
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:\s*,\s*[\u4e00-\u9fff]{2,4}){0,3})\s*,?\s*译\s*[.,]\s*"
)
_NAME: Final = LazyPattern(r"[\u4e00-\u9fff]{2,4}")
_BODY: Final = LazyPattern(
    r"[\u4e00-\u9fff（）()]{2,24}(?:局|委|委员会|院|所|中心|公司|集团|大学|学院|协会|学会|商会|智库|基金会|研究部|办公室|政府|银行|部|厅|处|证券|咨询)"
)
_THESIS: Final = LazyPattern(
    r"(?P<school>[\u4e00-\u9fff]{2,20}?(?:大学|学院|研究院|党校))?[\s,]*(?:博士|硕士)(?:研究生)?(?:学位|毕业)?论文"
)
_SCHOOL: Final = LazyPattern(r"[\u4e00-\u9fff]{2,20}(?:大学|学院|研究院|党校)(?:[\u4e00-\u9fff]{1,10}学院)?")
_PRESS: Final = LazyPattern(r"[\u4e00-\u9fff]{2,20}(?:出版社|书局|书店|印书馆|出版公司|出版集团)")
_PAPER: Final = LazyPattern(r"[\u4e00-\u9fff]{2,10}(?:报|日报|晚报|时报|早报)")
_REPORT: Final = LazyPattern(r"(?:报告|白皮书|蓝皮书|公报|年报|指数)(?:\d{4}|[（(]\d{4}年?[）)])?$")
_WHEN: Final = LazyPattern(rf"{YEAR}(?:\s*[-/.年]\s*\d{{1,2}}(?:\s*[-/.月]\s*\d{{1,2}}\s*日?|\s*月)?|年)?")
_PAGES: Final = LazyPattern(r"(?:第|pp?\.?|页)?\s*(\d+(?:\s*-\s*\d+)?)\s*页?", re.IGNORECASE)
_SHEET: Final = LazyPattern(r"\(?第?\s*([A-Z]?\d{1,3})\s*版?\)?")
_DAY_AND_SHEET: Final = LazyPattern(
    rf"(?P<day>{YEAR}\D\d{{1,2}}\D\d{{1,2}}日?)\s*\(第?(?P<sheet>[A-Z]?\d{{1,3}})版?\)"
)
_SITE: Final = LazyPattern(
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,20})\s*(?:\((?:微信)?(?:公众号|网站|官网)\))?"
)
_EDITION: Final = LazyPattern(r"第?\s*(\d+|[一二三四五六七八九十])\s*版")
_LABELS: Final = {
    "作者": "author", "题目": "title", "题名": "title", "标题": "title", "篇名": "title",
    "论文题目": "title", "书名": "title", "期刊": "container-title", "刊名": "container-title",
    "来源": "container-title", "文献来源": "container-title", "期刊名称": "container-title",
    "报纸": "container-title", "年份": "year", "年": "year", "出版年": "year", "发表年份": "year",
    "发表时间": "year", "卷": "volume", "期": "issue", "卷号": "volume", "期号": "issue", "页码": "page",
    "页": "page", "出版社": "publisher", "学校": "school", "学位授予单位": "school", "授予单位": "school",
    "DOI": "DOI",
}  # fmt: skip
_LABEL: Final = LazyPattern(
    rf"(?:^|(?<=[;；,，。\s　]))(?P<label>{'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*[:：]\s*"
)
_FEWEST_LABELS: Final = 3
_JOURNAL_IN_MARKS: Final = LazyPattern(r"(?<=[.,．，。])\s*(?P<mark>《)(?P<name>[^《》]{2,20})》")
_TITLE_IN_MARKS: Final = LazyPattern(
    r"^[\u4e00-\u9fff，,、 ]{2,30}[.．。]\s*(?P<mark>《)(?P<name>[^《》]{4,60})》(?=\s*[.．。,，])"
)
_SHORTEST_TITLE: Final = 4
_RARE_NAME: Final = LazyPattern(r"[\u4e00-\u9fff]{2,3}")
_SURE: Final = frozenset(["article-journal", "thesis", "webpage"])
"""Kinds whose imprint is plain enough for a writer whose name begins as no family's does."""


def read_labels_line(line: Printed) -> dict[str, Any] | None:
    """Return the item of ``作者：…；题名：…；刊名：…``, ``None`` where a line has not author and title by label."""
    marks = list(_LABEL.finditer(line.raw))
    if len(marks) < _FEWEST_LABELS or marks[0].start():
        return None
    told = {
        _LABELS[mark["label"]]: line.cut(mark.end(), end).stripped(" .,;:")
        for mark, end in zip(marks, [*(other.start() for other in marks[1:]), len(line)], strict=True)
    }
    if "title" not in told or "author" not in told:
        return None
    fields: Fields = {"type": "document", "title": told["title"].text().strip("《》")}
    fields |= people_of(told["author"])
    for name in ("container-title", "volume", "issue", "publisher", "DOI"):
        fields |= {name: told[name].text().strip("《》")} if name in told else {}
    fields |= {"page": pages_of(told["page"].plain)} if "page" in told else {}
    fields |= {"issued": date_in(told["year"].plain)} if "year" in told else {}
    if "school" in told:
        fields |= {"publisher": told["school"].text(), "type": "thesis"}
    elif "container-title" in fields:
        is_paper = _PAPER.fullmatch(fields["container-title"])
        fields["type"] = "article-newspaper" if is_paper else "article-journal"
    elif "publisher" in fields:
        fields["type"] = "book"
    return fields | language_of(fields["title"])


def read_parts(line: Printed) -> dict[str, Any] | None:
    """Return the item of a Chinese line of names, title and an imprint, ``None`` where a part of it is strange."""
    line = _without_marks_of_journal(line)
    if not HAN.search(line.raw[:3]) or "《" in line.raw:
        return None
    fields: Fields = {}
    stretch = take_dates(take_address(line, fields), fields)
    parts = _cut(stretch)
    count = next((place for place, part in enumerate(parts) if not _is_name(part)), len(parts))
    strange = not count and bool(parts) and not _BODY.fullmatch(parts[0].plain)
    if strange and not _RARE_NAME.fullmatch(parts[0].plain):
        return None
    count = count or 1
    if count + 1 >= len(parts):
        return None
    title = parts[count]
    if len(title) < _SHORTEST_TITLE or not HAN.search(title.raw) or _PRESS.fullmatch(title.plain):
        return None
    for part in parts[:count]:
        for role, names in people_of(part).items():
            fields.setdefault(role, []).extend(names)
    fields["title"] = title.text()
    behind = stretch.cut(len(stretch) - len(stretch.plain[stretch.plain.find(title.plain) + len(title) :]))
    helped = _HELPED.match(behind.stripped(" .,;:").plain)
    if helped:
        behind = behind.stripped(" .,;:")
        fields |= people_of(behind.cut(0, helped.end("names")), "translator")
        behind = behind.cut(helped.end())
        parts = [*parts[: count + 1], *_cut(behind)]
    kind = _kind(behind.stripped(" .,;:"), parts[count + 1 :], fields)
    if not kind or (strange and kind not in _SURE):
        return None
    return fields | {"type": kind} | language_of(fields["title"])


def _without_marks_of_journal(line: Printed) -> Printed:
    """Return a line whose journal alone stands in 《》 without these marks: 题名. 《刊名》2020年第4期."""
    marked = _JOURNAL_IN_MARKS.search(line.raw)
    titled = _TITLE_IN_MARKS.match(line.raw)
    if titled and line.raw.count("《") == 1:
        return line.without(titled.end("name"), titled.end()).without(
            titled.start("mark"), titled.start("name")
        )
    if marked is None or line.raw.count("《") > 1:
        return line
    return line.without(marked.end("name"), marked.end()).without(marked.start("mark"), marked.start("name"))


def _is_name(part: Printed) -> bool:
    plain = (
        _COUNTRY.sub("", part.plain)
        .removesuffix("等")
        .removesuffix("主编")
        .removesuffix("编著")
        .removesuffix("著")
        .strip()
    )
    return bool(_FOREIGN.fullmatch(plain)) or (
        bool(_NAME.fullmatch(plain)) and (plain[0] in SURNAMES or plain[:2] in COMPOUND_SURNAMES)
    )


def _cut(stretch: Printed) -> list[Printed]:
    parts, start = [], 0
    for mark in _BREAK.finditer(stretch.plain):
        parts.append(stretch.cut(start, mark.start()))
        start = mark.end()
    parts.append(stretch.cut(start))
    return [part for one in parts if (part := one.stripped(" .,;:"))]


def _kind(behind: Printed, parts: list[Printed], fields: Fields) -> str:
    """Put the imprint behind a title into ``fields`` and return its kind, nothing where it is not understood."""
    if take_journal(behind, fields):
        paper = _PAPER.fullmatch(fields["container-title"])
        return "" if paper else "article-journal"
    rest: list[Printed] = []
    kinds: set[str] = set()
    for part in parts:
        taken = _take(part.plain, fields)
        kinds |= taken
        rest += [] if taken else [part]
    site = _SITE.fullmatch(rest[0].plain) if len(rest) == 1 and "URL" in fields else None
    if site and "issued" in fields and not kinds - {"when"}:
        fields["container-title"] = site["name"]
        return "webpage"
    if "thesis" in kinds and not rest and "publisher" in fields and "issued" in fields:
        return "thesis"
    if "press" in kinds and "issued" in fields and _are_places(rest, fields):
        return "book"
    if (
        "paper" in kinds
        and not rest
        and len(fields.get("issued", {}).get("date-parts", [[]])[0]) == len("ymd")
    ):
        return "article-newspaper"
    if (
        _REPORT.search(fields["title"])
        and _are_places(rest, fields)
        and "issued" in fields
        and not kinds & {"paper", "press"}
    ):
        return "report"
    return ""


def _are_places(rest: Iterable[Printed], fields: Fields) -> bool:
    """Tell whether what is left of a book's imprint is its place."""
    left = list(rest)
    if len(left) == 1 and re.fullmatch(r"[\u4e00-\u9fff]{2,4}", left[0].plain):
        fields["publisher-place"] = left[0].text()
        return True
    return not left


def _take(part: str, fields: Fields) -> set[str]:
    """Put one part of an imprint where it belongs and return what it was, nothing where it is strange."""
    thesis = _THESIS.fullmatch(part)
    press = re.match(rf"(?P<press>{_PRESS.pattern})(?P<when>{_WHEN.pattern})?(?:版)?$", part)
    if thesis:
        fields |= {"publisher": thesis["school"]} if thesis["school"] else {}
        return {"thesis"}
    if press:
        fields["publisher"] = press["press"]
        if press["when"]:
            fields["issued"] = date_in(press["when"])
        return {"press"}
    dated = _DAY_AND_SHEET.fullmatch(part)
    if dated and "container-title" in fields:
        fields |= {"issued": date_in(dated["day"]), "page": dated["sheet"]}
        return {"when"}
    if _WHEN.fullmatch(part):
        fields["issued"] = date_in(part) or {"date-parts": [[int(part[:4])]]}
        return {"when"}
    if _PAPER.fullmatch(part):
        fields["container-title"] = part
        return {"paper"}
    if _SCHOOL.fullmatch(part) or _BODY.fullmatch(part):
        fields.setdefault("publisher", part)
        return {"body"}
    edition, sheet, pages = _EDITION.fullmatch(part), _SHEET.fullmatch(part), _PAGES.fullmatch(part)
    if edition and "container-title" not in fields:
        fields["edition"] = edition[1]
    elif sheet and "container-title" in fields:
        fields["page"] = sheet[1]
    elif pages:
        fields["page"] = pages_of(pages[1])
    else:
        return set()
    return {"number"}
