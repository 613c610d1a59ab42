"""Who buys whom: buyer, target, share and price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.facts.cues import cue_pattern
from corpus.knowledge.facts.scene import NAME, NUMBER, Scene
from corpus.knowledge.facts.ways import ways
from corpus.model.platform import PlatformFact
from index.lazy_pattern import LazyPattern

_STAKE: Final = LazyPattern(
    rf"(?P<number>{NUMBER})[ ]?的?(?:股权|股份|权益|控股权)|(?P<all>全部(?:股权|股份))"
)
_HANDED: Final = LazyPattern(r"[把将](?P<thing>[^，。；]{2,20})$")
_OF_A_FIRM: Final = LazyPattern(
    r"股|公司|厂|店|业务|品牌|资产|平台|集团|楼|商场|项目|部门|线|自己|整个|权|地块|矿|网站|团队|份额"
)
"""What of a company is handed over when it, or a part of it, is."""


def acquiring(scene: Scene) -> Iterator[PlatformFact]:
    """Yield the purchase of a company a sentence tells of, told of the buyer."""
    signs = scene.signs
    if cue_pattern("acquisition", "denied").search(signs):
        return
    for buyer_by, match in ways("acquisition").matches(signs, scene.alphabet):
        clause = scene.clause_at(match.start())
        groups = match.groupdict()
        target = scene.name(groups["target"]) if groups.get("target") else groups.get("raw") or ""
        target = target or _sold(scene, match.start())
        buyer = _buyer(scene, match.start(), target) if buyer_by == "clause" else scene.name(groups["buyer"])
        if "buyer" in groups and _sells_goods(scene.signs[clause.start : match.start()]):
            continue
        if not buyer or buyer == target or re.search(r"^(?:的|了|方|案|价|计划|协议|事项|要约)", target):
            continue
        yield scene.fact(buyer, "acquisition", "收购合并", clause, {"target": target, **_terms(scene)})
        return


def _sells_goods(before: str) -> bool:
    """Tell whether what is handed over is goods and no company, nor a part of one: 把最后一批库存卖给了."""
    thing = _HANDED.search(before)
    return thing is not None and not re.search(NAME, thing["thing"]) and not _OF_A_FIRM.search(thing["thing"])


def _buyer(scene: Scene, at: int, target: str) -> str:
    """Return who buys: the name nearest before the verb in its clause, else whom the clause speaks of."""
    clause = scene.clause_at(at)
    before = re.findall(NAME, scene.signs[clause.start : at])
    named = [scene.name(sign) for sign in before if scene.name(sign) != target]
    if named or clause.subject != target:
        return named[0] if named else clause.subject
    earlier = [scene.name(sign) for sign in re.findall(NAME, scene.signs[: clause.start])]
    return next((name for name in earlier if name != target), "")


def _sold(scene: Scene, at: int) -> str:
    """Return what is sold: the last name before a place, its shares being told of."""
    names = re.findall(NAME, scene.signs[:at])
    return scene.name(names[-1]) if names else ""


def _terms(scene: Scene) -> dict[str, str]:
    """Return share and price as far as the sentence gives them."""
    value: dict[str, str] = {}
    money = scene.numbers_in(0, len(scene.signs), ("amount",))
    if money:
        value |= scene.money(money[0][1])
    stake = _STAKE.search(scene.signs)
    if stake:
        value["stake"] = stake["all"] or scene.number(stake["number"]).span.of(scene.text)
    return value
