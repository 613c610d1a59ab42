"""Persons who hold, pay or owe: parted from the metric they begin, so that nobody else bears their figure."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

FAMILY: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭"
    "吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦"
    "江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文樊兰殷施陶洪翟安颜倪严牛温芦季俞章"
    "鲁葛伍申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧"
    "甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉"
    "饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏"
    "栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗"
    "应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
"""Family names of one character."""
_ADVERBS: Final = (
    r"(?:先生|女士|仅仅|仅|只|已|共|先后|随后|又|再|曾|应|需|须|合计|累计|直接|间接|个人|目前|分别|尚|还|拟|计划"
    r"|陆续|共计|实际)*"
)
_DEEDS: Final = (
    r"持股|持有|减持|增持|质押|套现|认购|还款|归还|偿还|返还|退还|借款|出借|借出|欠款|支付|赔偿|转账|捐款|捐赠|出资"
    r"|垫付|获赔|索赔|领取|薪酬|年薪|身家"
)
_ROLES: Final = (
    r"(?:联合|共同)?(?:创始人|创办人)|董事长|副?总经理|总裁|首席[一-鿿]{2,3}官|CEO|CFO|实际控制人|实控人|控股股东"
    r"|董事|监事|董秘|高管|法定代表人|股东|自然人"
)
_LED: Final = LazyPattern(
    rf"(?:公司|该公司)?(?:{_ROLES})(?:[、兼](?:{_ROLES}))*(?P<who>[一-鿿·]{{2,4}}?){_ADVERBS}(?P<what>(?:{_DEEDS}).*)"
)
_ALONE: Final = LazyPattern(
    rf"(?:(?:原告|被告|法院|一审|二审|判决|判令|裁定|执行人|被执行人)*)(?P<who>(?:[{FAMILY}])[一-鿿]{{1,2}}?)"
    rf"{_ADVERBS}(?P<for>向[一-鿿]{{2,8}}?)?(?P<what>(?:{_DEEDS}).*)"
)
_NOBODY: Final = LazyPattern(r"[的等们]|公司|集团|银行|股份")
_SHARES: Final = LazyPattern(
    r"(?P<verb>持有|减持|增持|质押)(?:了|本|该|上市|其)?公司(?:的)?(?P<what>股份|股票)"
)
_LONGEST: Final = 3
_NO_PERSONS: Final = ("团", "庭", "会", "部", "组", "村", "市", "庄", "子")
"""With what words end that the dictionary takes for persons."""
_SOMEBODY: Final = "某"


def person_before(metric: str) -> tuple[str, str]:
    """Return the person a metric begins with, empty without one, and the rest: 创始人许嘉禾持股 → 许嘉禾, 持股."""
    told = _LED.fullmatch(metric) or _ALONE.fullmatch(metric)
    if told is None or not is_person_name(told["who"]):
        return "", metric
    return told["who"], _SHARES.sub(r"\g<verb>\g<what>", told["what"])


def is_person_name(words: str) -> bool:
    """Tell whether a phrase may be a person's name: a surname before one or two more, and no word."""
    if not words or _NOBODY.search(words) or is_word(words):
        return False
    return words[0] in FAMILY and (len(words) <= _LONGEST) and len(plain_words(words)) <= _LONGEST


def may_be_person(words: str) -> bool:
    """Tell whether a phrase where a person may be named is one, also one the dictionary knows: 周启明, 敬某."""
    known = (
        len(words) == _LONGEST
        and words[0] in FAMILY
        and word_class(words) == "nr"
        and not words.endswith(_NO_PERSONS)
    )
    return known or words[1:2] == _SOMEBODY or is_person_name(words)
