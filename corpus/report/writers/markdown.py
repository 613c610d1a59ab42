"""Markdown that reads well as it is, in any editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.report.captions import Captions
from corpus.report.in_text import NoteWords, group_of, known, link_of_group, mark_words, with_marks_of
from corpus.report.marking import dressed, markdown_look
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
from corpus.report.rich_text import as_markdown
from corpus.report.standing import standing_words
from corpus.report.tables import captioned, caveat_lines, conflict_lines, runs, sentence_lines
from corpus.report.typography import behind
from corpus.report.writers.emphasis import strong, sure
from corpus.report.writers.files import write_text
from corpus.report.writers.pictures import drawn_address


def write_markdown(report: Report, path: Path) -> None:
    """Write the report as Markdown (UTF-8, LF)."""
    write_text(path, to_markdown(report))


def to_markdown(report: Report) -> str:
    """Return the report as Markdown."""
    return MarkdownBody(report).whole()


class MarkdownBody:
    """Writes the parts of a report; equal footnotes are written once."""

    def __init__(self, report: Report) -> None:
        """Take the report; nothing is written yet."""
        self._report, self._labels = report, report.labels
        self._captions = Captions(report)
        self._footnotes: dict[Group, tuple[int, str]] = {}
        self._places: dict[str, int] = {}
        self._drawings: list[str] = []
        self._note_words = NoteWords(report)

    def whole(self) -> str:
        """Return the whole document."""
        blocks = [*self.head(), *self.body()]
        text = "\n\n".join(block for block in blocks if block) + "\n"
        marking = self._report.marking
        return text if marking is None else dressed(text, marking, markdown_look)

    def head(self) -> Iterator[str]:
        """Yield the title and the lines below it."""
        report = self._report
        yield f"# {as_markdown(report.title)}"
        told = (report.author, report.institution, report.course, report.created)
        yield " · ".join(as_markdown(part) for part in told if part)

    def body(self) -> Iterator[str]:
        """Yield everything below the title."""
        report = self._report
        if report.about:
            yield f"## {self._labels.about}"
            yield from (as_markdown(line) for line in report.about)
        for section in report.sections:
            yield from self._section(section)
        yield from self._references()
        yield from (f"[^{n}]: {text}" for n, text in self._footnotes.values())
        yield "\n".join(f"[yinde-{n}]: <{link}>" for link, n in self._places.items())
        yield "\n".join(f"[drawing-{n}]: {one}" for n, one in enumerate(self._drawings, start=1))

    def _references(self) -> Iterator[str]:
        report = self._report
        if report.references:
            yield f"## {self._labels.references}"
        for number, reference in report.listed():
            head = f"\\[{number}\\] " if report.system is CitationSystem.NUMERIC else ""
            yield f"{head}{as_markdown(reference.text)}"

    def _section(self, section: ReportSection) -> Iterator[str]:
        """Yield the blocks of one section."""
        if section.title:
            yield f"{'#' * min(6, section.level + 1)} {as_markdown(section.title)}"
        for run in runs(section.items):
            yield from self._figures(run) if isinstance(run, tuple) else self._item(run)

    def _item(self, item: ReportItem) -> Iterator[str]:
        """Yield the blocks of one item."""
        if isinstance(item, QuoteItem):
            yield from self._quote(item)
        elif isinstance(item, TextItem):
            yield sure(with_marks_of(item.text.strip(), item.cited, self._mark))
        elif isinstance(item, TableItem):
            yield from self._table(item)
        elif isinstance(item, ChartItem):
            yield from self._drawing(item)
        else:
            yield from self._figures([item])

    def _drawing(self, item: ChartItem) -> Iterator[str]:
        """Yield a drawing, whose pixels stand at the end of the document, and its caption."""
        words = as_markdown(self._captions.of_drawing(item.caption))
        self._drawings.append(drawn_address(item))
        yield f"![][drawing-{len(self._drawings)}]"
        yield f"*{words}*" if words else ""

    def _quote(self, item: QuoteItem) -> Iterator[str]:
        """Yield a passage, its source, the note and the tags."""
        labels = self._labels
        if item.quote:
            before, quote, after = map(as_markdown, (item.before, item.quote, item.after))
            mark = self._mark_of(item) if item.running else ""
            quote = strong(quote, before, after or mark) if before or after else quote
            yield _quoted(behind(f"{before}{quote}{after}", mark))
        state, told = standing_words(item, labels)
        if state:
            yield f"**{state}** · {as_markdown(told)}"
        source = "" if item.running else self._source(item.place, item.citation, item.locator, item.link)
        if source:
            yield f"{labels.source}{labels.colon}{source}"
        if item.note:
            head = labels.note if item.quote else labels.loose_note
            yield f"**{head}**{labels.colon}{sure(item.note.strip())}"
        if item.tags:
            yield f"{labels.tags}{labels.colon}{as_markdown(labels.comma.join(item.tags))}"

    def _mark_of(self, item: QuoteItem) -> str:
        """Return the mark of the reference of a quotation."""
        return self._mark(group_of(item.citation, item.locator, item.link if item.running else ""))

    def _source(self, place: str, citation: int, locator: str, link: str) -> str:
        """Return where something stands."""
        told = behind(as_markdown(place), self._mark(group_of(citation, locator)))
        way = f"[{self._labels.open_place}](<{link}>)" if link else ""
        return " ".join(part for part in (told, way) if part)

    def _mark(self, group: Group) -> str:
        """Return what stands for references in the text; kept by its maker, it leads to the place they cite."""
        link = link_of_group(group)
        group = known(self._report, group)
        if self._report.system is CitationSystem.NOTE and group:
            if group not in self._footnotes:
                words = as_markdown(self._note_words.of(group))
                way = f" [{self._labels.open_place}](<{link}>)" if link else ""
                self._footnotes[group] = (len(self._footnotes) + 1, f"{words}{way}")
            return f"[^{self._footnotes[group][0]}]"
        words = as_markdown(mark_words(self._report, group)) if group else ""
        if not link:
            return words
        place = self._places.setdefault(link, len(self._places) + 1)
        return f"[{words or self._labels.open_place}][yinde-{place}]"

    def _figures(self, figures: Sequence[FigureItem]) -> Iterator[str]:
        """Yield figures as a table, then their sentences, caveats and contradictions."""
        labels = self._labels
        yield from self._table(captioned(self._report, figures))
        sentences = []
        for numbers, item in sentence_lines(figures, labels):
            place = f"《{item.article}》" if item.article else ""
            source = self._source(place, item.citation, item.locator, item.link)
            sentences.append(f"{numbers}. {behind(as_markdown(item.sentence), source)}")
        if sentences:
            yield f"**{labels.sentences}**"
            yield "\n".join(sentences)
        for label, lines in (
            (labels.caveats, caveat_lines(figures, labels)),
            (labels.conflicts, conflict_lines(figures, labels)),
        ):
            if lines:
                yield f"**{label}**"
                yield "\n".join(f"- {as_markdown(line)}" for line in lines)

    def _table(self, table: TableItem) -> Iterator[str]:
        """Yield a pipe table, its caption first."""
        if table.caption:
            yield as_markdown(self._captions.of_table(table.caption))

        def marked(cell: str) -> str:
            return with_marks_of(as_markdown(cell).replace("\n", "<br>"), table.cited, self._mark)

        def row(cells: Sequence[str]) -> str:
            return "| " + " | ".join(marked(cell) for cell in cells) + " |"

        rule = "|" + "|".join("---:" if n in table.right else "---" for n in range(len(table.columns))) + "|"
        yield "\n".join([row(table.columns), rule, *(row(cells) for cells in table.rows)])


def _quoted(text: str) -> str:
    """Return text as a block quotation; every line of it is a paragraph, so that none run together."""
    return "\n>\n".join(f"> {line}" for line in text.splitlines() if line.strip())
