"""Whose figure it is: the subject or place a metric carries in front is taken off it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.knowledge.bearers import is_deed, is_object
from corpus.knowledge.clause_cores import is_money_noun
from corpus.knowledge.clauses import strip_metric
from corpus.knowledge.company_words import listed
from corpus.knowledge.document.places import SCOPE_OF, can_be_named
from corpus.knowledge.head_nouns import only_acts
from corpus.knowledge.normalising import plain_metric
from corpus.knowledge.own_names import is_name, tells_of_doing
from corpus.knowledge.persons import person_before
from corpus.knowledge.place_ends import CITY, COUNTY, DISTRICT, PROVINCE, TOWN, TOWNSHIP, VILLAGE
from corpus.knowledge.works import works_before
from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_OWN = LazyPattern(
    r"(?P<who>本公司|我公司|公司(?!董事|监事|股东|高管|实控人|控股股东|实际控制人|总经理|副总|财务总监)|本集团|集团|本行|我们|辖区|当地|它|该公司|该行|该集团|该企业|这家公司|其(?![他余中次实]))(?:拟|预计|预期|计划|将|共|已|全年|实现|报告期内?|前三季度|上半年)*的?(?=\S{2})"
)
_PLACE = LazyPattern(
    rf"(?![对在各全从邻外跨赴向据为到]|跻身|收购|购买|入驻|落户|来自|覆盖)(?P<who>[一-鿿]{{1,5}}?(?:(?<![节反减]){PROVINCE}|自治区|自治州|自治县|{CITY}|{COUNTY}|{DISTRICT}|州市|{TOWN}|{TOWNSHIP}|{VILLAGE}|街道)(?![一-鿿]{{0,3}}(?:人民法院|检察院|中级|公安局)))"
    r"的?(?=\S{2})"
)
_CHILD = LazyPattern(
    r"(?:(?:全资|控股|参股)(?:子公司|孙公司|公司)|子公司|孙公司)(?P<who>(?!实现|全年|合计)[一-鿿]{3,6}?)(?P<what>净?亏损|营收|营业收入|收入|净利润|利润|毛利率)"
)
"""A company named behind what it is of another, before its own account: 参股公司沃原传动亏损."""
_RAISED = LazyPattern(
    r"(?P<round>(?:[A-H][+＋]?|天使|种子|战略)轮)(?:融资)?(?P<who>我们|公司|团队)?(?:一共|总共)?(?:拿|融|募|筹)(?:到|了|得)*"
)
"""What a round brought, told by who got it: B轮我们拿了1.8亿元."""
_AUXILIARY = LazyPattern(r"(?<=..)(?:已经|已|将|曾|均|也|则|却|又)+$")
_REST_OF_NAME = LazyPattern(r"^(?:股份)?有限公司(?:的|实现|完成|录得)*(?=..)")
"""What is left of a name whose brackets a clause begins behind: 泊岸木业（越南）有限公司."""
_EARNED = LazyPattern(r"(?:却|只|净|则|还|一共|总共|已|也)*(?:(?P<up>赚)|亏)")
_MEASURED = LazyPattern(r"^[一-鿿]{0,8}?(?:测得|测出|测算得出|统计得出)的?(?=\S{2})")
"""How a figure was come by, before what it is of: 卫星影像测得滩涂面积."""
_WHOLE_OF = LazyPattern(
    r"(?P<name>(?![在据于]|[全今去前当同近每往]年|截至|其中|目前)[一-鿿]{2,4}?)全(?P<level>[省市县区州镇乡村])的?(?=\S{2})"
)
"""A place by its name with 全 before what it is: 沅平全市."""
_NO_PLACE = LazyPattern(
    r"[留入出跨来返离赴]省$|[返还回离下]乡$|^[省市区县]{2}$|^[一两三双几多各][省市区县镇乡村]$|(?:地|小|社|示范|开发|试验|校|景|部|片|战|特|专|新|老|旧|郊|城|乡|农|美丽|传统|城中|国省|设|行政|自然|项目|脱贫|帮扶|各|全|我|本|该|级|重点|特色|历史文化|一体化|合作|先行|创新|高新|经济|产业|保护|聚集|集聚|自贸|港|租界|超|夜|菜|股|楼|门|集|闹|上|下)"
    r"(?:区|县|市|省|村|镇|乡)$|[山林灾牧矿库户园厂院校学湖灌滩]区$"
)
_AFTER_NAME = LazyPattern(
    r"(?!及其|等|的?[最主大要老]{0,2}对手|[、和与及省市县区镇乡]|创始人|创办人|董事长|总裁|前?高管).{2}"
)
_OF = LazyPattern(
    r"(?P<who>(?!双方|名为|项下|各方|共同|约定)[^的，。、“”\d]{3,12}(?<!标)(?<!约定))的(?P<what>[^的]{2,})$"
)
_BEARS = LazyPattern(
    r"(?:品类|部门|行业|产业|地区|市场|板块|赛道|领域|业务|产品|品牌|平台|机构|院校|系统|项目|品种|作物)$"
)
_TWO = LazyPattern(r"(?P<who>[两三四五][县市省区国镇村校院厂])的(?P<what>[^的]{2,})")
"""Several told of together: 两县的城镇化率."""
_LOW_SKY = LazyPattern(
    r"储能|智能|节能|性能|动能|产能|低空|高铁|高端|高速|高校|大模型|大宗|大豆|大米|大健康|大众|大学|新能源|新茶饮|新材料|新药|小家电|小麦|小程序|小企业|小店|小区"
    r"|中药|中小|中国|中学|中部|内衣|内贸|外卖|外贸|外资|下沉|上市|前置仓|后厨|后市场|多式|老年|过境|中介|会员|会展|能源|能繁|要素|功能"
    r"|用户|经济|经销|经营|以旧换新|对外|已婚|从业"
)
"""Words that hold a sign ``_NO_OWNER`` looks for and say nothing of what it does."""
_NO_OWNER = LazyPattern(
    r"(?:新|旧|大|小|多|少|高|低|全部|所有|其他|其余|剩下|剩余|每天|每年|每月|最大|最高|占|对|以|用|为|给|在|从|由|将|被|让|把|会|能|要|已|经|过|后|前|中|上|下|内|外|以来|统计|显示)"
    r"|^(?:归属|扣除|对|在|以|从|由|将|为|与|和|把|被|按|其中|同期|相当于|占|通过|经)"
)


_BEFORE_TIME = LazyPattern(
    r"(?:^|[，。；：])(?:全资|控股|参股)?(?:子公司|孙公司)?(?P<who>[一-鿿]{2,6}?)[于在]?(?=(?:19|20)\d\d年|去年|今年|\d{1,2}月|[一二三四]季度|上半年|下半年|全年|当年|[今去][春夏秋冬])"
)
_DEEDS = frozenset(
    {
        "预计",
        "预测",
        "调查",
        "调研",
        "研究",
        "投资",
        "经营",
        "销售",
        "生产",
        "建设",
        "招聘",
        "募集",
        "给予",
        "维持",
        "上调",
        "下调",
    }
)
_SAID = ("r", "p", "c")
"""Classes of words that stand in no name."""
_NO_NAME = LazyPattern(
    r"^(?:新华|人民网|中新|央视|央广)|情[景形]下$|口径下?$|[由从较比]$|针|又|再|于|该|此|这|对|回顾|建议|展望|综合|做好|力争|实现|确保|围绕|抢抓|聚焦|进入|做好|数据|显示|截至|预计|据|到|自|从|在|至|其中|同比|环比|报告|公司$|统计|初步|核算|经|当|每|近|前|和|与|年|月|日|是|为|[网讯社报汇局委厅办]$"
)


def named_before_time(words: str) -> str:
    """Return who is named right before a time at the head of a clause: 云川去年的社零总额 → 云川."""
    for match in _BEFORE_TIME.finditer(words):
        if match["who"] in {"公司", "本公司", "我公司", "集团", "本集团"}:
            return match["who"]
        if not _NO_NAME.search(match["who"].replace("共和国", "国")) and not _says(match["who"]):
            return _AUXILIARY.sub("", match["who"].removesuffix("居民"))
    return ""


def own_name(words: str) -> str:
    """Return 公司, 我们 … where a phrase begins with one of them and names what is its: 公司研发人员 → 公司."""
    own = _OWN.match(words)
    return own["who"] if own else ""


def _says(words: str) -> bool:
    """Tell whether a phrase is no name because something is done or pointed at in it: 公司发布, 成立, 本次调查."""
    return any(
        word in listed("verbs") or word in _DEEDS or word_class(word).startswith(_SAID)
        for word in plain_words(words)
        if len(word) > 1
    )


def _leads_to_name(words: str) -> bool:
    """Tell whether a company behind these words of a metric is whose it is: 质押日 before 甲公司收盘价."""
    if words in ("把", "将"):
        return True
    if "占" in words or words.endswith(("、", "和", "与", "及")):
        return False
    return words.endswith(("日", "时")) or not is_object(words)


def is_somewhere(words: str) -> bool:
    """Tell whether a phrase that ends as places do names one: 南屏县, not 开工城中村 and not 巩固提升区."""
    if len(words) > 2 and word_class(words) == "ns" and not words.endswith(("地区", "城中村")):
        return True
    return can_be_named(words) and not (_NO_PLACE.search(words) or only_acts(words[:-1]))


def _begins_with_deed(words: str) -> bool:
    """Tell whether a phrase before 的 says what somebody does, and is nobody: 获得补贴 of 获得补贴的教师.

    What ends as kinds of bearers do is one, whatever it begins with: 烧烤品类, 垄断竞争部门.
    """
    first = plain_words(words)[0]
    return 1 < len(first) < len(words) and word_class(first) == "v" and not _BEARS.search(words)


def _plainly(rest: str) -> str:
    """Return what is left of a metric behind a name without the words that only lead to it: 同期营收, 却赚."""
    earned = _EARNED.fullmatch(rest)
    if earned:
        return "盈利" if earned["up"] else "亏损"
    shorter = strip_metric(rest)
    return shorter if len(shorter) > 1 else rest


def parted(metric: str, subject: str, region: str, names: Sequence[PlatformMention]) -> tuple[str, str, str]:
    """Return metric, subject and region of a figure, what the metric says of whose it is parted from it."""
    metric = plain_metric(_REST_OF_NAME.sub("", _MEASURED.sub("", metric)))
    raised = _RAISED.fullmatch(metric)
    if raised:
        return f"{raised['round']}融资", subject or raised["who"] or "", region
    person, metric = person_before(metric)
    if person:
        return metric, person, region
    works, rest = works_before(metric) if not subject or subject == region else ("", metric)
    if works:
        return rest, works, region
    child = _CHILD.fullmatch(metric)
    if child and not any(one.text == child["who"] for one in names):
        return child["what"], child["who"], region
    for name in names:
        if metric.startswith(name.text) and _AFTER_NAME.match(metric, len(name.text)):
            behind = names[names.index(name) + 1 :]
            other = any(subject == one.text != name.text for one in behind)
            rest = metric.removeprefix(name.text).lstrip("的 ")
            return _plainly(rest), subject if other else name.text, region
        outer, _, inner = metric.partition(name.text)
        inner = inner.lstrip("的 ")
        if _AFTER_NAME.match(inner) and is_money_noun(inner) and _leads_to_name(outer):
            return inner, name.text if subject in ("", name.text) else subject, region
    whole = _WHOLE_OF.match(metric) if not region or region in SCOPE_OF else None
    if whole and is_name(whole["name"]):
        return metric[whole.end() :], subject, whole["name"] + whole["level"]
    own = _OWN.match(metric)
    if own:
        return metric[own.end() :], subject if subject and subject not in SCOPE_OF else own["who"], region
    place = None if region and region not in SCOPE_OF else _PLACE.match(metric)
    if place and is_somewhere(place["who"]):
        rest = metric[place.end() :]
        return strip_metric(rest) or rest, subject, place["who"]
    told = _TWO.fullmatch(metric)
    if told and not subject:
        return told["what"], told["who"], region
    told = _OF.fullmatch(metric)
    if (
        told
        and not subject
        and not told["what"].startswith("对手")
        and not _NO_OWNER.search(_LOW_SKY.sub("", told["who"]))
        and not is_deed(told["who"])
        and not _begins_with_deed(told["who"])
        and not (tells_of_doing(told["who"]) and not _BEARS.search(told["who"]))
    ):
        return told["what"], told["who"], region
    return metric, subject, region
