"""A report as one HTML fragment: for the self-contained page, for office formats, for Typst."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from corpus.report.captions import Captions
from corpus.report.column_widths import column_widths, is_short
from corpus.report.html.filters import filter_classes, tag_sets
from corpus.report.html.led_words import led, with_led_words
from corpus.report.html.marks import Marks
from corpus.report.html.styles import Dialect, attributes
from corpus.report.in_text import with_marks_of
from corpus.report.marking import dressed, office_look
from corpus.report.model import (
    ChartItem,
    CitationSystem,
    FigureItem,
    Group,
    QuoteItem,
    Report,
    ReportItem,
    ReportSection,
    TableItem,
    TextItem,
)
from corpus.report.picture_widths import width_share
from corpus.report.rich_text import note_html
from corpus.report.standing import standing_words
from corpus.report.tables import captioned, caveat_lines, conflict_lines, runs, sentence_lines
from corpus.report.typography import behind, held_together
from corpus.report.wide_tables import parts_of_table
from index.lazy_pattern import LazyPattern

__all__ = ["Dialect", "HtmlBody", "chart_mark"]

_ENTRY: Final = LazyPattern(r"<li>\s*((?!</?(?:ul|ol|li|p)\b)(?:[^<]|<(?!/?(?:ul|ol|li|p)\b))+)")
"""The words of an entry of a list that are no paragraph yet."""
_ONLY: Final = LazyPattern(r"\A<p>((?:(?!</?p>).)*)</p>\s*\Z", re.DOTALL)
_SIDE: Final = LazyPattern(r'style="text-align: (right|center)"')
_SIDES: Final = {"right": "number", "center": "middle", "whole": "whole"}
"""The classes of cells on a page."""


class HtmlBody:
    """Writes the parts of a report in one of the dialects."""

    def __init__(self, report: Report, dialect: Dialect) -> None:
        """Take the report; nothing is written yet."""
        self._report, self._labels, self._dialect = report, report.labels, dialect
        self._tag_sets = tag_sets(report) if report.filters else []
        self._charts = 0
        self._captions = Captions(report)
        self._marks = Marks(report, dialect)

    def whole(self) -> str:
        """Return everything below the title."""
        report = self._report
        parts = [self._about(), *(self._section(section) for section in report.sections)]
        parts += [self._references(), self._marks.footnotes()]
        text = "\n".join(part for part in parts if part)
        if report.marking is None or self._dialect is Dialect.TYPST:
            return text
        return dressed(text, report.marking, office_look if self._dialect is Dialect.OFFICE else None)

    def cited(self) -> tuple[Group, ...]:
        """Return what was cited, one after the other, in what is written so far."""
        return tuple(self._marks.groups)

    def item(self, item: ReportItem) -> str:
        """Return one item."""
        if isinstance(item, QuoteItem):
            return self._quote(item)
        if isinstance(item, TextItem):
            told = self._with_citations(self._rich(held_together(item.text)), item.cited)
            return self._paragraph("sentence", _ONLY.sub(r"\1", told)) if item.beside else told
        if isinstance(item, TableItem):
            return self._parted_table(item)
        if isinstance(item, ChartItem):
            return self._chart(item)
        return self._figures([item])

    def _about(self) -> str:
        """Return the lines that say what this is."""
        if not self._report.about:
            return ""
        lines = "".join(self._paragraph("about", escape(line)) for line in self._report.about)
        return f"{self._heading(self._labels.about, 1)}\n{lines}"

    def _heading(self, title: str, level: int) -> str:
        """Return a heading; the page keeps the first level for the title of the report."""
        rank = level + 1 if self._dialect is Dialect.PAGE else level
        return f"<h{rank}>{escape(title)}</h{rank}>"

    def _paragraph(self, style: str, inner: str, *, anchor: str = "") -> str:
        """Return a paragraph in one of the report's styles; ``inner`` is HTML."""
        named = attributes(self._dialect, style) + (f' id="{anchor}"' if anchor else "")
        if self._dialect is Dialect.PAGE:
            return f"<p{named}>{inner}</p>\n"
        return f"<div{named}><p>{inner}</p></div>\n"

    def _section(self, section: ReportSection) -> str:
        """Return a heading with everything below it."""
        parts = [self._heading(section.title, section.level)] if section.title else []
        parts += [
            self._figures(run) if isinstance(run, tuple) else self.item(run) for run in runs(section.items)
        ]
        return "\n".join(parts)

    def _quote(self, item: QuoteItem) -> str:
        """Return a passage with its source, note and tags."""
        parts = [self._marked(item)] if item.quote else []
        state, told = standing_words(item, self._labels)
        if state:
            parts.append(self._paragraph("source", f"<strong>{escape(state)}</strong> · {escape(told)}"))
        source = self._source(item)
        if source:
            parts.append(self._paragraph("source", source))
        if item.note:
            parts.append(self._note(item.note, self._labels.note if item.quote else self._labels.loose_note))
        if item.tags:
            tags = escape(self._labels.comma.join(item.tags))
            parts.append(self._paragraph("tags", f"{self._label(self._labels.tags)}{tags}"))
        inner = "".join(parts)
        if self._dialect is not Dialect.PAGE:
            return inner
        named = filter_classes(item, self._tag_sets) if self._report.filters else ""
        return f'<article class="item{named}">{inner}</article>'

    def _marked(self, item: QuoteItem) -> str:
        """Return a passage between what stands around it."""
        marked = f"<u>{_lines(item.quote)}</u>" if item.underline else _lines(item.quote)
        before, after = (
            f'<span class="around">{_lines(text)}</span>' if text else ""
            for text in (item.before, item.after)
        )
        if before or after:
            marked = f"<strong>{marked}</strong>"
        if item.running:
            marked = led(marked, item.link, self._dialect)
        tag = "blockquote" if self._dialect is Dialect.PAGE else "div"
        named = attributes(self._dialect, "quote", item.colour)
        mark = self._marks.of(item.citation, item.locator) if item.running else ""
        words = behind(f"{before}{marked}{after}", mark)
        return f"<{tag}{named}><p>{words}</p></{tag}>\n"

    def _label(self, text: str) -> str:
        """Return the small word before a value."""
        return f"<strong>{escape(text + self._labels.colon)}</strong>"

    def _source(self, item: QuoteItem) -> str:
        """Return where a passage stands, with the number of its reference and the way back."""
        if item.running:
            return ""
        noted = self._report.system is CitationSystem.NOTE
        mark = self._marks.of(item.citation, item.locator)
        # The number of a footnote stands at the words themselves.
        told = f"{escape(item.place)}{mark}" if noted else behind(escape(item.place), mark)
        parts = [told] if told else []
        if item.link:
            parts.append(f'<a href="{escape(item.link)}">{escape(self._labels.open_place)}</a>')
        return " ".join(parts)

    def _note(self, text: str, head: str) -> str:
        """Return a person's note, headed by a label."""
        inner = self._rich(text)
        label = self._label(head)
        first = re.sub(r"\A<p>", lambda _match: f"<p>{label}", inner)
        inner = first if first != inner else f"<p>{label}</p>{inner}"
        return f"<div{attributes(self._dialect, 'note')}>{inner}</div>\n"

    def _rich(self, text: str) -> str:
        """Return a person's Markdown; entries of lists are paragraphs where a style is told by the paragraph."""
        made = note_html(text)
        if self._dialect is Dialect.PAGE:
            made = _SIDE.sub(lambda match: f'class="{_SIDES[match[1]]}"', made)
        return _ENTRY.sub(r"<li><p>\1</p>", made) if self._dialect is Dialect.OFFICE else made

    def _figures(self, figures: Sequence[FigureItem]) -> str:
        """Return figures as a table, followed by the sentences that state them and what contradicts them."""
        labels = self._labels
        parts = [self._parted_table(captioned(self._report, figures))]
        sentences = "".join(self._sentences(figures))
        if sentences:
            parts.append(self._paragraph("subhead", escape(labels.sentences)) + sentences)
        for label, lines in (
            (labels.caveats, caveat_lines(figures, labels)),
            (labels.conflicts, conflict_lines(figures, labels)),
        ):
            if lines:
                parts.append(self._paragraph("subhead", escape(label)))
                parts.extend(self._paragraph("sentence", _lines(line)) for line in lines)
        return "\n".join(parts)

    def _sentences(self, figures: Sequence[FigureItem]) -> Iterator[str]:
        """Yield the numbered sentences of figures with their sources."""
        for numbers, item in sentence_lines(figures, self._labels):
            place = f"《{item.article}》" if item.article else ""
            told = QuoteItem(place=place, citation=item.citation, locator=item.locator, link=item.link)
            source = behind(_lines(item.sentence), self._source(told))
            yield self._paragraph("sentence", f"{numbers}. {source}")

    def _parted_table(self, table: TableItem) -> str:
        """Return a table with its caption above it, by columns in parts where a page cannot hold them."""
        first, *others = parts_of_table(table, across=self._report.lies_across)
        return self._table(first, self._captions.of_table(table.caption)) + "".join(
            self._table(one, self._captions.of_table_continued(table.caption)) for one in others
        )

    def _table(self, table: TableItem, words: str) -> str:
        """Return a table with the words of its caption above it; columns of numbers to the right."""
        short = (n for n in range(len(table.columns)) if self._dialect is Dialect.PAGE and is_short(table, n))
        sides = dict.fromkeys(short, "whole") | dict.fromkeys(table.right, "right")
        if table.columns[:1] == (self._labels.number,):
            sides[0] = "center"

        def cells(row: Sequence[str], tag: str) -> str:
            made = (
                f"<{tag}{self._side(sides.get(n, ''))}>{self._cell(cell, table)}</{tag}>"
                for n, cell in enumerate(row)
            )
            return f"<tr>{''.join(made)}</tr>"

        caption = self._paragraph("tablecaption", escape(words)) if words else ""
        body = "".join(cells(row, "td") for row in table.rows)
        widths = (
            "" if self._dialect is Dialect.PAGE else column_widths(table, across=self._report.lies_across)
        )
        return f"{caption}<table>{widths}<thead>{cells(table.columns, 'th')}</thead><tbody>{body}</tbody></table>\n"

    def _side(self, side: str) -> str:
        """Return the attribute of a cell whose words stand at one side of it."""
        if not side:
            return ""
        return f' class="{_SIDES[side]}"' if self._dialect is Dialect.PAGE else f' style="text-align: {side}"'

    def _cell(self, cell: str, table: TableItem) -> str:
        """Return a cell with the marks of what is cited in it."""
        return self._with_citations(_lines(cell), table.cited)

    def _with_citations(self, text: str, cited: tuple[Group, ...]) -> str:
        """Return HTML with the marks of what is cited in it; the words cited for lead to their places."""
        return with_marks_of(with_led_words(text, cited, self._dialect), cited, self._marks.of_group)

    def _chart(self, item: ChartItem) -> str:
        """Return a drawing inside the document itself; Typst gets it later, in place of a word."""
        words = self._captions.of_drawing(item.caption)
        caption = self._paragraph("caption", escape(words)) if words else ""
        if self._dialect is Dialect.TYPST:
            self._charts += 1
            return f"{self._paragraph('picture', chart_mark(self._charts - 1))}{caption}"
        kind, data = (
            (item.kind, item.png)
            if item.png and self._dialect is Dialect.OFFICE
            else ("svg+xml", item.svg.encode())
        )
        address = f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
        share = width_share(item.svg, across=self._report.lies_across)
        size = f' width="{share}%"' if self._dialect is Dialect.OFFICE else ""
        drawn = f'<img src="{address}" alt="{escape(item.caption)}"{size}>'
        return f"{self._paragraph('picture', drawn)}{caption}"

    def _references(self) -> str:
        """Return the list of references."""
        if not self._report.references:
            return ""
        numbered = self._report.system is CitationSystem.NUMERIC
        made = (
            self._paragraph(
                "reference",
                f"{f'[{number}] ' if numbered else ''}{_lines(reference.text)}",
                anchor=f"ref-{number}",
            )
            for number, reference in self._report.listed()
        )
        return f"{self._heading(self._labels.references, 1)}\n{''.join(made)}"


def chart_mark(number: int) -> str:
    """Return the word that keeps the place of a chart in Typst source."""
    return f"YINDECHART{number}END"


def _lines(text: str) -> str:
    """Return plain text as HTML that keeps its line breaks and parts no number from its unit."""
    return escape(held_together(text)).replace("\n", "<br>")
