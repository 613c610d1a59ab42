"""Beginning a draft: from one of the templates, or from one a person has kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.settings import get_setting, put_setting
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_ids, figure_views
from corpus.library.notes.annotating import list_annotations
from corpus.library.reports.example import EXAMPLE, example_blocks
from corpus.library.reports.templates import template_of
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.draft import Draft, DraftItem, DraftSettings
from corpus.model.statistic import FactStatus
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.notes.draft_json import item_of_values, item_values, settings_of_values, settings_values

_KEPT: Final = "draft-templates"
_OWN: Final = "own:"
_STAYING: Final = ("heading", "prompt")


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template a person kept: its headings with what is to be written below each."""

    key: str
    name: str
    items: tuple[DraftItem, ...]
    settings: DraftSettings


def first_blocks(
    library: Library, key: str, say: Callable[[str], str], scope: Scope = EVERYTHING
) -> tuple[tuple[DraftItem, ...], DraftSettings]:
    """Return the blocks and settings of a draft begun with a template, filled from the notes and figures of a scope."""
    if key == EXAMPLE:
        return example_blocks(library)
    own = next((one for one in own_templates(library) if one.key == key), None)
    if own is not None:
        return own.items, own.settings
    template = template_of(key)
    items = template.fill(list_annotations(library, scope), _telling_figures(library, scope), say)
    return items, DraftSettings(preset=template.preset)


def own_templates(library: Library) -> tuple[OwnTemplate, ...]:
    """Return the templates a person kept, the first one first."""
    kept = json.loads(get_setting(library, _KEPT) or "[]")
    return tuple(
        OwnTemplate(
            f"{_OWN}{one['name']}",
            one["name"],
            tuple(item_of_values(item) for item in one["items"]),
            settings_of_values(one["settings"]),
        )
        for one in kept
    )


def keep_template(library: Library, draft: Draft, name: str) -> OwnTemplate:
    """Keep the headings of a draft as a template; what was written below them becomes the prompt.

    One of the same name is written over. Evidence, names and titles of this draft do not stay in it.
    """
    settings = replace(draft.settings, author="", course="")
    made = OwnTemplate(f"{_OWN}{name}", name, tuple(map(_bare, filter(_stays, draft.items))), settings)
    restore_template(library, made)
    return made


def restore_template(library: Library, template: OwnTemplate) -> None:
    """Keep a template as it was."""
    _write(library, [*(one for one in own_templates(library) if one.name != template.name), template])


def drop_template(library: Library, key: str) -> None:
    """Let go of a template a person kept."""
    _write(library, [one for one in own_templates(library) if one.key != key])


def _stays(item: DraftItem) -> bool:
    return item.kind in _STAYING or (item.kind == "text" and bool(item.text.strip()))


def _bare(item: DraftItem) -> DraftItem:
    return item if item.kind in _STAYING else DraftItem("prompt", text=item.text)


def _write(library: Library, templates: list[OwnTemplate]) -> None:
    told = [
        {
            "name": one.name,
            "items": [item_values(item) for item in one.items],
            "settings": settings_values(one.settings),
        }
        for one in templates
    ]
    put_setting(library, _KEPT, json.dumps(told, ensure_ascii=False))


def _telling_figures(library: Library, scope: Scope) -> tuple[StatisticView, ...]:
    """Return the figures a template may tell: those a person has confirmed, and those that are disputed."""
    queries = (
        FigureQuery(scope, status=FactStatus.CONFIRMED.value),
        FigureQuery(scope, status=FactStatus.EDITED.value),
        FigureQuery(scope, disputed=True),
    )
    ids = dict.fromkeys(one for query in queries for one in figure_ids(library, query))
    return figure_views(library, tuple(ids))
