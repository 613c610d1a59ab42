"""The documents around what is found to a figure: whose they are, of when, and whom their sentences name."""

from __future__ import annotations

from typing import Final

from corpus.audit.compared.number_standing import Surroundings
from corpus.library.checking.sources import Stretch
from corpus.library.checking.subjects import Spoken, spoken_of
from corpus.library.core.contexts import context_of
from corpus.library.core.library import Library
from corpus.model.context import DocumentContext
from index.lazy_pattern import LazyPattern

_BEFORE: Final = 200
"""Characters before a sentence that say more of it."""
_DAY_OF_TEXT: Final = LazyPattern(
    r"(?m)^[^，,。；;\d\n]{0,24}(?:19|20)\d\d[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日(?:在[^，。\n]{2,40}上)?[）)\s]*$"
)
"""A line that tells when a text was written, published or read out: it is not of when that is what it tells."""


class Grounds:
    """The documents around what is found; each is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, DocumentContext] = {}
        self._spoken: dict[tuple[str, str], Spoken] = {}

    def around(self, article: str) -> DocumentContext:
        """Return whose an article is and about which place."""
        if article not in self._known:
            text = self._library.texts.get(article)
            self._known[article] = context_of(text.article, text.clean, text.offsets)
        return self._known[article]

    def of_stretch(self, stretch: Stretch) -> Surroundings:
        """Return what is known of a stretch of an article."""
        told = self.around(stretch.article)
        title = self._library.texts.get(stretch.article).article.title
        before = "" if stretch.told else _DAY_OF_TEXT.sub("", stretch.before(self._library, _BEFORE))
        return Surroundings(before, title, told.reported or told.year)

    def spoken(self, words: str, article: str = "") -> Spoken:
        """Return whom and where words name, of an article or by themselves; many figures meet the same sentences."""
        key = (words, article)
        if key not in self._spoken:
            self._spoken[key] = spoken_of(self._library, words, self.around(article) if article else None)
        return self._spoken[key]

    def words(self, article: str) -> str:
        """Return all an article says, with its title."""
        text = self._library.texts.get(article)
        return f"{text.article.title}\n{text.clean}"
