"""People many of whom are told of together: 受访家庭, 青年求职者, 开发者."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.cues.tables import cue

TABLE: Final = "phrases/people"


def is_people(subject: str) -> bool:
    """Tell whether a subject is people many of whom are told of together, and no one body."""
    return bool(cue(TABLE, "whole").fullmatch(subject))


def said_behind_bracket(words: str, text: str, place: int) -> tuple[str, str] | None:
    """Return people before a share in brackets and what they do, told behind it at ``place``; else ``None``."""
    who = cue(TABLE, "most").sub("", words.strip(), count=1)
    told = (
        cue(TABLE, "say").match(text, place)
        if is_people(who) or cue(TABLE, "most").match(words.strip())
        else None
    )
    return (who, told["what"]) if told else None
