"""Metrics freed of what clings to their ends: 发行价暂定 → 发行价, 连续三个交易日股价 → 股价."""

from __future__ import annotations

from typing import Final

from corpus.text.numbers.earlier_times import HELD_AGAINST
from index.lazy_pattern import LazyPattern

_WHAT: Final = "what"
LOOSE_ENDS: Final = (
    (LazyPattern(r"(?P<what>.*(?:价|价格|[款额费权]))暂定"), "发行价暂定"),
    (LazyPattern(r"(?P<what>.*[款失金费息])等"), "贷款等"),
    (LazyPattern(r"(?P<what>.*率)[飚飙]"), "退货率飙"),
    (LazyPattern(r"(?P<what>[一-鿿]{2,})[由从]原"), "产能由原"),
    (LazyPattern(rf"(?P<what>[一-鿿A-Za-z]{{2,}}?){HELD_AGAINST}"), "客流与去年同期相比"),
    (
        LazyPattern(r"(?P<what>[一-鿿A-Za-z]{2,}?)按[一-鿿]{2,8}?(?:计算|核算|折算|衡量|[计算])"),
        "GDP按购买力平价计算",
    ),
    (
        LazyPattern(r"(?P<what>[一-鿿]{2,}?)(?:持续|不断|稳步|逐年|逐步|连年|据说|据称|号称|听说|动辄)"),
        "出口单价持续",
    ),
    (
        LazyPattern(
            r"[一-鿿]{0,6}?(?:连续|最近|此前|随后)?[二两三四五六七八九十\d]+个(?:交易日|季度)内?(?P<what>[一-鿿]{2,})"
        ),
        "连续三个交易日股价",
    ),
    (LazyPattern(r"[一-鿿]{2,12}(?:包括|包含)(?P<what>[一-鿿]{2,10})"), "耕地包括水田"),
    (
        LazyPattern(r".*(?:适量|少许|半[一-鿿]|一[大小]?[勺匙把块片根头颗])[ ](?P<what>[一-鿿]{2,6})"),
        "生抽半勺 料酒",
    ),
    (
        LazyPattern(
            r"[一-鿿]{2,10}(?:局|部|委|院|行|厅|会)(?:仍|曾|也|则|均|都|此前)?(?:称|表示|认为|指出)(?P<what>[一-鿿A-Za-z]{2,})"
        ),
        "国家统计局仍称中国GDP",
    ),
)
"""What clings to a metric, with a metric it clings to; the group is what is left."""


def without_loose_end(metric: str) -> str | None:
    """Return a metric without what clings to one of its ends, ``None`` where nothing does."""
    told = next(filter(None, (pattern.fullmatch(metric) for pattern, _ in LOOSE_ENDS)), None)
    return told[_WHAT] if told else None
