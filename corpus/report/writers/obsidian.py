"""Markdown as Obsidian reads it: properties in front, quotations as callouts, tags as tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from corpus.report.in_text import group_of
from corpus.report.model import QuoteItem, Report
from corpus.report.rich_text import as_markdown
from corpus.report.standing import standing_words
from corpus.report.writers.emphasis import sure
from corpus.report.writers.files import write_text
from corpus.report.writers.markdown import MarkdownBody
from index.lazy_pattern import LazyPattern

_NO_TAG: Final = LazyPattern(r"[^\w/\-]+")


def write_obsidian(report: Report, path: Path) -> None:
    """Write the report as a note for Obsidian (UTF-8, LF)."""
    write_text(path, ObsidianBody(report).whole())


class ObsidianBody(MarkdownBody):
    """Writes the parts of a report for Obsidian."""

    def head(self) -> Iterator[str]:
        """Yield the properties, then the title."""
        report = self._report
        tags = dict.fromkeys(
            _tag(tag) for item in report.items() if isinstance(item, QuoteItem) for tag in item.tags
        )
        told = {"title": report.title, "author": report.author, "date": report.created}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items() if value]
        lines += [f"tags: [{', '.join(tags)}]"] if tags else []
        yield "\n".join(["---", *lines, "---"])
        yield f"# {as_markdown(report.title)}"

    def _quote(self, item: QuoteItem) -> Iterator[str]:
        """Yield a quotation as a callout with its source, then the note and the tags."""
        source = " ".join(self._origin(item))
        lines = [f"> [!quote] {source}".rstrip()]
        text = f"{item.before}{item.quote}{item.after}"
        lines += [f"> {as_markdown(line)}" for line in text.splitlines() if line.strip()]
        state, told = standing_words(item, self._labels)
        lines += [">", f"> **{state}** · {as_markdown(told)}"] if state else []
        yield "\n".join(lines) if item.quote else source
        yield sure(item.note.strip())
        yield " ".join(f"#{_tag(tag)}" for tag in item.tags)

    def _origin(self, item: QuoteItem) -> Iterator[str]:
        mark = self._mark(group_of(item.citation, item.locator))
        if item.place:
            yield as_markdown(item.place)
        if mark:
            yield mark
        if item.link:
            yield f"[{self._labels.open_place}](<{item.link}>)"


def _tag(tag: str) -> str:
    """Return a tag without what ends a tag there; one of figures alone begins with a line."""
    made = _NO_TAG.sub("-", tag.strip()).strip("-") or "_"
    return f"_{made}" if made.isdigit() else made
