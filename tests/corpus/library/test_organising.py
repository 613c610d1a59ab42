"""Order in the library: names, tags and what was opened last are as the person sees them, at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import annotate, change_annotation
from corpus.library.reading import organising
from corpus.library.reading.articles import list_articles
from corpus.library.reading.home import home
from corpus.library.reading.organising import (
    add_collection,
    all_tags,
    delete_collection,
    put_into,
    rename_collection,
    restore,
    restore_collection,
    set_progress,
    set_tags,
    trash,
)
from corpus.model.annotation import AnchorStatus
from corpus.model.span import Span
from index.characters.index import CharacterWriter

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")


def in_collection(library: Library, name: str) -> set[str]:
    found = find_places(library, SearchRequest(f"课题:{name}", "words"))
    return {hit.place.article for hit in found.hits}


def test_that_a_collection_is_found_by_the_name_it_has_now(library: Library) -> None:
    first, second = [one.id for one in list_articles(library)][:2]
    made = add_collection(library, "灯笼市场")
    put_into(library, made.id, [first, second])
    sync_index(library)
    assert in_collection(library, "灯笼市场") == {first, second}
    rename_collection(library, made.id, "风筝行情")
    assert in_collection(library, "风筝行情") == {first, second}
    assert in_collection(library, "灯笼市场") == set()
    sync_index(library)
    delete_collection(library, made.id)
    assert in_collection(library, "风筝行情") == set()
    restore_collection(library, made)
    put_into(library, made.id, [second])
    assert in_collection(library, "灯笼市场") == {second}


def test_that_a_tag_is_found_at_once_and_no_text_is_indexed_for_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = list_articles(library)[0].id
    sync_index(library)
    library.texts.get(first)
    indexed = list[str]()
    monkeypatch.setattr(CharacterWriter, "put", lambda _writer, document, _row: indexed.append(document.id))
    for tags in (["待核"], ["已核", "重点"], []):
        set_tags(library, first, tags)
        for _ in range(2):
            for tag in ("待核", "已核", "重点"):
                found = find_places(library, SearchRequest(f"标签:{tag}", "words"))
                assert {hit.place.article for hit in found.hits} == ({first} if tag in tags else set())
            sync_index(library)
    assert indexed == []


def test_that_tags_count_no_article_in_the_trash(library: Library) -> None:
    first, second = [one.id for one in list_articles(library)][:2]
    set_tags(library, first, ["重点", "只此"])
    set_tags(library, second, ["重点"])
    trash(library, [first])
    assert all_tags(library) == (("重点", 1),)
    restore(library, [first])
    assert all_tags(library) == (("重点", 2), ("只此", 1))


def test_that_what_was_opened_last_fills_up_after_the_trash(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = count(10)
    monkeypatch.setattr(organising, "now", lambda: f"2026-01-01T00:00:{next(moments)}.000+00:00")
    opened = [one.id for one in list_articles(library)][:9]
    for one in opened:
        set_progress(library, one, 5)
    trash(library, opened[-4:])
    assert [one.id for one in home(library).continue_reading] == opened[4::-1]
    assert [one.id for one in library.store.articles.recently_opened(2)] == [opened[4], opened[3]]


def test_that_notes_in_the_trash_wait_for_nobody(library: Library) -> None:
    article = list_articles(library)[0].id
    note = annotate(library, article, Span(0, 4)).annotation
    change_annotation(library, replace(note, status=AnchorStatus.APPROXIMATE))
    assert home(library).waiting.notes == 1
    trash(library, [article])
    assert home(library).waiting.notes == 0
