"""What pandoc leaves undone in an electronic book: its look, its time, and words of its own in English."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from importlib import resources
from pathlib import Path
from typing import Final

from corpus.report.model import Report
from corpus.report.palette import coloured, mark_colours
from corpus.report.writers.packages import rewrite
from corpus.text.characters import WORD_JOINER
from index.lazy_pattern import LazyPattern

_MODIFIED: Final = LazyPattern(r'(<meta property="dcterms:modified">)[^<]*')
_PAGE_TITLE: Final = LazyPattern(r"<title>ch\d+\.xhtml</title>")
_HEADING: Final = LazyPattern(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_NOTE: Final = LazyPattern(r'(<aside epub:type="footnote"[^>]* id="fn(\d+)">\s*<p>)')
_MARKED: Final = LazyPattern(r'<a href="#fn(\d+)" class="footnote-ref"[^>]*>(\d+)</a>')
_TAG: Final = LazyPattern(r"<[^>]*>")
_RAISED: Final = LazyPattern(r'(?=<a href="[^"]*#ref-\d+"[^>]*><sup>|<a href="#fn\d+" class="footnote-ref")')
_QUOTATION: Final = LazyPattern(
    r'<div( data-custom-style="Yinde Quote[^"]*">(?:(?!</?div\b).)*)</div>', re.DOTALL
)
"""A quotation by its style, which readers of books know as one by its element."""


def epub_stylesheet() -> str:
    """Return the CSS of electronic books: the colours of quotations and marks, and no font, size or ground."""
    css = resources.files("resources").joinpath("export/epub.css").read_text(encoding="utf-8")
    quotes = "".join(
        f"[data-custom-style='Yinde Quote {name}'] {{ margin: 0.8em 0 0.3em; padding-left: 0.8em; "
        f"border-left: 4px solid {value}; }}\n"
        f"[data-custom-style='Yinde Mark {name}'] {{ background: {value}55; }}\n"
        f"[data-custom-style='Yinde Underline {name}'] {{ border-bottom: 2px solid {value}; }}\n"
        for name, value in mark_colours().items()
    )
    return coloured(css, quotes=quotes)


def finish_epub(path: Path, report: Report) -> None:
    """Give the book its time, and its pages the names of their chapters in the language of the report."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    contents = report.labels.contents

    def dated(text: str) -> str:
        return _MODIFIED.sub(rf"\g<1>{now}", text)

    def named(text: str) -> str:
        heading = _HEADING.search(text)
        words = _TAG.sub("", heading[1]).strip() if heading else escape(report.title)
        text = _RAISED.sub(WORD_JOINER, text)
        text = _QUOTATION.sub(r"<blockquote\1</blockquote>", text)
        return _with_numbers(_PAGE_TITLE.sub(lambda _: f"<title>{words}</title>", text))

    def in_language(text: str) -> str:
        text = text.replace(">Title Page<", f">{escape(report.title)}<")
        return text.replace(">Table of Contents<", f">{escape(contents)}<")

    with zipfile.ZipFile(path) as book:
        pages = [name for name in book.namelist() if name.startswith("EPUB/text/ch")]
    changes: dict[str, Callable[[str], str]] = dict.fromkeys(pages, named)
    changes |= {
        "EPUB/content.opf": dated,
        "EPUB/nav.xhtml": in_language,
        "EPUB/styles/stylesheet1.css": lambda _: epub_stylesheet(),
    }
    rewrite(path, changes)


def _with_numbers(page: str) -> str:
    """Return a page whose notes begin with their numbers, which lead back to the words: not all readers open notes."""
    numbers = dict(_MARKED.findall(page))

    def numbered(match: re.Match[str]) -> str:
        name = match[2]
        return f'{match[1]}<a href="#fnref{name}" class="footnote-back">{numbers.get(name, name)}</a> '

    return _NOTE.sub(numbered, page)
