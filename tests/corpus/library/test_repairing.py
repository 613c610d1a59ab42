"""The ledger: applying and undoing repairs moves no note and no figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_paths
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import reading
from corpus.library.upkeep.checking import check
from corpus.model.edit import RepairClass, RepairState
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.span import Span
from corpus.model.statistic import FactStatus

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")


@pytest.fixture
def noisy(library: Library, noisy_page: Path) -> str:
    return import_paths(library, [noisy_page]).sources[0].articles[0].id


def test_that_undoing_every_repair_gives_the_original_and_applying_them_the_clean_text(
    library: Library, noisy: str
) -> None:
    clean = library.texts.get(noisy).clean
    applied = [one.edit.id for one in ledger(library, noisy) if one.edit.applied]
    assert applied
    change_repairs(library, noisy, undo=applied)
    assert library.texts.get(noisy).clean == library.texts.get(noisy).article.original
    change_repairs(library, noisy, apply=applied)
    assert library.texts.get(noisy).clean == clean


def test_that_notes_and_figures_stay_where_they_are(library: Library, noisy: str) -> None:
    ready = library.texts.get(noisy)
    sentence = ready.sentences[3]
    made = annotate(library, noisy, sentence, note="这里")
    applied = [one.edit.id for one in ledger(library, noisy) if one.edit.applied]
    change_repairs(library, noisy, undo=applied)
    (note,) = list_annotations(library)
    assert note.annotation.span == made.annotation.span
    assert note.place is not None
    assert note.place.quote == made.annotation.selector.exact
    change_repairs(library, noisy, apply=applied)
    assert list_annotations(library) == (made,)
    assert check(library).findings == ()


def test_that_a_fact_is_never_applied(library: Library, noisy: str) -> None:
    facts = [one.edit for one in ledger(library, noisy) if one.edit.repair_class is RepairClass.FACT]
    assert all(one.state is RepairState.OFFERED for one in facts)
    for fact in facts[:1]:
        with pytest.raises(UsageError):
            change_repairs(library, noisy, apply=[fact.id])


def test_that_an_unknown_repair_changes_nothing(library: Library, noisy: str) -> None:
    before = ledger(library, noisy)
    with pytest.raises(UnknownIdError):
        change_repairs(library, noisy, undo=[before[0].edit.id, "r0"])
    assert ledger(library, noisy) == before


def test_that_search_follows_the_clean_text_at_once(library: Library, noisy: str) -> None:
    edit = next(
        one.edit for one in ledger(library, noisy) if one.edit.applied and one.edit.before.endswith(" ")
    )
    around = library.texts.get(noisy).article.original[edit.start - 4 : edit.end + 1]
    assert " " in around
    assert find_places(library, SearchRequest(around, "exact")).total == 0
    change_repairs(library, noisy, undo=[edit.id])
    assert find_places(library, SearchRequest(around, "exact")).total >= 1


def test_that_spans_stay_inside_the_text(library: Library, noisy: str) -> None:
    ready = library.texts.get(noisy)
    assert all(one.span.end <= len(ready.clean) for one in ledger(library, noisy))
    assert ready.shown(Span(0, len(ready.article.original))) == Span(0, len(ready.clean))


def test_that_a_decision_on_a_figure_outlives_a_repair_before_it(library: Library, noisy: str) -> None:
    figure = reading(library, noisy).figures[-1].statistic
    decide(library, figure.id, FactStatus.REJECTED)
    applied = [one.edit.id for one in ledger(library, noisy) if one.edit.applied]
    change_repairs(library, noisy, undo=applied[:3])
    kept = {one.statistic.id: one.statistic.status for one in reading(library, noisy).figures}
    assert kept[figure.id] is FactStatus.REJECTED
