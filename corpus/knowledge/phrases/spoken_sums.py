"""Sums and numbers told without their unit, as people speak: 底薪三千五, 一年亏了两百六十万, 买家已逾五千万."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from corpus.knowledge.phrases.spoken_clauses import PER_TIME
from corpus.model.statistic import NumberMention
from index.lazy_pattern import LazyPattern

_LEAST: Final = Decimal(20)
_ROW: Final = (
    r"(?:[一二两三四五六七八九十百千万亿多来几]{2,}|(?<=[一-鿿]{2}))[，,]?"
    r"(?:大?前年|去年|今年(?:上半年)?|第[一二三四]年|现在)"
)
"""Between what a row of sums is of and one of a year: 研发投入，前年三千八百万，去年五千一百万."""
_OF: Final = LazyPattern(
    r"(?:[一-鿿](?:额|款|值)|人数|户数|分红|到账|挂牌|票|结账|报销|花销|开销|开支|支出|账上|手里|卡里|手头|彩礼|收益|提成|户均|人均|亩均|均价|单价|薪水?|工资|工钱|租金?|房租|学费|流水|收入|进账|入账|利润|成本|价钱?|费用?(?:这块)?|钱|奖金|补[贴助]|存款"
    r"|贷款|房贷|月供|首付|债|欠款?|定金|押金|底价|低保|退休金|养老金|津贴|净?落|到手里?|落到手里|超支|掏|扣|砸|借|烧|贷|拨|垫|付|卖[一-鿿]{1,4}收"
    r"|亏损?|赔|赚|挣|盈余|盈利|卖|花|投入?|投资|省|补|预算|造价"
    r"|GMV|成交额|销售额|交易额|营收|市值|估值|粉丝|用户|会员|买家|卖家|日活|月活|读者|听众|观众|人口|产值|工人|员工|职工|人手|学生|老师|村民|老人|孩子|居民|商户|住户|农户|学员|患者|病人|乘客|游客|客人|志愿者|党员|社员|队员|同学|毕业生|新生)"
    rf"(?:{PER_TIME}|{_ROW}|应该|我们|平均|躺着|(?:最?[好差多少高低旺淡忙])的时候|能?过|进去|了|掉|花|用|个|[涨降升跌减加提][到至]?|勉强|首[次度]|一举|出|去|开|又|就|也|都|却|还|已经?|达到?|到|为|是|有|在|约|将?近|做到|干到|冲到|逾|超过?|突破|接近|逼近|迈过|跨过|站上|要|得|会|能|只|仅|维持在|保持在"
    r"|大概|大约|差不多|不到|不足|一共|共|交走|交|上|下来|下)*[ ]?$"
)
"""Before such a number: what sums and crowds are told of."""
_REACHED: Final = LazyPattern(
    r"(?:[压降涨升跌减加提掉卖干冲砍缩抬炒杀拉][到至]了?|[只还就]剩下?了?|(?:去年|今年|前年|现在|如今)(?:还|只|才)?有"
    r"|(?<![一-鿿])[一每][一-鿿]{1,3}(?:卖|收|要|得|赚|净赚|挣))(?:大概|大约|差不多)?[ ]?$"
)
"""Before such a number: to what a price or a sum has come, or what one piece costs."""
_ENDS: Final = LazyPattern(
    r"[ ]?(?:出头|左右|上下|多|来|余|不到|开外)?(?:门槛|大关|关口)?了?(?=[，,。；;！!？?、”]|$|\n)"
)
_OF_SUM: Final = LazyPattern(
    r"(?:多|来|余)?的?(?P<what>营收|营业额|流水|[毛纯净]?收入|利润|销售额|成本|投资|缺口|工资|年薪|月薪|存款|贷款|债务?|欠款|房租|租金|电费|水费|运费|学费|罚款|奖金)"
)
"""Behind such a number: what the sum is of."""
_PRICE: Final = LazyPattern(
    r"(?:[首售定均单票房原现低高]价|首发价|到手价|月租|房租|月薪|底薪|月供|学费|每[晚天月]|花了)"
    r"(?:只要|只|才|大概|约|是|为)?[ ]?$"
)
"""Before a price told in figures without its unit: 首发价3999, 住宿每晚180."""
_REACH: Final = 24


def is_spoken(text: str, start: int, mention: NumberMention) -> bool:
    """Tell whether a number in words stands for a sum or a crowd its clause names; the clause begins at ``start``."""
    value = mention.value if mention.value is not None else mention.low
    if mention.kind != "number" or mention.unit or value is None or value < _LEAST:
        return False
    if any(sign.isdecimal() for sign in mention.span.of(text)):
        return bool(_PRICE.search(text, start, mention.span.start) and _ENDS.match(text, mention.span.end))
    if _OF_SUM.match(text, mention.span.end):
        return True
    if not _ENDS.match(text, mention.span.end):
        return False
    near = max(start, mention.span.start - _REACH)
    return bool(_REACHED.search(text, near, mention.span.start) or _OF.search(text, near, mention.span.start))


def sum_behind(text: str, place: int) -> str:
    """Return what the number of a sum, which ends at ``place``, is of by the words behind it: 十二万存款."""
    told = _OF_SUM.match(text, place)
    return told["what"] if told else ""
