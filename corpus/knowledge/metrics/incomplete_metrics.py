"""Metrics that are scraps of a clause: mended where their head is certain, else nothing is said of their figure."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.knowledge.document.places import COUNTRY, SCOPE_OF
from corpus.knowledge.metrics.normalising import plain_metric
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.measure_words import BY_PIECE, ONE_BY_ONE
from corpus.knowledge.phrases.metrics import worded_by
from corpus.knowledge.phrases.persons import is_person_name
from corpus.knowledge.phrases.place_names import is_part, is_place_alone
from corpus.knowledge.phrases.regions import REGION
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_PAIRS: Final = ("《》", "“”", "「」", "（）")
_GOES_ON: Final = LazyPattern(r"(?:别说|更别提|以及|和(?![谐平田])|及(?![其时早格]))")
"""With what a phrase begins that goes on with another."""
_ONLY_PLACES: Final = LazyPattern(rf"(?:{REGION.pattern})(?:[、和与及](?:{REGION.pattern}|[一-鿿]{{2,4}}))*$")
_COUNTS: Final = LazyPattern(rf"\d[\d,.]*[万亿余多]*[{''.join(sorted(ONE_BY_ONE | BY_PIECE))}件次户]")
"""With what a phrase begins that is another figure: 128名球员参加."""
_TORN: Final = (_GOES_ON, _COUNTS, _ONLY_PLACES)
_NUMBERING: Final = LazyPattern(r"\d+(?:\.\d+)+ +")
_LED: Final = LazyPattern(
    r"(?:[日天月年]内(?![分外容])|伏(?=[输特高])|后?由于|因(?![素特子果为公])"
    r"|将(?![军来近])|把(?![手握]))(?=[一-鿿]{2})"
)
"""What joins a clause to the one it stands in: 因虚增利润, 将注册资本."""
_MANNER: Final = LazyPattern(r"[一-鿿]*[为以对按](?P<what>[一-鿿]{2,8})")
"""A measure behind what only leads to it: 会议以赞成票, 为总建筑面积, 对上述债务."""
_MEASURE: Final = LazyPattern(r"(?:上述|总|建筑|占地|赞成|反对|弃权)+(?:面积|债务|票|价)|利率")
_ENGLISH: Final = LazyPattern(
    r"[a-z']{2,}|(?:[A-Za-z'-]+[ ])*(?:went|goes|grew|up|down|to|from|was|were|is|are|rose|fell|by|and|has|have|had"
    r"|will|that|which|who|at|in|on|with|as|but|than|about|nearly|over|more|less|around|almost|only|just)"
    r"(?:[ ][A-Za-z'-]+)*"
)
"""A scrap of an English clause, which no rule for Chinese takes apart: up from, Prices went up."""
_TIMES: Final = LazyPattern(r"(?:[于在截至自]+)?(?:今年|去年|上年|前年|\d{4}年[\d年月日\-—~至到]*)")
_MONTHS: Final = LazyPattern(r"(?:1?\d月份?、?)+")
"""Only over which months something is told: 5月份、6月份均环比增长1.3%."""
_LOOSE_END: Final = LazyPattern(
    r"(?:暂定|上述|中需要?|[在和各于]|[了的占]其|^对应[一二两三四五\d]?|(?<![惠普涉波触])及|心目|来自|\d(?:年|个?月))$"
)
_MENDED_END: Final = LazyPattern(
    r"(?P<what>.*(?:价|价格|[款额费权]))暂定|(?P<sum>.*[款失金费息])等|(?P<rate>.*率)[飚飙]"
    r"|(?P<old>[一-鿿]{2,})[由从]原"
)
_FINED: Final = LazyPattern(r"(?<![处惩责刑体赏判])罚$")
_USED: Final = LazyPattern(r"(?:使?用过|在用|使用)(?:它|他|其|这[款个][一-鿿]{1,4}|该[一-鿿]{1,4})")
"""A metric that ends in a verb for what was paid, and one that says that people used something: 3亿人用过它."""
_OF_SHARES: Final = LazyPattern(
    r"股|[增减]持|授予|行权|持有|质押|认购|买入|卖出|解禁|限售|要约|收购|回购|配售|发行|过户|划转|冻结|成交|交易|转让|受让|总数|数量|解除"
)
_SENTENCED: Final = LazyPattern(r"(?:有期|无期)徒刑|死刑|拘役")
_TORN_MEAN: Final = LazyPattern(r"(?P<what>[一-鿿]{2,}?)[人户亩]均年?")
"""People or fields counted, and of what each has so much: 带动|农户户均|增收800元."""
_GOODS: Final = LazyPattern(r"(?:预|候选|成功)?中标.*(?:项目|工程|标段)$")
_YEARLY: Final = LazyPattern(
    r"[ ]?的?(?P<what>[一-鿿A-Za-z]{2,10}?)(?:组件|技改|扩建|改造|建设)?(?:项目|生产线|产线|生产基地)"
)
_INVESTED: Final = frozenset({"投资", "总投资", "年度投资", "计划总投资"})
_PROJECTS: Final = LazyPattern(r"个?(?P<what>[一-鿿“”]{0,12}项目)(?:[（(][^（()）]*[）)])?、[一-鿿]{0,8}$")
_TOWARDS: Final = frozenset({"对", "向", "由于", "被"})
_UP_TO_NOW: Final = LazyPattern(r"累计(?:达到?|为|有)?[约超近]?$")
_EXTREME: Final = LazyPattern(r"[增涨降跌]幅?[速幅]?(?:最[大高快小低慢]|居首|领先)")
"""What is told of one among many, and of which measure is not said: 乙地增幅最大，达18%."""
_ONLY_PLACED: Final = LazyPattern(
    r"(?:位列|位居|排名|排在|名列|跻身|稳居|位于)(?:全[国省市球]|行业|世界)?(?:前[一-鿿]{1,2}|第[一-鿿]{1,2}|榜首)$|^[增涨降跌]幅$|以来$|(?:分列|分居)[一-鿿]{1,4}位$|^(?:其余|余下|剩下|其他)[一-鿿]*(?:瓜分|分食|分享|共享)$|^(?:两|二|三)者差距$"
)
"""Where somebody stands, a pace, or a distance: of which measure is not said: 江苏、浙江位列前三，分别贡献2亿元."""
_SO_MANY_TIMES: Final = LazyPattern(r"(?<=.)有[一二两三四五六七八九十\d]+个(?:月|季度)$")
"""Behind a measure, in how many months it was so: PMI有七个月低于50%，12月回升至51%."""
_GUIDED: Final = LazyPattern(r"(?<=[一-鿿]{2})(?:指引|目标|任务|预算)$")
_COME: Final = LazyPattern(r"(?<![率度])已经?(?:完成|实现|达到?|交付|销售|售出|录得)了?[约近超过]*$")
"""Before what came so far of what was aimed at: 销量指引58万辆，上半年已完成27万辆."""
_NEW: Final = LazyPattern(r"[新净][增建开设签装投添](?=[一-鿿]{2})")
"""With what a measure begins that counts what was new in a time, of which another figure tells all so far."""
_NOBODYS: Final = frozenset({"公司", "本公司", "该公司"})
"""Whose a figure may be that counts none of them, and no measure: 公司没有实现30%的目标，只增长20%."""
_TURNS: Final = ("前者", "后者")
"""Which of two named before something is told of, where that stays unsure."""
_ONLY_DEEDS: Final = frozenset(
    {
        "表示",
        "认为",
        "坦言",
        "反映",
        "为正",
        "为负",
        "我们",
        "他们",
        "我公司",
        "本公司",
        "开行",
        "开展",
        "进行",
        "实施",
        "实现",
        "当日",
        "当月",
        "当天",
        "置换",
        "存入",
        "购买",
        "抛出",
        "出具",
        "平均",
    }
)
_SUM_INSIDE: Final = LazyPattern(
    r"(?<![—–~\-\d.,至到])\d[\d.,]*[百千万亿]*元(?!以[上下内]|[ ]?[—–~至到-][ ]?\d)"
)
_TOLD_APART: Final = LazyPattern(
    r"(?:超过?|达到?|为|在|不足|不到|低于|高于|大于|小于|逾|突破)[\d.,]*[百千万亿]*元的[一-鿿A-Za-z]{2,}$"
)
"""Things counted that their own sum tells apart: 营收超过100亿元的企业."""
_REACHED: Final = LazyPattern(
    r"(?:超过?|达到?|为|在|不足|不到|低于|高于|大于|小于|逾|突破)[\d.,]*[百千万亿]*元$"
)
"""What those of a share have: 学生月支出超过500元."""
_CLAUSE: Final = LazyPattern(
    r"^(?:(?:这|该|此)(?:[个一]|一个)?(?:数字|数据|结果)|[这那](?:就?是|相当于)|由于|意味着|理由是|经司法|《?关于|不及|不如|增速较"
    r"|[两二三四五六七八九十][项家](?:公司|企业|平台)?(?:合计|之和|加起来)?$|[两二三]者(?:合计|之和)?$)"
    r"|^(?:均|都|远|略|明显|显著|仍|依然|还|但)*(?:高于|低于|多于|少于|好于|超过|超出|领先)"
    r"(?!全|世界|平均|预期)(?:[一-鿿]{2,4}|[A-Za-z ]{2,16})$"
    r"|^(?:略|大幅|小幅)?(?:符合|超|超过|超出|高于|低于|处于|位于)[一-鿿]{0,6}(?:指引|预期)|^前值$"
    r"|(?:统计|数据|报告)显示|[的了]时$|的时候|如果|分别"
)
"""What a clause begins with, or holds, that is no noun phrase."""
_SCRAP: Final = LazyPattern(
    r"(?:级(?![差数])|了(?!解)|着(?![陆装火色])).*|(?:宣布|为此|因此)?[裁计]|.*重[回返]|.*——.*|[群社家店厂园校班馆]里|.*(?:这里|那里|这儿|那儿)一?[天日年月]?|[一-鿿]{2,6}[以之][东南西北]"
    r"|(?:以|由|有|把|对|用)?[这那该一][座家款个台条部具种处栋幢]|[改采使用][一-鿿]{2,10}(?:之后|以后|后)"
    r"|[也又]?(?:未必|不一定|难免|不见得).*|[他她](?:自己)?(?:估[摸计算]|觉得|跑|走|去)|.*(?:(?:代|编)[码号]|电话|账号|车次|邮编)"
)
"""What only says where, with what doubt or under which code: 群里, 未必住得满, 代码."""
_OF_ITEMS: Final = LazyPattern(
    r"[一-鿿]{2}[ ]?[\d.,]+万?元、[一-鿿（(][^，。；]*[\d.,]+万?元，?(?:以上)?(?:各项)?(?:共计|合计|总计)[约为 ]*$"
)
"""Before the sum of a list whose items are each named: 门诊费1237元、交通费200元，共计1437元."""
_SO_MUCH_OF: Final = LazyPattern(r"(?:[一-鿿]*[量额数])?是(?!否)[一-鿿]{2,}[量额数]")
"""What is only held against another measure: 日均揽收量是日常业务量|的117.8%."""
_LIST: Final = 160
_NO_LEAD: Final = LazyPattern(
    r"(?:^|[，,。；;：:、\n]|等[ ]?|其中有?|共有|还有|另有|已有)[ ]?(?:约|近|超过?|逾|这|上述|全国|全球|国内)*[ ]?$"
)
_CLAUSE_ENDS: Final = LazyPattern(r"[”）)]*(?:[，,。；;！!？?、\n]|[和与及][\d一二两三四五六七八九十]|$)")
_LISTED_BEFORE: Final = LazyPattern(r"[，,。；;：:\n]")
_NOUN: Final = LazyPattern(r"[ ]?(?:的|以上的?|左右的?)?[一-鿿A-Za-z“]{2}")
_ANYTHING: Final = frozenset("个家名位起项件所座")
"""Measure words that say so little of what they count that a bare noun may be another's: 共有3家企业."""
_LAST_ITEM: Final = LazyPattern(
    r"[^、]*(?:[一-鿿]了|需要|满足|采用|搭载|配备)[^、]+、(?P<what>[一-鿿A-Za-z]*"
    r"(?:尺寸|年龄|身高|体重|长度|宽度|高度|面积|价格|售价|时长|续航|容量|分辨率))"
)
"""A measure told beside what else a thing has: 采用了A13处理器、屏幕尺寸."""
_LIKE_ANOTHER: Final = LazyPattern(
    r"(?P<what>[一-鿿]{2,}?)[与和同跟][^，]{1,16}(?:一样|一致|相同|持平|相当)$"
)
_ONLY_SHARE: Final = LazyPattern(r"(?P<what>.*(?:比重|占比|比例))(?:达到?|为|是)了?$")
_RANKED_TOO: Final = LazyPattern(
    r"(?:\d{4}年)?(?P<what>.{2,}?)(?:稳居|位居|位列|居)(?:世界|全球|全国|全省)?第[一二三四五六七八九十\d]+位?$"
)
"""A measure whose rank stands before its change: 经济总量稳居世界第二，同比增长3%."""
_SAME_SIZE: Final = LazyPattern(r"(?P<what>[一-鿿]{4,}?)\d[\d.,]*[千万亿]?[一-鿿]{1,3}(?:/[一-鿿]{1,3})?$")
"""A measure told once more in another unit, in brackets: 播种面积3000.3千公顷（4500.4万亩）."""
_BESIDE: Final = LazyPattern(
    r"(?P<what>.*[率额量速值])(?:略|明显|大幅|远)?(?:高于|低于|好于|快于|慢于)(?!全[国省市县区球]$|世界$|行业$).+$"
)
"""A measure with what it is held against: 增长率略高于预估."""
_TAKEN_IN: Final = LazyPattern(
    r".*(?:收获|斩获|拿下|取得|录得)(?P<what>(?:累计|总)?票房|收入|营收|利润|销量)$"
)
_SINCE: Final = LazyPattern(r"(?P<what>[一-鿿]{2,}?)[由从](?:\d{4}(?:年.*)?|(?:去年|上年).*)$")
"""A measure with the time it is held against: 业务收入由2021年第二季度."""
_NO_MEASURE: Final = LazyPattern(
    r"(?:至[少多]|最[少多]|起码)(?:还?需要?|还?要|得|有)?|(?:拥有|共用|养活|分到)?一[家个座台辆间所]|不[低高少]于.+|不超过?.+|是平均[数值]|恢复|首发|到手|券后|限时|[旺淡]季|(?:差不多|大概|大约)要?[一-鿿]{2,4}|(?:分|从|按照?)[一-鿿\d]{1,10}(?:来?看|计?算|折算|换算)|(?:近|过去)?[两三四五六七八九十]年(?:来|间)?(?:平均)?|(?:增[加长]|[下上]升|下降|减少|提[升高]|回落)[至到].*|[同环]比|(?:\d{4}年|去年|上年)?同期|(?:折合|折算|换算|约合)[为成]?[一-鿿]{0,3}"
    r"|(?:罕见|意外|明显|大幅|快速|持续|显著|小幅|逐步|迅速|缓慢|稳步)地|(?:大|暴|领|猛)[涨跌]|集团|(?:[一每][个位名家户]?[人家户])?[一每][天日年月周次]|每[斤吨亩件台辆只头人户单份张本瓶箱]"
)
"""Left of a clause that tells no measure: 同比 in a list of quarters, 一个人一天."""
_OF_MANY: Final = LazyPattern(
    r"(?:率|比例|占比|比重|强度|指数|GDP|GMV|[营创]收|(?<!低)(?<!高)(?<!中)收入|支出|[产市估]值|[毛净]利|利润|增加值|[总金余限]额"
    r"|[销交成零售营进出]\w?额|价格|均价|成本|费用)$"
)
"""With what a metric ends that nothing counted has: 339个地级及以上城市平均优良天数比例."""
_HEADED: Final = LazyPattern(
    r".*[一-鿿] \d+(?:\.\d+)+[ 　](?P<what>(?:人[工才口机民类文]|家[庭居电具]|个[性体人]|项目|条件|支付|名[牌称义]).+)"
)
"""A metric behind the number of its heading: 大模型 1.1 人工智能企业; no version, 鸿蒙 4.0 用户."""
_LED_BY: Final = (
    _LAST_ITEM, _LIKE_ANOTHER, _ONLY_SHARE, _RANKED_TOO, _BESIDE, _TAKEN_IN, _SINCE, _HEADED
)  # fmt: skip
"""What a metric stands in whose name is certain, each with the metric as ``what``."""
_SHORT_YEAR: Final = LazyPattern(r"2\d(?:[-—~至]2\d)?年(?!期|国债|来|间|以)(?=[一-鿿]{2})")
"""A year in two digits, as broker notes tell it: 25年整装收入."""
_WHOLE_YEAR: Final = LazyPattern(r"(?:19|20)\d\d年(?:度|全年)?的?(?=[一-鿿A-Z]{2})(?!期|国债|款|版|级|届)")
"""The year of what was told before, of which another one is told: 2027年销量…，2024年为41万辆."""
_SHOWN: Final = LazyPattern(r"[一-鿿A-Za-z“”]{2,12}显示[，：]?(?P<what>(?![屏器面板])[一-鿿].+)")
"""A metric behind who or what shows it: 龙虎榜显示机构净买入."""
_SHOPS: Final = LazyPattern(
    r"(?:一口气|计划|准备|打算|陆续|先后|主动|一共|累计|再|又|还|就|共|新|会|要|想)*(?P<deed>开|开出|开[到至]|开设|关|关掉|关停|关闭)了?"
)
_SHOP: Final = LazyPattern(r"(?<!酒)店(?!员|小二)|餐厅")
"""In what is said before, where only 家 is counted: 去年关了63家."""
_PLACES: Final = frozenset({*SCOPE_OF, *COUNTRY, "国内", "全球", "海外"})
_TITLE: Final = LazyPattern(r"(?P<title>《[^《》]+》)[只仅共]?(?:收获?)?")
_BOX_OFFICE: Final = "票房"
"""What a film takes that a sentence only names: 《小满》收获17.9亿元."""
_NEAR: Final = 40
_SHORTEST: Final = 2


def with_complete_metric(text: str, one: Statistic) -> Statistic | None:
    """Return a figure with a metric that says what it is of, ``None`` where its metric is a scrap that says nothing."""
    metric = _known_deed(one.metric, one.unit) or _mended(text, one)
    titled = _TITLE.fullmatch(metric) if one.unit.endswith("元") else None
    if titled:
        around = text[max(0, one.evidence.start - _LIST) : one.evidence.end]
        return replace(one, metric=_BOX_OFFICE, subject=titled["title"]) if _BOX_OFFICE in around else None
    if (
        one.unit == "%"
        and text[one.figure.start - 1 : one.figure.start] in {"（", "("}
        and is_person_name(metric)
    ):
        return None
    if len(metric) < _SHORTEST or _is_scrap(metric, one) or _unsaid(text, metric, one):
        return None
    return one if metric == one.metric else replace(one, metric=metric)


def _known_deed(metric: str, unit: str) -> str:
    """Return the measure a verb at the end of a metric tells of: 最多的一家罚 → 罚款; empty for any other."""
    if unit.endswith("元") and _FINED.search(metric):
        return "罚款"
    return "用户" if unit.endswith("人") and _USED.fullmatch(metric) else ""


def _mended(text: str, one: Statistic) -> str:
    """Return a metric without what leads to it, or by what stands around its figure."""
    one = replace(one, metric=_SO_MANY_TIMES.sub("", one.metric))
    shown = _SHOWN.fullmatch(one.metric)
    metric = _LED.sub("", _NUMBERING.sub("", one.metric)) if _begins_so(one.metric) else one.metric
    if one.unit == "家" and (shops := _shops(text, metric, one)):
        return shops
    metric = shown["what"] if shown else metric
    dated = _SHORT_YEAR.match(metric) or _WHOLE_YEAR.match(metric)
    metric = plain_metric(metric[dated.end() :]) if dated else metric
    metric = metric.lstrip("《") if "》" not in metric else metric
    manner = _MANNER.fullmatch(metric)
    if manner and _MEASURE.fullmatch(manner["what"]):
        return manner["what"].removeprefix("上述")
    end = _MENDED_END.fullmatch(metric)
    if end:
        return str(end["what"] or end["sum"] or end["rate"] or end["old"])
    if metric.startswith(_TURNS) and len(metric) > len(_TURNS[0]) + 1:
        return metric[len(_TURNS[0]) :].lstrip("的")
    if metric.endswith(("新增", "净增")) and _UP_TO_NOW.search(text, one.evidence.start, one.figure.start):
        return metric[:-2]
    if (
        one.kind is not StatisticKind.FORECAST
        and _GUIDED.search(metric)
        and _COME.search(text, max(one.evidence.start, one.figure.start - _NEAR), one.figure.start)
    ):
        return _GUIDED.sub("", metric)
    if _NEW.match(metric) and _UP_TO_NOW.search(text, one.evidence.start, one.figure.start):
        return f"累计{metric}"
    bracketed = text[one.figure.start - 1 : one.figure.start] in {"（", "("}
    for told in (_SAME_SIZE, *_LED_BY) if bracketed else _LED_BY:
        shorter = told.fullmatch(metric)
        if shorter:
            return shorter["what"]
    mean = _TORN_MEAN.fullmatch(metric) if one.unit[-1:] in "户人名个家万亩" else None
    if mean and metric[-2:] not in text[max(one.evidence.start, one.figure.start - _NEAR) : one.figure.start]:
        return mean["what"]
    if metric == "年产":
        made = _YEARLY.match(text, one.figure.end)
        return f"{made['what']}年产能" if made else metric
    if _GOODS.match(metric) and one.unit[-1:] in BY_PIECE:
        return "中标数量"
    if metric in _INVESTED:
        whose = _PROJECTS.search(text, max(one.evidence.start, one.figure.start - _NEAR), one.figure.start)
        return f"{whose['what']}{metric}" if whose else metric
    return metric


def _shops(text: str, metric: str, one: Statistic) -> str:
    """Return what a count of 家 is of that is only told by its deed, or by where they are; empty for any other."""
    told = _SHOPS.fullmatch(metric)
    if not (told or metric in _PLACES) or not _SHOP.search(
        text, max(0, one.evidence.start - _LIST), one.evidence.end
    ):
        return ""
    if told is None or told["deed"].endswith(("到", "至")):
        return "门店"
    return "新开门店" if told["deed"].startswith("开") else "关闭门店"


@lru_cache(maxsize=4096)
def _begins_so(metric: str) -> bool:
    return bool(_NUMBERING.match(metric) or _LED.match(metric))


@lru_cache(maxsize=4096)
def _is_torn(metric: str) -> bool:
    """Tell whether a metric is cut within a title or quotation, or begins within a list: 别说和《速, 和意大利."""
    odd = any(metric.count(opening) != metric.count(closing) for opening, closing in _PAIRS)
    return odd or "=" in metric or any(told.match(metric) for told in _TORN)


def _is_scrap(metric: str, one: Statistic) -> bool:
    """Tell whether a metric is what is left of a clause, and names nothing its figure could be of."""
    if _is_torn(metric):
        return True
    if (
        metric in (one.region, *_PLACES)
        or (one.unit != "%" and is_place_alone(metric))
        or metric in _TURNS
        or (metric in _NOBODYS and one.unit[-1:] not in ONE_BY_ONE | {"户"})
        or one.subject in _TURNS
        or _NO_MEASURE.fullmatch(metric)
        or (one.unit in ONE_BY_ONE | {"户"} and _OF_MANY.search(metric))
    ):
        return True
    if (
        _ENGLISH.fullmatch(metric)
        or _TIMES.fullmatch(metric)
        or _MONTHS.fullmatch(metric)
        or _LOOSE_END.search(metric)
        or _SENTENCED.match(metric)
    ):
        return True
    if metric in _ONLY_DEEDS or _EXTREME.fullmatch(metric) or _ONLY_PLACED.search(metric):
        return True
    if one.kind is StatisticKind.GROWTH and is_place_alone(metric) and not is_part(metric):
        return True
    reached = one.kind is StatisticKind.SHARE and _REACHED.search(metric)
    if (_SUM_INSIDE.search(metric) and not (reached or _TOLD_APART.search(metric))) or _is_no_phrase(metric):
        return True
    if one.unit.endswith("股") and "/" not in one.unit and not _OF_SHARES.search(metric):
        return True
    if one.unit == "%" and one.kind is not StatisticKind.SHARE and _lists_firms(metric):
        return True
    return one.unit != "%" and _only_leads(metric)


def _unsaid(text: str, metric: str, one: Statistic) -> bool:
    """Tell whether a figure is given a metric its own words do not name: the last one's, one item's, or a bare noun."""
    before = text[max(one.evidence.start, one.figure.start - _LIST) : one.figure.start]
    behind = text.find(metric, one.figure.end, one.figure.end + len(metric) + 4)
    if one.unit.endswith("元") and _OF_ITEMS.search(before):
        return True
    if before.endswith("的") and _SO_MUCH_OF.fullmatch(metric):
        return True
    if one.unit[-1:] not in _ANYTHING or one.direction is not None:
        return False
    if behind >= 0:
        ends = bool(_CLAUSE_ENDS.match(text, behind + len(metric)))
        if metric in worded_by("unsaid") and not one.subject:
            return True
        bare = metric in worded_by("unsaid") or (len(plain_words(metric)) == 1 and not ends)
        lead = _NO_LEAD.search(before)
        return bare and lead is not None and (not one.subject or "等" in lead[0])
    clause = _LISTED_BEFORE.split(before)[-1]
    return (
        metric in before
        and metric not in clause
        and not clause.strip()
        and bool(_NOUN.match(text, one.figure.end))
    )


def _is_no_phrase(metric: str) -> bool:
    """Tell whether a metric is the beginning or the rest of a clause, and no noun phrase."""
    return bool(_CLAUSE.search(metric) or _SCRAP.fullmatch(metric))


def _lists_firms(metric: str) -> bool:
    """Tell whether a metric is a list of names: 甲公司、乙控股、丙投资."""
    items = metric.split("、")
    return len(items) > 1 and sum(item.endswith(("公司", "控股", "集团", "投资")) for item in items) > 1


def _only_leads(metric: str) -> bool:
    """Tell whether a metric only says to, from or for whom something is done, and not what: 对被告人, 由于某公司."""
    words = plain_words(metric)
    if words[0] in _TOWARDS - {"被"} and not is_money_noun(metric):
        return not any(word_class(word).startswith("v") for word in words[1:])
    return any(word in _TOWARDS for word in words[1:-1]) and not (
        is_money_noun(metric) or any(word_class(word).startswith("v") for word in words[-2:])
    )
