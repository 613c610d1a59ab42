"""Whose figures are, by one name: what stands under it is added up and divided, whatever it measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corpus.knowledge.comparing.comparison import LEGAL_FORM
from corpus.knowledge.document.places import level_of, short_place
from corpus.model.statistic import Statistic

_LEVELS: Final = (
    "省", "市", "区", "县", "州", "旗", "盟", "镇", "乡", "村", "街道", "自治区", "自治州", "自治县", "壮族自治区",
    "回族自治区", "维吾尔自治区", "特别行政区",
)  # fmt: skip
_FORMS: Final = ("有限公司", "有限责任公司", "股份有限公司")


def owner_named(subject: str, region: str) -> str:
    """Return whose a figure is by the short name of its subject, or of its region where it has none: 安川市 → 安川."""
    return LEGAL_FORM.sub("", short_place(subject or region))


def spellings(owner: str) -> tuple[str, ...]:
    """Return the names by which texts may call an owner named by ``owner_named``, the short one first."""
    return (owner, *(owner + ending for ending in (*_LEVELS, *_FORMS)))


def are_of_one(figures: Iterable[Statistic]) -> bool:
    """Tell whether no two figures of one short name say that they are of places of two levels: 云岭镇 and 云岭县."""
    return len({level_of(one.subject or one.region) for one in figures} - {""}) <= 1
