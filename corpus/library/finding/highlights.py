"""Highlights come in from other programs: each is anchored by its words, the lost ones wait in the inbox."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from corpus.annotation.foreign.table import read_highlights
from corpus.annotation.reading import ReadAnnotation
from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places, folds_of, mode_of
from corpus.library.notes.exchanging import Exchanged, load_notes, take_in
from corpus.text.characters import letters_alone
from index.fold import ALL_FOLDS

_LOOKED_UP: Final = 24
_ARTICLES: Final = 6
_SHORTEST: Final = 6
"""Characters of a highlight below which it is not looked for in other articles than the one it names."""


def import_annotations(library: Library, path: Path) -> Exchanged:
    """Take in a file of W3C JSON-LD, 微信读书, Zotero, Kindle, or the marks of a PDF.

    Raises InputError (missing, unreadable, limit, damaged, encrypted, bad_annotation_file).
    """
    read = read_highlights(load_notes(path), str(path))
    titled: dict[str, list[str]] = {}
    for one in library.store.articles.summaries():
        titled.setdefault(letters_alone(one.title), []).append(one.id)
        if one.path:
            titled.setdefault(letters_alone(Path(one.path).stem), []).append(one.id)

    def likely(note: ReadAnnotation) -> Iterator[str]:
        """Yield the articles a note may be of, the likeliest first, each once."""
        named = note.annotation.article
        seen: set[str] = set()
        for article in (
            named,
            *titled.get(letters_alone(note.title), ()),
            *_holding(library, note.annotation.selector.exact),
        ):
            known = (
                article
                and article not in seen
                and library.store.article_changes.change_of(article) is not None
            )
            seen.add(article)
            if known:
                yield article

    return take_in(library, read, likely)


def _holding(library: Library, words: str) -> Iterator[str]:
    """Yield the articles the words may stand in, by the indexes: where their ends stand, then what is nearest."""
    line = " ".join(words.split())
    if len(line) < _SHORTEST:
        return
    asked = ((line[:_LOOKED_UP], "exact"), (line[-_LOOKED_UP:], "exact"), (line[:200], "near"))
    for text, mode in asked:
        folds = ALL_FOLDS if mode == "exact" else frozenset[str]()
        request = SearchRequest(text, mode_of(mode), folds_of(folds), limit=_ARTICLES, whole=False)
        for hit in find_places(library, request).hits[:_ARTICLES]:
            yield hit.place.article
