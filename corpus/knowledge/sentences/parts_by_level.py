"""A part told by how it stands to the whole before it: 比重为51.3%，其中农村地区略高，为51.7%."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.place_names import is_place_alone
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from corpus.model.platform import PlatformMention
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

_STANDS: Final = LazyPattern(
    r"[，,；;](?P<part>其中)?(?:而|但)?[，,]?在?(?P<who>[一-鿿A-Za-z]{2,8}?)(?:则|相对|明显|显著|略|稍|较|更|最|偏|还|要|也){1,3}"
    r"(?:高|低|大|小|多|少|快|慢|长|短)一?些?[，,：:](?:为|达到?了?|是|有|约|近|超过?|高达|仅|低至|只有)*[ ]?$"
)
"""Between the figure of a whole and that of its part."""
_BEARS: Final = LazyPattern(
    r"(?:业|行业|地区|区域|[城农乡]村?镇?|[青中老少]年|[女男]性|老人|学生|儿童|人群|群体|员工|职工|家庭|农户|公司|企业|集团|银行|品牌|平台)$"
)
"""With what those end who have a measure of their own, beside others."""
_OF_ALL: Final = LazyPattern(r"^(?:全?行业|同业|整体|总体|市场)(?:的?平均)?的?(?=..)")
_NEAR: Final = 40


def part_by_level(
    view: SentenceView, figure: Figure, found: Sequence[Found], names: Sequence[PlatformMention]
) -> tuple[str, str] | None:
    """Return a part and the measure told before of the whole, where words only say how it stands to that.

    平均薪酬1.2万元，其中金融业更高，达2.1万元 tells 平均薪酬 of 金融业; ``None`` for any other figure. Without 其中 a
    measure of its own may be meant, 产能为300万吨，需求更大，为500万吨: then only places and whoever has figures count,
    ``names`` being the companies named in the sentence.
    """
    last = next((one for one in reversed(found) if one.level), None)
    if last is None or figure.lead - found[-1].figure.tail > _NEAR:
        return None
    if split_scale(figure.unit)[1] != split_scale(last.figure.unit)[1]:
        return None
    if any(one.metric != last.metric for one in found[found.index(last) :]):
        return None
    told = _STANDS.match(view.text, found[-1].figure.tail, figure.lead)
    if told is None or OWN_HEAD.search(told["who"]):
        return None
    if told["part"]:
        return told["who"], last.metric
    known = is_place_alone(told["who"]) or any(name.text == told["who"] for name in names)
    bears = known or _BEARS.search(told["who"]) is not None
    return (told["who"], _OF_ALL.sub("", last.metric)) if bears else None
