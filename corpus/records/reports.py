"""Reports by their title page: of institutes and offices, of funded projects, of brokers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.records.dates import is_date_line, iso_date
from corpus.records.labels import is_labelled, labelled, pairs
from corpus.records.names import is_body, people_in
from corpus.records.page import FrontPage, Gathered, without_masthead
from corpus.records.titles import is_notice, without_blanks

_YEAR_LINE: Final = re.compile(
    r"^[（(]\s*\d{4}(?:\s*[年—–-]\s*\d{0,4}\s*年?)?\s*(?:年?版|度)?\s*[）)]$|^\d{4}\s*年?(?:版|度)?$"
)
_REPORT: Final = re.compile(
    r"(?:报告|白皮书|蓝皮书|皮书|公报|年鉴|研报|深度|综述|指数|洞察|规划|纲要|年报|简报|调查)(?:[（(].{1,12}[）)])?(?:\s*\d{4}(?:年|—\d{4}年?)?(?:版)?)?$"
    r"|深度[:：]|报告(?:全文|摘要)$"
)
_SERIES: Final = re.compile(
    r"(?:系列报告|研究报告|专题报告|工作论文|智库报告)[\s　]*"
    r"(?:No\.?|总?第|之|\d{4}年第)[\s　]*[\d一二三四五六七八九十]+[\s　]*[期号辑]?$"
)
_IS_REPORT: Final = re.compile(r"报告|皮书|年鉴|研报|年报")
_KIND_LINE: Final = re.compile(
    r"^(?:[\u3400-\u9fff]{0,12}(?:证券研究报告|研究报告|调研报告|调查报告|结题报告|成果要报|研究成果|最终成果|课题|系列报告|专题报告|工作论文)"
    r"|(?:行业|公司|宏观|策略|固收)(?:研究|深度|点评|报告|专题|周报|动态).{0,12})$|^[\u3400-\u9fff]{2,10}行业(?:跟踪|深度|点评|专题|动态|[周月]度?)报告$|^[\u3400-\u9fff]{2,20}规划(?:项目|课题)$|^(?:国家|教育部|省|市).{0,16}(?:项目|课题|规划).{0,10}$"
)
_BARE_KIND: Final = re.compile(r"[\u3400-\u9fff]{0,4}(?:研究|调研|调查|专题|咨询|智库|决策|内部)报告")
_KIND_WORD: Final = re.compile(r"(?:[\u3400-\u9fff]{0,2}报告|[白蓝绿]皮书|年度报告)(?:[（(]?\d{4}年?[）)]?)?")
"""The kind of a report alone on the last line of its title."""
_KIND_BELOW: Final = re.compile(
    r"(?:中期|终期|末期|年度|半年|总体|综合|专项)?[\u3400-\u9fff]{0,2}(?:评估|评价|监测|执行|总结|进展|实施情况|完成情况)报告"
)
"""What a report is, alone on the line below what it is about (某规划 / 中期评估报告)."""
_MOST_PARTS: Final = 5
_NUMBERED_LINE: Final = re.compile(
    r"(?:(?:19|20)\d{2}\s*年?[\s　·]*)?(?:总?第\s*[\d一二三四五六七八九十]+\s*[期号辑])"
    r"(?:[\s　]*[（(]\s*总第?\s*\d+\s*[期号][）)])?"
)
_RATED: Final = re.compile(
    r"^(?:(?:[\u3400-\u9fff]{2})?评级[:：]?\s*)?(?:(?:维持|首次|上调|下调|给予)[\s　“\"]*)?"
    r"(?:买入|增持|中性|减持|卖出|推荐|强烈推荐|谨慎推荐|看好|持有|强于大市|弱于大市|同步大市|领先大市|优于大市)"
)
_INDUSTRY: Final = re.compile(r"[\u3400-\u9fff]{2,8}(?:行业|板块)")
_LATIN: Final = re.compile(r"(?=.*[A-Za-z]{3})[A-Za-z][A-Za-z\s’',:&.()-]{8,}")
_SHARE: Final = re.compile(r"[（(【\[]\s*\d{5,6}(?:\.?[A-Z]{2})?\s*[）)】\]]$|^\d{6}\.[A-Z]{2}$")
_ANALYST: Final = re.compile(r"^(?:证券|首席)?分析师[\s　]*[:：]?[\s　]*(?P<who>\S.*)$")
_ANALYST_ALONE: Final = re.compile(r"(?:证券|首席)?分析师[\s　]*[:：]?")
_HELPER: Final = re.compile(r"研究助理|助理|联系人")
_LICENSED: Final = re.compile(r"[\u3400-\u9fff]{2,4}[\s　]+(?:\S{0,6}证书|SAC|资格编号|S\d{9,})")
SECTION: Final = re.compile(
    r"^\S{2,12}[\s　]*[|｜/／][\s　]*\S{0,8}(?:报告|研究|点评|深度|专题|跟踪|周报|日报|月报|季报|早报|晨报|策略)$"
)
"""The line above a broker's title that says of which series it is."""
_LICENCE: Final = re.compile(
    r"执业|证书|[AS]\d{10,}|SAC|资格编号|联系人|证券研究报告|行业深度|公司深度|投资评级|首次覆盖"
)
_HOUSE: Final = re.compile(
    r"(?:[\u3400-\u9fff]{2,12}证券(?:股份)?(?:有限(?:责任)?公司)?(?:研究(?:所|院|部|中心|发展部))?|[\u3400-\u9fff]{2,12}(?:研究所|研究院|研究中心|研究部))"
)
_LICENSE_NUMBER: Final = re.compile(r"[（(][AS]\d{10,14}[）)]")
_NO_BODY: Final = re.compile(
    r"(?:编委会|编辑委员会|编写委员会|编写组|课题组|项目组|专家组|专家委员会|评审委员会)(?:成员|名单)?"
)
_SHORT_HOUSE: Final = re.compile(r"[\u3400-\u9fff]{3,8}研究")
_NO_TITLE: Final = re.compile(
    r"证券研究报告|^(?:请务必|敬请参阅|请参阅|本报告的信息)|免责声明|^(?:证券)?(?:分析师|联系人|执业|研究助理|资格编号|SAC|邮箱|电话|日期|报告日期|核心观点|投资要点|目标价|[当收][前盘]价|现价|总?市值|所属行业|报告类型)|@|^[A-Z]\d{6,}"
)
_REGION: Final = re.compile(r"[\u3400-\u9fff]{1,8}(?:省|市|县|区|自治区|自治州)")
_COUNTED: Final = re.compile(r"第[\d一二三四五六七八九十百]+次")
_GOES_ON: Final = re.compile(
    r"(?:\d{4}(?:[—–-]\d{4})?年?)?(?:市场|行业)?"
    r"(?:研究|调研|调查|发展|投资|分析|运营|前景|监测|评估|趋势|年度|半年度|社会责任|可持续发展|环境)"
    r"[\u3400-\u9fff、]{0,20}(?:报告|白皮书|蓝皮书|指数)(?:全文|摘要)?"
)
"""A line that ends the name of a report and does not say what of."""
_FIRM: Final = re.compile(r"[\u3400-\u9fff（）()]{4,30}(?:公司|集团|银行)")
_COPYRIGHT: Final = re.compile(r"(?:©|版权所有)\s*((?:19|20)\d{2})(?!\d)")
_HEADING: Final = re.compile(
    r"(?!.*(?:分析师|联系人|要点|评级|日期|观点|研究员|编号|摘要|提示))[\u3400-\u9fff]{3,16}[:：]$"
)
_LONGEST_PART: Final = 24
_SHORT_PART: Final = 8
_SUBJECT: Final = re.compile(
    r"(?:(?:19|20)\d{2}|中国|全国|我国|全球|[\u3400-\u9fff]{2,4}[省市县区])\S{2,}[^，。：:]$"
)
"""A line that says what a report is about, which goes on below."""
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
)
_MEMBERS: Final = ("课题组成员", "项目组成员", "主要成员", "成员", "课题成员")
_PLACES: Final = ("承担单位", "完成单位", "依托单位", "所在单位", "责任单位", "工作单位", "单位")
_DAYS: Final = ("完成日期", "完成时间", "结题时间", "结项时间", "结项日期", "日期", "报告日期", "提交日期")

_FUNDED: Final = re.compile(
    r"(?:课题|项目|立项|合同|批准)(?:编号|号|名称)[\s　:：]"
    r"|.{2,24}(?:基金|规划|计划|科研|研究|软科学|专项|委托)(?:项目|课题)[^，。]{0,14}$"
)
"""A line of a cover that tells of a funded project."""
_BLANK_LABEL: Final = re.compile(
    r"^((?:课题|项目|报告|成果)名称|报告题目|课题题目"
    rf"|{'|'.join((*_LEADERS, *_MEMBERS, *_PLACES, *_DAYS))})[\s　]+(?=[^\s　:：])"
)
"""A label of such a cover that a blank parts from its value."""


def read_project_report(page: FrontPage) -> Gathered | None:
    """Read the cover of a funded project's report: its title by its label, or above who leads the project."""
    cover = page.head[:20]
    if any(_FUNDED.match(line) for line in cover[:6]):
        cover = tuple(_BLANK_LABEL.sub(r"\1：", line) for line in cover)
    leader = people_in(labelled(cover, *_LEADERS))
    title = labelled(cover, "课题名称", "项目名称", "报告名称", "成果名称", "报告题目", "题目", "课题题目")
    if not title and leader:
        lines = [
            line for line in cover[:8] if not (re.search(r"[:：]", line) or iso_date(line) or is_notice(line))
        ]
        lines = [line for line in lines if not (_KIND_LINE.match(line) or _LATIN.fullmatch(line))]
        at = next(
            (place for place, line in enumerate(lines) if len(line) > 6 and line[:1] not in "【[—–"), None
        )
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
    found.put(
        "publisher",
        next((line for line in cover if is_body(line) and not _KIND_LINE.match(line) and line != title), ""),
    )
    found.put("issued", iso_date(labelled(cover, *_DAYS)))
    days = [iso_date(line) for line in cover if is_date_line(line)]
    found.put("issued", max(days, key=len, default=""))
    return found


def _goes_on_below(title: str, cover: Sequence[str]) -> str:
    """Return a title with the kind of report that stands alone on the line below it."""
    at = cover.index(title) if title in cover else len(cover)
    below = cover[at + 1] if at + 1 < len(cover) else ""
    return title + below if _BARE_KIND.fullmatch(below) and not _REPORT.search(title) else title


def _rest_of(lines: Sequence[str], *labels: str) -> str:
    for line in lines:
        name, mark, value = line.partition("：")
        if mark and name.replace(" ", "").replace("　", "") in labels:
            return value.strip()
    return ""


def read_securities_report(page: FrontPage) -> Gathered | None:
    """Read the first page of a broker's report."""
    cover = page.head[:20]
    if not any(_LICENCE.search(line) for line in cover):
        return None
    told = [match["who"] for line in cover if (match := _ANALYST.match(line))]
    told += _listed(cover)
    told += [below for line, below in pairwise(cover) if _ANALYST_ALONE.fullmatch(line)]
    analysts = [
        name
        for one in told
        for name in people_in(re.split(r"[\s　]{2,}|执业|资格编号|SAC|\b[A-Z]\d{6,}|S0|[（(]", one)[0])
    ]
    house = next((line for line in cover if _HOUSE.fullmatch(line)), "")
    licensed = any(_ANALYST.match(line) and _LICENSE_NUMBER.search(line) for line in cover)
    if licensed:
        house = house or next((line for line in cover if _SHORT_HOUSE.fullmatch(line)), "")
    if not analysts or not (house or licensed or any("研究报告" in line for line in cover[:5])):
        return None
    found = Gathered("report")
    found.put("title", _report_title(cover))
    found.put("author", *dict.fromkeys(analysts))
    found.put("issued", next((iso_date(line) for line in cover if iso_date(line, whole=True)), ""))
    found.put("publisher", house)
    return found if "title" in found.fields else None


def _listed(cover: Sequence[str]) -> list[str]:
    """Return the lines of a list of analysts below their heading: a name, then a licence; helpers end it."""
    at = next((place for place, line in enumerate(cover) if _ANALYST_ALONE.fullmatch(line)), None)
    if at is None:
        return []
    found = []
    for line in cover[at + 1 :]:
        if _HELPER.match(line):
            break
        if _LICENSED.match(line):
            found.append(line)
    return found


def _report_title(cover: Sequence[str]) -> str:
    """Return the title of a broker's report with what follows it after a dash; a share's name for want of one."""
    shares = []
    for place, line in enumerate(cover):
        below = cover[place + 1] if place + 1 < len(cover) else ""
        if (
            line.endswith(("：", ":"))
            and not is_labelled(line)
            and _HEADING.match(line)
            and len(below) > _SHORT_PART
        ):
            return line + below
        if any(form.search(line) for form in (_NO_TITLE, _RATED, _KIND_LINE, SECTION)) or _HOUSE.fullmatch(
            line
        ):
            continue
        if _LATIN.fullmatch(line) or len(line) < 6 or iso_date(line, whole=True) or is_date_line(line):
            continue
        if _INDUSTRY.fullmatch(line) and any(map(_says_more, cover[place + 1 : place + 4])):
            continue
        if _SHARE.search(line):
            shares.append(line)
            continue
        return line + below if below[:1] in "—–" and below else line
    return "".join(shares[:1])


def _says_more(below: str) -> bool:
    """Tell whether the line below the name of an industry is the title of a report on it."""
    other = is_labelled(below) or iso_date(below) or _LATIN.fullmatch(below) or _HOUSE.fullmatch(below)
    return (
        len(below) > _SHORT_PART
        and not other
        and not any(form.search(below) for form in (_NO_TITLE, _RATED, _KIND_LINE, SECTION, _LICENCE))
    )


def read_title_page(page: FrontPage) -> Gathered | None:
    """Read a title page of few short lines: a report's name, its institute, its day."""
    bare = without_masthead(page)
    lines = [re.sub(r"\[\d+\]$", "", line) for line in bare.before_prose()[:12] if _counts(line)]
    lines = [line for place, line in enumerate(lines) if not place or not _LATIN.fullmatch(line)]
    bare_kind = next((place for place, line in enumerate(lines[:4]) if _BARE_KIND.fullmatch(line)), None)
    if bare_kind is not None and any(_names_report(line) for line in lines[bare_kind + 1 : bare_kind + 4]):
        lines = [
            line
            for place, line in enumerate(lines)
            if place != bare_kind and not _NUMBERED_LINE.fullmatch(line)
        ]
    series = next((place for place, line in enumerate(lines[:2]) if _SERIES.search(line)), None)
    if series is not None:
        lines = lines[series + 1 :]
    numbered = _numbered_issue(lines) if bare != page else None
    if numbered is not None:
        return numbered
    in_series = bool(lines) and (series is not None or bare != page)
    lines = _in_one_line(lines)
    at = next(
        (place for place, line in enumerate(lines[:4]) if _names_report(line)), 0 if in_series else None
    )
    if at is None:
        return None
    title, below = _title_with_above(lines, at), lines[at + 1 :]
    if below and _KIND_BELOW.fullmatch(below[0]) and not _IS_REPORT.search(title):
        title, below = title + below[0], below[1:]
    if below and _YEAR_LINE.match(below[0]):
        title, below = title + ("" if "版" in below[0] else re.sub(r"\s", "", below[0])), below[1:]
    if below and below[0][:1] in "—–" and not iso_date(below[0]):
        title, below = title + below[0], below[1:]
    above = [part for line in lines[:at] if line not in title for part in _bodies(line)]
    bodies = above or [part for line in below[:6] if (parts := _bodies(line)) for part in parts]
    day = next((iso_date(line) for line in below[:6] if is_date_line(line) and len(iso_date(line)) > 4), "")
    in_labels = any(is_labelled(line) for line in below[:2])
    if not in_labels and not bodies:
        in_labels = any(field == "made_by" for field, _, _ in pairs(map(without_blanks, below[:6])))
    if in_labels:
        made_by, told_day = _labelled_imprint(title, below)
        bodies, day = made_by or above, told_day or (day if above else "")
    if title != lines[at] and _FIRM.fullmatch(lines[at - 1]):
        bodies = [lines[at - 1]]
    day = day or next((match[1] for line in below if (match := _COPYRIGHT.search(line))), "")
    if not bodies or not (day or in_labels):
        return None
    found = Gathered("report")
    found.put("title", title)
    found.put(
        "author",
        *people_in(labelled(below, "执笔", "执笔人", "撰稿", "撰写", "撰稿人", "报告撰写", "报告执笔")),
    )
    if in_series:
        found.put("author", *next((names for line in below[:2] if (names := people_in(line))), []))
    if "公报" in title:
        found.put("author", *bodies)
    else:
        found.put("publisher", bodies[0])
    found.put("issued", day)
    return found


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
    return len(line) >= 4 and bool(_REPORT.search(line.strip("《》")))


def _title_with_above(lines: Sequence[str], at: int) -> str:
    """Return the title at ``at``, with the lines above it where it goes on from them (某行业 / 市场调研报告)."""
    above = [one for place, one in enumerate(lines[:at]) if place == at - 1 or not _bodies(one)]
    line = lines[at].strip("《》") if lines[at].count("《") == 1 else lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else ""
    alone = _KIND_LINE.match(line) and not (_bodies(below) or is_labelled(below) or is_date_line(below))
    if above and (_REGION.fullmatch(above[-1]) or _COUNTED.fullmatch(above[-1])):
        return above[-1] + line
    short = len(line) <= _SHORT_PART and above and _SUBJECT.match(above[-1]) and not _bodies(above[-1])
    if not above or alone or not (short or _GOES_ON.fullmatch(line)):
        return line
    whole = all(
        len(one) <= _LONGEST_PART and not is_labelled(one) and not _KIND_LINE.match(one) for one in above
    )
    return "".join((*above, line)) if whole else line


def _labelled_imprint(title: str, below: Sequence[str]) -> tuple[list[str], str]:
    """Return who made a report and when, from its labels; nothing of what only names itself after one."""
    told = {field: value for field, _, value in reversed(list(pairs(map(without_blanks, below[:6]))))}
    maker = told.get("made_by", "")
    return ([maker] if maker and _IS_REPORT.search(title) else [], iso_date(told.get("issued", "")))


def _counts(line: str) -> bool:
    return is_date_line(line) or bool(_YEAR_LINE.match(line)) or not is_notice(line)


def _bodies(line: str) -> list[str]:
    """Return the bodies a line of a title page names, empty where any part of it is none."""
    line = re.split(r"[\s　]*[×＆][\s　]*", line)[0]
    if _NO_BODY.fullmatch(line):
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
