"""Clauses that name no measure: how one moved, who reckons, what somebody is or was, when it was best."""

from __future__ import annotations

from typing import Final

from corpus.text.numbers.earlier_times import BEFORE_IT
from index.lazy_pattern import LazyPattern

_ONLY_MOVES: Final = LazyPattern(
    rf"(?:同比|环比|同口径|[比较]{BEFORE_IT}|年均)?(?:(?:较快|较大|明显|持续|稳步|显著|大幅|快速|进一步|继续)的?)?"
    r"(?:增长|下降|上升|减少|增加|提高|提升|回升|改善|回落|扩大|攀升)?|[为是][一-鿿]{0,6}(?:[高低]点|[高低]位|之最|首次|首位|新[高低])"
)
"""What a clause says of the measure told before it, and no measure: 较快提升, 为年内低点."""
_RECKONS: Final = LazyPattern(
    r"(?:据|按照?|根据)?(?:我们|笔者|作者|本文|文章|(?:本|该)?报告|(?:该|本)?机构|该行|本行|研究者|研究团队|课题组|业内|专家|业内人士|分析师)(?:的|初步|保守|乐观)*"
    r"(?:测算|估算|推算|估计|预计|预测|判断|认为|推测|预期)|(?:据|按照?)?(?:初步|保守|乐观)*(?:测算|估算|推算|推测)"
    r"|(?:另|还有|也有)?一[家份项个](?:机构|公司|研究所|研究|报告|统计)(?:却|则|只|仅)*(?:估算|测算|统计|推算|算|估|测)(?:到|出|得|为)*"
    r"|同[月期季日年]|(?:争取|力争|打算|希望)(?:能|要|做到|达到)*"
    r"|(?:这[样么]|[照按]此|[照按]这[个样]?(?:速度|标准|比例)?|以此|据此|如此)(?:来|下)?(?:计?算|推[算测]|看|估[算计])?(?:下?[来去])?"
)
"""Who reckons, before a figure of what was told before: 渗透率为6%，我们测算2030年达到35%."""
_OF_SPEAKER: Final = LazyPattern(
    r"(?:我|他|她|你)(?:们)?(?:本来|当时|那时|就|也|还|都|才|又|一直|以前|后来)*(?:是|当|在|说|想|觉得|知道|记得|听|见|跟|去|来|回)[一-鿿]*"
    r"|(?:我|他|她|你)(?:们)?[一-鿿]{0,4}了[一-鿿]{0,6}|[一-鿿]*[十百千][来几多]?[个名位号][一-鿿]{0,2}"
    r"|最[一-鿿]{1,2}|(?:那时候?|那会儿|当时|后来)[一-鿿]{0,4}|(?:[一-鿿]{1,3}里)?(?:原[来先]|最初|起[初先])[有是]?"
    r"|[一-鿿]{0,8}(?:告诉|对|向)(?:我们?|记者|[一-鿿]{2,6}(?:说|讲|表示|介绍|透露|坦言))"
    r"|[一-鿿]{0,8}(?:共?识|看法|观点|经验|说法|算法)(?:是每?)?"
)
"""What somebody is or does, or when something was worst, as people tell it: 我是八五年进的厂, 最惨."""


def names_no_measure(words: str) -> bool:
    """Tell whether a clause names nothing that a figure behind it could be of."""
    return bool(_ONLY_MOVES.fullmatch(words) or _RECKONS.fullmatch(words) or _OF_SPEAKER.fullmatch(words))


def only_reckons(words: str) -> bool:
    """Tell whether words only say who reckons: 我们测算."""
    return _RECKONS.fullmatch(words) is not None
