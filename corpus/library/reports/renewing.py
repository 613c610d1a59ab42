"""更新引文: the citations of an edited DOCX renewed from the records of the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpus.importing.table import load
from corpus.library.core.library import Library
from corpus.library.reports.citing import system_of
from corpus.library.reports.references import References
from corpus.library.reports.reporting import references_of
from corpus.model.school import SchoolRules
from corpus.report.model import CitationSystem, Report
from corpus.report.round_trip.renewing import Named, renew
from corpus.store.folder.files import replacing


@dataclass(frozen=True, slots=True)
class RenewedFile:
    """What came of renewing a file; see ``corpus.report.round_trip.renewing.Renewed``."""

    out: Path
    style: str
    renewed: int
    entries: int
    missing: tuple[Named, ...]
    copied: tuple[Named, ...]
    edited: tuple[Named, ...]
    unknown: tuple[Named, ...]
    list_missing: bool
    other_lists: tuple[Named, ...]


def renew_file(library: Library, path: Path, out: Path, *, style: str = "") -> RenewedFile:
    """Write ``path`` to ``out`` with citations and list renewed; only those words are touched.

    Raises InputError (missing, unreadable, damaged, hostile, no_citations), UsageError (unknown_style, bad_value
    where ``style`` makes notes of marks or the other way round), YindeError (not_writable).
    """

    def build(articles: Sequence[str], wanted: str, told: dict[str, Any]) -> Report:
        """Return the list of references of a document that cites ``articles`` in style ``wanted``."""
        rules = SchoolRules(**{one.name: told[one.name] for one in fields(SchoolRules) if one.name in told})
        references = References(library, wanted, rules)
        for article in articles:
            references.number(article)
        system = system_of(wanted)
        return Report(
            "", references=references_of(references, rules), system=system, style=wanted, rules=rules,
            order=() if system is CitationSystem.NUMERIC else references.by_author(), brackets=rules.brackets,
        )  # fmt: skip

    def known(article: str) -> bool:
        return library.store.article_changes.change_of(article) is not None

    made = renew(load(path), known, build, style=style, path=str(path))
    with replacing(out) as beside:
        beside.write_bytes(made.data)
    return RenewedFile(
        out, made.style, made.renewed, made.entries, made.missing, made.copied, made.edited, made.unknown,
        made.list_missing, made.other_lists,
    )  # fmt: skip
