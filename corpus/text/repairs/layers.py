"""Repairs made on top of others: what was found in a text already repaired, told as edits of its original."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from corpus.model.edit import Certainty, Edit, RepairClass, RepairState
from corpus.model.source import ReaderRepair
from corpus.model.span import Span
from corpus.text.offsets import OffsetMap, apply_edits


def known_edits(original: str, known: Sequence[ReaderRepair]) -> tuple[Edit, ...]:
    """Return the repairs a reader knows of as applied edits of ``original``."""
    return tuple(
        _edit(original, one.kind, Span(one.start, one.end), one.after, RepairClass.FORM) for one in known
    )


def layered(original: str, below: Sequence[Edit], above: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits of ``original`` that do what ``below`` and then ``above`` do.

    ``below`` are applied edits of ``original``, ``above`` edits of the text they give. Edits that do not meet stay
    what they are; applied ones that overlap become one of the kind of the one below.
    """
    offsets = OffsetMap.of(below)
    middle = apply_edits(original, below)
    placed = [(offsets.to_original(Span(one.start, one.end)), one) for one in above]
    applied = [(span, one) for span, one in placed if one.applied]
    groups = _groups([(Span(one.start, one.end), one) for one in below], applied)
    found = [_merged(original, middle, offsets, group) for group in groups]
    found += [_offered(original, middle, offsets, span, one) for span, one in placed if not one.applied]
    return tuple(sorted(found, key=lambda edit: (edit.start, edit.end)))


_Placed = tuple[Span, Edit, bool]


def _groups(below: list[tuple[Span, Edit]], above: list[tuple[Span, Edit]]) -> list[list[_Placed]]:
    """Return the applied edits in order, those that overlap together; the last value tells the lower layer."""
    whole = sorted(
        [*((span, one, True) for span, one in below), *((span, one, False) for span, one in above)],
        key=lambda item: (item[0].start, item[0].end),
    )
    groups: list[list[_Placed]] = []
    end = -1
    for item in whole:
        if groups and item[0].start < end:
            groups[-1].append(item)
        else:
            groups.append([item])
        end = max(end, item[0].end)
    return groups


def _merged(original: str, middle: str, offsets: OffsetMap, group: list[_Placed]) -> Edit:
    """Return one edit for edits that overlap."""
    span = Span(min(one[0].start for one in group), max(one[0].end for one in group))
    if len(group) == 1:
        one = group[0][1]
        return replace(one, start=span.start, end=span.end, before=original[span.start : span.end])
    upper = [edit for _span, edit, lower in group if not lower]
    inside = offsets.to_clean(span)
    start = min([inside.start, *(edit.start for edit in upper)])
    end = max([inside.end, *(edit.end for edit in upper)])
    after = apply_edits(
        middle[start:end], [replace(edit, start=edit.start - start, end=edit.end - start) for edit in upper]
    )
    kind = next((edit.kind for _span, edit, lower in group if lower), group[0][1].kind)
    return _edit(original, kind, span, after, RepairClass.FORM)


def _offered(original: str, middle: str, offsets: OffsetMap, span: Span, one: Edit) -> Edit:
    """Return an edit that is only offered, with what it would put in place of its whole span."""
    inside = offsets.to_clean(span)
    start, end = min(inside.start, one.start), max(inside.end, one.end)
    after = one.after
    if after is not None:
        after = middle[start : one.start] + after + middle[one.end : end]
    return replace(one, start=span.start, end=span.end, before=original[span.start : span.end], after=after)


def _edit(original: str, kind: str, span: Span, after: str, repair_class: RepairClass) -> Edit:
    identity = f"{span.start}\n{span.end}\n{kind}\n{after}"
    return Edit(
        id=hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        kind=kind,
        repair_class=repair_class,
        start=span.start,
        end=span.end,
        before=original[span.start : span.end],
        after=after,
        certainty=Certainty.CERTAIN,
        state=RepairState.APPLIED,
    )
