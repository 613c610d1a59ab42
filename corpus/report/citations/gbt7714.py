"""GB/T 7714 references (2015, 2025): numeric, author-date, note. Nothing is invented for a missing field."""

from __future__ import annotations

import re
from typing import Final, Literal

from corpus.model.completeness import AUTHORS as _AUTHORS
from corpus.model.completeness import HOSTS as _HOSTS
from corpus.model.completeness import lacking
from corpus.report.citations.editions import CODES, Edition
from corpus.report.citations.item import Date, Item
from corpus.report.citations.names import author_line, contributor_line
from corpus.text.english_numbers import ordinal_number

System = Literal["numeric", "author-date", "note"]

_PARTS: Final = frozenset(["chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"])
_SERIALS: Final = frozenset(["article-journal", "article-magazine", "article-newspaper", "review"])
_ONLINE: Final = frozenset(["dataset", "post", "post-weblog", "software", "webpage"])
_WEB: Final = frozenset(["post", "post-weblog", "webpage"])
_PRINTED: Final = frozenset(["book", "chapter", "paper-conference", "periodical", "thesis"])
_CHINESE: Final = "零一二三四五六七八九"


def missing_fields(item: Item, edition: Edition) -> tuple[str, ...]:
    """Return the names of the fields the standard asks for and the item does not have."""
    missing = list(lacking(item.type, item.has))
    if item.has("URL") and not item.has("accessed") and _shows_accessed(item, edition):
        missing.append("accessed")
    return tuple(missing)


def reference(item: Item, edition: Edition, system: System, *, letter: str = "") -> str:
    """Return the reference of one item without its number; ``letter`` tells apart works of one year."""
    return _Reference(item, edition, system, letter).text()


def short_reference(item: Item, edition: Edition) -> str:
    """Return what tells a work again that was told in full: its authors and its title."""
    made = _Reference(item, edition, "note", "")
    return _sentence([made.authors(), item.text("title").rstrip("。")])


def tells_pages(item: Item) -> bool:
    """Tell whether an entry of such an item ends with pages: what is printed, or has a publisher."""
    return item.type in _PRINTED | _SERIALS | _PARTS or (item.type not in _ONLINE and item.has("publisher"))


def years_of(item: Item) -> str:
    """Return the year of publication, bracketed where it is only that of access; empty where neither is known."""
    issued = item.date("issued") or item.date("available-date")
    if issued is not None:
        return issued.years()
    accessed = item.date("accessed")
    return f"[{accessed.year}]" if accessed is not None and accessed.year else ""


class _Reference:
    """One reference in the making: a method for each element of the standard."""

    def __init__(self, item: Item, edition: Edition, system: System, letter: str) -> None:
        self.item, self.edition, self.letter = item, edition, letter
        self.by_date = system == "author-date"

    def text(self) -> str:
        """Return the elements in order, each followed by a full stop."""
        item = self.item
        if item.type == "periodical":
            body = [self.title(), self.serial_numbers(), self.imprint()]
        elif item.type in _SERIALS:
            body = [self.title(), self.serial_imprint()]
        elif item.type in _ONLINE or item.type == "patent":
            body = [self.title(), self.imprint()]
        elif item.type in _PARTS or (item.has("container-title") and item.type != "article"):
            host = _join(". ", contributor_line(item, _HOSTS, self.edition), self.host_title())
            part = _join(". ", self.title(), self.translators())
            body = [_join("//", part, host), self.revision(), self.imprint()]
        else:
            body = [self.title(), self.translators(), self.revision(), self.imprint()]
        identifier = item.text("DOI")
        doi = identifier if identifier and identifier.lower() not in item.text("URL").lower() else ""
        body += [item.text("URL"), f"DOI:{doi}" if doi else ""]
        return _sentence([self.head(), *body])

    def head(self) -> str:
        """Return the authors, with the year where the system puts it there."""
        authors = self.authors()
        return _join(self.edition.comma, authors, self.year()) if self.by_date else authors

    def authors(self) -> str:
        """Return the authors; an editor stands for them where the work is not part of another."""
        roles = _AUTHORS if self.item.has("container-title") else (*_AUTHORS, *_HOSTS)
        return author_line(self.item, roles, self.edition, anonymous=self.by_date)

    def year(self) -> str:
        """Return the year with its letter: stated, or guessed from the day of access (in brackets)."""
        years = self.years()
        return f"{years}{self.letter}" if years else ""

    def years(self) -> str:
        """Return the year of publication, bracketed where it is only that of access."""
        return years_of(self.item)

    def title(self) -> str:
        """Return the title with volume or number and the type mark."""
        item = self.item
        extra: list[str] = []
        if not (item.has("container-title") or item.type in _PARTS):
            extra += [self.volume(), item.text("volume-title")]
        if item.type not in {"article", "article-journal", "article-magazine"}:
            extra.append(item.text("number"))
        numbers = " ".join(part for part in extra if part)
        return _join(self.edition.colon, item.text("title").rstrip("。"), numbers) + self.mark()

    def mark(self) -> str:
        """Return the marks of type and carrier: [M], [EB/OL]."""
        code = CODES.get(self.item.type, "Z")
        carrier = self.item.text("medium") or ("OL" if self.item.has("URL", "DOI") else "")
        return f"[{code}/{carrier}]" if carrier else f"[{code}]"

    def volume(self) -> str:
        """Return the volume of a book as its language says it."""
        volume = self.item.text("volume")
        if self.item.type in _SERIALS | {"article", "periodical"} or not volume.isdigit():
            return "" if self.item.type in _SERIALS | {"article", "periodical"} else volume
        return f"卷 {volume}" if self.item.language == "zh" else f"Vol. {volume}"

    def translators(self) -> str:
        """Return the translators with their role."""
        return contributor_line(self.item, ("translator",), self.edition, role=True)

    def host_title(self) -> str:
        """Return the title of the work the item is part of; the name of a conference may stand for it."""
        item = self.item
        return _join(
            self.edition.colon, item.text("container-title") or item.text("event-title"), self.volume()
        )

    def revision(self) -> str:
        """Return the edition of a work, unless it is the first."""
        edition = self.item.text("edition")
        number = edition_number(edition)
        if number is None:
            return edition
        if number == 1:
            return ""
        if self.item.language == "zh":
            return f"{number} 版" if self.edition.year == 2015 else f"{number}版"
        return f"{_ordinal(number)} ed"

    def serial_numbers(self) -> str:
        """Return year, volume and issue of a periodical."""
        numbers = _join(self.edition.comma, self.years(), self.item.text("volume"))
        return numbers + self.edition.parentheses(self.item.text("issue"))

    def serial_imprint(self) -> str:
        """Return where in a periodical or newspaper the item stands."""
        item, edition = self.item, self.edition
        title = item.text("container-title")
        if item.type == "article-newspaper":
            issued = item.date("issued")
            dated = _join(edition.comma, title, issued.full() if issued is not None else "")
            return dated + edition.parentheses(_pages(item.text("page"))) + self.accessed()
        year = "" if self.by_date else self.years()
        numbers = _join(edition.comma, title, year, item.text("volume")) + edition.parentheses(
            item.text("issue")
        )
        pages = _pages(item.text("page")) or item.text("number") or item.text("article-number")
        return _join(edition.colon, numbers, pages) + self.accessed()

    def imprint(self) -> str:
        """Return place, publisher, year and pages; or only the dates of what exists online alone."""
        item, edition = self.item, self.edition
        issued = item.date("issued")
        if item.type == "patent":
            return (issued.full() if issued is not None else "") + self.accessed()
        published = ("archive", "archive-place", "publisher", "publisher-place", "page")
        if item.type in _PRINTED or item.has(*published):
            where = _join(edition.colon, item.first("publisher-place"), item.first("publisher"))
            where = where or _join(edition.colon, item.text("archive-place"), item.text("archive"))
            dated = _join(edition.comma, where, "" if self.by_date else self.years())
            day = self.online_day(issued)
            return _join(edition.colon, dated, _pages(item.text("page"))) + day + self.accessed()
        if item.has("URL", "DOI"):
            return self.online_date(issued) + self.accessed()
        return "" if self.by_date or issued is None else issued.years()

    def online_date(self, issued: Date | None) -> str:
        """Return the day something online was put there or changed."""
        if issued is None:
            return ""
        plain = self.edition.plain_dates and CODES.get(self.item.type, "Z") != "EB"
        return issued.full() if plain else self.edition.parentheses(issued.full())

    def online_day(self, issued: Date | None) -> str:
        """Return the whole date of something that exists online alone, which its year does not tell."""
        if issued is None or not issued.month or self.item.type not in _WEB:
            return ""
        return self.edition.parentheses(issued.full()) if self.item.has("URL", "DOI") else ""

    def accessed(self) -> str:
        """Return the day something online was looked at, in brackets, where the edition asks for it."""
        accessed = self.item.date("accessed")
        if accessed is None or not self.item.has("URL", "DOI"):
            return ""
        return f"[{accessed.full()}]" if _shows_accessed(self.item, self.edition) else ""


def _shows_accessed(item: Item, edition: Edition) -> bool:
    """Tell whether an edition asks when something online was looked at: 2025 only of what may change or is undated."""
    lasting = CODES.get(item.type, "Z") != "EB" and item.date("issued") is not None
    return edition.accessed_always or not lasting


def edition_number(text: str) -> int | None:
    """Return the number of an edition however it is written (第三版, 2nd, Second edition), ``None`` where none is."""
    bare = re.sub(r"\s*(?:edition|edn?\.?|版)\s*$", "", text.strip(), flags=re.IGNORECASE)
    bare = bare.removeprefix("第").strip()
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", bare, re.IGNORECASE):
        return int(re.sub(r"\D", "", bare))
    if told := ordinal_number(bare):
        return told
    if re.fullmatch(r"[一二三四五六七八九]?十?[一二三四五六七八九]?", bare) and bare:
        tens, ten, ones = bare.rpartition("十")
        return (_CHINESE.index(tens) if tens else 1) * 10 * bool(ten) + (_CHINESE.index(ones) if ones else 0)
    return None


def _join(mark: str, *parts: str) -> str:
    """Join the parts that say something."""
    return mark.join(part for part in parts if part)


def _sentence(parts: list[str]) -> str:
    """Return the elements, each ended by one full stop."""
    text = ""
    for part in parts:
        if part:
            text += (" " if text else "") + part + ("" if part.endswith(".") else ".")
    return text


def _pages(pages: str) -> str:
    """Return page numbers with a plain hyphen."""
    return pages.replace("–", "-").replace("—", "-").replace("--", "-")


def _ordinal(number: int) -> str:
    """Return an English ordinal: 2nd, 3rd, 11th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
