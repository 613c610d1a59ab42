"""A library with nothing in it: each page says what would be there, and offers nothing that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from corpus.library.intake.opening import open_library
from corpus.library.intake.packs.pack_files import remove_pack
from desktop.pages.documents import DocumentsPage
from desktop.pages.documents.wording import empty_words
from desktop.services.targets import DocumentsTarget, PlaceKind, ShelfPlace, as_left
from desktop.widgets import EmptyState, ListTable, SearchField
from desktop.window.page_table import rail_entries
from tests.copies import copied
from tests.desktop.whole.looks import shown
from tests.desktop.whole.walk import Filled, Opened, open_whole


@pytest.fixture
def bare(tmp_path: Path, library_template: Path) -> Iterator[Opened]:
    """Open the window on a library without its pack."""
    library = open_library(copied(library_template, tmp_path / "空"), write=True)
    remove_pack(library, "ecommerce")
    library.close()
    opened = open_whole(tmp_path, Filled(tmp_path / "空", ()))
    yield opened
    opened.close()


def leads_nowhere(page: QWidget) -> Iterator[str]:
    """Yield the tables without a row, the boxes that filter nothing, and whatever says a second time what is not."""
    for table in shown(page, ListTable):
        if isinstance(table, ListTable) and not table.list_model.rowCount():
            yield f"table {table.accessibleName()}"
    said = list(shown(page, EmptyState))
    if len(said) > 1:
        yield f"{len(said)} empty places"
    if said:
        yield from (f"box {box.accessibleName()}" for box in shown(page, SearchField))


def test_a_page_without_anything_says_so_once_and_has_nothing_to_filter(bare: Opened) -> None:
    found: list[str] = []
    for entry in rail_entries():
        bare.go(as_left(entry.key))
        page = bare.window.parts.pages.current
        assert page is not None
        if entry.key != "search":  # what one searches with stays
            found += [f"{entry.key}: {one}" for one in leads_nowhere(page)]
        named = [one.text() for one in shown(page, QLabel) if isinstance(one, QLabel)]
        if entry.key not in {"home", "search"} and page.title() not in named:
            found.append(f"{entry.key} does not say where one is")
    assert found == []


def test_every_place_of_the_documents_says_of_itself_why_it_is_empty(bare: Opened) -> None:
    kinds = [one for one in PlaceKind if one not in {PlaceKind.ALL, PlaceKind.MINE}]
    said = {kind: empty_words(ShelfPlace(kind), filtered=False)[0] for kind in kinds}
    assert len(set(said.values())) == len(kinds)
    assert empty_words(ShelfPlace(), filtered=False)[0] not in said.values()
    bare.go(DocumentsTarget(place=ShelfPlace(PlaceKind.STARRED)))
    page = bare.window.parts.pages.current
    assert isinstance(page, DocumentsPage)
    page.articles.empty.acted.emit()  # it offers to go back to all
    bare.settle()
    assert page.articles.place == ShelfPlace()
