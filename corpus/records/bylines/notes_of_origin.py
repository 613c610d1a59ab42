"""A note before or behind a text that says in a sentence where it stood first, who wrote it and when.

The note is read clause by clause, so that neither their order nor what else stands between them matters:
*本文来自微信公众号“某号”（ID：…），作者：某人，编辑：某人，2024-01-26。
"""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.byline_forms import DAY
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body, is_person, people_in
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_BEGINS: Final = LazyPattern(
    r"[\s　]*(?:[*＊※（(【\[]|[—–-]{1,3}[\s　]*(?=[原载刊转摘选])|(?:本|该|此)(?:文|篇|稿)(?!作者)"
    r"|原文(?=[载刊首发来转摘]))"
)
"""How such a note begins: in brackets, behind a mark, or with the word that speaks of the text."""
_WHOLE: Final = LazyPattern(
    r"(?:本文)?(?:(?:转载|转|摘|选|来)自|(?:原载|原刊|首发|刊载|刊|载)于?)[\s　]*"
    r"(?:[《“「](?P<quoted>[^《》“”「」]{2,16})[》”」]|(?P<plain>(?!公众号)[\u3400-\u9fff]{4,10}))"
    r"(?:微信)?(?:公众号|杂志|网站)?"
)
"""A line that says where a text stood and nothing else."""
_SPEAKS: Final = LazyPattern(
    r"作者|撰文|供稿|来源|来自|源自|出自|[载刊]于|原[载刊]|[转摘选]自|转载|摘编|首发|节选|发表"
)
_TAKEN: Final = (
    r"(?:(?:本|该|此)(?:文|篇|稿)|原文|文章|内容)?(?:最早|最初|首次|授权|经授权)?[\s　]*"
    r"(?:由|系|为)?(?:原?[载刊]|首发|[转摘选]|转载|摘编|节选|选编|来|来源|源|发表|刊[载登发]|出)"
    r"(?:自|于|在|:|：)?[\s　:：]*"
)
_QUOTED: Final = LazyPattern(
    rf"{_TAKEN}(?P<before>{DAY}的?)?(?P<kind>(?:微信)?公众号|微信号|[\u3400-\u9fff]{{0,6}}"
    r"(?:杂志|周刊|报|网|平台|客户端|专栏))?[\s　:：]*"
    r"[“「『《【\"](?P<name>[^”」』》】\"]{2,20})[”」』》】\"](?P<rest>.*)"
)
_PLAIN: Final = LazyPattern(
    rf"{_TAKEN}(?P<kind>(?:微信)?公众号|微信号)[\s　:：]*(?P<name>[^\s　“「《（(：:]{{2,16}})(?P<rest>(?:[（(].*)?)"
)
_WRITER: Final = LazyPattern(
    r"(?:本文|原文)?(?:作者|撰文|撰稿|文)[\s　]*(?:系|为|是|[:：/／])?[\s　]*(?P<who>.{2,30})"
)
_IS: Final = LazyPattern(r"[\s　]*(?:系|为|是|现[任为]|供职于|任职于|就职于|[（(]|[，,])")
_SENT_IN: Final = LazyPattern(r"(?P<who>[\u3400-\u9fff、\s　]{2,24}?)[\s　]*(?:供稿|撰文|撰稿|投稿)")
_SHEET: Final = LazyPattern(r"(?<![\dA-Z])第?\s*(?P<page>[A-Z]\d{1,3}|\d{1,3})\s*版")
_ISSUE: Final = LazyPattern(r"(?P<year>(?:19|20)\d{2})\s*年?\s*第\s*(?P<issue>\d{1,3})\s*期")
_CHANGED: Final = LazyPattern(r"更新|修改|修订|采访|收稿|访问|下载")
_CLAUSES: Final = LazyPattern(r"[，,；;。|｜]+|[\s　]{2,}|[\s　]+(?=作者|编辑|责编|来源|原文)")
_OTHER_SENSE: Final = LazyPattern(
    r"本文作者所在|作者单位|作者(?:简介|介绍|授权|所有|观点|供图|本人|自述|另有|均)"
)
_LONGEST, _LONGEST_DAY = 160, 24


def read_note(line: str, found: Gathered) -> None:
    """Put what a note tells into fields that are still empty; any line that is none is left alone."""
    whole = _WHOLE.fullmatch(line)
    if whole:
        found.put("container-title", whole["quoted"] or whole["plain"])
        return
    if len(line) > _LONGEST or not _BEGINS.match(line) or not _SPEAKS.search(line):
        return
    bare = line.strip("*＊※（）()【】[]—–- 　。")
    for clause in filter(None, (part.strip(" 　") for part in _CLAUSES.split(bare))):
        _read_clause(clause, found)


def _read_clause(clause: str, found: Gathered) -> None:
    taken = _QUOTED.fullmatch(clause) or _PLAIN.fullmatch(clause)
    writer = None if _OTHER_SENSE.match(clause) else _WRITER.fullmatch(clause)
    sent = _SENT_IN.fullmatch(clause)
    if taken:
        _put_place(taken, found)
    elif writer:
        found.put("author", *_names(writer["who"]))
    elif sent:
        who = sent["who"].strip(" 　")
        found.put("author", *(people_in(who) or ([who] if is_body(who) or _is_part(who) else [])))
    elif not _CHANGED.search(clause):
        found.put(
            "issued", iso_date(clause, whole=True) if len(clause) < len("2020年10月10日 10:10:10 发") else ""
        )


def _put_place(taken: re.Match[str], found: Gathered) -> None:
    """Put the medium, its number or sheet and its day; an account makes a web page of the text."""
    rest = taken["rest"]
    found.put("container-title", taken["name"])
    issue, sheet = _ISSUE.search(rest), _SHEET.search(rest)
    found.put("issue", str(int(issue["issue"])) if issue else "")
    before = taken.groupdict().get("before") or ""
    found.put("issued", iso_date(before or rest, whole=True))
    found.put("issued", issue["year"] if issue else "")
    found.put("page", sheet["page"].lstrip("0") if sheet else "")
    if found.type == "document" and (taken["kind"] or "").endswith("号"):
        found.type = "webpage"


def _names(text: str) -> list[str]:
    """Return the names a clause about who wrote begins with, what they are behind them or not."""
    names = people_in(text)
    if names:
        return names
    for end in (4, 3, 2):
        if _IS.match(text[end:]) and is_person(text[:end]):
            return [text[:end]]
    first = re.split(r"[\s　（(]", text)[0]
    return people_in(first)


def _is_part(who: str) -> bool:
    return bool(re.fullmatch(r"[\u3400-\u9fff]{2,20}[部处科室股组队]", who))
