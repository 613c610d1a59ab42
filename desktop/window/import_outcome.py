"""What came of an import, as the card after it shows it: plain values made of the worker's report."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, TypeAlias

from corpus.language import window_sentence
from corpus.language.sentences import way_out
from corpus.language.warnings_of_files import warning_sentence
from corpus.library.intake.building.unread_told import unread_caution
from corpus.model.errors import InputError
from corpus.model.span import Span
from corpus.model.unread import Unread

Report: TypeAlias = Mapping[str, Any]
"""What the worker tells of an import: JSON in the shape of the headless contract."""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that came; ``repeat`` where it says what another one says already."""

    id: str
    title: str
    characters: int
    repeat: bool
    pages: int = 0
    """How many pages it has, where no text stands on them."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """Sums over all files; ``failures`` are (path, sentence); ``added``, ``same``, ``updated`` count files."""

    batch: str
    articles: tuple[NewArticle, ...]
    added: int
    same: int
    updated: int
    applied: int
    offered: int
    figures: int
    platforms: int
    failures: tuple[tuple[str, str], ...]
    undoable: bool = True
    """Whether something came that was not there; what an update replaced comes back when it is undone."""
    unread: tuple[str, ...] = ()
    """The files a cancelled import did not come to."""
    passed_over: tuple[tuple[str, int], ...] = ()
    """Suffixes of files inside folders that no reader takes, and how many there were of each."""
    passed_paths: tuple[str, ...] = ()
    """The names of those files."""
    ways_out: tuple[str, ...] = ()
    """How those of them can be read all the same whose kind has a way."""
    folders: tuple[str, ...] = ()
    """The folders the import was given."""
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of articles by the path of their file, those known before too."""
    copies: tuple[tuple[str, str], ...] = ()
    """Files that are the same, byte for byte, as one taken in before: (path, title of what came of that one)."""
    as_pages: tuple[tuple[str, str], ...] = ()
    """Files that came as pages without text: (path, sentence)."""
    warned: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What could not be taken in whole: a sentence, and the names of the files it holds for."""
    reports: tuple[Report, ...] = ()
    """What it was made of: a cancelled import that goes on gives one more."""

    @property
    def only_updated(self) -> bool:
        """Tell whether all that came are new texts of files known before."""
        return self.updated > 0 and self.added == 0

    @property
    def repeats(self) -> int:
        """Return how many of the articles repeat another one."""
        return sum(article.repeat for article in self.articles)


def outcome_of(*reports: Report, folders: Sequence[str] = ()) -> ImportOutcome:
    """Return the outcome of an import of ``folders``: of its report, or of all where it was cancelled and went on."""
    sources: list[Report] = [source for report in reports for source in report["sources"]]
    taken = [
        source
        for source in sources
        if source["status"] in ("added", "updated") or (source["error"] and source["articles"])
    ]
    articles = [article for source in taken for article in source["articles"]]
    passed = [kind for report in reports for kind in report.get("passed_over", ())]
    ways_out = (way_out(one["suffix"], _name(one["paths"][0]) if one.get("paths") else "") for one in passed)
    return ImportOutcome(
        batch=str(reports[-1].get("batch", "")),
        articles=tuple(
            NewArticle(
                one["id"],
                one["title"],
                one["characters"],
                one["duplicate_of"] is not None,
                one.get("pages", 0),
            )
            for one in articles
        ),
        added=sum(source["status"] == "added" for source in sources),
        same=sum(source["status"] == "same" for source in sources),
        updated=sum(source["status"] == "updated" for source in sources),
        applied=sum(one["repairs"]["applied"] for one in articles),
        offered=sum(one["repairs"]["offered"] for one in articles),
        figures=sum(one.get("figures", 0) for one in articles),
        platforms=max(report.get("platforms", 0) for report in reports),
        warned=_warned(taken),
        failures=tuple(_failure(one) for one in sources if one["status"] == "failed" and not one["articles"]),
        copies=_copies(sources, {source["path"] for source in taken}),
        as_pages=tuple(_failure(one) for one in taken if one["error"]),
        undoable=bool(taken),
        unread=tuple(reports[-1].get("unread", ())),
        folders=tuple(folders),
        places={source["path"]: tuple(one["id"] for one in source["articles"]) for source in sources},
        passed_over=tuple((one["suffix"], one["files"]) for one in passed),
        ways_out=tuple(filter(None, ways_out)),
        passed_paths=tuple(_name(path) for one in passed for path in one.get("paths", ())),
        reports=reports,
    )


def _copies(sources: Sequence[Report], taken: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return the files that were known, but for those an import that went on had taken in itself."""
    same = {source["path"]: source for source in sources if source["status"] == "same"}
    return tuple(
        (path, source["articles"][0]["title"])
        for path, source in same.items()
        if path not in taken and source["articles"]
    )


def _name(path: str) -> str:
    return PurePath(path).name


def _warned(sources: Sequence[Report]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every warning a person is told, with the files it holds for, in the order they came."""
    names: dict[str, list[str]] = {}
    for source in sources:
        for kind in source.get("warnings", ()):
            sentence = warning_sentence(kind)
            if sentence:
                names.setdefault(sentence, []).append(_name(source["path"]))
        for article in source["articles"]:
            caution = unread_caution(article["title"], tuple(map(_unread, article.get("unread", ()))))
            if caution is not None:
                names.setdefault(window_sentence(caution), []).append(_name(source["path"]))
    return tuple((sentence, tuple(files)) for sentence, files in names.items())


def _unread(one: Mapping[str, Any]) -> Unread:
    return Unread(Span(one["start"], one["end"]), one["text"], one["whole"])


def _failure(source: Report) -> tuple[str, str]:
    """Return the path of a file and what is said of it, which calls it by its name: a path fills half a card."""
    error = source.get("error") or {}
    values = {"path": source["path"], **error.get("values", {})}
    values["path"] = _name(values["path"]) or values["path"]
    return source["path"], window_sentence(InputError(error.get("kind", "unreadable"), **values))
