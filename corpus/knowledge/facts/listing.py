"""Listings and what became of them: filed, approved, priced, listed, withdrawn, delisted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.knowledge.facts.cues import cue_pattern, guarded_cue
from corpus.knowledge.facts.masked_sentence import NAME, NUMBER, MaskedSentence
from corpus.knowledge.facts.undone import is_undone
from corpus.model.platform import PlatformFact
from index.lazy_pattern import LazyPattern

_STAGES: Final = (
    "withdrawn", "suspended", "rejected", "delisted", "approved", "filed", "planned", "listed", "priced",
)  # fmt: skip
_GOODS: Final = LazyPattern(
    r"新品|新款|新车|新机|草莓|蔬菜|水果|款[^，。]{0,6}上市|大量上市|下周上市|集中上市|(?<!发)售价"
)
_OF_ITS_GOODS: Final = LazyPattern(
    rf"{NAME}的(?!IPO|上市|首发|发行|招股|申请|科创板|创业板|主板|北交所|港股|A股|注册|股票|[^，。]{{0,6}}(?:公司|业务))[^，。；]{{2,10}}?(?:已|将|正|也|于|递交|提交|获|取得)"
)
"""What a company makes and is admitted: 甲的减重针已递交上市申请."""
_FORMAL: Final = LazyPattern(r"(?:成功|正式|公开|挂牌|实现|完成|整体|借壳|分拆)上市")
_AHEAD: Final = LazyPattern(
    r"(?:将|拟|计划|预计|有望|准备|谋求|争取|力争|目标)[^，。；]{0,16}$|(?:年|季度|月)?内[^，。；]{0,8}$"
)
"""Before a listing that is still to come."""
_WORTH: Final = LazyPattern(rf"市值[^，。]{{0,8}}?(?P<number>{NUMBER})")
_RAISED: Final = LazyPattern(rf"(?:融资|募资|募集资?金?|筹集|集资)[^，。]{{0,8}}?(?P<number>{NUMBER})")
_PRICE: Final = LazyPattern(rf"(?:定价|发行价|招股价)[^，。]{{0,6}}?(?P<number>{NUMBER})")


def listing(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield the listings a sentence tells of, once a company and day, with the sums it tells."""
    signs = masked.signs
    if not (guarded_cue("listing", "context").search(signs, masked.alphabet) or _FORMAL.search(signs)):
        return
    told: dict[str, set[str]] = {}
    for stage in _STAGES:
        for match in cue_pattern("listing", stage).finditer(signs):
            clause = masked.clause_at(match.start())
            words = masked.words(clause)
            if (
                not clause.subject
                or not _is_another(told.get(clause.subject), masked.date(clause))
                or _GOODS.search(words)
                or _OF_ITS_GOODS.search(words)
            ):
                continue
            if stage == "listed" and not (
                cue_pattern("listing", "exchange").search(signs)
                or masked.date(clause)
                or _FORMAL.search(words)
                or match[0][0] in "敲鸣首"
            ):
                continue
            if is_undone(masked, *match.span()):
                continue
            if stage == "listed" and _AHEAD.search(signs, clause.start, match.start()):
                continue
            told.setdefault(clause.subject, set()).add(masked.date(clause))
            value = {"outcome": stage, "stage": masked.told(match.start(), match.end())}
            exchange = cue_pattern("listing", "exchange").search(signs)
            if exchange:
                value["exchange"] = exchange[0]
            yield masked.fact(
                clause.subject, "listing", "上市", clause, {**value, **_sums(masked, match.start())}
            )


def _is_another(told: set[str] | None, date: str) -> bool:
    """Tell whether a stage is not the one already told of a company: of another day, where both have one."""
    return told is None or (bool(date) and "" not in told and date not in told)


def _sums(masked: MaskedSentence, at: int) -> dict[str, str]:
    """Return what was raised, the market value and the price, told around a place."""
    value: dict[str, str] = {}
    raised = _RAISED.search(masked.signs)
    if raised and masked.number(raised["number"]).kind == "amount":
        value |= masked.money(masked.number(raised["number"]))
    worth = _WORTH.search(masked.signs, max(0, at - 80))
    if worth:
        sums = masked.money(masked.number(worth["number"]))
        value["market_value"] = sums.get("number", sums.get("low", ""))
        value["market_value_unit"] = sums["unit"]
    price = _PRICE.search(masked.signs)
    if price:
        value["price"] = masked.number(price["number"]).span.of(masked.text)
    return value
