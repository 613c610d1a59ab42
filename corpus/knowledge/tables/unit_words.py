"""Which words are units: known ones, those put together of a prefix and what it counts, and per what: 毫克/千克·月."""

from __future__ import annotations

from typing import Final

from corpus.text.units import CURRENCIES, DIMENSIONS, SCALES
from index.lazy_pattern import LazyPattern

_KNOWN: Final = LazyPattern(
    r"[十百千万亿]+|(?:[十百千万亿]*)(?:元|美元|吨|万吨|件|人|人次|户|家|个|亩|公顷|斤|千克|公斤|辆|台|套|张|条|座|只|头|位|名|所|次"
    r"|平方米|㎡|千瓦|度|股|例|剂|公里|米|%|％|‰|倍|岁|天|分钟|秒|小时|分|份|箱|标箱|载重吨|票|单|册|部|艘|杯|碗|颗|瓶|株|棵|宗|项"
    r"|起|场|间|处|羽|枚|颗|个百分点|百分点|毫米|厘米|℃|GWh|MWh|kWh|GW|MW|kW|TEU|bp|辆次|公斤/亩|兆瓦|天数)"
    r"(?:/.{1,4}|／.{1,4}|·.{1,3})*"
)
_HAN_MEASURE: Final = (
    r"(?:[吉兆千百分厘毫微纳皮太拍艾]?"
    r"(?:米|克|升|伏安|伏特|伏|安培|瓦时|瓦小时|瓦特|瓦|欧姆|法拉|亨利|帕斯卡|帕|焦耳|焦|牛顿|赫兹|赫|贝克勒尔|贝克|贝尔"
    r"|摩尔|库仑|韦伯|特斯拉|西弗|希沃特|戈瑞|流明|勒克斯|坎德拉|开尔文|巴|乏时|乏|卡|安时|秒|电子伏|比特|字节|当量|公顷)"
    r"|[平立]方[分厘毫微千]?[米里寸尺]|标准?立方米?|标立方米?|英[尺寸里亩石]|海里|节)"
)
"""A measure with or without the prefix of its size: 兆伏安, 微西弗, 立方分米."""
_SIGN_MEASURE: Final = (
    r"(?:(?:da|[kKMGTPmμµunpcdh])(?:m|g|t|s|A|K|mol|cd|Hz|N|Pa|J|W|Wp|C|V|F|Ω|S|Wb|T|H|lm|lx|Bq|Gy|Sv|L|l|eV|VA|var|varh"
    r"|Wh|Ah|bit|bps|cal|bar|[Bb]yte)|m|g|t|L|W|V|Pa|Hz|mol|kn|kvar|℃|°C|ppm|dB|bar|cal|ha|lx|lm)(?:[²³]|\^?[23](?!\d))?"
)
"""A measure by its signs: kVA, kg, m³."""
_COUNTED_BY: Final = (
    r"(?:[人户家件辆台套个座所架车班列艘航床册场例批箱票篇卷种门节课届期轮队组片块根支枝把幅幢栋层道段口眼孔尾匹峰羽粒枚袋盒桶罐筒捆包瓣"
    r"盆盘碟双对副樘扇级代集章句字页版首曲封本盏顶具手笔]|标准箱|标准台|自然箱|人民币|吨公里|人公里|客公里|车公里|座公里|学时|课时|工时|机时|工日"
    r"|[人车班列航架艘台例户册场批件床]次|台班|人日|床日|间夜|人[天年月]|人份|月份)"
)
"""What things are counted by: 册次, 间夜, 学时."""
_LASTING: Final = r"(?:个?月|[年日天周季晚夜时]|小时|刻钟|学[年期]|工作日|自然日|交易日)"
_ONE: Final = rf"(?:{_HAN_MEASURE}|{_SIGN_MEASURE})"
_PUT_TOGETHER: Final = LazyPattern(
    rf"[十百千万亿]{{0,2}}{_ONE}(?:[·⋅•*×]?{_ONE})?(?:[/／每·](?:[\d十百千万亿]{{0,4}}(?:{_ONE}|{_COUNTED_BY}|{_LASTING}|[一-鿿]{{1,4}})))*"
)
"""Measures, their products, and what they are told per: 牛·米, 微克/立方米, L/100km, 升/人·日."""
_IN_A_HEAD: Final = LazyPattern(
    rf"(?:[十百千万亿]{{0,2}}(?:{_ONE}|{_COUNTED_BY}|[百千万亿]?[元角]|%)|{_LASTING})"
    rf"(?:[/／每·][\d十百千万亿]{{0,4}}(?:{_ONE}|{_COUNTED_BY}|{_LASTING}|[一-鿿]{{1,4}}))*"
)
"""What is a unit behind a measure, though it may be none behind a number: 平均船龄（年）."""
_OF_CARBON: Final = LazyPattern(r"(?P<unit>.*[吨克])(?:CO2e?q?|CO₂e?q?|tce|标煤)")
_IN_CURRENCY: Final = LazyPattern(r"^(?:折合|折)?(?:人民币|RMB|CNY)[ ]?(?=[十百千万亿]*元)")
_IN_ENGLISH: Final = LazyPattern(
    r"(?:US\$|HK\$|[$€£¥]|USD|EUR|GBP|JPY|HKD|RMB|CNY)"
    r"(?:/(?:sq\.?[ ]?(?:m|ft)|m2|㎡|m²|month|mo|year|yr|day|ton(?:ne)?|t|kg|g|lb|oz|bbl|[kM]Wh|unit|pcs?|person|night"
    r"|hour|h|km|mile|L))+"
)
"""Money by its sign, per what by English words: US$/sqm/month."""
_LONGEST_PER: Final = 4
_PER_MANY: Final = LazyPattern(r"(?:1|[人例件起])?/(?:\d{0,3}[万千百]|[十百千]万|万)人?")
"""Out of how many: 1/10万, 例/万人."""
_SCALED: Final = "".join(SCALES)


def is_unit(words: str) -> bool:
    """Tell whether words are a unit: one that counts or measures, with or without a scale before it."""
    if _PER_MANY.fullmatch(words) or _IN_ENGLISH.fullmatch(words):
        return True
    words = _IN_CURRENCY.sub("", words)
    first, _, per = words.removesuffix("(A)").partition("/")
    carbon = _OF_CARBON.fullmatch(first)
    first = carbon["unit"] if carbon else first
    bare = first.lstrip(_SCALED)
    known = _KNOWN.fullmatch(first) or first in CURRENCIES or bare in DIMENSIONS or bare in CURRENCIES
    if (known and len(per) <= _LONGEST_PER) or words in DIMENSIONS:
        return True
    return bool(_KNOWN.fullmatch(words) or _PUT_TOGETHER.fullmatch(words))


def is_unit_of_head(words: str) -> bool:
    """Tell whether words in brackets behind a measure are its unit, which behind a number may be more: 年, 道."""
    return is_unit(words) or _IN_A_HEAD.fullmatch(words) is not None
