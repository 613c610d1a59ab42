"""An opened library: what it works out once, and what it takes up of another process's work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from corpus.library.core.library import Library
from corpus.library.core.settings import add_word
from corpus.library.facts import contradictions
from corpus.library.facts.statistics import conflicts
from corpus.library.facts.trends import trends
from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.finding.search_history import remember
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import trash
from corpus.store.database.changes import Changes

if TYPE_CHECKING:
    import pytest

TEXT = "灯笼市场\n2019 年灯笼市场规模达到 320 亿元。\n2019 年灯笼市场规模达到 410 亿元。\n"


def test_that_only_what_changed_is_compared_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    find: Callable[[Any], Any] = contradictions.__dict__["find_conflicts"]

    def counting(located: Any) -> Any:
        compared.append(len(located))
        return find(located)

    monkeypatch.setattr(contradictions, "find_conflicts", counting)
    packed = len(conflicts(library))
    remember(library, SearchRequest("灯笼"))
    add_note(library, "想一想")
    assert len(conflicts(library)) == packed
    assert compared == []
    made = import_text(library, "灯笼市场", TEXT).sources[0].articles[0].id
    assert len(conflicts(library)) == packed + 1
    assert 0 < sum(compared) <= 2 * TEXT.count("亿元")
    trash(library, [made])
    assert len(conflicts(library)) == packed


def test_that_what_another_process_wrote_is_found_without_loading_the_words_again(library: Library) -> None:
    sync_index(library)
    assert library.finder.suggest("灯") == ()
    held = (library.segmenter, library.finder)
    worker = open_library(library.root, write=True, joined=True)
    try:
        import_text(worker, "灯笼市场", TEXT)
        sync_index(worker)
        library.written_elsewhere()
        assert (library.segmenter, library.finder) == held
        assert "灯笼" in library.finder.suggest("灯")
        assert find_places(library, SearchRequest("灯笼市场", "exact")).total == 3
        add_word(worker, "灯笼市场")
        library.written_elsewhere()
        assert library.segmenter is not held[0]
    finally:
        worker.close()


def test_that_a_library_with_a_pack_this_program_does_not_ship_opens(library: Library) -> None:
    store = library.store
    with store.transaction(Changes(settings=True)):
        store.settings.put("packs", f"{store.settings.get('packs')} fishery")
        store.settings.put("pack:fishery", "1")
    library.close()
    opened = open_library(library.root, write=True)
    assert len(trends(opened)) == len(library.knowledge.trends) > 0
    opened.close()


def test_that_a_newer_pack_leaves_in_the_trash_what_a_person_put_there(library: Library) -> None:
    first, *others = [one.id for one in list_articles(library)]
    trash(library, [first])
    with library.store.transaction(Changes(settings=True)):
        library.store.settings.put("pack:ecommerce", "older")
    library.close()
    opened = open_library(library.root, write=True)
    assert [one.id for one in list_articles(opened)] == others
    assert [one.id for one in list_articles(opened, trashed=True)] == [first]
    opened.close()


def test_that_articles_that_name_a_place_in_other_ways_contradict_each_other(library: Library) -> None:
    before = len(conflicts(library))
    import_text(
        library,
        "安岭市统计公报",
        "安岭市统计公报\n发布时间：2023-03-20\n2022年，安岭市粮食产量为31.2万吨。\n",
    )
    import_text(library, "安岭丰收记", "安岭丰收记\n发布时间：2023-04-02\n去年，安岭粮食产量达到38.5万吨。\n")
    assert len(conflicts(library)) == before + 1


def test_that_figures_without_a_time_contradict_each_other_over_a_few_weeks(library: Library) -> None:
    before = len(conflicts(library))
    import_text(library, "枫林镇概况", "枫林镇概况\n发布时间：2022-05-01\n枫林镇常住人口8.2万人。\n")
    import_text(library, "枫林镇手记", "枫林镇手记\n发布时间：2022-05-21\n枫林镇常住人口9.6万人。\n")
    assert len(conflicts(library)) == before + 1
