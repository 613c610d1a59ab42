"""引文核对: every quotation of a report against the stored text, every figure against its record, before it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from corpus.audit.quoted.wording import compare, source_text
from corpus.audit.verdict import Checked, Verdict
from corpus.library.checking.audited import AuditEntry, CheckedPaper, Standing
from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.reporting import build_report
from corpus.model.link import link_of
from corpus.model.place import Place
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, NumberMention
from corpus.report.in_text import with_marks_of
from corpus.report.model import ChartItem, FigureItem, QuoteItem, ReportItem, TableItem, TextItem
from corpus.report.rich_text import plain_words
from corpus.report.tables import printed_value
from corpus.text.numbers import find_numbers
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_AROUND: Final = 400
_BLANK_LINE: Final = LazyPattern(r"\n[ \t]*\n")


def proofread(
    library: Library, request: ExportRequest, *, progress: ProgressCallback = unobserved
) -> CheckedPaper:
    """Return what a request would export as text, and how everything quoted in it stands to its source.

    Raises UsageError (nothing_to_export, bad_value, unknown_style).
    """
    report, _missing = build_report(library, request)
    items = list(report.items())
    parts: list[str] = []
    entries: list[AuditEntry] = []
    length = 0

    def write(text: str) -> int:
        """Add a paragraph and return where it begins."""
        nonlocal length
        start = length
        parts.append(text + "\n")
        length += len(text) + 1
        return start

    done, seen = 0, set[str]()
    for section in report.sections:
        if section.title:
            write(section.title)
        for item in section.items:
            progress(Progress("audit", done, len(items)))
            done += 1
            for part in _parts(item, seen):
                start = write(_printed(part))
                entries += [_moved(one, start) for one in _checked(library, part)]
    return CheckedPaper(report.title, "".join(parts), tuple(entries))


def _parts(item: ReportItem, seen: set[str]) -> Iterator[ReportItem]:
    """Yield an item, and what a table or drawing holds: a figure that was there before is looked at once."""
    yield item
    if isinstance(item, FigureItem):
        seen.add(f"{_printed(item)} {item.link}")
    for one in item.told if isinstance(item, TableItem | ChartItem) else ():
        if not isinstance(one, FigureItem):
            yield one
        elif (key := f"{_printed(one)} {one.link}") not in seen:
            seen.add(key)
            yield one


def _printed(item: ReportItem) -> str:
    if isinstance(item, QuoteItem):
        return item.quote or item.note
    if isinstance(item, FigureItem):
        return " ".join(
            part for part in (item.subject, item.metric, item.period, printed_value(item)) if part
        )
    return _own_words(item) if isinstance(item, TextItem) else item.caption


def _own_words(item: TextItem) -> str:
    """Return a person's words without the signs of their form and of citations; what the program adds is none."""
    if item.beside:
        return ""
    blocks = _BLANK_LINE.split(with_marks_of(item.text, (), lambda _group: ""))
    return "\n\n".join(
        one if "|" in one else plain_words(one) for one in blocks
    )  # a table is read by its rules


def _moved(entry: AuditEntry, by: int) -> AuditEntry:
    return replace(entry, span=Span(entry.span.start + by, entry.span.end + by))


def _checked(library: Library, item: ReportItem) -> Iterator[AuditEntry]:
    if isinstance(item, QuoteItem) and item.quote:
        yield _quotation(library, item)
    elif isinstance(item, FigureItem):
        yield _figure(library, item)
    elif isinstance(item, TextItem):
        yield from audit(library, _own_words(item))


def _quotation(library: Library, item: QuoteItem) -> AuditEntry:
    """Return how a quotation stands to its own place; one without a place is lost."""
    whole = Span(0, len(item.quote))
    place = _place(library, item.link)
    if place is None or item.lost:
        return AuditEntry(Checked.QUOTATION, item.quote, whole, Standing.NOT_FOUND, place)
    if item.was:
        return AuditEntry(Checked.QUOTATION, item.quote, whole, Standing.CHANGED, place, was=item.was)
    link = link_of(item.link)
    ready = library.texts.get(place.article)
    near = ready.clean[max(0, place.span.start - _AROUND) : place.span.end + _AROUND]
    verdict = compare(item.quote, source_text(near)).verdict
    if verdict is not Verdict.SAME and link is not None and link.span is not None:
        original = compare(item.quote, source_text(link.span.of(ready.article.original))).verdict
        verdict = original if original is Verdict.SAME else verdict
    return AuditEntry(Checked.QUOTATION, item.quote, whole, Standing(verdict.value), place)


def _figure(library: Library, item: FigureItem) -> AuditEntry:
    """Return how a figure stands to the sentence of its record, to other records, and to who confirmed it."""
    text = _printed(item)
    place = _place(library, item.link)
    if not stated_in(item, item.sentence):
        standing = Standing.CHANGED
    elif item.conflicts:
        standing = Standing.CONTRADICTED
    elif item.status == FactStatus.EXTRACTED.value:
        standing = Standing.UNCONFIRMED
    else:
        standing = Standing.SAME
    told = "; ".join(item.conflicts) if standing is Standing.CONTRADICTED else ""
    return AuditEntry(Checked.FIGURE, text, Span(0, len(text)), standing, place, was=told)


def stated_in(item: FigureItem, sentence: str) -> bool:
    """Tell whether the sentence of a figure's record states its value, in whatever form the number is written.

    A sentence that has no number of that unit in digits (数百万, 半年) says nothing against it.
    """
    bare = sentence.replace(",", "").replace("，", "")
    printed = _numbers(item.value)
    if not printed or any(one in bare for one in printed):
        return True
    wanted = {number for text in (item.base_value, *printed) if (number := _decimal(text)) is not None}
    _one, base = expand(Decimal(1), item.unit)
    stated = [one for one in find_numbers(sentence) if one.value is not None]
    alike = [
        one
        for one in stated
        if expand(Decimal(1), one.unit)[1] == base and any(map(str.isdigit, one.span.of(sentence)))
    ]
    told = {value for one in alike for value in _values(one)}
    return not alike or bool(wanted & told)


def _values(one: NumberMention) -> Iterator[Decimal]:
    for value in (one.value, one.low, one.high):
        if value is not None:
            yield value
            yield expand(value, one.unit)[0]


def _numbers(value: str) -> list[str]:
    """Return the numbers of a printed value: 约9 → 9, 3–5 → 3 and 5."""
    kept = "".join(one if one.isdigit() or one == "." else " " for one in value)
    return [part.strip(".") for part in kept.split() if part.strip(".")]


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _place(library: Library, address: str) -> Place | None:
    link = link_of(address)
    if link is None or link.span is None or library.store.article_changes.change_of(link.key) is None:
        return None
    return library.texts.get(link.key).place(link.span)
