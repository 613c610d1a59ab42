"""What pandoc leaves undone in an OpenDocument text: rules of tables, a list of headings, the tongues of words."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Final

from corpus.report.model import Report
from corpus.report.writers.packages import rewrite
from corpus.report.writers.small_tables import stands_together
from corpus.text.characters import WORD_JOINER
from index.lazy_pattern import LazyPattern

_TABLE: Final = LazyPattern(r"<table:table [^>]*>.*?</table:table>", re.DOTALL)
_NAME: Final = LazyPattern(r'table:style-name="(Table\d+)"')
_ROW: Final = "<table:table-row"
_CELL: Final = 'table:style-name="TableRowCell"'
_LAST: Final = 'table:style-name="TableLastRowCell"'
_EMPTY_CELL: Final = LazyPattern(r"(<table:table-cell[^>/]*)(?:/>|>\s*</table:table-cell>)")
_NAMED: Final = LazyPattern(r'style:name="(P\d+)" style:family="paragraph" style:parent-style-name="([^"]+)"')
_LISTED: Final = LazyPattern(r'style:parent-style-name="Text_20_body"(?=\s+style:list-style-name=)')
_BREAK: Final = "<text:line-break"
_PARAGRAPH: Final = "<text:p "
_OWN_STYLE: Final = LazyPattern(r'<text:p text:style-name="([^"]+)"')
_AUTOMATIC: Final = LazyPattern(r"P\d+")
_STYLES: Final = "<office:automatic-styles>"
_RULES: Final = {
    "TableHeaderRowCell": 'fo:border-top="1.5pt solid #000000" fo:border-bottom="0.75pt solid #000000"',
    "TableRowCell": "",
    "TableLastRowCell": 'fo:border-bottom="1.5pt solid #000000"',
}
"""The three rules of a table: above and below its head, and below its last row."""
_WHOLE_ROW: Final = (
    '<style:style style:name="TableRow" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
)
_TABLE_FORM: Final = LazyPattern(
    r'(<style:style style:name="(Table\d+)" style:family="table">\s*<style:table-properties)'
)
_CITATION: Final = LazyPattern(
    r'<text:a( [^>]*xlink:href="(?:#[^>]*>|[^>]*>(?=<text:span [^>]*><text:span text:style-name="Yinde Cited"))'
    r'<text:span text:style-name=")Definition"'
)
_AS_WORDS: Final = r'<text:a text:style-name="Citation" text:visited-style-name="Citation"\1Citation"'
"""A link within the document, or of words to where they were taken from, is printed like the words around it."""
_MARK: Final = LazyPattern(r'(?=<text:a text:style-name="Citation"[^>]* xlink:href="#)')
_HEADING: Final = LazyPattern(r'(<text:h [^>]*text:outline-level="([1-3])"[^>]*>)(.*?)</text:h>', re.DOTALL)
_NOTE: Final = LazyPattern(r"<text:note .*?</text:note>", re.DOTALL)
_NOTED: Final = "<text:noted/>"
_PUT_BACK: Final = LazyPattern(_NOTED)
"""What stands for a footnote while the paragraphs around it are looked at."""
_TAG: Final = LazyPattern(r"<[^>]*>")
_WESTERN: Final = LazyPattern(r'fo:(language|country)="(?:zh|CN)"')
_UPRIGHT: Final = LazyPattern(r'fo:page-height="([^"]+)" fo:page-width="([^"]+)"')
_ACROSS: Final = r'fo:page-width="\1" fo:page-height="\2" style:print-orientation="landscape"'
_DEEPEST: Final = 3


def finish_odt(path: Path, report: Report) -> None:
    """Rule the tables of the document at ``path``, list its headings where asked for, and name the tongue of words.

    Latin words in a Chinese document are western ones: told to be Chinese, office programs break them anywhere.
    """

    def finished(content: str) -> str:
        content = _finished(content)
        content = _MARK.sub(WORD_JOINER, content) if report.raised else content
        return _with_contents(content, report.labels.contents) if report.contents else content

    western = {"language": "en", "country": "US"}

    def styled(styles: str) -> str:
        styles = _WESTERN.sub(lambda one: f'fo:{one[1]}="{western[one[1]]}"', styles)
        return _UPRIGHT.sub(_ACROSS, styles) if report.lies_across else styles

    rewrite(path, {"content.xml": finished, "styles.xml": styled})


def _finished(content: str) -> str:
    content = _CITATION.sub(_AS_WORDS, _with_lines_unstretched(content))
    content = _LISTED.sub('style:parent-style-name="Yinde List"', _with_common_parents(content))
    small = {
        name[1]
        for table in _TABLE.findall(content)
        if stands_together(table, table.count(_ROW)) and (name := _NAME.search(table))
    }
    content = _TABLE.sub(lambda match: _ruled_off(match[0]), content)
    content = _TABLE_FORM.sub(
        lambda match: (
            f'{match[1]} fo:margin-bottom="0.3cm" '
            f'style:may-break-between-rows="{"false" if match[2] in small else "true"}"'
        ),
        content,
    )
    return content.replace(_STYLES, _STYLES + _WHOLE_ROW + "".join(map(_cell_style, _RULES)), 1)


def _with_lines_unstretched(content: str) -> str:
    """Return the content with paragraphs of broken lines set flush left: justified, each line is drawn apart.

    Footnotes stand within a paragraph and hold paragraphs of their own; they are passed over.
    """
    end = "</text:p>"
    named: dict[str, str] = {}
    notes = _NOTE.findall(content)
    paragraphs = _NOTE.sub(_NOTED, content).split(end)
    for number, one in enumerate(paragraphs):
        begin = one.rfind(_PARAGRAPH) if _BREAK in one else -1
        style = _OWN_STYLE.match(one, max(begin, 0))
        if begin >= 0 and style is not None and not _AUTOMATIC.fullmatch(style[1]):
            name = named.setdefault(style[1], f"YindeLines{len(named) + 1}")
            paragraphs[number] = f'{one[:begin]}{_PARAGRAPH}text:style-name="{name}"{one[style.end() :]}'
    forms = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
        '<style:paragraph-properties fo:text-align="start"/></style:style>'
        for parent, name in named.items()
    )
    told = iter(notes)
    whole = _PUT_BACK.sub(lambda _mark: next(told), end.join(paragraphs))
    return whole.replace(_STYLES, _STYLES + forms, 1)


def _with_common_parents(content: str) -> str:
    """Return the content with no paragraph's form built on another paragraph's, which office programs pass over."""
    parents = dict(_NAMED.findall(content))

    def rooted(match: re.Match[str]) -> str:
        parent = match[2]
        while parent in parents:
            parent = parents[parent]
        return f'style:name="{match[1]}" style:family="paragraph" style:parent-style-name="{parent}"'

    return _NAMED.sub(rooted, content)


def _cell_style(name: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding-left="0.12cm" fo:padding-right="0.12cm" fo:padding-top="0cm" fo:padding-bottom="0cm" '
        f"{_RULES[name]}/></style:style>"
    )


def _ruled_off(table: str) -> str:
    """Return a table with whole rows, the cells of its last in a style of their own, and no cell without a line."""
    head, row, last = table.rpartition(_ROW)
    table = head + row + last.replace(_CELL, _LAST)
    table = _EMPTY_CELL.sub(r'\1><text:p text:style-name="Table_20_Contents"/></table:table-cell>', table)
    return table.replace(_ROW, f'{_ROW} table:style-name="TableRow"')


def _with_contents(content: str, words: str) -> str:
    """Return the content with the list of its headings before the first of them; the pages are reckoned when opened."""
    listed: list[tuple[str, str]] = []

    def marked(match: re.Match[str]) -> str:
        name = f"yinde-heading-{len(listed) + 1}"
        listed.append((match[2], _TAG.sub("", _NOTE.sub("", match[3])).strip()))
        return f'{match[1]}<text:bookmark text:name="{name}"/>{match[3]}</text:h>'

    content = _HEADING.sub(marked, content)
    first = _HEADING.search(content)
    if first is None:
        return content
    return f"{content[: first.start()]}{_contents(listed, escape(words))}{content[first.start() :]}"


def _contents(listed: list[tuple[str, str]], words: str) -> str:
    templates = "".join(
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
        '<text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
        "<text:index-entry-page-number/></text:table-of-content-entry-template>"
        for level in range(1, _DEEPEST + 1)
    )
    lines = "".join(
        f'<text:p text:style-name="Contents_20_{level}">{title}<text:tab/>'
        f'<text:bookmark-ref text:reference-format="page" text:ref-name="yinde-heading-{number}"/></text:p>'
        for number, (level, title) in enumerate(listed, start=1)
    )
    heading = f'<text:p text:style-name="Contents_20_Heading">{words}</text:p>'
    return (
        '<text:table-of-content text:name="yinde-contents" text:protected="false">'
        f'<text:table-of-content-source text:outline-level="{_DEEPEST}">'
        f'<text:index-title-template text:style-name="Contents_20_Heading">{words}</text:index-title-template>'
        f"{templates}</text:table-of-content-source>"
        f'<text:index-body><text:index-title text:name="yinde-contents-head">{heading}</text:index-title>{lines}'
        '</text:index-body></text:table-of-content><text:p text:style-name="Yinde Break"/>'
    )
