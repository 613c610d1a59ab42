"""Lengths and weights told with what they are: 主塔高196米, 高达212米的主塔, 重达3.6公斤的肿瘤."""

from __future__ import annotations

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.metrics import thing_in
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_SIZED = LazyPattern(r"(?P<what>[高长宽深重])(?:度)?(?:达到?|约|近|为|超过?|至|[ ])*$")
"""What a length or a weight is of: 主塔高196米, 高达212米的主塔."""
_LENGTHS = frozenset({"米", "公里", "千米", "厘米", "毫米", "华里", "里"})
_WEIGHTS = frozenset({"吨", "公斤", "千克", "斤", "克"})
_SIZED_BEHIND = LazyPattern(r"[ ]?(?P<what>[高长宽深重])(?=的|[，。；、！？]|$)")
"""The same behind its number: 42.1公里长的5号线, 大桥有3.2公里长."""
_HAS = LazyPattern(r"(?<=[一-鿿A-Za-z0-9])(?:一?共|足|约|大约|才|只|已)*有[约近]?$")
_OF_NOUN = LazyPattern(r"[ ]?的[ ]?(?P<noun>[^，,；;。：:、！!？?\s（）()0-9]{2,24})")
_ALONE = {"高": "高度", "长": "长度", "宽": "宽度", "深": "深度", "重": "重量"}
"""A dimension told without what it is of, which was named before: 大厅长76米，高13米."""
_NAMES = ("n", "b", "s", "f", "m")


def dimension_of(view: SentenceView, figure: Figure, lead: str, metric: str) -> str:
    """Return the metric of a length or weight with what it is, empty for others.

    主塔高 of 主塔高196米 and of 高达212米的主塔.
    """
    unit = split_scale(figure.unit)[1]
    if unit not in _LENGTHS | _WEIGHTS:
        return ""
    told, tail = _SIZED.search(lead), figure.tail
    after = _SIZED_BEHIND.match(view.text, tail, view.sentence.end) if told is None else None
    if after:
        told, tail = after, after.end()
    if told is None or (told["what"] == "重") != (unit in _WEIGHTS):
        return ""
    behind = _OF_NOUN.match(view.text, tail, view.sentence.end)
    if not behind and _SIZED.fullmatch(lead.strip()):
        return _ALONE[told["what"]]
    if after and not behind:
        has = _HAS.search(lead)
        return strip_metric(lead[: has.start()]) + told["what"] if has else ""
    if behind:
        thing = thing_in(behind["noun"])
        if thing:
            return thing + told["what"]
        parts: list[str] = []
        for word in plain_words(behind["noun"]):
            if parts and not word_class(word).startswith(_NAMES) and is_word(word):
                break
            parts.append(word if is_word(word) else word.rstrip("直才正就已便都也仍"))
            if parts[-1] != word:
                break
        return "".join(parts) + told["what"]
    return metric if not metric or metric.endswith((told["what"], "度")) else metric + told["what"]
