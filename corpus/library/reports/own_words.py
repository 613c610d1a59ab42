"""Citations in the middle of a person's words: ``[@ARTICLE]``, ``[@《题名》:12]``, several parted by semicolons."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from corpus.library.core.library import Library
from corpus.library.reports.references import References
from corpus.report.in_text import place_of_citation
from corpus.report.model import Cited, Group, TextItem
from index.lazy_pattern import LazyPattern

_CITATION: Final = LazyPattern(r"(?:\\?\[@[^\[\]\n]+\])+")
_BETWEEN: Final = LazyPattern(r"\]\\?\[@")
_PARTS: Final = LazyPattern(r"\s*[;；]\s*@?")
_ONE: Final = LazyPattern(r"(《[^《》]+》|[^\s:：《》]+)(?:\s*[:：]\s*(.+))?\Z")


def cited_text(library: Library, text: str, references: References) -> TextItem:
    """Return words with the citations in them; what names no article of the library stays as it was written."""
    groups: list[Group] = []

    def place(match: re.Match[str]) -> str:
        inner = _BETWEEN.sub(";", match[0].removeprefix("\\")[2:-1])  # side by side they are one citation
        parts = [_ONE.match(part) for part in _PARTS.split(inner.strip())]
        told = [(_article(library, part[1]), part[2] or "") for part in parts if part is not None]
        if len(told) != len(parts) or not all(article for article, _at in told):
            return match[0]
        groups.append(tuple(Cited(references.number(article), at.strip()) for article, at in told))
        return place_of_citation(len(groups) - 1)

    return TextItem(_CITATION.sub(place, text), tuple(groups)) if "[@" in text else TextItem(text)


def with_titles(library: Library, text: str, dress: Callable[[str], str]) -> str:
    """Return words with what ``dress`` makes of the titles and places their citations name: 《题名》：12."""

    def told(match: re.Match[str]) -> str:
        inner = _BETWEEN.sub(";", match[0].removeprefix("\\")[2:-1])
        parts = [_ONE.match(part) for part in _PARTS.split(inner.strip())]
        articles = [_article(library, part[1]) if part is not None else "" for part in parts]
        if not all(articles):
            return match[0]
        titles = [f"《{library.texts.get(article).article.title}》" for article in articles]
        places = [part[2].strip() if part is not None and part[2] else "" for part in parts]
        return dress("；".join(f"{one}：{at}" if at else one for one, at in zip(titles, places, strict=True)))

    return _CITATION.sub(told, text)


def citation_words(library: Library, article: str) -> str:
    """Return what cites an article in a person's words: its title where no other has it, else its id."""
    title = library.texts.get(article).article.title
    alone = library.store.records.ids_titled(title) == (article,) and not set(title) & set("《》[];；")
    return f"[@《{title}》]" if alone else f"[@{article}]"


def _article(library: Library, told: str) -> str:
    """Return the id of the article a citation names, empty where there is none or more than one."""
    if told.startswith("《"):
        found = library.store.records.ids_titled(told[1:-1])
        return found[0] if len(found) == 1 else ""
    return told if library.store.article_changes.change_of(told) is not None else ""
