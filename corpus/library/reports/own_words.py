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
        named = _named(library, match[0])
        if not named:
            return match[0]
        groups.append(tuple(Cited(references.number(article), at) for article, at in named))
        return place_of_citation(len(groups) - 1)

    return TextItem(_CITATION.sub(place, text), tuple(groups)) if "[@" in text else TextItem(text)


def with_titles(library: Library, text: str, dress: Callable[[str], str]) -> str:
    """Return words with what ``dress`` makes of the titles and places their citations name: 《题名》：12."""

    def told(match: re.Match[str]) -> str:
        """Return a citation in brackets as titles and places; as it stands where it names nothing known."""
        named = [
            (f"《{library.texts.get(article).article.title}》", at)
            for article, at in _named(library, match[0])
        ]
        return (
            dress("；".join(f"{title}：{at}" if at else title for title, at in named)) if named else match[0]
        )

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


def _named(library: Library, citation: str) -> tuple[tuple[str, str], ...]:
    """Return the articles a citation names and the place in each; nothing where one of them is not in the library."""
    inner = _BETWEEN.sub(";", citation.removeprefix("\\")[2:-1])  # side by side they are one citation
    parts = [_ONE.match(part) for part in _PARTS.split(inner.strip())]
    named = tuple((_article(library, part[1]), (part[2] or "").strip()) for part in parts if part is not None)
    return named if len(named) == len(parts) and all(article for article, _at in named) else ()
