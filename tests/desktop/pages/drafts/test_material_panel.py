"""Material beside a draft: sentences found by a word, and what is said where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import list_annotations
from corpus.model.collection import Scope, ScopeKind
from corpus.model.draft import DraftItem
from corpus.model.statistic import FactStatus
from desktop.operations.figures import put_status
from desktop.pages.drafts.material import MaterialPanel, material
from desktop.services.context import Context
from tests.desktop.lane import perform

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(qtbot: QtBot, reading_context: Context) -> MaterialPanel:
    shown = MaterialPanel(reading_context)
    qtbot.addWidget(shown)
    shown.resize(300, 600)
    shown.show()
    shown.kinds.choose("passage")
    shown.look()
    qtbot.waitUntil(lambda: shown.told.text() == "写几个字，找库中的原句。")
    return shown


def test_what_an_empty_panel_says_stands_under_its_field(panel: MaterialPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.told.geometry().bottom() < panel.height() / 2)
    assert panel.put_button.geometry().top() > panel.height() / 2


def test_that_sentences_are_found_and_put_in_unmarked(
    panel: MaterialPanel, reading_context: Context, qtbot: QtBot
) -> None:
    marked = len(list_annotations(reading_context.library))
    put: list[DraftItem] = []
    panel.wanted.connect(put.extend)
    panel.word.setText("社交电商")
    panel.look()
    qtbot.waitUntil(lambda: bool(panel.rows.row_model.rows))
    assert panel.rows.isVisible()
    panel.rows.choose("0")
    panel.put()
    (item,) = put
    assert item.kind == "passage"
    assert item.quote.strip() == panel.rows.row_model.rows[0].title
    assert len(list_annotations(reading_context.library)) == marked


def test_that_a_figure_says_whether_anyone_confirmed_it(reading_context: Context) -> None:
    library = reading_context.library
    import_text(library, "镇上的店", "镇上的店\n\n2018年，镇上的网店有150户，零售额达到4716万元。\n")
    mine = Scope(ScopeKind.MINE)
    first, second, *_others = material(library, mine, "figure", "").rows
    assert (first.sign, second.sign) == ("○", "○")
    perform(reading_context, put_status(first.key, FactStatus.CONFIRMED))
    again = {one.key: one.sign for one in material(library, mine, "figure", "").rows}
    assert (again[first.key], again[second.key]) == ("●", "○")
