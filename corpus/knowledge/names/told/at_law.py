"""Companies that courts and contracts call by a short name and 公司, where one is sued, pays, signs or is sold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_place
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.phrases.company_words import listed
from corpus.model.span import Span
from corpus.text.needed_signs import guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_HAN: Final = "一-鿿"
_TOLD: Final = LazyPattern(r"法院|仲裁|判决|判令|裁定|起诉|上诉|诉讼|股权|协议|合同|担保|侵权")
"""A text that tells of law or contracts."""
_BEFORE: Final = (
    rf"(?:^|[^{_HAN}]|原告|被告|上诉人|申请人|第三人|判令|判决|驳回了?|赔偿|认为|审理|因"
    r"|侵[害犯]了?|收购了?|受让|转让给|对|与|和|向|为|及)"
)
_BEHIND: Final = (
    r"(?:诉|停止|支付|赔偿|承担|返还|给付|偿还|履行|未|提出|要求|请求|主张|辩称|享有|不服|签订|签署|提供|申请|构成|应|于\d"
    r"|的(?:诉讼|上诉|起诉|请求|行为|侵权|商标|股权|抗辩)|[ ]?(?:不少于|约)?\d[\d.]*[ ]?%)"
)
_NAMED: Final = guarded(rf"{_BEFORE}(?P<name>(?P<own>[{_HAN}]{{2,6}}?)公司)(?={_BEHIND})")
_PARTY: Final = guarded(
    rf"(?:原告|被告|上诉人|申请人|第三人|债务人|债权人|担保人|被执行人)(?:为|是|系|：)?(?P<name>[{_HAN}]{{3,10}}?(?:集团|商贸|超市|酒店|银行|厂))"
    r"(?=[自因于在将向长拖未已的与和，。、（(以应须对提诉辩不支返共同][^司局])"
)
"""A party to a suit, whatever words it is called by: 被告百味鲜食品集团."""
_LED: Final = LazyPattern(r".*(?:判决|判令|驳回了?|侵[害犯]了?|被告|原告|上诉人|申请人|第三人|收购了?|受让)")
_OWN: Final = frozenset({"nr", "nz", "nt", "nrt", "nrfg"})
_WORDS: Final = frozenset("的了着在将被该本其各两几某贵我你他")


def at_law(text: str) -> Iterator[Span]:
    """Yield the places of such names; none in a text that tells neither of law nor of contracts."""
    if not _TOLD.search(text):
        return
    for match in _PARTY.finditer(text, frozenset(text)):
        if _WORDS.isdisjoint(match["name"]) and _may_be_party(match["name"]):
            yield Span(match.start("name"), match.end("name"))
    for match in _NAMED.finditer(text, frozenset(text)):
        led = _LED.match(match["own"])
        lead = led.end() if led else 0
        if len(match["own"]) - lead > 1 and _is_own(match["own"][lead:]):
            yield Span(match.start("name") + lead, match.end("name"))


def _may_be_party(name: str) -> bool:
    """Tell whether what a party to a suit is called by is a name: nothing done in it, more than a kind."""
    *own, _ = plain_words(name)
    general = all(
        word in listed("kinds") or word in listed("barred") or word in listed("inner") for word in own
    )
    return bool(own) and not general and not any(word in listed("verbs") for word in own)


def _is_own(words: str) -> bool:
    """Tell whether the words before 公司 name one: coined, and no word of what companies do or are by itself."""
    if not _WORDS.isdisjoint(words) or is_place(words) or words in listed("kinds"):
        return False
    parts = plain_words(words)
    if any(part in listed("verbs") or part in listed("barred") for part in parts if len(part) > 1):
        return False
    if is_word(words):
        return word_class(words) in _OWN
    return is_coined(words) or any(len(part) > 1 and not is_word(part) for part in parts)
