"""Citations in a person's words: whatever way they were typed, they name texts of the library or stay as they are."""

from __future__ import annotations

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.reports.own_words import citation_words, cited_text, with_titles
from corpus.library.reports.references import References
from corpus.report.in_text import place_of_citation
from corpus.report.model import Cited


@pytest.fixture
def named(library: Library) -> dict[str, str]:
    """Return ids of articles: two of a title of their own, two of the same title."""
    return {
        key: import_text(library, title, f"{title}\n{words}").sources[0].articles[0].id
        for key, title, words in (
            ("A", "渡口", "渡口的早市天不亮就有人。"), ("B", "旧码头", "码头在上游三里。"),
            ("C", "年报", "今年的收成好。"), ("D", "年报", "去年的收成也好。"),
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("[@A]", [("A", "")]),
        (r"\[@A]", [("A", "")]),
        ("[@A:12]", [("A", "12")]),
        ("[@ A ： 12-14 ]", [("A", "12-14")]),
        ("[@《渡口》]", [("A", "")]),
        ("[@《渡口》:第3页]", [("A", "第3页")]),
        ("[@A; @B:7]", [("A", ""), ("B", "7")]),
        ("[@《旧码头》；A:2]", [("B", ""), ("A", "2")]),
        ("[@A][@B]", [("A", ""), ("B", "")]),
        (r"[@A:1]\[@B:2]", [("A", "1"), ("B", "2")]),
        ("[@nobody]", None),
        ("[@A; @nobody]", None),
        ("[@nobody][@A]", None),
        ("[@《没有这一篇》]", None),
        ("[@《年报》]", None),
        ("[@A;]", None),
        ("[@]", None),
    ],
)
def test_that_citations_are_read_in_every_way_they_are_typed(
    library: Library, named: dict[str, str], typed: str, cited: list[tuple[str, str]] | None
) -> None:
    for key, identity in named.items():
        typed = typed.replace(f"@{key}", f"@{identity}").replace(f"；{key}", f"；{identity}")
        typed = typed.replace(f"@ {key}", f"@ {identity}")
    text = f"前面{typed}后面"
    titles = {"A": "《渡口》", "B": "《旧码头》"}
    references = References(library, "gbt7714-2025-numeric")
    told = cited_text(library, text, references)
    dressed = with_titles(library, text, lambda words: f"<{words}>")
    if cited is None:
        assert (told.text, told.cited, dressed) == (text, (), text)
        return
    assert told.text == f"前面{place_of_citation(0)}后面"
    assert told.cited == (tuple(Cited(references.number(named[key]), at) for key, at in cited),)
    words = "；".join(f"{titles[key]}：{at}" if at else titles[key] for key, at in cited)
    assert dressed == f"前面<{words}>后面"


def test_that_several_citations_have_places_of_their_own(library: Library, named: dict[str, str]) -> None:
    references = References(library, "gbt7714-2025-numeric")
    told = cited_text(
        library, f"甲[@{named['A']}]乙[@nobody]丙[@{named['B']}]丁[@{named['A']}:3]", references
    )
    places = [place_of_citation(number) for number in range(3)]
    assert told.text == f"甲{places[0]}乙[@nobody]丙{places[1]}丁{places[2]}"
    first, second = (references.number(named[key]) for key in "AB")
    assert told.cited == ((Cited(first, ""),), (Cited(second, ""),), (Cited(first, "3"),))
    assert cited_text(library, "没有出处", references) == cited_text(library, "没有出处", references)
    assert cited_text(library, "没有出处", references).cited == ()


def test_that_an_article_is_cited_by_its_title_where_that_names_it_alone(
    library: Library, named: dict[str, str]
) -> None:
    assert citation_words(library, named["A"]) == "[@《渡口》]"
    assert citation_words(library, named["C"]) == f"[@{named['C']}]"
    for title in ("甲《乙》", "甲;乙", "甲；乙", "甲[1]"):
        identity = (
            import_text(library, title, f"{title}\n又一段话，和别处的都不一样：{title}。")
            .sources[0]
            .articles[0]
            .id
        )
        assert citation_words(library, identity) == f"[@{identity}]"
    for one in named.values():
        references = References(library, "gbt7714-2025-numeric")
        (group,) = cited_text(library, citation_words(library, one), references).cited
        assert [reference.number for reference in group] == [references.number(one)]
