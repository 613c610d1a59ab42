"""Checking a sentence or a whole paper against one source: its quotations first, then its figures."""

from __future__ import annotations

from corpus.audit.compared.figures import compare_figures
from corpus.audit.quoted.quotations import (
    SHORTEST,
    Quotation,
    introduces,
    letters,
    places_of,
    quotations_in,
    tells_figures,
)
from corpus.audit.quoted.wording import SourceText, compare, source_text
from corpus.audit.verdict import Checked, Finding, Verdict
from corpus.model.span import Span

_COPIED = 10
"""Letters of a stretch without quotation marks that must stand in the source to be called copied, unless one speaks."""
_SEVERAL = 2


def check_sentence(sentence: str, source: str) -> Finding | None:
    """Return the verdict on what a sentence takes from a source; ``None`` where it takes neither words nor figures."""
    ready = source_text(source)
    quoted = quotations_in(sentence)
    if quoted:
        findings = [finding for one in quoted for finding in _compared(one, sentence, ready)]
        return max(findings, key=lambda finding: (letters(finding.paper.of(sentence)), finding.paper.start))
    copied = _copied(sentence, ready)
    if copied is not None:
        return copied
    figures = compare_figures(sentence, source)
    if figures is None:
        return None
    return Finding(Checked.FIGURE, figures.verdict, Span(0, len(sentence)), figures.source)


def _compared(quoted: Quotation, sentence: str, source: SourceText) -> tuple[Finding, ...]:
    """Return the findings for a quotation: as the words of one speaker, or of several, whichever stand so."""
    whole = _finding(quoted, sentence, source)
    apart = quoted.apart(sentence)
    if whole.verdict is Verdict.SAME or len(apart) < _SEVERAL:
        return (whole,)
    return tuple(_finding(one, sentence, source) for one in apart)


def _finding(quoted: Quotation, sentence: str, source: SourceText) -> Finding:
    found = compare(quoted.text(sentence), source)
    return Finding(Checked.QUOTATION, found.verdict, quoted.span, found.source)


def _copied(sentence: str, source: SourceText) -> Finding | None:
    """Return the finding for words copied whole behind a dash or a colon, without quotation marks."""
    for mark in ("——", "：", ":", "，"):
        for start in places_of(mark, sentence):
            spoken, tail = introduces(sentence[:start]), sentence[start + len(mark) :].strip()
            if mark == "，" and (not spoken or tells_figures(tail)):
                continue
            found = compare(tail, source) if letters(tail) >= (SHORTEST if spoken else _COPIED) else None
            if found is not None and found.verdict is Verdict.SAME:
                place = sentence.rindex(tail)
                return Finding(Checked.QUOTATION, Verdict.SAME, Span(place, place + len(tail)), found.source)
    return None
