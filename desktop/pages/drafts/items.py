"""The items of a draft: shown as rows, moved, taken out, written between; every change gives a new draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.model.draft import Draft, DraftItem
from corpus.report.figure_words import figure_words
from desktop.reader.note_rows import note_row, plain
from desktop.widgets.rows import Row
from desktop.wording.words import headline


def item_rows(
    items: Sequence[DraftItem],
    notes: Mapping[str, AnnotationView],
    figures: Mapping[str, StatisticView],
) -> list[Row]:
    """Return a row for each item, keyed by its number; what is gone from the library is said to be."""
    return [_row(str(number), item, notes, figures) for number, item in enumerate(items)]


def moved(draft: Draft, number: int, by: int) -> Draft:
    """Return the draft with an item moved up (-1) or down (+1); the same draft at the ends."""
    target = number + by
    if not (0 <= number < len(draft.items) and 0 <= target < len(draft.items)):
        return draft
    items = list(draft.items)
    items.insert(target, items.pop(number))
    return replace(draft, items=tuple(items))


def without(draft: Draft, number: int) -> Draft:
    """Return the draft with an item taken out."""
    return replace(draft, items=(*draft.items[:number], *draft.items[number + 1 :]))


def with_item(draft: Draft, after: int, item: DraftItem) -> Draft:
    """Return the draft with an item put in after number ``after`` (-1: at the beginning)."""
    return replace(draft, items=(*draft.items[: after + 1], item, *draft.items[after + 1 :]))


def rewritten(draft: Draft, number: int, text: str) -> Draft:
    """Return the draft with the text of a heading or paragraph changed."""
    before = draft.items[number]
    written = before.kind == "prompt" and text != before.text
    changed = replace(before, kind="text" if written else before.kind, text=text)
    return replace(draft, items=(*draft.items[:number], changed, *draft.items[number + 1 :]))


def typed_into(before: Draft, after: Draft) -> str:
    """Return what was typed into between two states of a draft (``title`` or an item's number), empty for more."""
    places = ["title"] if before.title != after.title else []
    if len(before.items) == len(after.items):
        pairs = enumerate(zip(before.items, after.items, strict=True))
        changed = [(number, old, new) for number, (old, new) in pairs if old != new]
        places += [str(number) for number, old, new in changed if replace(old, text=new.text) == new]
        typed = len(places) == 1 and len(changed) <= 1
        return places[0] if typed else ""
    return ""


def _row(
    key: str, item: DraftItem, notes: Mapping[str, AnnotationView], figures: Mapping[str, StatisticView]
) -> Row:
    if item.kind == "heading":
        return Row(key, item.text or _("（空标题）"), sign="＃", tint="cinnabar")
    if item.kind == "text":
        return Row(key, plain(item.text) or _("（空段落）"), sign="¶", tint="second")
    if item.kind == "prompt":
        return Row(key, plain(item.text), _("待写，导出时略去"), sign="…", tint="faint", faded=True)
    if item.kind == "review":
        known = [notes[one] for one in item.ref.split() if one in notes]
        count = len({view.annotation.article for view in known})
        return Row(key, _("文献综述表"), _("{n} 篇，导出时成表", n=count), sign="▦", tint="celadon")
    if item.kind == "annotation" and item.ref in notes:
        view = notes[item.ref]
        return replace(note_row(view), key=key, footer=view.article_title or _("笔记"))
    if item.kind == "figure" and item.ref in figures:
        figure = figures[item.ref]
        return Row(
            key,
            figure_words(figure.statistic),
            headline(figure.statistic),
            figure.place.title,
            sign="●",
            tint="celadon",
        )
    return Row(key, _("这一条已从文库中删除"), sign="×", tint="faint", faded=True)
