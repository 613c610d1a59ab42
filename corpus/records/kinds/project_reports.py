"""The cover of a funded project's report: its title by its label, or above who leads the project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.kinds.report_forms import BARE_KIND, KIND_LINE, LATIN, NO_BODY, REPORT
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import labelled
from corpus.records.lines.line_kinds import Kind, kind_of
from corpus.records.lines.names import is_body, people_in
from corpus.records.lines.notices import is_notice
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_LEADERS: Final = (
    "课题组组长",
    "课题组长",
    "项目组长",
    "组长",
    "课题负责人",
    "项目负责人",
    "主持人",
    "负责人",
    "课题主持人",
    "首席专家",
    "博士后姓名",
    "博士后",
)
_MEMBERS: Final = (
    "课题组成员", "项目组成员", "主要成员", "成员", "课题成员", "参加人", "参加人员", "参与人", "参与人员",
    "主要参加人", "主要参加者",
)  # fmt: skip
_PLACES: Final = ("承担单位", "完成单位", "依托单位", "所在单位", "责任单位", "工作单位", "发布单位", "单位")
_DAYS: Final = (
    "完成日期",
    "完成时间",
    "结题时间",
    "结项时间",
    "结项日期",
    "日期",
    "报告日期",
    "提交日期",
    "研究工作期满时间",
    "期满时间",
    "出站时间",
)
_FUNDED: Final = LazyPattern(
    r"(?:课题|项目|立项|合同|批准)(?:编号|号|名称)[\s　:：]"
    r"|.{2,24}(?:基金|规划|计划|科研|研究|软科学|专项|委托)(?:项目|课题)[^，。]{0,14}$"
)
"""A line of a cover that tells of a funded project."""
_BLANK_LABEL: Final = LazyPattern(
    r"^((?:课题|项目|报告|成果)名称|报告题目|课题题目"
    rf"|{'|'.join((*_LEADERS, *_MEMBERS, *_PLACES, *_DAYS))})[\s　]+(?=[^\s　:：])"
)
"""A label of such a cover that a blank parts from its value."""


_CELLS: Final = LazyPattern(r"[ 　\t]{4,}")
_WIDE_BLANK: Final = LazyPattern(r"　+|\s{2,}")
"""What parts the bodies of a line."""
_HOUSE: Final = LazyPattern(r"[\u3400-\u9fff]{2,14}(?:研究[院所室]|研究中心|大学|学院)")
_OF_FELLOW: Final = LazyPattern(r"博士后(?:研究)?(?:工作|出站)?(?:工作)?报告")
_MINUTES: Final = LazyPattern(r"(?:参加人|参会|出席|列席|缺席|记录人?)[\u3400-\u9fff]{0,3}[ 　]*[:：]")
"""A line of the minutes of a meeting, whose 主持人 leads no project."""


def read_project_report(page: FrontPage) -> Gathered | None:
    """Read the cover of a funded project's report: its title by its label, or above who leads the project."""
    # A line may hold two cells: the house at its left edge, the day at its right.
    cover = tuple(part for line in page.head[:20] for part in _CELLS.split(line))
    funded = any(_FUNDED.match(line) for line in cover[:6])
    cover = tuple(_BLANK_LABEL.sub(r"\1：", line) for line in cover) if funded else cover
    leader = [] if not funded and any(map(_MINUTES.match, cover)) else people_in(labelled(cover, *_LEADERS))
    title = labelled(cover, "课题名称", "项目名称", "报告名称", "成果名称", "报告题目", "题目", "课题题目")
    if not title and leader:
        lines = [
            line for line in cover[:8] if not (re.search(r"[:：]", line) or iso_date(line) or is_notice(line))
        ]
        lines = [line for line in lines if not (LATIN.fullmatch(line) or _FUNDED.fullmatch(line))]
        lines = [line for line in lines if kind_of(line) not in (Kind.SERIES, Kind.NUMBER)]
        plain = [line for line in lines if not (KIND_LINE.match(line) or _OF_FELLOW.fullmatch(line))]
        # A report may be called …研究报告 as its kind is: it is the title where nothing else but a body is left.
        lines = plain if any(not is_body(line) and len(line) > 6 for line in plain) else lines
        long = [place for place, line in enumerate(lines) if len(line) > 6 and line[:1] not in "【[—–"]
        at = next((place for place in long if not _HOUSE.fullmatch(lines[place])), next(iter(long), None))
        title = lines[at] if at is not None else ""
        title += (
            "".join(line for line in lines[at + 1 : at + 2] if line[:1] in "—–") if at is not None else ""
        )
        title = _goes_on_below(title, cover)
    if not title or not (leader or labelled(cover, *_PLACES)):
        return None
    found = Gathered("report")
    found.put("title", title)
    members = people_in(re.sub(r"[ 　]+", "、", _rest_of(cover, *_MEMBERS)))
    found.put("author", *dict.fromkeys((*leader, *members)))
    found.put("publisher", labelled(cover, *_PLACES))
    bodies = (_WIDE_BLANK.split(line)[0] for line in cover if not KIND_LINE.match(line) and line != title)
    found.put("publisher", next((one for one in bodies if is_body(one) and not NO_BODY.fullmatch(one)), ""))
    found.put("issued", iso_date(labelled(cover, *_DAYS)))
    days = [iso_date(line) for line in cover if is_date_line(line)]
    found.put("issued", max(days, key=len, default=""))
    return found


def _goes_on_below(title: str, cover: Sequence[str]) -> str:
    """Return a title with the kind of report that stands alone on the line below it."""
    at = cover.index(title) if title in cover else len(cover)
    below = cover[at + 1] if at + 1 < len(cover) else ""
    return title + below if BARE_KIND.fullmatch(below) and not REPORT.search(title) else title


def _rest_of(lines: Sequence[str], *labels: str) -> str:
    for line in lines:
        name, mark, value = line.partition("：")
        if mark and name.replace(" ", "").replace("　", "") in labels:
            return value.strip()
    return ""
