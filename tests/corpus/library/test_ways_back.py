"""Quotations of a draft lead back to their places in a document that is kept, and in one handed in to nowhere."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import markdown
import pypdfium2
import pytest

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.notes.passages import passage
from corpus.library.notes.quoting import place_link
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.library.reports.found_places import kept_places
from corpus.model.draft import Draft, DraftItem
from corpus.model.span import Span
from corpus.report.html.led_words import with_led_words
from corpus.report.html.styles import Dialect
from corpus.report.in_text import group_of, place_of_citation
from corpus.report.model import Preset
from tests.corpus.report.test_links import addresses

FORMATS = ("docx", "odt", "epub", "html", "pdf", "md", "obsidian")
STYLES = ("gbt7714-2025-numeric", "gbt7714-2025-author-date", "gbt7714-2025-note")
OWN = "前一句说别的。这一句用**自己的话**转述，约占三成。"


@dataclass(frozen=True)
class Quoting:
    """A draft and the address of each quotation in it."""

    draft: Draft
    links: tuple[str, ...]


def marked(library: Library, query: str) -> tuple[str, Span]:
    """Return the article and the place, in its original, where words stand first."""
    place = find_places(library, SearchRequest(query, "exact")).hits[0].place
    return place.article, library.texts.get(place.article).offsets.to_original(place.span)


@pytest.fixture
def quoting(library: Library) -> Quoting:
    """Return a draft that quotes in every way there is, each time another place."""
    places = [marked(library, words) for words in ("社交电商", "直播", "平台", "农村", "物流", "跨境")]
    (one, first), (two, second), (three, third), (four, fourth), (five, fifth), (six, sixth) = places
    note = annotate(library, one, first).annotation.id
    told = annotate(library, five, fifth).annotation.id
    hits = kept_places(library, "消费者", find_places(library, SearchRequest("消费者", "exact")).hits[:2])
    quoted = passage(library, two, second)
    said = passage(library, three, third)
    summed = passage(library, four, fourth)
    cited = passage(library, six, sixth)
    items = (
        DraftItem("annotation", note),
        quoted,
        replace(said, use="paraphrase", text=OWN),
        replace(summed, use="summary", text="一段话。\n\n- 其一\n- 其二说的"),
        replace(cited, use="paraphrase", text=f"自己先引了[@{six}]，再说下去。"),
        DraftItem("review", told),
        hits,
    )
    links = [place_link(article, place) for article, place in places]
    for named in hits.ref.split():
        article, start, end = named.rsplit(":", 2)
        links.append(place_link(article, Span(int(start), int(end))))
    return Quoting(new_draft(library, "札记", "free", items), tuple(links))


def written(library: Library, quoting: Quoting, path: Path, style: str, preset: Preset) -> list[str]:
    """Return where the links of the exported draft lead."""
    request = ExportRequest(
        path.stem, path, "report", style, preset=preset, draft=quoting.draft.id, running=True
    )
    export(library, request)
    if path.suffix != ".md":
        return addresses(path)
    made = markdown.markdown(path.read_text("utf-8"), extensions=["footnotes", "tables"])
    return re.findall(r'href="([^"]*)"', made.replace("&amp;", "&"))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("format_", FORMATS)
def test_that_every_quotation_leads_back_unless_it_is_handed_in(
    library: Library, quoting: Quoting, tmp_path: Path, format_: str, style: str
) -> None:
    suffix = "md" if format_ == "obsidian" else format_
    path = tmp_path / f"{format_}.{suffix}"
    kept = written(library, quoting, path, style, Preset.KEEP)
    assert [one for one in quoting.links if one not in kept] == []
    assert [one for one in written(library, quoting, path, style, Preset.HANDOUT) if "yinde" in one] == []


def test_that_words_that_lead_back_look_like_any_others(
    library: Library, quoting: Quoting, tmp_path: Path
) -> None:
    style = STYLES[0]
    for format_ in ("docx", "odt", "pdf", "html", "epub"):
        written(library, quoting, tmp_path / f"{format_}.{format_}", style, Preset.KEEP)
    with zipfile.ZipFile(tmp_path / "docx.docx") as package:
        links = re.findall(r"<w:hyperlink r:id.*?</w:hyperlink>", package.read("word/document.xml").decode())
        looks = {look for link in links for look in re.findall(r'w:rStyle w:val="(\w+)"', link)}
        assert looks == {"YindeCited"}
    with zipfile.ZipFile(tmp_path / "odt.odt") as package:
        content = package.read("content.xml").decode()
        assert re.findall(r'<text:a (?![^>]*visited-style-name="Citation")[^>]*yinde:', content) == []
    for name, page in (("html.html", "<style>"), ("epub.epub", "")):
        text = (tmp_path / name).read_text("utf-8") if page else epub_text(tmp_path / name)
        assert "a.place { color: inherit" in text
        assert re.findall(r'<a (?![^>]*class="place")[^>]*href="yinde:', text) == []
    with pypdfium2.PdfDocument(tmp_path / "pdf.pdf") as document:
        assert colours(document) <= {(0x1F, 0x23, 0x28), (0x5C, 0x60, 0x66)}


def epub_text(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        return "".join(book.read(one).decode() for one in book.namelist() if one.endswith((".xhtml", ".css")))


def colours(document: pypdfium2.PdfDocument) -> set[tuple[int, int, int]]:
    """Return the colours of the letters of a document."""
    raw = pypdfium2.raw
    found = set()
    for page in document:
        for one in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
            red, green, blue, alpha = (raw.c_uint() for _ in range(4))
            assert raw.FPDFPageObj_GetFillColor(one.raw, red, green, blue, alpha)
            found.add((red.value, green.value, blue.value))
    return found


@pytest.mark.parametrize(
    ("words", "led"),
    [
        ("前一句。这一句\ue000。", "这一句"),
        ("前一句。这一句。\ue000", "这一句。"),
        ("It was so. Now it is 3.5 %\ue000.", "Now it is 3.5 %"),
        ("前一句。这一<strong>句</strong>\ue000。", "这一<strong>句</strong>"),
        ("<strong>前。这</strong>一句\ue000。", "<strong>前。这</strong>一句"),
        ('见<a href="https://example.org/">这里</a>，再说\ue000。', "再说"),
        ("<li><p>其一</p></li><li><p>其二\ue000</p></li>", "其二"),
        ('<p><a href="https://example.org/">这里</a>\ue000</p>', ""),
        ("\ue000", ""),
    ],
)
def test_that_the_words_cited_for_are_those_of_the_sentence(words: str, led: str) -> None:
    text = words.replace("\ue000", place_of_citation(0))
    made = with_led_words(text, (group_of(1, link="yinde://article/a"),), Dialect.PAGE)
    opening = '<a href="yinde://article/a" class="place">'
    assert made == (text.replace(led, f"{opening}{led}</a>", 1) if led else text)
