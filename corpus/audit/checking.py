"""Checking a sentence or a whole paper against one source: its quotations first, then its figures."""

from __future__ import annotations

from corpus.audit.compared.figures import compare_figures
from corpus.audit.numbers.stated_numbers import end_of_reading, numbers_in
from corpus.audit.quoted.quotations import (
    LONGEST_BY_CHANCE,
    SHORTEST,
    Quotation,
    before_a_comment,
    introduces,
    letters,
    places_of,
    quotations_in,
    tells_figures,
    within_a_telling,
)
from corpus.audit.quoted.wording import SourceText, compare, source_text
from corpus.audit.verdict import Checked, Finding, Verdict
from corpus.model.errors import UsageError
from corpus.model.span import Span

_SEVERAL = 2
_MOST = 100
"""Numbers of one sentence that are compared; what has more is no sentence but a list of data."""


def check_sentence(sentence: str, source: str) -> Finding | None:
    """Return the verdict on what a sentence takes from a source; ``None`` where it takes neither words nor figures.

    UsageError (too_many_numbers) where it has more figures than are compared, or the source more than are read and
    none that was read bears it out.
    """
    ready = source_text(source)
    quoted = quotations_in(sentence)
    if quoted:
        findings = [finding for one in quoted for finding in _compared(one, sentence, ready)]
        return max(findings, key=lambda finding: (letters(finding.paper.of(sentence)), finding.paper.start))
    copied = _copied(sentence, ready)
    if copied is not None:
        return copied
    if len(numbers_in(sentence)) > _MOST or end_of_reading(sentence) < len(sentence):
        raise UsageError("too_many_numbers", longest=_MOST)
    figures = compare_figures(sentence, source)
    if figures is None:
        return None
    if figures.verdict is not Verdict.SAME and end_of_reading(source) < len(source):
        raise UsageError("too_many_numbers.source")
    return Finding(Checked.FIGURE, figures.verdict, Span(0, len(sentence)), figures.source)


def _compared(quoted: Quotation, sentence: str, source: SourceText) -> tuple[Finding, ...]:
    """Return the findings for a quotation: as the words of one speaker, or of several, whichever stand so."""
    whole = _finding(quoted, sentence, source)
    apart = quoted.apart(sentence)
    if whole.verdict is Verdict.SAME or len(apart) < _SEVERAL:
        return (whole,)
    return tuple(_finding(one, sentence, source) for one in apart)


def _finding(quoted: Quotation, sentence: str, source: SourceText) -> Finding:
    found = compare(quoted.text(sentence), source, sentence[: quoted.span.start])
    return Finding(Checked.QUOTATION, found.verdict, quoted.span, found.source)


def _copied(sentence: str, source: SourceText) -> Finding | None:
    """Return the finding for words copied whole, without marks, behind a dash, colon or verb or before a comment."""
    for mark in ("——", "：", ":", "，"):
        for start in places_of(mark, sentence):
            spoken, tail = introduces(sentence[:start]), sentence[start + len(mark) :].strip()
            if mark == "，" and (not spoken or tells_figures(tail)):
                continue
            found = (
                compare(tail, source)
                if letters(tail) >= (SHORTEST if spoken else LONGEST_BY_CHANCE)
                else None
            )
            if found is not None and found.verdict is Verdict.SAME:
                place = sentence.rindex(tail)
                return Finding(Checked.QUOTATION, Verdict.SAME, Span(place, place + len(tail)), found.source)
    for span in (*before_a_comment(sentence), *within_a_telling(sentence)):
        found = compare(span.of(sentence), source)
        if found.verdict is Verdict.SAME:
            return Finding(Checked.QUOTATION, Verdict.SAME, span, found.source)
    return None
