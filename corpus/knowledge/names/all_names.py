"""All names of a text: those of packs and people, those widely known, and those found by their context."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.known.platform_names import find_mentions
from corpus.knowledge.phrases.clauses import joined_items
from corpus.model.platform import Platform, PlatformMention


def all_names(text: str, platforms: Sequence[Platform]) -> tuple[PlatformMention, ...]:
    """Return every place where a known platform or any company is named, in order; a longer name wins."""
    known = find_mentions(text, platforms)
    found = find_names(text)
    if not found:
        return known
    owners = {one.text: one.platform for one in known}
    found = tuple(one for one in found if not _joins(one.text, owners))
    kept: list[PlatformMention] = []
    for one in sorted((*known, *found), key=lambda one: (one.span.start, -one.span.end)):
        if kept and one.span.start < kept[-1].span.end:
            continue
        owner = owners.get(one.text, owners.get(one.platform, one.platform))
        kept.append(one if owner == one.platform else PlatformMention(owner, one.span, one.text))
    return tuple(kept)


def _joins(name: str, known: Collection[str]) -> bool:
    """Tell whether a phrase is a known platform and another name beside it: 快手和小红书."""
    parts = joined_items(name) if not name.endswith("公司") else []
    return len(parts) > 1 and (parts[0] in known or parts[-1] in known) and all(len(one) > 1 for one in parts)
