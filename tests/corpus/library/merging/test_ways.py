"""What becomes of a thing that both libraries may have follows from what each of them had of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_text
from corpus.library.upkeep.merging.settle import Known, Way, way
from corpus.library.upkeep.merging.state import MergeReport, state_of
from corpus.model.draft import Draft
from corpus.store.database.lineage import Gone
from tests.corpus.library.merging.pairs import merged, opened

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

CONTENT: Callable[[Draft], object] = lambda one: one.title  # noqa: E731


@pytest.mark.parametrize(
    ("ours", "theirs", "here", "there", "becomes"),
    [
        (None, ("b", "1", "1"), "", "", Way.NEW),
        (None, ("b", "1", "1"), "gone 1", "", Way.LEFT_OUT),
        (None, ("b", "1", "2"), "gone 1", "", Way.NEW),
        (None, ("b", "1", "1"), "past 1", "", Way.NEW),
        (("a", "1", "5"), ("a", "1", "9"), "", "", Way.SAME),
        (("a", "1", "5"), ("b", "1", "3"), "past 3", "", Way.OURS),
        (("a", "1", "5"), ("b", "1", "1"), "", "", Way.OURS),
        (("a", "1", "3"), ("b", "1", "5"), "", "past 3", Way.THEIRS),
        (("a", "1", "1"), ("b", "1", "5"), "", "", Way.THEIRS),
        (("a", "1", "3"), ("b", "1", "5"), "", "gone 3", Way.THEIRS),
        (("a", "1", "3"), ("b", "1", "5"), "past 2", "past 2", Way.APART),
        (("a", "1", "1"), ("b", "1", "1"), "", "", Way.APART),
        (("a", "2", "2"), ("b", "1", "5"), "", "", Way.APART),
    ],
)  # fmt: skip
def test_what_becomes_of_a_thing_follows_from_what_each_side_had(
    ours: tuple[str, str, str] | None, theirs: tuple[str, str, str], here: str, there: str, becomes: Way
) -> None:
    def made(told: tuple[str, str, str] | None) -> Draft | None:
        return None if told is None else Draft("d", told[0], created=told[1], modified=told[2])

    def known(told: str) -> Known:
        kind, _, state = told.partition(" ")
        past = {"d": frozenset({state})} if kind == "past" else {}
        gone = {"d": Gone("9", state)} if kind == "gone" else {}
        return Known(past, gone)

    other = made(theirs)
    assert other is not None
    assert way(made(ours), other, CONTENT, known(here), known(there)) is becomes


def test_a_report_says_whether_anything_was_written(pair: tuple[Path, Path]) -> None:
    report = merged(*pair)
    assert isinstance(report, MergeReport)
    assert not report.changed
    assert state_of("甲") != state_of("乙")
    assert len(state_of("甲")) == 16


def test_that_of_a_repair_both_decided_on_both_decisions_are_told(strangers: tuple[Path, Path]) -> None:
    me, colleague = strangers
    text = "村里的店\n店主说,这一年过得不容易 。店里有两位帮工,住在后院 。"
    told = []
    for root in strangers:
        with opened(root) as library:
            article = import_text(library, "村里的店", text).sources[0].articles[0].id
            first, second = [one.edit for one in ledger(library, article) if one.edit.applied][:2]
            change_repairs(library, article, undo=[first.id, second.id])
            if root == colleague:
                change_repairs(library, article, apply=[first.id])
            told.append((article, f"{first.before} → {first.after}", library.texts.get(article).clean))
    (article, change, shown), (other, _change, _shown) = told
    assert article == other
    report = merged(me, colleague)
    ((kind, title, ours, theirs),) = [(one.kind, one.title, one.ours, one.theirs) for one in report.apart]
    assert (kind, title, ours, theirs) == ("repair", "村里的店", f"{change} (undone)", f"{change} (applied)")
    with opened(me) as library:
        assert library.texts.get(article).clean == shown
    assert not merged(me, colleague).changed
