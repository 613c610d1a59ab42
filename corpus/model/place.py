"""A place in the library: where a statement stands, as the reader shows it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.article import told_apart
from corpus.model.numbering import PageRef
from corpus.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of an article; ``span`` counts code points of the clean text, ``quote`` is what stands there.

    ``page`` is the page it begins on, where the file has pages; ``file`` tells its article apart where another has
    the same title.
    """

    article: str
    title: str
    span: Span
    quote: str
    page: PageRef | None = None
    file: str = ""

    @property
    def name(self) -> str:
        """Return the title of the article as lists show it: told apart from others of it."""
        return told_apart(self.title, self.file)
