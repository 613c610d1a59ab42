"""Theses, the first pages of journal articles, books and standards."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.dates import iso_date
from corpus.records.labels import labelled
from corpus.records.names import people_in, without_marks
from corpus.records.page import FrontPage, Gathered, unspaced
from corpus.references.line import read_line

_HAN_LINE: Final = re.compile(r"[\u3400-\u9fff]")
_GENRE: Final = re.compile(
    r"((?:硕士|博士|学士)(?:研究生)?(?:专业)?学位论文|(?:本科|专科|大学)?毕业(?:论文|设计)|(?:硕士|博士)论文)"
)
_SCHOOL: Final = re.compile(
    r"^(?!所在|专业|学科|培养)([\u3400-\u9fff]{2,16}(?:大学|学院|研究院|党校))(?![\s　]*[:：])"
)
_DOI: Final = re.compile(r"(?:doi\s*[:：]?\s*|doi\.org/)(10\.\d{4,9}/[^\s，；,;]+)", re.IGNORECASE)
_ISSUE: Final = re.compile(
    r"第\s*(\d+)\s*卷|第\s*(\d+|[一二三四五六七八九十]+)\s*期|Vol\.?\s*(\d+)|No\.?\s*(\d+)"
)
_NUMBERED: Final = re.compile(
    r"(\d{4})\s*年\s*[,，]?\s*(?:第\s*(?P<volume>\d+)\s*卷\s*[,，]?\s*)?第?\s*(\d+)\s*期"
)
_ENGLISH_VOLUME: Final = re.compile(
    r"^([A-Z][A-Za-z&: -]+?),?\s+Vol\.?\s*(\d+),?\s*(?:No\.?|Issue)\s*(\d+)\s*,?\s*"
    r"(?:\(?(?:[A-Z][a-z]+\.?\s+)?(\d{4})\)?)?(?:,?\s*pp?\.\s*(\d+(?:[–-]\d+)?))?"
)
_ENGLISH: Final = re.compile(r"^([A-Z][A-Za-z&,:\- ]+?)\s+(\d+)\s*\((\d{4})\)\s*(\d+(?:[–-]\d+)?)")
_ARTICLE_NO: Final = re.compile(
    r"\d{4}-\d{3}[\dXx]\s*[(（](\d{4})[)）]\s*0*(\d+|[A-Z]\d?)\s*-\s*0*(\d+)\s*-\s*0*(\d+)"
)
_JOURNAL_SIGNS: Final = re.compile(
    r"中图分类号|文章编号|文献标识码|［?\[?摘\s*要|［?\[?关键词|^Abstract|Corresponding author"
    r"|引用格式|引用本文|收稿日期"
    r"|Received \d",
    re.MULTILINE,
)
_CITE_AS: Final = re.compile(r"^(?:引用格式|引用本文|引文格式)(?:格式)?\s*[:：]\s*(.+)$")
_CIP: Final = re.compile(
    r"^(?P<title>.+?)\s*[／/]\s*(?P<by>.+?)[．.]\s*[—-]+\s*(?P<place>[\u3400-\u9fff]{2,6})\s*[:：]\s*(?P<publisher>[^，,]+)[，,]\s*"
    r"(?P<date>\d{4}(?:\.\d{1,2})?)"
)
_IMPRINT: Final = re.compile(
    r"^(?P<place>[\u3400-\u9fff]{2,6})\s*[:：]\s*(?P<publisher>[\u3400-\u9fff]+(?:出版社|书局|书店|印书馆|出版公司))\s*[，,]\s*"
    r"(?P<date>\d{4}(?:\.\d{1,2})?)"
)
_EDITION: Final = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*第\s*([\d一二三四五六七八九十]+)\s*版")
_BY: Final = re.compile(
    r"^(?:[\[（(【][\u3400-\u9fff]{1,3}[\]）)】]\s*)?(.+?)\s*(主编|编著|编|译|著|等著|整理)$"
)
_ROLE: Final = {"主编": "editor", "编": "editor", "译": "translator"}
_STANDARD: Final = re.compile(r"^((?:GB|DB|T|[A-Z]{2,4})(?:[/∕][A-Z0-9]+)*\s?[\d.]+(?:\.\d+)*[—–-]\d{4})$")
_WORDS: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")


def read_standard(page: FrontPage) -> Gathered | None:
    """Read the cover of a standard."""
    at = next((place for place, line in enumerate(page.head[:15]) if _STANDARD.match(unspaced(line))), None)
    if at is None or not any(
        "标准" in unspaced(line).replace(" ", "") or "ICS" in line for line in page.head[:15]
    ):
        return None
    found = Gathered("standard")
    found.put("number", unspaced(page.head[at]))
    found.put("title", next((line for line in page.head[at + 1 :] if _HAN_LINE.search(line)), ""))
    for line in page.head[:20]:
        issued = re.search(r"([\d\-年月日. ]+?)\s*发布", line)
        if issued and iso_date(issued[1]):
            found.put("issued", iso_date(issued[1]))
        elif line.endswith("发布") and not iso_date(line):
            found.put("publisher", re.sub(r"[\s　]*发布$", "", line))
    return found


def read_thesis(page: FrontPage) -> Gathered | None:
    """Read the cover of a thesis."""
    cover = page.head[:25]
    genre = next(
        ((place, mark) for place, line in enumerate(cover) if (mark := _GENRE.search(unspaced(line)))), None
    )
    if genre is None or not any(
        labelled(cover, *labels) for labels in (_AUTHORS, ("指导教师", "指导老师", "导师"))
    ):
        return None
    found = Gathered("thesis")
    found.put("genre", genre[1][1])
    found.put(
        "publisher", next((school[1] for line in cover if (school := _SCHOOL.match(unspaced(line)))), "")
    )
    title = labelled(cover, "论文题目", "中文论文题目", "题目", "论文名称", "题名", "中文题目", "课题名称")
    rest = (
        line
        for line in cover[genre[0] + 1 :]
        if not re.search(r"[:：]|日期|学号", line) and len(line) >= 6 and not iso_date(line)
    )
    found.put("title", title or next(rest, ""))
    found.put("author", *people_in(labelled(cover, *_AUTHORS)))
    for labels in (
        ("论文提交日期", "提交日期", "完成时间", "完成日期", "论文完成时间"),
        ("日期", "时间"),
        ("论文答辩日期", "答辩日期"),
    ):
        found.put("issued", iso_date(labelled(cover, *labels)))
        found.put("issued", next((iso_date(line) for line in cover if line.startswith(labels)), ""))
    found.put(
        "issued",
        next(
            (iso_date(line) for line in cover if iso_date(line) and "：" not in line and len(line) < 14), ""
        ),
    )
    return found


_AUTHORS: Final = (
    "研究生姓名",
    "学生姓名",
    "作者姓名",
    "姓名",
    "研究生",
    "作者",
    "申请人",
    "申请人姓名",
    "学位申请人",
    "论文作者",
)


def read_journal(page: FrontPage) -> Gathered | None:
    """Read the first page of a journal article."""
    head = page.head[:20]
    if len(_JOURNAL_SIGNS.findall(page.text)) + bool(_DOI.search(page.text)) < 1:
        return None
    found = Gathered("article-journal")
    headers = _volume_and_issue(head, found)
    cited = next((match[1] for line in head if (match := _CITE_AS.match(line))), "")
    item = read_line(cited) if cited else None
    if item is not None:
        for name in ("container-title", "volume", "issue", "page"):
            found.put(name, str(item.get(name, "")))
        found.put(
            "issued", "-".join(f"{part:02d}" for part in item.get("issued", {}).get("date-parts", [[]])[0])
        )
    _title_and_authors(head, headers, str(item["title"]) if item else "", found)
    if "author" not in found.fields or "title" not in found.fields or "container-title" not in found.fields:
        return None
    doi = _DOI.search(page.text)
    found.put("DOI", doi[1].rstrip(".") if doi else "")
    number = _ARTICLE_NO.search(page.text)
    if number:
        first, count = int(number[3]), int(number[4])
        found.put("page", f"{first}-{first + count - 1}" if count > 1 else str(first))
        found.put("issued", number[1])
    return found


def _volume_and_issue(head: tuple[str, ...], found: Gathered) -> set[int]:
    """Read the running head; return its lines."""
    lines: set[int] = set()
    for place, line in enumerate(head[:10]):
        english = _ENGLISH.match(line)
        if english:
            found.put("container-title", english[1].strip())
            found.put("volume", english[2])
            found.put("issued", english[3])
            found.put("page", english[4])
            lines.add(place)
            continue
        western = _ENGLISH_VOLUME.match(line)
        if western:
            for name, value in zip(
                ("container-title", "volume", "issue", "issued", "page"), western.groups(), strict=True
            ):
                found.put(name, value or "")
            lines.add(place)
            continue
        if _CITE_AS.match(line):
            lines.add(place)
            continue
        numbered, marks = _NUMBERED.search(line), list(_ISSUE.finditer(re.sub(r"总第\s*\d+\s*期", "", line)))
        if not numbered and not marks:
            if _DOI.search(line):
                lines.add(place)
            continue
        for mark in marks:
            found.put("volume", mark[1] or mark[3] or "")
            found.put("issue", mark[2] or mark[4] or "")
        if numbered:
            found.put("volume", numbered["volume"] or "")
            found.put("issue", numbered[3])
        found.put("container-title", _running_title(head, place))
        month = next((iso_date(one) for one in head[place : place + 2] if iso_date(one)), "")
        found.put("issued", numbered[1] if numbered else month)
        lines.add(place)
    return lines


def _running_title(head: tuple[str, ...], place: int) -> str:
    """Return the journal's name beside the volume, or on the line above it."""
    named = re.search(r"《([^》]{2,20})》", head[place])
    if named:
        return named[1]
    for part in re.split(
        r"[\s　]{1,}|[·•|]", _NUMBERED.sub("", re.sub(r"[（(]\s*总.*?[）)]", "", head[place]))
    ):
        bare = _NUMBERED.sub("", part).strip()
        if (
            re.fullmatch(r"[\u3400-\u9fff]{2,20}(?:（[\u3400-\u9fff]+）)?", bare)
            and not _ISSUE.search(bare)
            and "年" not in bare
        ):
            return bare
    above = head[place - 1] if place else ""
    return above if re.fullmatch(r"[\u3400-\u9fff（）()]{2,20}", above) else ""


def _title_and_authors(head: tuple[str, ...], headers: set[int], known: str, found: Gathered) -> None:
    """The title is the line above the names; small numbers and stars are taken off both."""
    for place in range(min(len(head) - 1, 14)):
        line, below = head[place], re.sub(r"^[◎□■●○\s]+", "", head[place + 1])
        if place in headers or len(line) < 5 or iso_date(line) or re.match(r"DOI|doi|http|专题|栏目", line):
            continue
        names = people_in(re.sub(r"[ 　]{2,}", "、", below)) if _HAN_LINE.search(below) else _western(below)
        if names and (not known or without_marks(line) == known or known in line):
            above = head[place - 1] if place and place - 1 not in headers else ""
            whole = f"{above}{line}" if line[:1] in "—–" and above and not iso_date(above) else line
            found.put("title", re.sub(r"[*＊①②†]+$", "", whole).strip())
            found.put("author", *names)
            return


def _western(line: str) -> list[str]:
    parts = [
        re.sub(r"[^A-Za-z'\u00c0-\u024f. -]", "", without_marks(part)).strip()
        for part in re.split(r",|;| and |&", line)
    ]
    return people_in(", ".join(part for part in parts if part))


def read_book(page: FrontPage) -> Gathered | None:
    """Read a title page or the imprint behind it."""
    found = Gathered("book")
    for place, line in enumerate(page.head[:25]):
        cip, imprint = _CIP.match(line), _IMPRINT.match(line)
        if cip:
            found.put("title", cip["title"].strip())
            _contributors(cip["by"], found)
        for match in (cip, imprint):
            if match:
                found.put("publisher-place", match["place"])
                found.put("publisher", match["publisher"].strip())
                found.put("issued", iso_date(match["date"].replace(".", "-")) or match["date"])
        edition = _EDITION.search(line)
        if edition:
            found.put("edition", edition[3])
            found.put("issued", f"{edition[1]}-{int(edition[2]):02d}")
        if place < 4 and len(line) < 40 and _BY.match(re.split(r"[\s　]{2,}", line)[0]):
            before = dict(found.fields)
            _contributors("，".join(re.split(r"[\s　]{2,}", line)), found)
            if before != found.fields:
                found.put(
                    "title", page.head[place + 1] if place == 0 and len(page.head) > 1 else page.head[0]
                )
    if "publisher" not in found.fields:
        return _english_book(page)
    return found if "title" in found.fields else None


def _contributors(text: str, found: Gathered) -> None:
    for part in re.split(r"[；;，,]", text):
        by = _BY.match(part.strip())
        if by:
            names = people_in(re.sub(r"等$", "", by[1]))
            found.put(_ROLE.get(by[2], "author"), *names)


def _english_book(page: FrontPage) -> Gathered | None:
    """Read an English title page: edition, editors, press, place."""
    text = page.text
    press = next(
        (line for line in page.head[:20] if re.search(r"\b(?:Press|Publishers?|Publishing|Books)$", line)), ""
    )
    if not press or _HAN_LINE.search(page.head[0]):
        return None
    found = Gathered("book")
    found.put("title", page.head[0])
    found.put("publisher", press)
    edition = re.search(rf"\b({'|'.join(_WORDS)}|\d+(?:st|nd|rd|th))\s+[Ee]dition\b", text)
    if edition:
        number = str(_WORDS.index(edition[1]) + 1) if edition[1] in _WORDS else re.sub(r"\D", "", edition[1])
        found.put("edition", number)
        year = re.search(rf"{re.escape(edition[1])}\s+edition\s+(\d{{4}})", text, re.IGNORECASE)
        found.put("issued", year[1] if year else "")
    first = re.search(r"(?:First published|Published|Copyright ©|©)\s*(?:in\s*)?(\d{4})", text)
    found.put("issued", first[1] if first else "")
    for mark, role in (
        ("Edited by", "editor"),
        ("Translated by", "translator"),
        ("By", "author"),
        ("by", "author"),
    ):
        by = re.search(rf"^{mark} (.+)$", text, re.MULTILINE)
        found.put(role, *(people_in(by[1]) if by else ()))
    below = page.head[page.head.index(press) + 1 : page.head.index(press) + 2]
    if below and re.fullmatch(r"[A-Z][\w ·,&]+", below[0]):
        found.put("publisher-place", re.split(r"\s*[·,&]\s*", below[0])[0])
    return found
