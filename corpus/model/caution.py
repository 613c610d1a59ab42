"""What a person should know although all is well: told once, beside what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Caution:
    """Something worth a sentence that stopped nothing: ``kind`` is a stable key, ``values`` fill its sentence.

    Kinds: network_disk, slow_disk (``path``), index_behind (``detail``), index_no_room,
    originals_missing (``n``), read_only and no_room (``path``), twins (``path``, ``names``, ``n``),
    nested_note (``text``), mark_not_placed (``text``), unread_sentence (``title``, ``n``, ``text``),
    unread_article (``title``).
    """

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)
