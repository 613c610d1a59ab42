"""The words around a figure: its clause, and the metric they name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.cues.phrase_ends import ends_of
from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.note_marks import UNSEEN
from corpus.knowledge.phrases.regions import SCOPE_HEAD
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words

BOUNDARY = LazyPattern(r"[，,；;。！？!?：:\n\t（(【［\[）)】]|——")
_BACKWARDS = LazyPattern(
    r"[；;。！？!?\n\t（(【［\[）)】]|[,：:](?:(?<!\d[,：:])|(?!\d))|，(?:(?<!(?<!\d)\d\d\d，)|(?!\d))"
)
"""A boundary of one character in a text turned round; none is a colon or a narrow comma between two digits, or a
wide comma before three."""
_HAS = LazyPattern(r"^有(?![效关机限色氧偿线害轨声意毒望])(?=[一-鿿]{2})")
"""Between a place and what it has: 该镇|有网店."""
_THREE_DIGITS = LazyPattern(r"\d{3}(?!\d)")
LISTED = ("、", "和", "与", "及", "以及")
"""Behind the first of several things told of together."""
OF_EACH = r"(?<![人日月年户亩场店单平])[均都](?:已|将)?"
"""Before what holds of each of several named before: 四川、广东均|超过3000万人次; 人均, 店均 are of an average."""
_OFFERING = "发售"
"""Behind 全球, where it is of no place: 全球发售募集资金净额."""
_KIND_OF_PLACE = frozenset({"区域", "地区", "市场", "板块", "业务", "片区"})
"""What is nothing without the place before it: 北美区域."""
_JOINT = LazyPattern("[、和与及]")
_INDUSTRIES = 3
_THIRDS = LazyPattern(r"^东、?中、?西部(?P<kind>(?:地区)?)")
"""Three thirds of the country, the first two told by one sign."""
_FOURTHS = LazyPattern(r"^东部?、中部?、西部?(?:和|、|及|与)东北部?(?P<kind>(?:地区)?)")
"""The four parts of the country."""
_FOUR_PARTS = 4
_INDUSTRIES_TOLD = LazyPattern(r"第?一、?二、?三(?:次|大)?产业?")
_TOWN_AND_COUNTRY = 2
_TWO_IN_ONE = {
    "城乡": "城镇、农村", "男女": "男性、女性", "线上线下": "线上、线下", "进出口": "进口、出口",
    "国内外": "国内、国外", "海内外": "国内、海外", "内外销": "内销、外销", "产销量": "产量、销量",
    "上下游": "上游、下游",
}  # fmt: skip
"""Two things told by one word, where each has a figure: 男女占比分别为52%和48%."""
_PARTED = LazyPattern(r"[、/]|以及|[和与及]")
_BOTH = LazyPattern(rf"(?:{'|'.join(_TWO_IN_ONE)})(?=.)")
_REACH = 300
"""No clause is longer than this, in code points."""
EMPTY = LazyPattern(
    r"(?!\d0后$)"
    r"[\d.,%年月日季度一二两三四五六七八九十半后前于第全上下天周个Qq \-—~至到末底初份旬内来起的和间期已经就有小时分钟]*"
)
METRIC_HEAD = LazyPattern(
    r"(?:(?:进出口|进口|出口|销售|零售|交易|成交|贷款|存款)?总[额值量]|净额|增加值|总产值|产值|生产总值|总值|收入|支出|投资|交易额|销售额|零售额|成交额|进出口|出口|进口|总额|规模|产量|销量|总量|用户|人数|"
    r"比重|占比|比例|份额|渗透率|普及率|贡献率|转化率|增速|利润|利润率|市值|估值|融资|消费|存款|贷款|余额|面积|能力|数量|客流|装机容量|装机|里程|产能|容量|发电量|电量|人口|毛?[一-鿿]{2}率)$"
)
OWN_HEAD = LazyPattern(
    rf"[数额量率值积价薪]$|[营创]收$|[毛净]利$|[人车班架]次$|价格$|成本$|费用$|资产$|负债$|工资$|薪酬$|指数$|寿命$|床位$|[得评]分$"
    rf"|(?:GMV|GTV|MAU|DAU|GDP|ARPU|EBITDA)$|[气温湿速浓密强高长宽深厚难意]度$|气温$|{METRIC_HEAD.pattern}"
    r"|(?:服务费|(?:研发|资本)(?:投入|开支|支出)|手续费|资金|佣金|租金|押金|奖金|罚款|赔款|账款|回款|税收|保费|运费|学费|票房|补贴|库存|存货|现金流|分红|商誉|预算)$"
)
"""How words end that name a measure by themselves."""
_TOWARDS = frozenset("对向")
"""Before the first of several whom something is traded with: 对东盟、欧盟进出口."""
_SHARED_WITH = LazyPattern(r"(?:城市|地区|居民|家庭|企业)?(?:平均|人均|日均|户均|月均|净增|新增|累计)?$")
"""What belongs to such a measure of all: 一线、新一线城市平均工资."""
TWIN = LazyPattern(
    r"城镇|农村|城市|乡村|进口|出口|国内|国外|境内|境外|入境|出境|省内|省外|线上|线下|(?:东部|中部|西部|东北)(?:地区)?|同城|异地|国际(?:/港澳台)?|男性|女性|男|女"
    r"|第?[一二三]|第[一二三]产业|有效|实际|新增|存量|公办|民办|国有|民营|个人|单位|商品|服务|货物|工业|农业|内资|外资"
    r"|刑事|治安|民事|(?:国家|[省市部县区])级|本科|专科|高职|普通|职业"
)
_INNER = LazyPattern(
    r"^(?:在|对|将|把|以|当)?(?:最近的|本次|此次)?(?P<np>.+?)(?:(?<![高初集])中|里|上|(?<![国境省市县区海体院校室场])内|方面|领域)$"
)
_AREA: Final = "地区"
"""The end of a place, and the first word of what it may have: 东部|地区生产总值."""
_CENTRAL_BANK = LazyPattern(r"(?P<who>央行|中央银行|储备银行)(?:维持|将|把)?(?=[一-鿿]{2})")
"""Behind a country, whose a rate is then: 欧洲央行维持存款利率."""
_OFFICE_ACTS: Final = LazyPattern(
    r"[一-鿿]{1,8}?(?:局|委|委员会|法院|检察院|海关|支行|厅|总队)(?:依法|近日|已|再次)*(?:对|向|给予|责令)"
)
"""Behind a place, an office of it that acts on somebody, whose the figure then is: 临江市税务局对青禾公司罚款."""


@cache
def _only_moved() -> LazyPattern[str]:
    """Return what finds what an earlier clause says of its metric without a number: 净利却缩水过半."""
    return LazyPattern(
        r"(?<=[一-鿿]{2})(?<!分别)(?:同比|环比)?(?:却|也|则|都|均|已|再|又|更|仍|双双|普遍|持续|继续|大幅|明显|显著|逐年|连年|快速|小幅|强劲|强势|同步|一路|略有|有所|急剧|近乎)*"
        r"(?:(?:实现|保持|录得|取得|呈现?)?(?:双位数|两位数|个位数|[一-鿿]{2,3}式)的?)?"
        rf"(?:{cue('movements', 'moved').pattern})(?:过半|近半|一半|过多|不少|明显|较快|不断)?$"
    )


def without_movement(words: str) -> str:
    """Return the head of a clause without what it says of it: 净利却缩水过半 → 净利."""
    return _only_moved().sub("", words)


def clause_start(text: str, start: int, limit: int) -> int:
    """Return where the clause begins that holds position ``start``, not before ``limit``."""
    limit = max(limit, start - _REACH)
    if start <= limit:
        return limit
    if text.find("——", limit, start) < 0:
        return _clause_start_backwards(text, start, limit)
    position = limit
    for match in BOUNDARY.finditer(text, limit, start):
        inner = (
            match[0] in ",，：:"
            and text[match.start() - 1 : match.start()].isdecimal()
            and text[match.end() : match.end() + 1].isdecimal()
            and (match[0] != "，" or _THREE_DIGITS.match(text, match.end()))
        )
        if not inner:
            position = match.end()
    return position


def _clause_start_backwards(text: str, start: int, limit: int) -> int:
    """Return what ``clause_start`` does, looking back from ``start``: the boundary is near, the limit is not."""
    behind = text[start : start + 1]
    backwards = text[max(0, limit - 1) : start + 1][::-1]
    match = _BACKWARDS.search(backwards, len(behind), start + len(behind) - limit)
    return start + len(behind) - match.start() if match else limit


@lru_cache(maxsize=4096)
def strip_metric(words: str) -> str:
    """Return the noun phrase left of a clause head after connectors, scope words and verbs are taken off."""
    words = ends_of("phrase_ends").without(words.replace(UNSEEN, "").strip())
    inner = _INNER.match(words)
    if (
        inner
        and len(inner["np"]) >= 2
        and inner["np"][-1] not in "以之线网"
        and not METRIC_HEAD.search(words)
    ):
        words = inner["np"]
    words = _unquoted(words.strip(" 　"))
    return "" if EMPTY.fullmatch(words) else words


def _unquoted(words: str) -> str:
    """Take quotation marks off that enclose the whole phrase or have lost their partner."""
    for opening, closing in (("“", "”"), ("「", "」"), ('"', '"')):
        if words.startswith(opening) and words.endswith(closing) and len(words) > 1:
            return words[1:-1]
        if opening != closing and words.count(opening) != words.count(closing):
            words = (
                words.lstrip(opening).rstrip(closing)
                if words[:1] == opening or words[-1:] == closing
                else words
            )
    return words.strip('" ') if words.count('"') % 2 else words


def split_scope(words: str) -> tuple[str, str]:
    """Part the scope a metric begins with, no first of a list, from the metric: 全省生产总值 → 全省, 生产总值."""
    match = SCOPE_HEAD.match(words)
    if not match or match.end() >= len(words):
        return "", words
    rest = _HAS.sub("", words[match.end() :].lstrip("的 "))
    if match[0].endswith("洲") and rest.startswith("区"):
        return "", words
    if match[0].endswith(_AREA) and rest.startswith("生产总值"):
        return match[0].removesuffix(_AREA), _AREA + rest
    if _OFFICE_ACTS.match(rest):
        return "", words
    bank = _CENTRAL_BANK.match(rest)
    if bank:
        return f"{match[0]}{bank['who']}", rest[bank.end() :]
    return (
        ("", words)
        if rest in _KIND_OF_PLACE or rest.startswith((*LISTED, _OFFERING, "部门", "分部", "事业部"))
        else (match[0].removesuffix("的"), rest)
    )


def joined_items(words: str, joints: int = 0) -> list[str]:
    """Return the items of a short list as they stand there, with no noun shared out: 甲、乙和丙.

    It is parted at its first ``joints`` only, 0 for all of them.
    """
    return _JOINT.split(words, maxsplit=joints)


def split_list(words: str, count: int) -> tuple[str, ...] | None:
    """Part a list of ``count`` subjects that share their last noun: 装备制造业、高技术制造业增加值."""
    if count == _FOUR_PARTS:
        words = _FOURTHS.sub(r"东部\g<kind>、中部\g<kind>、西部\g<kind>、东北\g<kind>", words, count=1)
    elif count == _INDUSTRIES:
        words = _INDUSTRIES_TOLD.sub("一产、二产、三产", words, count=1)
        words = _THIRDS.sub(r"东部\g<kind>、中部\g<kind>、西部\g<kind>", words, count=1)
    elif count == _TOWN_AND_COUNTRY and not _PARTED.search(words):
        words = _BOTH.sub(lambda told: _TWO_IN_ONE[told[0]], words, count=1)
    if words.count("/") == count - 1 and "、" not in words:
        words = words.replace("/", "、")
    items = [
        item.strip()
        for item in re.split(
            r"、|以及|，|,|(?<!中)和(?!谐)|(?<![普涉以波累触顾提危企])及(?![其率格时早至物]|以[上下])|与",
            words,
        )
        if item.strip()
    ]
    if len(items) != count:
        return None
    if items[0][0] in _TOWARDS and not any(item[0] in _TOWARDS for item in items[1:]):
        items[1:] = [items[0][0] + item for item in items[1:]]
    twin = TWIN.match(items[-1])
    if count > 1 and twin and all(TWIN.fullmatch(item) for item in items[:-1]):
        return (*(item + items[-1][twin.end() :] for item in items[:-1]), items[-1])
    head = ""
    for index in range(count - 1, -1, -1):
        if OWN_HEAD.search(items[index]):
            _, owned, measure = items[index].rpartition("的")
            head = measure if owned else _measure_at_end(items[index])
        else:
            items[index] += head
    return tuple(items)


def _measure_at_end(item: str) -> str:
    """Return the measure the last of several listed ends in, which all share: 西南销量占比 → 销量占比."""
    words = plain_words(item)
    place = len(words) - 1
    while place > 1 and (len(words[place]) == 1 or OWN_HEAD.search(words[place - 1])):
        place -= 1
    shared = METRIC_HEAD.search(item)
    told = max("".join(words[place:]) if place > 0 else "", shared[0] if shared else "", key=len)
    with_it = _SHARED_WITH.search(item, 0, len(item) - len(told))
    return (with_it[0] if with_it and with_it.start() else "") + told
