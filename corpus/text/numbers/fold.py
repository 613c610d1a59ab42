"""One code point for one: full-width, traditional and financial numerals brought to their plain forms."""

from __future__ import annotations

from index.fold.exchange import Exchange
from index.lazy_pattern import LazyPattern

_PAIRS = {
    "壹贰貳叁參参肆伍陆陸柒捌玖": "一二二三三三四五六六七八九",
    "拾佰仟萬億兩俩倆零〇○Ｏ": "十百千万亿两两两零零零零",
    "點個塊圓餘負幾數對圆￥": "点个块元余负几数对元¥",
    "–—―−─": "-----",
    "年號時間週禮來後過馬達歐鎊澤歲": "年号时间周礼来后过马达欧镑泽岁",
    "\u3000\u00a0\u2009\u202f": "    ",
    "幣韓廣臺從於與開個": "币韩广台从于与开个",
}

_PLAIN = Exchange({
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；！？（）"},
    **{ord(old): new for olds, news in _PAIRS.items() for old, new in zip(olds, news, strict=True)},
    ord("〜"): "~",
    ord("～"): "~",
})  # fmt: skip

# Financial numerals are ordinary characters in these words, where they count nothing.
_WORDS = LazyPattern(
    "[伍陆](?=先生|小姐|女士|老师|总(?![计额数])|某)|[陆陸][地续續军軍上空海路]|[大登着著水内內][陆陸]|[参參][数數与與加考照观觀股保会會展差建军軍谋謀赛賽评評选選]"
    "|人[参參]|大?肆[意无無虐]|放肆|[队隊入退落]伍|拾遗|拾遺|[收捡撿]拾"
)
_BLANK = "\ue000"


def fold(text: str) -> str:
    """Return ``text`` with every numeral, width and sign in its plain form; the length never changes."""
    return _PLAIN(_WORDS.sub(lambda match: _BLANK * len(match[0]), text))
