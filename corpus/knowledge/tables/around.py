"""What stands around a table, in the order in which it speaks of it: captions and titles, then sentences that point.

A line above is a title where it is short and no sentence; a sentence speaks of the table where it points to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.document.places import level_of
from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.phrases.place_names import is_place_alone
from corpus.knowledge.tables.captions import named_first, shown_in, tells_news, without_number
from corpus.knowledge.tables.cells import Head, head_of, times_in, told_unit
from corpus.knowledge.tables.measures import noun_of
from corpus.knowledge.tables.places_named import place_named
from corpus.knowledge.tables.pointing import points, stated_in, told_in
from corpus.knowledge.tables.unit_lines import without_units
from corpus.knowledge.tables.works import work_first
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_ENDS: Final = LazyPattern(r"[。！？；!?]")
_DATES: Final = LazyPattern(r"截[至止]|^(?:19|20)\d\d年[^，,]{0,6}(?<!以来)(?<!起)[，,]")
"""A sentence that dates what is told with it: 截至2024年9月末, 2023年上半年，…."""
_LONGEST_MEASURE: Final = 24
_LED: Final = LazyPattern(r"[▲△▼▽◆◇■□●○↑▶*＊]+[ 　]*")
"""What stands before a caption below what it is of."""
_TITLE: Final = 60
_SENTENCE: Final = 120
_SOURCE: Final = LazyPattern(r"来源|记者|编辑|作者|年鉴|来自[:：]")
_SHOWS: Final = LazyPattern(
    r"(?:情况|一览|统计|对比|比较|数据|指标|变化|走势|排名|排行|分布|构成|概况)(?:表|图)?(?:[（(][^（）()]*[）)])?$"
)
_SIGNED: Final = LazyPattern(
    r"[ 　|（(]*(?:[制绘][表图]|[供摄]图|图表?|整理|数据来源|来源)[:：/][^）)]*[）)]?$"
)
"""Who made a table, behind its caption: 制图：投界观察."""
_GEOGRAPHIC: Final = frozenset("城湖江河山岭溪川港湾岛洲浦津阳陵泉桥池滩坝海关屿塘墟渡滨潭洞峡沟源坪岗坡")
"""How the names of places end that say no more what they are: 鹭城."""
_INSTITUTION: Final = LazyPattern(
    r"[一二三四五六七八九十]中|一小|小镇|大学|学院|中学|小学|学校|医院|银行|协会|商会|商圈|社区|小区|机场"
    r"|车站|[东西南北]?站|市场|广场|公园|景区|古镇|水库|图书馆|博物馆|体育馆"
)
_OURSELVES: Final = LazyPattern(
    r"(?P<who>本公司|我公司|本集团|本行|我行|公司|集团)(?=近|过去|最近|20|主要|的|各|三年|历年|报告期)"
)
"""A company that tells of itself in the sentence that points to the table: 公司近三年盈利情况见下."""
_LEADING: Final = LazyPattern(r"^(?:关于|根据|依据|按照|据|[（(【《“\"]|[ 　])+")


@dataclass(frozen=True, slots=True)
class Around:
    """The titles and captions of a table, the nearest first, and the sentences around it."""

    titles: tuple[str, ...]
    sentences: tuple[str, ...]

    @property
    def pointing(self) -> tuple[str, ...]:
        """Return the sentences that point to the table."""
        return tuple(one for one in self.sentences if points(one))


def around(above: Sequence[str], below: Sequence[str]) -> Around:
    """Return what stands above and below a table, parted into titles and sentences; the nearest first."""
    titles: list[str] = []
    sentences: list[str] = []
    for line in reversed(above):
        if len(line) <= _TITLE and not _ENDS.search(line) and not line.endswith((":", "：")):
            titles.append(stated_in(line))
            continue
        sentences += reversed(list(_sentences(line)))
    titles += [
        _SIGNED.sub("", _LED.sub("", line))
        for place, line in enumerate(below)
        if _is_caption(line, right_below=place == 0)
    ]
    return Around(tuple(titles), tuple(sentences))


def _sentences(line: str) -> Iterator[str]:
    for one in re.split(r"(?<=[。！？；!?])", line):
        told = one.strip(" 　。")
        if told and len(told) <= _SENTENCE:
            yield told


def _is_caption(line: str, *, right_below: bool) -> bool:
    """Tell whether a line below a table is its caption rather than what the text goes on with.

    One without a mark before it is where it stands right below and says when or that a table is shown.
    """
    told = _SIGNED.sub("", line)
    if not told or len(told) > _TITLE or _SOURCE.search(told) or _ENDS.search(told):
        return False
    shows = right_below and (_SIGNED.search(line) or _SHOWS.search(told))
    return bool(_LED.match(line) or shows)


def whose_around(found: Around, noted: str) -> str:
    """Return the only one that the nearest title, pointing sentence or note names; empty where none does."""
    titles = (one for one in found.titles if not tells_news(one))
    for line in (*titles, *(clause for one in found.pointing for clause in told_in(one)), noted):
        name = named_first(head_of(without_number(line)).words) or named_in(line)
        if name:
            return name
    return next((told["who"] for told in map(_OURSELVES.match, found.pointing) if told), "")


def caption_around(found: Around) -> Head:
    """Return what titles and pointing sentences tell of all cells: what is measured, when, and in which unit."""
    told = [head_of(line) for line in found.titles]
    pointing = [_pointed(line) for line in found.pointing]
    words = next((one.words for one in (*told, *pointing) if noun_of(shown_in(one.words))), "")
    units = (one.unit for one in told if noun_of(shown_in(one.words)))
    unit = next(filter(None, (*map(_unit_in, (*found.titles, *found.pointing)), *units)), "")
    return Head(words, _time(found), unit)


def _time(found: Around) -> str:
    """Return the time of the nearest line that tells just one; a sentence tells it where it points or says 截至."""
    for line in (*found.titles, *found.pointing, *(one for one in found.sentences if _DATES.search(one))):
        times = times_in(line)
        if times:
            return times[0] if len(times) == 1 else ""
    return ""


def _unit_in(line: str) -> str:
    """Return the unit a line says the cells are in, empty where it says none."""
    return without_units(line)[1] or told_unit(line) or (head_of(line).unit if "单位" in line else "")


def _pointed(line: str) -> Head:
    """Return what a sentence says the table it points to tells: 以下是各区用电量（亿千瓦时）."""
    for clause in told_in(line):
        told = head_of(without_units(clause)[0])
        if len(told.words) <= _LONGEST_MEASURE and noun_of(shown_in(told.words)):
            return told
    return Head()


def named_in(line: str) -> str:
    """Return the only firm, work or place a line names anywhere in it; empty for none, and for several."""
    starts = [0]
    for word in plain_words(line):
        starts.append(starts[-1] + len(word))
    works = dict.fromkeys(filter(None, (work_first(line[start:]) for start in starts[:-1])))
    if len(works) == 1:
        return next(iter(works))
    names = dict.fromkeys(one.text for one in find_names(line))
    if len(names) == 1:
        return next(iter(names))
    if names or works:
        return ""
    return place_named(line) or _named_at_head(_LEADING.sub("", line))


def _named_at_head(line: str) -> str:
    """Return the name of its own that a line begins with, by which a place or a house is called: 鹭城, 梧津二中."""
    first, *rest = plain_words(line) or [""]
    if len(first) < 2 or not rest:
        return ""
    house = _INSTITUTION.match(rest[0])
    coined = not is_word(first) and is_coined(first)
    if house and (coined or word_class(first) in {"ns", "nz"}):
        return f"{first}{rest[0]}"
    if word_class(first) == "ns" and is_place_alone(first) and not level_of(first):
        return first
    return first if coined and first[-1] in _GEOGRAPHIC else ""
