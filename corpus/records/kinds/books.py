"""The title page of a book, the imprint behind it, its catalogue card, and the head of a chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.bylines.byline_vocabulary import ALL_BEHIND
from corpus.records.bylines.byline_words import byline_of
from corpus.records.lines.dates import iso_date
from corpus.records.lines.labels import labelled
from corpus.records.lines.names import people_in
from corpus.records.lines.page import FrontPage, Gathered
from corpus.references.imprint import edition_of
from index.lazy_pattern import LazyPattern

_CIP: Final = LazyPattern(
    r"^(?P<title>.+?)\s*[／/]\s*(?P<by>.+?)[．.]\s*[—-]+\s*"
    r"(?:(?P<edition>\d+)版[．.]\s*[—-]+\s*)?(?P<place>[\u3400-\u9fff]{2,6})\s*[:：]\s*(?P<publisher>[^，,]+)[，,]\s*"
    r"(?P<date>\d{4}(?:\.\d{1,2})?)"
)
HOUSE: Final = r"[\u3400-\u9fff]+(?:出版社|书局|书店|印书馆|出版公司|出版集团|书社)"
"""The name of a publisher."""
_IMPRINT: Final = LazyPattern(
    rf"^(?P<place>[\u3400-\u9fff]{{2,6}})\s*[:：]\s*(?P<publisher>{HOUSE})\s*[，,]\s*(?P<date>\d{{4}}(?:\.\d{{1,2}}|年\d{{1,2}}月)?)"
)
_EDITION: Final = LazyPattern(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*[\u3400-\u9fff]{0,4}?\s*第\s*([\d一二三四五六七八九十]+)\s*版"
)
BOOK_NAMED: Final = LazyPattern(
    r"《?(?P<title>[^《》/]{2,40}?)》?[ 　]*[/／][ 　]*(?P<by>[^/]{2,30}?(?:等?[著编译]|编著|主编))"
)
"""A book and who made it, as catalogues print them: 某书 / 某人著."""
_EDITION_ALONE: Final = LazyPattern(
    r"[（(]?[\s　]*(第[\s　]*[\d一二三四五六七八九十]+[\s　]*版|修订版|增订版|修订本)[\s　]*[）)]?"
)
_EDITION_BEHIND: Final = LazyPattern(r"[（(]\s*(第[\s　]*[\d一二三四五六七八九十]+[\s　]*版)[\s　]*[）)]$")
"""The edition behind a book's title."""
_BY: Final = LazyPattern(
    r"^(?:[\[（(【〔［][\u3400-\u9fff]{1,3}[\]）)】〕］]\s*)?(.+?)[\s　◎○●■]*"
    r"(主编|编著|编|译|著|等著|口述|整理|校注|点校)$"
)
_NEXT_ROLE: Final = LazyPattern(
    r"[\s　]+(?=(?:副[\s　]*主[\s　]*编|编[\s　]*委|参[\s　]*编|主[\s　]*审|译[\s　]*者)[\s　:：])"
)
"""Before the next one who made a book, on the same line."""
_JAPANESE: Final = LazyPattern(
    r"[\[（(【〔［]日(?:本)?[\]）)】〕］][\s　]*(?P<name>[\u3400-\u9fff々ヶ]{3,6})"
)
"""A name that stands behind its country, which may hold words that Chinese names do not."""
_ROLE_FIRST: Final = LazyPattern(
    r"^(?P<role>主[\s　]*编|编[\s　]*著|著[\s　]*者?|译[\s　]*者?|编[\s　]*者)[\s　]*[:：　 ]"
    r"[\s　]*(?P<who>[\u3400-\u9fff·、 　]{2,30})$"
)
_ROLE: Final = {
    "主编": "editor",
    "编": "editor",
    "译": "translator",
    "校注": "editor",
    "点校": "editor",
    "整理": "editor",
}
_SERIES: Final = LazyPattern(
    r"(?:文库|丛书|译丛|书系|论丛|系列|(?:规划|统编|推荐|精品|通用)教材)(?:[·・\s].{1,10})?$"
)
_CHAPTER: Final = LazyPattern(
    r"^[（(]?(?:(?:载|原载|选自|收入|收录于|见)[:：]?[\s　]*)?(?:(?P<first>[^（）()《》：:]+?主?编)[:：]?[\s　]*)?"
    r"《(?P<book>[^》]{2,30})》[\s，,]*[（(]?(?:(?P<by>[^（）()]+?主编|[^（）()]+?编|主编[^（）()，,]{2,8})[，,]\s*)?"
    rf"(?:(?P<place>[\u3400-\u9fff]{{2,6}})[:：])?(?P<publisher>{HOUSE})[，,]?\s*(?P<year>\d{{4}})年?(?:版)?[）)]?"
    r"[\s，,]*(?:第\s*(?P<page>\d+(?:\s*[-–—－~]\s*\d+)?)\s*页)?"
)
_CITED: Final = LazyPattern(
    r"^(?P<who>[^：:《》，,]{2,24})[：:]《(?P<title>[^》]{2,40})》[，,][\s　]*(?:载|收入|见|收录于)[\s　]*"
    r"(?:(?P<by>[^《》]{2,24}?(?:主编|编))[：:]?[\s　]*)?《(?P<book>[^》]{2,30})》[，,][\s　]*"
    rf"(?:(?P<place>[\u3400-\u9fff]{{2,6}})[:：])?(?P<publisher>{HOUSE})[，,]?[\s　]*(?P<year>(?:19|20)\d{{2}})年?版?"
    r"(?:[，,][\s　]*第?\s*(?P<page>\d+(?:\s*[-–—－~]\s*\d+)?)\s*页)?"
)
"""A chapter as the footnotes of the humanities name it."""
_MARK_OF_WRITER: Final = LazyPattern(
    r"^(?:[◎□■●○◇◆▲\s　]+|(?:文|作者|撰文)[\s　]*[/／:：|｜][\s　]*)|[\s　]+(?:著|撰|文)$"
)
ISBN: Final = LazyPattern(r"I\s?S\s?B\s?N\s*[:：]?\s*((?:97[89][- ]?)?\d[\d-]{7,14}[\dXx])(?![\d-])")
"""The number of a book where it is printed."""
_CARD_OPEN: Final = LazyPattern(r"[／/].+[．.]\s*[—-]+\s*(?:[\u3400-\u9fff]{2,6}\s*[:：]?\s*)?$")
"""A catalogue card that breaks off behind its dash or the place of print."""
_CARD_ENDS: Final = LazyPattern(
    r"(?:[\u3400-\u9fff]{2,6}\s*[:：]|[:：])?\s*[^，,:：]{2,24}[，,]\s*(?:19|20)\d{2}"
)
_PLACE: Final = LazyPattern(
    r"(?:(?P<year>(?:19|20)\d{2})年?\s*)?[·•]\s*(?P<place>[\u3400-\u9fff]{2,4})\s*[·•]?"
    r"|(?P<first>[\u3400-\u9fff]{2,4})\s*[·•]\s*(?P<behind>(?:19|20)\d{2})年?"
)
_PRINTED_AT: Final = LazyPattern(
    r"\d{4}年\d{1,2}月(?P<place>[\u3400-\u9fff]{2,4})第[\d一二三四五六七八九十]+次印刷"
)
"""Where a book was printed first, between the day and the number of the print."""
_MADE_BOOK: Final = LazyPattern(
    r"(?:责任|策划|特约|执行|文字|助理)?(?:编辑|编审|校对|印制)|(?:封面|装帧|版式|美术)设计|出版人|出品人"
)
_BOOK_LABEL: Final = LazyPattern(r"(?:书[\s　]*名|图书名称)[\s　]*[:：　]")
_OF_IMPRINT: Final = LazyPattern(
    r"(?:版[\s　]*次|印[\s　]*次|定[\s　]*价|开[\s　]*本|书[\s　]*号|印[\s　]*张|印[\s　]*刷|字[\s　]*数)[\s　]*[:：　]"
)
_MAY_NAME: Final = LazyPattern(r"(?!版权|图书在版)[^:：／/，。；]{2,30}")
"""The first line of an imprint, where it may be the book's title."""
_OF_CATALOGUE: Final = LazyPattern(
    r"(?:作[\s　]*者|译[\s　]*者|出版社|出品方|出版(?:年|时间|日期)|页[\s　]*数"
    r"|定[\s　]*价|装[\s　]*帧|丛[\s　]*书|原作名|副标题|ISBN)[\s　]*[:：]"
)
"""The rows below a book's title on the page of a catalogue."""
_STROKED: Final = LazyPattern(r"((?:[\u3400-\u9fff][ 　]*){2,6}|ISBN)[／/|｜][ 　]*(?=\S)")
_ENOUGH_STROKES: Final = 4
_ENOUGH_LABELS: Final = 2
_CITY: Final = LazyPattern(
    r"(?:[\u3400-\u9fff]{2,3}省)?([\u3400-\u9fff]{2,3})市[\u3400-\u9fff]*\s*[路街巷道区号\d]"
)
"""The city in the address a publisher prints."""
_SHORT_LINE: Final = 16
_LABELS: Final = (
    ("title", ("书名", "图书名称")),
    ("publisher", ("出版社", "出版发行", "出版者", "出版单位", "出版")),
    ("publisher-place", ("出版地",)),
)


def read_chapter(page: FrontPage) -> Gathered | None:
    """Read a chapter whose first lines name its book in the form of a reference."""
    cited = _cited_chapter(page)
    if cited is not None:
        return cited
    at = next((place for place, line in enumerate(page.head[:6]) if _CHAPTER.match(line)), None)
    match = _CHAPTER.match(page.head[at]) if at is not None else None
    if at is None or match is None:
        return None
    rest = [line for place, line in enumerate(page.head[:6]) if place != at]
    names = people_in(_MARK_OF_WRITER.sub("", rest[1])) if len(rest) > 1 else []
    if not names:
        return None
    edited = re.sub(r"^(主编)(.+)$", r"\2\1", match["by"] or match["first"] or "")
    return _chapter(rest[0], names, match, edited)


def _cited_chapter(page: FrontPage) -> Gathered | None:
    """Read a chapter that is named in the form of a reference above its own title."""
    match = next((told for line in page.head[:2] if (told := _CITED.match(line))), None)
    names = people_in(match["who"]) if match else []
    if match is None or not names:
        return None
    return _chapter(match["title"], names, match, match["by"] or "")


def _chapter(title: str, names: Sequence[str], match: re.Match[str], by: str) -> Gathered:
    """Return a chapter told with its book; ``by`` says who made that."""
    found = Gathered("chapter")
    found.put("title", title)
    found.put("author", *names)
    found.put("container-title", match["book"])
    found.put("publisher-place", match["place"] or "")
    found.put("publisher", match["publisher"])
    found.put("issued", match["year"])
    found.put("page", re.sub(r"\s*[–—－~]\s*", "-", match["page"] or ""))
    contributors(by, found)
    return found


def read_book(page: FrontPage) -> Gathered | None:
    """Read a title page or the imprint behind it."""
    found = Gathered("book")
    page = _with_colons(page)
    head = _joined(page.head[:25])
    cards = [match for line in head if (match := _CIP.match(line))]
    for cip in cards:
        found.put("title", cip["title"].strip())
        contributors(cip["by"], found)
        found.put("edition", cip["edition"] or "")
    for imprint in (*cards, *(match for line in head if (match := _IMPRINT.match(line)))):
        found.put("publisher-place", imprint["place"])
        found.put("publisher", imprint["publisher"].strip())
        found.put("issued", iso_date(imprint["date"].replace(".", "-")) or imprint["date"])
    edition = next((list(_EDITION.finditer(line))[-1] for line in head if _EDITION.search(line)), None)
    if edition:
        found.put("edition", edition[3])
        found.put("issued", f"{edition[1]}-{int(edition[2]):02d}")
    alone = next((match for line in head[:10] if (match := _EDITION_ALONE.fullmatch(line))), None)
    found.put("edition", edition_of(alone[1]) if alone else "")
    behind = _EDITION_BEHIND.search(page.head[0]) if page.head else None
    found.put("edition", edition_of(behind[1]) if behind else "")
    found.put("title", labelled(page.head[:8], "书名", "图书名称"))
    _catalogued(page.head, found)
    _title_page(page, found)
    _labels(page, found)
    number = ISBN.search(page.text)
    if number and sum(bool(_OF_CATALOGUE.match(line)) for line in page.head[1:14]) >= _ENOUGH_STROKES:
        found.put("title", page.head[0])
    if number and edition and _MAY_NAME.fullmatch(page.head[0]):
        found.put("title", page.head[0])
    found.put("ISBN", number[1] if number else "")
    printed = next((match for line in head if (match := _PRINTED_AT.search(line))), None)
    found.put("publisher-place", printed["place"] if printed and "publisher" in found.fields else "")
    for place in filter(None, map(_PLACE.fullmatch, head)):
        found.put("publisher-place", place["place"] or place["first"])
        found.put("issued", place["year"] or place["behind"] or "")
    if "title" in found.fields:
        found.fields["title"] = [re.sub(r"^《([^《》]+)》$", r"\1", found.fields["title"][0])]
    return found if {"title", "publisher"} <= found.fields.keys() else None


def _catalogued(head: Sequence[str], found: Gathered) -> None:
    """Read the title that the first line tells with who made the book, a second title told below behind it."""
    named = BOOK_NAMED.fullmatch(head[0]) if head else None
    if named:
        second = labelled(head[:14], "副标题", "副题名", "副书名")
        found.put("title", "：".join(filter(None, (named["title"], second))))
        contributors(named["by"], found)


def _with_colons(page: FrontPage) -> FrontPage:
    """Return a page whose imprint parts labels from values by a stroke (作　者／某人) with colons there."""
    stroked = [bool(_STROKED.match(line)) for line in page.head]
    if sum(stroked) < _ENOUGH_STROKES:
        return page
    head = (_STROKED.sub(r"\1：", line) if of else line for line, of in zip(page.head, stroked, strict=True))
    lines = tuple(re.sub(r"^出[ 　]*版：", "出版社：", line) for line in head)
    title = next(iter(lines), "")
    named = () if _BOOK_LABEL.match(title) or "：" in title else (f"书名：{title}",)
    return FrontPage((*named, *lines[len(named) :]), page.tail)


def _joined(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines with a catalogue card of two lines as one: 某书／苏绰著． / —南浦：…出版社，2021．3."""
    whole: list[str] = []
    for line in lines:
        if whole and _is_rest_of_card(whole[-1], line):
            whole[-1] += line
        else:
            whole.append(line)
    return tuple(re.sub(r"(?<=\d)[．](?=\d)", ".", line) for line in whole)


def _is_rest_of_card(above: str, line: str) -> bool:
    """Tell whether a line goes on with the catalogue card that the one above breaks off."""
    dashed = line[:1] in "—-" and re.search(r"[／/].+[．.]?$", above) and re.search(r"[:：].+[，,]", line)
    return bool(dashed or (_CARD_OPEN.search(above) and _CARD_ENDS.match(line)))


def _title_page(page: FrontPage, found: Gathered) -> None:
    """Who wrote it stands beside or below the title; a series above it is none."""
    for place, line in enumerate(page.head[:8]):
        first = _ROLE_FIRST.match(line)
        if first and place and people_in(_NEXT_ROLE.split(first["who"])[0]):
            role = re.sub(r"[\s　]|者$", "", first["role"])
            found.put(_ROLE.get(role, "author"), *people_in(_NEXT_ROLE.split(first["who"])[0]))
            found.put("title", *_titles_above(page, place)[:1])
            continue
        told = byline_of(line) if place and ALL_BEHIND.fullmatch(line) else None
        if told:
            found.put("author", *told.authors)
            found.put("translator", *told.translators)
            found.put("title", *_titles_above(page, place)[:1])
            continue
        if len(line) >= 40 or not _BY.match(re.split(r"[\s　]{2,}", line)[0]):
            continue
        before = dict(found.fields)
        contributors(
            "，".join(
                re.split(
                    r"[\s　]{2,}|(?<=[著编译])[\s　]+",
                    re.sub(r"[\s　]+(?=(?:主编|编著|编|译|著)(?:[\s　]|$))", "", line),
                )
            ),
            found,
        )
        if before != found.fields:
            above = _titles_above(page, place)
            below = [one for one in page.head[place + 1 : place + 4] if not _BY.match(one)]
            found.put("title", *(above[:1] or below[:1]))


def _titles_above(page: FrontPage, place: int) -> list[str]:
    """Return the lines above who wrote a book that may be its title; a series is none."""
    return [one for one in page.head[:place] if not _SERIES.search(one) and _may_be_title(one)]


def _may_be_title(line: str) -> bool:
    """Tell whether a line above who wrote a book is neither who edited it nor its title in letters."""
    return not _MADE_BOOK.match(line) and bool(re.search(r"[\u3400-\u9fff]", line))


def _labels(page: FrontPage, found: Gathered) -> None:
    """The lines of an imprint: 书名：… 出版社：… 出版时间：…, told as a book by its publisher or its number."""
    head = page.head[:20]
    named = [place for place, line in enumerate(head[:3]) if _BOOK_LABEL.match(line)]
    begins = named[:1] == [0]
    printed = bool(named) and sum(bool(_OF_IMPRINT.match(line)) for line in head) >= _ENOUGH_LABELS
    written = "title" in found.fields and {"author", "editor"} & found.fields.keys()
    if (
        not begins
        and not printed
        and not written
        and "publisher" not in found.fields
        and "ISBN" not in page.text
    ):
        return
    bare = begins and "ISBN" in page.text
    for field, labels in _LABELS:
        value = labelled(head, *labels, bare=bare)
        found.put(field, re.split(r"[（(]", value)[0].strip() if field == "publisher" else value)
    written_by = labelled(head, "作者", "著者", "著", "原著", "原著者", "原作者", bare=bare)
    found.put("author", *people_in(re.sub(r"[\s　]+(?:等?编?著|主编|编)$", "", written_by)))
    told = labelled(head, "版次", "版本", bare=bare)
    edition = _EDITION_ALONE.fullmatch(f"第{told}版" if told.isdigit() else told)
    found.put("edition", edition_of(edition[1]) if edition else "")
    found.put(
        "translator", *people_in(re.sub(r"[\s　]+等?译$", "", labelled(head, "译者", "翻译", bare=bare)))
    )
    found.put(
        "issued",
        iso_date(
            labelled(
                head,
                "出版时间",
                "出版日期",
                "出版年",
                "出版年月",
                "出版日",
                "初版日期",
                "初版一刷",
                "初版",
                "一版一刷",
            )
        ),
    )
    house = re.search(
        rf"^({HOUSE})(?:[ 　]*(?:出版发行|出版|发行))?"
        r"(?:[ 　]*[（(](?P<place>[\u3400-\u9fff]{2,3})市[^（）()]*[）)])?"
        r"(?:[ 　]+(?:19|20)\d{2}[ 　]*年?(?:\d{1,2}月)?[ 　]*(?:版|出版)?)?$",
        "\n".join(head),
        re.MULTILINE,
    )
    found.put("publisher", house[1] if house else "")
    stands = _CITY.match(labelled(head, "地址", "社址", bare=True)) if "publisher" in found.fields else None
    found.put("publisher-place", (house["place"] or "") if house else "", stands[1] if stands else "")
    if house:
        at = head.index(house[0])
        below = (house[0][len(house[1]) :].removesuffix("版"), *head[at + 1 : at + 3])
        days = (iso_date(line) for line in below if len(line) < _SHORT_LINE)
        found.put("issued", next(filter(None, days), ""))


def contributors(text: str, found: Gathered) -> None:
    """Put whoever a line names before what they did: 某人 著，某人 译."""
    waiting: list[str] = []
    for part in re.split(r"[；;，,]", text):
        by = _BY.match(part.strip())
        if by:
            names = people_in(re.sub(r"等$", "", by[1]))
            abroad = _JAPANESE.fullmatch(part.strip().removesuffix(by[2]).strip())
            names = names or ([abroad["name"]] if abroad else [])
            found.put(_ROLE.get(by[2], "author"), *(*waiting, *names) if names else ())
            waiting = []
        else:
            waiting.extend(people_in(part))
