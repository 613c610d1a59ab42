"""One printed reference line into one CSL-JSON item; what cannot be read is left out, never guessed."""

from __future__ import annotations

from typing import Any, Final

from corpus.references.author_year_line import read_author_year
from corpus.references.chinese_note_line import read_chinese_note, read_law_title
from corpus.references.damage import mended
from corpus.references.english_styles import read_numbered_book, read_quoted_title, read_vancouver
from corpus.references.gbt7714_line import read_gbt7714, read_unmarked_journal
from corpus.references.parts_line import read_labels_line, read_parts
from corpus.references.printed import printed
from corpus.references.unmarked_line import read_listed_by_commas, read_unmarked_book, read_unmarked_note
from index.lazy_pattern import LazyPattern

LONGEST: Final = 2000
"""Characters of a line; what is longer is no reference."""

_OLD_WITHIN: Final = LazyPattern(
    r"\[A\]\s*[.．。]\s*(?:(?:见|载|In|in)\s*[:：]?\s*)?(?P<book>[^\[\]]{4,200})\[(?P<mark>[MCGZ])\]\s*[.．]\s*"
    r"(?P<imprint>.+?\d{4}年?)\s*[.．,，:：]\s*(?P<pages>\d+\s*[-–—－~～]\s*\d+)\s*[.．]?\s*$"
)
_UNMARKED_WITHIN: Final = LazyPattern(
    r"^(?P<paper>[^\[\]]{6,200}?)(?<!:)\s*//\s*(?P<book>[^\[\]/]{4,200})\[(?P<mark>[MCG])\]"
)
"""A part of a book that has no mark of its own before ``//``."""
_PAGE_TO_PAGE: Final = LazyPattern(r"(?<=\d)\s*页?\s*[至到]\s*第?\s*(?=\d+\s*页)")
_LED_IN: Final = LazyPattern(r"^(?:参见|参阅|详见|另见|引自|转引自)[:：]?\s*(?=\S)")
_DATED: Final = LazyPattern(r"[（(](?:19|20)\d{2}[a-z]?[）)]")
_THESIS: Final = LazyPattern(
    r"\s*[:：.．]?\s*[\[(（【〔](?:硕士|博士)(?:研究生)?(?:学位|毕业)?论文[\])）】〕](?=\s*[.．。,，])"
)
"""The kind of a thesis in brackets behind its title, as it was printed before marks were."""
_YEAR_SECOND: Final = LazyPattern(
    r"^(?P<names>[\u3400-\u9fff·]{2,8}(?:(?:[、,，]\s*|和|与)[\u3400-\u9fff·]{2,8}){0,5}(?:等)?)\s*[.．。,，]\s*"
    r"(?P<year>(?:19|20)\d{2})[a-z]?\s*[.．。,，]\s*(?=[《“〈])"
)
"""Names and year before a title in its marks, as Chinese lines in the manner of Chicago have them."""
_QUOTED: Final = LazyPattern(r"“(?P<title>[^“”]{4,160}?)[.．。]?”\s*[.．。,，]?\s*")
_READERS: Final = (
    read_gbt7714,
    read_labels_line,
    read_chinese_note,
    read_quoted_title,
    read_vancouver,
    read_numbered_book,
    read_author_year,
    read_unmarked_journal,
    read_unmarked_book,
    read_unmarked_note,
    read_listed_by_commas,
    read_parts,
    read_law_title,
)


def _within(line: str) -> str:
    """Return a part of a book printed in the manner of 1987, ``[A]. 见: … [C].``, in the manner of today."""
    line = _LED_IN.sub("", line)
    if not _DATED.search(line) and "[D" not in line:
        line = _THESIS.sub("[D]", line)
    line = _UNMARKED_WITHIN.sub(r"\g<paper>[\g<mark>]//\g<book>", _PAGE_TO_PAGE.sub("-", line))
    return _OLD_WITHIN.sub(r"[\g<mark>]//\g<book>. \g<imprint>: \g<pages>.", line)


def read_line(line: str) -> dict[str, Any] | None:
    """Return the item a printed line stands for, ``None`` where it is in none of the known manners."""
    if len(line) > LONGEST:
        return None
    # Patterns that begin with blanks try every way to part a run of them.
    whole = _within(" ".join(mended(line).split()))
    dated = _YEAR_SECOND.match(whole)
    quoted = _QUOTED.match(whole, dated.end()) if dated else None
    if dated and quoted:
        journal = whole[quoted.end() :].replace("《", "").replace("》", ",")
        return read_line(f"{dated['names']}（{dated['year']}）. {quoted['title']}. {journal}")
    item = read_line(f"{dated['names']}：{whole[dated.end() :]}") if dated else None
    if dated and item:
        return item | {"issued": {"date-parts": [[int(dated["year"])]]}}
    stretch = printed(whole)
    for reader in _READERS:
        item = reader(stretch)
        if item is not None and item.get("title"):
            item["title"] = str(item["title"]).strip("*＊ ") or item["title"]
            container = str(item.get("container-title", ""))
            if container[:1] == "《" and container.find("》") == len(container) - 1:
                item["container-title"] = container[1:-1]
            return {key: value for key, value in item.items() if value not in ("", [], None)}
    return None
