"""The document around a sentence: who speaks, of which place and time, in what kind of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from corpus.model.statistic import NO_PERIOD, Period


class Tense(StrEnum):
    """Whether a chapter looks back, reports, or plans."""

    PAST = "past"
    REPORT = "report"
    PLAN = "plan"


class DocumentKind(StrEnum):
    """What sort of text a document is."""

    WORK_REPORT = "work_report"
    COMMUNIQUE = "communique"
    YEARBOOK = "yearbook"
    COMPANY_REPORT = "company_report"
    RESEARCH = "research"
    PAPER = "paper"
    INTERVIEW = "interview"
    NEWS = "news"
    UNKNOWN = ""


_ACCOUNTS = frozenset({DocumentKind.WORK_REPORT, DocumentKind.COMMUNIQUE})
OF_A_PLACE = _ACCOUNTS | {DocumentKind.YEARBOOK}
"""What tells of its place throughout, and of its year."""
_EARLY = 4
"""Up to this month an account of a year is that of the year before."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Where a field of a context was read (title, file, folder, opening, record, heading) and how surely, 0 to 1."""

    where: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter from ``start`` on: its heading, its tense, and the time its heading names (empty: none or several)."""

    start: int
    heading: str
    tense: Tense = Tense.REPORT
    period: Period = NO_PERIOD


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What is known of a document apart from its sentences; empty and ``None`` mean unknown.

    ``speaker`` is who publishes or speaks, ``about`` whom the title names before a colon, ``place`` the place the
    text is about by its full name, ``year`` the year it names as its own, ``written`` the day of writing, of which
    ``written_year`` alone may be known. ``chapters`` stand in the order of the text. ``reasons`` tell for each field
    where it was read.
    """

    speaker: str = ""
    about: str = ""
    place: str = ""
    year: int | None = None
    written: date | None = None
    written_year: int | None = None
    kind: DocumentKind = DocumentKind.UNKNOWN
    language: str = ""
    chapters: tuple[Chapter, ...] = ()
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    @property
    def now(self) -> int | None:
        """Return the year that 今年 means in this document."""
        if self.written is not None:
            return self.written.year
        if self.written_year is not None:
            return self.written_year
        return self.year if self.kind is DocumentKind.WORK_REPORT else None

    @property
    def reported(self) -> int | None:
        """Return the year the document gives account of where it says no other."""
        if self.year is None:
            return self._year_before()
        if self.now is not None and self.year < self.now:
            return self.year
        early = self.kind in (DocumentKind.WORK_REPORT, DocumentKind.YEARBOOK)
        return self.year - 1 if early else self.year

    def _year_before(self) -> int | None:
        """Return the year a yearly account of the first months looks back on."""
        if self.kind not in _ACCOUNTS or self.now is None:
            return None
        early = self.written is None or self.written.month <= _EARLY
        return self.now - 1 if early else None


STATED: Final = ("publisher", "place", "year", "kind", "language", "chapters")
"""What a person can say of a context; ``chapters`` is a list of ``[start, heading, tense]``."""


def as_stated(context: DocumentContext, stated: Mapping[str, Any]) -> DocumentContext:
    """Return a context as a person said it is; starts of chapters are those of the same text."""
    if not stated:
        return context
    names = {"publisher": "speaker", "place": "place", "language": "language"}
    told: dict[str, Any] = {names[key]: str(stated[key]) for key in names if key in stated}
    if "year" in stated:
        told["year"] = int(stated["year"]) if stated["year"] else None
    if "kind" in stated:
        told["kind"] = DocumentKind(stated["kind"])
    if "chapters" in stated:
        told["chapters"] = _chapters(context.chapters, stated["chapters"])
    own = {names.get(key, key): Reason("person", 1.0) for key in stated}
    return replace(context, **told, reasons={**context.reasons, **own})


def _chapters(found: Sequence[Chapter], stated: Sequence[Sequence[Any]]) -> tuple[Chapter, ...]:
    """Return the chapters with the tenses a person gave: by their place, else by their heading."""
    chapters = {one.start: one for one in found}
    headed = {one.heading: one.start for one in reversed(found)}
    for start, heading, tense in stated:
        place = start if start in chapters or heading not in headed else headed[heading]
        known = chapters.get(place, Chapter(place, heading))
        chapters[place] = replace(known, tense=Tense(tense))
    return tuple(chapters[place] for place in sorted(chapters))
