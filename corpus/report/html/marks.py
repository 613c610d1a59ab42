"""Citations in the text of a report as HTML: links to the list of references, or footnotes."""

from __future__ import annotations

from html import escape

from corpus.report.html.styles import Dialect
from corpus.report.in_text import NoteWords, group_of, known, mark_words
from corpus.report.model import CitationSystem, Group, Report
from corpus.text.characters import WORD_JOINER


class Marks:
    """Makes the marks of one document and remembers its footnotes."""

    def __init__(self, report: Report, dialect: Dialect) -> None:
        """Make marks for ``report``; footnotes begin with number 1."""
        self._report, self._dialect = report, dialect
        self._footnotes: list[str] = []
        self._note_words = NoteWords(report)
        self.groups: list[Group] = []
        """What was cited, one after the other."""

    def of(self, number: int, locator: str = "") -> str:
        """Return the mark of one reference, nothing where the report has no such entry."""
        return self.of_group(group_of(number, locator))

    def of_group(self, group: Group) -> str:
        """Return the mark of references cited at one place."""
        group = known(self._report, group)
        if not group:
            return ""
        self.groups.append(group)
        if self._report.system is CitationSystem.NOTE:
            self._footnotes.append(self._note_words.of(group))
            place = len(self._footnotes)
            mark = f'<a href="#note-{place}" id="noteref-{place}" role="doc-noteref"><sup>{place}</sup></a>'
            return self._joined(mark)
        words = escape(mark_words(self._report, group))
        if self._report.raised:
            words = f"<sup>{words}</sup>"
            return self._joined(f'<a href="#ref-{group[0].number}">{words}</a>')
        return f'<a href="#ref-{group[0].number}">{words}</a>'

    def _joined(self, mark: str) -> str:
        """Return a raised mark such that it begins no line; office formats have their own ways to say so."""
        return mark if self._dialect is Dialect.OFFICE else f"{WORD_JOINER}{mark}"

    def footnotes(self) -> str:
        """Return the footnotes; other programs make real ones of them."""
        if not self._footnotes:
            return ""
        entries = "".join(
            f'<li id="note-{place}" role="doc-endnote"><p>{escape(text)} '
            f'<a href="#noteref-{place}" role="doc-backlink">↩</a></p></li>'
            for place, text in enumerate(self._footnotes, start=1)
        )
        return f'<section class="footnotes" role="doc-endnotes"><ol>{entries}</ol></section>'
