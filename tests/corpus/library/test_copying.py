"""What is copied of a library: with the mark of a text, in words or as a table, with what had better be cited."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.copying import copy_with_citation, copy_with_mark


def test_that_a_passage_of_the_pack_names_its_first_hand_sources(library: Library) -> None:
    article = next(one.id for one in list_articles(library) if one.title.startswith("社交电商有多大"))
    span = reading(library, article).sentences[2]
    copied = copy_with_mark(library, article, span)
    assert copied.plain.endswith("”（引得编写组，2026）")
    assert any("商务部" in one for one in copied.first_hand)
    assert copy_with_citation(library, article, span).first_hand == copied.first_hand


def test_that_ones_own_text_is_given_no_advice(library: Library, tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    file = tmp_path / "文.txt"
    file.write_text("自己的文章\n\n一手资料\n\n这里说一句话。", encoding="utf-8")
    import_paths(library, [file])
    article = next(one.id for one in list_articles(library) if not one.pack)
    span = reading(library, article).sentences[-1]
    assert copy_with_mark(library, article, span).first_hand == ()
