"""How many highlights of other programs find their place: `python -m tests.benchmarks.bench_highlights [--articles N]`.

Exports of four kinds are written of our own marks in generated texts, as each program writes them: blanks and breaks
of lines changed, widths too, one mark in twenty of words that stand nowhere.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.library.core.library import Library
from corpus.library.finding.highlights import import_annotations
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import list_annotations
from corpus.library.reading.articles import reading
from corpus.model.annotation import AnchorStatus
from corpus.report.model import Report, ReportSection, TextItem
from corpus.report.writers.table import write
from tests.benchmarks.generated import articles
from tests.benchmarks.marked_pdfs import mark_pdf

_A_TEXT: Final = 10
"""Marks a text."""
_LOST: Final = "这一句在哪一篇里都没有写过，只是用来试一试的。"
_EACH_LOST: Final = 20


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the stretches marked in it."""

    title: str
    text: str
    marks: tuple[str, ...]


def weread(books: Sequence[Marked], folder: Path, _dice: random.Random) -> list[Path]:
    """Write the notes of 微信读书, one file a book."""
    paths = []
    for number, book in enumerate(books):
        blocks = "\n".join(f"◆ {' '.join(one.split())}\n" for one in book.marks)
        path = folder / f"weread-{number}.txt"
        path.write_text(
            f"《{book.title}》\n\n某人\n{len(book.marks)}个笔记\n\n正文\n\n{blocks}\n-- 来自微信读书\n",
            "utf-8",
        )
        paths.append(path)
    return paths


def zotero(books: Sequence[Marked], folder: Path, dice: random.Random) -> list[Path]:
    """Write one library of Zotero; its reader joins lines with blanks."""
    items = []
    for number, book in enumerate(books):
        notes = [
            {"key": f"K{number}N{n}", "annotationType": "highlight", "annotationText": _parted(one, dice)}
            for n, one in enumerate(book.marks)
        ]
        items.append({"title": book.title, "attachments": [{"title": "a.pdf", "annotations": notes}]})
    path = folder / "zotero.json"
    path.write_text(json.dumps({"items": items}, ensure_ascii=False), "utf-8")
    return [path]


def web_annotations(books: Sequence[Marked], folder: Path, _dice: random.Random) -> list[Path]:
    """Write one collection of the W3C's form, half of it with what stands around."""
    nodes = []
    for number, book in enumerate(books):
        for n, one in enumerate(book.marks):
            at = book.text.find(one)
            around = {"prefix": book.text[max(0, at - 32) : at]} if n % 2 and at >= 0 else {}
            selector = {"type": "TextQuoteSelector", "exact": one, **around}
            source = {"source": f"http://example.org/{number}", "selector": selector}
            nodes.append(
                {
                    "@context": "http://www.w3.org/ns/anno.jsonld", "id": f"http://example.org/{number}/{n}",
                    "type": "Annotation", "target": {**source, "title": book.title},
                }
            )  # fmt: skip
    path = folder / "notes.jsonld"
    path.write_text(json.dumps(nodes, ensure_ascii=False), "utf-8")
    return [path]


def pdfs(books: Sequence[Marked], folder: Path, _dice: random.Random) -> list[Path]:
    """Print each book and mark it as a reader of PDFs does."""
    paths = []
    for book in books:
        path = folder / f"{book.title}.pdf"
        lines = tuple(TextItem(one) for one in (*book.text.split("\n\n"), _LOST) if one.strip())
        write(Report(book.title, (ReportSection("", 1, lines),)), path, "pdf")
        mark_pdf(path, book.marks)
        paths.append(path)
    return paths


KINDS: Final[dict[str, Callable[[Sequence[Marked], Path, random.Random], list[Path]]]] = {
    "weread": weread, "zotero": zotero, "w3c": web_annotations, "pdf": pdfs,
}  # fmt: skip


def _parted(words: str, dice: random.Random) -> str:
    """Return words with a blank where a line of a page ended."""
    place = dice.randrange(1, len(words))
    return f"{words[:place]} {words[place:]}"


def marked(library: Library, count: int, dice: random.Random) -> list[Marked]:
    """Take texts in and mark sentences of them, at most once each."""
    books = []
    for number, one in enumerate(articles(count, seed=17)):
        title = f"试读第{number}篇"
        told = import_text(library, title, f"{title}\n\n{one.text}\n")
        text = reading(library, told.sources[0].articles[0].id).text
        lines = [line for line in text.split("\n") if text.count(line) == 1 and len(line) > _A_TEXT * 2]
        chosen = [_some(line, dice) for line in dice.sample(lines, min(_A_TEXT, len(lines)))]
        marks = [_LOST if dice.randrange(_EACH_LOST) == 0 else words for words in chosen]
        books.append(Marked(title, text, tuple(dict.fromkeys(marks))))
    return books


def _some(line: str, dice: random.Random) -> str:
    """Return a stretch of a line, not shorter than a person would mark."""
    start = dice.randrange(0, max(1, len(line) - 24))
    return line[start : start + dice.randrange(12, 48)].strip()


def score(library: Library, books: Sequence[Marked]) -> tuple[int, int, int]:
    """Return how many marks there are, how many stand on their words, and how many stand on others."""
    wanted = sum(one != _LOST for book in books for one in book.marks)
    right = wrong = 0
    for view in list_annotations(library):
        if view.place is None or view.annotation.status is AnchorStatus.ORPHAN:
            continue
        same = "".join(view.place.quote.split()) == "".join(view.annotation.selector.exact.split())
        ours = any(view.article_title == book.title for book in books)
        right += same and ours
        wrong += not (same and ours)
    return wanted, right, wrong


def main() -> None:
    """Print for each kind how many find their place."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args()
    for kind, make in KINDS.items():
        dice = random.Random(asked.seed)  # noqa: S311 - marks, not secrets
        with tempfile.TemporaryDirectory(prefix="yinde-highlights-") as name:
            library = open_library(Path(name) / "文库", write=True)
            try:
                books = marked(library, asked.articles, dice)
                sync_index(library)
                for path in make(books, Path(name), dice):
                    import_annotations(library, path)
                wanted, right, wrong = score(library, books)
            finally:
                library.close()
        print(f"{kind}: {right}/{wanted} placed on their words ({right / wanted:.3f}), {wrong} on others")


if __name__ == "__main__":
    main()
