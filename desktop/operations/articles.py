"""What a person does with articles and collections: put away, starred, tagged, described and grouped."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.intake.files import grouping
from corpus.library.reading import organising
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.library.core.library import Library
    from corpus.model.article import ArticleSummary, ReadState
    from corpus.model.collection import Collection


def trash(articles: Sequence[ArticleSummary]) -> Operation[None]:
    """Put articles into the trash, with a way back beside the message."""
    ids = [one.id for one in articles]
    told = _("《{title}》已移入回收站", title=articles[0].title)
    several = _("{n} 篇文章已移入回收站", n=len(ids))
    away, back = partial(organising.trash, ids=ids), partial(organising.restore, ids=ids)
    gone = _plain(_("移入回收站"), away, back, told if len(ids) == 1 else several)
    return replace(gone, about=tuple(ids))


def restore(articles: Sequence[ArticleSummary]) -> Operation[None]:
    """Bring articles back from the trash."""
    ids = [one.id for one in articles]
    away, back = partial(organising.trash, ids=ids), partial(organising.restore, ids=ids)
    return _plain(_("恢复文章"), back, away, _("已恢复 {n} 篇文章", n=len(ids)))


def delete_for_good(articles: Sequence[ArticleSummary]) -> Operation[None]:
    """Delete articles of the trash; this cannot be taken back, so the caller has asked."""
    ids = [one.id for one in articles]
    told = _("已永久删除 {n} 篇文章；其中的批注留作笔记", n=len(ids))

    def write(library: Library) -> Done[None]:
        organising.delete_for_good(library, ids)
        return Done(None, told=told)

    return Operation("", write)


def empty_trash() -> Operation[None]:
    """Delete everything in the trash; this cannot be taken back, so the caller has asked."""

    def write(library: Library) -> Done[None]:
        gone = organising.empty_trash(library)
        return Done(None, told=_("已永久删除 {n} 篇文章；其中的批注留作笔记", n=gone))

    return Operation("", write)


def set_read_state(articles: Sequence[ArticleSummary], state: ReadState) -> Operation[None]:
    """Say how far articles have been read."""
    before = {one.id: one.read_state for one in articles}
    return _plain(
        _("阅读状态"),
        partial(_write_states, states=dict.fromkeys(before, state)),
        partial(_write_states, states=before),
    )


def set_star(articles: Sequence[ArticleSummary], *, on: bool) -> Operation[None]:
    """Star articles, or take the star away."""
    changed = [one.id for one in articles if one.star is not on]
    return _plain(
        _("星标"),
        partial(organising.set_star, ids=changed, on=on),
        partial(organising.set_star, ids=changed, on=not on),
    )


def switch_star(articles: Sequence[ArticleSummary]) -> Operation[None]:
    """Star articles, or take the star away where all have one."""
    return set_star(articles, on=not all(one.star for one in articles))


def set_tags(article: ArticleSummary, tags: Sequence[str]) -> Operation[None]:
    """Give an article exactly these tags."""
    after = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    write = partial(organising.set_tags, article_id=article.id, tags=after)
    return _plain(_("标签"), write, partial(organising.set_tags, article_id=article.id, tags=article.tags))


def add_collection(name: str, parent: str = "", ids: Sequence[str] = ()) -> Operation[Collection]:
    """Make a collection, with articles in it."""

    def write(library: Library) -> Done[Collection]:
        made = organising.add_collection(library, name, parent)
        if ids:
            organising.put_into(library, made.id, ids)
        told = _("{n} 篇文章归入“{name}”", n=len(ids), name=name) if ids else ""
        away = partial(organising.delete_collection, collection_id=made.id)
        return Done(made, away, partial(_bring_back, groups=(made,), held=tuple(ids)), told)

    return Operation(_("新课题"), write)


def rename_collection(collection: Collection, name: str) -> Operation[None]:
    """Rename a collection."""
    write = partial(organising.rename_collection, collection_id=collection.id, name=name.strip())
    back = partial(organising.rename_collection, collection_id=collection.id, name=collection.name)
    return _plain(_("重命名课题"), write, back)


def delete_collection(collection: Collection) -> Operation[None]:
    """Delete a collection, offering to bring it back; those below it move up, the articles stay."""
    away = partial(organising.delete_collection, collection_id=collection.id)

    def write(library: Library) -> Done[None]:
        children = [one for one in organising.collections(library) if one.parent == collection.id]
        held = tuple(organising.articles_in(library, collection.id))
        away(library)
        back = partial(_bring_back, groups=(collection, *children), held=held)
        told = _("课题“{name}”已删除，文章仍在文库", name=collection.name)
        return Done(None, back, away, told)

    return Operation(_("删除课题"), write)


def group_by_folders(
    folders: Sequence[str], articles: Mapping[str, Sequence[str]]
) -> Operation[grouping.Grouped]:
    """Make collections of the folders that files came from, with their articles (ids by path) in them."""

    def write(library: Library) -> Done[grouping.Grouped]:
        grouped = grouping.group_by_folders(library, [Path(one) for one in folders], articles)
        count = sum(map(len, grouped.put.values()))
        told = _("{n} 篇文章按文件夹归入 {m} 个课题", n=count, m=len(grouped.put))
        back, again = partial(grouping.ungroup, grouped=grouped), partial(grouping.regroup, grouped=grouped)
        return Done(grouped, back, again, told)

    return Operation(_("按文件夹归入课题"), write)


def put_into(collection: Collection, ids: Sequence[str]) -> Operation[None]:
    """Put articles into a collection; those that are in it already stay there when it is taken back."""
    told = _("{n} 篇文章归入“{name}”", n=len(ids), name=collection.name)

    def write(library: Library) -> Done[None]:
        there = frozenset(organising.articles_in(library, collection.id))
        new = [one for one in ids if one not in there]
        do = partial(organising.put_into, collection_id=collection.id, ids=new)
        do(library)
        return Done(None, partial(organising.take_out, collection_id=collection.id, ids=new), do, told)

    return Operation(_("归入课题"), write)


def take_out(collection: Collection, ids: Sequence[str]) -> Operation[None]:
    """Take articles out of a collection; those that are not in it stay out when it is taken back."""
    told = _("{n} 篇文章移出“{name}”", n=len(ids), name=collection.name)

    def write(library: Library) -> Done[None]:
        there = frozenset(organising.articles_in(library, collection.id))
        held = [one for one in ids if one in there]
        do = partial(organising.take_out, collection_id=collection.id, ids=held)
        do(library)
        return Done(None, partial(organising.put_into, collection_id=collection.id, ids=held), do, told)

    return Operation(_("移出课题"), write)


def _plain(
    name: str, do: Callable[[Library], object], back: Callable[[Library], object], told: str = ""
) -> Operation[None]:
    """Return an operation whose way there and way back are known before it is done."""

    def write(library: Library) -> Done[None]:
        do(library)
        return Done(None, back, do, told)

    return Operation(name, write)


def _write_states(library: Library, states: Mapping[str, ReadState]) -> None:
    for state in set(states.values()):
        organising.set_read_state(library, [key for key, one in states.items() if one is state], state)


def _bring_back(library: Library, groups: Sequence[Collection], held: Sequence[str]) -> None:
    for one in groups:
        organising.restore_collection(library, one)
    if held:
        organising.put_into(library, groups[0].id, held)
