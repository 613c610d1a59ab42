"""Going through a paper: each quotation and each figure is looked up in the library and told how it stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from corpus.audit.paper.apparatus import without_apparatus
from corpus.audit.paper.disagreements import disagreements_of, line_around, named_beside
from corpus.audit.paper.numbering import printed_sentence
from corpus.audit.paper.paper_figures import PaperFigure, figures_in, unread_in
from corpus.audit.quoted.block_quotations import BlockQuotation, block_quotations_in
from corpus.audit.quoted.quotations import (
    Quotation,
    before_a_comment,
    quotations_in,
    spoken_without_marks,
)
from corpus.audit.quoted.wording import compare, source_text
from corpus.audit.verdict import Checked, Verdict
from corpus.library.checking.attribution import Attribution
from corpus.library.checking.audited import ORDER, AuditEntry, Standing
from corpus.library.checking.figure_standing import FigureCheck
from corpus.library.checking.on_record import OnRecord
from corpus.library.checking.records import RecordedFigures
from corpus.library.checking.sources import stretches_for_quotation, stretches_holding
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.span import Span
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern

_WHOLE_SENTENCE: Final = 12
"""Characters from which on a sentence is one that was copied and no phrase many texts have."""
_BEGINNING: Final = 4
_FULL_LINE: Final = 20
_ENDED: Final = LazyPattern(r"[。！？；：]\s*$")
_ORDER: Final = {Verdict.SAME: 0, Verdict.CUT: 1, Verdict.CHANGED: 2, Verdict.NOT_FOUND: 3}


def audit(
    library: Library,
    paper: str,
    *,
    set_apart: Sequence[Span] = (),
    scope: Scope = EVERYTHING,
    progress: ProgressCallback = unobserved,
) -> tuple[AuditEntry, ...]:
    """Return how every quotation and figure of ``paper`` stands to the library, in the order of the paper.

    Contents, references and locators are passed over; what stands inside a quotation is checked with it. Of a sentence
    with more numbers than are read the rest stays unconfirmed.
    ``set_apart`` are the paragraphs its file marks as quoted.
    """
    with library.finder.kept_open():
        return _audited(library, paper, set_apart, scope, progress)


def _audited(
    library: Library, paper: str, set_apart: Sequence[Span], scope: Scope, progress: ProgressCallback
) -> tuple[AuditEntry, ...]:
    body = without_apparatus(paper)
    marked = quotations_in(body)
    blocks = block_quotations_in(body, set_apart, marked)
    of_blocks = [one.words.span for one in blocks]
    quoted = [one for one in marked if not any(block.overlaps(one.span) for block in of_blocks)]
    spans = [*of_blocks, *(one.span for one in quoted)]
    records = RecordedFigures(library, body, scope)
    figures = figures_in(body, records.figures, spans)
    sources = Attribution(library, paper, scope)
    entries = [sources.of(one, one.text) for one in _copied(library, body, spans, scope)]
    entries += [AuditEntry(Checked.FIGURE, "", one, Standing.UNCONFIRMED) for one in unread_in(body)]
    steps: list[Callable[[], Iterable[AuditEntry]]] = [
        *(partial(_quotation, library, body, one, sources, scope) for one in quoted),
        *(partial(_block, library, body, one, sources, scope) for one in blocks),
    ]
    checks = _Figures(library, body, records, scope)
    steps += [partial(checks.standing_of, one) for one in figures]
    for done, step in enumerate(steps):
        progress(Progress("audit", done, len(steps)))
        entries.extend(step())
    shown = (replace(one, text=one.span.of(paper)) for one in _joined(entries))
    return tuple(sorted(shown, key=lambda entry: (entry.span.start, entry.span.end)))


class _Figures:
    """Tells how the figures of one paper stand: as they are on record, as a copied sentence, as other words say."""

    def __init__(self, library: Library, body: str, records: RecordedFigures, scope: Scope) -> None:
        self._library, self._body, self._scope = library, body, scope
        self._records = records
        self._check = FigureCheck(library, scope)
        self._on_record = OnRecord(library, scope)

    def standing_of(self, figure: PaperFigure) -> tuple[AuditEntry, ...]:
        """Return how a figure stands; nothing where it may be read amiss and is not confirmed."""
        listed = self._on_record.listed(figure.listed) if figure.listed else None
        if listed is not None and listed[0] is Standing.SAME:
            return (_confirmed(figure, listed[1]),)
        stated = None if figure.listed else self._records.at(figure.start)
        entry = self._check.entry_of(figure, self._records.beside(stated), stated)
        if entry.standing is not Standing.SAME and not figure.in_cell:
            entry = self._as_printed(figure, entry)
        elif entry.standing in (Standing.NOT_FOUND, Standing.CHANGED) and listed is not None:
            entry = replace(entry, standing=listed[0], found=listed[1])
        return (entry,) if figure.sure or entry.standing is Standing.SAME else ()

    def _as_printed(self, figure: PaperFigure, entry: AuditEntry) -> AuditEntry:
        """Return an entry, confirmed where the library prints its very line, or its very sentence."""
        around = line_around(self._body, figure.start)
        line = around.of(self._body)
        for one in (*disagreements_of(line), *named_beside(line, figure.start - around.start)):
            if (place := self._on_record.disagreement(one)) is not None:
                return _confirmed(figure, place)
        if entry.standing is Standing.CONTRADICTED:
            return entry
        words = printed_sentence(figure.sentence)
        if figure.number.span.of(figure.sentence) not in words:
            return entry
        lead = self._broken_off(figure)
        if len(words) + len(lead) < _WHOLE_SENTENCE:
            return entry
        place = _standing_so(self._library, lead + words, self._scope)
        return entry if place is None else _confirmed(figure, place)

    def _broken_off(self, figure: PaperFigure) -> str:
        """Return the end of the full line before a sentence that begins amid one, as a page breaks them."""
        around = line_around(self._body, figure.start)
        line = around.of(self._body).strip()
        if not line.startswith(figure.sentence.strip()[:_BEGINNING]) or around.start == 0:
            return ""
        before = line_around(self._body, around.start - 1).of(self._body)
        full = len(before) >= _FULL_LINE and not _ENDED.search(before) and "\t" not in before
        return before.rstrip()[-_WHOLE_SENTENCE:] if full else ""


def _confirmed(figure: PaperFigure, place: Place) -> AuditEntry:
    read_as = figure.sentence if figure.in_cell else ""
    return AuditEntry(Checked.FIGURE, "", figure.span, Standing.SAME, place, read_as=read_as)


def _block(
    library: Library, body: str, block: BlockQuotation, sources: Attribution, scope: Scope
) -> tuple[AuditEntry, ...]:
    """Return how a quotation set apart stands; where it stands nowhere, how the ones in marks inside it do.

    What is no sentence and stands nowhere is no quotation: a motto, a name.
    """
    found = _quotation(library, body, block.words, sources, scope)
    if any(one.standing is not Standing.NOT_FOUND for one in found):
        return found
    if block.inner:
        return tuple(entry for one in block.inner for entry in _quotation(library, body, one, sources, scope))
    return found if block.ended else ()


def _quotation(
    library: Library, body: str, quoted: Quotation, sources: Attribution, scope: Scope
) -> tuple[AuditEntry, ...]:
    """Return how a quotation stands: as the words of one speaker, or of several, whichever stands so."""

    def checked(one: Quotation) -> AuditEntry:
        before = body[: one.span.start]
        return check_quotation(library, one.text(body), one.span, one.span.of(body), scope, before)

    whole, apart = checked(quoted), quoted.apart(body)
    parts = (quoted,) if whole.standing is Standing.SAME or len(apart) < 2 else apart
    entries = (whole,) if parts == (quoted,) else tuple(map(checked, apart))
    return tuple(sources.of(entry, part.text(body)) for entry, part in zip(entries, parts, strict=True))


def check_quotation(
    library: Library, words: str, span: Span, printed: str, scope: Scope = EVERYTHING, before: str = ""
) -> AuditEntry:
    """Return how a quotation stands to the library: ``words`` are looked up, ``printed`` is how the paper has them.

    ``before`` is what the paper has before the quotation: right before it, it may say itself what limits it.
    """
    best, found = Verdict.NOT_FOUND, None
    for stretch in stretches_for_quotation(library, words, scope):
        compared = compare(words, source_text(stretch.text), before)
        if compared.source is not None and (found is None or _ORDER[compared.verdict] < _ORDER[best]):
            best, found = compared.verdict, stretch.place(library, compared.source)
        if best is Verdict.SAME:
            break
    return AuditEntry(Checked.QUOTATION, printed, span, Standing(best.value), found)


def _copied(library: Library, body: str, quoted: Sequence[Span], scope: Scope) -> Iterator[AuditEntry]:
    """Yield what is told to be said, without quotation marks, and stands so; what does not is no quotation."""
    for sentence in sentences(body):
        said = spoken_without_marks(sentence.of(body))
        places = before_a_comment(sentence.of(body)) if said is None else (said,)
        if any(sentence.overlaps(one) for one in quoted):
            continue
        for place in places:
            words = place.of(sentence.of(body))
            found = _standing_so(library, words, scope)
            if found is not None:
                span = Span(sentence.start + place.start, sentence.start + place.end)
                yield AuditEntry(Checked.QUOTATION, words, span, Standing.SAME, found)
                break


def _standing_so(library: Library, words: str, scope: Scope) -> Place | None:
    """Return where words stand as they are, ``None`` where they do not."""
    for stretch in stretches_holding(library, words, scope):
        compared = compare(words, source_text(stretch.text))
        if compared.verdict is Verdict.SAME and compared.source is not None:
            return stretch.place(library, compared.source)
    return None


def _joined(entries: list[AuditEntry]) -> Iterator[AuditEntry]:
    """Yield the entries, of several numbers of one clause the one that needs a look most."""
    kept: dict[tuple[Checked, Span], AuditEntry] = {}
    for one in entries:
        key = (one.checked, one.span)
        if key not in kept or ORDER.index(one.standing) < ORDER.index(kept[key].standing):
            kept[key] = one
    yield from kept.values()
