"""Texts made ready for the index while articles are built: the same as made ready later, and never of an older text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake import importing
from corpus.library.intake.corrections.repairing import change_repairs
from corpus.library.intake.importing import import_paths
from corpus.model.edit import RepairState
from index.characters.index import CharacterReader
from index.preparing.spreading import PreparedText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from corpus.library.core.library import Library
    from index.segment import Segmenter


def held(library: Library) -> dict[str, tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """What the index of characters holds of every article."""
    (folder,) = library.index_folder.glob("characters-*")
    with CharacterReader(folder) as reader:
        return {one.id: (one.text, one.starts, one.ends) for _, one in reader.entries(list(reader.numbers()))}


def words(library: Library, question: str) -> dict[str, float]:
    """Where some words stand, as the ranked index tells."""
    found = find_places(library, SearchRequest(question, "words"))
    return {hit.place.article: hit.score for hit in found.hits}


def test_that_an_import_prepares_what_indexing_anew_prepares(library: Library, noisy_page: Path) -> None:
    import_paths(library, [noisy_page])
    before, ranked = held(library), words(library, "平台 网店")
    assert len(before) == len(library.documents.ids())
    sync_index(library, rebuild=True)
    assert held(library) == before
    assert words(library, "平台 网店") == ranked


def test_that_nothing_is_prepared_twice_for_an_import(
    library: Library, noisy_page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync_index(library)
    made: list[str] = []
    whole = PreparedText.of

    def noted(text: str, sentences: Sequence[tuple[int, int]], segmenter: Segmenter) -> PreparedText:
        made.append(text)
        return whole(text, sentences, segmenter)

    monkeypatch.setattr(PreparedText, "of", noted)
    report = import_paths(library, [noisy_page])
    assert len(made) == len(report.sources[0].articles)


def test_that_a_text_changed_before_it_is_indexed_is_prepared_anew(
    library: Library, noisy_page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "sync_index", lambda *_, **__: None)
    first = import_paths(library, [noisy_page]).sources[0].articles[0].id
    article = library.store.articles.get(first)
    assert article is not None
    prepared = library.texts.get(first).clean
    applied = [edit.id for edit in article.edits if edit.state is RepairState.APPLIED]
    change_repairs(library, first, undo=applied)
    sync_index(library)
    assert held(library)[first][0] == library.texts.get(first).clean != prepared
