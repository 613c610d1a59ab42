"""What the heading of the list of articles and its empty places say."""

from __future__ import annotations

from corpus.language import translate as _
from corpus.model.collection import Collection
from desktop.services.targets import PlaceKind, ShelfPlace


def heading_of(place: ShelfPlace, collection: Collection | None) -> str:
    """Return what the list is headed with."""
    names = {
        PlaceKind.ALL: _("文献"),
        PlaceKind.MINE: _("我的文献"),
        PlaceKind.PACK: _("内置资料包"),
        PlaceKind.STARRED: _("星标"),
        PlaceKind.REPAIRS: _("待审校订"),
        PlaceKind.INCOMPLETE: _("著录不全"),
        PlaceKind.TRASH: _("回收站"),
    }
    return collection.name if collection is not None else names.get(place.kind, place.key)


def empty_words(place: ShelfPlace, *, filtered: bool) -> tuple[str, str]:
    """Return what an empty list says, and the one thing to do about it."""
    if filtered:
        return _("没有符合筛选的文章。"), _("清除筛选")
    told = {
        PlaceKind.TRASH: _("回收站是空的。"),
        PlaceKind.COLLECTION: _("把文章拖到左边的课题上，它们就列在这里。"),
        PlaceKind.TAG: _("没有文章带这个标签。"),
        PlaceKind.STARRED: _("点文章前面的星，它就列在这里。"),
        PlaceKind.REPAIRS: _("没有等着审的校订了。"),
        PlaceKind.INCOMPLETE: _("每篇文章的著录都齐了。"),
        PlaceKind.PACK: _("没有装资料包：可以从“工具 → 资料包…”装回。"),
    }.get(place.kind)
    if told is not None:
        return told, "" if place.kind is PlaceKind.TRASH else _("查看全部文献")
    return _("这里列出导入的文章：把文件或文件夹拖进窗口，或者选择文件。"), _("导入…")
