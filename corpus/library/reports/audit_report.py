"""What a check of a paper found, as a report to hand on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from corpus.audit.quoted.difference import in_one_line
from corpus.audit.verdict import Checked
from corpus.library.checking.audited import ORDER, AuditEntry, Standing
from corpus.model.place import Place
from corpus.report.labels import ReportLabels
from corpus.report.model import Report, ReportSection, TableItem
from corpus.report.writers.table import write

FORMATS: Final = ("docx", "html", "md", "pdf", "odt")


def write_audit_report(
    name: str, entries: Sequence[AuditEntry], out: Path, format_: str, labels: ReportLabels, created: str = ""
) -> Path:
    """Write the report beside and put it in place; errors as the writers raise them."""
    write(audit_report(name, entries, labels, created), out, format_)
    return out


def audit_report(name: str, entries: Sequence[AuditEntry], labels: ReportLabels, created: str = "") -> Report:
    """Return a section for each verdict, those that need a look first; every entry with what stands in the library."""
    counts = labels.semicolon.join(
        f"{labels.name(f'audit:{standing.value}')} {len(found)}"
        for standing in ORDER
        if (found := [one for one in entries if one.standing is standing])
    )
    sections = tuple(
        ReportSection(labels.name(f"audit:{standing.value}"), 1, (_table(found, labels),))
        for standing in ORDER
        if (found := [one for one in entries if one.standing is standing])
    )
    title = f"{labels.name('audit:title')}{labels.colon}{name}"
    about = (counts,) if counts else (labels.name("audit:nothing"),)
    return Report(title=title, sections=sections, about=about, created=created, labels=labels)


def _table(entries: Sequence[AuditEntry], labels: ReportLabels) -> TableItem:
    columns = (
        labels.number,
        labels.name("audit:kind"),
        labels.name("audit:paper"),
        labels.name("audit:library"),
        labels.source,
    )
    rows = tuple(
        (
            str(number),
            labels.name(f"audit:{one.checked.value}"),
            one.words,
            _told(one),
            _sources(one, labels),
        )
        for number, one in enumerate(entries, start=1)
    )
    return TableItem(columns, rows, right=frozenset({0}))


def _sources(entry: AuditEntry, labels: ReportLabels) -> str:
    """Return where an entry stands, and what the paper says of that where it is not so."""
    lines = [labels.comma.join(_entitled(place) for place in places_of(entry))]
    if entry.named:
        lines.append(labels.name("audit:named").format(source=entry.named))
    if entry.claimed is not None:
        lines.append(labels.name("audit:claimed").format(title=entry.claimed.name))
    if entry.page:
        lines.append(labels.name("audit:page").format(page=entry.page))
    return "\n".join(lines)


def _entitled(place: Place) -> str:
    """Return the title of a place's article, with what tells it apart from others of its title."""
    return f"《{place.title}》 · {place.file}" if place.file else f"《{place.title}》"


def places_of(entry: AuditEntry) -> tuple[Place, ...]:
    """Return the places an entry leads to, that which agrees first."""
    return tuple(one for one in (entry.found, entry.against) if one is not None)


def wording_of(entry: AuditEntry) -> str:
    """Return what stands at the place found; of a changed quotation, where the two wordings part."""
    if entry.found is None:
        return entry.was
    if entry.checked is Checked.QUOTATION and entry.standing is Standing.CHANGED:
        return in_one_line(entry.was or entry.text, entry.found.quote)
    return entry.found.quote


def _told(entry: AuditEntry) -> str:
    """Return what stands in the library, and what another place says."""
    wording = wording_of(entry)
    return f"{wording}\n≠ {entry.against.quote}" if entry.against is not None else wording
