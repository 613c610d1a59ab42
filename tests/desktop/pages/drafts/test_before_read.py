"""What the page of drafts shows until it has read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pages.drafts import DraftsPage
from desktop.services.targets import DraftsTarget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_before_the_drafts_are_read_the_page_claims_nothing(page: DraftsPage, qtbot: QtBot) -> None:
    fresh = DraftsPage(page.context)
    qtbot.addWidget(fresh)
    fresh.resize(900, 600)
    fresh.show()
    assert not fresh.empty.isVisible()
    assert not fresh.side.isVisible()
    assert not fresh.paper_area.isVisible()
    fresh.show_target(DraftsTarget())
    qtbot.waitUntil(fresh.empty.isVisible)
