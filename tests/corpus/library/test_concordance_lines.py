"""Lines of a concordance come in pages, each found again by its key."""

from __future__ import annotations

from dataclasses import replace

from corpus.library.core.library import Library
from corpus.library.finding.concordance import collocates, concordance_lines, distribution, key_of, suggest
from corpus.library.finding.search import Facets, SearchRequest


def test_lines_of_a_concordance_are_read_in_pages(library: Library) -> None:
    request = SearchRequest("社交电商", "exact")
    lines = concordance_lines(library, request, context=5)
    every = lines.page(0, lines.count())
    assert len(every) == lines.count() > 3
    assert lines.page(1, 2) == every[1:3]
    keys = [key_of(one) for one in every]
    assert len(set(keys)) == len(keys)
    assert lines.places({keys[2], keys[0], "gone"}) == {keys[0]: 0, keys[2]: 2}
    assert lines.places(set()) == {}
    assert lines.rows({keys[2]}) == (every[2],)
    told = distribution(library, request)
    assert sum(len(places) for _id, _title, places in told) == len(every)
    assert {(name, title) for name, title, _ in told} == {
        (one.place.article, one.place.title) for one in every
    }
    one = told[0][0]
    everywhere = {each.word: each.count for each in collocates(library, request)}
    there = {
        each.word: each.count
        for each in collocates(library, replace(request, facets=Facets(articles=(one,))))
    }
    assert there
    assert all(count <= everywhere.get(word, count) for word, count in there.items())
    assert sum(there.values()) < sum(everywhere.values())
    spaced = SearchRequest("社交 电商", "exact", fold=frozenset())
    assert concordance_lines(library, spaced, context=5).count() == 0
    assert concordance_lines(library, replace(spaced, mode="auto"), context=5).count() == len(every)
    assert suggest(library, "社交", 3)[0].startswith("社交")
    assert len(suggest(library, "社交", 1)) == 1
