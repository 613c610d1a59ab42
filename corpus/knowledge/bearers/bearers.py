"""Who bears a figure: of the companies named before it, not the one that something is only done to or with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.facts.subjects import is_subject
from corpus.knowledge.phrases.clauses import METRIC_HEAD, clause_start
from corpus.knowledge.phrases.company_words import listed
from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_REACH: Final = 24
"""How far before a name what is done to it stands, in code points."""
_TO_NAME: Final = (
    r"(?:了|其|过)?(?:约?[\d.,]+[万亿]*元)?[“\"《（(]?(?:[^，。；：、\s]{1,14}(?:[、和及]|公司|集团))*"
    r"(?:原告|被告|上述|控股|全资|参股|关联方|子公司|孙公司|公司|股东|银行|方)*[“\"《（(]?$"
)
"""Between a verb and the name that is its object: the names before it in a list, and of what kind it is."""
_TO_BENEFITED: Final = r"(?:[^，。；：、\s]{1,14}[、和及])*(?:控股|全资|子公司|孙公司|公司|关联方)*$"
_OF: Final = r"[”\"》）)]?的?"
_STAKE: Final = LazyPattern(
    r"(?:公司)?[”\"]?[）)]?(?:[（(][^（()）]{0,24}[）)])?(?:剩余|全部|合计|部分|约|近|的)?[ ]?"
)
_LONGEST: Final = 24
_SAYS: Final = frozenset("称说")
_JOINS: Final = frozenset({"与", "和", "、", "及", "以及"})


_BESIDE: Final = LazyPattern(r"(?:[（(][^（()）]{0,30}[）)])?[^，。；：、（(]{0,8}(?:、|和|与|及|以及)")
"""What stands between two names of one list: 甲公司（行情600000，诊股）、乙公司."""
_BEFORE_TELLING: Final = r"(?:[（(][^（()）]{0,24}[）)])?[^，。；：]{0,14}?"
_LONGER: Final = LazyPattern(r"(?P<rest>[一-鿿]{1,6}?(?:分公司|公司|集团))")
"""What goes on with a name that is known in short: 康得新 before 光电公司."""
_WHEN: Final = LazyPattern(
    r"在(?:\d|[去今上前本当]年|[上下]半年|第?[一二三四]季度)[^，。；]*?(?:[年月日初末底度]|期间)"
)
"""When something was, which is nowhere: 在2018年."""
_BRACKET: Final = LazyPattern(r"[（(](?:以下|下)?(?:简称|称)?(?:为|：|:)?[“\"]?$|[（(][^（()）]{0,12}$")


@cache
def _cue(kind: str, before: str = "", behind: str = "") -> LazyPattern[str]:
    """Return what finds a cue of a kind between two other expressions."""
    return LazyPattern(f"{before}(?:{cue('bearers', kind).pattern}){behind}")


def bearer(
    text: str,
    start: int,
    place: int,
    names: Sequence[PlatformMention],
    *,
    stake: bool,
    shares: bool,
    paid: bool = False,
) -> str:
    """Return the company a figure at ``place`` is told of, empty where it is none of ``names`` or unsure.

    ``names`` end before ``place`` and stand in the sentence that begins at ``start``, the last one last. A ``stake``
    is told of the company it is of: 收购甲公司30%股权 belongs to 甲公司; ``shares`` may be a person's, what
    is ``paid`` is not by who sues.
    """
    passed = False
    for index in reversed(range(len(names))):
        name = names[index]
        if not is_subject(text, name):
            continue
        if stake and _STAKE.fullmatch(text, name.span.end, place):
            return name.text
        if _cue("relation", _OF).match(text, name.span.end, place):
            return ""
        beside = (*names[max(0, index - 1) : index], *names[index + 1 : index + 2])
        if (
            is_done_to(text, start, name)
            or _is_listed(text, name, beside)
            or (paid and _cue("sues", "(?:公司)?").match(text, name.span.end))
            or not _is_spoken_of(text, start, name, names)
        ):
            passed = True
            continue
        clause = clause_start(text, place, start)
        if (shares and _cue("holder").search(text, name.span.end, place)) or (
            passed and _cue("points").match(text, clause)
        ):
            return ""
        return _the_company(text, start, clause, names, name)
    return ""


def _the_company(
    text: str, start: int, clause: int, names: Sequence[PlatformMention], nearest: PlatformMention
) -> str:
    """Return the nearest company, but where a clause begins with 公司 the one that speaks: …, 公司按比例确认损失."""
    if nearest.span.start >= clause or not _cue("itself").match(text, clause):
        return nearest.text + _rest_of(text, nearest)
    speaks = next(
        (
            one
            for one in names
            if one.span.start >= start and _cue("tells", _BEFORE_TELLING).match(text, one.span.end)
        ),
        None,
    )
    if speaks is not None:
        return speaks.text
    others = {one.platform for one in names if one.span.start >= start}
    return nearest.text if len(others) == 1 else "公司"


def _rest_of(text: str, name: PlatformMention) -> str:
    """Return what goes on with a name that is known in short, empty where something is done there."""
    longer = _LONGER.match(text, name.span.end)
    words = plain_words(longer["rest"]) if longer else []
    spoken = bool(_cue("joint").search("".join(words))) or any(
        word_class(word).startswith(("v", "p", "u", "d", "r", "c", "t")) for word in words
    )
    own = any(word in {"子", "控股", "全资", "下属", "旗下", "参股", "公司", "集团"} for word in words[:1])
    return "" if longer is None or spoken or own else longer["rest"]


def _is_spoken_of(text: str, start: int, name: PlatformMention, names: Sequence[PlatformMention]) -> bool:
    """Tell whether a company stands where its clause begins, behind no verb whose object it is and in no list."""
    if _cue("tells", _BEFORE_TELLING).match(text, name.span.end):
        return True
    begin = clause_start(text, name.span.start, start)
    before = text[begin : name.span.start]
    if _BRACKET.search(text[max(start, name.span.start - _REACH) : name.span.start]):
        inside = [one for one in names if one.span.end <= name.span.start]
        return bool(inside) and _is_spoken_of(text, start, inside[-1], names[: len(inside)])
    return not is_object(before)


def _is_listed(text: str, name: PlatformMention, beside: Sequence[PlatformMention]) -> bool:
    """Tell whether a name stands in a list with another: none of them alone bears a figure told of all."""
    return any(
        _BESIDE.fullmatch(text, first.span.end, second.span.start)
        for first, second in (
            (name, other) if name.span.start < other.span.start else (other, name) for other in beside
        )
    )


def is_object(before: str) -> bool:
    """Tell whether what stands behind these words of a clause is what its verb is done to."""
    words = [word for word in plain_words(_WHEN.sub("", before)) if word.strip()]
    if words and (words[-1] in listed("spoken") or words[-1][-1] in _SAYS):
        return False
    deeds = [
        word for word in words if word not in listed("spoken") and (word in listed("towards") or _acts(word))
    ]
    if before.rstrip().endswith("的"):
        return sum(word not in listed("towards") for word in deeds) > 1
    return bool(deeds)


def is_deed(words: str) -> bool:
    """Tell whether a phrase ends or begins with what is done: 实际签约, 占据."""
    parts = plain_words(words)
    return len(parts[-1]) > 1 and word_class(parts[-1]) == "v"


def _acts(word: str) -> bool:
    return len(word) > 1 and word_class(word) in {"v", "p"}


def is_done_to(text: str, start: int, name: PlatformMention) -> bool:
    """Tell whether something is done to or with a company where it is named: 赔偿甲公司, 向甲银行、乙银行."""
    before = text[max(start, name.span.start - _REACH) : name.span.start]
    if _cue("ordered").search(before):
        return False
    if _cue("object_of", behind=_TO_NAME).search(before):
        return True
    return bool(
        _cue("on_behalf", behind=_TO_BENEFITED).search(before)
        and _cue("in_favour", r"[^，。；]{0,40}?").match(text, name.span.end)
    )


def bearers(text: str, start: int, named: Sequence[PlatformMention]) -> list[str]:
    """Return the names to none of which something is done; what is joined to one is as that one: 甲与乙."""
    borne: list[str] = []
    before: PlatformMention | None = None
    for one in named:
        joined = before is not None and text[before.span.end : one.span.start] in _JOINS
        if joined or not is_done_to(text, start, one):
            borne.append(one.text)
            before = one
    return borne


def names_somebody(words: str) -> bool:
    """Tell whether a phrase may be whose figure it is, and is no cut-off clause."""
    return words in listed("groups") or (
        len(words) <= _LONGEST
        and not _cue("cut_off").search(words)
        and not METRIC_HEAD.search(words)
        and not _cue("measure").search(words)
        and not (words and is_deed(words))
    )
