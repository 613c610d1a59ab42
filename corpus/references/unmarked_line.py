"""Lines that have lost their mark: books, and papers of the humanities' manner without 《》."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.model.family_names import SURNAMES
from corpus.references.imprint import YEAR, Fields, date_in, edition_of, take_address, take_imprint
from corpus.references.language import language_of
from corpus.references.people import helpers_of, people_of
from corpus.references.printed import Printed
from index.lazy_pattern import LazyPattern

_PRESS: Final = (
    r"[\u4e00-\u9fff]{2,20}(?:出版社|书局|书店|印书馆|出版公司|出版集团)"
    r"|(?:[A-Z][\w&'’-]*\s){0,5}(?:Press|UP|Publish\w+|Books|Verlag|Wiley|Springer|Elsevier|Routledge)"
)
_BOOK: Final = LazyPattern(
    rf"^(?P<names>[^.《》\"]{{2,200}})\.\s*(?P<title>[^.《》\"]{{2,200}})\.\s*"
    r"(?:(?P<role>Translated|Edited)\s+by\s+(?P<by>[^.,:]{3,80})[.,]\s*)?"
    r"(?:(?P<edition>\d{1,2})(?:st|nd|rd|th)\s+ed(?:ition|n)?\b\.?,?\s*)?"
    r"(?:(?P<revised>第?[\d一二三四五六七八九十]{1,3}版|修订[版本]|增订[版本])\s*[.,]\s*)?"
    rf"(?P<imprint>(?:[\w\s,\u4e00-\u9fff]{{2,30}}:\s*)?(?:{_PRESS})\s*,\s*{YEAR}年?)\s*(?:\.|$)"
)
_BY_COMMAS: Final = LazyPattern(
    r"^(?P<names>[\u4e00-\u9fff·]{2,4})\s*[,.]\s*(?P<title>[^,.《》]{4,60})\s*[,.]\s*(?P<site>[\u4e00-\u9fff\w]{2,20})\s*,\s*"
    rf"(?P<day>{YEAR}\s*[-/.年]\s*\d{{1,2}}\s*[-/.月]\s*\d{{1,2}}\s*日?)\s*[,.]?\s*$"
)
_MEDIUM: Final = LazyPattern(r"[\u4e00-\u9fff](?:报|网|新闻|客户端)$")
_NOTE: Final = LazyPattern(
    r"^(?P<names>(?!来源|出处|数据|资料|作者|注)[\u4e00-\u9fff·]{2,4}(?:\s*,\s*[\u4e00-\u9fff·]{2,4}){0,5})\s*:\s*(?P<title>[^,《》:]{4,80})\s*,\s*"
    r"(?:(?P<thesis>(?:博士|硕士)(?:学位)?论文)\s*,\s*)?"
    r"(?P<body>[\u4e00-\u9fff]{2,24}(?:大学|学院|研究院|研究所|研究部|研究中心|发展部|委员会|局|厅|证券|公司|协会|学会))"
    r"(?P<behind>(?:博士|硕士)(?:学位)?论文)?\s*,\s*"
    rf"(?P<when>{YEAR}年?[\d年月日\-]{{0,9}})\s*(?:,|\.|$)"
)


def read_unmarked_book(line: Printed) -> dict[str, Any] | None:
    """Return the item of ``names. title. place: press, year``, ``None`` where no press stands at its end."""
    fields: Fields = {"type": "book"}
    stretch = take_address(line, fields)
    found = _BOOK.match(stretch.plain)
    if not found:
        return None
    title = stretch.cut(found.start("title"), found.end("title"))
    names = stretch.cut(found.start("names"), found.end("names"))
    edited = re.search(r",\s*(?:editors?|eds?)$|[,\s]\s*(?:主编|编著?|选编)$", names.plain)
    fields |= people_of(names.cut(0, edited.start()), "editor") if edited else people_of(names)
    fields["title"] = title.stripped(" ").text()
    if found["by"]:
        role = "translator" if found["role"] == "Translated" else "editor"
        fields |= helpers_of(stretch.cut(found.start("by"), found.end("by")), role)
    edition = found["edition"] or edition_of(found["revised"] or "")
    fields |= {"edition": edition} if edition else {}
    take_imprint(stretch.cut(found.start("imprint"), found.end("imprint")), fields)
    return fields | language_of(title.raw)


def read_listed_by_commas(line: Printed) -> dict[str, Any] | None:
    """Return the page of ``name,title,site,day,address``, ``None`` where no family's name is first.

    Without an address the site has to be named as a paper or a site is.
    """
    fields: Fields = {"type": "webpage", "language": "zh-CN"}
    stretch = take_address(line, fields)
    found = _BY_COMMAS.match(stretch.plain)
    if not found or found["names"][0] not in SURNAMES:
        return None
    if "URL" not in fields:
        if not _MEDIUM.search(found["site"]):
            return None
        fields["type"] = "article-newspaper" if found["site"].endswith("报") else "webpage"
    fields |= people_of(stretch.cut(0, found.end("names")))
    fields["title"] = stretch.cut(found.start("title"), found.end("title")).text()
    fields["container-title"] = found["site"]
    fields["issued"] = date_in(found["day"])
    return fields


def read_unmarked_note(line: Printed) -> dict[str, Any] | None:
    """Return the thesis or report of ``names：title，body，date``, ``None`` where the parts are others."""
    found = _NOTE.match(line.plain)
    if not found:
        return None
    fields: Fields = {
        "type": "thesis" if found["thesis"] or found["behind"] else "report",
        "language": "zh-CN",
    }
    fields |= people_of(line.cut(0, found.end("names")))
    fields["title"] = line.cut(found.start("title"), found.end("title")).text()
    fields["publisher"] = found["body"]
    fields["issued"] = date_in(found["when"]) or {"date-parts": [[int(found["when"][:4])]]}
    return fields
