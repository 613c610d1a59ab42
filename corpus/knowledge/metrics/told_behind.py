"""What stands behind a number where words before it only point back or say of whom: 光这一项就有1800元收入."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.figures import Figure
from index.lazy_pattern import LazyPattern

_WHO_DO: Final = LazyPattern(
    r"[人者员民户生家工客友][ ]?(?:当中|之中|[中里])?有[ ]?(?:约|近|超过?|逾|大约)*$"
)
_DOES: Final = LazyPattern(
    r"[ ]?(?:的人)?(?:会(?!员)|愿意|能(?!力|源)|已|没有?|从未|不(?!等|到|足)|曾|靠|选择|打算|每[天周月年])"
)
"""Around a share of some people who do what is told behind it: 老人有四成会自己下单."""
_ONLY_THIS: Final = LazyPattern(r"(?:光是?|仅|单是?|就)?这一?[项块笔点个]")
"""What only points back before a sum whose kind stands behind it."""


def told_behind_pointer(
    text: str, figure: Figure, lead: str, metric: str, noun: str
) -> tuple[str, str] | None:
    """Return subject and metric of a share of people or a sum that ``noun`` behind it names; ``None`` of others.

    ``lead`` is what stands before the figure in its clause, ``metric`` what was read of it.
    """
    if figure.percent and metric and _WHO_DO.search(lead) and _DOES.match(text, figure.tail):
        return metric, noun
    if figure.mention.kind == "amount" and _ONLY_THIS.fullmatch(metric) and is_money_noun(noun):
        return "", noun
    return None
