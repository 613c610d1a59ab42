"""Section numbers of one sequence printed in several styles, cut off by a stop, or translated as words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_DIGITS: Final = "零一二三四五六七八九十"
_BLANK: Final = "[ \u00a0]*"
_ROMAN_AS_WORD: Final = {"静脉注射": 4, "不及物动词": 6}
"""What translation machines make of the list numbers iv. and vi."""

_MARKER: Final = LazyPattern(
    rf"(?P<ordinal>第(?P<o>[一二三四五六七八九十]{{1,3}})[,，、])"
    rf"|(?P<ordcut>第(?P<q>[一二三四五六七八九十]{{1,3}}){_BLANK}。)"
    rf"|(?P<dot>(?P<d>\d{{1,2}})(?:[.．](?!\d)|、))"
    rf"|(?P<cut>(?P<c>\d{{1,2}}){_BLANK}。)"
    rf"|(?P<han>(?P<h>[一二三四五六七八九十]{{1,3}})、)"
    rf"|(?P<hancut>(?P<k>[一二三四五六七八九十]{{1,3}}){_BLANK}。)"
    rf"|(?P<word>{'|'.join(_ROMAN_AS_WORD)})"
)
_STARTS: Final = LazyPattern(rf"(?:\A|\n|[。！？!?；;】]|(?<=[院局所])整理){_BLANK}")
_LABELLED: Final = LazyPattern(rf"(?:\A|\n|】)(?P<label>[{HAN}]{{2,8}}?)(?=1{_BLANK}。)")
_NOT_A_LABEL: Final = LazyPattern(r"[第为是了达共到占约超增升降近有以前从过]\Z")
_FOLLOWED: Final = LazyPattern(rf"{_BLANK}[{HAN}“《A-Z]")
_FIRST_BE: Final = LazyPattern(
    r"(?:(?P<count>[两二三四五六七八九]|\d)(?:个|点|条|种|方面|个方面|大原因|大特点)?[:：，,])?一是"
)
_NEXT_ORDINAL: Final = LazyPattern(r"(?<=[。；;])[ \u00a0]*第(?P<o>[二三四五六七八九])[,，]")


@dataclass(frozen=True, slots=True)
class _Marker:
    start: int
    end: int
    form: str
    value: int

    @property
    def broken(self) -> bool:
        """Tell whether a number lacks its sign."""
        return self.form in {"cut", "hancut", "ordcut", "word"}

    @property
    def family(self) -> str:
        """Return which numerals a number is written in."""
        return {"dot": "arabic", "cut": "arabic", "han": "han", "hancut": "han", "ordcut": "ordinal"}.get(
            self.form, self.form
        )


def find_numbering(page: Page) -> Iterator[Proposal]:
    """Find number sequences 1, 2, 3 … of mixed styles with at least one broken number, and make them one style.

    The style most of the sequence has is given to the rest. A sequence that opens with 一是 and goes on with 第二
    becomes 二是. Sequences in good order are left alone, whatever their style.
    """
    clauses = list(_clauses(page))
    yield from (proposal for proposal, _ in clauses)
    taken = {start for _, start in clauses}
    for chain in _chains([marker for marker in _markers(page.text) if marker.start not in taken]):
        if len(chain) >= 3 and any(marker.broken for marker in chain):
            yield from _unified(page, chain)


def _markers(text: str) -> Iterator[_Marker]:
    """Yield the section numbers that stand where a sentence begins."""
    last = -1
    places = [match.end() for match in _STARTS.finditer(text)]
    places += [
        match.end() for match in _LABELLED.finditer(text) if not _NOT_A_LABEL.search(match.group("label"))
    ]
    for place in sorted(set(places)):
        match = _MARKER.match(text, place)
        if match is None or match.start() < last or not _FOLLOWED.match(text, match.end()):
            continue
        last = match.end()
        form = str(match.lastgroup)
        form = next(
            name for name in ("ordinal", "ordcut", "dot", "cut", "han", "hancut", "word") if match.group(name)
        )
        if form == "word":
            value = _ROMAN_AS_WORD[match.group()]
        else:
            number = next(part for part in match.group("o", "q", "d", "c", "h", "k") if part)
            value = int(number) if number.isdecimal() else _value(number)
        yield _Marker(match.start(), match.end(), form, value)


def _value(number: str) -> int:
    """Return what a Chinese number below 100 counts."""
    tens, ten, ones = number.partition("十")
    if not ten:
        return _DIGITS.find(number) if len(number) == 1 else 0
    return (_DIGITS.find(tens) if tens else 1) * 10 + (_DIGITS.find(ones) if ones else 0)


def _chinese(value: int) -> str:
    """Return the Chinese number of a value below 100."""
    tens, ones = divmod(value, 10)
    return (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (
        _DIGITS[ones] if ones or not tens else ""
    )


def _chains(markers: list[_Marker]) -> list[list[_Marker]]:
    """Put each number behind the sequence it continues, one of its own style if there is one."""
    chains: list[list[_Marker]] = []
    open_chains: list[list[_Marker]] = []
    for marker in markers:
        if marker.value == 1:
            chain = [marker]
            chains.append(chain)
            open_chains = [one for one in open_chains[-7:] if one[-1].family != marker.family] + [chain]
            continue
        fitting = [chain for chain in open_chains if chain[-1].value == marker.value - 1]
        same = [chain for chain in fitting if marker.family in {one.family for one in chain}]
        for chain in (same or fitting)[-1:]:
            chain.append(marker)
    return chains


def _unified(page: Page, chain: list[_Marker]) -> Iterator[Proposal]:
    """Yield what turns every number of the chain into the style most of them have."""
    families = Counter(marker.family for marker in chain)
    chinese = families["han"] + families["ordinal"]
    if families["arabic"] > chinese:
        style = "arabic"
    else:
        style = "ordinal" if families["ordinal"] > families["han"] + families["word"] else "han"
    dun = sum(page.text[marker.end - 1] == "、" for marker in chain if marker.form == "dot")
    dot = sum(marker.form == "dot" for marker in chain) > 2 * dun
    for marker in chain:
        after = {
            "arabic": f"{marker.value}{'.' if dot or not dun else '、'}",
            "ordinal": f"第{_chinese(marker.value)}，",
            "han": f"{_chinese(marker.value)}、",
        }[style]
        if page.text[marker.start : marker.end].replace(",", "，") != after:
            yield Proposal(marker.start, marker.end, after)


def _clauses(page: Page) -> Iterator[tuple[Proposal, int]]:
    """Yield 第二， and 第三， that go on from 一是; certain where the announced count agrees."""
    for line in page.lines:
        if "一是" not in line.text:
            continue
        for match in _FIRST_BE.finditer(line.text):
            rest_end = min(len(line.text), match.end() + 1500)
            if re.search("二是|第一[,，]", line.text[max(0, match.start() - 300) : rest_end]):
                continue
            found: list[re.Match[str]] = []
            for ordinal in _NEXT_ORDINAL.finditer(line.text, match.end(), rest_end):
                if _value(ordinal.group("o")) != len(found) + 2:
                    break
                found.append(ordinal)
            count = match.group("count") or ""
            told = (
                int(count)
                if count.isdecimal()
                else 2
                if count == "两"
                else _DIGITS.find(count)
                if count
                else 0
            )
            certainty = Certainty.CERTAIN if found and told == len(found) + 1 else Certainty.LIKELY
            for ordinal in found:
                start = line.start + ordinal.group().index("第") + ordinal.start()
                yield Proposal(start, line.start + ordinal.end(), f"{ordinal.group('o')}是", certainty), start
