"""What a clause goes on with that names no measure of its own: what an earlier one tells of, or a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

SHARES_ALONE: Final = frozenset({"占比", "比例", "比重"})
"""Words for a share that do not say of what it is one."""
_PART_LED: Final = LazyPattern(
    r"其中[，,]?(?P<what>(?![^的]*(?:最|占))[^，。；的\d]{3,12})的(?:则|仅|只|约)*[为有是达][约近]?"
)
"""Before a part told by what it is, whose measure stands before: 负债312亿元，其中一年内到期的为97亿元."""


_ROW_HEAD: Final = LazyPattern(
    r"[ ]*(?P<what>[^，。；：:（）()\d]{2,16})(?:[（(][^（）()]{1,12}[）)])?[：:][ ]?"
)


def part_told(lead: str, last: Found | None, figure: Figure) -> str:
    """Return the part of what was told last that a clause only tells by what it is: 其中一年内到期的为97亿元."""
    told = _PART_LED.fullmatch(lead.strip())
    alike = (
        last is not None and last.level and split_scale(last.figure.unit)[1] == split_scale(figure.unit)[1]
    )
    return f"{told['what']}的{last.metric}" if told and alike and last else ""


def _head_of_row(view: SentenceView, start: int) -> str:
    """Return the measure a sentence opens with before times that each have their figure: 资本开支：2024年36亿元."""
    head = _ROW_HEAD.match(view.text, view.sentence.start, start)
    dates = view.dates_before(start) if head else ()
    if head is None or not dates or (dates[-1].span.start, dates[-1].span.end) != (head.end(), start):
        return ""
    what = strip_metric(head["what"])
    return what if METRIC_HEAD.search(what) or is_money_noun(what) else ""


def told_before(view: SentenceView, start: int, found: Sequence[Found]) -> str:
    """Return what an earlier clause tells of; of a share alone it is what was told last: 占比首次过半，为51%."""
    earlier = view.earlier(start) or _head_of_row(view, start)
    last = found[-1] if found and found[-1].level else None
    if earlier not in SHARES_ALONE:
        return earlier
    return f"{last.metric}{earlier}" if last and not last.figure.percent else ""
