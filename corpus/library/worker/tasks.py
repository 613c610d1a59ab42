"""The heavy tasks the worker process runs: a table of names, each a function of plain JSON arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from corpus.library import shapes
from corpus.library.checking.papers import audit_file, audit_text
from corpus.library.core.library import Library
from corpus.library.finding.highlights import import_annotations
from corpus.library.finding.indexing import catch_up, sync_index
from corpus.library.intake.building.refinding import find_all_anew
from corpus.library.intake.corrections.repairing import apply_all_of_kind
from corpus.library.intake.files.reading_anew import read_anew
from corpus.library.intake.files.recognising import recognise
from corpus.library.intake.files.undoing_import import undo_import
from corpus.library.intake.files.wishes import Wishes, known_encoding
from corpus.library.intake.importing import import_paths, import_text, resume_import
from corpus.library.intake.records.records_anew import records_read_otherwise
from corpus.library.intake.referencing import take_references
from corpus.library.intake.repeats.excerpting import find_excerpts
from corpus.library.reports.audit_report import write_audit_report
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import export
from corpus.library.reports.proofreading import proofread
from corpus.library.reports.renewing import renew_file
from corpus.library.upkeep.backup import backup, rotate
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.merging.merge import merge
from corpus.library.upkeep.merging.state import MergeWords
from corpus.library.upkeep.rescue import rescue
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.progress import ProgressCallback
from corpus.report.labels import ReportLabels
from index.fold.folding import full_fold

Arguments = Mapping[str, Any]
Task = Callable[[Library, Arguments, ProgressCallback], Any]


def _prepare(library: Library, _arguments: Arguments, _progress: ProgressCallback) -> Any:
    """Load what the first text to come in would wait for: the words, and how signs are folded."""
    library.segmenter.load()
    full_fold("")


def _import(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    wishes = Wishes(known_encoding(arguments.get("encoding", "")))
    paths = [Path(one) for one in arguments["paths"]]
    batch = arguments.get("batch", "")
    report = import_paths(library, paths, progress=progress, wishes=wishes, batch=batch)
    return shapes.import_report(report)


def _resume_import(library: Library, _arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.import_report(resume_import(library, progress=progress))


def _read_anew(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    wishes = Wishes(known_encoding(arguments.get("encoding", "")))
    return shapes.import_report(read_anew(library, arguments["source"], wishes=wishes, progress=progress))


def _import_text(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    report = import_text(
        library,
        arguments["title"],
        arguments["text"],
        html=arguments.get("html", ""),
        fields=arguments.get("fields"),
    )
    catch_up(library, progress=progress)
    find_excerpts(library, [article.id for one in report.sources for article in one.articles])
    return shapes.import_report(report)


def _references(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    report = take_references(library, Path(arguments["path"]), progress=progress)
    catch_up(library, progress=progress)
    filled = sum(one.status == "filled" for one in report.taken)
    return {
        "references": len(report.taken),
        "filled": filled,
        "added": len(report.added),
        "files": report.files,
    }


def _refind(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    report = find_all_anew(library, everything=bool(arguments.get("everything")), progress=progress)
    catch_up(library, progress=progress)
    return shapes.plain(report)


def _records_anew(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    found = records_read_otherwise(library, arguments.get("articles", ()), progress=progress)
    return shapes.plain(found)


def _undo_import(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    undone = undo_import(library, arguments["batch"])
    catch_up(library, progress=progress)
    return {"trashed": list(undone.trashed), "restored": list(undone.restored)}


def _sync_index(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.plain(sync_index(library, rebuild=bool(arguments.get("rebuild")), progress=progress))


def _export(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.plain(export(library, request_from(arguments), progress=progress))


def _check(library: Library, _arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.plain(check(library, progress=progress))


def _backup(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.plain(backup(library, Path(arguments["path"]), progress=progress))


def _rotate(library: Library, arguments: Arguments, _progress: ProgressCallback) -> Any:
    return str(rotate(library, begun=arguments.get("begun", False)) or "")


def _apply_all(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    applied = apply_all_of_kind(library, arguments["source"], arguments["kind"])
    catch_up(library, progress=progress)
    return applied


def _audit(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    if arguments.get("path"):
        return shapes.checked_paper(audit_file(library, Path(arguments["path"]), progress=progress))
    checked = audit_text(library, arguments["name"], arguments["text"], progress=progress)
    return shapes.checked_paper(checked)


def _audit_report(_library: Library, arguments: Arguments, _progress: ProgressCallback) -> Any:
    entries = [shapes.audit_entry_from(one) for one in arguments["entries"]]
    out, labels = Path(arguments["out"]), ReportLabels(**arguments["labels"])
    written = write_audit_report(
        arguments["name"], entries, out, arguments["format"], labels, arguments["created"]
    )
    return str(written)


def _proofread(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.checked_paper(proofread(library, request_from(arguments), progress=progress))


def _recognise(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.plain(recognise(library, arguments["article"], progress=progress))


def _renew(library: Library, arguments: Arguments, _progress: ProgressCallback) -> Any:
    return shapes.plain(renew_file(library, Path(arguments["path"]), Path(arguments["out"])))


def _import_annotations(library: Library, arguments: Arguments, _progress: ProgressCallback) -> Any:
    return shapes.plain(import_annotations(library, Path(arguments["path"])))


def _merge(library: Library, arguments: Arguments, progress: ProgressCallback) -> Any:
    words = MergeWords(**arguments["words"])
    report = shapes.plain(merge(library, Path(arguments["path"]), words, progress=progress))
    catch_up(library, progress=progress)
    return report


def _restore(arguments: Arguments, progress: ProgressCallback) -> Any:
    path, root = Path(arguments["path"]), Path(arguments["root"])
    return shapes.plain(restore_backup(path, root, progress=progress))


def _rescue(arguments: Arguments, progress: ProgressCallback) -> Any:
    return shapes.plain(rescue(Path(arguments["root"]), Path(arguments["target"]), progress=progress))


WITHOUT_LIBRARY: Final[Mapping[str, Callable[[Arguments, ProgressCallback], Any]]] = {
    "restore": _restore,
    "rescue": _rescue,
}
"""Tasks about a library that nobody has open, the worker neither."""

TASKS: Final[Mapping[str, Task]] = {
    "prepare": _prepare,
    "import": _import,
    "import_text": _import_text,
    "resume_import": _resume_import,
    "read_anew": _read_anew,
    "refind": _refind,
    "records_anew": _records_anew,
    "undo_import": _undo_import,
    "references": _references,
    "sync_index": _sync_index,
    "export": _export,
    "check": _check,
    "backup": _backup,
    "rotate_backups": _rotate,
    "recognise": _recognise,
    "apply_all_of_kind": _apply_all,
    "audit": _audit,
    "audit_report": _audit_report,
    "import_annotations": _import_annotations,
    "proofread": _proofread,
    "renew": _renew,
    "merge": _merge,
}
