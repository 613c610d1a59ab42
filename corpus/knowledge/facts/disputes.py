"""What a company is reproached with, and by whose account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.facts.masked_sentence import NAME, NUMBER, MaskedSentence
from corpus.knowledge.facts.sentence_patterns import sentence_patterns
from corpus.model.platform import PlatformFact
from index.lazy_pattern import LazyPattern

_LIST: Final = LazyPattern(rf"{NAME}(?:[、和与]{NAME})*(?=等|[两三四五六七八九十\d{NUMBER[1:-1]}][家个款])")
"""Names in one list with how many they are behind it."""

_NEAR: Final = 16
_CHARGED: Final = LazyPattern(r"[“]?(?:指(?![数标])|称|认定|认为|原因[是为]|事由|后者[指称])")
"""How a clause begins that tells with what somebody is reproached."""
_BECAUSE: Final = LazyPattern(r"(?:[近日前]{2}，?)?因(?![此而为])")
"""How the clause before begins that tells why somebody is punished."""
_WRONGED: Final = LazyPattern(
    rf"(?:拖欠|[因曾]欠|侵犯|侵害|抄袭|冒充|假冒|仿冒|冒用|骗取|诈骗)了?[^，。；{NAME[1:-1]}]{{0,12}}$"
)
"""Before whom wrong is done to: 因拖欠供应商甲的货款被起诉."""
DENIED: Final = LazyPattern(
    rf"(?:否认|辟谣)[^，。；]{{0,10}}(?:资金链|爆雷|跑路|欠薪|拖欠|造假|涉嫌|违规|破产|被)|(?:不存在|未曾|从未|没有)[^，。；{NAME[1:-1]}]{{0,8}}(?:违法|违规|造假|拖欠|欠薪|被立案|被处罚|侵权)"
)
"""What tells that nothing of the kind happened."""
_OF_ONE_OF_THEM: Final = LazyPattern(
    r"(?:董事|高管|总经理|总裁|股东|实控人|实际控制人|行长|监事)[^，。；]{0,4}被[^，。；]{0,12}的$"
)
"""Before a company of which only somebody is accused: 经历董事长被起诉的甲."""


def _spoken_of(masked: MaskedSentence, at: int) -> str:
    """Return whom the clause of a place speaks of, if it is named before that place or in a sentence before."""
    subject = masked.clause_at(at).subject
    before = {masked.name(sign) for sign in re.findall(NAME, masked.signs[:at])}
    return subject if subject in before or subject == masked.carried else ""


def disputes(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield reproaches against a company, with who makes them."""
    told: set[str] = set()
    for _, match in sentence_patterns("dispute").matches(masked.signs, masked.alphabet):
        if any(DENIED.search(masked.words(masked.clause_at(at))) for at in (match.start(), match.end() - 1)):
            continue
        named = match.groupdict().get("accused")
        if named and _WRONGED.search(
            masked.signs, max(0, match.start("accused") - _NEAR), match.start("accused")
        ):
            named = None
        if named and _OF_ONE_OF_THEM.search(masked.signs[: match.start("accused")]):
            continue
        accused = masked.name(named) if named else _spoken_of(masked, match.start())
        source = match.groupdict().get("source") or ""
        if (
            not accused
            or accused in told
            or any(masked.name(sign) == accused for sign in re.findall(NAME, source))
        ):
            continue
        told.add(accused)
        clause = masked.clause_at(match.end() - 1)
        start = match.start("source") if source else 0
        said = re.sub(r"^(?:据|有|因)", "", masked.told(start, start + len(source))) if source else ""
        money = masked.numbers_in(clause.start, clause.end, ("amount",))
        charged = next((one for one in masked.clauses if one.start == clause.end), None)
        claim = charged is not None and _CHARGED.match(masked.words(charged)) is not None
        end = charged.end if charged and claim else clause.end
        ahead = next((one for one in masked.clauses if one.end == clause.start), None)
        begin = ahead.start if ahead and _BECAUSE.match(masked.words(ahead)) else clause.start
        value = {
            "text": masked.told(begin, end),
            **({"source": said} if said else {}),
            **(masked.money(money[0][1]) if money else {}),
        }
        yield masked.fact(accused, "dispute", "争议", clause, value)
        if named:
            for other in _listed_with(masked, match.start("accused")):
                if other not in told:
                    told.add(other)
                    yield masked.fact(other, "dispute", "争议", clause, value)


def _listed_with(masked: MaskedSentence, at: int) -> Iterator[str]:
    """Yield the names of a list with the one at a place that is summed up behind: all of them are reproached."""
    last = _LIST.match(masked.signs, at)
    if last is None:
        return
    for sign in re.findall(NAME, masked.signs[at + 1 : last.end()]):
        yield masked.name(sign)
    while at > 1 and masked.signs[at - 1] == "、" and re.match(NAME, masked.signs[at - 2]):
        at -= 2
        yield masked.name(masked.signs[at])
