"""A measure told before that each part has its own of: 床位使用率呈两头热：公办养老院82.4%、高端社区79%."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.changes import RATE_NOUNS
from corpus.knowledge.sentences.framed_measures import headline_measure
from corpus.knowledge.sentences.measures_of_parts import BODIES, MEAN, without_bearer
from corpus.knowledge.sentences.statements import Found
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_OF_EACH: Final = LazyPattern(
    r"(?<!占)(?<!占[一-鿿])[一-鿿](?:率|指数|强度|浓度|密度|得分|评分|均价|单价|时长|寿命|年龄)$|独居比例$"
)
"""How measures end of which every part has one of its own, as no part has of a sum or of a share."""
_WHO: Final = LazyPattern(
    r"(?:其中|而|但|反观|在)?(?P<who>[一-鿿A-Za-z]{2,10}?)(?:[仅只才却则就也都更还又]|大约|分别|普遍)*(?:为|是|有|达到?|高达|低至|只有)?"
)
_NAMING: Final = frozenset("nfsbljx")
"""Classes of the words by which somebody is named."""
_FAR: Final = 60


def carried_measure(
    view: SentenceView, figure: Figure, found: Sequence[Found], metric: str, lead: str
) -> tuple[str, str] | None:
    """Return whose a figure is and the measure told before it, where its words ``lead`` name nobody but whom.

    ``metric`` is what was read of them. ``None`` where they name a measure, or where that told before is none of
    which every part has its own.
    """
    who = _named(lead)
    if not who or OWN_HEAD.search(metric) or OWN_HEAD.search(who) or who.endswith(RATE_NOUNS):
        return None
    measure = _told_last(figure, found) or _headline(view, figure)
    if not measure or who in plain_words(measure):
        return None
    return who, without_bearer(measure)


def _named(lead: str) -> str:
    """Return who some words name that say nothing else, empty for any other words."""
    told = _WHO.fullmatch(lead.strip())
    who = told["who"] if told else ""
    named = all(word_class(word)[:1] in _NAMING for word in plain_words(who))
    return who if named or (who.endswith(BODIES) and "的" not in who) else ""


def _told_last(figure: Figure, found: Sequence[Found]) -> str:
    """Return the measure of the level told last in the unit of a figure, empty where parts have none of their own."""
    near = takewhile(lambda one: figure.lead - one.figure.tail <= _FAR, reversed(found))
    scale = _scale(figure)
    last = next((one for one in near if one.level and _scale(one.figure) == scale), None)
    if last is None or last is not next((one for one in reversed(found) if one.level), None):
        return ""
    mean = MEAN.search(last.metric) or (figure.percent and _OF_EACH.search(last.metric))
    return last.metric if mean or (not figure.percent and _OF_EACH.search(last.metric)) else ""


def _headline(view: SentenceView, figure: Figure) -> str:
    """Return the rate whose parts a sentence says to differ, where each has its own."""
    measure = headline_measure(view, figure)
    return measure if _OF_EACH.search(measure) else ""


def _scale(figure: Figure) -> str:
    """Return the unit of a figure without its powers of ten and without over what it is told: 次 of 次/年."""
    return split_scale(figure.unit)[1].partition("/")[0]
