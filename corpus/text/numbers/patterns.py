"""How numbers are written: the patterns, on folded text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from corpus.text.toml_tables import packaged_table
from corpus.text.units import CURRENCIES, DIMENSIONS
from index.lazy_pattern import LazyPattern

# Thousands parted by blanks right behind a word (进口8 046.5亿元), and digits parted one by one (1 5 0 家).
# Behind a word that a share or a change follows, two digits parted before a percent sign are one (占 1 8%), and so is
# a figure whose point stands apart (提高了4. 2个百分点).
_LED = "达占为从由增降至到近约超过升跌幅率长了比高少"
_AFTER_LED = rf"(?:(?<=[{_LED}])|(?<=[{_LED}][ ]))"
_SPACED = (
    r"(?:(?<=[一-鿿，。、：(（~-])|(?<=[一-鿿][ ]))\d{1,3}(?:[ ]\d{3})+(?!\d)(?:\.\d+)?(?=[ ]?[一-鿿%])"
    r"|(?<![\d.])(?<!\d[ ])\d(?:[ ]\d)*[ ]\.[ ]\d(?:[ ]\d)*(?=[ ][一-鿿%])"
    r"|(?<![\d.])(?<!\d[ ])\d(?:[ ]\d)+(?=[ ][一-鿿%])"
    rf"|{_AFTER_LED}\d[ ]\d(?=%)"
    rf"|{_AFTER_LED}\d{{1,3}}(?:\.[ ]|[ ]\.[ ]?)\d{{1,2}}(?=[ ]?(?:%|个百分点|[万亿]))"
)
ARABIC = rf"(?:{_SPACED}|" r"\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?(?:e\d+)?|(?<![\d.])\.\d+)"
_D = "零一二两三四五六七八九"
_U = "十百千万亿兆廿卅卌"

_HEADS = {"".join(takewhile(lambda sign: sign.isascii() and sign.isalpha(), unit)) for unit in DIMENSIONS}
_LATIN_UNITS = (
    *sorted(head for head in _HEADS if len(head) > 1),
    *("CM", "KG", "KM", "USD", "RMB", "CNY", "HKD", "EUR"),
)
"""With what a unit in Latin letters begins: 7mmol/L, 25hm²."""
SKIP = (
    r"(?<![\d.:：])(?:[01]?\d|2[0-4])[:：][0-5]\d(?::[0-5]\d)?(?![\d.%:：])|"  # times of day
    rf"[{_D}\d十]{{1,3}}点[一三]刻|"
    rf"(?:(?<=[午晚晨夜])|(?<=早上)|(?<=晚上))[{_D}十]{{1,3}}点(?=[{_D}十]{{1,3}}万)|"
    r"双1[12]|(?<![\d.,])618(?![\d.,%万亿千元个家人])|"  # days of sale
    r"https?://[^\s，。；）)】」]+|www\.[^\s，。；）)]+"
    r"|(?<![\w.+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.]{1,63}"  # addresses
    r"|(?<![\d.A-Za-z])[248]K(?=[ ]?(?:超?高清|电视|视频|直播|画质|屏|投影|、))"  # resolutions
    r"|(?<![\d.])\d+(?:\.\d+){2,}(?![\d.])"  # versions
    r"|第[ ]?\d+(?:\.\d+)+|(?<![\d.,，])\d{1,3},\d{1,2}(?![\d,.])"  # paragraphs, and figures no one can tell
    r"|(?<!\d)0\d{2,3}-(?:\d{5,8}|\d{3,4}[ ]\d{4})(?!\d)"  # telephones
    r"|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400-\d{3,4}-\d{3,4}(?!\d)"
    r"|(?<!\d)\d{16,19}[\dXx]?(?!\d)|\d+(?:-\d+){2,}"  # numbers of cards and papers
    r"|(?<![A-Za-z])(?![YyQqMm]o[YyQqMm][-+]|[A-Za-z]{2,24}(?:19|20)\d\d年"
    r"|(?:GMV|GTV|GDP|DAU|MAU|CPI|PPI|PMI|ROE|ROA|ROI|ARPU|AUM|EPS|EBITDA|NPS|ASP|IRR)\d)"
    r"[A-Za-z][A-Za-z_]{0,24}-?\d+(?:\.\d+)*[A-Za-z]*\d*"  # names: B2B, A4
    r"|(?!\d+e\d+(?!\w))\d+[A-Za-z]+\d+\w*|(?!\d+e\d)\d+(?:(?!L(?![A-Za-z0-9])|U/L)[A-JLN-Z](?![A-Za-z])|[A-Za-z]{2,}(?![A-Za-z])"
    + "".join(f"(?<!{unit})" for unit in (*_LATIN_UNITS, "BP", "bp", "pct"))
    + ")"
)
_TABLE = packaged_table("corpus.text.numbers", "words.toml")
_WORDS = tuple(_TABLE["word"])
_BEHIND_TENTHS = "|".join(sorted(_TABLE["behind_tenths"], key=len, reverse=True))


def expression_of(entry: Mapping[str, Any]) -> str:
    """Return the expression of an entry of the table of words in which a numeral counts nothing."""
    if "words" in entry:
        return "|".join(map(re.escape, entry["words"]))
    return str(entry["pattern"]).replace("@digits@", _D).replace("@scales@", _U)


WORDS = "|".join(map(expression_of, _WORDS))
_GAP = r"[ ]{0,3}"
_VAGUE = (
    rf"{_GAP}(?:多|余|几|来|(?<=十)好?几)(?=号人|{_GAP}[{_U}个家人位名次倍元块项款条种件米吨亩公斤岁小万亿户辆台张本"
    rf"册头只篇瓶场座所处里间幢碗杯度分把艘架株棵份单箱袋桶盒套趟盘])"
)
_SCALE = (
    rf"{_GAP}[{_U}](?!(?<=千)(?:[瓦米帕伏]|克(?![拉朗])|卡(?!路里)|焦(?!耳))|(?<=百)帕|(?<=兆)[瓦焦帕赫])"
)
"""A word of scale that begins no unit: 五十米, 三百克, but 五千瓦."""
# Blanks may stand inside a numeral only beside a scale word: 7 万5 千.
_ARABIC_RUN = (
    rf"{ARABIC}(?:{_SCALE}(?:{_VAGUE})?|(?<=[{_U}]){_GAP}{ARABIC}(?={_SCALE})|(?<=[{_U}]){ARABIC}"
    rf"|(?<=[{_U}])零(?=[{_D}\d])|(?<=零)(?:[{_D}]|\d+)(?={_SCALE})|(?<=[{_U}])[{_D}](?={_SCALE})|{_VAGUE})*"
)
_CHINESE_RUN = (
    rf"(?:[{_D}{_U}]|数(?=[十百千万亿])|几(?=[十百千万亿个家款项次月天位名倍分]))"
    rf"(?:{_SCALE}(?:{_VAGUE})?|(?!两(?!{_SCALE}))[{_D}](?![ ]*点)"
    rf"(?<!(?<=[{_U}])一(?=个?月|天(?!文)|年|晚|[次平斤件份桌]))"
    rf"|[{_D}](?=[ ]?点[ ]?[{_D}])|{_GAP}点{_GAP}(?=[{_D}])"
    rf"|(?<=点)[ ]{{1,2}}[{_D}]"
    rf"|(?<=[{_U}])[ ]{{1,2}}(?=[{_D}](?:[ ]?[{_U}点]|$|[ ]?又))[{_D}]|(?<=[万亿])\d{{2,}}(?:\.\d+)?(?!\d)|{_VAGUE})*"
)
_FROST = rf"零下{_GAP}(?=[\d.{_D}{_U}点]{{1,8}}[ ]?[多余]?(?:摄氏)?[度℃])"
_RUN = rf"(?:{_ARABIC_RUN}|{_CHINESE_RUN})"
NUMERAL = LazyPattern(_RUN)
# Where anything of the scan may begin; everywhere else nothing is tried.
_BEGIN = "".join(
    sorted({*_D, *_U, *"几数第负正对翻半双之", *(word[0] for one in _WORDS for word in one.get("words", ()))})
)
SCAN = LazyPattern(
    rf"(?=[{_BEGIN}\dA-Za-z._+\-])"
    rf"(?:(?P<skip>{SKIP})|(?P<word>{WORDS})"
    rf"|(?P<per>(?:[{_D}{_U}]|\d){{0,6}}?{_GAP}(?:十|百|千|万){{1,4}}{_GAP}分{_GAP}之{_GAP})(?P<of>负?{_GAP}(?:{_RUN}))"
    r"|(?P<half>(?<!大)一半(?![时是儿的以])"
    r"|(?<![上下前后大多小一二两三四五六七八九十百\d个来每过第])半(?:年(?![度报底末线分票])|个月|个?小时|个?钟头)"
    rf"|半个亿|对折|翻一番|翻番|翻两番|翻了一番|(?<![一二三四五六七八九十\d大小多上下过前后])半数)"
    rf"|(?P<ordinal>第{_GAP})(?P<rank>{_RUN})"
    rf"|(?P<sign>{_FROST}|(?<![减抱肩担欠胜背正])负{_GAP}(?=[\d{_D}{_U}])|(?<!(?![为是约在至到由从或和])[一-鿿])正{_GAP}(?=[\d{_D}{_U}])|(?:(?<![A-Za-z0-9_)）%\-])|(?<=[YyQqMm]o[YyQqMm]))(?:(?<=[为是达比])|(?<=[增成]长|增[速幅])|(?<!\d[一-鿿])(?<!\d[一-鿿]{{2}})(?<!\d[一-鿿]{{3}}))[-+](?=[\d.]))?(?P<number>{_RUN}))"
)
FRACTION = LazyPattern(
    rf"{_GAP}(?:又{_GAP}(?P<part>{_RUN}){_GAP})?分{_GAP}之{_GAP}(?P<top>{_RUN})|{_GAP}(?P<low>\d+)?/(?P<high>\d+)(?!\d|/|\.\d)"
)

_CUR = "|".join(
    sorted((re.escape(name) for name in CURRENCIES if not name.endswith("$")), key=len, reverse=True)
)
CURRENCY = LazyPattern(
    rf"{_GAP}(?P<unit>(?:{_CUR})(?![素气旦老件宵勋头状月]|宇宙|首(?![轮批期付次笔单发]))(?<!块(?=[^\W\d一二两三四五六七八九钱多左以上下毛角]))(?:钱)?)(?:人民币|[整正](?![^，。；、）)\s]))?"
)
PREFIX = LazyPattern(
    r"(?<![\d十百千万亿元])(?P<unit>人民币|RMB|CNY|USD|US\$|HK\$|HKD|NT\$|TWD|EUR|GBP|港币|港元"
    r"|新?台币|美元|美金|欧元|[¥$€£])[ ]?$"
)
SMALL_MONEY = LazyPattern(
    rf"(?:又|零)?(?P<jiao>[{_D}]|\d){_GAP}(?:毛|角)(?:(?P<jfen>[{_D}]|\d){_GAP}分?)?(?:钱|整)?|(?:又|零)?(?P<fen>[{_D}]|\d{{1,2}}){_GAP}(?P<cent>美分|分)(?:钱)?(?![之钟])"
)
_PIECES = "斤双对套瓶杯碗盒袋包本支枚颗棵根把辆台间晚夜盘桌篇页课节趟株串头场部筐捆"
"""Measure words behind 一 that make it one of them, and no tenth: 十五块一双."""
BARE_JIAO = LazyPattern(
    rf"(?P<jiao>[{_D}]|\d(?![\d.%]|[,，]\d|公?斤|[两米吨亩度份袋盒瓶碗台平]))(?![{_U}\d多几个只条家件位元块毛角分年月日点折成张人天次口号{_PIECES}]"
    rf"|[{_D}](?!公?斤|两|个|只|条|件|碗|瓶|张|天|份|袋|盒|度|吨|米|人)|{_GAP}\d)"
)
"""The last figure of 四十八块八, where nothing is counted by it."""
HEIGHT = LazyPattern(rf"(?P<rest>[{_D}]{{1,2}})(?![{_U}{_D}\d米厘分寸尺多几个只条])")
"""The last figures of 一米八二."""
JIAO = LazyPattern(rf"{_GAP}[毛角](?:(?P<fen>[{_D}]|\d)(?![{_PIECES}])分?)?(?:钱)?(?![落度色球逐])")
PERCENT = LazyPattern(
    rf"{_GAP}(?P<sign>%|‰)|{_GAP}(?P<points>个?{_GAP}百{_GAP}分{_GAP}点|个?基点|(?:[Bb][Pp]s?|[Pp][Cc][Tt]s?)(?![A-Za-z])|个点(?=[，。；、！”]|上下|左右|以[上下内]|[降升涨跌减掉压拉增回][到至了低回为]|$))"
    rf"|{_GAP}(?P<tenth>成)(?:(?<=[近约超过逾占][{_D}]成)(?=为)|(?![立为长功员熟果交本套效片年都品分份形型因绩人语全像千名]|家(?!庭)|就(?![业医餐读近])))(?:{_GAP}(?P<rest>[{_D}]|半)(?=$"
    rf"|[ ]*[，。,；、！）)]|{_BEHIND_TENTHS}|[降升涨跌减增提压掉][到至为低高]|[一-鿿]{{1,2}}了)"
    rf"|(?!{_GAP}[{_D}](?![{_U}{_D}个家名位人条件种类项年月日天元倍点成折部块次届户岁所座])))"
    rf"|{_GAP}(?P<discount>折)(?![线射叠旧腾磨中合算])"
)
TIMES = LazyPattern(rf"{_GAP}(?:多|余)?倍")
_OTHER_WORD = {
    "克": "(?!耳文|罗地|里米|里姆|隆|服|制|强|勤|孜|钦)",
    "米": "(?!兰|饭|粉(?!尘)|粒|酒|面|袋|其林|尔|高梅|色)",
    "瓦": "(?!格纳|片|房|砾|努|伦|良|罐)",
}
"""What makes another word of a unit of one sign: 10万瓦格纳战士."""
DIMENSION = LazyPattern(
    rf"{_GAP}(?:多|余)?(?P<unit>"
    + "|".join(re.escape(name) + _OTHER_WORD.get(name, "") for name in sorted(DIMENSIONS, key=len, reverse=True))
    + r"|(?<=[万亿])方(?![面案法式向便针程位阵圆米法言正块才寸的]))(?![A-Za-z])(?P<half>半)?"
)  # fmt: skip
DURATION = LazyPattern(
    rf"{_GAP}(?P<more>个?[多余来])?(?:个?(?P<half>半)?(?P<unit>季度|月(?![份活销])|星期|小时|钟头)(?<![\d一二三四五六七八九十]月)"
    rf"|(?P<span>年(?![代级货会报轮底末初前后度份薪华中])|天|(?:(?<=院[日为]\d\.\d)|(?<=院日为\d\.\d)|(?<=院日为\d\d\.\d)|(?<=医院\d\.\d))日(?!均)|周(?![一二三四五六日岁年期边围转])|分钟|秒钟?))(?P<tail>半)?"
)
MORE = LazyPattern(r"[多余](?![元样数种少年震额粮])|出头|挂零|大几")
SPOKEN = LazyPattern(rf"{_GAP}(?P<some>[多来])?{_GAP}个{_GAP}(?P<more>多)?{_GAP}(?P<scale>亿)(?![万级])")
"""A hundred million told as a thing counted: 3个亿, 三个多亿, 十来个亿."""
TO = LazyPattern(
    rf"{_GAP}(?:（含）|\(含\))?{_GAP}(?:-{{1,2}}|~|至|到|—|[与和](?=[^，。；]{{1,14}}之间)){_GAP}"
)
COUNTED_TO = LazyPattern(
    r"(?P<unit>[个家人名位户台辆架艘套件只头条座所栋间张部本篇首项宗起批次场轮股份单盒箱桶瓶袋包双颗片杯碗种款支枚列眼幢床例倍])"
    rf"{_GAP}(?:-{{1,2}}|~|至|到|—){_GAP}(?=[\d{_D}{_U}])"
)
"""Between the ends of a range that both tell what they count: 80人至160人."""
LED_FROM = LazyPattern(r"[从由自][^，。；]{0,6}$")
"""Before the near end of what went from one number to another: 从50家到80家."""
