"""Whether a sentence asserts a direction of development: growth, shift, emergence, decline, forecast."""

from __future__ import annotations

import re

_STRONG = re.compile(
    r"趋势|趋于|趋向|日益|日趋|日渐|逐渐|逐步|逐年|愈发|愈加|越来越|不断(?!地?问)|持续(?:增长|上升|下降|扩大|提升|走高|攀升|发展|升温|推进|深入|向好)|"
    r"(?:快速|高速|迅速|迅猛|爆发式|指数级|稳步|大幅|显著|明显)(?:增长|发展|上升|提升|下降|扩张|普及|崛起|增加|减少|成长)|"
    r"崛起|兴起|崭露头角|蓬勃|方兴未艾|如雨后春笋|涌现|升温|降温|转向|转变为|转型|迈向|走向|从.{1,16}(?:转|走|迈|变|升级)(?:向|为|到|成)|"
    r"取代|替代|颠覆|淘汰|主流|下沉|渗透|普及|放缓|下滑|萎缩|回暖|复苏|加速|加快|迎来.{0,10}(?:增长|机遇|爆发|春天|发展|时代|变革)|成为.{0,12}(?:新的?|重要|主要|必然|常态|标配|主流|热点|方向)"
)
_MILD = re.compile(
    r"增长|上升|提升|提高|增加|扩大|扩展|延伸|下降|减少|降低|缩短|缩小|更加|更(?:多|大|好|广|快|高|强|为)|进一步|新的?(?:阶段|模式|业态|格局|方向|增长点)|"
    r"变化|变得|改变|演变|发展|促进|带动|推动|习惯|开始|越发|进入.{0,8}(?:状态|时代|阶段|期)|升级|融合|创新|完善"
)
_FUTURE = re.compile(r"未来|将会?(?!军)|预计|预测|有望|必将|势必|即将|前景|相信|今后|可能会|下一步")
_AGAINST = re.compile(
    r"至关重要|关键在于|并不是|不是真正|认为(?!.{0,20}(?:将|趋势|越来越))|批评|宣布|签署|收购|欣赏|感谢|建议|应该|应当|需要(?!.{0,6}越来越)|必须|要(?:积极|进一步|加强|加快|坚持)|指出|参与了|成立于|是否|"
    r"举办|召开|发布了|如何|[？?]$"
)


def asserts_direction(sentence: str) -> float:
    """Return how plainly a sentence says which way something develops, from 0 (not at all) to 1."""
    strong = len({match[0] for match in _STRONG.finditer(sentence)})
    mild = len({match[0] for match in _MILD.finditer(sentence)})
    future = bool(_FUTURE.search(sentence))
    against = len({match[0] for match in _AGAINST.finditer(sentence)})
    points = 0.6 * strong + 0.18 * mild + (0.25 if future and (strong or mild) else 0.0) - 0.35 * against
    return max(0.0, min(1.0, points))
