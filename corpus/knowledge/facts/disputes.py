"""What a company is reproached with, and by whose account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.facts.cues import cue
from corpus.knowledge.facts.scene import NAME, NUMBER, Scene
from corpus.model.platform import PlatformFact
from corpus.text.needed_signs import GuardedGroup, guarded
from index.lazy_pattern import LazyPattern

_LIST: Final = LazyPattern(rf"{NAME}(?:[、和与]{NAME})*(?=等|[两三四五六七八九十\d{NUMBER[1:-1]}][家个款])")
"""Names in one list with how many they are behind it."""


@cache
def _patterns() -> GuardedGroup:
    sues, suffers = cue("dispute", "sues"), cue("dispute", "suffers")
    says, wrongs, told = cue("dispute", "says"), cue("dispute", "wrongs"), cue("dispute", "told")
    none = f"[^。；{NAME[1:-1]}]"
    return GuardedGroup((
        guarded(rf"(?P<source>{NAME}|[一-鿿]{{2,10}})[^，。；{NAME[1:-1]}]{{0,6}}(?:{sues})了?(?:[^，。；{NAME[1:-1]}]{{0,6}}(?:平台|公司|企业|品牌|东家|软件|App))?“?(?P<accused>{NAME})"),
        guarded(rf"(?P<accused>{NAME})(?!的?[原前]?(?:独立)?(?:董事|总经理|总裁|高管|员工|监事|财务总监|股东|实际控制人|行长))[^，。；{NAME[1:-1]}]{{0,16}}(?:被|遭到?)(?P<source>[^，。；被]{{0,12}}?)(?:{suffers})"),
        guarded(rf"(?P<source>(?:[^，。；{NAME[1:-1]}]|{NAME}){{2,14}})对(?P<accused>{NAME})[^，。；]{{0,12}}(?:罚款|罚没|处以|处罚|立案|展开调查|开出罚单|采取[^，。；]{{0,14}}措施|作出[^，。；]{{0,8}}处罚|监管函|警示函|问询函|通报批评|公开谴责)"),
        guarded(rf"(?P<source>[^，。；{NAME[1:-1]}]{{2,14}})(?:将|把)(?P<accused>{NAME})[^，。；{NAME[1:-1]}]{{0,4}}(?:告上|起诉|诉至|列为被|列入[^，。；]{{0,8}}(?:名单|清单)|列入失信|列入经营异常|纳入失信)"),
        guarded(rf"(?P<source>{NAME})(?:近日|日前|已|则|又)?(?:将|把)[^，。；{NAME[1:-1]}]{{0,6}}(?P<accused>{NAME})[^，。；{NAME[1:-1]}]{{0,4}}(?:告上|起诉|诉至|列为被告)"),
        guarded(rf"(?:收到|遭到?|被)(?P<source>[^，。；{NAME[1:-1]}]{{2,10}}?)(?:立案|警示|处罚|监管|问询|起诉|调查|罚款)[^，。；{NAME[1:-1]}]{{0,8}}的(?P<accused>{NAME})"),
        guarded(rf"(?:^|[，。；])(?:因[^，。；]{{1,20}})?被(?P<source>[^，。；{NAME[1:-1]}]{{0,10}}?)(?:{suffers})[^，。；{NAME[1:-1]}]{{0,10}}后，(?P<accused>{NAME})"),
        guarded(rf"(?P<source>[^，。；]{{0,10}}?)[^，。；]{{0,8}}(?:堵在|围堵|聚集在|围住)了?[^，。；{NAME[1:-1]}]{{0,4}}(?P<accused>{NAME})[^。；]{{0,24}}(?:讨要|讨薪|维权|索要|退款|讨债|讨说法)"),
        guarded(rf"(?<=，)(?:还|又|先后|均|多次)?[被遭](?P<source>[^，。；被{NAME[1:-1]}]{{0,12}}?)(?:{suffers})(?![的者人])"),
        guarded(rf"(?P<source>[^，。；{NAME[1:-1]}]{{2,14}}?)[向给](?P<accused>{NAME})[^，。；{NAME[1:-1]}]{{0,6}}(?:下发|发出|出具|开出|送达|发来?)了?[^，。；]{{0,10}}(?:监管函|警示函|问询函|关注函|罚单|处罚|告知书|律师函)"),
        guarded(rf"(?:针对|涉及|关于)(?P<accused>{NAME})的?[^，。；{NAME[1:-1]}]{{0,6}}(?:投诉|举报|索赔)"),
        guarded(rf"(?P<source>[^，。；{NAME[1:-1]}]{{2,14}}?)(?:责令|勒令|要求)(?P<accused>{NAME})[^，。；]{{0,8}}(?:停止违法|整改|退还|停业|改正|下架|退赔|召回)"),
        guarded(rf"(?P<source>[^，。；]{{2,14}}?)(?:点了(?P<accused>{NAME})的名)"),
        guarded(rf"(?P<source>[^，。；]{{2,16}}?)点名(?P<accused>{NAME})"),
        guarded(rf"(?:据|有)?(?P<source>(?:[^，。；{NAME[1:-1]}]|{NAME}){{2,16}}?)(?:{says})[称说到]?(?:，|：|“)?{none}{{0,20}}(?P<accused>{NAME})[^。；]{{0,40}}?(?:{wrongs})"),
        guarded(rf"(?P<accused>{NAME})(?!的?[原前]?(?:独立)?(?:董事|总经理|总裁|高管|员工|监事|财务总监|股东|实际控制人|行长))[^，。；{NAME[1:-1]}]{{0,10}}(?:{told})"),
    ))  # fmt: skip


def disputes(scene: Scene) -> Iterator[PlatformFact]:
    """Yield reproaches against a company, with who makes them."""
    told: set[str] = set()
    for pattern in _patterns().finders(scene.alphabet):
        for match in pattern.finditer(scene.signs):
            named = match.groupdict().get("accused")
            accused = scene.name(named) if named else scene.clause_at(match.start()).subject
            source = match.groupdict().get("source") or ""
            if (
                not accused
                or accused in told
                or any(scene.name(sign) == accused for sign in re.findall(NAME, source))
            ):
                continue
            told.add(accused)
            clause = scene.clause_at(match.end() - 1)
            start = match.start("source") if source else 0
            said = re.sub(r"^(?:据|有|因)", "", scene.told(start, start + len(source))) if source else ""
            money = scene.numbers_in(clause.start, clause.end, ("amount",))
            value = {**({"source": said} if said else {}), **(scene.money(money[0][1]) if money else {})}
            yield scene.fact(accused, "dispute", "争议", clause, value)
            if named:
                for other in _listed_with(scene, match.start("accused")):
                    if other not in told:
                        told.add(other)
                        yield scene.fact(other, "dispute", "争议", clause, value)


def _listed_with(scene: Scene, at: int) -> Iterator[str]:
    """Yield the names of a list with the one at a place that is summed up behind: all of them are reproached."""
    last = _LIST.match(scene.signs, at)
    if last is None:
        return
    for sign in re.findall(NAME, scene.signs[at + 1 : last.end()]):
        yield scene.name(sign)
    while at > 1 and scene.signs[at - 1] == "、" and re.match(NAME, scene.signs[at - 2]):
        at -= 2
        yield scene.name(scene.signs[at])
