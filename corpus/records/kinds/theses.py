"""The cover of a thesis: its kind, its school, and lines of labels."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import labelled
from corpus.records.lines.names import is_body, is_family_name, is_person, people_in
from corpus.records.lines.page import FrontPage, Gathered, unspaced
from index.lazy_pattern import LazyPattern

_GENRE: Final = LazyPattern(
    r"((?:硕士|博士|学士)(?:研究生)?(?:专业)?学位论文|(?:研究生|本科生)(?:学术|专业)?学位论文|^(?:学术型?"
    r"|专业)?学位论文$|(?:硕士|博士)(?:研究生)?毕业论文"
    r"|(?:本科|专科|大学|大学生)?(?:生)?毕业(?:论文|设计)|(?:硕士|博士)论文)"
)
_BARE_GENRE: Final = LazyPattern(
    r"^[\u3400-\u9fff]{2,14}(?:大学|学院|研究院)(?:研究生|本科生)?(?P<kind>学位论文)$"
)
_ENGLISH_GENRE: Final = LazyPattern(
    r"(?:(?:Graduate|Master(?:['’]?s)?|Doctoral|Bachelor(?:['’]?s)?|Ph\.?D\.?)[ ]*(?:Degree[ ])?)?(?:Thesis"
    r"|Dissertation)",
    re.IGNORECASE,
)
_DEGREE: Final = LazyPattern(r"(硕士|博士|学士)")
_SCHOOL: Final = LazyPattern(
    r"^(?!所在|专业|学科|培养)([\u3400-\u9fff]{2,16}(?:大学|学院|研究院|党校|研究生院|科学院))(?![\s　]*[:：])"
)
_AUTHORS: Final = (
    "研究生姓名", "学生姓名", "作者姓名", "姓名", "研究生", "作者", "申请人", "申请人姓名", "学位申请人",
    "学位申请人姓名", "论文作者",
    "学位论文作者", "论文作者姓名", "博士生", "硕士生", "本科生", "硕士研究生", "博士研究生", "学生",
)  # fmt: skip
_TITLES: Final = (
    "论文题目",
    "中文论文题目",
    "题目",
    "论文名称",
    "题名",
    "中文题目",
    "课题名称",
    "论文标题",
    "中文题名",
)
_GUIDES: Final = (
    "指导教师",
    "指导老师",
    "导师",
    "导师姓名",
    "校内导师",
    "指导教师姓名",
    "指导老师姓名",
    "指导教授",
)
_SCHOOLS: Final = ("培养单位", "学位授予单位", "授予单位", "学校", "院校", "学校名称")
_DAYS: Final = (
    (
        "论文提交日期",
        "提交日期",
        "完成时间",
        "完成日期",
        "论文完成时间",
        "提交时间",
        "论文完成日期",
        "定稿日期",
        "完稿日期",
        "完稿时间",
        "论文完稿日期",
        "论文提交时间",
        "论文完稿时间",
        "完成年月",
        "提交年月",
        "学位论文完成时间",
        "学位论文完成日期",
        "申请日期",
        "申请时间",
    ),
    ("日期", "时间"),
    ("论文答辩日期", "答辩日期", "答辩时间", "论文答辩时间", "答辩年月", "论文答辩年月"),
    ("学位授予日期", "授予学位日期", "学位授予时间"),
)
_STRETCHES: Final = (
    "起止时间",
    "起止日期",
    "设计起止时间",
    "论文起止时间",
    "论文工作时间",
    "起讫日期",
    "起讫时间",
)
_NO_TITLE: Final = LazyPattern(
    r"^[\u3400-\u9fff 　（）()]{1,9}[:：]|^[^:：]{0,8}(?:论文|答辩|学位|导师|专业|单位|姓名|时间|方向|院系|编号"
    r"|代码)[^:：]{0,6}[:：]"
    r"|日期|学号|密级|^[（(].*[）)]$|^[^\u3400-\u9fff]+$|申请|指导|^(?:独创|原创|声明)"
)
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_IN_CHINESE: Final = LazyPattern(
    r"(?<=[题名目称])[（(]中文?[）)]|^(?:毕业)?(?:设计|论文)[（(](?:论文|设计)[）)](?=题目|名称)"
)
_SHORTEST_REST, _SHORTEST_LABELLED = 4, 1
"""Characters the rest of a title is longer than, and of one that a label names."""
_LABEL: Final = LazyPattern(
    r"(?:学位|毕业)?(?:论文)?(?:作[ 　]*者"
    r"|姓[ 　]*名|学[ 　]*科|专[ 　]*业|学[ 　]*院|院[ 　]*系|系[ 　]*别|研究(?:生|方向)|导[ 　]*师|指导"
    r"|培养|所在|申请|答辩|提交|完成|学位|学[ 　]*号|学生|班[ 　]*级)"
    r"[\u3400-\u9fff、]{0,6}(?:[ 　]*[:：]|[\s　]{1,}\S|$)"
)
_SHORT_NAME: Final = LazyPattern(r"(?<=[硕博]士)[（(][A-Z.]{2,6}[）)]")
"""The letters of a degree within its name: 工商管理硕士（MBA）学位论文."""
_BARE_LINES: Final = 9
_CLASS: Final = LazyPattern(r"\D{0,12}((?:19|20)\d{2})[ 　]?届")
"""The year a class leaves its school, where a cover tells no other."""
_GOES_ON: Final = LazyPattern(r"[的与和及、：—]$")


def read_thesis(page: FrontPage) -> Gathered | None:
    """Read the cover of a thesis."""
    cover = page.head[:28]
    genre = next(((place, mark) for place, line in enumerate(cover) if (mark := _kind_in(line))), None)
    if genre is None or not (_told(cover, *_AUTHORS, *_GUIDES) or _is_bare(cover)):
        return None
    found = Gathered("thesis")
    degree = _DEGREE.search(_told(cover, "申请学位类别", "学位类别", "申请学位级别", "学位级别"))
    found.put("genre", (degree[1] if degree and genre[1] == "学位论文" else "") + genre[1])
    schools = (school[1] for line in cover if (school := _SCHOOL.match(unspaced(line))))
    found.put("publisher", next(schools, ""))
    found.put("publisher", labelled(cover, *_SCHOOLS) or _told(cover, "培养单位", "学位授予单位"))
    found.put("title", _whole_title(cover) or _title_below(cover, genre[0] + 1))
    author = re.sub(r"[\s　]+[撰著]$", "", _told(cover, *_AUTHORS))
    found.put("author", *(people_in(author) or [author] * is_family_name(author)))
    title = "".join(found.fields.get("title", []))
    below = cover[cover.index(title) + 1 :] if title in cover else ()
    alone = next((line for line in below[:3] if _HAN.search(line)), "")
    found.put("author", *people_in(alone))
    for labels in _DAYS:
        found.put("issued", iso_date(_told(cover, *labels)))
        found.put("issued", next((iso_date(line) for line in cover if line.startswith(labels)), ""))
    stretch = re.split(r"[—–~至到-]+", _told(cover, *_STRETCHES))
    found.put("issued", iso_date(stretch[-1]))
    days = (iso_date(line) for line in cover if "：" not in line and len(line) < 18)
    found.put("issued", next(filter(None, days), ""))
    found.put("issued", next((year[1] for line in cover[:6] if (year := _CLASS.match(line))), ""))
    return found


def _is_bare(cover: tuple[str, ...]) -> bool:
    """Tell whether a cover without labels has a name, a school and a day on lines of their own."""
    lines = cover[:_BARE_LINES]
    return (
        sum(is_person(line) for line in lines) == 1
        and any(map(_SCHOOL.fullmatch, lines))
        and any(map(is_date_line, lines))
        and not any(re.search(r"[:：，。]", line) for line in lines)
    )


def _kind_in(line: str) -> str:
    """Return the kind of thesis a line of the cover names; blanks may spread its characters."""
    bare = _GENRE.search(_SHORT_NAME.sub("", unspaced(line))) or _GENRE.match(
        re.sub(r"[ 　（）()]", "", line)
    )
    named = _BARE_GENRE.match(unspaced(line))
    if _ENGLISH_GENRE.fullmatch(line):
        return "学位论文"
    return bare[1] if bare else named["kind"] if named else ""


def _is_school(line: str) -> bool:
    return bool(_SCHOOL.match(unspaced(line))) or (is_body(line) and not line.endswith("研究"))


def _told(cover: tuple[str, ...], *labels: str) -> str:
    """Return the value behind one of the labels; where no cover line has a colon, a blank is one."""
    plain = tuple(_IN_CHINESE.sub("", line) for line in cover)
    return labelled(plain, *labels) or labelled(plain, *labels, bare=True)


def _whole_title(cover: tuple[str, ...]) -> str:
    """Return the title behind its label, with the line below it where that is the rest of it."""
    title = _told(cover, *_TITLES)
    at = next((place for place, line in enumerate(cover) if title and line.endswith(title)), None)
    if at is None:
        return title
    below, behind = (*cover[at + 1 : at + 3], "", "")[:2]
    goes_on = _is_second_line(below, behind) or (
        re.match(r"\S{2,12}[:：]", behind) and _is_second_line(below, "作者", shortest=_SHORTEST_LABELLED)
    )
    return title + below if goes_on and not any(map(is_family_name, people_in(below))) else title


def _is_second_line(line: str, behind: str, shortest: int = _SHORTEST_REST) -> bool:
    """Tell whether a line is the rest of a title: Chinese words right above the first label of the cover."""
    if not behind or _NO_TITLE.search(line) or _LABEL.match(line) or iso_date(line) or _is_school(line):
        return False
    return len(line) > shortest and bool(_HAN.match(line)) and bool(_LABEL.match(behind))


def _title_below(cover: tuple[str, ...], start: int) -> str:
    """Return the title that stands below the kind of thesis, both lines of it where it is broken."""
    for place, line in enumerate(cover[start:], start):
        if _NO_TITLE.search(line) or len(line) < 5 or iso_date(line) or _is_school(line):
            continue
        below = cover[place + 1] if place + 1 < len(cover) else ""
        behind = cover[place + 2] if place + 2 < len(cover) else ""
        broken = below and not _NO_TITLE.search(below) and (_GOES_ON.search(line) or below[:1] in "—–")
        return line + below if broken or _is_second_line(below, behind) else line
    return ""
