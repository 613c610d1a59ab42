"""Laws and regulations, reports of institutes, communiqués, speeches."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.dates import is_date_line, iso_date
from corpus.records.labels import labelled, pairs
from corpus.records.names import is_body, is_person, people_in
from corpus.records.page import FrontPage, Gathered

_LAW: Final = re.compile(
    r"(?:法|条例|规定|办法|细则|规则|指引|准则|规范|决定|通则|章程|意见|通知|公告|方案|规划)(?:[（(][^（）()]{1,8}[）)])?$"
)
_PASSED: Final = re.compile(r"(?:通过|公布|发布|批准|令第|印发|施行|修订)")
_NUMBER_LINE: Final = re.compile(r"^[\u3400-\u9fff]{2,12}[〔\[（(]\d{4}[〕\]）)]\s*第?\s*\d+\s*号$")
_ARTICLE_ONE: Final = re.compile(r"^第[一1]条|^第一章")
_OFFICE_AND_NAME: Final = re.compile(
    r"^(?P<office>[\u3400-\u9fff]{1,24}(?:长|主任|主席|书记|董事长|总经理|总裁))[\s　]+(?P<name>[\u3400-\u9fff]{2,4})$"
)
_SPOKEN: Final = re.compile(r"^[—–-]{1,3}\s*(.+(?:会议|大会|论坛|仪式|年会|座谈会).*上.*)$")
_OCCASION: Final = re.compile(
    r"^[（(](.*(?:会议|大会|论坛).*上.*|\d{4}年\d{1,2}月\d{1,2}日)[）)]$|^(\d{4}年\d{1,2}月\d{1,2}日在.+(?:会议|大会|论坛).*上)$"
)
_SPEECH: Final = re.compile(r"(?:报告|讲话|致辞|演讲|发言|说明)(?:[（(].{1,10}[）)])?$")
_ROMAN: Final = re.compile(r"^[（(]\s*\d{4}(?:[年—–-]\d{0,4}年?)?\s*[）)]$|^\d{4}年?$")
_REPORT: Final = re.compile(
    r"(?:报告|白皮书|蓝皮书|皮书|公报|年鉴|研报|深度|综述|指数)(?:[（(].{1,12}[）)])?(?:\s*\d{4}(?:年|—\d{4}年?)?)?$|深度[:：]"
)
_NOISE: Final = re.compile(r"^(?:分享|打印|字号|内部资料|注意保存|机密|公开|目录|首页)[:：]?")


def read_law(page: FrontPage) -> Gathered | None:
    """Read a law, a regulation or an official document with its number."""
    at = next(
        (place for place, line in enumerate(page.head[:4]) if 4 <= len(line) <= 50 and _LAW.search(line)),
        None,
    )
    if at is None:
        return None
    below = page.head[at + 1 : at + 10]
    values = {field: value for field, _, value in reversed(list(pairs(below)))}
    passed = next(
        (
            line
            for line in below[:4]
            if line[:1] in "（(" and iso_date(line) and _PASSED.search(" ".join(below[:4]))
        ),
        "",
    )
    number = values.get("number") or next((line for line in below[:3] if _NUMBER_LINE.match(line)), "")
    if not passed and not number and not any(_ARTICLE_ONE.match(line) for line in below):
        return None
    found = Gathered("legislation")
    found.put("title", page.head[at])
    found.put(
        "issued", iso_date(values.get("issued", "")), iso_date(passed) if not values.get("issued") else ""
    )
    found.put("issued", iso_date(values.get("written", "")))
    found.put("number", number)
    found.put("author", values.get("made_by", ""))
    for above, line in zip(page.tail, page.tail[1:], strict=False):
        if is_body(above) and is_date_line(line):
            found.put("author", above)
            found.put("issued", iso_date(line))
    return found


def read_project_report(page: FrontPage) -> Gathered | None:
    """Read the cover of a funded project's report."""
    cover = page.head[:20]
    title = labelled(cover, "课题名称", "项目名称", "报告名称")
    if not title:
        return None
    found = Gathered("report")
    found.put("title", title)
    leader = people_in(labelled(cover, "课题负责人", "项目负责人", "主持人", "负责人"))
    members = people_in(
        re.sub(r"[ 　]+", "、", _rest_of(cover, "课题组成员", "项目组成员", "主要成员", "成员"))
    )
    found.put("author", *dict.fromkeys((*leader, *members)))
    found.put("publisher", labelled(cover, "承担单位", "完成单位", "依托单位", "所在单位"))
    found.put("issued", iso_date(labelled(cover, "完成日期", "完成时间", "结题时间", "日期")))
    return found


def _rest_of(lines: tuple[str, ...], *labels: str) -> str:
    for line in lines:
        name, mark, value = line.partition("：")
        if mark and name.replace(" ", "").replace("　", "") in labels:
            return value.strip()
    return ""


def read_securities_report(page: FrontPage) -> Gathered | None:
    """Read the first page of a broker's report."""
    cover = page.head[:20]
    if not any(re.search(r"证券研究报告|行业深度|公司深度|研究报告\s*[|｜]", line) for line in cover[:5]):
        return None
    analysts = [
        people_in(re.split(r"[\s　]{2,}|执业|SAC|S0", match[1])[0])
        for line in cover
        if (match := re.match(r"(?:证券)?分析师\s*[:：]\s*(.+)", line))
    ]
    if not analysts:
        return None
    found = Gathered("report")
    titles = (
        line
        for line in cover
        if len(line) >= 8
        and not iso_date(line)
        and "证券研究报告" not in line
        and not re.match(r"(?:证券)?(?:分析师|联系人|执业)", line)
    )
    found.put("title", next(titles, ""))
    found.put("author", *(name for names in analysts for name in names))
    found.put("issued", next((iso_date(line) for line in cover if iso_date(line, whole=True)), ""))
    found.put(
        "publisher",
        next(
            (
                line
                for line in cover
                if re.fullmatch(r"[\u3400-\u9fff]{2,12}(?:证券|研究所|研究院|研究中心)", line)
            ),
            "",
        ),
    )
    return found


def read_speech(page: FrontPage) -> Gathered | None:
    """Read a work report or a speech: title, occasion, office and name."""
    lines = [line for line in page.head[:30] if not _NOISE.match(line)]
    for place, line in enumerate(lines[1:], 1):
        spoken = _SPOKEN.match(line) or _OCCASION.match(line)
        if not spoken and not _dated_speech(lines[place - 1 : place + 2]):
            continue
        title = next(
            (above for above in reversed(lines[:place]) if _SPEECH.search(above) and len(above) < 50), ""
        )
        if not title:
            return None
        found = Gathered("report" if "报告" in title else "speech")
        found.put(
            "title",
            f"{title}——{spoken[1]}" if spoken and line[0] in "—–-" and lines[place - 1] == title else title,
        )
        found.put("issued", iso_date(line))
        _speaker(lines[place + 1 : place + 4], found)
        return found
    return None


def _dated_speech(lines: list[str]) -> bool:
    """Tell whether three lines are a speech's title, its day, and the office and name of who gave it."""
    return (
        len(lines) == len(("title", "day", "speaker"))
        and bool(_SPEECH.search(lines[0]))
        and is_date_line(lines[1])
        and bool(_OFFICE_AND_NAME.match(lines[2]))
    )


def _speaker(lines: list[str], found: Gathered) -> None:
    for line in lines:
        office, bare = _OFFICE_AND_NAME.match(line), re.sub(r"[\s　]", "", line)
        if office:
            found.put("author", office["name"])
        elif is_date_line(line):
            found.put("issued", iso_date(line))
        elif is_person(bare):
            found.put("author", bare)


def read_title_page(page: FrontPage) -> Gathered | None:
    """Read a title page of few short lines: a report's name, its institute, its day."""
    lines = [line for line in page.before_prose()[:10] if not _NOISE.match(line)]
    at = next(
        (
            place
            for place, line in enumerate(lines[:4])
            if _REPORT.search(re.sub(r"\[\d+\]$", "", line)) and len(line) >= 5
        ),
        None,
    )
    if at is None:
        return None
    title, below = re.sub(r"\[\d+\]$", "", lines[at]), lines[at + 1 :]
    if below and _ROMAN.match(below[0]):
        title, below = title + below[0], below[1:]
    body = next(
        (line for line in below[:4] if all(is_body(part) for part in re.split(r"[\s　]{2,}", line))), ""
    )
    day = next((iso_date(line) for line in below[:5] if is_date_line(line)), "")
    if not body or not day:
        return None
    found = Gathered("report")
    found.put("title", title)
    found.put(
        "author" if "公报" in title else "publisher",
        *(re.split(r"[\s　]{2,}|、", body) if "公报" in title else [body]),
    )
    found.put("issued", day)
    return found
