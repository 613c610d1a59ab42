"""Addresses of the library (``yinde://…``) opened in the window, wherever they were clicked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from corpus.language import translate as _
from corpus.model.errors import UnknownIdError, YindeError
from corpus.model.link import SCHEME, Link, LinkKind, link_of
from desktop.services.targets import (
    DataTarget,
    DraftsTarget,
    NotesTarget,
    ReaderTarget,
    SearchMode,
    SearchTarget,
    Target,
)

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from desktop.services.context import Context

_MODES = frozenset({"auto", "exact", "words", "near"})


def is_address(text: str) -> bool:
    """Tell whether a text is meant to be an address of a library."""
    return text.strip().startswith(f"{SCHEME}:")


def open_address(context: Context, address: str) -> None:
    """Go where an address leads; a person is told where it leads nowhere in this library."""
    link = link_of(address.strip())
    if link is None:
        context.notices.tell(_("这不是引得能打开的链接：{address}", address=address.strip()[:80]))
        return
    work = partial(target_of, context.library, link)
    context.tasks.run(context.navigator, work, context.navigator.go, partial(_tell, context), "address")


def target_of(library: Library, link: Link) -> Target:
    """Return what a link leads to; UnknownIdError where the library does not have it."""
    if link.kind is LinkKind.SEARCH:
        mode = cast("SearchMode", link.mode if link.mode in _MODES else "auto")
        return SearchTarget(text=link.key, mode=mode)
    if link.kind is LinkKind.FIGURE:
        if library.store.facts.statistic(link.key) is None:
            raise UnknownIdError("unknown_statistic", id=link.key)
        return DataTarget(figure=link.key)
    if link.kind is LinkKind.DRAFT:
        from corpus.library.notes.drafts import get_draft

        return DraftsTarget(draft=get_draft(library, link.key).id)
    if link.kind is LinkKind.NOTE:
        return _note(library, link.key)
    ready = library.texts.get(link.key)
    length = len(ready.article.original)
    inside = link.span is not None and link.span.end <= length
    return ReaderTarget(link.key, ready.shown(link.span) if link.span is not None and inside else None)


def _note(library: Library, identity: str) -> Target:
    from corpus.library.notes.annotating import get_annotation

    note = get_annotation(library, identity)
    if note.span is None or library.store.article_changes.change_of(note.article) is None:
        return NotesTarget(note=identity)
    return ReaderTarget(note.article, library.texts.get(note.article).shown(note.span), identity)


def _tell(context: Context, error: Exception) -> None:
    if isinstance(error, YindeError):
        context.notices.tell(_("这个文库里没有链接所指的内容：它也许在另一个文库里，或已删除。"))
    else:
        context.notices.trouble(error)
