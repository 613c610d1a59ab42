"""A measure that a sentence names first, for the row of those it is told of: 融资余额方面，华东120亿元，华南97亿元.

Three ways of naming it, from the plainest to the barest: a clause that says no more (``of_frame``), one that says how
the parts of it differ (``headline_measure``), and a noun before a comma (``opening_measure``).
"""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.changes import RATE_NOUNS
from corpus.knowledge.sentences.measures_of_parts import without_bearer
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_FRAME: Final = LazyPattern(
    r"(?:^|[。；;，,“])[ ]?(?:单|仅|若|如果|分[一-鿿]{2}(?=看))?"
    r"(?:[论按从就看](?P<by>[一-鿿A-Za-z]{2,20}?)(?:方面|上)?(?:来?看|来说|来讲|而言)?[，,]"
    r"|(?P<of>[一-鿿A-Za-z]{2,20}?)(?:方面|上)[，,：:]"
    r"|(?P<label>[一-鿿A-Za-z]{3,24}?)(?:的?(?:国际|地区|区域|城市|横向|行业)?(?:比较|对比|分布|排[名行])|[居排列]?前[三五十][名位家]?|分别)?[为是]?(?:[：:]|——))"
)
"""A clause without a figure that only names the measure of those behind it: 论销量，, 净流出前三：, 空置率的对比——."""
_HEADLINE: Final = LazyPattern(
    r"(?P<what>[一-鿿]{2,14}?)(?:呈|出现|差异|分化|不一|各异|相差|有高有低)[^，。；：]{0,12}[：:]"
)
"""A clause that says how the parts of a rate differ: 床位使用率呈“两头热”：."""
_OPENING: Final = LazyPattern(r"(?P<what>[一-鿿A-Za-z]{2,20}?)[，：]")
"""A noun alone: 市场占有率，研发设计类仅5.6%，生产控制类为48.3%."""
_ROW_ENDS: Final = LazyPattern(r"[。；;]")
_SHARES: Final = LazyPattern(r"(?:率|占比|比例|比重|份额|涨幅|跌幅|增幅|降幅)$")
"""How measures end that are told in percent, as no others are."""
_GENERAL: Final = LazyPattern(
    r"数[量值]|规模|总[量数额]|[金数]额|比[例重]|占比|份额|均值|人数|(?:进?出|进)口|投资"
)
"""What says only that things are counted, or of what kind they are: 从数量看, 企业有320家 counts 企业."""
_WHO: Final = LazyPattern(
    r"[ ]?(?:其中|而|但|反观)?(?P<who>[一-鿿A-Za-z“”]{2,10}?)(?:[仅只才却则就也都更还又]|大约|分别|普遍|不过)*"
    r"(?:[为是有达]到?|高达|低至|只有|不到|超过?)?"
)
_NO_NAMING: Final = frozenset("pcdruvmtyq")
"""Classes of words that none are named by, as jieba writes them; one of several words may be any but the last."""
_SUMS: Final = LazyPattern(
    r"(?:额|价格?|费用?|收入|成本|支出|利润|存款|贷款|余额|[市产净估]值|工资|薪酬|[租押佣薪奖资]金|财产|资产|补贴)$"
)
_NO_SUMS: Final = LazyPattern(r"(?:量|数|面积|人口|次|度|时长|寿命|年龄|里程)$")
"""How measures end that are told in money, and those that never are."""
_MONEY: Final = ("元", "块", "美金", "欧元", "英镑")
_FAR: Final = 160


def of_frame(view: SentenceView, figure: Figure, lead: str) -> tuple[str, str] | None:
    """Return whose a figure is and the measure named before its row, where its words ``lead`` name nobody but whom.

    ``None`` where no clause before names a measure that its unit is told in, or the row has ended.
    """
    told = _WHO.fullmatch(lead)
    who = told["who"].strip("“”") if told else ""
    if not who or OWN_HEAD.search(who) or who.endswith(RATE_NOUNS):
        return None
    measure = _framed(view, figure)
    if not measure or who in measure:
        return None
    return (who, measure) if word_class(plain_words(who)[-1])[:1] not in _NO_NAMING else None


def headline_measure(view: SentenceView, figure: Figure) -> str:
    """Return the rate whose parts a sentence says to differ before it tells them; empty for a figure of none."""
    told = _HEADLINE.match(view.text, view.sentence.start, figure.lead) if figure.percent else None
    return strip_metric(told["what"]) if told else ""


def opening_measure(view: SentenceView, figure: Figure) -> str:
    """Return the measure that is all a sentence says before its first comma or colon, empty without one."""
    told = _OPENING.match(view.text, view.sentence.start, figure.lead)
    return strip_metric(told["what"]).rpartition("的")[2] if told and METRIC_HEAD.search(told["what"]) else ""


def _framed(view: SentenceView, figure: Figure) -> str:
    """Return the measure that the sentence of a figure named before the row it stands in, empty without one."""
    begin = max(view.sentence.start, figure.lead - _FAR)
    lead = view.text[begin : figure.lead]
    frames = list(_FRAME.finditer(lead))
    frame = frames[-1] if frames else None
    if frame is None or _ROW_ENDS.search(lead, frame.end()):
        return ""
    what = strip_metric(frame["by"] or frame["of"] or frame["label"])
    if _GENERAL.fullmatch(what) or not OWN_HEAD.search(what) or not _is_told_in(what, figure):
        return ""
    return without_bearer(what)


def _is_told_in(measure: str, figure: Figure) -> bool:
    """Tell whether a measure is told in the unit of a figure: rates in percent, sums and prices in money."""
    if figure.percent or _SHARES.search(measure):
        return figure.percent and _SHARES.search(measure) is not None
    if figure.unit.partition("/")[0].endswith(_MONEY):
        return _NO_SUMS.search(measure) is None
    return _SUMS.search(measure) is None
