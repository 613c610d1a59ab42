"""What people decided in the other library: repairs, figures, facts of their own, records, contexts, page numbers.

What was decided only there is taken over; where both decided and differ, what stands here stays and the other is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.annotation.anchor import locate
from corpus.library.intake.corrections.own_edits import OWN
from corpus.library.intake.corrections.repairing import edits_changed
from corpus.library.upkeep.merging.state import Merging
from corpus.model.annotation import AnchorStatus
from corpus.model.edit import Edit, RepairState
from corpus.model.numbering import PageStretch
from corpus.model.own_fact import OwnFact
from corpus.model.record import CorrectedFields
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.store.database.changes import Changes
from corpus.store.database.lineage import FACT
from corpus.text.repairs.kinds import RepairKind
from corpus.text.split import title_of


def merge_decisions(merging: Merging) -> None:
    """Take over what was decided about the articles both libraries have; each article in a transaction of its own."""
    for there, here in merging.places.items():
        changed = Changes(fields=frozenset({here}), facts=frozenset({here}))
        if here in merging.whole and _repairs_differ(merging, there, here):
            _merge_repairs(merging, there, here)
        corrected, stated = merging.other.records.correction(there), merging.other.contexts.corrected(there)
        figures, own = merging.other.facts.decisions(there), merging.other.own_facts.of(there)
        if not (corrected.fields or stated or figures or own):
            continue
        with merging.store.transaction(changed):
            _merge_record(merging, here, corrected)
            _merge_context(merging, here, stated)
            _merge_own(merging, here, own)
            _merge_figures(merging, here, figures)
    with merging.store.transaction(Changes(facts=frozenset(merging.places.values()))):
        _merge_verdicts(merging)
        _merge_page_numbers(merging)


def _titled(merging: Merging, article: str) -> str:
    found = merging.store.articles.of([article])
    return found[0].title if found else article


def _id_here(merging: Merging, there: str) -> str:
    return merging.renamed.get(there, there)


def _repairs_differ(merging: Merging, there: str, here: str) -> bool:
    decided = {_id_here(merging, key): one for key, one in merging.other.edits.decisions(there).items()}
    mine = merging.store.edits.decisions(here)
    return any(mine.get(key) is not state for key, state in decided.items())


def _merge_repairs(merging: Merging, there: str, here: str) -> None:
    """Decide about repairs as the other library does where nobody did here."""
    ready = merging.library.texts.get(here)
    mine = dict(merging.store.edits.decisions(here))
    edits = {one.id: one for one in ready.article.edits}
    theirs = {_id_here(merging, one.id): one for one in merging.other.edits.of(there)}
    decided = {_id_here(merging, key): one for key, one in merging.other.edits.decisions(there).items()}
    taken: dict[str, RepairState] = {}
    title = ""
    for key, state in sorted(decided.items(), key=lambda one: one[1] is RepairState.APPLIED):
        edit = replace(theirs[key], id=key, state=state)
        if mine.get(key) is state:
            continue
        known = key in edits or edit.kind in OWN
        if key in mine or (known and state is RepairState.APPLIED and _in_the_way(edit, edits.values())):
            _tell_repair(merging, here, edit, edits.get(key))
        elif known:
            edits[key], taken[key] = edit, state
            if edit.kind == RepairKind.OWN_TITLE and edit.applied:
                title = title_of(edit.after or "")
    if not taken:
        return
    ordered = tuple(sorted(edits.values(), key=lambda one: (one.start, one.end)))
    with merging.store.transaction(Changes(fields=frozenset({here}))):
        edits_changed(merging.library, ready, ordered, title=title, decided={**mine, **taken})
    merging.parts["decisions"].added += len(taken)


def _in_the_way(edit: Edit, others: Iterable[Edit]) -> bool:
    span = Span(edit.start, edit.end)
    return any(
        one.applied and one.id != edit.id and span.overlaps(Span(one.start, one.end)) for one in others
    )


def _tell_repair(merging: Merging, here: str, edit: Edit, mine: Edit | None) -> None:
    ours = "" if mine is None else f"{mine.before} → {mine.after} ({mine.state})"
    theirs = f"{edit.before} → {edit.after} ({edit.state})"
    merging.differ("repair", f"{here} {edit.id}", _titled(merging, here), ours, theirs)


def _merge_figures(merging: Merging, here: str, figures: Mapping[str, Statistic]) -> None:
    """Decide about figures as the other library does where nobody did here."""
    mine = merging.store.facts.decisions(here)
    for key, found in figures.items():
        theirs = replace(found, id=_id_here(merging, key))
        ours = mine.get(theirs.id)
        if ours is not None:
            same = replace(theirs, evidence=ours.evidence, figure=ours.figure)
            if same != ours:
                merging.differ(
                    "figure", theirs.id, _titled(merging, here), _told_figure(ours), _told_figure(theirs)
                )
            continue
        if merging.store.facts.statistic(theirs.id) is None:
            merging.differ("figure", theirs.id, _titled(merging, here), "", _told_figure(theirs))
            continue
        merging.store.facts.decide(here, theirs)
        merging.parts["decisions"].added += 1


def _told_figure(one: Statistic) -> str:
    value = one.value if one.value is not None else f"{one.low}–{one.high}"
    parts = (one.subject, one.metric, one.period.text, f"{value}{one.unit}", str(one.status))
    return " ".join(part for part in parts if part)


def _merge_own(merging: Merging, here: str, facts: Iterable[OwnFact]) -> None:
    """Bring the facts people recorded themselves."""
    gone = merging.store.lineage.gone(FACT)
    for theirs in facts:
        ours = merging.store.own_facts.get(theirs.id)
        if ours is None and theirs.id in gone:
            merging.parts["facts"].left_out += 1
        elif ours is None:
            merging.store.own_facts.put(_placed(merging, here, theirs))
            merging.parts["facts"].added += 1
        elif _said(ours) != _said(theirs):
            merging.differ("fact", theirs.id, _titled(merging, here), _said(ours), _said(theirs))


def _placed(merging: Merging, here: str, own: OwnFact) -> OwnFact:
    moved = replace(own, article=here)
    if here in merging.whole or own.span is None:
        return moved
    anchor = locate(merging.store.articles.original_of(here), own.selector, hint=own.span.start)
    return replace(moved, span=anchor.span if anchor.status is AnchorStatus.PLACED else None)


def _said(own: OwnFact) -> str:
    """Return what a recorded fact says, without where it stands."""
    if isinstance(own.fact, Statistic):
        return _told_figure(own.fact)
    return f"{own.selector.exact} {getattr(own.fact, 'label', getattr(own.fact, 'trend', ''))}"


def _merge_record(merging: Merging, here: str, theirs: CorrectedFields) -> None:
    ours = merging.store.records.correction(here)
    new = {}
    for name, value in theirs.fields.items():
        if name not in ours.fields:
            new[name] = value
        elif ours.fields[name] != value:
            title = _titled(merging, here)
            merging.differ(
                "record", f"{here} {name}", f"{title} · {name}", _json(ours.fields[name]), _json(value)
            )
    if new:
        where = {name: theirs.wheres[name] for name in new if name in theirs.wheres}
        merging.store.records.correct(here, ours.with_fields(new, where))
        merging.parts["records"].added += len(new)


def _merge_context(merging: Merging, here: str, theirs: Mapping[str, Any]) -> None:
    ours = merging.store.contexts.corrected(here)
    new = {name: value for name, value in theirs.items() if name not in ours}
    for name in theirs.keys() - new.keys():
        if ours[name] != theirs[name]:
            title = f"{_titled(merging, here)} · {name}"
            merging.differ("context", f"{here} {name}", title, _json(ours[name]), _json(theirs[name]))
    if new:
        merging.store.contexts.correct(here, {**ours, **new})
        merging.parts["records"].added += len(new)


def _merge_verdicts(merging: Merging) -> None:
    ours = merging.store.facts.verdicts()
    for key, theirs in merging.other.facts.verdicts().items():
        if key not in ours:
            merging.store.facts.set_verdict(key, theirs)
            merging.parts["decisions"].added += 1
        elif ours[key] != theirs:
            merging.differ("verdict", key, key, ours[key], theirs)


def _merge_page_numbers(merging: Merging) -> None:
    for there, here in merging.places.items():
        source, mine = (
            found[0].source if found else ""
            for found in (merging.other.articles.of([there]), merging.store.articles.of([here]))
        )
        theirs = merging.other.page_numbers.corrected(source)
        if source != mine or theirs is None:
            continue
        ours = merging.store.page_numbers.corrected(mine)
        if ours is None:
            merging.store.page_numbers.correct(mine, theirs)
            merging.parts["decisions"].added += 1
        elif ours != theirs:
            merging.differ("pages", mine, _titled(merging, here), _told_pages(ours), _told_pages(theirs))


def _told_pages(stretches: Sequence[PageStretch]) -> str:
    return "、".join(
        f"{one.first} → {one.label or '–'}" + (f" × {one.each}" if one.each > 1 else "") for one in stretches
    )


def _json(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
