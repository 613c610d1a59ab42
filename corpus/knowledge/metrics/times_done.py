"""How often somebody did something: the deed behind the number names the figure, as in 公司3次上调业绩预期."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, plain_words, word_class

_TIMES: Final = "次"
_DEED: Final = LazyPattern(r"[ ]?(?P<deed>[一-鿿A-Za-z“”《》]{2,14})(?=[，。；！？,;]|$)")
_HOW: Final = LazyPattern(r"(?:先后|累计|共计?|已经?|曾经?|连续|陆续|一共|总共|接连|多达)+$")
_IS: Final = frozenset("是为")
"""Before a number told of each of several: 都是4次夺冠."""
_HE: Final = frozenset({"他", "她", "它", "他们", "她们", "我们"})


def done_so_often(view: SentenceView, figure: Figure, metric: str) -> tuple[str, str] | None:
    """Return who did something so often and what it is, ``None`` where a number does not count deeds.

    ``metric`` is what stands before the number, which names nothing that is done.
    """
    told = _DEED.match(view.text, figure.tail, view.sentence.end) if figure.unit == _TIMES else None
    if told is None or not word_class(first_word(told["deed"])).startswith("v"):
        return None
    if view.text[figure.lead - 1 : figure.lead] in _IS:
        return None
    who = _HOW.sub("", metric)
    if any(word_class(word).startswith("v") for word in plain_words(who)) or METRIC_HEAD.search(who):
        return None
    return "" if who in _HE else who, told["deed"]
