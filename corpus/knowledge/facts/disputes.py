"""What a company is reproached with, and by whose account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.knowledge.facts.cues import cue
from corpus.knowledge.facts.scene import NAME, Scene
from corpus.model.platform import PlatformFact
from corpus.text.needed_signs import GuardedGroup, guarded


@cache
def _patterns() -> GuardedGroup:
    sues, suffers = cue("dispute", "sues"), cue("dispute", "suffers")
    says, wrongs, told = cue("dispute", "says"), cue("dispute", "wrongs"), cue("dispute", "told")
    none = f"[^。；{NAME[1:-1]}]"
    return GuardedGroup((
        guarded(rf"(?P<source>{NAME}|[一-鿿]{{2,10}})[^，。；{NAME[1:-1]}]{{0,6}}(?:{sues})了?(?P<accused>{NAME})"),
        guarded(rf"(?P<accused>{NAME})[^，。；{NAME[1:-1]}]{{0,16}}(?:被|遭到?)(?P<source>[^，。；被]{{0,12}}?)(?:{suffers})"),
        guarded(rf"(?P<source>[^，。；{NAME[1:-1]}]{{2,14}})对(?P<accused>{NAME})[^，。；]{{0,12}}(?:罚款|处罚|立案|展开调查|开出罚单|采取[^，。；]{{0,14}}措施|作出[^，。；]{{0,8}}处罚|监管函|警示函|问询函|通报批评|公开谴责)"),
        guarded(rf"(?P<source>[^，。；{NAME[1:-1]}]{{2,14}})(?:将|把)(?P<accused>{NAME})[^，。；{NAME[1:-1]}]{{0,4}}(?:告上|起诉|诉至|列为被|列入失信|列入经营异常|纳入失信)"),
        guarded(rf"(?P<source>{NAME})(?:近日|日前|已|则|又)?(?:将|把)[^，。；{NAME[1:-1]}]{{0,6}}(?P<accused>{NAME})[^，。；{NAME[1:-1]}]{{0,4}}(?:告上|起诉|诉至|列为被告)"),
        guarded(rf"(?:收到|遭到?|被)(?P<source>[^，。；{NAME[1:-1]}]{{2,10}}?)(?:立案|警示|处罚|监管|问询|起诉|调查|罚款)[^，。；{NAME[1:-1]}]{{0,8}}的(?P<accused>{NAME})"),
        guarded(rf"(?P<source>[^，。；]{{2,14}}?)(?:点了(?P<accused>{NAME})的名)"),
        guarded(rf"(?P<source>[^，。；]{{2,16}}?)点名(?P<accused>{NAME})"),
        guarded(rf"(?:据|有)?(?P<source>(?:[^，。；{NAME[1:-1]}]|{NAME}){{2,16}}?)(?:{says})[称说到]?(?:，|：|“)?{none}{{0,10}}(?P<accused>{NAME})[^。；]{{0,40}}?(?:{wrongs})"),
        guarded(rf"(?P<accused>{NAME})(?!的?[原前]?(?:董事|总经理|总裁|高管|员工|监事|财务总监|股东|实际控制人|行长))[^，。；{NAME[1:-1]}]{{0,10}}(?:{told})"),
    ))  # fmt: skip


def disputes(scene: Scene) -> Iterator[PlatformFact]:
    """Yield reproaches against a company, with who makes them."""
    told: set[str] = set()
    for pattern in _patterns().finders(scene.alphabet):
        for match in pattern.finditer(scene.signs):
            accused = scene.name(match["accused"])
            source = match.groupdict().get("source") or ""
            if accused in told or any(scene.name(sign) == accused for sign in re.findall(NAME, source)):
                continue
            told.add(accused)
            clause = scene.clause_at(match.end() - 1)
            start = match.start("source") if source else 0
            said = re.sub(r"^(?:据|有|因)", "", scene.told(start, start + len(source))) if source else ""
            money = scene.numbers_in(clause.start, clause.end, ("amount",))
            value = {**({"source": said} if said else {}), **(scene.money(money[0][1]) if money else {})}
            yield scene.fact(accused, "dispute", "争议", clause, value)
            if re.match(r"等|[两三四五六七八九十\d]家", scene.signs[match.end("accused") :]):
                for other in _listed_with(scene, match.start("accused")):
                    if other not in told:
                        told.add(other)
                        yield scene.fact(other, "dispute", "争议", clause, value)


def _listed_with(scene: Scene, at: int) -> Iterator[str]:
    """Yield the names of a list that ends with the one at a place: all of them are reproached."""
    while at > 1 and scene.signs[at - 1] == "、" and re.match(NAME, scene.signs[at - 2]):
        at -= 2
        yield scene.name(scene.signs[at])
