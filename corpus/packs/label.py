"""What a pack is worth, on one label: as of when, how much is first-hand, who checked it, what is open."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class PackLabel:
    """``first_hand``, ``quoted`` and ``inferred`` count its figures; ``conflicts`` are without a conclusion."""

    name: str
    title: str
    version: str
    as_of: str
    licence: str
    checked_by: str
    articles: int
    figures: int
    first_hand: int
    quoted: int
    inferred: int
    conflicts: int
    open_conflicts: int


def label_of(pack: Pack) -> PackLabel:
    """Return the label of a pack: a figure is inferred where it says so, quoted where it names a source."""
    inferred = sum(bool(one.get("inferred")) for one in pack.statistics)
    quoted = sum(bool(one.get("source")) and not one.get("inferred") for one in pack.statistics)
    return PackLabel(
        name=pack.name,
        title=pack.title,
        version=pack.version,
        as_of=pack.as_of,
        licence=pack.licence,
        checked_by=pack.checked_by,
        articles=len(pack.articles),
        figures=len(pack.statistics),
        first_hand=len(pack.statistics) - inferred - quoted,
        quoted=quoted,
        inferred=inferred,
        conflicts=len(pack.conflicts),
        open_conflicts=sum(not one.get("conclusion") for one in pack.conflicts),
    )
