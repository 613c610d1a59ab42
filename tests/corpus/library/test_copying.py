"""What is copied of a library: with the mark of a text, in words or as a table, with what had better be cited."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import annotate
from corpus.library.notes.several import merge_notes
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.copying import copy_with_citation, copy_with_mark, entries_of


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


def test_that_a_western_mark_stands_a_blank_behind_and_entries_are_told_once(library: Library) -> None:
    article = import_text(library, "Night Markets", "Night Markets\n\nThe last lamp goes out late.").sources[
        0
    ]
    key = article.articles[0].id
    set_record(library, [key], {"author": "Smith, John", "type": "book", "issued": "2020", "language": "en"})
    span = reading(library, key).sentences[-1]
    assert copy_with_mark(library, key, span).plain.endswith("” (Smith, 2020)")
    assert entries_of(library, [key, "gone", key]) == (
        copy_with_citation(library, key, span).plain.partition("——")[2],
    )


def test_that_merged_notes_quote_the_words_the_reader_shows(library: Library) -> None:
    keys = [
        import_text(library, title, f"{title}\n\n{words}\n").sources[0].articles[0].id
        for title, words in (
            ("渡口", "渡口换过三回船夫,船还是那条船。"),
            ("夜市", "夜市关门很晚,摊主却说不晚。"),
        )
    ]
    first, second = (annotate(library, key, reading(library, key).sentences[-1]) for key in keys)
    assert "，" in first.quote
    assert "，" in second.quote
    merged = merge_notes(library, [first.annotation.id, second.annotation.id]).now[0]
    other = second if merged.id == first.annotation.id else first
    assert merged.note == f"> {other.quote}"
