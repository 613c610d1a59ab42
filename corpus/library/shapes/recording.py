"""Records and contexts as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.shapes.plain import Json

if TYPE_CHECKING:
    from corpus.library.intake.records.recording import RecordView


def record(one: RecordView) -> Json:
    """Return an article's record, its context, where each field is from, and what is missing."""
    context = one.context
    return {
        "article": one.article,
        "record": dict(one.item),
        "context": {
            "publisher": context.speaker,
            "place": context.place,
            "year": context.year,
            "kind": context.kind.value,
            "language": context.language,
            "chapters": [
                {"start": chapter.start, "heading": chapter.heading, "tense": chapter.tense.value}
                for chapter in context.chapters
            ],
        },
        "from": {
            name: {"where": origin.where, "certainty": origin.certainty}
            for name, origin in one.origins.items()
        },
        "missing": list(one.missing),
        "proposed": list(one.record.proposals),
        "state": one.record.state.value,
    }
