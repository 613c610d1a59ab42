"""The references of a report: each article once, numbered in the order in which it is first cited."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.library.reports.citing import article_item, cite_items
from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.report.citations import AUTHOR_PAGE, Citation
from corpus.report.citations.in_text import by_author
from corpus.report.citations.item import Item


class References:
    """Numbers articles as they are cited and gives their citations in one style."""

    def __init__(self, library: Library, style: str, rules: SchoolRules = AS_THE_EDITION) -> None:
        """Cite articles of ``library`` in ``style``; UsageError (unknown_style) when the first is cited."""
        self._library = library
        self._style = style
        self._rules = rules
        self._numbers: dict[str, int] = {}

    def number(self, article: str) -> int:
        """Return the number of an article, a new one where it is cited for the first time."""
        return self._numbers.setdefault(article, len(self._numbers) + 1)

    def citations(self) -> tuple[Citation, ...]:
        """Return the citations in the order of their numbers."""
        items = [article_item(self._library, article) for article in self._numbers]
        return cite_items(items, self._style, self._rules)

    def by_author(self) -> tuple[int, ...]:
        """Return the numbers in the order of a list by author: pinyin first, then Latin."""
        items = [Item(article_item(self._library, one)) for one in self._numbers]
        order = by_author(
            items,
            anonymous=self._style.endswith("author-date"),
            titled=self._style.startswith(AUTHOR_PAGE),
        )
        return tuple(place + 1 for place in order)

    def citation(self, article: str) -> str:
        """Return the citation of one article."""
        return self.alone(article).text

    def alone(self, article: str) -> Citation:
        """Return the citation of one article as if it were the only one."""
        return cite_items([article_item(self._library, article)], self._style, self._rules)[0]

    def articles(self) -> tuple[str, ...]:
        """Return the articles cited, in the order of their numbers."""
        return tuple(self._numbers)
