"""What pandoc leaves undone in a Word document: dates, rows of tables kept whole, a list of headings as a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html import escape, unescape
from pathlib import Path
from typing import Final

from corpus.report.model import Report
from corpus.report.writers.docx_lines import with_line_ends
from corpus.report.writers.docx_outside import kept_inside
from corpus.report.writers.packages import names_of, rewrite
from corpus.report.writers.small_tables import stands_together
from index.lazy_pattern import LazyPattern

_CORE: Final = "docProps/core.xml"
_DOCUMENT: Final = "word/document.xml"
_DATES: Final = LazyPattern(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_HEADING: Final = LazyPattern(r'<w:pStyle w:val="Heading1"\s*/>')
_ANY_HEADING: Final = LazyPattern(
    r'(<w:p>\s*<w:pPr>\s*<w:pStyle w:val="Heading[1-3]"\s*/>(?:(?!</w:pPr>).)*</w:pPr>)((?:(?!</w:p>).)*)',
    re.DOTALL,
)
_WORDS: Final = LazyPattern(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SIGN: Final = "_Toc77{:06}"
"""Names of the places the list of headings points to, in the form Word gives them itself."""
_PARAGRAPH: Final = LazyPattern(r"<w:p[ >]")
_ROW: Final = LazyPattern(r"(<w:tr(?: [^>]*)?>)(<w:trPr>)?")
_LIST: Final = "YindeList"
_LIST_FORM: Final = LazyPattern(
    r'<w:pPr>(?:<w:pStyle w:val="(?:Compact|BodyText|FirstParagraph)"\s*/>)?\s*(?=<w:numPr>)'
)
_FIRST_SIGN: Final = 770_000
_DEEPEST: Final = 3
_TABLE: Final = LazyPattern(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_WITHOUT_WIDTH: Final = LazyPattern(r'<w:tblW w:type="auto" w:w="0"\s*/>')
_FORM: Final = LazyPattern(r"<w:p>(?:<w:pPr>(<w:pStyle [^>]*/>)?)?")
_BEHIND_TABLE: Final = LazyPattern(
    r'(</w:tbl>\s*<w:p><w:pPr><w:pStyle w:val="(?:BodyText|FirstParagraph|BlockText|YindeSentence)"\s*/>)'
)
_BREAK: Final = LazyPattern(r"<w:br\s*/>")
_UPRIGHT: Final = LazyPattern(r'<w:pgSz w:h="(\d+)" w:w="(\d+)"\s*/>')
_LEFT: Final = '<w:jc w:val="left"/>'
_PICTURE_ITSELF: Final = LazyPattern(r'(<pic:cNvPr\b[^>]*?\bdescr=")data:[^"]*')
"""Pandoc describes a picture by its address, which is here the whole picture once more, in letters."""
_OWN_FORM: Final = LazyPattern(r"(<w:p(?: [^>]*)?>\s*<w:pPr>)((?:(?!</w:pPr>).)*)", re.DOTALL)


def finish_docx(path: Path, report: Report) -> None:
    """Give the document at ``path`` its dates and whole rows, and its contents where the report asks for them."""

    def finished(document: str) -> str:
        """Return the XML of the document as it is handed on."""
        whole = _TABLE.sub(lambda match: _with_form(match[0]), _with_whole_rows(document))
        whole = _PICTURE_ITSELF.sub(r"\1", _with_lines_unstretched(whole))
        whole = _BEHIND_TABLE.sub(r'\1<w:spacing w:before="160"/>', whole)
        whole = whole if report.reference else _with_lists(whole)
        whole = _across(whole) if report.lies_across and not report.reference else whole
        return _with_contents(whole, report) if report.contents else whole

    changes: dict[str, Callable[[str], str]] = {_CORE: _dated, _DOCUMENT: finished}
    if report.reference:
        changes |= kept_inside(names_of(path))
    rewrite(path, changes | with_line_ends(changes))


def _dated(core: str) -> str:
    """Return the properties with the time of now: pandoc, shut off from the clock, tells 1970."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _DATES.sub(lambda match: f"{match[1]}{now}{match[2]}", core)


def _with_whole_rows(document: str) -> str:
    """Return the document with no row of a table parted between two pages."""
    return _ROW.sub(
        lambda match: f"{match[1]}<w:trPr><w:cantSplit/>{'' if match[2] else '</w:trPr>'}", document
    )


def _with_form(table: str) -> str:
    """Return a table as wide as the page; a small one with its rows kept together."""
    table = _WITHOUT_WIDTH.sub('<w:tblW w:type="pct" w:w="5000"/>', table)
    rows = table.split("</w:tr>")
    if not stands_together(table, len(rows) - 1):
        return table
    kept = [_FORM.sub(_kept, row) for row in rows[:-2]]
    return "</w:tr>".join([*kept, *rows[-2:]])


def _kept(match: re.Match[str]) -> str:
    """Return the beginning of a paragraph that stays with the next."""
    opened = match[0] if "<w:pPr>" in match[0] else f"{match[0]}<w:pPr>"
    return f"{opened}<w:keepNext/>{'' if '<w:pPr>' in match[0] else '</w:pPr>'}"


def _with_lines_unstretched(document: str) -> str:
    """Return the document with paragraphs of broken lines set flush left: justified, each line is drawn apart."""
    end = "</w:p>"
    return end.join(_flush_left(one) if _BREAK.search(one) else one for one in document.split(end))


def _flush_left(paragraph: str) -> str:
    begin = [one.start() for one in _PARAGRAPH.finditer(paragraph)][-1]
    form = _OWN_FORM.match(paragraph, begin)
    if form is None:
        head = paragraph.index(">", begin) + 1
        return f"{paragraph[:head]}<w:pPr>{_LEFT}</w:pPr>{paragraph[head:]}"
    if "<w:jc " in form[2]:
        return paragraph
    inner, sign, rest = form[2].partition("<w:rPr>")
    return f"{paragraph[:begin]}{form[1]}{inner}{_LEFT}{sign}{rest}{paragraph[form.end(2) :]}"


def _across(document: str) -> str:
    """Return the document with its pages on their side."""
    return _UPRIGHT.sub(r'<w:pgSz w:w="\1" w:h="\2" w:orient="landscape"/>', document)


def _with_lists(document: str) -> str:
    """Return the document with entries of lists in a style of their own: of a body's first lines they have none."""
    return _LIST_FORM.sub(f'<w:pPr><w:pStyle w:val="{_LIST}" />', document)


def _with_contents(document: str, report: Report) -> str:
    """Return the document with the list of headings before the first of them, each a link; Word fills in the pages."""
    first = _HEADING.search(document)
    if first is None:
        return document
    at = [one.start() for one in _PARAGRAPH.finditer(document, 0, first.start())][-1]
    headings = [(one.title, one.level) for one in report.sections if one.title and one.level <= _DEEPEST]
    if report.references:
        headings.append((report.labels.references, 1))
    titles = [title for title, _level in headings]
    signed: list[int] = []

    def sign(match: re.Match[str]) -> str:
        words, begin = unescape("".join(_WORDS.findall(match[2]))), signed[-1] + 1 if signed else 0
        if words not in titles[begin:]:
            return match[0]
        signed.append(titles.index(words, begin))
        return f"{match[1]}{_signed(match[2], signed[-1])}"

    whole = _ANY_HEADING.sub(sign, document[at:])
    return f"{document[:at]}{_contents(headings, report.labels.contents, frozenset(signed))}{whole}"


def _signed(inner: str, number: int) -> str:
    """Return what stands in a heading between the ends of a bookmark."""
    sign, name = _FIRST_SIGN + number, _SIGN.format(number)
    return f'<w:bookmarkStart w:id="{sign}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{sign}"/>'


def _contents(headings: Sequence[tuple[str, int]], name: str, signed: frozenset[int]) -> str:
    """Return the list of headings as a field: each leads to its heading, where that bears a bookmark."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{_DEEPEST}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = [_paragraph("TOCHeading", _run(name))]
    for number, (title, level) in enumerate(headings):
        opening = begin if number == 0 else ""
        closing = end if number == len(headings) - 1 else ""
        entry = _run(title)
        if number in signed:
            entry = f'<w:hyperlink w:anchor="{_SIGN.format(number)}" w:history="1">{entry}</w:hyperlink>'
        lines.append(_paragraph(f"TOC{level}", f"{opening}{entry}{closing}"))
    return "".join(lines) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _paragraph(style: str, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
