"""Which notes are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corpus.library.core.views import AnnotationView
from corpus.model.annotation import AnchorStatus, Colour

Written = Literal["", "with", "without"]


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What a note must be to be listed; empty fields ask nothing. ``lost`` lists those without their place."""

    text: str = ""
    colours: frozenset[Colour] = frozenset()
    tag: str = ""
    article: str = ""
    written: Written = ""
    lost: bool = False

    def passes(self, view: AnnotationView) -> bool:
        """Tell whether a note is listed."""
        note = view.annotation
        return (
            (not self.colours or note.colour in self.colours)
            and (not self.tag or self.tag in note.tags)
            and (not self.article or note.article == self.article)
            and (not self.written or bool(note.note) is (self.written == "with"))
            and (not self.lost or is_lost(view))
            and all(word in _words_of(view) for word in self.text.casefold().split())
        )


def is_lost(view: AnnotationView) -> bool:
    """Tell whether a person should look where a note belongs."""
    return view.annotation.status is not AnchorStatus.PLACED


def tags_of(views: Iterable[AnnotationView]) -> list[tuple[str, int]]:
    """Return the tags of notes with how many carry each, the most used first."""
    return Counter(tag for view in views for tag in view.annotation.tags).most_common()


def articles_of(views: Iterable[AnnotationView]) -> list[tuple[str, str, int]]:
    """Return id, title and number of notes of each article that has any, by title."""
    counted = Counter(
        (view.annotation.article, view.article_title) for view in views if view.annotation.article
    )
    return sorted(((key, title, n) for (key, title), n in counted.items()), key=lambda one: one[1])


def _words_of(view: AnnotationView) -> str:
    note = view.annotation
    words = (view.quote, note.selector.exact, note.note, view.article_title, view.chapter, *note.tags)
    return " ".join(words).casefold()
