"""The context of a document, read from its record, title, opening lines, file name, folder and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Final, TypeVar

from corpus.knowledge.document.chapters import chapters_of
from corpus.knowledge.document.lemma import lemma_of
from corpus.knowledge.document.places import (
    NAMED_PLACE,
    PROVINCES,
    SCOPE_OF,
    full_name,
    level_of,
    place_in,
)
from corpus.knowledge.document.title_names import named_in_title, short_name_in
from corpus.knowledge.phrases.place_names import is_place_name
from corpus.model.context import DocumentContext, DocumentKind, Reason
from corpus.model.source import Heading, Metadata
from corpus.text.headings import find_headings
from corpus.text.numbers import find_numbers
from corpus.text.numbers.date_patterns import COUNTED
from corpus.text.script import plain_script, simplified
from corpus.text.tongue import primary, tongue_of
from index.lazy_pattern import LazyPattern

_WORK_REPORT: Final = (
    r"政府工作报告|(?:计划|预算)(?:草案)?执行情况"
    r"|^(?!.*(?:基金会|协会|学会|商会|联盟|合作社|公司|集团|医院|学校|大学|学院)).*?"
    r"(?:(?:20\d\d|二〇\S\S)年?[^，。]{0,4}工作报告|工作报告$)"
)
"""The name of a report that looks ahead too, which the yearly account of a body does not."""
_KINDS: Final = (
    (
        DocumentKind.WORK_REPORT,
        _WORK_REPORT,
    ),
    (
        DocumentKind.COMMUNIQUE,
        r"统计公报|公报|国民经济(?:和社会发展)?(?:运行|统计)|经济运行|运行(?:情况|简报)|统计(?:月报|快报|数据)",
    ),
    (DocumentKind.YEARBOOK, r"年鉴|县志|市志|省志"),
    (
        DocumentKind.COMPANY_REPORT,
        r"(?:(?:股份|公司|集团|[一-鿿]{2,6})20\d\d年?(?:年度报告|年报|半年报|中报|[一三]季报)(?!点评|解读|透视|观察|综述|盘点|一览|前瞻|总结|专题|分析|看点))|[一-鿿]{2,8}(?<!行业|市场|产业)(?:年度报告|年报|半年报|中报|[一三]季报)(?:摘要|节选|要点|全文)|半年度报告|季度报告|中期报告|招股(?:说明)?书|(?:股份|公司|集团)[^，。]{0,16}(?:公告|报告)|业绩(?:预告|快报|公告)",
    ),
    (DocumentKind.RESEARCH, r"白皮书|蓝皮书|(?:研究|行业|调查|调研|分析|发展|年度)报告|深度|展望"),
    (DocumentKind.INTERVIEW, r"专访|访谈|对话|采访|口述|文字稿|对谈|播客"),
)
_STUDIED: Final = LazyPattern(
    r"(?:治理|质量|行业|市场|产业|统计|监测|就业|竞争力|调查|研究|风险|景气|事业|上市公司|指数)(?:19|20)\d\d"
    r"|^(?:中国|我国|全国|全球|[一-鿿]{6,})[一-鿿]{0,6}(?:发展|环境|创新|教育|经济|消费|社会|责任)(?:19|20)\d\d"
)
"""A title of a report on what nobody is: 中国公司治理2023年度报告."""
_PAPER: Final = LazyPattern(r"^\s*(?:摘\s*要|关键词|Abstract|中图分类号)\s*[:：]?", re.MULTILINE)
_NEWS: Final = LazyPattern(
    r"^\s*(?:[^\n]{0,24}(?:讯|电|报道)[（(\s]|本报记者|记者[ 　])|来源[:：]", re.MULTILINE
)
_HEAD: Final = 1200
"""How many characters of the text count as its opening."""
_LINES: Final = 40
_DATE_LINE: Final = LazyPattern(
    r"(?:时间|日期|发布时间|发布日期|成文日期|更新时间)[:：]?|来源|^[—\-（(]*(?:19|20)\d\d|在[^，。]{2,30}(?:会议|大会)上|日报|新闻"
)
_DATED_LINE: Final = LazyPattern(
    r"(?:(?:栏目[:：])?[一-鿿A-Za-z0-9·]{2,16}[ 　]+)?(?:19|20)\d\d(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?"
    r"(?:[ 　]+\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?(?:[ 　]+[^，。；\d]{1,20})?"
)
"""A line of a day and who wrote then, and nothing else: 省文化和旅游厅 2025年10月9日."""
_TOP: Final = 5
"""So many lines from the top such a line may stand."""
_ASSEMBLY: Final = LazyPattern(r"在(?P<place>[一-鿿]{2,12}?)(?:第[一二三四五六七八九十]+届)?人民代表大会")
_OFFICER: Final = LazyPattern(
    r"(?P<place>[一-鿿]{2,8}?)(?:人民政府)?(?:代)?(?:省长|市长|县长|区长|州长|主席)(?:[ 　]|$)"
)
_SPEAKER: Final = LazyPattern(
    r"^(?:[【\[]?)(?P<name>[一-鿿A-Za-z0-9·（）()]{2,20}?)(?:[:：]|(?:关于|20\d\d年|股份有限公司|有限公司).{0,12}(?:公告|年度报告|半年度报告|季度报告|业绩预告|业绩快报|半年报|中报|[一三]季报|年报)|(?:招股(?:说明)?书|公告|年度报告|半年度报告|季度报告|业绩预告|业绩快报|年报|半年报|中报|[一三]季报))"
)
_OF_A_YEAR: Final = LazyPattern(
    r"(?<=[一-鿿]{2})(?:(?:19|20)\d\d年?)?(?:(?:前|第)?[一二三四]个?季度|[上下]半年|半年度?|年度|全年|\d{1,2}月份?)?$"
)
"""A time behind a name in a title: 澄光家居2024年, 岑峰化学上半年."""
_REGISTERED: Final = LazyPattern(
    r"(?P<name>[一-鿿（）()A-Za-z]{2,26}?(?:股份有限公司|有限责任公司|有限公司))"
)
_YEARLY: Final = LazyPattern(r"年度报告|季度报告|年报|半年报|季报|招股(?:说明)?书|业绩(?:预告|快报)|公告")
_GUEST: Final = LazyPattern(
    r"(?:嘉宾|对象|受访者|受访人)[^\n，。]{0,4}?(?:[：:]|是|为)[ ]?(?P<name>[一-鿿A-Za-z]{2,10}?)的?"
    r"(?:联合)?(?:创始人|创办人|董事长|总经理|CEO|负责人|老板|主理人)"
)
"""Who is asked in an interview, and whom they lead: 访谈对象：老潘面馆创始人潘小满."""
_PAPERS: Final = LazyPattern(r"来源\s*[:：]?\s*(?P<name>[^\s，。|｜]{2,20})")
_MADE_UP: Final = LazyPattern(r"(?:整理|编译|综合|供稿|提供)?[）)】\]]*$")
"""Behind the name of a source, what is told of its part in a text: （来源：江岸研究院整理）."""
_YEAR: Final = LazyPattern(
    r"(?<!\d)(?<!(?:立|建|办|生)于)(?P<year>(?:19|20)\d\d)(?=\s*年|财年|[（()）]|[_\-. ]|$"
    rf"|(?!{COUNTED}|[多余])[一-鿿])"
    r"|(?P<han>[一二]〇[〇一二三四五六七八九]{2})年"
)
_OF_ITS_YEAR: Final = LazyPattern(r"报告|公报|年鉴|年报|半年报|[一三]季报|业绩(?:预告|快报)")
"""In an opening line that names the year its text is of."""
_STRETCH: Final = LazyPattern(r"(?:19|20)\d\d年?[ ]?[—–~～至-][ ]?(?:19|20)\d\d(?=年?[）)]|年)")
_NUMBER_OF_NOTICE: Final = LazyPattern(r"(?:编号|文号|代码|号)[：:][ ]?[^ 　\n]*|[〔\[]20\d\d[〕\]]")
"""The number of a paper, whose year is that of its writing."""
_PLANNED: Final = LazyPattern(r"执行情况.{0,6}(?:19|20)\d\d年.{0,12}(?:计划|预算|草案|安排)")
"""A report on one year and the plan for the next is of the next."""
_BESIDE: Final = LazyPattern(r"(?<=[省市县区州镇乡村旗][和与、及])(?P<place>[一-鿿]{2,4}?[省市县区州镇乡村])")
_PREFECTURE: Final = LazyPattern(
    r"(?<![一-鿿])(?:[年月日据在]|今年|去年)?(?P<place>[一-鿿]{2,4}州)(?![市区县])(?=[一-鿿])"
)
"""A prefecture at the beginning of a clause, in a text of 全州: 昌吉州, not 郑州."""
_HAN: Final = {char: str(place) for place, char in enumerate("〇一二三四五六七八九")}
_OFTEN: Final = 4
_FULL_NAMES: Final = frozenset(full for _, full in PROVINCES.values())
Value = TypeVar("Value")


def derive_context(
    text: str,
    *,
    title: str = "",
    path: str = "",
    metadata: Metadata | None = None,
    headings: Sequence[Heading] = (),
) -> DocumentContext:
    """Return the context of a text; nothing is guessed that no line of it says.

    ``title`` defaults to the first line, ``path`` is where the file lay, ``headings`` to those found in the text.
    What a text in traditional script says of itself is told in simplified script.
    """
    record = metadata or Metadata()
    printed, text = text, plain_script(text)
    if text is not printed:
        title, path = simplified(title), simplified(path)
        record = replace(record, author=simplified(record.author), publisher=simplified(record.publisher))
        headings = [replace(one, text=simplified(one.text)) for one in headings]
    title = title or next((line.strip() for line in text[:_HEAD].split("\n") if line.strip()), "")
    opening = [line.strip() for line in text[:_HEAD].split("\n") if line.strip()][:_LINES]
    reasons: dict[str, Reason] = {}
    kind = _kind(title, opening, path, text[:_HEAD], reasons)
    written, written_year = _written(record, opening, reasons)
    year = _first(reasons, "year", _years(title, opening, path))
    place = _first(reasons, "place", _places(title, opening, path, text, kind))
    speaker = _first(reasons, "speaker", _speakers(title, opening, record, place or "", kind))
    shown = headings or find_headings(text)
    context = DocumentContext(
        speaker=speaker or "",
        about=lemma_of(title, text[:_HEAD])
        or named_in_title(title, text[:_HEAD])
        or _led_by_guest(text[:_HEAD], kind),
        place=place or "",
        year=year,
        written=written,
        written_year=written_year,
        kind=kind,
        language=primary(tongue_of(text)),
        reasons=reasons,
    )
    return replace(context, chapters=chapters_of(shown, kind, context.now))


def _led_by_guest(head: str, kind: DocumentKind) -> str:
    """Return what the one asked in an interview leads, empty elsewhere."""
    guest = _GUEST.search(head) if kind is DocumentKind.INTERVIEW else None
    return guest["name"] if guest else ""


def _first(
    reasons: dict[str, Reason], field: str, offered: Iterator[tuple[Value, str, float]]
) -> Value | None:
    """Return the first value offered, and keep its reason."""
    for value, where, certainty in offered:
        if value:
            reasons[field] = Reason(where, certainty)
            return value
    return None


def _kind(
    title: str, opening: Sequence[str], path: str, head: str, reasons: dict[str, Reason]
) -> DocumentKind:
    """Return the sort of text by its title, then its opening lines, then its file name."""
    if _REGISTERED.fullmatch(title) and any(_YEARLY.search(line) for line in opening[1:4]):
        reasons["kind"] = Reason("opening", 0.9)
        return DocumentKind.COMPANY_REPORT
    places = ((title, "title", 0.95), *((line, "opening", 0.8) for line in opening[:20] if len(line) <= 40))
    for words, where, certainty in (*places, (PurePath(path).stem, "file", 0.7)):
        for kind, pattern in _KINDS:
            if re.search(pattern, words) and not (
                kind is DocumentKind.COMPANY_REPORT and _STUDIED.search(words)
            ):
                reasons["kind"] = Reason(where, certainty)
                return kind
    for kind, found in ((DocumentKind.PAPER, _PAPER), (DocumentKind.NEWS, _NEWS)):
        if found.search(head):
            reasons["kind"] = Reason("opening", 0.7)
            return kind
    return DocumentKind.UNKNOWN


def _written(
    record: Metadata, opening: Sequence[str], reasons: dict[str, Reason]
) -> tuple[date | None, int | None]:
    """Return the day of writing, and the year where only that is known."""
    stated = _day(record.date)
    if stated:
        reasons["written"] = Reason("record", 1.0)
        return stated, stated.year
    if re.fullmatch(r"(?:19|20)\d\d(?:-\d\d)?", record.date):
        reasons["written"] = Reason("record", 0.9)
        return None, int(record.date[:4])
    for place, line in enumerate(opening):
        dated = 0 < place < _TOP and _DATED_LINE.fullmatch(line)
        if len(line) > 80 or not (dated or _DATE_LINE.search(line)):
            continue
        for mention in find_numbers(line):
            if mention.kind == "date" and mention.start_date and mention.start_date == mention.end_date:
                reasons["written"] = Reason("opening", 0.9)
                day = date.fromisoformat(mention.start_date)
                return day, day.year
    return None, None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _years(title: str, opening: Sequence[str], path: str) -> Iterator[tuple[int | None, str, float]]:
    """Offer the year a document names as its own."""
    yield _year(title), "title", 0.95
    for line in opening[:20]:
        if len(line) <= 40 and _OF_ITS_YEAR.search(line):
            yield _year(line), "opening", 0.85
    name = PurePath(path)
    yield _year(name.stem), "file", 0.7
    yield _year(name.parent.name), "folder", 0.6


def _year(words: str) -> int | None:
    """Return the one year a phrase names, ``None`` where it names none, several or a stretch of years."""
    words = _NUMBER_OF_NOTICE.sub("", words)
    if _STRETCH.search(words):
        return None
    found = {
        int(match["year"] or "".join(_HAN[char] for char in match["han"])) for match in _YEAR.finditer(words)
    }
    if len(found) == 2 and _PLANNED.search(words) and max(found) - min(found) == 1:
        return max(found)
    return found.pop() if len(found) == 1 else None


def _places(
    title: str, opening: Sequence[str], path: str, text: str, kind: DocumentKind
) -> Iterator[tuple[str, str, float]]:
    """Offer the place a document is about, the surest first."""
    titled = place_in(title.removeprefix("关于"))
    if titled in _FULL_NAMES:
        yield _meant(text[:_HEAD], but=level_of(titled)), "text", 0.6
    yield titled, "title", 0.95
    for line in opening:
        for pattern in (_ASSEMBLY, _OFFICER):
            match = pattern.search(line) if len(line) <= 60 else None
            if match:
                yield place_in(match["place"]), "opening", 0.9
    for line in opening[:20]:
        if len(line) <= 40 and re.search(r"报告|公报|年鉴", line):
            yield place_in(line), "opening", 0.85
    name = PurePath(path)
    yield place_in(name.stem), "file", 0.8
    yield place_in(name.parent.name), "folder", 0.7
    if kind is DocumentKind.WORK_REPORT or re.search(r"[全我][省市县区旗盟]", text[:_HEAD]):
        yield _often(text), "text", 0.6
        yield _meant(text[:_HEAD]), "text", 0.6


def _meant(opening: str, *, but: str = "") -> str:
    """Return the only place an opening names of the sort it speaks of in whole: 青岚县…全县…; empty without one.

    ``but`` is the sort of a place known already: 全州 in a text whose title names a province.
    """
    levels = {level for scope, level in SCOPE_OF.items() if scope in opening}
    named = {match["place"] for match in NAMED_PLACE.finditer(opening)}
    named |= {match["place"] for match in _BESIDE.finditer(opening)}
    if "州" in levels:
        named |= {match["place"] for match in _PREFECTURE.finditer(opening)}
    fitting = {one for one in named if level_of(one) in levels and one not in SCOPE_OF and is_place_name(one)}
    return fitting.pop() if len(fitting) == 1 and len(levels) == 1 and but not in levels else ""


def _often(text: str) -> str:
    """Return the province a text names far more often than any other."""
    named = Counter({short: text.count(short) for short in PROVINCES})
    (first, most), (_, second) = named.most_common(2)
    return full_name(first) if most >= _OFTEN and most >= 3 * second else ""


def _speakers(
    title: str, opening: Sequence[str], record: Metadata, place: str, kind: DocumentKind
) -> Iterator[tuple[str, str, float]]:
    """Offer who speaks: the record's publisher, a government, a company in the title, a paper."""
    yield record.publisher, "record", 0.95
    if kind is DocumentKind.WORK_REPORT and place:
        yield f"{place}人民政府", "title", 0.8
    if kind is DocumentKind.COMPANY_REPORT:
        for line in (title, *opening[:3]):
            yield short_name_in(line), "opening", 0.9
        registered = _REGISTERED.match(title)
        yield (registered["name"] if registered else ""), "title", 0.9
        match = _SPEAKER.match(title)
        name = _OF_A_YEAR.sub("", match["name"]) if match else ""
        yield name, "title", 0.8
    for line in opening:
        match = _PAPERS.search(line)
        if match:
            yield _MADE_UP.sub("", match["name"]), "opening", 0.8
