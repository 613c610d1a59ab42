"""What a person does with articles and collections: done at once, and taken back with Ctrl+Z."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.reading import organising
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.collection import Collection
from corpus.model.source import Metadata
from desktop.services.context import Context
from desktop.services.doing import attempt, done


def trash(context: Context, articles: Sequence[ArticleSummary]) -> None:
    """Put articles into the trash, with a way back beside the message."""
    library, ids = context.library, [one.id for one in articles]
    away, back = partial(organising.trash, library, ids), partial(organising.restore, library, ids)
    if ids and attempt(context, away):
        told = _("《{title}》已移入回收站", title=articles[0].title)
        several = _("{n} 篇文章已移入回收站", n=len(ids))
        done(context, _("移入回收站"), back, away, told=told if len(ids) == 1 else several)


def restore(context: Context, articles: Sequence[ArticleSummary]) -> None:
    """Bring articles back from the trash."""
    library, ids = context.library, [one.id for one in articles]
    away, back = partial(organising.trash, library, ids), partial(organising.restore, library, ids)
    if ids and attempt(context, back):
        done(context, _("恢复文章"), away, back, told=_("已恢复 {n} 篇文章", n=len(ids)))


def delete_for_good(context: Context, articles: Sequence[ArticleSummary]) -> None:
    """Delete articles of the trash; this cannot be taken back, so the caller has asked."""
    ids = [one.id for one in articles]
    if ids and attempt(context, partial(organising.delete_for_good, context.library, ids)):
        context.notices.tell(_("已永久删除 {n} 篇文章；其中的批注留作笔记", n=len(ids)))


def set_read_state(context: Context, articles: Sequence[ArticleSummary], state: ReadState) -> None:
    """Say how far articles have been read."""
    before = {one.id: one.read_state for one in articles}
    _write_states(context.library, dict.fromkeys(before, state))
    undo = partial(_write_states, context.library, before)
    done(context, _("阅读状态"), undo, partial(_write_states, context.library, dict.fromkeys(before, state)))


def set_star(context: Context, articles: Sequence[ArticleSummary]) -> None:
    """Star articles, or take the star away where all have one."""
    library = context.library
    on = not all(one.star for one in articles)
    changed = [one.id for one in articles if one.star is not on]
    organising.set_star(library, changed, on=on)
    undo = partial(organising.set_star, library, changed, on=not on)
    done(context, _("星标"), undo, partial(organising.set_star, library, changed, on=on))


def set_tags(context: Context, article: ArticleSummary, tags: Sequence[str]) -> None:
    """Give an article exactly these tags."""
    library = context.library
    after = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    if after == article.tags:
        return
    write = partial(organising.set_tags, library, article.id, after)
    if attempt(context, write):
        done(context, _("标签"), partial(organising.set_tags, library, article.id, article.tags), write)


def set_metadata(context: Context, article: ArticleSummary, metadata: Metadata) -> None:
    """Correct what is known of an article."""
    library = context.library
    if metadata == article.metadata:
        return
    write = partial(organising.set_metadata, library, article.id, metadata)
    if attempt(context, write):
        done(
            context,
            _("文献信息"),
            partial(organising.set_metadata, library, article.id, article.metadata),
            write,
        )


def add_collection(context: Context, name: str, parent: str = "") -> Collection:
    """Make a collection."""
    return organising.add_collection(context.library, name, parent)


def rename_collection(context: Context, collection: Collection, name: str) -> None:
    """Rename a collection."""
    library, after = context.library, name.strip()
    if not after or after == collection.name:
        return
    write = partial(organising.rename_collection, library, collection.id, after)
    if attempt(context, write):
        back = partial(organising.rename_collection, library, collection.id, collection.name)
        done(context, _("重命名课题"), back, write)


def delete_collection(context: Context, collection: Collection, articles: Sequence[ArticleSummary]) -> None:
    """Delete a collection, offering to bring it back; those below it move up, the articles stay."""
    library = context.library
    children = [one for one in organising.collections(library) if one.parent == collection.id]
    held = [one.id for one in articles if collection.id in one.collections]
    away = partial(organising.delete_collection, library, collection.id)
    if attempt(context, away):
        told = _("课题“{name}”已删除，文章仍在文库", name=collection.name)
        done(
            context,
            _("删除课题"),
            partial(_bring_back, library, (collection, *children), held),
            away,
            told=told,
        )


def put_into(context: Context, collection: Collection, ids: Sequence[str]) -> None:
    """Put articles into a collection."""
    library = context.library
    write = partial(organising.put_into, library, collection.id, list(ids))
    if ids and attempt(context, write):
        undo = partial(organising.take_out, library, collection.id, list(ids))
        done(
            context,
            _("归入课题"),
            undo,
            write,
            told=_("{n} 篇文章归入“{name}”", n=len(ids), name=collection.name),
        )


def take_out(context: Context, collection: Collection, ids: Sequence[str]) -> None:
    """Take articles out of a collection."""
    library = context.library
    write = partial(organising.take_out, library, collection.id, list(ids))
    if ids and attempt(context, write):
        undo = partial(organising.put_into, library, collection.id, list(ids))
        done(
            context,
            _("移出课题"),
            undo,
            write,
            told=_("{n} 篇文章移出“{name}”", n=len(ids), name=collection.name),
        )


def _write_states(library: Library, states: Mapping[str, ReadState]) -> None:
    for state in set(states.values()):
        organising.set_read_state(library, [key for key, one in states.items() if one is state], state)


def _bring_back(library: Library, groups: Sequence[Collection], held: Sequence[str]) -> None:
    for one in groups:
        organising.restore_collection(library, one)
    if held:
        organising.put_into(library, groups[0].id, held)
