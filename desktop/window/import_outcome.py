"""What came of an import, as the card after it shows it: plain values made of the worker's report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from corpus.language import window_sentence
from corpus.language.sentences import way_out
from corpus.language.warnings_of_files import warning_sentence
from corpus.library.intake.building.unread_told import unread_caution
from corpus.model.errors import InputError
from corpus.model.span import Span
from corpus.model.unread import Unread


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that came; ``repeat`` where it says what another one says already."""

    id: str
    title: str
    characters: int
    repeat: bool


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

    as_pages: tuple[tuple[str, str], ...] = ()
    """Files that came as pages without text: (path, sentence)."""
    warned: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What could not be taken in whole: a sentence, and the names of the files it holds for."""

    @property
    def only_updated(self) -> bool:
        """Tell whether all that came are new texts of files known before."""
        return self.updated > 0 and self.added == 0

    def behind(self, before: ImportOutcome) -> ImportOutcome:
        """Return the whole of an import that was cancelled and went on: ``before`` is what had come by then."""
        return replace(
            self,
            articles=before.articles + self.articles,
            added=before.added + self.added,
            same=before.same + self.same,
            updated=before.updated + self.updated,
            applied=before.applied + self.applied,
            offered=before.offered + self.offered,
            figures=before.figures + self.figures,
            platforms=max(before.platforms, self.platforms),
            failures=before.failures + self.failures,
            as_pages=before.as_pages + self.as_pages,
            warned=before.warned + self.warned,
            passed_over=before.passed_over + self.passed_over,
            passed_paths=before.passed_paths + self.passed_paths,
            ways_out=before.ways_out + self.ways_out,
            undoable=before.undoable or self.undoable,
            folders=before.folders,
            places={**before.places, **self.places},
        )

    @property
    def repeats(self) -> int:
        """Return how many of the articles repeat another one."""
        return sum(article.repeat for article in self.articles)


def outcome_of(report: Mapping[str, Any], folders: Sequence[str] = ()) -> ImportOutcome:
    """Return the outcome of an import report (JSON, the shape of the headless contract) of what was given."""
    sources: Sequence[Mapping[str, Any]] = report["sources"]
    taken = [
        source
        for source in sources
        if source["status"] in ("added", "updated") or (source["error"] and source["articles"])
    ]
    articles = [article for source in taken for article in source["articles"]]
    return ImportOutcome(
        batch=str(report.get("batch", "")),
        articles=tuple(
            NewArticle(one["id"], one["title"], one["characters"], one["duplicate_of"] is not None)
            for one in articles
        ),
        added=sum(source["status"] == "added" for source in sources),
        same=sum(source["status"] == "same" for source in sources),
        updated=sum(source["status"] == "updated" for source in sources),
        applied=sum(one["repairs"]["applied"] for one in articles),
        offered=sum(one["repairs"]["offered"] for one in articles),
        figures=sum(one.get("figures", 0) for one in articles),
        platforms=report.get("platforms", 0),
        warned=_warned(taken),
        failures=tuple(_failure(one) for one in sources if one["status"] == "failed" and not one["articles"]),
        as_pages=tuple(_failure(one) for one in taken if one["error"]),
        undoable=bool(taken),
        unread=tuple(report.get("unread", ())),
        folders=tuple(folders),
        places={source["path"]: tuple(one["id"] for one in source["articles"]) for source in sources},
        passed_over=tuple((one["suffix"], one["files"]) for one in report.get("passed_over", ())),
        ways_out=tuple(
            told
            for one in report.get("passed_over", ())
            if (told := way_out(one["suffix"], PurePath(one["paths"][0]).name if one.get("paths") else ""))
        ),
        passed_paths=tuple(
            PurePath(path).name for one in report.get("passed_over", ()) for path in one.get("paths", ())
        ),
    )


def _warned(sources: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every warning a person is told, with the files it holds for, in the order they came."""
    names: dict[str, list[str]] = {}
    for source in sources:
        for kind in source.get("warnings", ()):
            sentence = warning_sentence(kind)
            if sentence:
                names.setdefault(sentence, []).append(PurePath(source["path"]).name)
        for article in source["articles"]:
            caution = unread_caution(article["title"], tuple(map(_unread, article.get("unread", ()))))
            if caution is not None:
                names.setdefault(window_sentence(caution), []).append(PurePath(source["path"]).name)
    return tuple((sentence, tuple(files)) for sentence, files in names.items())


def _unread(one: Mapping[str, Any]) -> Unread:
    return Unread(Span(one["start"], one["end"]), one["text"], one["whole"])


def _failure(source: Mapping[str, Any]) -> tuple[str, str]:
    """Return the path of a file and what is said of it, which calls it by its name: a path fills half a card."""
    error = source.get("error") or {}
    values = {"path": source["path"], **error.get("values", {})}
    values["path"] = PurePath(values["path"]).name or values["path"]
    return source["path"], window_sentence(InputError(error.get("kind", "unreadable"), **values))
