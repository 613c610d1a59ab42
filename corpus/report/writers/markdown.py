"""Markdown that reads well as it is, in any editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from corpus.report.labels import ReportLabels
from corpus.report.model import (
    ChartItem,
    CitationSystem,
    FigureItem,
    QuoteItem,
    Report,
    ReportItem,
    ReportSection,
    TableItem,
    TextItem,
)
from corpus.report.rich_text import as_markdown
from corpus.report.tables import caveat_lines, conflict_lines, page_table
from corpus.report.writers.files import write_text


def write_markdown(report: Report, path: Path) -> None:
    """Write the report as Markdown (UTF-8, LF)."""
    write_text(path, to_markdown(report))


def to_markdown(report: Report) -> str:
    """Return the report as Markdown."""
    labels = report.labels
    blocks = [f"# {as_markdown(report.title)}"]
    meta = " · ".join(as_markdown(part) for part in (report.author, report.created) if part)
    blocks += [meta] if meta else []
    if report.about:
        blocks += [f"## {labels.about}", *(as_markdown(line) for line in report.about)]
    for section in report.sections:
        blocks.extend(_section(section, report))
    if report.references:
        blocks.append(f"## {labels.references}")
        for number, reference in report.listed():
            head = f"\\[{number}\\] " if report.system is CitationSystem.NUMERIC else ""
            blocks.append(f"{head}{as_markdown(reference.text)}")
        if report.system is CitationSystem.NOTE:
            notes = enumerate(report.references, start=1)
            blocks += [f"[^{number}]: {as_markdown(reference.text)}" for number, reference in notes]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: ReportSection, report: Report) -> Iterator[str]:
    """Yield the blocks of one section."""
    if section.title:
        yield f"{'#' * min(6, section.level + 1)} {as_markdown(section.title)}"
    for figures, group in groupby(section.items, key=lambda item: isinstance(item, FigureItem)):
        items = list(group)
        if figures:
            yield from _figures([item for item in items if isinstance(item, FigureItem)], report)
        else:
            for item in items:
                yield from _item(item, report)


def _item(item: ReportItem, report: Report) -> Iterator[str]:
    """Yield the blocks of one item."""
    if isinstance(item, QuoteItem):
        yield from _quote(item, report)
    elif isinstance(item, TextItem):
        yield item.text.strip()
    elif isinstance(item, TableItem):
        yield from _table(item)
    elif isinstance(item, ChartItem):
        yield f"*{as_markdown(item.caption)}*"
    else:
        yield from _figures([item], report)


def _quote(item: QuoteItem, report: Report) -> Iterator[str]:
    """Yield a passage, its source, the note and the tags."""
    labels = report.labels
    if item.quote:
        quote = as_markdown(item.quote)
        quote = f"**{quote}**" if item.before or item.after else quote
        yield _quoted(f"{as_markdown(item.before)}{quote}{as_markdown(item.after)}")
    source = _source(item.place, item.citation, item.link, report)
    if source:
        yield f"{labels.source}{labels.colon}{source}"
    if item.note:
        head = labels.note if item.quote else labels.loose_note
        yield f"**{head}**{labels.colon}{item.note.strip()}"
    if item.tags:
        yield f"{labels.tags}{labels.colon}{as_markdown(labels.comma.join(item.tags))}"


def _quoted(text: str) -> str:
    """Return text as a block quotation; every line of it is a paragraph, so that none run together."""
    return "\n>\n".join(f"> {line}" for line in text.splitlines() if line.strip())


def _source(place: str, citation: int, link: str, report: Report) -> str:
    """Return where something stands."""
    parts = [as_markdown(place)] if place else []
    parts += [_mark(citation, report)] if 0 < citation <= len(report.references) else []
    parts += [f"[{report.labels.open_place}](<{link}>)"] if link else []
    return " ".join(parts)


def _mark(citation: int, report: Report) -> str:
    """Return what stands for a reference in the text."""
    if report.system is CitationSystem.NOTE:
        return f"[^{citation}]"
    if report.system is CitationSystem.NUMERIC:
        return f"\\[{citation}\\]"
    return as_markdown(report.references[citation - 1].mark)


def _figures(figures: Sequence[FigureItem], report: Report) -> Iterator[str]:
    """Yield figures as a table, then their sentences, caveats and contradictions."""
    labels: ReportLabels = report.labels
    yield from _table(page_table(figures, labels))
    sentences = []
    for n, item in enumerate(figures, start=1):
        if item.sentence:
            place = f"《{item.article}》" if item.article else ""
            source = _source(place, item.citation, item.link, report)
            sentences.append(f"{n}. {as_markdown(item.sentence)} {source}".rstrip())
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


def _table(table: TableItem) -> Iterator[str]:
    """Yield a pipe table, its caption first."""
    if table.caption:
        yield as_markdown(table.caption)

    def row(cells: Sequence[str]) -> str:
        return "| " + " | ".join(as_markdown(cell).replace("\n", "<br>") for cell in cells) + " |"

    rule = "|" + "|".join("---:" if n in table.right else "---" for n in range(len(table.columns))) + "|"
    yield "\n".join([row(table.columns), rule, *(row(cells) for cells in table.rows)])
