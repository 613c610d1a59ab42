"""The core of a long clause before a figure: what it ends in, without who does what to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.cues.words import any_word, word_set
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.company_words import listed
from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class
from index.segment.word_classes import OF_SENTENCES

_TABLE: Final = "clausal_metrics"
_MONEY: Final = LazyPattern(
    r"(?:货款|本金|损失|利息|违约金|罚金|罚款|债务|债权|借款|贷款|担保|保证金|价款|[一-鿿]价|费用?|款项?|资金|金额|股份|股权|股票|补偿金?|赔偿金?|收益|红利|股利"
    r"|亏损|商誉|减值|订单|额度|授信|利率|股[数本]|[一-鿿]额|负债|[一-鿿]款|比例|占比|成本|余额|估值|奖金|工资|营收|价值|票房|[效收]益)$"
)
_VAGUE: Final = LazyPattern(
    r"(?:总|合计|累计)?(?:金额|数量|总额|总金额|比例|占比|价格|余额|款项?|费用?|资金|股份|股票|股权|成本|额度)"
)
"""Measures that say nothing without what was done: 计提减值准备的金额."""
_LOOSE: Final = LazyPattern(r"[“”\"‘’《》（）()、，：:\s]|等$")
_SOMEBODY: Final = "\ue000"
"""Stands for the name of a company while a clause is taken apart."""
_PART_OF: Final = LazyPattern(rf"约?占{_SOMEBODY}")
_WITH_OTHERS: Final = LazyPattern(r"及其|等[各几两三四五]?[家个]")
_QUOTED: Final = LazyPattern(r"“[^“”]{2,8}”(?:国家|地区|城市|企业|项目|产品|沿线)")
"""A noun with what it is called before it, which no clause ends in: 共建“一带一路”国家进出口."""
_CUT: Final = frozenset(
    {_SOMEBODY, "的", "对", "向", "由", "被", "将", "把", "与", "和", "及", "为", "于", "在"}
)
_HOW: Final = LazyPattern(r"(?:分别|合计|累计|共|拟)*")
"""How somebody deals, before what is done: 分别增持."""
_SERVES: Final = LazyPattern(
    r"(?:上市公司|公司|该公司|双方|标的公司|其)?(?:每[年月]|全年|预计|将|已|共|合计|累计|可|拟){1,4}"
    r"(?:产生|形成|带来|录得|计提|确认|取得)了?(?P<what>[一-鿿]{2,10})"
)
"""A light verb whose object the metric is: 上市公司每年将产生利息费用."""
_NOUN_OF: Final = LazyPattern(
    r"将?(?:推进|推动|加快|抓好|启动|开工|建设|实施|引进|签约|落地|建成|谋划|储备)"
    r"(?P<what>总投资|投资额|占地面积|建筑面积|总长度?|设计时速|总里程)"
)
"""A verb whose object stands behind the figure, before the measure of that object: 推进总投资120亿元的产业园."""
_ORDERED: Final = LazyPattern(
    r".*(?:判决|判令|裁定|裁决|请求|责令)[^的，。；]{2,12}?(?P<what>(?:返还|支付|赔偿|归还|偿还|承担|给付|清偿|退还|缴纳|补缴)[一-鿿]{0,8})"
)
"""What a court lets somebody do: 故法院判决王某返还."""
_GAINED_BY: Final = LazyPattern(
    r".{2,16}(?:在[一-鿿]{2,12}上|为[^，]{2,8})(?:获得|投入|取得|拥有|提供)(?P<what>(?!的)[一-鿿]{2,8})"
)
"""A thing had somewhere or for something: 甲项目在平台上获得星标."""
_DONE_TO: Final = LazyPattern(r"(?P<verb>[一-鿿]{2})了(?P<what>规模|金额|价值|面积|总额)")
_OWED: Final = LazyPattern(
    r"(?:原告|被告|上诉人|申请人|应|已|尚|陆续|分批|共|还|向(?:其|原告|被告|申请人))+"
    r"(?P<what>(?:支付|赔偿|归还|偿还|返还|欠)了?[一-鿿]{0,8})"
)
"""What a party pays or owes: 被告陆续支付了货款."""
_HANDLES: Final = LazyPattern(r"(?:进行|办理|予以)了?")
_HELD: Final = LazyPattern(r".*将其(?:所|合计|直接|间接)*持有的?")
_ONE_TERM: Final = ("可支配收入", "可支配收入中位数", "活动产生的现金流量净额", "活动产生的现金流")
"""Measures in whose name a clause seems to end: 居民人均可支配收入, 经营活动产生的现金流量净额."""
_TERM: Final = LazyPattern(
    r"(?P<noun>(?:(?:扣除|扣减|剔除|不含)(?:非经常性损益|股份支付|汇兑损益|一次性项目|[一-鿿]{2,8}?(?:影响|因素))(?:的?影响)?之?后?(?:的|归母|归属于[一-鿿]{2,10}?的)?"
    r"|归属于?[一-鿿]{0,8}(?:股东|所有者|母公司)的?(?:扣除非经常性损益后?的)?)"
    r"(?:净利润|净亏损|净资产|所有者权益|权益|综合收益总额|利润总额|营业收入|收入|净资产收益率|净利润率))$"
)
"""A measure with what is left out of it or whose it is, which is no clause: 扣除非经常性损益的净利润."""
_SHORTEST: Final = 2
_LONGEST: Final = 12
_PHRASE: Final = 16
"""A longer one that ends in a vague measure is told by its last deed alone, in code points."""


def is_money_noun(words: str) -> bool:
    """Tell whether a phrase ends in what a sum, stake or share can be of: 利息费用, 净利润."""
    return bool(_MONEY.search(words) or METRIC_HEAD.search(words))


def plain_object(metric: str, unit: str, names: Sequence[PlatformMention]) -> str:
    """Return the object a short clause only leads to, empty where it leads to none.

    推进总投资 → 总投资, 上市公司每年将产生利息费用 → 利息费用, 分别增持甲公司 → 增持股份 for a number of shares.
    """
    noun = _NOUN_OF.fullmatch(metric)
    if noun:
        return noun["what"]
    served = _SERVES.fullmatch(metric)
    if served and is_money_noun(served["what"]):
        return served["what"]
    done = _DONE_TO.fullmatch(metric)
    if done:
        return done["verb"] + done["what"]
    gained = _GAINED_BY.fullmatch(metric)
    if gained:
        return gained["what"]
    owed = _OWED.fullmatch(metric)
    if owed:
        return owed["what"].replace("了", "")
    ordered = _ORDERED.fullmatch(metric)
    if ordered:
        return ordered["what"]
    return _done_with_shares(metric, names) if unit.endswith("股") else ""


def _done_with_shares(metric: str, names: Sequence[PlatformMention]) -> str:
    """Return the shares a short clause only tells the deed of, empty where it tells none: 分别增持甲公司."""
    handles = _HANDLES.match(metric)
    if handles and metric[handles.end() :] in word_set("shares", "share_deals"):
        return f"{metric[handles.end() :]}股份"
    if _HELD.fullmatch(metric):
        return "持有股份"
    told = _HOW.sub("", metric, 1)
    deed = any_word("shares", "dealt").match(told)
    whose = told[deed.end() :].removeprefix("的") if deed else ""
    return f"{deed[0]}股份" if deed and any(one.text == whose for one in names) else ""


def core_of(metric: str, names: Sequence[PlatformMention]) -> str:
    """Return the noun a long clause ends in where a sum or share can be of it, empty where there is none.

    于判决生效后十日内支付甲公司货款 → 货款; a vague one keeps what is done: 计提减值准备的金额.
    """
    if (
        metric.endswith(_ONE_TERM)
        or metric.count("、") > 1
        or _WITH_OTHERS.search(metric)
        or _QUOTED.search(metric)
    ):
        return ""
    for one in names:
        metric = metric.replace(one.text, _SOMEBODY)
    if _PART_OF.match(metric):
        return metric.replace(_SOMEBODY, "")
    term = _TERM.search(metric)
    if term:
        return term["noun"].replace("后的", "的")
    words = plain_words(metric)
    cut = 0
    for place, word in enumerate(words[:-1]):
        if _ends_before(word):
            cut = place + 1
    turned = words[cut - 1] if cut and words[cut - 1] in word_set(_TABLE, "turned") else ""
    tail = turned + "".join(words[cut:]).removeprefix("项下")
    if not _SHORTEST <= len(tail) <= _LONGEST or not is_money_noun(tail) or _LOOSE.search(tail):
        return ""
    if not _VAGUE.fullmatch(tail):
        return tail
    if len(metric) <= _PHRASE and _one_phrase(words[:cut]):
        return ""
    return _with_deed(words[:cut], tail)


def _one_phrase(before: Sequence[str]) -> bool:
    """Tell whether a vague measure ends a phrase of nouns and one deed, and no clause: 政策性金融工具投放金额."""
    return (
        all(word_class(word).startswith(("n", "a", "b", "k", "j")) for word in before[:-1])
        and len(before) > 1
    )


def _ends_before(word: str) -> bool:
    """Tell whether the noun a clause ends in begins behind a word."""
    if word in _CUT or _LOOSE.fullmatch(word):
        return True
    of_sums = word in listed("sums") or word in word_set(_TABLE, "describing")
    return word_class(word).startswith(OF_SENTENCES) and not of_sums


def _with_deed(before: Sequence[str], tail: str) -> str:
    """Return a vague measure with the last deed before it, empty where that is too long or none."""
    deed = next((i for i in reversed(range(len(before))) if word_class(before[i]).startswith("v")), None)
    told = "".join(before[deed:]) + tail if deed is not None else ""
    told = told.replace(_SOMEBODY, "")
    return told if len(told) <= _LONGEST and not _LOOSE.search(told) else ""
