"""The record a text's first and last lines tell: one reader a kind of text, most particular first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.model.source import Stated
from corpus.records.english.chapters import read_english_chapter
from corpus.records.english.front_pages import read_english
from corpus.records.english.papers import read_english_paper
from corpus.records.english.series import read_series_paper
from corpus.records.kinds.blocks import fill, read_block
from corpus.records.kinds.books import read_book, read_chapter
from corpus.records.kinds.broker_reports import read_securities_report
from corpus.records.kinds.filings import read_filing
from corpus.records.kinds.forum import read_forum
from corpus.records.kinds.journals import read_journal
from corpus.records.kinds.judgments import read_judgment
from corpus.records.kinds.laws import read_law
from corpus.records.kinds.letters import read_letter
from corpus.records.kinds.mastheads import read_masthead
from corpus.records.kinds.patents import read_patent
from corpus.records.kinds.press import read_press
from corpus.records.kinds.project_reports import read_project_report
from corpus.records.kinds.running_heads import (
    read_analyst_note,
    read_announcement,
    read_institute_note,
    read_issue,
    read_proceedings,
)
from corpus.records.kinds.script import as_printed, read_plainly
from corpus.records.kinds.sheets import read_sheet
from corpus.records.kinds.speeches import read_speech
from corpus.records.kinds.standards import read_standard
from corpus.records.kinds.taken_from import read_excerpt, read_own_reference, read_taken
from corpus.records.kinds.theses import read_thesis
from corpus.records.kinds.title_pages import read_title_page
from corpus.records.kinds.yearbooks import read_yearbook
from corpus.records.lines.page import FrontPage, Gathered, front_page, outer_lines
from corpus.records.weighed.settling import settle_kind
from corpus.text.script import is_traditional

READERS: Final[tuple[tuple[str, Callable[[FrontPage], Gathered | None]], ...]] = (
    ("head", read_letter),
    ("cover", read_patent),
    ("cover", read_standard),
    ("cover", read_thesis),
    ("cover", read_project_report),
    ("cover", read_securities_report),
    ("cover", read_analyst_note),
    ("cover", read_institute_note),
    ("head", read_announcement),
    ("cover", read_filing),
    ("first_page", read_proceedings),
    ("first_page", read_english_paper),
    ("first_page", read_english_chapter),
    ("cover", read_series_paper),
    ("first_page", read_journal),
    ("imprint", read_own_reference),
    ("first_page", read_issue),
    ("head", read_masthead),
    ("imprint", read_chapter),
    ("imprint", read_taken),
    ("imprint", read_excerpt),
    ("imprint", read_yearbook),
    ("imprint", read_book),
    ("cover", read_english),
    ("head", read_judgment),
    ("head", read_law),
    ("head", read_speech),
    ("cover", read_sheet),
    ("cover", read_title_page),
    ("byline", read_forum),
    ("byline", read_block),
    ("byline", read_press),
)
"""Where a value is read, and the reader of that kind of text."""
GENERAL: Final = (read_block, read_press)
"""Readers of texts of any kind."""


def record_of_text(text: str) -> tuple[Stated, ...]:
    """Return what the lines of ``text`` say of it, ``type`` first."""
    text = outer_lines(text)
    page = front_page(text)
    if not page.head:
        return ()
    return (
        as_printed(_record_of(front_page(read_plainly(text))), page)
        if is_traditional(page.text)
        else _record_of(page)
    )


def _record_of(page: FrontPage) -> tuple[Stated, ...]:
    for where, reader in READERS:
        found = reader(page)
        if found is not None:
            if reader in GENERAL:
                settle_kind(page, found)
            fill(page, found)
            values = [(name, value) for name, values in found.fields.items() for value in values]
            return tuple(Stated(name, value, where) for name, value in (("type", found.type), *values))
    return ()
