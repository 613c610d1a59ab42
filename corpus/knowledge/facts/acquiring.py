"""Who buys whom: buyer, target, share and price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from corpus.knowledge.facts.cues import cue_pattern
from corpus.knowledge.facts.masked_sentence import NAME, NUMBER, Clause, MaskedSentence
from corpus.knowledge.facts.sentence_patterns import sentence_patterns
from corpus.knowledge.facts.undone import is_undone
from corpus.model.platform import PlatformFact
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word

_STAKE: Final = LazyPattern(
    rf"(?P<number>{NUMBER})[ ]?的?(?:股权|股份|权益|控股权)|(?P<all>全部(?:股权|股份))"
)
_HANDED: Final = LazyPattern(r"[把将](?P<thing>[^，。；]{2,20})$")
_OF_A_FIRM: Final = LazyPattern(
    r"股|公司|厂|店|业务|品牌|资产|平台|集团|楼|商场|项目|部门|线|自己|整个|权|地块|矿|网站|团队|份额"
)
"""What of a company is handed over when it, or a part of it, is."""
_NO_TARGET: Final = LazyPattern(
    r"^(?:的|了|方|并(?!入)|案|价|计划|协议|事项|要约|与|和|及|之?[后前]|以?来|时|股份数|完成|事宜|交易|过程|成功|行为|活动)"
)
"""What stands behind 收购 and is nothing that is bought: 收购与整合, 收购之后."""
_JOINS: Final = frozenset("与和及时")
_OPENING: Final = LazyPattern(r"(?:之?后|以来|以后|之际|的同时|时)，$")
"""How a clause ends that only says when, or after what, the one behind it was: 收购甲以来，乙…."""
_HAS: Final = LazyPattern(rf"(?P<owner>{NAME})(?:集团|公司)?旗下(?:还|也|已|现)*(?:有|拥有|包括|囊括)")
"""Before what an owner has, of which none buys: 甲旗下有乙，以及收购来的丙."""
_FROM: Final = LazyPattern(r"(?<![方导意走转内趋去飞])[向从](?!着)")
"""Before whom something is bought from."""
_EACH: Final = LazyPattern(r"每[股份张]$")
"""Before the price of one share."""
_HELD: Final = LazyPattern(
    rf"(?:、[^，。；]{{1,20}})?(?:所|合计|分别|直接|间接|共同)*(?:持有?|拥有)的?[^，。；{NAME[1:-1]}]{{0,12}}(?P<whose>{NAME})"
)
"""Behind who held the shares, and before whose shares they are."""


def acquiring(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield the purchase of a company a sentence tells of, told of the buyer."""
    signs = masked.signs
    if cue_pattern("acquisition", "denied").search(signs):
        return
    for buyer_by, match in sentence_patterns("acquisition").matches(signs, masked.alphabet):
        groups = match.groupdict()
        if is_undone(masked, *match.span()) or is_undone(masked, *_deed(match)):
            continue
        clause = masked.clause_at(match.start("buyer") if groups.get("buyer") else match.end() - 1)
        target = masked.name(groups["target"]) if groups.get("target") else groups.get("raw") or ""
        target = target or _sold(masked, match.start(), by_subject=buyer_by == "clause")
        if buyer_by == "passive":
            target = clause.subject
        target = _held(masked, match, target)
        if buyer_by == "clause":
            buyer = _buyer(masked, match.start(), target)
        else:
            buyer = _first(masked, target) if buyer_by == "sentence" else masked.name(groups["buyer"])
        if "buyer" in groups and _sells_goods(
            masked.signs[masked.clause_at(match.start()).start : match.start()]
        ):
            continue
        if not buyer or buyer == target or (not groups.get("target") and _is_no_target(target)):
            continue
        if buyer_by == "passive" and not target:
            continue
        yield masked.fact(
            buyer, "acquisition", "收购合并", clause, {"target": target, **_terms(masked, clause)}
        )
        return


def _deed(match: re.Match[str]) -> tuple[int, int]:
    """Return the place of the words that say it is bought, the last of them, or of all that tells so."""
    words = [
        one
        for name in ("verbs", "closing", "given")
        for one in cue_pattern("acquisition", name).finditer(match.string, *match.span())
    ]
    return max(words, key=re.Match.end).span() if words else match.span()


def _is_no_target(target: str) -> bool:
    """Tell whether what stands behind 收购 is nothing that is bought; words that only begin so are: 时尚科技."""
    found = _NO_TARGET.search(target)
    return found is not None and not (found[0] in _JOINS and len(first_word(target)) > 1)


def _sells_goods(before: str) -> bool:
    """Tell whether what is handed over is goods and no company, nor a part of one: 把最后一批库存卖给了."""
    thing = _HANDED.search(before)
    return thing is not None and not re.search(NAME, thing["thing"]) and not _OF_A_FIRM.search(thing["thing"])


def _held(masked: MaskedSentence, match: re.Match[str], target: str) -> str:
    """Return whose shares are bought where the name behind the verb is who held them: 收购甲持有的乙股权."""
    if not match.groupdict().get("target"):
        return target
    held = _HELD.match(masked.signs, match.end("target"))
    return masked.name(held["whose"]) if held else target


def _buyer(masked: MaskedSentence, at: int, target: str) -> str:
    """Return who buys: the name at the head of the clause of the verb, else whom the clauses before speak of.

    Whom something is bought from, 向甲购买, and who is only named behind the verb buys nothing.
    """
    clause = masked.clause_at(at)
    before = re.findall(NAME, _FROM.split(masked.signs[clause.start : at])[0])
    named = [masked.name(sign) for sign in before if masked.name(sign) != target]
    owner = _owner(masked)
    if named or (owner and owner != target):
        return named[0] if named else owner
    earlier = [masked.name(sign) for sign in re.findall(NAME, masked.signs[: clause.start])]
    spoken_of = [one.subject for one in masked.clauses if one.start < clause.start and one.subject in earlier]
    behind = next((one for one in masked.clauses if one.start == clause.end), None)
    if behind and not earlier and _OPENING.search(masked.words(clause)) and not behind.inferred:
        return behind.subject if behind.subject != target else ""
    if clause.subject == masked.carried or not earlier:
        spoken_of = [masked.carried, *spoken_of]
    return next((name for name in (*reversed(spoken_of), *earlier) if name and name != target), "")


def _owner(masked: MaskedSentence) -> str:
    """Return whose companies the sentence lists, if it lists somebody's."""
    owner = _HAS.search(masked.signs)
    return masked.name(owner["owner"]) if owner else ""


def _first(masked: MaskedSentence, target: str) -> str:
    """Return whom the sentence speaks of first: 甲旗下有乙，以及收购来的丙."""
    owner = _owner(masked)
    if owner and owner != target:
        return owner
    return next((one.subject for one in masked.clauses if one.subject and one.subject != target), "")


def _sold(masked: MaskedSentence, at: int, *, by_subject: bool) -> str:
    """Return what is sold: the last name before a place, its shares being told of.

    Where it is told of the buyer, ``by_subject``, whom the clause speaks of is not sold.
    """
    names = [masked.name(sign) for sign in re.findall(NAME, masked.signs[:at])]
    buyer = masked.clause_at(at).subject if by_subject else ""
    others = [name for name in names if name != buyer]
    return others[-1] if others else ""


def _terms(masked: MaskedSentence, clause: Clause) -> dict[str, str]:
    """Return share and price as far as the sentence gives them, the price of the deed's own clause first."""
    value: dict[str, str] = {}
    sums = masked.numbers_in(0, len(masked.signs), ("amount",))
    paid = [
        (not clause.start <= at < clause.end, number)
        for at, number in sums
        if "/" not in number.unit and not _EACH.search(masked.signs, max(0, at - 3), at)
    ]
    if paid:
        value |= masked.money(min(paid, key=itemgetter(0))[1])
    stake = _STAKE.search(masked.signs)
    if stake:
        value["stake"] = stake["all"] or masked.number(stake["number"]).span.of(masked.text)
    return value
