"""Which notes are asked for: plain conditions turned into SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.model.annotation import AnchorStatus, Colour
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.store.database.scopes import scope_condition
from corpus.text.filter_words import filter_question

Written = Literal["", "with", "without"]
Grouping = Literal["article", "tag", "colour", "trend", "date", ""]
"""What the notes listed stand under; empty: under nothing, one after the other."""
NoteOrder = Literal["place", "newest", "oldest", "changed"]
"""How the notes of a group follow one another; the latest change first in the last."""


@dataclass(frozen=True, slots=True)
class NoteQuery:
    """Empty fields let every note pass; ``lost`` asks for those without a sure place.

    Notes tied to no place, and those of deleted articles, belong to the whole library only.
    """

    scope: Scope = field(default=EVERYTHING)
    text: str = ""
    colours: frozenset[Colour] = frozenset()
    tag: str = ""
    article: str = ""
    written: Written = ""
    lost: bool = False
    grouping: Grouping = "article"
    order: NoteOrder = "place"
    only: str = ""
    """The id of the only note that may pass."""


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """What notes stand under, with how many of those asked for stand there; a note may stand under several tags.

    ``key`` is an article's id (empty: tied to no place; the title is empty where there is no such article any more),
    a tag, a colour, a trend or the day a note was made on (ISO, local); empty for notes without one.
    """

    key: str
    title: str
    count: int


def where_of(query: NoteQuery) -> tuple[str, tuple[object, ...]]:
    """Return the condition on ``n`` (annotations) of a query, and its values."""
    conditions, values = list[str](), list[object]()
    if query.scope.kind is ScopeKind.ALL:
        conditions.append("n.article NOT IN (SELECT id FROM articles WHERE trashed <> '')")
    else:
        scope, scoped = scope_condition(query.scope, "n.article")
        conditions += [scope, "EXISTS (SELECT 1 FROM articles o WHERE o.id = n.article AND o.trashed = '')"]
        values += scoped
    if query.colours:
        conditions.append(f"n.colour IN ({', '.join('?' * len(query.colours))})")
        values += sorted(query.colours)
    if query.only:
        conditions.append("n.id = ?")
        values.append(query.only)
    if query.article:
        conditions.append("n.article = ?")
        values.append(query.article)
    if query.written:
        conditions.append("n.note <> ''" if query.written == "with" else "n.note = ''")
    if query.lost:
        conditions.append(f"n.status <> '{AnchorStatus.PLACED}'")
    if query.tag:
        conditions.append("n.id IN (SELECT note FROM note_tags WHERE tag = ?)")
        values.append(query.tag)
    question = filter_question(query.text)
    if question:
        conditions.append("n.words IN (SELECT rowid FROM note_words WHERE note_words MATCH ?)")
        values.append(question)
    elif query.text.strip():
        conditions.append("0")
    return " AND ".join(conditions), tuple(values)
