"""Words, searches, names of colours and states of reading are kept, and let go."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.library.core.settings import add_word, delete_word, user_words
from corpus.library.finding.search import SearchRequest
from corpus.library.finding.search_history import delete_search, save_search, saved_searches
from corpus.library.notes.naming import LONGEST, own_colour_names, put_colour_names
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import set_read_state
from corpus.model.annotation import Colour
from corpus.model.article import ReadState
from corpus.model.platform import LexiconEntry
from corpus.store.database.changes import Changes


def test_small_things_are_kept_and_let_go(library: Library) -> None:
    add_word(library, " 云货优选 ")
    assert [one.word for one in user_words(library)] == ["云货优选"]
    assert library.segmenter.knows("云货优选")
    delete_word(library, "云货优选")
    assert user_words(library) == ()
    assert not library.segmenter.knows("云货优选")
    save_search(library, "常用", SearchRequest("甲"))
    delete_search(library, "没有")
    assert [name for name, _ in saved_searches(library)] == ["常用"]
    delete_search(library, "常用")
    assert saved_searches(library) == ()
    put_colour_names(library, {Colour.RED: "存" * (LONGEST + 3)})
    assert own_colour_names(library) == {Colour.RED: "存" * LONGEST}
    for broken in ("{", "[]", "3"):
        with library.store.transaction(Changes(settings=True)):
            library.store.settings.put("colours/names", broken)
        assert own_colour_names(library) == {}
    article = list_articles(library)[2].id
    set_read_state(library, [article], ReadState.READ)
    assert library.store.articles.of([article])[0].read_state is ReadState.READ


def test_that_a_word_counts_as_often_as_is_kept_with_it(library: Library) -> None:
    with library.store.transaction(Changes(settings=True)):
        library.store.words.put(LexiconEntry("云货优选", "nz", 7))
    library.words_changed()
    assert ("云货优选", 7) in library.segmenter.known
    add_word(library, "饭团长")
    assert {("云货优选", 7), ("饭团长", None)} <= library.segmenter.known
