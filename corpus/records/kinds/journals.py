"""The first page of a journal article: its running head or foot, title and authors, and the numbers beside them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from corpus.records.bylines.byline_vocabulary import ALL_BEHIND
from corpus.records.bylines.byline_words import byline_of
from corpus.records.bylines.places_of_print import read_place
from corpus.records.kinds.journal_heads import (
    RunningHead,
    english_name,
    is_running_head,
    name_in,
    running_head,
    title_beside,
)
from corpus.records.kinds.running_heads import further_authors
from corpus.records.lines.dates import iso_date
from corpus.records.lines.labels import is_labelled, labelled
from corpus.records.lines.names import people_before_bodies, people_in, western_people, without_marks
from corpus.records.lines.page import FrontPage, Gathered
from corpus.references.line import read_line
from index.lazy_pattern import LazyPattern

_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_DOI: Final = LazyPattern(
    r"(?:doi\s*[】〕\]］]?\s*[:：]?\s*|doi\.org/)(10\.\d{4,9}/[^\s，；,;]+)", re.IGNORECASE
)
_ARTICLE_NO: Final = LazyPattern(
    r"\d{4}-\d{3}[\dXx]\s*[(（](\d{4})[)）]\s*0*(\d+|[A-Z]\d?)\s*-\s*0*(\d+)\s*-\s*0*(\d+)"
)
_SIGNS: Final = LazyPattern(
    r"中图分类号|文章编号|文献标[识志]码|[［\[〔【]?(?:摘\s*要|内容提要|提\s*要)|[［\[〔【]?关键词|[［\[〔【]关\s*键\s*词"
    r"|^Abstract|Corresponding author"
    r"|引用格式|引用本文|引文格式|收稿日期|作者简介|基金项目|A\s?R\s?T\s?I\s?C\s?L\s?E|Keywords"
    r"|Received:?\s\d|^(?:Edited|Reviewed) by:",
    re.MULTILINE,
)
_CITE_AS: Final = LazyPattern(
    r"^[\[【［]?(?:本文|中文)?(?:引用格式|引用本文|引文格式|引用)(?:格式)?[\]】］]?\s*[:：]?\s*(\S.+)$"
)
_PASSED_OVER: Final = LazyPattern(
    r"^(?:DOI|doi|http|E?ISSN|CN[\s　]*\d|(?:RESEARCH|Research"
    r"|Original|ORIGINAL|Review|REVIEW)\s(?:ARTICLE|Article|PAPER|Paper)"
    r"|(?:中文|英文)引|专题|栏目|文章编号|中图分类号|文献标|引[用文]|[\[【［]引[用文]"
    r"|Citation|Contents|Available|Received|Accepted"
    r"|[Pp]ublished:|[Rr]eceived:|[Aa]ccepted:|Edited by|Reviewed by|Vol|No\."
    r"|网络首发|基金项目|收稿|修回|作者简介|通信作者|通讯作者|[【·•［\[〔■★][^】\]］〕]{2,14}[】·•］\]〕]?$)"
)
_BELOW: Final = LazyPattern(
    r"^[［\[〔【]?(?:摘\s*要|关\s*键\s*词|Abstract|内容提要|提\s*要)|^[（(]\s*(?:\d\s*[.．]"
    r"|[\u3400-\u9fff].*(?:大学|学院|院|所))"
)
_ENGLISH_CITATION: Final = LazyPattern(
    r"^Citation:.+?[.?]\s(?P<container_title>[A-Z][A-Za-z& ]{2,40}),?\s(?P<year>(?:19|20)\d{2}),\s(?P<volume>\d+)"
    r"(?:\(\d+\))?,\s(?P<page>[\d–-]+)",
    re.MULTILINE,
)
_PLAIN_CITATION: Final = LazyPattern(
    r"^Citation:.{4,120}?\((?:19|20)\d{2}\)\s.{8,200}?[.?!]\s"
    r"(?P<container_title>[A-Z][A-Za-z:& ]{2,40}?)\s(?P<volume>\d+)"
    r"(?:\((?P<issue>\d+)\))?:\s?(?P<page>e?\d+(?:[–-]\d+)?)",
    re.MULTILINE,
)
"""How a journal wants to be cited, the year behind the authors: Names (2020) Title. Journal 15(4): e0239999."""
_PUBLISHED: Final = LazyPattern(
    r"[Pp]ublished(?:\s[Oo]nline)?\s*[:：]\s*(\d{1,2}\s[A-Z][a-z]+\s\d{4}|[A-Z][a-z]+\s\d{1,2},\s\d{4})"
)
_ADDRESS: Final = LazyPattern(
    r"^网络(?:首发|出版)地址[\s　]*[:：][\s　]*(https?://[^\s\u3400-\u9fff]+)", re.MULTILINE
)
_BULLET: Final = LazyPattern(r"^(?:[◎□■●○◇◆▇▆▉█▲△★☆▪\s]+|(?:文|作者)\s*[/／:：|｜]\s*)")
_JOURNAL: Final = LazyPattern(
    r"(?:学报|研究|科学|评论|论坛|通讯|学刊|月刊|季刊|杂志|探索|导刊|论丛|管理|经济|技术|世界|问题|动态|纵横|实践"
    r"|文摘|学术|前沿|观察|战线|天地)"
    r"(?:[（(].{2,10}[）)])?$"
)
_OF_JOURNALS: Final = LazyPattern(
    r"\b(?:Journal|Acta|Bulletin|Annals|Review|Quarterly|Studies|Transactions|Archives|Advances|Progress)\b"
)
"""Words of the English names journals have, by which one below a Chinese line tells that this is a name too."""
_OF_ISSUE: Final = LazyPattern(r"(?:Vol(?:ume)?|No|Issue|Number)\.?\s*\(?\d+\)?", re.IGNORECASE)
"""The numbers of volume and issue, which no day of the month behind them begins with."""
_COLUMN_BEHIND: Final = LazyPattern(r"[\s　]*[|｜/／·][\s　]*[\u3400-\u9fff]{2,6}$")
"""The column a paper stands in, behind the journal's name."""
_PUBLISHED_BY: Final = LazyPattern(
    r"\bPublished by (?P<house>[A-Z][\w&' ]{2,40}?)(?= on behalf|[.,]|$)", re.MULTILINE
)
_PROSE: Final = LazyPattern(r"[。；][\u3400-\u9fff“]|[。；]$")
_ABSTRACT_BEHIND: Final = LazyPattern(r"(?<=[）)])[［\[〔【]?摘\s*要")
"""An abstract that follows the bodies of the authors on their line."""
_ASKS_ON: Final = LazyPattern(
    r"^[A-Z][A-Za-z]*(?: [^\s\u3400-\u9fff]+){2,}(?:[?:–—]| (?:of|and|for|the|in|to|on|from|with|by|a|an))$"
)
"""The first line of an English title that the second one goes on from."""
_LINES_ABOVE: Final = 6
"""Lines among which a journal that shows a paper before its issue names itself."""
_LONGEST_NAME: Final = 26
_LEAST_WORDS: Final = 3
_TITLE_LINES: Final = 16
_ENOUGH_SIGNS: Final = 3
"""Signs of a journal's first page that tell one though its name is nowhere."""


def read_journal(page: FrontPage) -> Gathered | None:
    """Read the first page of a journal article."""
    head = page.head[:22]
    signs = len(_SIGNS.findall(page.text)) + bool(_DOI.search(page.text))
    strong = any(_is_whole(one) for line in head[:6] if (one := running_head(line)))
    if not signs and not strong:
        return None
    found = Gathered("article-journal")
    cited = next((match[1] for line in head if (match := _CITE_AS.match(line))), "")
    item = read_line(re.split(r"(?<=\d)[.．]\s+(?=[A-Z])", cited)[0]) if cited else None
    for name in ("container-title", "volume", "issue", "page"):
        found.put(name, str(item.get(name, "")) if item else "")
    # A title may end as a journal's name does: the journal it names itself is taken first.
    headers = _running(page, found)
    if item is not None:
        found.put(
            "issued", "-".join(f"{part:02d}" for part in item.get("issued", {}).get("date-parts", [[]])[0])
        )
    if "网络首发" in page.text:
        found.put("title", labelled(head, "题目", "题名", "论文题目"))
        found.put("author", *people_in(labelled(head, "作者")))
    known_title = str(item["title"]) if item else ""
    if any(_HAN.search(line) and _BELOW.match(line) for line in head):
        _title_and_authors(head, headers, known_title, found, chinese=True)
    _title_and_authors(head, headers, known_title, found)
    plain = _PLAIN_CITATION.search(page.text)
    for name in ("container-title", "volume", "issue", "page"):
        found.put(name, plain[name.replace("-", "_")] or "" if plain else "")
    known = {"author", "title"} <= found.fields.keys()
    if not known or ("container-title" not in found.fields and signs < _ENOUGH_SIGNS):
        return None
    _numbers(page, found)
    for line in page.tail:
        read_place(line, found)
    return found


def _is_whole(one: RunningHead) -> bool:
    return bool((one.name or one.english) and one.page and one.year)


def _numbers(page: FrontPage, found: Gathered) -> None:
    shown = ("网络首发时间", "网络首发日期", "网络首发")
    first_shown = next((iso_date(line) for line in page.head[:14] if line.startswith(shown)), "")
    found.put("issued", first_shown)
    as_cited = _ENGLISH_CITATION.search(page.text)
    if as_cited:
        for name in ("container-title", "volume", "page"):
            found.put(name, as_cited[name.replace("-", "_")] or "")
    published = _PUBLISHED.search(page.text)
    found.put("issued", iso_date(published[1]) if published else "")
    found.put("issued", as_cited["year"] if as_cited else "")
    house = _PUBLISHED_BY.search(page.text)
    found.put("publisher", house["house"] if house else "")
    address = _ADDRESS.search(page.text)
    found.put("URL", address[1] if address else "")
    doi = _DOI.search(page.text.replace("／", "/"))
    found.put("DOI", doi[1].rstrip(".") if doi else "")
    number = _ARTICLE_NO.search(page.text)
    if number:
        first, count = int(number[3]), int(number[4])
        found.put("issue", number[2] if number[2].isdigit() else "")
        found.put("page", f"{first}-{first + count - 1}" if count > 1 else str(first))
        found.put("issued", number[1])


def _running(page: FrontPage, found: Gathered) -> set[int]:
    """Read the running head above the title, else the one at the foot; return the lines of the head that hold it."""
    lines: set[int] = set()
    for place, line in enumerate(page.head[:10]):
        if _CITE_AS.match(line) or _DOI.match(line):
            lines.add(place)
            continue
        one = running_head(line)
        if one is None or (_PASSED_OVER.match(line) and not one.english and not (one.volume and one.issue)):
            continue
        if one.english and not one.name:
            found.put("issued", iso_date(_OF_ISSUE.sub(" ", line)))
            lines.add(place - 1)
        _take(one, found)
        beside = [page.head[at] for at in (place - 1, place + 1) if 0 <= at < len(page.head)]
        found.put("container-title", title_beside(line, page.head[place - 1] if place else "", beside))
        if not one.year_first:
            found.put(
                "issued",
                next(filter(None, (iso_date(_OF_ISSUE.sub(" ", each)) for each in (line, *beside))), ""),
            )
        found.put("issued", one.year)
        lines.add(place)
        if not one.english:
            near = (at for at in (place - 1, place + 1) if 0 <= at < len(page.head))
            lines.update(at for at in near if is_running_head(page.head[at]))
    if "container-title" not in found.fields or "issue" not in found.fields:
        for line in (*page.head[10:], *page.tail):
            foot = running_head(line)
            if foot and foot.name and (foot.issue or foot.volume) and not _PASSED_OVER.match(line):
                found.put("container-title", foot.name)
                _take(foot, found)
                found.put("issued", iso_date(_OF_ISSUE.sub(" ", line)), foot.year)
                break
    if "container-title" not in found.fields:
        _name_alone(page, lines, found)
    return lines


def _name_alone(page: FrontPage, lines: set[int], found: Gathered) -> None:
    """Take a journal's name on a line of its own: near its issue, or with its English name below."""
    near = range(max(0, min(lines, default=99) - 2), min(len(page.head), max(lines, default=-1) + 3))
    if not lines and "网络首发" in page.text:
        near = range(min(len(page.head), _LINES_ABOVE))
    for place in near:
        name = name_in(page.head[place]) if len(page.head[place]) < _LONGEST_NAME else ""
        below = page.head[place + 1] if place + 1 < len(page.head) else ""
        alone = bool(name) and _COLUMN_BEHIND.sub("", page.head[place]).strip("《》") == name
        behind = page.head[place + 2] if place + 2 < len(page.head) else ""
        around = {place - 1, place - 2} & lines and (
            {place + 2, place + 3} & lines or _PASSED_OVER.match(behind)
        )
        within = bool(around) or (not place and place + 2 in lines)
        if alone and (_ends_a_name(name) or (english_name(below) and (within or _OF_JOURNALS.search(below)))):
            found.put("container-title", name)
            lines.update((place, place + 1) if english_name(below) else (place,))
            break
    for above, below in pairwise((*page.head, *page.tail)):
        if name_in(above) == above.strip("《》") != "" and english_name(below) and "网络首发" in page.text:
            found.put("container-title", name_in(above))


def _ends_a_name(name: str) -> bool:
    return bool(_JOURNAL.search(name))


def _take(one: RunningHead, found: Gathered) -> None:
    found.put("container-title", one.name if one.english or one.page else "")
    found.put("volume", one.volume)
    found.put("issue", one.issue)
    found.put("page", one.page)
    if one.english or one.page:
        found.put("issued", one.year)


def _title_and_authors(
    head: tuple[str, ...], headers: set[int], known: str, found: Gathered, *, chinese: bool = False
) -> None:
    """The title is the line above the names; small numbers and stars are taken off both.

    ``chinese`` passes over a journal's name in English, which stands above and below its Chinese one.
    """
    for place in range(min(len(head) - 1, _TITLE_LINES)):
        line, at = head[place], _below_translation(head, place) if chinese else place + 1
        below = _ABSTRACT_BEHIND.split(_BULLET.sub("", head[at]))[0]
        if (
            place in headers
            or len(line) < 5
            or iso_date(line)
            or is_labelled(line)
            or _PASSED_OVER.match(line)
            or _PROSE.search(line)
            or (chinese and not (_HAN.search(line) and _HAN.search(below)))
        ):
            continue
        if _BELOW.match(line):
            return
        told = byline_of(below) if ALL_BEHIND.fullmatch(below) else None
        names = (
            told.authors
            if told
            else (people_in(below) or people_before_bodies(below))
            if _HAN.search(below)
            else western_people(below)
        )
        above = head[place - 1] if place and place - 1 not in headers else ""
        fits = (
            not known or without_marks(line) == known or known in line or known == without_marks(above + line)
        )
        if names and at not in headers and fits:
            joined = line[:1] in "—–" or above[-1:] in "？：:——"
            whole = (
                f"{above}{line}"
                if joined and above and not iso_date(above) and not is_labelled(above)
                else line
            )
            whole = f"{above} {line}" if _ASKS_ON.search(above) and not _PASSED_OVER.match(above) else whole
            found.put("title", re.sub(r"[*＊①②†]+$", "", whole).strip())
            found.put("translator", *(told.translators if told else ()))
            found.put("author", *names, *(further_authors(head[at + 1 :]) if names[0].isascii() else ()))
            return


def _below_translation(head: tuple[str, ...], place: int) -> int:
    """Return the line below a title, and below its English form where that comes first."""
    below = place + 1
    translated = not _HAN.search(head[below]) and len(head[below].split()) > _LEAST_WORDS
    return below + 1 if translated and below + 1 < len(head) and not western_people(head[below]) else below
