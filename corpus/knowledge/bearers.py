"""Who bears a figure: of the companies named before it, not the one that something is only done to or with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.knowledge.facts.subjects import is_subject
from corpus.model.platform import PlatformMention

_REACH: Final = 24
"""How far before a name what is done to it stands, in code points."""
_DONE_TO: Final = re.compile(
    r"(?:(?<![一方面投])向|(?<![参])与|(?<![合共相])同|给|(?<![绝相面])对|使用|骗取|赔偿|起诉|状告|告上|质押给|中标|竞得|收购|购买|受让|转让|出售"
    r"|认购|参股|入股|增持|减持|并购|买下|拿下|置入|置出|退还|返还|归还|支付|判给|委托|授权|追加|诉|告知|通知|请求|要求|核准|批准|收到|接到|担任|成为"
    r"|(?:质押方|质权人|债权人|招标人|采购人|交易对方|受让方|出让方|买方|贷款人|贷款银行)(?:为|是|系))"
    r"(?:了|其|过)?(?:约?[\d.,]+[万亿]*元)?[“\"《（(]?(?:[^，。；：、\s]{1,14}(?:[、和及]|公司|集团))*"
    r"(?:原告|被告|上述|控股|全资|参股|关联方|子公司|孙公司|公司|股东|银行|方)*[“\"《（(]?$"
)
"""A verb or preposition whose object the name is, alone or as the last of a list."""
_ORDERED: Final = re.compile(r"(?:判令|判决|责令|要求|裁定)(?:原告|被告)?$")
_FOR: Final = re.compile(
    r"(?:为|替|在)(?:[^，。；：、\s]{1,14}[、和及])*(?:控股|全资|子公司|孙公司|公司|关联方)*$"
)
_IN_FAVOUR: Final = re.compile(
    r"[^，。；]{0,16}?(?:提供|申请|追加|代为|垫付|贷款|借款|担保|办理|开立|任职|存款)"
)
_BELONGS: Final = re.compile(
    r"[”\"》）)]?的?(?:(?:第[一二三四五六七八九十\d]+|单一|控股|主要|实际|原|前|现任|全资|参股|下属|旗下|时任|某)*"
    r"(?:大?股东(?!大会|权益|净利|应占)|董事(?!会)|监事(?!会)|子公司|孙公司|实控人|控制人|董事长|总裁|高管|员工|创始人|案|主犯|债权人|供应商|客户))"
)
"""What stands behind a name that only says whose shareholder, child or case another one is."""
_STAKE: Final = re.compile(r"[（(]?[^，。；）)]{0,12}[）)]?(?:剩余|全部|合计|部分|约|近|的)?[ ]?")
_CLAUSE: Final = re.compile(
    r"^[其将把被向以由从在对使令占该此]|[将被把]其|将|^(?:涉及|通过|审议|关于|项下|名为|支付|针对)|[，。；、：]"
    r"|(?:质押|担保|股份|股票|金额|支付|减持|增持|显示)$"
)
"""What a phrase that names nobody begins with or holds: 占其所持股份比例, 其通过账户已回购股份."""
_LONGEST: Final = 24


def bearer(text: str, start: int, place: int, percent: bool, names: Sequence[PlatformMention]) -> str:
    """Return the company a figure at ``place`` is told of, empty where it is none of ``names`` or unsure.

    ``names`` end before ``place`` and stand in the sentence that begins at ``start``, the last one last. What shares
    are bought of is told of: 收购甲公司30%股权 belongs to 甲公司.
    """
    for name in reversed(names):
        if not is_subject(text, name):
            continue
        if percent and _STAKE.fullmatch(text, name.span.end, place):
            return name.text
        if _BELONGS.match(text, name.span.end, place):
            return ""
        if not is_done_to(text, start, name):
            return name.text
    return ""


def is_done_to(text: str, start: int, name: PlatformMention) -> bool:
    """Tell whether something is done to or with a company where it is named: 赔偿甲公司, 向甲银行、乙银行."""
    before = text[max(start, name.span.start - _REACH) : name.span.start]
    if _ORDERED.search(before):
        return False
    if _DONE_TO.search(before):
        return True
    return bool(_FOR.search(before) and _IN_FAVOUR.match(text, name.span.end))


def names_somebody(words: str) -> bool:
    """Tell whether a phrase may be whose figure it is, and is no cut-off clause."""
    return len(words) <= _LONGEST and not _CLAUSE.search(words)
