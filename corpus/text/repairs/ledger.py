"""From the table of rules to the edits of one text, with the certain ones applied."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.model.edit import Certainty, Edit, RepairClass, RepairState
from corpus.model.platform import Correction
from corpus.model.source import ReaderRepair
from corpus.text.offsets import apply_edits
from corpus.text.repairs.kinds import RepairKind
from corpus.text.repairs.layers import known_edits, layered
from corpus.text.repairs.rule import Page, Proposal, Rule, is_paragraph
from corpus.text.repairs.table import RULES

_LONGEST_TITLE: Final = 120
_EVEN_IN_ADDRESSES: Final = frozenset(
    {
        RepairKind.INVISIBLE_CHARACTER,
        RepairKind.MOJIBAKE,
        RepairKind.PAGE_FURNITURE,
        RepairKind.WRONG_LINE_BREAK,
    }
)
_IN_TITLES: Final = frozenset(
    {
        RepairKind.MOJIBAKE, RepairKind.INVISIBLE_CHARACTER, RepairKind.HTML_REMAINS, RepairKind.WRONG_LINE_BREAK,
        RepairKind.HYPHENATION, RepairKind.PAGE_FURNITURE, RepairKind.RADICAL_CHARACTER,
        RepairKind.FULL_WIDTH_CHARACTER, RepairKind.EXTRA_BLANK, RepairKind.OVERPRINT, RepairKind.PINYIN_GLOSS,
        RepairKind.MISREAD_DIGIT,
    }
)  # fmt: skip
"""What is put right in a title unasked: its characters, never its marks or words, for it names the article."""


def propose(
    original: str,
    corrections: Sequence[Correction] = (),
    *,
    furniture: Sequence[str] = (),
    known: Sequence[ReaderRepair] = (),
    rules: Sequence[Rule] = RULES,
) -> tuple[Edit, ...]:
    """Return the repairs of ``original`` in order of place, their states set.

    Certain repairs of form are applied, those of wording only where a correction's exact form stands, facts never.
    Applied edits do not overlap: the earlier rule wins, the later repair stays offered. A title line (a first line
    that is no sentence, with text below) is never joined to what stands below it. ``furniture`` are lines of the
    page around the article, such as the page's title; ``known`` are repairs the reader of the file knows of, which
    are applied first: the rules see the text they give. What the rules find in a text whose very characters had to
    be guessed is offered, never applied.
    """
    if known:
        below = known_edits(original, known)
        above = propose(apply_edits(original, below), corrections, furniture=furniture, rules=rules)
        return layered(original, below, _only_offered(above) if _guessed(known) else above)
    page = Page(original, _title_end(original), tuple(corrections), tuple(furniture))
    edits: list[Edit] = []
    applied: list[tuple[int, int]] = []
    seen: set[tuple[int, int, str | None]] = set()
    for rule in rules:
        for proposal in rule.find(page):
            if rule.kind not in _EVEN_IN_ADDRESSES and _keeps_off(page.kept, proposal):
                continue
            place = (proposal.start, proposal.end, proposal.after)
            if place in seen:
                continue
            seen.add(place)
            edits.append(_edit(page, rule, proposal, applied))
    return tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))


def _guessed(known: Sequence[ReaderRepair]) -> bool:
    """Tell whether a text was encoded twice, so that its characters are a reading and not what the file says."""
    return any(one.kind == RepairKind.MOJIBAKE for one in known)


def _only_offered(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return edits of which none is applied."""
    return tuple(replace(one, state=RepairState.OFFERED) if one.applied else one for one in edits)


def _keeps_off(kept: Sequence[tuple[int, int]], proposal: Proposal) -> bool:
    """Tell whether a proposal begins or ends inside one of the stretches (sorted) that nothing may change."""
    place = bisect_right(kept, (proposal.start, proposal.start)) - 1
    return any(
        start < proposal.end
        and proposal.start < end
        and not (proposal.start <= start and end <= proposal.end)
        for start, end in kept[max(0, place - 1) : place + 3]
    ) or any(
        start <= proposal.start and proposal.end <= end for start, end in kept[max(0, place - 1) : place + 3]
    )


def _title_end(original: str) -> int:
    """Return where the title line ends, 0 if the first line is not a title."""
    first, found, rest = original.partition("\n")
    sentence = first.rstrip().endswith(("。", "；", "，", "、")) or is_paragraph(first)
    is_title = bool(found) and rest.strip() and len(first) <= _LONGEST_TITLE and not sentence
    return len(first) if is_title else 0


def _edit(page: Page, rule: Rule, proposal: Proposal, applied: list[tuple[int, int]]) -> Edit:
    """Make the edit of one proposal and apply it if it may be; ``applied`` (sorted spans) grows with it."""
    span = (proposal.start, proposal.end)
    may = (
        proposal.certainty is Certainty.CERTAIN
        and proposal.after is not None
        and rule.repair_class is not RepairClass.FACT
        and (proposal.start >= page.title_end or rule.kind in _IN_TITLES)
        and not _touches(applied, span)
    )
    if may:
        insort(applied, span)
    before = page.text[proposal.start : proposal.end]
    identity = f"{proposal.start}\n{proposal.end}\n{rule.kind}\n{proposal.after}"
    return Edit(
        id=hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        kind=str(rule.kind),
        repair_class=rule.repair_class,
        start=proposal.start,
        end=proposal.end,
        before=before,
        after=proposal.after,
        certainty=proposal.certainty,
        state=RepairState.APPLIED if may else RepairState.OFFERED,
    )


def _touches(applied: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Tell whether ``span`` overlaps one of the disjoint, sorted spans in ``applied``, or inserts where one does."""
    place = bisect_right(applied, span)
    if place and applied[place - 1][1] > span[0]:
        return True
    if place < len(applied) and applied[place][0] < span[1]:
        return True
    return span[0] == span[1] and bisect_left(applied, span) != place
