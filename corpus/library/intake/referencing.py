"""References taken into the library: they fill the record of the text with that title, or stand without a file.

A source without a file is listed and cited; there is no text of it to search.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.intake.building.build import article_id, source_id
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import Before, fill_records, restore_records
from corpus.library.intake.records.reference_titles import REFERENCE, fields_of, titles_of
from corpus.model.article import Article, ArticleSummary
from corpus.model.errors import InputError
from corpus.model.progress import ProgressCallback, unobserved
from corpus.model.record import PERSON, Origin, Record, metadata_of
from corpus.model.source import Metadata, Piece, Source
from corpus.references.attachments import attachments
from corpus.references.files import LARGEST, items_in, items_of
from corpus.store.database.changes import Changes
from corpus.store.folder.given_files import read_given
from corpus.store.sources.originals import digest
from corpus.text.characters import letters_alone
from corpus.text.decode import decode
from corpus.text.repairs.kinds import RepairKind
from corpus.text.split import TITLE_LENGTH

_BIBLIOGRAPHIES: Final = ("*.rdf", "*.bib", "*.ris", "*.enw", "*.nbib", "*.json", "*.net", "*.txt")


@dataclass(frozen=True, slots=True)
class TakenReference:
    """What came of one reference: ``status`` is filled, added or same; ``article`` is what it speaks for."""

    item: Mapping[str, Any]
    status: str
    article: str


@dataclass(frozen=True, slots=True)
class ReferencesReport:
    """What came of an import of references; ``undo_references`` takes it back."""

    taken: tuple[TakenReference, ...]
    before: Before = field(default_factory=Before)
    files: int = 0
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)
    """What records were filled with, and the titles that texts of an export are listed under since, by article."""

    @property
    def added(self) -> tuple[str, ...]:
        """Return the ids of the sources without a file that came in."""
        return tuple(one.article for one in self.taken if one.status == "added")


def take_references(
    library: Library, path: Path, *, progress: ProgressCallback = unobserved
) -> ReferencesReport:
    """Take in a file of references, or the folder of an export with its files. InputError as ``items_in``."""
    bibliography = _bibliography(path) if path.is_dir() else path
    items = items_in(bibliography)
    files = attachments(decode(read_given(bibliography, LARGEST)).text, bibliography.parent)
    beside = [
        files.get(str(one.get("id", ""))) or files.get(str(one.get("title", ""))) or () for one in items
    ]
    wanted = list(dict.fromkeys(one for paths in beside for one in paths))
    texts: dict[Path, str] = {}
    if wanted:
        report = import_paths(library, wanted, progress=progress)
        texts = {
            Path(one.path): one.articles[0].id
            for one in report.sources
            if one.articles and one.status != "failed"
        }
    known = [next((texts[one] for one in paths if one in texts), "") for paths in beside]
    return _taken(library, items, known, len(texts))


def take_lines(library: Library, text: str) -> ReferencesReport:
    """Take in pasted references, in any of the known forms. InputError (no_reference) where there is none."""
    items = items_of(text)
    if not items:
        raise InputError("no_reference", path="", detail=text.strip()[:80])
    return _taken(library, items, [""] * len(items), 0)


def undo_references(library: Library, report: ReferencesReport) -> None:
    """Take an import of references back; texts that came with it stay."""
    restore_records(library, report.before)
    ids = report.added
    with library.store.transaction(Changes(articles=frozenset(ids))):
        library.store.articles.set_field("trashed", now(), ids)


def take_again(library: Library, report: ReferencesReport) -> None:
    """Do an import of references again that was taken back."""
    ids = report.added
    with library.store.transaction(Changes(articles=frozenset(ids))):
        library.store.articles.set_field("trashed", "", ids)
    fill_records(library, report.filled, REFERENCE, titles=report.called)


def _bibliography(folder: Path) -> Path:
    """Return the one file of references of an exported folder."""
    for pattern in _BIBLIOGRAPHIES:
        found = sorted(folder.glob(pattern))
        if found:
            return found[0]
    raise InputError("bad_items", path=str(folder), detail="BibTeX, RIS, EndNote, NoteExpress, CSL-JSON")


def _taken(
    library: Library, items: Sequence[Mapping[str, Any]], known: Sequence[str], files: int
) -> ReferencesReport:
    batch = uuid4().hex
    titles = titles_of(library)
    taken: list[TakenReference] = []
    fields: dict[str, dict[str, Any]] = {}
    called: dict[str, str] = {}
    with library.store.transaction(Changes(collections=True)) as number:
        for item, text in zip(items, known, strict=True):
            key = letters_alone(str(item["title"]))
            there = text or titles.get(key, "") or _known(library, item)
            if there and any(one.trashed for one in library.store.articles.of([there])):
                _bring_back(library, there, number)
                fields[there], titles[key], status = fields_of(item), there, "added"
            elif there:
                # What somebody filed a text under goes before what its first line looks like.
                told = {**fields_of(item), **({"title": str(item["title"])} if text else {})}
                if text and not _titled_by_person(library, text):
                    called[text] = _title(item)
                status = "same" if _says(library, there, told) else "filled"
                fields[there] = told
            else:
                there, status = _add(library, item, batch, number), "added"
                titles[key] = there
            taken.append(TakenReference(item, status, there))
        before = fill_records(library, fields, REFERENCE, titles=called) if fields else Before()
    return ReferencesReport(tuple(taken), before, files, fields, called)


def _titled_by_person(library: Library, identity: str) -> bool:
    """Tell whether a person gave a text its title, in its first line or in its record."""
    article = library.store.articles.get(identity)
    retitled = (
        any(one.applied and one.kind == RepairKind.OWN_TITLE for one in article.edits) if article else False
    )
    return retitled or library.store.records.correction(identity).wheres.get("title") == PERSON


def _says(library: Library, identity: str, told: Mapping[str, Any]) -> bool:
    """Tell whether a record says all of it already, but for what a person typed instead."""
    record = library.store.records.get(identity)
    if record is None:
        return False
    typed = {name for name, origin in record.origins.items() if origin.where == PERSON}
    return all(record.item.get(name) == value for name, value in told.items() if name not in typed)


def _known(library: Library, item: Mapping[str, Any]) -> str:
    """Return the article a reference was taken into before, whatever it is called now or wherever it lies."""
    identity = _ids(item)[2]
    return identity if library.store.article_changes.change_of(identity) is not None else ""


def _bring_back(library: Library, identity: str, number: int) -> None:
    library.store.articles.set_field("trashed", "", [identity])
    library.store.article_changes.touch([identity], number)
    library.store.also(Changes(articles=frozenset({identity})))


def _ids(item: Mapping[str, Any]) -> tuple[bytes, str, str]:
    """Return the bytes of a reference that stand for its file, their hash, and the id of its article."""
    data = json.dumps(dict(item), ensure_ascii=False, sort_keys=True).encode()
    sha256 = digest(data)
    return data, sha256, article_id(source_id(sha256), 0, _title(item))


def _title(item: Mapping[str, Any]) -> str:
    return " ".join(str(item["title"]).split())[:TITLE_LENGTH]


def _add(library: Library, item: Mapping[str, Any], batch: str, number: int) -> str:
    """Write a source without a file; return its article's id."""
    store = library.store
    data, sha256, identity = _ids(item)
    title, source = _title(item), source_id(sha256)
    held = {name: value for name, value in item.items() if name not in ("id", "citation-key", "files")}
    record = Record(held, origins=dict.fromkeys(held, Origin(REFERENCE, 0.95)))
    path = f"reference:{sha256[:12]}"
    store.originals.keep(data)
    store.sources.add(
        Source(
            id=source, sha256=sha256, path=path, paths=(path,), format=REFERENCE, encoding="utf-8", size=len(data),
            imported=now(), text=title, pieces=tuple[Piece, ...](),
        )
    )  # fmt: skip
    summary = ArticleSummary(
        id=identity, title=title, source=source, path=path, paths=(path,), characters=0,
        metadata=metadata_of(held) if held else Metadata(), kind=REFERENCE, added=now(), batch=batch,
    )  # fmt: skip
    article = Article(summary, title, end=len(title), change=number, record=record)
    store.articles.put(article, position=0, shingles=())
    store.also(Changes(articles=frozenset({identity})))
    return identity
