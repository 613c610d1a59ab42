"""Ranks, where they are all that a sentence says in numbers: 游客量位居全球第一."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from index.lazy_pattern import LazyPattern

_RANK: Final = LazyPattern(
    r"(?:位居|位列|位于|跃居|名列|排名|稳居|居|列(?![传为作入])|排(?!球))(?P<where>[一-鿿]{0,10})$"
)
_ATTRIBUTE: Final = LazyPattern(r"[位名]?的")
"""Behind a rank that only says which one is spoken of: 排名世界第一的组合."""
_BY_RANK: Final = LazyPattern(r"^[他她]?以")
_PEERS: Final = frozenset(("行业", "业内", "同业", "同行", "国内", "全国", "全球", "世界", "全市", "全省"))
"""Among whom somebody ranks, where what they rank by is named before: 份额为8.5%，行业排名第三."""
_INSIDE: Final = LazyPattern(
    r"(?:[^，。；]{2,16}中的)?(?P<who>[^，。；在]{1,16}?)在(?P<where>[^，。；在]{2,16}?)(?:之?中|里)?"
)
"""Who ranks, and among whom: 大学中的商学院在同类项目中排名第一."""
_SOMEBODY: Final = LazyPattern(r"(?:^|使|让|令)[他她它其]们?$")
"""Who ranks, named before: what is told is by what: 使他在中国富豪中列第16位."""
_AMONG_ALL: Final = ("世界", "全球", "全国", "国内", "亚洲", "国际")
"""Among whom somebody ranks, and not by what: 世界排名第17位."""


def ranked(view: SentenceView) -> Iterator[Found]:
    """Yield the ranks of a sentence, each with what is ranked and among whom."""
    for figure in view.figures:
        if figure.mention.kind != "ordinal" or _ATTRIBUTE.match(view.text, figure.tail):
            continue
        start = view.start(figure)
        place = _RANK.search(view.text[start : figure.span.start])
        if place is None:
            continue
        metric = strip_metric(view.text[start : start + place.start()])
        if not metric or metric in _PEERS:
            metric = view.earlier(start)
        inside = _INSIDE.fullmatch(metric)
        where = place["where"].strip() or (inside["where"] if inside else "")
        if inside:
            metric = f"{where}排名" if _SOMEBODY.search(inside["who"]) else inside["who"]
        among = _BY_RANK.sub("", metric)
        metric = f"{among}排名" if among.endswith(_AMONG_ALL) else metric
        if len(metric) > 1 and "、" not in metric:
            yield Found(replace(figure, unit="位"), metric, "", confidence=0.4, basis=where)
