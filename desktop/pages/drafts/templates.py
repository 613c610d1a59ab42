"""The templates a draft may begin with: which headings, and which notes and figures of the library go under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from corpus.language import translate
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.model.draft import DraftItem
from corpus.model.statistic import FactStatus
from desktop.reader.note_rows import in_order

Notes = Sequence[AnnotationView]
Figures = Sequence[StatisticView]


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


@dataclass(frozen=True, slots=True)
class Template:
    """A way to begin: ``fill`` turns the notes and figures of a scope into the first items."""

    key: str
    name: str
    told: str
    fill: Callable[[Notes, Figures], tuple[DraftItem, ...]]


def digest(notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return the notes by article, then the confirmed figures of those articles."""
    placed = sorted((one for one in notes if one.annotation.article), key=lambda one: one.article_title)
    items: list[DraftItem] = []
    for title, group in groupby(placed, key=lambda one: one.article_title):
        items.append(DraftItem("heading", text=title))
        items.extend(DraftItem("annotation", one.annotation.id) for one in in_order(group))
    loose = [one for one in notes if not one.annotation.article]
    if loose:
        items.append(DraftItem("heading", text=translate(_("笔记"))))
        items.extend(DraftItem("annotation", one.annotation.id) for one in in_order(loose))
    articles = {one.annotation.article for one in placed}
    known = [one for one in figures if one.place.article in articles and _confirmed(one)]
    return (*items, *_section(translate(_("相关数据")), known))


def memo(_notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return the confirmed figures, then those that are contradicted."""
    agreed = [one for one in figures if _confirmed(one) and not one.conflicts]
    contradicted = [one for one in figures if _confirmed(one) and one.conflicts]
    return (
        *_section(translate(_("核心数据")), agreed),
        DraftItem("heading", text=translate(_("口径说明"))),
        DraftItem("text", text=translate(_("（在这里写明统计口径、时期和范围。）"))),
        *_section(translate(_("有出入之处")), contradicted),
    )


def free(_notes: Notes, _figures: Figures) -> tuple[DraftItem, ...]:
    """Return nothing: a blank sheet."""
    return ()


TEMPLATES: Final = (
    Template("digest", _("批注摘要"), _("按文献列出引文、批注和相关数据"), digest),
    Template("memo", _("数据备忘"), _("已核实的数据，连同有出入之处"), memo),
    Template("free", _("自由文稿"), _("空白的一页，自己组织"), free),
)


def template_name(key: str) -> str:
    """Return the name of a template, the plain one's for a key that is not known."""
    found = next((one for one in TEMPLATES if one.key == key), TEMPLATES[-1])
    return translate(found.name)


def _confirmed(view: StatisticView) -> bool:
    return view.statistic.status in (FactStatus.CONFIRMED, FactStatus.EDITED)


def _section(title: str, figures: Figures) -> tuple[DraftItem, ...]:
    if not figures:
        return ()
    items = (DraftItem("figure", one.statistic.id) for one in figures)
    return (DraftItem("heading", text=title), *items)
