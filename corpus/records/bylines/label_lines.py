"""What the labels of a byline say, as fields of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from corpus.records.lines.byline_forms import DAY, SITE
from corpus.records.lines.dates import iso_date
from corpus.records.lines.labels import pairs
from corpus.records.lines.names import is_body, is_family_name, pen_name, people_in
from corpus.records.lines.notices import without_blanks
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_NEXT_ROLE: Final = LazyPattern(r"[ 　]+(?=[\u3400-\u9fff]{2,4}[ ]?[/／:：])")
_GROUP: Final = LazyPattern(r"[\u3400-\u9fff]{2,8}(?:小组|课题组|编辑部|团队|工作室|编写组|研究组)")
_NO_SOURCE: Final = LazyPattern(
    r"[，。！？：:,]|^(?:网络|互联网|转载|综合|本站|本[网报刊台]|原创|不详|未知|无)$"
)
_NO_MEDIUM: Final = LazyPattern(
    r"(?:(?:现场|电话|课堂|会议|微信|访谈|采访|田野|调研|语音)*(?:录音|录像|访谈|笔记|记录|笔录|语音|截图|拍摄|手记))"
    r"(?:转写|整理|转文字|文字稿|稿)?|(?:作者|本人|企业|读者|网友|受访者)(?:供稿|提供|供图|投稿|自述|整理)|自己整理|亲历|口述|手抄|摘抄"
)
"""How a text came about, behind the label of a source."""
_OF_ACCOUNT: Final = LazyPattern(r"^(?:微信)?公众号[\s　]*[“\"「【](?P<name>[^”\"」】]{2,16})[”\"」】]$")
_SHEET: Final = LazyPattern(r"(?<!\w)第?\s*([A-Z]?\d{1,3})\s*版(?![本次])")
_SHEET_VALUE: Final = LazyPattern(
    r"第?\s*(?P<page>[A-Z]?\d{1,3})\s*版?(?:[\s　:：·|｜]+[\u3400-\u9fff·]{2,8})?"
)
_QUOTED: Final = LazyPattern(r"^《(?P<name>[^》]{2,20})》(?P<rest>.{0,30})$")
_ISSUE: Final = LazyPattern(r"(?P<year>(?:19|20)\d{2})\s*年?[\s　，,]*第\s*(?P<issue>\d{1,3})\s*期")
_NUMBERED: Final = LazyPattern(
    r"^(?P<name>[\u3400-\u9fff]{2,12})[\s　]+(?:(?P<year>(?:19|20)\d{2})[\s　]*年[\s　]*)?"
    r"(?:总|總)?第[\s　]*(?P<issue>\d{1,4})[\s　]*期$"
)
_DATED: Final = LazyPattern(
    rf"^(?P<name>[^（(\d，,]{{2,20}}?)[\s　]*[（(，,][\s　]*(?P<day>{DAY})[\s　]*[）)]?$"
)
"""A medium with the day behind it: 港口之声（2021-11-05）."""
_ACCOUNT_ID: Final = LazyPattern(r"[（(](?:(?:ID|id|微信号)[:：].*|[A-Za-z][\w-]{4,}[）)]?)$")
_PLACE_BEHIND: Final = LazyPattern(r"(?<=[\u3400-\u9fff])[（(][\u3400-\u9fff]{2,3}(?<!版)[）)]?$")
"""Where a medium sits, in brackets behind its name."""
_ACCOUNT_BEHIND: Final = LazyPattern(r"(?<=[\u3400-\u9fff]{2})(?:微信)?(?:公众号|订阅号|公众平台)$")
"""What an account is, behind its name."""
_RANK: Final = LazyPattern(
    r"[\u3400-\u9fffA-Za-z·、，,\s　]{0,30}(?:研究员|教授|讲师|博士|博士后|硕士|分析师|记者|撰稿人?|主任|所长|院长"
    r"|主编|编辑|作者|律师|工程师|顾问|专家|创始人|合伙人|总监|经理|研究生|实习生|会长|秘书长)"
)
"""What someone is, behind the name and a blank."""
_SAID_OF: Final = LazyPattern(
    r"(?P<who>[\u3400-\u9fff]{2,4})[，,（(][ 　]*(?:系|为|现[为任]|现?就职于|供职于|任职于|单位[:：]|[男女][，,]"
    r"|[\u3400-\u9fff]{2,20}(?:会员|教授|讲师|研究员|院长|主任|主席|理事|学者|作家)[）)]?$)"
)
"""A name, and behind it what someone is: 于乔，系某大学教授."""
_TOLD_OF: Final = LazyPattern(r"[\u3400-\u9fff]{2,}[，。；！？].*\d{4}")
"""A sentence behind a label, which tells of a day in the midst of it."""
_REPORTER: Final = LazyPattern(
    r"(?:^|(?<=[\s　、，]))[^\s　、，]{0,12}?(?:记者|通讯员|实习生|撰稿人?)(?=[\s　:：])"
)
"""What a name behind a blank is: 某报记者 甲."""
_BY_PEOPLE_TOO: Final = frozenset(["供稿", "发布者", "发布人"])
"""Labels of bodies behind which a person may stand."""
_IN_LETTERS: Final = LazyPattern(r"(?<=[\u3400-\u9fff])[\s　]+[Bb]y[\s　]+[A-Z].*$")
"""The same name in letters behind it: 梁某某  By Leung."""
_WITHIN_OFFICE: Final = LazyPattern(r"[\u3400-\u9fff]{1,4}[科股室]")
"""A part of an office, which is nobody without it."""
_OF_OFFICES: Final = frozenset(["发文机关", "发文机构", "发文单位", "制定机关", "制发机关", "发布机关"])
"""Labels of the office that wrote a document itself, and did not only put it on its site."""
_SHOWS: Final = frozenset(["播客", "播客名称", "节目", "节目名称"])
"""Labels that also name the sort of a text before its title: 播客｜某期."""
_PLACE: Final = 3
"""Characters of a place, which 来自 names on the pages of accounts."""
_SITES_OF_ANSWERS: Final = LazyPattern(r"知乎|简书|豆瓣")


def read_labels(
    lines: Sequence[str], found: Gathered, *, ends: bool = False, pen_names: bool = False
) -> None:
    """Put what the labels of ``lines`` say into ``found``.

    ``ends``: lines behind a text, its day may stand in brackets.
    ``pen_names`` takes a short name behind 作者 that has not the form of a person's.
    """
    makers = office = ""
    told_by: list[str] = []
    asking: dict[str, list[str]] = {}
    for line, field, label, value in _told(lines):
        if field == "author":
            found.put("author", *_authors(value, pen_names=pen_names))
        elif field == "translator":
            found.put("translator", *_authors(value, pen_names=pen_names))
        elif field == "source":
            _put_source(line, label, value, found)
        elif field == "told_by":
            told_by += people_in(_NEXT_ROLE.split(value)[0])
        elif field in ("asked", "asked_by"):
            asking.setdefault(field, people_in(value))
        elif field == "made_by" and label in _BY_PEOPLE_TOO and (writer := _sent_in_by(label, value)):
            found.put("author", writer)
        elif field == "made_by" and is_source(value) and (label != "课题组" or is_body(value)):
            makers = makers or _ACCOUNT_ID.sub("", value)
            office = office or (makers if label in _OF_OFFICES else "")
        elif field in ("issued", "written") and iso_date(value) and not _TOLD_OF.match(value):
            if label not in ("时间", "日期") or iso_date(value, whole=True):
                found.put("issued", iso_date(value))
        elif field == "sheet" and (sheet := _SHEET_VALUE.fullmatch(value)):
            found.put("page", sheet["page"])
        elif field == "address" and value.startswith("http"):
            found.put("URL", value)
    if ends and "issued" not in found.fields:
        days = (iso_date(line, whole=True) for line in lines if line[:1] in "（(")
        found.put("issued", next(filter(None, days), ""))
    found.put("author", office)
    found.put("container-title", makers)
    _conversed(told_by, asking, found)


def _put_source(line: str, label: str, value: str, found: Gathered) -> None:
    """Put the medium a label names, with what its line tells of the sheet; a word that is none is left alone."""
    if label in _SHOWS and re.match(rf"{label}[|｜丨]", line):
        return
    source = _source(value, found)
    other_sense = label == "报名" or (label == "来自" and len(source) <= _PLACE)
    if not is_source(source) or (other_sense and not SITE.match(source)):
        return
    found.put("container-title", source)
    if label.endswith(("公众号", "公号")) or _SITES_OF_ANSWERS.fullmatch(value):
        found.type = "webpage"
    sheet = _SHEET.search(line)
    found.put("page", sheet[1].lstrip("0") if sheet else "")


def _conversed(told_by: Sequence[str], asking: Mapping[str, Sequence[str]], found: Gathered) -> None:
    """Put who told a story before who wrote it down, and who asked for the author of an interview."""
    if told_by:
        others = [name for name in found.fields.get("author", []) if name not in told_by]
        found.fields["author"] = [*told_by, *others]
    if asking.get("asked_by") and "asked" in asking:
        found.fields["author"] = list(asking["asked_by"])
        found.type = "interview"
    elif asking.get("asked_by"):
        found.put("author", *asking["asked_by"])


def _told(lines: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield every label and its value, with the line the value stands on as far as that is the label's own."""
    for field, label, value in pairs(map(without_blanks, lines)):
        yield next((line for line in lines if value and value in line), ""), field, label, value


def _source(value: str, found: Gathered) -> str:
    """Return the medium a label names, without the word 公众号, an id, or the issue told behind it, which is kept."""
    quoted, account = _QUOTED.match(value), _OF_ACCOUNT.match(value)
    if quoted:
        issue = _ISSUE.search(quoted["rest"])
        found.put("issue", str(int(issue["issue"])) if issue else "")
        found.put("issued", iso_date(quoted["rest"]) or (issue["year"] if issue else ""))
        return quoted["name"]
    numbered = _NUMBERED.match(value)
    if numbered:
        found.put("issue", str(int(numbered["issue"])))
        found.put("issued", numbered["year"] or "")
        return numbered["name"]
    if account:
        found.type = "webpage"
        return account["name"]
    dated = _DATED.match(value)
    if dated:
        found.put("issued", iso_date(dated["day"]))
        return dated["name"].strip("《》")
    first, *behind = re.split(r"[\s　]+", value)
    if behind and SITE.match(first):
        return first
    bare = _PLACE_BEHIND.sub("", _ACCOUNT_ID.sub("", value)).strip("《》 　")
    return _ACCOUNT_BEHIND.sub("", bare)


def _sent_in_by(label: str, value: str) -> str:
    """Return the person who sent a text in, behind the body where they work or alone; else the body that did."""
    if label == "供稿" and is_body(value):
        return value
    *bodies, name = re.split(r"[\s　]+", value)
    return name if is_family_name(name) and not SITE.match(name) and len(bodies) <= 1 else ""


def _authors(value: str, *, pen_names: bool) -> list[str]:
    value = _IN_LETTERS.sub("", value)
    before = (
        value.split("·", maxsplit=1)[0]
        if "·" in value and len(value.split("·", maxsplit=1)[0]) > 3
        else value
    )
    group = re.split(r"[\s　·|]", value)[0]
    told = _SAID_OF.match(value)
    names = people_in(_REPORTER.sub(r" ", told["who"] if told else before))
    if names:
        return names
    first, *rank = re.split(r"[\s　]+", value, maxsplit=1)
    if rank and _RANK.fullmatch(rank[0]) and is_family_name(first):
        return [first]
    if _GROUP.fullmatch(group):
        return [group]
    return [pen_name(value)] if pen_names else []


def is_source(value: str) -> bool:
    """Tell whether what stands behind a label of a source names one: 网络, 录音转写 and 综合科 do not."""
    named = not (_NO_SOURCE.search(value) or _NO_MEDIUM.fullmatch(value) or _WITHIN_OFFICE.fullmatch(value))
    return 2 <= len(value.strip("《》")) <= 24 and named
