"""Where places found stand: the chapter above each, and the date of its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.core.views import chapter_at
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The heading a place stands under and the date of its text, as lists of articles tell it; empty where none.

    ``file`` tells its article apart where another has the same title. An article that is ``repeated`` says what
    another one says, an ``excerpt`` a part of it: what it tells is no second source.
    """

    chapter: str = ""
    date: str = ""
    file: str = ""
    repeated: bool = False
    excerpt: bool = False


def whereabouts(
    library: Library, places: Sequence[Place], stopped: Callable[[], bool] = bool
) -> tuple[Whereabouts, ...]:
    """Return where each place stands; fewer, in their order, once ``stopped`` tells that nobody waits.

    It reads the texts of the places, each once: meant for the rows of a list that is shown already.
    """
    told: list[Whereabouts] = []
    labels = library.store.found.labels({place.article for place in places})
    for place in places:
        if stopped():
            break
        try:
            ready = library.texts.get(place.article)
        except UnknownIdError:
            told.append(Whereabouts())
            continue
        summary = ready.article.summary
        date = summary.as_of or summary.metadata.date
        chapter = chapter_at(ready, ready.offsets.to_original(place.span).start)
        label = labels.get(place.article)
        file = label.file if label is not None else ""
        told.append(
            Whereabouts(chapter, date, file, summary.duplicate_of is not None, summary.part_of is not None)
        )
    return tuple(told)
