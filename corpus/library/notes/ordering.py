"""The order notes are told in."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.library.core.views import AnnotationView


def in_order(views: Iterable[AnnotationView]) -> list[AnnotationView]:
    """Return notes by place; those without one come last, by the time they were made."""
    return sorted(
        views,
        key=lambda view: (
            view.place is None, view.place.span.start if view.place else 0, view.annotation.created,
        ),
    )  # fmt: skip
