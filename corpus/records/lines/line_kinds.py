"""What a line of a front page is by its shape alone: a button, a day, a row, names, a body, a series, or the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from corpus.records.lines.byline_forms import SITE
from corpus.records.lines.dates import is_date_line
from corpus.records.lines.labels import is_labelled
from corpus.records.lines.names import is_body, is_family_name, people_in
from corpus.records.lines.notices import is_notice
from corpus.records.lines.title_marks import is_series_in_letters
from index.lazy_pattern import LazyPattern


class Kind(Enum):
    """The shapes a line may have; ``OTHER`` is what a title is among."""

    NOTICE = auto()
    DAY = auto()
    ROW = auto()
    NUMBER = auto()
    SERIES = auto()
    MEETING = auto()
    HOUSE = auto()
    BODY = auto()
    MEDIUM = auto()
    COLUMN = auto()
    PEOPLE = auto()
    FOREIGN = auto()
    PLACE = auto()
    OTHER = auto()


_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_ROW: Final = LazyPattern(r"[\u3400-\u9fff](?:[ 　]*[\u3400-\u9fff]){1,6}[ 　]*[:：／][ 　]*\S")
_ROW_WORD: Final = LazyPattern(
    r"(?:时间|日期|单位|机构|部门|机关|名称|编号|人|者|员|师|电话|邮箱|地址|组|主编|编辑|评级|职称|专业|院系|字数"
    r"|定价|页码)$"
)
_OF_MEETING: Final = LazyPattern(
    r"(?=.*(?:届|年|[12]\d{3}|全国|国际|中国|学术))[^。，；：:]{6,40}(?:年会|研讨会|论坛|大会|会议|峰会"
    r"|讨论会)(?:论文集?|文集|征文)?(?:[（(][^（）()]{1,24}[）)])?"
)
_SPOKEN: Final = r"(?:主旨|主题|特邀|邀请|大会|分论坛)(?:报告|演讲|发言|讲座)"
SPOKEN: Final = LazyPattern(_SPOKEN)
"""What something said at a meeting is, above its title."""
_SERIES_WORD: Final = (
    r"(?:研究|调研|调查|洞察|专题|咨询|智库|系列|工作|决策|内部|点评|深度|行业|公司|月度|季度|年度|课题|成果)报告"
    r"|工作论文(?:系列)?|讨论稿|(?:政策|决策|研究|舆情|工作)?(?:简报|内参|专报|要报|快报|参考|动态|通讯|信息)"
    r"|皮书系列|(?:蓝|白|绿|黄)皮书(?:系列)?|系列(?:丛书|报告|论文)?|晨会纪要|会议纪要|晨报|早报|新闻通?稿|通稿"
    r"|(?:深度|行业|公司|宏观|策略|固收|专题|量化|晨会|投资)(?:研究|点评|策略|周报|日报|深度)|(?:资料|信息|数据"
    r"|政策)摘要"
    r"|(?:封面|特别|人物|深度|本刊|本报|专题|财经|社会|时事|经济|科技|文化){1,2}(?:故事|特稿|报道|社论|评论|策划"
    r"|专访|早餐|观察|笔谈|手记)"
    r"|(?:会议|学术|参会|交流|入选)论文|社论|时评|来论|卷首语|编者的话|特写|专栏"
    rf"|{_SPOKEN}|文史资料(?:选辑|选编|汇编)?"
    r"|政策解读|(?:行业|市场|消费|趋势)?洞[见察]|研究成果|结题报告|统计(?:公报|报告|快报)|白皮书"
)
_SERIES: Final = LazyPattern(
    rf"(?:[\u3400-\u9fff·、]{{0,12}}(?=\S+[\s　·|｜:：]*[A-Z\d（(第总N])|[\u3400-\u9fff]{{0,4}})(?:{_SERIES_WORD})"
    r"(?:[\s　·|｜:：]*(?:[A-Z]{1,6}[-\s]?)?(?:No\.?)?\s*[\d（(第总]"
    r"[\d一二三四五六七八九十百\-—/.（）()第总期号辑年 ]*)?"
)
_NUMBER: Final = LazyPattern(
    r"[\u3400-\u9fff]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\s*第?\s*\d+\s*号|[〔\[（(]\d{4}[〕\]）)]\s*第?\s*\d+\s*[号期]|(?:No\.?|WP|DP"
    r"|总?第)\s*[\d\-—/.]+\s*[期号辑]?(?:[\s　]*[（(]总第?\s*\d+\s*期[）)])?"
    r"|(?:(?:19"
    r"|20)\d{2}\s*年?[\s　·]*)?总?第\s*[\d一二三四五六七八九十]+\s*[期号辑](?:[\s　]*[（(]总第?\s*\d+\s*期[）)])?"
    r"|[A-Z]{1,6}[-\s]?\d{2,4}[-/]\d{1,4}|[（(]第?\s*\d{1,4}\s*[号期][）)]"
)
_HOUSE: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,14}(?:出版社|书局|印书馆|出版公司|出版集团)(?:出版|出版发行)?"
)
_BROKER: Final = LazyPattern(r"[\u3400-\u9fff]{2,8}(?:证券|期货)(?:研究所|研究院|股份有限公司|有限公司)?")
_MADE_IT: Final = LazyPattern(
    r"[\s　]*(?:编印?|印发?|研创|发布|联合发布|出品|主编|编制|编写|组织编写|承印|主办)$"
)
_MARKED_BODY: Final = LazyPattern(r"^[（(]?[\d¹²³⁴①②③④]\s*[.．、]?\s*(?=[\u3400-\u9fff])")
_COLUMN: Final = LazyPattern(
    r"[\u3400-\u9fff]{2}(?:[\s　]*[·|｜/／][\s　]*[\u3400-\u9fff]{2,4})?"
    r"|[\u3400-\u9fff]{2,4}[\s　]+·[\s　]+[\u3400-\u9fff]{2,4}"
    r"|[\u3400-\u9fff]{2}(?:新闻|版|专栏|周刊)"
)
_PLACE: Final = LazyPattern(r"[·•][\s　]*[\u3400-\u9fff]{2,4}[\s　]*[·•]?")
_SHEET: Final = LazyPattern(
    r"第?\s*[A-Z]?\d{1,3}\s*版?[\s　·|｜:：/]*[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{2,4})?"
)
_TEXT_SIZE: Final = LazyPattern(r"(?:(?:[A-Z][+-]?(?![A-Za-z])|听(?:全文|新闻|报道)|朗读)[\s　|/]*){1,5}")
_NAVIGATION: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,6}(?:[\s　]*[|｜/／>›»·][\s　]*[\u3400-\u9fff]{2,6}){2,}"
    r"|[\u3400-\u9fff]{2,6}[\s　]*[/／>›»][\s　]*(?:正文|列表|详情|资讯|新闻|文章|内容|产业|财经|要闻|观点|民生)"
)
_NAVIGATION_WORD: Final = LazyPattern(
    r"首页|新闻|正文|资讯|政务|频道|财经|专题|视频|图片|公开|中心|动态|服务|产业|社会|文化|体育|国际|国内|评论|要闻"
    r"|列表|详情|文章|内容|栏目"
)
_BUTTONS: Final = LazyPattern(
    r"(?:[【\[（(][\s　]*(?:字[号体][^】\]）)]*|打印|关闭|收藏|分享|复制|推荐|纠错|返回"
    r"|[大中小 　]+)[\s　]*[】\]）)][\s　]*)+"
)
_NO_NAMES: Final = LazyPattern(r"(?:中国|全国|国家|各省|[省市县区镇村]$)")
_OF_PARTS: Final = frozenset(
    [Kind.FOREIGN, Kind.SERIES, Kind.BODY, Kind.DAY, Kind.NUMBER, Kind.HOUSE, Kind.MEDIUM]
)
_MOST_PARTS: Final = 4
_LONGEST_NAMES: Final = 40
_LONGEST_BODY: Final = 30


def without_mark(line: str) -> str:
    """Return the body a line names, without its number before and what it did behind."""
    return _MADE_IT.sub("", _MARKED_BODY.sub("", line)).strip(" 　（()）")


def is_button(line: str) -> bool:
    """Tell whether a line is a button or a path of the site and nothing else."""
    paths = _NAVIGATION.fullmatch(line) and _NAVIGATION_WORD.search(line)
    return bool(paths) or any(form.fullmatch(line) for form in (_BUTTONS, _TEXT_SIZE, _SHEET))


@lru_cache(maxsize=256)
def kind_of(line: str) -> Kind:
    """Return what a line is by its shape, or its parts are where all of them are told."""
    first = re.split(r"　+|\s{2,}", line)[0]
    if first != line and _OF_MEETING.fullmatch(first):
        return Kind.MEETING
    whole = _kind_of(line)
    parts = parts_of(line)
    if whole not in (Kind.OTHER, Kind.BODY) or not 1 < len(parts) <= _MOST_PARTS:
        return whole
    kinds = [_kind_of(part) for part in parts]
    if any(kind not in _OF_PARTS for kind in kinds) or kinds[0] is Kind.DAY:
        return whole
    return Kind.SERIES if Kind.SERIES in kinds else kinds[0]


def parts_of(line: str) -> list[str]:
    """Return what blanks and bars part a line into."""
    return [part for part in re.split(r"[\s　]*[|｜][\s　]*|[\s　]+", line) if part]


def _kind_of(line: str) -> Kind:
    bare = without_mark(line)
    tests: tuple[tuple[Kind, Callable[[], bool]], ...] = (
        (Kind.NOTICE, lambda: is_button(line)),
        (Kind.NUMBER, lambda: bool(_NUMBER.fullmatch(line))),
        (Kind.SERIES, lambda: bool(_SERIES.fullmatch(line)) or is_series_in_letters(line)),
        (Kind.MEETING, lambda: bool(_OF_MEETING.fullmatch(line.replace(" ", "")))),
        (Kind.DAY, lambda: is_date_line(line)),
        (Kind.NOTICE, lambda: is_notice(line)),
        (Kind.ROW, lambda: is_labelled(line) or _is_row(line)),
        (Kind.FOREIGN, lambda: not _HAN.search(line)),
        (Kind.HOUSE, lambda: bool(_HOUSE.fullmatch(bare))),
        (Kind.BODY, lambda: bool(_BROKER.fullmatch(bare)) or _names_bodies(bare)),
        (Kind.MEDIUM, lambda: bool(SITE.match(line))),
        (Kind.PEOPLE, lambda: _names_people(line)),
        (Kind.COLUMN, lambda: bool(_COLUMN.fullmatch(line))),
        (Kind.PLACE, lambda: bool(_PLACE.fullmatch(line))),
    )
    return next((kind for kind, holds in tests if holds()), Kind.OTHER)


def _is_row(line: str) -> bool:
    """Tell whether a line begins with a word that only a label ends in, and a colon."""
    row = _ROW.match(line)
    return bool(row) and bool(
        _ROW_WORD.search(re.split(r"[ 　]*[:：／]", re.sub(r"[ 　]", "", line), maxsplit=1)[0])
    )


def _names_bodies(bare: str) -> bool:
    parts = [part for part in re.split(r"[\s　]*[×＆&、|｜][\s　]*|[\s　]+", bare) if part]
    return bool(parts) and all(is_body(part) and len(part) <= _LONGEST_BODY for part in parts)


def _names_people(line: str) -> bool:
    """Tell whether a line lists names and nothing else: several of any form, or one of a known family."""
    names = people_in(line) if len(line) <= _LONGEST_NAMES and not _NO_NAMES.search(line) else []
    return (len(names) == 1 and is_family_name(names[0])) or (
        len(names) > 1 and any(map(is_family_name, names))
    )
