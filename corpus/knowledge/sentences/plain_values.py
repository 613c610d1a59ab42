"""Numbers without a unit that are values all the same by how they are told: 平均为3.65, 样本量：631, 翻台率三点五."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.phrases.spoken_sums import is_spoken
from index.lazy_pattern import LazyPattern

_VALUE_VERB = LazyPattern(
    r"(?:为|达到?|是|至|到|约|超过?|突破|[迈跨越闯]过|站上|冲破|近|[:：]"
    r"|平均|录得|收于|报|标准差|均值|中位数|系数|指数|得分|评分|开分|比率|样本量|信度|效度|做到|能到"
    r"|(?:料肉|料重|库销|存销|产销|师生|生师|床护|医护|盈亏|信噪|供需|多空|性别|氮磷|碳氮)比"
    r"|(?:市盈|市净|市销|翻台|容积|周转|赔)率)[ ]?$"
)
_MEASURED: Final = LazyPattern(r"[一-鿿](?:指数|系数|风险|度|率|[值比])(?:不[高低]于|不到|超过?|仅|约)?[ ]?$")
"""Before a decimal that closes its clause, which is the value of what it measures: 林下郁闭度0.71."""
_MEASURED_BEFORE: Final = LazyPattern(
    r"(?:[一-鿿](?:[量额数]|粉丝|点赞|获赞|收藏|评论|转发|阅读|播放|浏览|曝光|订单)|(?:粉丝|点赞|获赞|收藏|评论|转发|阅读|播放|浏览|曝光|订单)|GMV|UV|PV|DAU|MAU)"
    r"(?:[为达约近超破到了 ]|突破|超过)*$"
)
"""Before ten thousands by a letter: GMV 61.7w, 粉丝3w."""
_ENDS = LazyPattern(r"[ ]*(?:$|[\n，,；;。)）|*])")
_CLOSES: Final = LazyPattern(r"[ ]*(?:$|[\n，,；;。、)）（(])")
_NOUN_NEXT = LazyPattern(r"[县区市镇乡村人](?![和、，。；])")
_OTHERS_NEXT: Final = LazyPattern(
    r"(?:商家|商户|品牌|用户|消费者|企业|农户|粉丝|网友|主播|达人|骑手|司机|学生|家庭|店铺|门店)[一-鿿]{2}"
)
"""Behind a bare number: whose measure its clause goes on to tell, 超10万商家销售额翻倍."""


def is_plain_value(view: SentenceView, figure: Figure, start: int) -> bool:
    """Tell whether a number without a unit is a value; ``start`` is where the words that may belong to it begin."""
    text, place = view.text, figure.mention.span.start
    if _VALUE_VERB.search(text[start:place]) or is_spoken(text, view.sentence.start, figure.mention):
        return True
    decimal = "." in figure.mention.span.of(text)
    if decimal and _MEASURED.search(text[start:place]) and _CLOSES.match(text, figure.tail):
        return True
    short = figure.mention.span.of(text).endswith("w") and _MEASURED_BEFORE.search(text[start:place])
    if short and _CLOSES.match(text, figure.tail):
        return True
    blank = not text[start : figure.lead].strip(" *")
    named = blank and text[start - 1 : start] in {"：", ":"} and start > view.sentence.start
    return named and bool(_ENDS.match(text, figure.tail))


def opens_noun(view: SentenceView, figure: Figure, lead: str) -> bool:
    """Tell whether a count opens its clause before a noun too short to name: 11个县通过评估认定."""
    if not figure.unit.strip("十百千万亿") and _OTHERS_NEXT.match(view.text, figure.tail):
        return True
    if figure.mention.kind != "number":
        return False
    if lead.endswith("在"):
        return True
    return bool(figure.unit) and not lead.strip() and bool(_NOUN_NEXT.match(view.text, figure.tail))
