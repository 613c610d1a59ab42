"""Figures that say nothing of themselves, but of which things another one is told: bands, examples, places."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.measure_words import ONE_BY_ONE
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

NOUN_BEHIND: Final = LazyPattern(r"[一-鿿](?<![的为是有和、及，])")
"""The first sign behind a figure, where it may be that of a noun."""
_JUDGED: Final = LazyPattern(
    r"(?P<what>[一-鿿]{2,24}?)(?:则|倒是?|其实|并|也|还|却|都|就|已经?)*"
    r"(?:(?:首次?|再次|一举|成功)?(?:超过|超越|反超|赶超|赶上|追平|领先)(?:了)?[一-鿿A-Za-z]{1,8}|由[负正亏盈降升跌涨减增]转[负正盈亏升降涨跌增减]"
    r"|不[升降涨跌增减]反[升降涨跌增减]|逆势[一-鿿]{2}|稳中[有向趋][升降增好稳]"
    r"|(?:不算?|没有?|很|挺|比较|算|偏|相当|非常)[一-鿿]{0,5}?[高低大小多少快慢好差贵]了?)"
)
"""A measure with what is said of it before its number: 退货率倒没想象中高, 现金流净额由负转正."""
_SHARE_OF: Final = LazyPattern(
    r"(?:之?间|不等)?的[^，。；、\d]{0,10}?"
    r"(?:占比?|比例|比重|份额|有|为|是|达到?|约|近|超过?|不到|不足|只|仅|共|则|分别|高达"
    r"|最[高低大小多少][，,]?|[:： ])+"
)
"""Between a bound and the share of what keeps within it: 1000元以上的消费者占."""
_NEXT_TO: Final = LazyPattern(r"(?:之?间|不等)?(?:者|占比?|的?比例为|的?占比为|[:： ])+")
"""The same where no 的 is needed, the bound being one that can be nothing else: 500—1000元占, 5次以上者占."""
_BOUNDS: Final = frozenset(("以上", "以下", "以内"))
_SORT: Final = LazyPattern(
    r"(?:重点|重大|大|优质|产业|招商|工业)*(?:项目|企业|工程|产业链|合同|订单|单品|品牌|商品|产品|客户|设备)"
)
_KIND_OF_BAND: Final = LazyPattern(
    r"的?(?:户型|机型|车型|房源|产品|套餐|价位|价格[段带]|面积段|区间|档位?|机组|新房|住宅|订单|家庭|人群|群体)"
)
"""Behind a range that says of which things something is told: 100—140平方米户型占41%."""
_SO_MANY: Final = LazyPattern(r"的?(?:有|共|仅|各)?[ ]?\d+[ ]?[个家户项条座件款只笔宗]")
"""Right behind a bound, how many reach it: 其中50亿元以上6个."""
_COUNTED_BEHIND: Final = LazyPattern(
    r"的?(?P<things>(?:(?![和与及])[一-鿿“”]){2,10}?)(?:共有?|已有|还?有|达到?|为)?\d+[个家户款项名条座支件](?![一-鿿]*[年月天])"
)
"""Behind a bound, how many of the things are counted that reach it: 交易额超亿元市场45个."""
_HOW_MANY_SUCH: Final = LazyPattern(
    r"的?(?:(?!数)[一-鿿A-Za-z]){1,10}(?:数量?|个数|家数)(?:同比|环比|[较比增减达为超近约翻]|突破|[，。；]|[ ]?\d)"
)
"""Behind a bound that was passed, how many of the things did pass it: 破亿元单品数同比增长."""
_PASSED: Final = ("破", "过", "超", "上")
_KINDS: Final = frozenset({"上市", "拟建", "在建", "在研", "新建", "续建", "投资", "合作", "加盟", "签约"})
"""Deeds that say of which kind things are: 超亿元在建项目45个."""
_TOGETHER: Final = LazyPattern(
    r"(?:公司|企业|平台|厂商|品牌|银行|省份?|城市|地区|部门)?(?:一共|合计|共计|总计|之和|加起来|相加|总共|共占)"
)
_GRADE: Final = LazyPattern(r"级及?以[上下]")
_MOST: Final = 24
"""No more than this stands between a bound and its share, in code points."""
_ONE_OF: Final = LazyPattern(r"[一两二三四五六七八九十\d][艘座台架辆条栋幢间套块片][ ]?$")
_ONE_FOR: Final = LazyPattern(r"[一两二三四五六七八九十\d][杯份本件张瓶碗盒只双条包袋支台块][ ]?$")
"""Before what one thing costs that is named behind it: 一杯28元的奶茶."""
_LIKE_ONE: Final = LazyPattern(r"[ ]?(?:以|像|按|对)?(?:一|某)[家个间座款种位名套辆台][ ]?")
"""Before what an example is like: 以一家200平方米的店为例."""
_OWNERS: Final = LazyPattern(
    r"[ ]?(?:[一-鿿]{0,6}(?:公司|企业|银行|基金|品牌|平台|门店|商家|城市|学校|医院))的"
    r"(?P<what>[一-鿿]{2,16}?)(?:为|达|是|分别|合计|同比|环比|[增下减上提]|较|比|超|约|近|[\d，])"
)
"""Behind the number of those whose measure is told: 721家公司的平均净利润为3亿元."""
_PLACES_OF: Final = LazyPattern(
    r"[ ]?(?:[省市县区乡镇村国]|[省市]份|社区|街道|城市|国家|地区|乡镇|县区|学校|企业|行业)的[ ]?\d"
    r"|[ ]?(?:大中|重点|样本|热点)城市(?:房价|新房|新建|二手|住宅|楼市)"
)
"""Behind the number of places or bodies others are counted of: 18个县的96个村."""


def is_band(text: str, figure: Figure, later: Figure | None) -> bool:
    """Tell whether a figure bounds the group whose share the ``later`` one is: 500—1000元的占35.1%."""
    if later is None or not later.percent or later.unit != "%" or later.lead - figure.tail > _MOST:
        return False
    between = text[figure.tail : later.mention.span.start]
    if figure.percent and figure.unit == "%":
        return bool(figure.qualifier) and bool(_SHARE_OF.fullmatch(between))
    low, high = figure.bounds()
    bounded = low is not None or high is not None
    return bool(_SHARE_OF.fullmatch(between)) or (bounded and bool(_NEXT_TO.fullmatch(between)))


def is_grade(text: str, figure: Figure) -> bool:
    """Tell whether a number says of which grade the things behind it are: 3级及以上不良反应."""
    return not figure.unit and bool(_GRADE.match(text, figure.tail))


def is_for_one(lead: str, figure: Figure) -> bool:
    """Tell whether a measure says for how much of a thing the sum named before it is: 作业费一亩收七块钱."""
    return figure.mention.kind == "quantity" and figure.value == 1 and is_money_noun(lead)


def is_sort(text: str, figure: Figure) -> bool:
    """Tell whether a sum says of which sort the things behind it are: 新签约10亿元以上项目46个."""
    ranged = figure.mention.low is not None and figure.mention.high is not None
    if ranged and figure.mention.kind in {"amount", "quantity"} and _KIND_OF_BAND.match(text, figure.tail):
        return True
    bounds = figure.mention.kind == "amount" and figure.qualifier in _BOUNDS
    if bounds and (_SORT.match(text, figure.tail) or _SO_MANY.match(text, figure.tail)):
        return True
    bounded = figure.at_least and bool(figure.unit) and figure.unit not in ONE_BY_ONE
    passed = bounded or text[: figure.lead].endswith(_PASSED)
    if passed and figure.mention.kind == "amount" and _HOW_MANY_SUCH.match(text, figure.tail):
        return True
    counted = _COUNTED_BEHIND.match(text, figure.tail) if bounded else None
    return counted is not None and not _tells_of_doing(counted["things"])


def _tells_of_doing(words: str) -> bool:
    """Tell whether words between a sum and a number say what was done with it: 建设工厂, 受益企业, no 上市公司."""
    parts = plain_words(words)
    return any(word_class(part).startswith("v") and part not in _KINDS for part in parts[:-1])


def sums_up(text: str, figure: Figure) -> bool:
    """Tell whether a number counts those before it whose sum is told behind: 分别为41%和22%，两家合计63%."""
    return _TOGETHER.match(text, figure.tail) is not None


def is_of_one(text: str, figure: Figure, lead: str) -> bool:
    """Tell whether a figure only says what the one thing is like that is named behind it: 一杯28元的奶茶."""
    kind, behind = figure.mention.kind, text[figure.tail : figure.tail + 1]
    if kind == "quantity" and _ONE_OF.search(lead) and NOUN_BEHIND.match(behind):
        return True
    return behind == "的" and bool((kind == "amount" and _ONE_FOR.search(lead)) or _LIKE_ONE.fullmatch(lead))


def is_of_places(text: str, figure: Figure) -> bool:
    """Tell whether a number counts those of whom something is told behind it: 18个县的96个村, 721家公司的平均净利润."""
    if figure.mention.kind != "number":
        return False
    owners = _OWNERS.match(text, figure.tail)
    owned = owners is not None and (METRIC_HEAD.search(owners["what"]) or is_money_noun(owners["what"]))
    return bool(owned or _PLACES_OF.match(text, figure.tail))


def without_judgement(words: str) -> str:
    """Return the measure a clause only judges, other words as they are: 退货率倒没想象中高 → 退货率."""
    told = _JUDGED.fullmatch(words)
    return told["what"] if told and OWN_HEAD.search(told["what"]) else words


def is_deed(words: str) -> bool:
    """Tell whether what stands behind a share says what those do whose share it is: 七成以上出现过疼痛."""
    return any(word_class(word) == "v" and not METRIC_HEAD.search(word) for word in plain_words(words)[:1])
