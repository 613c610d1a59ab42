"""The language of a reference, by the words of its title."""

from __future__ import annotations

from typing import Any

from corpus.text.tongue import tongue_of


def language_of(title: str) -> dict[str, Any]:
    """Return the field that tells the language of a title; none where its words do not tell."""
    tongue = tongue_of(title)
    return {"language": tongue} if tongue else {}
