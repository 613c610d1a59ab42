"""What the library remembers of a person's way through it; none of it is a step to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.core.settings import put_setting
from corpus.library.finding import search_history
from corpus.library.reading import home, organising
from corpus.model.article import ReadState
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.library.finding.search import SearchRequest


def begin_reading(article: str) -> Operation[None]:
    """Count an article nobody opened before as being read."""
    return _noted(lambda library: organising.set_read_state(library, [article], ReadState.READING))


def keep_progress(article: str, offset: int, *, read: bool) -> Operation[None]:
    """Remember where a person stopped reading, and that it was near the end."""

    def write(library: Library) -> None:
        organising.set_progress(library, article, offset)
        if read:
            organising.set_read_state(library, [article], ReadState.READ)

    return _noted(write)


def tick(step: str) -> Operation[None]:
    """Tick one of the first steps."""
    return _noted(lambda library: home.tick(library, step))


def close_welcome() -> Operation[None]:
    """Remember that the welcome was closed."""
    return _kept(home.close_welcome)


def remember_search(request: SearchRequest) -> Operation[None]:
    """Put a search into the history of the library."""

    def write(library: Library) -> None:
        search_history.remember(library, request)
        home.tick(library, "find")

    return _noted(write)


def save_search(request: SearchRequest) -> Operation[None]:
    """Keep a search under its own words."""
    told = _("已收藏检索“{text}”", text=request.text)
    return _kept(lambda library: search_history.save_search(library, request.text, request), told)


def forget_search(name: str) -> Operation[None]:
    """Forget a search that was kept."""
    return _kept(lambda library: search_history.delete_search(library, name))


def sign_with(name: str) -> Operation[None]:
    """Sign notes with a name from now on."""
    return _kept(lambda library: put_setting(library, "creator", name))


def _noted(do: Callable[[Library], object]) -> Operation[None]:
    return replace(_kept(do), unasked=True)


def _kept(do: Callable[[Library], object], told: str = "") -> Operation[None]:
    def write(library: Library) -> Done[None]:
        do(library)
        return Done(None, told=told)

    return Operation("", write)
