"""The finished example draft of the built-in pack, with its quotations and figures found in the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.model.draft import DraftItem, DraftSettings
from corpus.packs.example import pack_example
from corpus.store.notes.draft_json import item_of_values, settings_of_values

EXAMPLE: Final = "example"
"""The key under which a draft can be begun as the example."""


def example_title() -> str:
    """Return what the example is called, empty where there is none."""
    example = pack_example()
    return "" if example is None else example.title


def example_blocks(library: Library) -> tuple[tuple[DraftItem, ...], DraftSettings]:
    """Return the blocks and settings of the example; what the library no longer has is left out."""
    example = pack_example()
    if example is None:
        return (), DraftSettings()
    made = (_block(library, one) for one in example.blocks)
    return tuple(one for one in made if one is not None), settings_of_values(example.settings)


def _block(library: Library, told: Mapping[str, Any]) -> DraftItem | None:
    if "article" not in told:
        return item_of_values(told)
    ids = library.store.records.ids_titled(str(told["article"]))
    if not ids:
        return None
    if told["kind"] == "figures":
        wanted = frozenset(told["sentences"])
        views = statistics(library, articles=frozenset(ids[:1]))
        found = [one.statistic.id for one in views if one.place.quote.strip() in wanted]
        return DraftItem("figures", " ".join(found), str(told["text"])) if found else None
    quote = str(told["quote"])
    start = library.texts.get(ids[0]).article.original.find(quote)
    if start < 0:
        return None
    return DraftItem(
        "passage", ids[0], str(told.get("text", "")), quote=quote, start=start, end=start + len(quote),
        use=str(told.get("use", "quote")),
    )  # fmt: skip
