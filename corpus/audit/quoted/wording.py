"""Comparing a quotation with a source, letter by letter: same, cut with a mark, changed, or not there.

Line ends, blanks, punctuation, quotation marks within quotation marks, width and traditional forms are no changes;
words the writer put into square brackets are left out; 「……」 and 「（中略）」 part a quotation that was cut.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from corpus.audit.verdict import Verdict
from corpus.model.span import Span
from index.fold.folding import ALL_FOLDS, Folded, fold_text
from index.lazy_pattern import LazyPattern

_CUT: Final = LazyPattern(
    r"[（(\[【〔［〈＜]\s*(?:(?:此处|此间|中间|以下|下文|上文|前文|后文|其间|引者|笔者|作者)?(?:有|已|均)?(?:[中下上前后从节删]略|略|省略|删节|删去|略去)"
    r"(?:了?[若干数几一二两三四五六七八九十百\d]{1,4}[余多]?[字句段行]|[下上后前]?文)?|\.{3,}|…+|⋯+)\s*[）)\]】〕］〉＞]|…+|⋯+|\.{3,6}|。{3,}|—{0}\s*\[\.\.\.\]\s*"
)
_DOTS: Final = LazyPattern(r"…|⋯|\.{3}|。{3}")
"""What a source may print for words nobody spoke, as a quotation prints it for words it leaves out."""
_ADDED: Final = LazyPattern(
    r"\[(?!\s*(?:\.{3}|…))[^\[\]]{0,20}\]|［[^［］]{0,20}］|〔[^〔〕]{0,20}〕"
    r"|[（(](?:原文如此|原文如是|sic|[^（）()]{1,8}(?:为|系)?(?:引者|笔者|作者|编者)(?:所?加|自?注))[）)]"
)
_NOTE_MARK: Final = LazyPattern(r"(?<=[\u4e00-\u9fff，。、；：！？])(?<![米平立])[¹²³⁰⁴-⁹]+")
"""The raised number of a footnote that a page prints within a quotation."""
_WHO_SPEAKS: Final = LazyPattern(
    r"[”」』][^“”「」『』。！？\n]{0,12}?(?:说|道|写|称|问|答|讲|补充|解释|认为|指出|回忆|告诉记者|表示)"
    r"[^“”「」『』。！？\n]{0,4}[，,：:。][“「『]"
    r"|[,.?!][”\"][^“”\"\n]{0,30}?\b(?:said|says|told|wrote|writes|explained|added|asked|argued|noted|recalled)\b"
    r"[^“”\"\n]{0,30}?[,;:.]\s?[“\"]"
)
"""What parts a speech in two: ，”他写道，“."""
_WRITTEN_TODAY: Final = str.maketrans("帐覆藉瞭妳祇彷甚", "账复借了你只仿什")
"""What a quotation has for a traditional character that is a character of its own today: 賒帳, 答覆, 瞭解."""
_LIMITS: Final = LazyPattern(
    r"(?:极?少数|(?:一|大|少|小)?部分|个别|一些|有些|某些|有的|并非|绝非|并不|从不|从未|未必|不是|没有|尚未|不会|不能|不再|不曾"
    r"|几乎|险些|也许|或许|可能|似乎|据说|据传|如果|假如|假设|倘若|除非|所谓|[不没未])$"
)
"""What right before some words limits or denies them, so that they say something else without it."""
_SAID_BEFORE: Final = 8
"""So far before a quotation a paper may say itself what limits it, in code points."""
_LIMIT: Final = 4
_SURE: Final = 62
"""From this likeness on (0 to 100) a quotation is a changed form of what stands there."""
_END: Final = 4
"""Letters that must stand on either side of what was left out without a mark."""
_LEFT_OUT: Final = 60
"""Letters that may have been left out there."""
_FAR: Final = 400
"""Letters that may have been left out between two pieces."""
_TURNED: Final = 0.75
_ENOUGH: Final = 8
_SLACK: Final = 2
_SENTENCE_END: Final = LazyPattern(r"[。！？!?；;\n]")
_SHARED: Final = 0.45
"""Share of a quotation's pairs of letters that must stand in the stretch it is compared to."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quotation stands to a source: the verdict and the span of the source."""

    verdict: Verdict
    source: Span | None


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source ready to be compared with many quotations."""

    text: str
    folded: Folded

    def span(self, start: int, end: int) -> Span:
        """Return the span of the text for a span of its folded form, with the mark that ends it."""
        first, last = self.folded.span(start, end)
        return Span(first, last)


def source_text(text: str) -> SourceText:
    """Return a source ready to be compared."""
    return SourceText(text, _folded(text))


def compare(quotation: str, source: SourceText, before: str = "") -> Comparison:
    """Return how ``quotation`` stands to ``source``; ``before`` is what the paper has before its marks.

    Words that stand so but leave out what limits or denies them right before are changed: “门店关门” of 部分门店关门.
    """
    pieces = [letters_of(piece) for piece in pieces_of(quotation)]
    if not pieces:
        return Comparison(Verdict.NOT_FOUND, None)
    own = _with_own_dots(pieces, source) if _DOTS.search(quotation) else None
    if own is not None and not _limited("".join(pieces), source, before):
        return Comparison(Verdict.SAME, own)
    printed = [letters_of(piece) for piece in _CUT.split(quotation) if letters_of(piece)]
    for ground in (source, _unparted(source)):
        for told in (pieces, printed) if _ADDED.search(quotation) else (pieces,):
            places = _in_order(told, ground.folded.text) if ground else []
            limited = _limited(told[0], ground, before) if ground and places else None
            if ground and limited:
                return Comparison(Verdict.CHANGED, Span(limited.start, ground.span(*places[-1]).end))
            if ground and places:
                verdict = Verdict.SAME if len(told) == 1 else Verdict.CUT
                return Comparison(verdict, ground.span(places[0][0], places[-1][1]))
    whole = "".join(pieces)
    left_out = _left_out(whole, source.folded.text)
    if left_out is not None:
        return Comparison(Verdict.CHANGED, source.span(*left_out))
    apart = _changed_apart(pieces, source.folded.text) if len(pieces) > 1 else None
    if apart is not None:
        return Comparison(Verdict.CHANGED, source.span(*apart))
    nearest = _nearest(whole, pieces, source)
    unparted = _unparted(source) if nearest.source is None else None
    return _nearest(whole, pieces, unparted) if unparted else nearest


def _with_own_dots(pieces: list[str], source: SourceText) -> Span | None:
    """Return where pieces stand that the source itself parts by dots and nothing else; ``None`` where they do not."""
    whole, text = "".join(pieces), source.folded.text
    place = text.find(whole) if len(pieces) > 1 else -1
    while place >= 0:
        joints = [place + size for size in accumulate(map(len, pieces[:-1]))]
        ends = ((source.span(place, at).end, source.span(at, at + 1).start) for at in joints)
        if all(_DOTS.search(source.text, *each) for each in ends):
            return source.span(place, place + len(whole))
        place = text.find(whole, place + 1)
    return None


def _limited(piece: str, source: SourceText, before: str) -> Span | None:
    """Return the word that limits or denies some words right before them wherever they stand; ``None`` without one."""
    first: Span | None = None
    place = source.folded.text.find(piece)
    while place >= 0:
        start = source.span(place, place + len(piece)).start
        limit = _LIMITS.search(source.text, max(0, start - _LIMIT), start)
        if limit is None or limit[0] in before[-_SAID_BEFORE:]:
            return None
        first = first or Span(limit.start(), start)
        place = source.folded.text.find(piece, place + 1)
    return first


def pieces_of(quotation: str) -> tuple[str, ...]:
    """Return the pieces of a quotation as printed: parted where it was cut, without what its writer added."""
    return tuple(
        piece
        for piece in _CUT.split(_NOTE_MARK.sub("", _ADDED.sub("", _CUT.sub("……", quotation))))
        if letters_of(piece)
    )


def _unparted(source: SourceText) -> SourceText | None:
    """Return a source in which speech is not parted by who speaks; ``None`` where none is: “…，”他说，“…”."""
    parting = [match.span() for match in _WHO_SPEAKS.finditer(source.text)]
    if not parting:
        return None
    folded = source.folded
    places = folded.positions if folded.positions is not None else tuple(range(len(folded.text)))
    kept: list[int] = []
    begin = 0
    for start, end in parting:
        kept += range(begin, bisect_left(places, start))
        begin = bisect_left(places, end)
    kept += range(begin, len(places))
    text = "".join(folded.text[n] for n in kept)
    return SourceText(source.text, Folded(text, tuple(places[n] for n in kept)))


def letters_of(text: str) -> str:
    """Return what of a text is compared: no blanks or marks, one width, characters as they are written today."""
    return _folded(text).text if text else ""


def _folded(text: str) -> Folded:
    folded = fold_text(text.replace("⋯", "…"), ALL_FOLDS)
    return replace(folded, text=folded.text.translate(_WRITTEN_TODAY))


def _in_order(pieces: list[str], text: str) -> list[tuple[int, int]]:
    """Return the places of all pieces one after the other; empty where one is missing or they stand far apart."""
    begin = text.find(pieces[0])
    while begin >= 0:
        found: list[tuple[int, int]] = []
        place = begin
        for piece in pieces:
            start = text.find(piece, place)
            if start < 0 or (found and start - found[-1][1] > _FAR):
                found = []
                break
            found.append((start, start + len(piece)))
            place = start + len(piece)
        if found:
            return found
        begin = text.find(pieces[0], begin + 1)
    return []


def _changed_apart(pieces: list[str], text: str) -> tuple[int, int] | None:
    """Return the stretch of a quotation that was cut, one piece of which stands so and the others nearly."""
    longest = max((piece for piece in pieces if piece in text), key=len, default="")
    if len(longest) < _ENOUGH:
        return None
    at = pieces.index(longest)
    begin = end = text.find(longest)
    end += len(longest)
    first, last = begin, end
    for piece in reversed(pieces[:at]):
        found = _nearly(piece, text, max(0, first - _FAR), first)
        if found is None:
            return None
        first = found[0]
    for piece in pieces[at + 1 :]:
        found = _nearly(piece, text, last, min(len(text), last + _FAR))
        if found is None:
            return None
        last = found[1]
    return first, last


def _nearly(piece: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where in a stretch something like a piece stands; ``None`` where nothing does."""
    found = partial_ratio_alignment(piece, text[start:end])
    if found is None or found.score < _SURE or end - start < len(piece) // 2:
        return None
    return start + found.dest_start, start + found.dest_end


def _left_out(whole: str, text: str) -> tuple[int, int] | None:
    """Return the stretch a quotation stands in but for one passage in its middle, left out without a mark."""
    head = _longest(whole, text)
    for size in range(head, _END - 1, -1):
        tail = whole[size:]
        if len(tail) < _END:
            continue
        begin = text.find(whole[:size])
        while begin >= 0:
            found = text.find(tail, begin + size, begin + size + _LEFT_OUT + len(tail))
            if found >= 0:
                return begin, found + len(tail)
            begin = text.find(whole[:size], begin + 1)
        if tail not in text:
            return None
    return None


def _longest(whole: str, text: str) -> int:
    """Return how many letters at the beginning of a quotation stand in a text together."""
    low, high = 0, len(whole)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if whole[:middle] in text else (low, middle - 1)
    return low


def _nearest(whole: str, pieces: list[str], source: SourceText) -> Comparison:
    """Return the stretch that is most like the quotation, where it is like enough to be the one meant."""
    text = source.folded.text
    if len(text) < 2 or not text:
        return Comparison(Verdict.NOT_FOUND, None)
    found = partial_ratio_alignment(whole, text)
    if found is None:
        return Comparison(Verdict.NOT_FOUND, None)
    start, end = found.dest_start, max(found.dest_end, found.dest_start + 1)
    if len(whole) > len(text):
        start, end = 0, len(text)
    start, end = _widened(whole, text, start, end)
    shared = _pairs(whole) & _pairs(text[start:end])
    likeness = Levenshtein.normalized_similarity(whole, text[start:end]) * 100
    held = any(piece in text for piece in pieces if len(piece) >= 8)
    enough = len(shared) / max(1, len(_pairs(whole)))
    if (likeness >= _SURE and enough >= _SHARED) or (enough >= 0.7) or (held and enough >= 0.5):
        return Comparison(Verdict.CHANGED, source.span(*_evened(whole, source, start, end)))
    turned = _turned_round(whole, text)
    return (
        Comparison(Verdict.CHANGED, source.span(*turned)) if turned else Comparison(Verdict.NOT_FOUND, None)
    )


def _turned_round(whole: str, text: str) -> tuple[int, int] | None:
    """Return the stretch in which nearly all pairs of letters stand, in another order: clauses told the other way."""
    wanted, size = _pairs(whole), len(whole) + _SLACK
    there = [place for place in range(len(text) - 1) if text[place : place + 2] in wanted]
    best, found = 0, None
    first = 0
    held: Counter[str] = Counter()
    for place in there:
        held[text[place : place + 2]] += 1
        while place + 2 - there[first] > size:
            gone = text[there[first] : there[first] + 2]
            held[gone] -= 1
            if not held[gone]:
                del held[gone]
            first += 1
        if len(held) > best:
            best, found = len(held), (there[first], place + 2)
    return found if len(wanted) >= _ENOUGH and best >= _TURNED * len(wanted) else None


def _widened(whole: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Move the ends of a stretch to where it is most like the quotation."""
    best = (Levenshtein.distance(whole, text[start:end]), start, end)
    for edge in range(max(0, start - 12), min(len(text), start + 12)):
        best = min(best, (Levenshtein.distance(whole, text[edge:end]), edge, end)) if edge < end else best
    start = best[1]
    for edge in range(max(start + 1, end - 12), min(len(text), end + 12) + 1):
        best = min(best, (Levenshtein.distance(whole, text[start:edge]), start, edge))
    return best[1], best[2]


def _evened(whole: str, source: SourceText, start: int, end: int) -> tuple[int, int]:
    """Let a stretch whose first or last words were changed have them as well: no longer, within its sentence."""
    text, places = source.folded.text, source.folded.positions or range(len(source.folded.text))
    missing = len(whole) - (end - start)
    least = Levenshtein.distance(whole, text[start:end])
    for more in range(missing, 0, -1):
        for first, last in ((start, end + more), (start - more, end)):
            if first < 0 or last > len(text) or Levenshtein.distance(whole, text[first:last]) > least:
                continue
            added = (places[first], places[start]) if first < start else (places[end - 1], places[last - 1])
            if not _SENTENCE_END.search(source.text, *added):
                return first, _word_end(source.text, places, last)
    return start, end


def _word_end(text: str, places: Sequence[int], last: int) -> int:
    """Return the end of the Latin word in which a stretch ends."""
    while last < len(places) and places[last] == places[last - 1] + 1:
        if not (text[places[last - 1]].isascii() and text[places[last]].isascii()):
            break
        last += 1
    return last


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)} or {text}
