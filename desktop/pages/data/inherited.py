"""What a figure took from its document, in words: which field, and where in the document it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from corpus.language import translate
from corpus.language.phrases import labelled, listed
from corpus.library.core.library import Library
from corpus.library.intake.records.recording import record_view


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_FIELDS: Final = {"region": _("地区"), "period": _("时期"), "subject": _("对象"), "kind": _("口径")}
_PLACES: Final = {
    "title": _("推自标题"), "file": _("推自文件名"), "folder": _("推自文件夹"), "opening": _("推自开头"),
    "record": _("推自著录"), "text": _("推自开头"), "heading": _("推自章节"), "person": _("由人指定"),
}  # fmt: skip
_SOURCE_OF: Final = {"region": "place", "period": "year", "subject": "publisher"}
"""The field of a document's record or context each field of a figure is taken from."""


def reasons_of(library: Library, article: str) -> Mapping[str, str]:
    """Return where each field of an article's record and context was read (title, opening …)."""
    return {name: origin.where for name, origin in record_view(library, article).origins.items()}


def inherited_words(fields: Sequence[str], reasons: Mapping[str, str]) -> str:
    """Return the sentence that says what was taken from the document, and from where in it."""
    parts = []
    for name in fields:
        where = _PLACES.get(
            reasons.get(_SOURCE_OF.get(name, ""), ""), _("推自章节") if name == "kind" else _("推自文献")
        )
        parts.append(labelled(translate(_FIELDS.get(name, name)), translate(where)))
    return f"* {listed(parts)}"
