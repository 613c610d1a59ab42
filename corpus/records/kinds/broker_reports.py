"""The first page of a broker's report: its house, its analysts with their licences, its title, its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.records.kinds.report_forms import KIND_LINE, LATIN, SHORT_PART
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled
from corpus.records.lines.line_kinds import Kind, kind_of
from corpus.records.lines.names import is_family_name, people_in
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_RATED: Final = LazyPattern(
    r"^(?:(?:[\u3400-\u9fff]{2})?评级[:：]?\s*)?(?:(?:维持|首次|上调|下调|给予)[\s　“\"]*)?"
    r"(?:买入|增持|中性|减持|卖出|推荐|强烈推荐|谨慎推荐|看好|持有|强于大市|弱于大市|同步大市|领先大市|优于大市)"
)
_INDUSTRY: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,8}(?:行业|板块)|[\u3400-\u9fff]{2,6}(?:[\s　]*[|｜/／>›·][\s　]*[\u3400-\u9fff]{2,6}){1,2}"
)
"""The industry a report is on, or the path to it."""
_SHARE: Final = LazyPattern(r"[（(【\[]\s*\d{5,6}(?:[\s.]?[A-Z]{2})?\s*[）)】\]]$|^\d{6}\.[A-Z]{2}$")
_ANALYST: Final = LazyPattern(
    r"^(?:证券|首席|联席|资深|行业|宏观)*(?:分析[师员]|策略[师员]|研究员|经济学家)[\s　]*[:：]?[\s　]*(?P<who>\S.*)$"
)
_ANALYST_ALONE: Final = LazyPattern(r"(?:证券|首席)?分析[师员][\s　]*[:：]?")
_WITH_CONTACT: Final = LazyPattern(
    r"(?P<who>[\u3400-\u9fff]{2,4})(?:[\s　,，]+(?:CFA|FRM|CPA|ACCA|PhD|Ph\.D\.?|博士))*[\s　]*"
    r"(?P<contact>[(（+]?[\s　(（+]*\d{2,3}[)）\s　-]+\d{3,4}.*|\S+@\S+.*)?"
)
"""An analyst with what follows the name abroad: degrees, a telephone, an address."""
_CONTACT: Final = LazyPattern(
    r"(?:电话|Tel\.?|T)?[\s　:：]*[(（+]?\d{2,3}[)）\s　-]+\d{3,4}|\S+@\S+\.\S+|SFC[\s　]*CE"
)
_HELPER: Final = LazyPattern(r"研究助理|助理|联系人")
_LICENSED: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,4}[\s　]+(?:\S{0,6}证书|(?:SAC)?执[业证]\S{0,4}号|SAC|资格编号|S\d{9,})"
)
SECTION: Final = LazyPattern(
    r"^\S{2,12}[\s　]*[|｜/／][\s　]*\S{0,8}(?:报告|研究|点评|深度|专题|跟踪|周报|日报|月报|季报|早报|晨报|策略)$"
    r"|^(?!.*\d)\S{0,6}(?:研究|点评|深度|专题|跟踪|周报|日报|月报|季报|策略)[\s　]*["
    r"|｜/／·●•■][\s　]*[\u3400-\u9fff]{2,8}$"
    r"|^(?:行业|公司|宏观|策略|固收|专题)(?:深度|动态|点评|跟踪|研究)?报告[\s　]*[|｜/／·●•■][\s　]*"
    r"[\u3400-\u9fff]{2,8}$"
    r"|^(?:公司|行业|宏观|策略)(?:研究|深度|点评)[\s　]*[/／|｜][\s　]*[\u3400-\u9fff]{2,4}(?:点评|报告|深度)$"
    r"|^[\u3400-\u9fff]{2,6}(?:更新|点评|简评|快评|跟踪)报告$"
)
"""The line above a broker's title that says of which series it is."""
_LICENCE: Final = LazyPattern(
    r"执业|证书|[AS]\d{10,}|SAC|资格编号|联系人|证券研究报告|行业深度|公司深度|(?:投资|行业|公司|股份)评级|首次覆盖|目标价"
    r"|SFC[\s　]*CE"
    r"|中央编号"
    r"|恒[指生]"
    r"|策略[周月日师]"
)
_HOUSE: Final = LazyPattern(
    r"(?:[\u3400-\u9fff]{2,12}证券(?:股份)?(?:[（(](?:香港|国际)[）)])?(?:有限(?:责任)?公司)?(?:研究(?:所|院|部|中心|发展部|发展中心))?"
    r"|[\u3400-\u9fff]{2,12}(?:研究所|研究院|研究中心|研究部)"
    r"|[\u3400-\u9fff]{2,10}(?:金融控股|国际金融|国际控股|国际|资本|金控|证券国际)(?:集团)?(?:有限公司)?)"
)
_HOUSE_FIRST: Final = LazyPattern(r"[\u3400-\u9fff]{2,12}证券(?:股份)?有限(?:责任)?公司(?=[\s　·|｜]|$)")
"""The name of a broker before that of its department."""
_HOUSE_AND_ROOM: Final = LazyPattern(
    r"([\u3400-\u9fff]{2,8}(?:证券|期货))[\s　]*[|｜·/][\s　]*"
    r"(?:[\u3400-\u9fff]{0,6}(?:研究所|研究院|研究部|研究中心|研究)|[A-Z]{2,8}(?:[ ][A-Z]\w+)?)"
)
"""A broker and its department, parted by a bar."""
_LICENSE_NUMBER: Final = LazyPattern(r"[（(][AS]\d{10,14}[）)]")
_SHORT_HOUSE: Final = LazyPattern(r"[\u3400-\u9fff]{3,8}研究")
_NO_TITLE: Final = LazyPattern(
    r"证券研究|(?:Equity|Company|Industry|Sector)\s*Research|^(?:请务必|敬请参阅|请参阅|本报告的信息)|免责声明|^(?:证券)?(?:分析师|联系人|执业|研究助理"
    r"|资格编号|SAC|邮箱|电话|日期|报告日期|核心观点|投资要点|目标价|[当收][前盘]价|现价|恒[指生]|国指|总?市值|所属行业|报告类型)"
    r"|@|^[A-Z]\d{6,}|^[\u3400-\u9fff]{2,8}[（）()A-Za-z/元%]{0,8}[:：][ 　]*[-\d.,]+"
)
_COLUMN: Final = LazyPattern(r"[【\[「][^】\]」]{2,10}[】\]」]")
"""The column a report belongs to, in brackets on a line of its own."""
_ONE_OF_SEVERAL: Final = LazyPattern(r"[【\[][\u3400-\u9fffA-Z]{2,8}[】\]]\S")
"""A note on one industry among those of a morning: its title is that of no report."""
_OF_MORNING: Final = LazyPattern(r"(?:晨会|早会|晨间|[日周月]度)?(?:纪要|晨报|早报|周报|月报|日报|策略)$")
_HEADING: Final = LazyPattern(
    r"(?!.*(?:分析师|联系人|要点|评级|日期|观点|研究员|编号|摘要|提示))[\u3400-\u9fff]{3,16}[:：]$"
)


_RANK: Final = LazyPattern(r"分析[师员]$|策略师$|总监$|主管$")


def read_securities_report(page: FrontPage) -> Gathered | None:
    """Read the first page of a broker's report."""
    cover = page.head[:20]
    if not any(_LICENCE.search(line) or _RATED.fullmatch(line) for line in cover):
        return None
    told = [match["who"] for line in cover if (match := _ANALYST.match(line))]
    told += _listed(cover)
    told += _reached(cover)
    told += [below for line, below in pairwise(cover) if _ANALYST_ALONE.fullmatch(line)]
    told = told or _licensed(cover)
    analysts = [
        name
        for one in told
        for name in people_in(
            re.split(
                r"[\s　]{2,}|[,，][\s　]*(?:CFA|FRM|CPA|PhD)|执业|资格编号|SAC|\b[A-Z]\d{6,}|S0|[（(]", one
            )[0]
        )
    ]
    house = next((line for line in cover if _HOUSE.fullmatch(line)), "")
    house = house or next((match[0] for line in cover if (match := _HOUSE_FIRST.match(line))), "")
    house = house or next(filter(None, map(_beside_english, cover[:4])), "")
    house = house or next((match[1] for line in cover if (match := _HOUSE_AND_ROOM.fullmatch(line))), "")
    licensed = any(_ANALYST.match(line) and _LICENSE_NUMBER.search(line) for line in cover)
    if licensed:
        house = house or next((line for line in cover if _SHORT_HOUSE.fullmatch(line)), "")
    if not analysts or not (house or licensed or any("研究报告" in line for line in cover[:5])):
        return None
    found = Gathered("report")
    found.put("title", _report_title(cover))
    found.put("author", *dict.fromkeys(analysts))
    days = [line for line in cover if iso_date(line, whole=True)]
    found.put("issued", iso_date(next(filter(is_date_line, days), "") or next(iter(days), "")))
    found.put("publisher", house)
    return found if "title" in found.fields else None


def _reached(cover: Sequence[str]) -> list[str]:
    """Return the names that stand right before a telephone or an address, on their line or the one below."""
    return [
        told["who"]
        for line, below, behind in zip(cover, cover[1:], (*cover[2:], ""), strict=False)
        if (told := _WITH_CONTACT.fullmatch(line))
        and (told["contact"] or _CONTACT.match(below) or (_RANK.search(below) and _CONTACT.match(behind)))
        and is_family_name(told["who"])
    ]


def _beside_english(line: str) -> str:
    """Return the name of a house that stands beside its English one: 某某国际 | MM International."""
    first, *behind = re.split(
        r"[\s　]*[|｜/][\s　]*|(?<=[\u3400-\u9fff])[\s　]+(?=[A-Z]{4,}\s+[A-Z]{4,}$)", line
    )
    return first if len(behind) == 1 and LATIN.fullmatch(behind[0]) and _HOUSE.fullmatch(first) else ""


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


def _licensed(cover: Sequence[str]) -> list[str]:
    """Return the lines of a name and its licence where nothing says what they are; helpers end them."""
    end = next((place for place, line in enumerate(cover) if _HELPER.match(line)), len(cover))
    return [line for line in cover[:end] if _LICENSED.match(line)]


def _report_title(cover: Sequence[str]) -> str:
    """Return the title of a broker's report with what follows it after a dash; a share's name for want of one."""
    shares = []
    for place, line in enumerate(cover):
        below = cover[place + 1] if place + 1 < len(cover) else ""
        if (
            line.endswith(("：", ":"))
            and not is_labelled(line)
            and _HEADING.match(line)
            and len(below) > SHORT_PART
        ):
            return line + below
        if any(form.search(line) for form in (_NO_TITLE, _RATED, KIND_LINE, SECTION)):
            continue
        if any(form.fullmatch(line) for form in (_COLUMN, _HOUSE_AND_ROOM)):
            continue
        if _HOUSE.fullmatch(_beside_english(line) or line):
            continue
        if place + 1 < len(cover) and kind_of(line) in (Kind.SERIES, Kind.NOTICE):
            continue
        if LATIN.fullmatch(line) or len(line) < 6 or iso_date(line, whole=True) or is_date_line(line):
            continue
        if _INDUSTRY.fullmatch(line) and any(map(_says_more, cover[place + 1 : place + 4])):
            continue
        if _SHARE.search(line):
            shares.append(line)
            continue
        if _ONE_OF_SEVERAL.match(line) and _ONE_OF_SEVERAL.match(below):
            break
        return line + below if below[:1] in "—–" and below else line
    series = (line for line in cover if kind_of(line) is Kind.SERIES and _OF_MORNING.search(line))
    return next(iter(shares), "") or next(series, "")


def _says_more(below: str) -> bool:
    """Tell whether the line below the name of an industry is the title of a report on it."""
    other = is_labelled(below) or iso_date(below) or LATIN.fullmatch(below) or _HOUSE.fullmatch(below)
    return (
        len(below) > SHORT_PART
        and not other
        and not any(form.search(below) for form in (_NO_TITLE, _RATED, KIND_LINE, SECTION, _LICENCE))
    )
