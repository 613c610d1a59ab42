"""Who buys whom: buyer, target, share and price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.facts.cues import cue, cue_pattern
from corpus.knowledge.facts.scene import NAME, NUMBER, Scene
from corpus.model.platform import PlatformFact
from corpus.text.needed_signs import GuardedGroup, guarded
from index.lazy_pattern import LazyPattern

_STAKE: Final = LazyPattern(
    rf"(?P<number>{NUMBER})[ ]?的?(?:股权|股份|权益|控股权)|(?P<all>全部(?:股权|股份))"
)
_HANDED: Final = LazyPattern(r"[把将](?P<thing>[^，。；]{2,20})$")
_OF_A_FIRM: Final = LazyPattern(
    r"股|公司|厂|店|业务|品牌|资产|平台|集团|楼|商场|项目|部门|线|自己|整个|权|地块|矿|网站|团队|份额"
)
"""What of a company is handed over when it, or a part of it, is."""
_SHARES: Final = r"[^，。；]{0,16}(?:股权|股份|资产|控制权)"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return the patterns with ``buyer`` and ``target``; the flag tells that the buyer may be left to the clause."""
    verbs, closing = cue("acquisition", "verbs"), cue("acquisition", "closing")
    given, taken = cue("acquisition", "given"), cue("acquisition", "taken")
    parties = cue("acquisition", "parties")
    none = f"[^。；{NAME[1:-1]}]"
    return (
        (re.compile(
            rf"(?P<target>{NAME}){none}{{0,30}}被[^，。；{NAME[1:-1]}]{{0,8}}(?P<buyer>{NAME})"
            rf"{none}{{0,14}}(?:{closing})"), False),
        (re.compile(
            rf"(?P<buyer>{NAME}){none}{{0,10}}(?:将|把)(?!成为)[^，。；{NAME[1:-1]}]{{0,6}}(?P<target>{NAME})"
            rf"{none}{{0,10}}(?:{closing})"), False),
        (re.compile(
            rf"(?P<target>{NAME})[^，。；{NAME[1:-1]}]{{0,8}}(?:成为|成了|变成)(?P<buyer>{NAME})"
            r"的?(?:全资|控股|旗下)[^，。；]{0,2}(?:子公司|企业|品牌)"), False),
        (re.compile(rf"(?:{parties})(?:是|为|系|则是)[^，。；{NAME[1:-1]}]{{0,12}}(?P<buyer>{NAME})"), False),
        (re.compile(
            rf"(?:^|[，。；])被[^，。；{NAME[1:-1]}]{{0,6}}(?P<buyer>{NAME})[^，。；{NAME[1:-1]}]{{0,6}}(?:{closing})"
            rf"(?:之?后|以后)，(?P<target>{NAME})"), False),
        (re.compile(
            rf"(?:完成|达成|宣布)了?对(?P<raw>[^，。；{NAME[1:-1]}]{{2,30}}(?:股权|股份|权益|资产|业务|项目))"
            r"的?(?:收购|并购)"), True),
        (re.compile(rf"(?:{given})[^，。；{NAME[1:-1]}]{{0,10}}(?P<buyer>{NAME})"), False),
        (re.compile(rf"(?:{verbs})了?[^，。；{NAME[1:-1]}]{{0,14}}(?P<target>{NAME})"), True),
        (re.compile(
            rf"(?:完成|启动|达成|推进|宣布|敲定)了?对(?P<target>{NAME})[^，。；{NAME[1:-1]}]{{0,20}}"
            r"(?:收购|并购|合并)"), True),
        (re.compile(rf"(?:{verbs})其(?={_SHARES})"), True),
        (re.compile(rf"购买[^，。；{NAME[1:-1]}]{{0,14}}(?P<target>{NAME}){_SHARES}"), True),
        (re.compile(rf"(?:取得|获得|拿到|获取)[^，。；{NAME[1:-1]}]{{0,4}}(?P<target>{NAME}){_SHARES}"), True),
        (re.compile(
            rf"(?P<buyer>{NAME})[^，。；{NAME[1:-1]}]{{0,8}}[与和](?P<target>{NAME})"
            rf"[^，。；{NAME[1:-1]}]{{0,8}}合并(?!报表|范围)"), False),
        (re.compile(rf"(?:{taken})[^，。；{NAME[1:-1]}]{{0,8}}(?P<target>{NAME})"), True),
        (re.compile(
            rf"(?:收购|买下|并购|吞下|控股(?!股东|权|子|公司))了?(?P<raw>[^，。；{NUMBER[1:-1]}{NAME[1:-1]}]{{2,"
            rf"16}}?)的?[ ]?(?={NUMBER}[ ]?的?股|全部股|股权|，|。)"), True),
    )  # fmt: skip


@cache
def _guarded() -> GuardedGroup:
    return GuardedGroup(guarded(pattern) for pattern, _ in _patterns())


def acquiring(scene: Scene) -> Iterator[PlatformFact]:
    """Yield the purchase of a company a sentence tells of, told of the buyer."""
    signs = scene.signs
    if cue_pattern("acquisition", "denied").search(signs):
        return
    for number in _guarded().likely(scene.alphabet):
        pattern, by_clause = _patterns()[number]
        for match in pattern.finditer(signs):
            clause = scene.clause_at(match.start())
            groups = match.groupdict()
            target = scene.name(groups["target"]) if groups.get("target") else groups.get("raw") or ""
            target = target or _sold(scene, match.start())
            buyer = _buyer(scene, match.start(), target) if by_clause else scene.name(groups["buyer"])
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
