"""Sentences about fields of a record that say something else than before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.language import translate as _
from corpus.language.fields import field_name, kind_name
from corpus.language.phrases import labelled


def record_changes(fields: Mapping[str, Sequence[str]]) -> list[str]:
    """Return a line for each field: what it says and what it would say."""
    return [labelled(field_name(name), _change(name, *pair)) for name, pair in fields.items()]


def _change(name: str, before: str, after: str) -> str:
    old, new = (kind_name(one) if name == "type" and one else one for one in (before, after))
    return _("{old} → {new}", old=old or _("（无）"), new=new or _("（无）"))
