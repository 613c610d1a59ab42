"""Whom a sentence speaks of: who is quoted or only invests is not."""

from __future__ import annotations

from typing import Final

from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern

CONTINUES: Final = LazyPattern(
    r"[\s“]*(?:\d{4}年|同年|当年|次年|今年|去年|目前|截至|月|年|GMV|用户|该平台|该公司|公司|平台|其(?!他|实|中)|它|这家|完成|获得|号称|上线|成立|全年|累计|"
    r"已有|创始人|随后|此后|上市|初步|此外|另外|首日|当日|本轮|眼下|如今|[\ue800-\uefff]|[“\"])"
)
ATTRIBUTED: Final = LazyPattern(
    r"[》]?(?:的|此前|最新)?(?:发布|测算|估算|监测|调研|数据|显示|预计|预测|估计|整理|梳理|统计|报告|研究|称)"
)
_MADE: Final = LazyPattern(r"的?发布(?:了)?(?!报告|数据|研究|《|的|统计)")
_SOURCE: Final = LazyPattern(r"(?:据|来源[:：]?|根据)$")
_INVESTS: Final = LazyPattern(r"(?:获得?了?|拿到了?|得到了?|迎来了?|来自|由|引入)$")
_INVESTED: Final = LazyPattern(r"[ ]?(?:[\d数近约]|等|领投|跟投|投资|的|单独|独家)")

_PUTS_IN: Final = LazyPattern(
    r"(?:也|又|再|还|共|一共|前后|先后|出手|独家)*(?:投了|投入|投进|注资|注入"
    r"|掏出|拿出)[^，。；]{0,4}[ ]?[\d一二三四五六七八九十百千两几近约逾]"
)
"""Behind who puts money in: 穹顶资本投了6000万元."""
_HOUSE: Final = ("资本", "创投", "基金", "投资", "风投", "资管")
_GIVES: Final = LazyPattern(
    r"(?:[、和与及][^，。；、\n]{2,12}){0,6}(?:等[^，。；]{0,8}?)?(?:联合|独家|共同|继续)*(?:领投|跟投|参投)(?![了过])"
)
"""Behind one of those who give the money: 甲、乙联合领投."""


def is_subject(text: str, mention: PlatformMention) -> bool:
    """Tell whether a company is spoken of where it is named, and not only quoted as source or investor."""
    start, end = mention.span.start, mention.span.end
    quoted = ATTRIBUTED.match(text, end) and not _MADE.match(text, end)
    if quoted or _SOURCE.search(text[max(0, start - 4) : start]):
        return False
    return not is_investor(text, mention)


def is_investor(text: str, mention: PlatformMention) -> bool:
    """Tell whether a company is named as who gives the money: 拿到碧海资本的4500万元."""
    start, end = mention.span.start, mention.span.end
    investor = _INVESTS.search(text[max(0, start - 3) : start])
    if investor is not None and _INVESTED.match(text[end : end + 3]) is not None:
        return True
    if mention.text.endswith(_HOUSE) and _PUTS_IN.match(text, end):
        return True
    return _GIVES.match(text, end) is not None
