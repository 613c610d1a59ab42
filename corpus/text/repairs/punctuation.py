"""English marks between Han, where Chinese ones belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import BLANKS, CLOSERS, HAN, count_han, is_han
from corpus.text.repairs.blanks import is_spaced_out
from corpus.text.repairs.rule import Line, Page, Proposal, is_chinese
from index.lazy_pattern import LazyPattern

_WIDE: Final = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_MARK: Final = LazyPattern(r"[,:;?!]")
_PAIR: Final = LazyPattern(r"\(([^()\n]{1,120})\)")
_ODD_PAIR: Final = LazyPattern(r"（[^（）()\n]{1,80}\)|(?P<first>\()[^（）()\n]{1,80}）")
"""A pair of which one bracket is Chinese and one is not."""
_ASCII_COMMA: Final = LazyPattern(f"(?<=[{HAN}」”）]),(?=[{HAN}「“（])")
_SENTENCE: Final = LazyPattern(f'[，。！？；：]|(?<=[{HAN}」”）"])[,?!:;](?=[{HAN}「“（"])')
_DASH: Final = LazyPattern(rf"(?<=[{HAN}”》）])--(?=[{HAN}“《])")
_BLANK_BEHIND: Final = LazyPattern(rf" (?=[{HAN}“《])")
"""The blank a keyboard of Latin letters leaves behind a stop, which a Chinese one has within itself."""
_DOTS: Final = LazyPattern(rf"(?<=[{HAN}，。！？])(?<!\.)\.{{4,9}}(?=[{HAN}”」]|\s*\Z)")
_QUOTED: Final = LazyPattern(r'"([^"\n<>=]{1,200})"')
_QUOTE: Final = LazyPattern('[“”"]')
_ENDS: Final = LazyPattern("[。！？]")
_LATIN_NEXT: Final = LazyPattern(r"\s+[A-Za-z]")
_LABEL: Final = LazyPattern(r"\s*(?!尊敬的|亲爱的|各).{1,5}:\s*")
_TYPED: Final = LazyPattern(rf"[{HAN}][,;!?:][{HAN}]")
"""A mark of a Latin keyboard between Han: who wrote the line has written its brackets there too."""
_DOT: Final = LazyPattern(rf"(?<=[{HAN}”」》）)%％])\.(?=[ ]?[{HAN}“《（]|[\"」”』]?\s*\Z|[\"」”』][{HAN}])")
_CLOSING: Final = '"”」』'
_SURELY_CLAUSE: Final = 5
_SURELY_SENTENCE: Final = 20
_ANY_MARK: Final = LazyPattern(r"[，。；：？！、.,;:?!]")
_LOOK_BACK: Final = 40
_CLAUSE_LENGTH: Final = 10
_REFERENCE: Final = LazyPattern(r"\[(?:[JMDSCNPRGZ]|[A-Z]{1,2}/[A-Z]{2})\][.．,，]|\[[JMDSCNPRGZ]\]\s*\Z")
"""What a list of works cited calls the kind of each: its marks are those of the style it follows."""
_MEASURES: Final = "%％‰℃"
"""What ends a number, so that no second one of a list follows behind a blank."""
_ENTITY: Final = LazyPattern(r"&#?\w{1,8}\Z")


def find_half_width_marks(page: Page) -> Iterator[Proposal]:
    """Find ``, : ; ? !`` beside Han and ``( )`` around Han, in lines that are Chinese prose.

    Lines in the markup of wikis (``-{zh-cn:…;zh-tw:…}-``) and entries of works cited are passed over. Marks between
    two digits or two Latin letters (12,345; 3:00; addresses; English) are never touched. Brackets are certain only
    in a text that writes its commas in ASCII too: elsewhere they may be a house style.
    """
    for line in page.lines:
        if line.prose and "-{" not in line.text and not _LABEL.fullmatch(line.text) and not _cites(line):
            yield from _marks(line)
            yield from _brackets(page, line)
            yield from _stops(page, line)
            yield from _typed(line)
            yield from _quotes(line)
    yield from _turned_quotes(page)


def _cites(line: Line) -> bool:
    """Tell whether a line is an entry of a list of works cited."""
    return "]" in line.text and _REFERENCE.search(line.text) is not None


def _typed(line: Line) -> Iterator[Proposal]:
    """Find a dash of two hyphens and an ellipsis of several dots behind Han."""
    if _SENTENCE.search(line.text):
        for match in _DASH.finditer(line.text):
            yield Proposal(line.start + match.start(), line.start + match.end(), "——")
        for match in _DOTS.finditer(line.text):
            yield Proposal(line.start + match.start(), line.start + match.end(), "……")


def _quotes(line: Line) -> Iterator[Proposal]:
    """Find straight quotation marks around Han that stand in a Chinese sentence."""
    if line.text.count('"') % 2 or not _SENTENCE.search(line.text):
        return
    for match in _QUOTED.finditer(line.text):
        before, after = line.text[: match.start()].strip("\u3000"), line.text[match.end() :][:1]
        opens = not before or is_chinese(before[-1]) or (before[-1] in ",:" and is_chinese(before[-2:-1]))
        if opens and (not after or is_chinese(after) or after in _WIDE) and count_han(match[1]):
            inner = match[1]
            first = line.start + match.start(1) + len(inner) - len(inner.lstrip(" "))
            last = line.start + match.start(1) + len(inner.rstrip(" "))
            yield Proposal(line.start + match.start(), first, "“")
            yield Proposal(last, line.start + match.end(), "”")


def _turned_quotes(page: Page) -> Iterator[Proposal]:
    """Find quotation marks that look the wrong way or are straight where their partner is not (“好", ”好“).

    Only in a line whose marks make pairs, where no quotation is open from a line above.
    """
    open_above = 0
    for line in page.lines:
        marks = list(_QUOTE.finditer(line.text))
        turned = "".join(match.group() for match in marks)
        curly = turned.replace('"', "")
        pairs = list(zip(marks[::2], marks[1::2], strict=False))
        if (
            curly == "“”" * (len(curly) // 2)
            or open_above
            or len(marks) % 2
            or not line.prose
            or not all(_pairs(line.text, *one) for one in pairs)
        ):
            open_above = max(0, open_above + turned.count("“") - turned.count("”"))
            continue
        for one in (match for pair in pairs for match in zip(pair, "“”", strict=True)):
            if one[0].group() != one[1]:
                yield Proposal(line.start + one[0].start(), line.start + one[0].end(), one[1])


def _pairs(line: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Tell whether two marks enclose words: what is between them is said, not what is said between two quotations."""
    inner = line[first.end() : last.start()]
    before, after = line[: first.start()][-1:], line[last.end() :][:1]
    return (
        count_han(inner) > 0
        and inner[-1] not in "：:，,"
        and inner[0] not in "，。、；：！？"
        and (not before or (is_chinese(before) and before not in "。！？…") or before in ",:")
        and (not after or is_chinese(after) or after in _WIDE)
    )


def _stops(page: Page, line: Line) -> Iterator[Proposal]:
    """Find dots between Han behind a clause that are stops: a name in transcription (约翰.史密斯) has none before.

    Certain only in a line that is written with the marks of a Latin keyboard throughout, and at the end of a sentence.
    """
    commas = len(_ASCII_COMMA.findall(line.text))
    typed = "，" not in line.text and (
        page.ascii_habit or (commas > 0 and commas + len(_DOT.findall(line.text)) > len((",", ".")))
    )
    for match in _DOT.finditer(line.text):
        clause = _ANY_MARK.split(line.text[max(0, match.start() - _LOOK_BACK) : match.start()])[-1]
        behind = _ANY_MARK.split(line.text[match.end() : match.end() + _LOOK_BACK])[0].strip(_CLOSING)
        length = count_han(clause)
        ends = not behind or min(length, count_han(behind)) >= _SURELY_CLAUSE
        last = (
            not line.text[match.end() :].strip().strip(_CLOSING)
            and length >= (2 if _ENDS.search(line.text) else _SURELY_CLAUSE)
            and (
                _SENTENCE.search(line.text)
                or _ASCII_COMMA.search(line.text)
                or count_han(line.text) >= _SURELY_SENTENCE
                or page.ascii_habit
            )
        )
        if length >= _CLAUSE_LENGTH or (typed and ends) or last:
            place = line.start + match.start()
            sure = (typed and (ends or length >= _CLAUSE_LENGTH)) or last
            blank = _BLANK_BEHIND.match(line.text, match.end())
            end = line.start + (blank.end() if blank else match.end())
            yield Proposal(place, end, "。", Certainty.CERTAIN if sure else Certainty.LIKELY)


def _marks(line: Line) -> Iterator[Proposal]:
    alone = is_spaced_out(line)
    for match in _MARK.finditer(line.text):
        place = match.start()
        before, after = line.text[place - 1 : place] if place else "", line.text[place + 1 : place + 2]
        if before and before in "“‘「『" and after and after in "”’」』":
            continue  # the mark itself is spoken of
        first, end = place, place + 1
        beyond = line.text[place + 2 : place + 3]
        both = bool(before and after) and before in BLANKS and after in BLANKS and count_han(beyond) > 0
        if (
            before
            and before in BLANKS
            and (is_han(after) or both)
            and is_chinese(line.text[max(0, place - 2) : place - 1])
        ):
            before, first = line.text[place - 2], place - 1
        measured = bool(before) and before in _MEASURES
        if after and after in BLANKS and (is_chinese(before) or measured) and count_han(beyond):
            after, end = beyond, place + 2
        certainty = _certainty(match.group(), before, after, line.text, place)
        if certainty and alone:  # the blanks beside it go with all others of the line
            yield Proposal(line.start + place, line.start + place + 1, _WIDE[match.group()], certainty)
        elif certainty:
            yield Proposal(line.start + first, line.start + end, _WIDE[match.group()], certainty)


def _certainty(mark: str, before: str, after: str, line: str, place: int) -> Certainty | None:
    """Return how sure it is that the mark between these characters should be wide, ``None`` if it should not."""
    left, right = is_chinese(before), is_chinese(after)
    if _ENTITY.search(line, max(0, place - 9), place) and mark == ";":
        return None
    if left and right:
        return Certainty.CERTAIN
    if mark == "!" and _LATIN_NEXT.match(line, place + 1):
        return None
    if left and (not after or after in "\"'(<&" or after.isalnum() or after.isspace()):
        return Certainty.CERTAIN
    if right and after not in CLOSERS and mark in ",;:" and (before.isalnum() or before in "%％‰)℃′″°\"'"):
        return Certainty.CERTAIN
    if right and mark in "?!" and before == ")":
        return Certainty.CERTAIN
    return None


def _brackets(page: Page, line: Line) -> Iterator[Proposal]:
    for match in _ODD_PAIR.finditer(line.text):
        if count_han(match.group()):
            place = line.start + (match.start() if match["first"] else match.end() - 1)
            yield Proposal(place, place + 1, "（" if match["first"] else "）")
    for match in _PAIR.finditer(line.text):
        if not count_han(match.group(1)):
            continue
        before = line.text[match.start() - 1 : match.start()] if match.start() else ""
        after = line.text[match.end() : match.end() + 1]
        if before.isascii() and before.isalpha() and not is_chinese(after):
            continue
        inner = match[1]
        parted = inner[0] == inner[-1] == " " and is_chinese(before) and is_chinese(after)
        sure = page.ascii_habit or page.wide_brackets or parted or _TYPED.search(line.text) is not None
        certainty = Certainty.CERTAIN if sure else Certainty.LIKELY
        first = line.start + match.start(1) + parted
        last = line.start + match.end(1) - parted
        yield Proposal(line.start + match.start(), first, "（", certainty)
        yield Proposal(last, line.start + match.end(), "）", certainty)
