"""A part told by how it stands to the whole before it: 比重为51.3%，其中农村地区略高，为51.7%."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

_STANDS: Final = LazyPattern(
    r"[，,；;](?:其中|而|但)?[，,]?在?(?P<who>[一-鿿A-Za-z]{2,8}?)(?:则|相对|明显|显著|略|稍|较|更|最|偏|还|要|也){1,3}"
    r"(?:高|低|大|小|多|少|快|慢|长|短)一?些?[，,：:](?:为|达到?了?|是|有|约|近|超过?|高达|仅|低至|只有)*[ ]?$"
)
"""Between the figure of a whole and that of its part."""
_NEAR: Final = 40


def part_by_level(view: SentenceView, figure: Figure, last: Found | None) -> tuple[str, str] | None:
    """Return a part and the measure told before of the whole, where words only say how it stands to that.

    平均薪酬1.2万元，其中金融业更高，达2.1万元 tells 平均薪酬 of 金融业; ``None`` for any other figure.
    """
    if last is None or not last.level or figure.lead - last.figure.tail > _NEAR:
        return None
    if split_scale(figure.unit)[1] != split_scale(last.figure.unit)[1]:
        return None
    told = _STANDS.match(view.text, last.figure.tail, figure.lead)
    if told is None or OWN_HEAD.search(told["who"]):
        return None
    return told["who"], last.metric
