"""Facts as people see them: each with the place of its sentence in the clean text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from corpus.annotation.wording import marked_before
from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.model.annotation import Annotation
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import Statistic


@dataclass(frozen=True, slots=True)
class StatisticView:
    """A figure with its sentence (``place``), the number in it (``figure``), what contradicts it and what agrees.

    Spans are of the clean text; ``conflicts`` and ``agrees`` are ids of other figures; ``as_of`` says how old pack
    data are.
    """

    statistic: Statistic
    place: Place
    figure: Span
    conflicts: tuple[str, ...] = ()
    as_of: str = ""
    pack: str = ""
    agrees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationView:
    """A note with its place (``None`` for one without), the article's title and the chapter it stands in."""

    annotation: Annotation
    place: Place | None
    article_title: str = ""
    chapter: str = ""
    was: str = ""
    """The words first marked, where the text says something else now."""
    file: str = ""
    """What tells the article apart where another has the same title."""

    @property
    def quote(self) -> str:
        """Return the words marked as the reader shows them; those first marked where the place is lost."""
        if self.annotation.region is not None and not self.annotation.region.holds:
            return ""
        shown = self.place.quote.strip() if self.place is not None else ""
        return shown or self.annotation.selector.exact.strip()


def statistic_view(
    ready: ArticleText,
    statistic: Statistic,
    conflicts: Mapping[str, tuple[str, ...]],
    agreements: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> StatisticView:
    """Return a figure as people see it."""
    summary = ready.article.summary
    return StatisticView(
        statistic=statistic,
        place=ready.place(statistic.evidence),
        figure=ready.shown(statistic.figure),
        conflicts=conflicts.get(statistic.id, ()),
        as_of=summary.as_of,
        pack=summary.pack,
        agrees=agreements.get(statistic.id, ()),
    )


def annotation_view(library: Library, annotation: Annotation) -> AnnotationView:
    """Return a note as people see it."""
    if not annotation.article or library.store.article_changes.change_of(annotation.article) is None:
        return AnnotationView(annotation, None)
    ready = library.texts.get(annotation.article)
    place = None if annotation.span is None else ready.place(annotation.span)
    if place is not None and annotation.region is not None:
        page = ready.page_ref(str(annotation.region.page)) if ready.article.pages else None
        place = replace(place, page=page)
    chapter = "" if annotation.span is None else chapter_at(ready, annotation.span.start)
    was = marked_before(annotation, ready.article.original)
    file = ready.article.summary.file_beside
    return AnnotationView(annotation, place, ready.article.title, chapter, was, file)


def chapter_at(ready: ArticleText, offset: int) -> str:
    """Return the heading above an offset of the original; empty before the first one below the title.

    Of chapters with one name each is told apart by the chapter it is part of, or by its number among them.
    """
    return ready.chapters.at(offset)


def annotation_views(library: Library, notes: Iterable[Annotation]) -> tuple[AnnotationView, ...]:
    """Return notes as people see them."""
    return tuple(annotation_view(library, note) for note in notes)
