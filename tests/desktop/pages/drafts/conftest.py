"""The page of drafts beside two notes, shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import list_articles, reading
from desktop.pages.drafts import DraftsPage
from desktop.services.context import Context
from desktop.services.targets import DraftsTarget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot, reading_context: Context) -> Iterator[DraftsPage]:
    library = reading_context.library
    article = next(one for one in list_articles(library) if one.figures > 5)
    first, second = reading(library, article.id).sentences[3:5]
    annotate(library, article.id, first, note="第一条，**要点**")
    annotate(library, article.id, second)
    shown = DraftsPage(reading_context)
    qtbot.addWidget(shown)
    library.changes.subscribe(shown.refresh)
    shown.resize(1180, 640)
    shown.show()
    shown.show_target(DraftsTarget())
    qtbot.waitUntil(lambda: bool(shown.material.rows.row_model.rows))
    yield shown
    library.changes.unsubscribe(shown.refresh)
