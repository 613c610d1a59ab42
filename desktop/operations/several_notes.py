"""What a person does to several notes at once: each is one step, and one sentence says how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.notes.browsing import note_ids
from corpus.library.notes.naming import own_colour_names, put_colour_names
from corpus.library.notes.several import (
    NoteChange,
    Rewritten,
    change_notes,
    delete_notes,
    do_again,
    merge_notes,
    move_notes,
    take_back,
)
from corpus.model.draft import DraftItem
from corpus.store.notes.query import NoteQuery
from desktop.operations.drafts import put_into_latest_those
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.model.annotation import Colour
    from corpus.model.draft import Draft

Those = Callable[[Library], Sequence[str]]
"""Returns the ids of the notes meant: chosen ones, or all that a query asks for."""


def chosen(ids: Sequence[str]) -> Those:
    """Return what means these notes."""
    return partial(_as_chosen, ids=tuple(ids))


def all_of(query: NoteQuery) -> Those:
    """Return what means every note a query asks for."""
    return partial(note_ids, query=query)


def change_several(those: Those, change: NoteChange) -> Operation[Rewritten]:
    """Give several notes a colour or tags."""

    def write(library: Library) -> Done[Rewritten]:
        done = change_notes(library, those(library), change)
        return _done(done, _("已修改 {n} 条批注", n=_count(done)))

    return Operation(_("修改批注"), write)


def remove_several(those: Those) -> Operation[Rewritten]:
    """Delete several notes, and offer to bring them back."""

    def write(library: Library) -> Done[Rewritten]:
        done = delete_notes(library, those(library))
        return _done(done, _("已删除 {n} 条批注", n=_count(done)))

    return Operation(_("删除批注"), write)


def merge(those: Those) -> Operation[Rewritten]:
    """Make one note of several."""

    def write(library: Library) -> Done[Rewritten]:
        done = merge_notes(library, those(library))
        return _done(done, _("已合并 {n} 条批注为一条", n=_count(done)))

    return Operation(_("合并批注"), write)


def move(those: Those, article: str) -> Operation[Rewritten]:
    """Put notes where their words stand in another article; it is said how many stayed."""

    def write(library: Library) -> Done[Rewritten]:
        done = move_notes(library, those(library), article)
        if not done.stayed:
            return _done(done, _("已移动 {n} 条批注", n=_count(done)))
        if done.now:
            told = _(
                "已移动 {n} 条批注，{m} 条在那篇文章里没有原句，留在原处", n=len(done.now), m=done.stayed
            )
            return _done(done, told)
        return Done(done, told=_("那篇文章里没有这些批注的原句，没有移动"))

    return Operation(_("移动批注"), write)


def rename_tag(tag: str, name: str) -> Operation[Rewritten]:
    """Call a tag of notes otherwise; one that is called so already takes its notes in."""

    def write(library: Library) -> Done[Rewritten]:
        those = library.store.annotations.ids(NoteQuery(tag=tag))
        done = change_notes(library, those, NoteChange(add=(name,), drop=(tag,)))
        return _done(done, _("已把 {n} 条批注的标签改为“{name}”", n=len(done.now), name=name))

    return Operation(_("改标签名"), write)


def into_draft(those: Those) -> Operation[Draft]:
    """Put several notes at the end of the draft worked on last."""
    return put_into_latest_those(partial(_items, those=those))


def name_colours(names: Mapping[Colour, str]) -> Operation[None]:
    """Call the colours of marks as a person does."""

    def write(library: Library) -> Done[None]:
        before = own_colour_names(library)
        put_colour_names(library, names)
        back, again = (partial(put_colour_names, names=one) for one in (before, dict(names)))
        return Done(None, back, again)

    return Operation(_("颜色名称"), write)


def _done(done: Rewritten, told: str) -> Done[Rewritten]:
    """Return what was done with its way back; nothing where nothing changed."""
    if not done.now and not done.gone:
        return Done(done)
    return Done(done, partial(take_back, done=done), partial(do_again, done=done), told)


def _count(done: Rewritten) -> int:
    return len(done.now) + len(done.gone)


def _as_chosen(_library: Library, ids: tuple[str, ...]) -> Sequence[str]:
    return ids


def _items(library: Library, those: Those) -> Sequence[DraftItem]:
    return [DraftItem("annotation", one) for one in those(library)]
