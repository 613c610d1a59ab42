"""Blanks where Chinese has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import BLANKS, HAN, is_han
from corpus.text.repairs.rule import Line, Page, Proposal
from corpus.text.repairs.torn_digits import find_torn_digits
from index.lazy_pattern import LazyPattern

_BEFORE_MARK: Final = LazyPattern(rf"(?<=[^\s{BLANKS}（《【“‘])[{BLANKS}]+(?=[。，、；：？！）》】”’])")
_IN_QUOTES: Final = LazyPattern(
    rf"“(?P<first>[ \u00a0])(?=[{HAN}])[^“”\n]{{1,40}}(?<=[{HAN}])(?P<last>[ \u00a0])”"
)
_AFTER_OPENING: Final = LazyPattern(rf"(?<=[（《【])[{BLANKS}]+(?=[^\s{BLANKS}）》】])")
_AFTER_MARK: Final = LazyPattern(rf"(?<=[{HAN}”》）%\d][，、；])[ \u00a0]+(?=[{HAN}“《（])")
_BOTH_SIDES: Final = LazyPattern(
    rf"(?<=[{HAN}”》）%\d])[ \u00a0][，。、；：？！](?P<behind>[ \u00a0])(?=[{HAN}“《（])"
)
"""A mark with a blank on either side, as a machine reads one."""
_SPACED_OUT: Final = LazyPattern(rf"(?<![{HAN}])(?:[{HAN}][ \u00a0]){{5,}}[{HAN}](?![{HAN}])")
_NUMERALS: Final = LazyPattern(rf"(?<=[{HAN}])[一二三四五六七八九十百][ \u00a0][一二三四五六七八九十百]\Z")
_BETWEEN: Final = LazyPattern(rf"(?<=[{HAN}])[ \u00a0]+(?=[{HAN}])")

_APART: Final = LazyPattern(rf"(?<=[{HAN}])[ \u00a0](?:[{HAN}][ \u00a0]){{2,6}}(?=[{HAN}])")
"""Han that stand alone one behind the other in the middle of prose: 而 不 是 信任."""
_ENUMERATED: Final = frozenset(
    "一二三四五六七八九十百千万甲乙丙丁戊己庚辛东南西北中春夏秋冬左右上下前后内外红黄蓝绿黑白金木水火土"
)
"""Han that blanks part on purpose, each a thing of its own."""
_ARTICLE: Final = LazyPattern(r"第[一二三四五六七八九十百零〇]{1,8}[条章节款项编]")
"""What a blank parts from its words on purpose."""
_CLAUSE: Final = LazyPattern("[，。；,]")
_BLANK_RUN: Final = LazyPattern("[ \u00a0]+")
_FEWEST_TOKENS: Final = 8
_SPREAD: Final = 0.75
_INNER: Final = LazyPattern(r"(?<!\S)(\S)([ \u00a0]+)(?=\S(?!\S))")
"""A blank between two characters that stand alone."""
_JOINT: Final = LazyPattern(rf"(?<=[{HAN}])\d[\d,.]*(?:[%％](?=[{HAN}，。；、）])|(?=[{HAN}]))")
_PARTED_JOINT: Final = LazyPattern(
    rf"(?<=[{HAN}])(?:(?P<before>[ \u00a0\u3000])(?:(?<=[至和到于在从自与].)|(?!\d+[年月日]))\d[\d,.]*(?=[{HAN}%％])"
    rf"|\d[\d,.]*(?P<behind>[ \u00a0\u3000])(?=[%％‰]|[万亿][元吨人户亩]|[元吨亩户](?![{HAN}]{{3}})|个百分点))"
)
_PARTED_COUNTER: Final = LazyPattern(
    rf"(?<=[{HAN}])(?<![图表附件第例式题])\d[\d,.]*(?P<behind>[ \u00a0\u3000])"
    rf"(?=[%％‰℃]|公[里斤顷]|[条家支天座个名万亿元吨米户亩台部项级次年月日](?![{HAN}]*[:：]))"
)
"""The same behind any number that counts, in a text a machine read."""
_PARTED_NUMERAL: Final = LazyPattern(
    rf"(?<=[{HAN}])[一二三四五六七八九十百](?P<blank>[ \u00a0])"
    r"(?=[一二三四五六七八九十百千][一二三四五六七八九十百千 \u00a0]{0,8}[年月日个条里亩人户])"
)
_PARTED_YEAR: Final = LazyPattern(
    r"(?:民国|公元|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统)[一二三四五六七八九十]{1,2}"
    r"(?:[ \u00a0][一二三四五六七八九十]{1,2}){1,3}(?=[ \u00a0]?年)"
)
"""A year of an era whose numerals stand apart."""
_FEWEST_JOINTS: Final = 3
"""How many numbers without a blank beside them there are for each that has one by mistake."""
_HEADING: Final = LazyPattern(r"摘(?P<blank>[ \u00a0\u3000]{1,4})要(?=[ ]?[:：】\]])")
_NUMBER: Final = LazyPattern(r"\d{2}")
_REPEATED: Final = 2
_MOST_BLANKS: Final = 2
_ROOM: Final = "\u3000\u3000"
"""Two wide blanks leave as much room as four narrow ones."""


def find_blanks(page: Page) -> Iterator[Proposal]:
    """Find blanks before Chinese marks, behind commas, inside brackets, between all the Han of a spaced-out line.

    A single blank between Han in running prose is only offered, but where a machine read the text: it may part two
    phrases on purpose, as none does where Han stand alone one behind the other and are no list (一 二 三). So are
    many before a mark, and none at all in empty brackets: they leave room for an answer.
    """
    for match in _IN_QUOTES.finditer(page.text):
        yield from (Proposal(*match.span(blank), "") for blank in ("first", "last"))
    for pattern in (_BEFORE_MARK, _AFTER_OPENING, _AFTER_MARK):
        for match in pattern.finditer(page.text):
            room = match.end() - match.start() > _MOST_BLANKS or match.group() == _ROOM
            unsure = room or page.at(match.end()) in "”’"
            yield Proposal(match.start(), match.end(), "", Certainty.LIKELY if unsure else Certainty.CERTAIN)
    for match in _BOTH_SIDES.finditer(page.text):
        yield Proposal(*match.span("behind"), "")
    yield from _spaced_lines(page)
    yield from _beside_numbers(page)
    yield from _numerals(page)
    for match in _HEADING.finditer(page.text):
        yield Proposal(match.start("blank"), match.end("blank"), "")
    spaced: set[int] = set()
    for match in _SPACED_OUT.finditer(page.text):
        if len(set(match.group())) * _REPEATED <= len(match.group()) // 2:
            continue
        first = (
            match.start() - 1
            if _NUMERALS.search(page.text, match.start() - 3, match.start() + 1)
            else match.start() + 1
        )
        for place in range(first, match.end(), 2):
            spaced.add(place)
            yield Proposal(place, place + 1, "")
    yield from _in_prose(page, spaced)


def _in_prose(page: Page, spaced: set[int]) -> Iterator[Proposal]:
    """Find blanks between Han in running prose, but for those found already (``spaced``, which grows)."""
    read = page.machine_read and not page.ascii_habit
    for line in page.lines:
        said = _CLAUSE.search(line.text) if read else "。" in line.text
        if not line.prose or not said:
            continue
        for match in _APART.finditer(line.text):
            alone = match.group().split()
            if len(set(alone)) > 1 and not _ENUMERATED.issuperset(alone):
                for blank in _BLANK_RUN.finditer(line.text, *match.span()):
                    spaced.add(line.start + blank.start())
                    yield Proposal(line.start + blank.start(), line.start + blank.end(), "")
        for match in _BETWEEN.finditer(line.text):
            numbered = _ARTICLE.fullmatch(line.text[: match.start()].lstrip())
            if line.start + match.start() not in spaced and not numbered:
                sure = Certainty.CERTAIN if read else Certainty.UNSURE
                yield Proposal(line.start + match.start(), line.start + match.end(), "", sure)


def _numerals(page: Page) -> Iterator[Proposal]:
    """Find blanks between the numerals of one number: of the year of an era, of any in a text a machine read."""
    for year in _PARTED_YEAR.finditer(page.text):
        for match in _BLANK_RUN.finditer(page.text, year.start(), year.end()):
            yield Proposal(match.start(), match.end(), "")
    if page.machine_read:
        yield from (Proposal(*match.span("blank"), "") for match in _PARTED_NUMERAL.finditer(page.text))


def _beside_numbers(page: Page) -> Iterator[Proposal]:
    """Find a blank between a number and the Han beside it, in a text that hardly ever has one there.

    In one a machine read, a blank on one side alone is enough: who writes blanks writes them on both.
    """
    prose = [line for line in page.lines if line.prose and _CLAUSE.search(line.text)]
    pattern = _PARTED_COUNTER if page.machine_read else _PARTED_JOINT
    parted = [(line, match) for line in prose for match in pattern.finditer(line.text)]
    tight = sum(len(_JOINT.findall(line.text)) for line in prose) if parted else 0
    if page.machine_read or tight >= _FEWEST_JOINTS * len(parted):
        for line, match in parted:
            start, end = match.span(match.lastgroup or 0)
            yield Proposal(line.start + start, line.start + end, "")


def find_torn(page: Page) -> Iterator[Proposal]:
    """Find torn numbers in lines that are not spaced out as a whole; in the title where a machine read the text."""
    lines = (line for line in page.lines if line.start >= page.title_end or page.machine_read)
    yield from find_torn_digits(
        (line for line in lines if _BLANK_RUN.search(line.text) and not _loses_blanks(_tokens(line))),
        machine_read=page.machine_read,
    )


def _tokens(line: Line) -> list[str]:
    """Return what blanks part in a line; nothing for a row of cells."""
    return [] if "\t" in line.text else [token for token in _BLANK_RUN.split(line.text.strip()) if token]


def _spaced_lines(page: Page) -> Iterator[Proposal]:
    """Find the blanks of lines whose characters are all parted by them, digits and marks too."""
    for line in page.lines:
        tokens = _tokens(line) if line.start >= page.title_end else []
        if not _is_spaced_out(tokens):
            continue
        kept = _keeps_numbers(tokens)
        for match in _INNER.finditer(line.text):
            latin = match[1].isascii() and match[1].isalpha()
            number = kept and (match[1].isdigit() or page.text[line.start + match.end()].isdigit())
            if not latin and not number:
                yield Proposal(line.start + match.start(2), line.start + match.end(2), "")


def _keeps_numbers(tokens: Sequence[str]) -> bool:
    """Tell whether a whole number between blanks (2024 年 3 月) shows that they part numbers from words."""
    return any(map(_NUMBER.search, tokens))


def _loses_blanks(tokens: Sequence[str]) -> bool:
    """Tell whether all blanks of a line go, those between its digits too."""
    return _is_spaced_out(tokens) and not _keeps_numbers(tokens)


def is_spaced_out(line: Line) -> bool:
    """Tell whether the characters of a line stand alone, blanks between them."""
    return _is_spaced_out(_tokens(line))


def _is_spaced_out(tokens: Sequence[str]) -> bool:
    """Tell whether the characters of a line stand alone: most of them Han, and no sound sung again and again."""
    single = [one for one in tokens if len(one) == 1]
    han = [one for one in single if is_han(one)]
    return (
        len(tokens) >= _FEWEST_TOKENS
        and len(single) >= _SPREAD * len(tokens)
        and len(han) * 3 >= len(tokens)
        and len(set(han)) * _REPEATED > len(han)
    )
