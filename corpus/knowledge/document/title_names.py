"""The subject a title names: before a colon, by the form of a proper name, or by a name the text repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.document.places import level_of
from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.knowledge.phrases.metrics import thing_in
from corpus.knowledge.phrases.own_names import is_name
from corpus.knowledge.phrases.persons import is_person_name
from corpus.knowledge.phrases.place_ends import PLACE_LEVELS
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import OF_SENTENCES

_BEFORE_COLON: Final = LazyPattern(r"(?P<name>[一-鿿A-Za-z0-9]{2,10})[：:](?=\S{2})")
_OPENING: Final = LazyPattern(
    r"^(?:【[^】\n]{1,8}】|[《【\[“\"]|关于|记者从|走进|航拍|(?:乘|坐)(?:坐|着|上)|再登|夜游|(?:登|游|访|逛)(?=[一-鿿]{2,3}[塔阁楼寺庙亭桥])|试驾|试用|试玩|实测|评测|测评|体验|开箱|上手|聊聊|聚焦|对话|专访|探访|再访|解读|直击|观察|摘要[：:|｜]?|(?:19|20)\d\d年?|[一二]〇[〇一二三四五六七八九]{2}年|前?[一二三四]个?季度|[上下]半年|(?:前|1[—-])?\d{1,2}个?月份?|今年|去年|全年)+"
)
_GENERAL: Final = LazyPattern(
    r"(?:年鉴|县志|市志|省志|公报|市场|行业|产业|数据|报告|消费|经济|统计|情况|规模|人口|旅游|粮食|财政|外贸)$"
)
"""What a title says of its name: 低度酒市场."""
_NO_NAME: Final = LazyPattern(
    r"(?:[早午收夜晚尾开][盘评]|盘[前中后]|复盘|精选|[点简短]评|评[述论]|跟踪|解读|纪要|研报|[日周月季年中]报|速[递览]|读懂|图解|易|标题|来源|导读|摘要|简介|提示|注意|快讯|讯|报道|公告|显示|了解|公司|记者|时间|地点|如下|防雷|专题|附件|问|答|代码|编号|简称|全称|名称|文号|索引号|关键词|作者|编辑|栏目)$"
    r"|^(?:公司|本次|其|该|请|据|经|截[至止]|值得|图|表|第|全[省市县]|全国(?!人大|政协|总工会|工商联|妇联|社保))"
)
"""What stands before a colon, or begins a text, and names nobody."""
_OFFICE: Final = LazyPattern(
    r"(?:局|厅|部|委|署|办|海关|法院|检察院|委员会|政府|国务院|央行|人民银行|高检|高法)$"
)
"""An office before a colon tells of others, not of itself: 国家能源局：上半年…"""
_OF_ALL: Final = LazyPattern(r"^[全我本各][省市区县州国校院镇乡村]")
_OF_TRADE: Final = LazyPattern(r"[一-鿿]{0,2}(?:市场|行业|产业|赛道|展望|消费者|用户|企业|品类|价格|进出口)")
"""What a title says of a trade as a whole."""
_STUDIES: Final = LazyPattern(
    r"对.{2,}的(?:影响|效应|作用|冲击)|基于.{2,}的(?:证据|分析|研究|实证)|实证(?:研究|分析|检验)"
)
"""A title of what is studied is about none of the things it names."""
_LED_BY: Final = LazyPattern(
    r"(?P<name>[一-鿿A-Za-z0-9]{2,10}?)(?:联合|共同)?(?:创始人|创办人|董事长|总经理|总裁|首席[一-鿿]{2,3}官|CEO|CTO|董秘|负责人)(?:兼[一-鿿A-Z]{2,6})?[一-鿿·]{2,6}(?:[：:，,]|$)"
)
"""Whom somebody leads: 竹影科技创始人何潮："""
_SHORT_NAME: Final = LazyPattern(
    r"(?:证券|股票|公司)简称[ ]?[：:][ ]?(?P<name>[*A-Z]{0,3}[一-鿿]{2,6}[A-Z]?)"
)
_HOUSE_TELLS: Final = LazyPattern(
    r"^[一-鿿]{2,8}(?:证券|期货|资本|研究院|研究所)[：:][ ]?(?=[一-鿿]{2,8}[ ]?[（(])"
)
"""Whose paper it is before a colon, where a company with its code follows."""
_STUDIES_OTHERS: Final = LazyPattern(r"(?:证券|期货|研究院|研究所|智库|咨询|研报)$")
_CODED: Final = LazyPattern(
    r"(?P<name>[一-鿿]{2,8})[ ]?[（(](?:[A-Z]{2}[.:]?)?(?:[\dXx]{6}(?:\.[A-Z]{2})?|\d{4,5}\.[A-Z]{2})[）)]"
)
"""A name before its code: 澄海轮胎（600000）."""
_OF_YEAR: Final = LazyPattern(
    r"(?P<name>[一-鿿]{2,12}?(?:管理中心|服务中心|大学|学院|中学|小学|医院|基金会|协会|博物馆|图书馆|美术馆))(?=(?:19|20)\d\d)"
)
"""Whose yearly account it is: 江岸大学2025年…"""
_BEFORE_YEAR: Final = LazyPattern(
    r"(?P<name>[一-鿿]{4,12}?)(?=(?:19|20)\d\d年?(?:度|工作|运行|生产|[上下]半年|年报|总结))"
)
"""What stands before the year of an account: 柳河水库2022年工作总结."""
_NOTICE: Final = LazyPattern(
    r"^(?P<name>[一-鿿A-Za-z]{3,10}?)(?=关于|(?:19|20)\d\d年|召回|停产|产销|销量|业绩|[中年]期|年度|半年度|[一二三四]季度)"
    r"[^，。：]{0,20}(?:公告|报告|年报|快报|简报|说明会|说明书)(?:摘要|全文)?$"
)
"""What a company tells of itself: 驰远商用车2023年销量公告."""
_OWN_PAPER: Final = LazyPattern(
    r"^(?P<name>[一-鿿A-Za-z]{3,8}?)(?:集团|股份)?(?:(?:19|20)\d\d年?(?:度|上半年|半年度|第?[一二三四]季度)?)?(?:企业)?"
    r"(?:(?P<only>社会责任(?:报告|白皮书)|环境、?社会[及和与]?(?:公司)?治理|ESG"
    r"|(?:科创板|创业板|北交所|主板)?(?:上市|招股|IPO|首发|[首一二三]轮)?"
    r"(?:审核)?(?:问询函?|反馈意见)的?(?:回复|答复)|招股说明?书|(?:主体|信用|跟踪|债券|发行人){1,2}评级(?:报告)?|债券募集|(?:年度)?审计报告"
    r"|内部控制|股东大?会|董事会|监事会|投资者(?:关系|问答|交流|说明会)|业绩(?:预告|快报|说明会)|首次公开发行)"
    r"|(?:财务|业绩|经营|产销)(?:概览|概况|摘要|简报|情况|数据|报告|指标)?(?=$|[：:（(])|(?:[年季中]|半年)报(?=$|[：:（(])"
    r"|(?:裁员|停产|欠薪|破产|退市|上市|被查|债务|重组|并购|融资)(?:传闻|风波|危机|之路|始末|调查|进展|疑云)?(?=$|[：:，,]))"
)
"""What only a company issues of itself, and what is told of one that the text calls 公司: 远谷生鲜社会责任报告."""
_REVIEWED: Final = LazyPattern(
    r"^[一-鿿]{0,4}(?:点评|快评|速评|简评)[：:](?P<name>[一-鿿A-Za-z]{3,8})(?=[：:，,（(]|$)"
)
"""Whose accounts are reviewed: 年报点评：宁朔阀门."""
_COVERED: Final = LazyPattern(
    r"^(?P<name>[一-鿿A-Za-z]{3,8}?)(?:[（(][^（）()]{1,14}[）)])?(?:(?:19|20)\d\d年?)?"
    r"(?:首次覆盖|深度(?:报告|研究|分析)?|(?:公司|动态)?跟踪(?:报告|点评)?|调研(?:纪要|简报)?"
    r"|(?:[一三]季报|前?[一二三四]季度|中报|半年报|年报|业绩(?:快报|预告)?|财报|公告)"
    r"(?:点评|解读|简评|速评|快评|前瞻)|(?<=[）)]))(?=[：:｜|，, ]|$)"
)
"""Whom a broker's paper is on: 澄光新材首次覆盖：, 素朴家居三季报点评：."""
_RATES: Final = LazyPattern(
    r"评级|目标价|盈利预测|(?:维持|给予|上调|下调)[^，。]{0,4}[“\"]|(?<![A-Za-z])(?:PE|PB|EPS)(?![A-Za-z])"
)
"""What only a broker says of a share."""
_PENALISED: Final = LazyPattern(
    r"决定书[（(](?P<name>[一-鿿A-Za-z]{3,12}?)(?:及|等|、|[）)])|(?:关于)?对(?P<firm>[一-鿿A-Za-z]{3,24}?)(?:及[^，。]{2,24})?(?:采取|出具|实施|给予|作出|的监管|的行政)"
)
"""Whom a decision of a regulator concerns: 行政处罚决定书（青禾股份及相关责任人员）."""
_ITSELF: Final = LazyPattern(r"(?:^|[\n，。；：年月日]|季度)(?:本?公司|集团|本行)(?!是|之一)")
_SENT_BY: Final = LazyPattern(
    r"^[一-鿿]{2,12}(?:讯|(?<=[社报网台日])电|消息)[ ]?"
    r"(?:[（(](?:特?约?记者|通讯员|编辑)[^（()）]{0,24}[）)]|[，,：:])[ ]?"
)
"""Whose agency sent a piece of news whose first sentence is taken for its title: 上证报讯（记者 温某）."""
_HOUSE: Final = LazyPattern(r"^[一-鿿]{2,6}(?:证券|期货|研究院|研究所|智库)[ ]?[｜|·丨][ ]?(?=\S{3})")
"""Whose paper it is, before a stroke and what the paper is about."""
_OF_SCHOOL: Final = ("生", "教师")
"""Behind a school in a title of whom something is studied: 农村小学生睡眠状况研究."""
_JOINS: Final = frozenset({"与", "和", "及"})
"""Words by which a title names two, and is about neither alone."""
_COUNTRY: Final = "中国"
"""With a word of the dictionary behind it no name begins so: 中国公路物流运价指数."""
_BEFORE_CLAUSE: Final = frozenset("\n，。；、：“在据年月季日")
"""Signs behind which a clause begins, or what it tells when a time or a source stands before."""
_LONGEST: Final = 10
_SHORTEST: Final = 2


def short_name_in(line: str) -> str:
    """Return the short name of a company that the head of its notice tells, empty for any other line."""
    told = _SHORT_NAME.search(line)
    return told["name"] if told else ""


def named_in_title(title: str, text: str) -> str:
    """Return whom or what a document is about by its title; empty where the title names nobody for certain.

    ``text`` is the beginning of the document: a name without a form of its own counts only if a clause there
    begins with it too.
    """
    short = short_name_in(title)
    if short:
        return short
    words = _OPENING.sub("", _HOUSE.sub("", _SENT_BY.sub("", title.strip())))
    told = _by_form(words)
    if told is not None:
        return told
    body = text.partition("\n")[2] or text.removeprefix(title)
    before = _BEFORE_COLON.match(words)
    if before and (
        _OFFICE.search(before["name"])
        or _only_reports(before["name"], body)
        or _only_writes(before["name"], body)
    ):
        return ""
    if before and not _NO_NAME.search(before["name"]) and _is_spoken_of(before["name"], body):
        return before["name"]
    body_of_year = _OF_YEAR.match(words)
    if body_of_year:
        return body_of_year["name"]
    before_year = _BEFORE_YEAR.match(words)
    if before_year and thing_in(f"{before_year['name']}的") == before_year["name"]:
        return before_year["name"]
    thing = thing_in(words) or _whole_thing(words)
    if _OF_ALL.match(thing):
        return ""
    several = _JOINS.intersection(plain_words(thing))
    if thing and not several and not words.startswith(_OF_SCHOOL, len(thing)):
        return thing
    return _beginning(words, body) or _notified(words, body)


def _by_form(words: str) -> str | None:
    """Return whom a title names by its form, empty where that is nobody for certain, ``None`` where it does not say."""
    coded = _CODED.match(_HOUSE_TELLS.sub("", words))
    if coded:
        return coded["name"]
    if _STUDIES.search(words):
        return ""
    penalised = _PENALISED.search(words)
    firm = (penalised["name"] or penalised["firm"]) if penalised else ""
    if firm and ends_as_company(firm):
        return firm
    led = _LED_BY.match(words)
    return led["name"] if led and not _NO_NAME.search(led["name"]) else None


def _beginning(words: str, body: str) -> str:
    """Return the name a title begins with that a clause of its text begins with too, empty without one."""
    for name in _beginnings(words):
        if (_begins_clause(name, body) and (is_name(name) or _is_word_of_trade(name, words))) or (
            ends_as_company(name) and _is_coined(name, body)
        ):
            return name.removesuffix("股份") if words.startswith("有限", len(name)) else name
    return ""


def _begins_clause(name: str, body: str) -> bool:
    """Tell whether a name stands at the head of a clause, the first time as no place: not 临江 in 在临江市."""
    place = body.find(name)
    while place > 0 and body[place - 1] not in _BEFORE_CLAUSE:
        place = body.find(name, place + 1)
    end = place + len(name)
    return place >= 0 and body[end : end + 1] not in PLACE_LEVELS


def _only_reports(name: str, body: str) -> bool:
    """Tell whether a text says of a name only what it found out of others: IDC报告显示, 中国…."""
    told = re.search(
        rf"{name}[^，。；\n]{{0,16}}(?:数据|报告|统计|监测|研究|调查)(?:结果)?(?:显示|指出|表明)", body
    )
    return told is not None


def _only_writes(name: str, body: str) -> bool:
    """Tell whether a house that studies others is named in a title as who writes, and the text never speaks of it."""
    return bool(_STUDIES_OTHERS.search(name)) and name not in body and not _ITSELF.search(body)


def _notified(title: str, body: str) -> str:
    """Return whose notice a text is that speaks of 公司 or 集团; empty for a place's or a trade's."""
    covered = _COVERED.match(title) if _RATES.search(body) else None
    notice = covered or _NOTICE.match(title) or _REVIEWED.match(title)
    name = notice["name"] if notice and (covered or _ITSELF.search(body)) else ""
    paper = None if name else _OWN_PAPER.match(title)
    if paper and (paper["only"] or (_ITSELF.search(body) and _is_known(paper["name"], body))):
        name = paper["name"]
    general = _GENERAL.search(name) or _NO_NAME.search(name) or level_of(name) or _OF_TRADE.fullmatch(name)
    return "" if general or is_word(name) or listed("verbs").intersection(plain_words(name)) else name


def _is_known(name: str, body: str) -> bool:
    """Tell whether a name is coined, or spoken of in a text; what only tells a trade is neither: 新能源汽车."""
    return name in body or is_name(name) or is_name(next(iter(plain_words(name)), ""))


def _is_word_of_trade(name: str, title: str) -> bool:
    """Tell whether a word before a trade is somebody's name: 银杏保险, not 跨境电商 and not 新能源汽车市场."""
    parts = plain_words(name)
    if len(parts) != 2 or not ends_as_company(name) or is_word(name):
        return False
    general = {parts[0]} & (listed("barred") | listed("kinds"))
    return not general and len(parts[0]) > 1 and not _OF_TRADE.match(title, len(name))


def _is_coined(name: str, body: str) -> bool:
    """Tell whether what ends as a company's name is one, and no trade in everyday words: 县域居民短视频."""
    everyday = sum(len(word) > 1 and is_word(word) for word in plain_words(name[:-2]))
    return is_name(name[:-2]) and (everyday <= 1 or name in body)


def _is_spoken_of(name: str, body: str) -> bool:
    """Tell whether what a title puts before a colon is a name by its form, or one the text speaks of."""
    told = name in body or ends_as_company(name) or bool(thing_in(f"{name}的")) or bool(level_of(name))
    return told or (_ITSELF.search(body) is not None and _is_no_heading(name))


def _is_no_heading(name: str) -> bool:
    """Tell whether what stands before a colon is a name, as no words of a column are: 云峤微电, not 业绩快报."""
    return is_name(name) and not is_person_name(name)


def _beginnings(words: str) -> Iterator[str]:
    """Yield what a title begins with, whole words only, the longest first."""
    ends, end = [], 0
    for word in plain_words(words[:_LONGEST]):
        end += len(word)
        ends.append(end)
    for size in reversed(ends):
        name = words[:size]
        if (
            size >= _SHORTEST
            and re.fullmatch("[一-鿿]+", name)
            and not _GENERAL.search(name)
            and not (name.startswith(_COUNTRY) and is_word(name.removeprefix(_COUNTRY)))
            and not (not ends_as_company(name) and any(_has(name, end) for end in ends if end < size))
            and _named(name)
        ):
            yield name


def _has(words: str, end: int) -> bool:
    """Tell whether a phrase is a company with a word of what it has behind its first ``end`` signs: 北鹿股份员工."""
    return end > _SHORTEST and ends_as_company(words[:end]) and is_word(words[end:])


def _named(words: str) -> bool:
    """Tell whether a phrase may be a name as a whole, and says nothing of one."""
    told = any(is_word(word) and word_class(word).startswith(OF_SENTENCES) for word in plain_words(words))
    return not told and not _NO_NAME.search(words) and not OWN_HEAD.search(words)


def _whole_thing(words: str) -> str:
    """Return the thing a title consists of up to its end or a mark."""
    return thing_in(f"{re.split(r'[：:，,（( |｜—]', words)[0]}的")
