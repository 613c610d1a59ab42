"""What a colleague made of an earlier state of a text goes where its words stand now, and what has no place is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.own_passages import put_under_trend
from corpus.library.facts.statistics import decide
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import get_source
from corpus.library.upkeep.backup import rotate
from corpus.library.upkeep.checking import check
from corpus.model.annotation import AnchorStatus
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from tests.copies import copied
from tests.corpus.library.merging.pairs import merged, note, opened

STAYS, GOES = "村里的人把苹果卖到了城里，价钱也稳了。", "后来路修好了，来的人一年比一年多了。"
YEARS = {
    year: f"{year}年，全镇零售额达到{worth}万元。" for year, worth in ((2016, 110), (2017, 120), (2018, 150))
}
OLD = "\n".join(("小店", *YEARS.values(), STAYS, GOES))
NEW = "\n".join(("小店", "这一版先说了一句别的话。", YEARS[2016], YEARS[2018], STAYS))


def figure_of(library: Library, article: str, year: int) -> str:
    (found,) = (
        one.id for one in library.store.facts.statistics_of(article) if one.period.text == f"{year}年"
    )
    return found


@pytest.fixture
def moved_on(tmp_path: Path, library_template: Path) -> tuple[Path, Path, str]:
    """Return a library with the new state of a text, one with what was made of the old, and the text's id."""
    me, colleague, paper = copied(library_template, tmp_path / "我"), tmp_path / "同事", tmp_path / "店.txt"
    paper.write_text(OLD, encoding="utf-8")
    with opened(me) as library:
        (article,) = import_paths(library, [paper]).sources[0].articles
    copied(me, colleague)
    paper.write_text(NEW, encoding="utf-8")
    with opened(me) as library:
        import_paths(library, [paper])
        assert library.texts.get(article.id).article.original == NEW
        decide(library, figure_of(library, article.id, 2016), FactStatus.CONFIRMED)
    with opened(colleague) as library:
        for year, status in ((2016, "CONFIRMED"), (2017, "REJECTED"), (2018, "REJECTED")):
            decide(library, figure_of(library, article.id, year), FactStatus[status])
        clean = library.texts.get(article.id).clean
        for words in (STAYS, GOES):
            span = Span(clean.index(words), clean.index(words) + len(words))
            put_under_trend(library, article.id, span, "popularisation")
            annotate(library, article.id, span, note=words)
    return me, colleague, article.id


def test_that_what_was_made_of_an_earlier_state_stands_on_its_words_or_is_told(
    moved_on: tuple[Path, Path, str],
) -> None:
    me, colleague, article = moved_on
    report = merged(me, colleague)
    assert (report.parts["decisions"].added, report.parts["facts"].added, report.parts["notes"].added) == (
        1,
        2,
        2,
    )
    ((kind, title, ours, theirs),) = [(one.kind, one.title, one.ours, one.theirs) for one in report.apart]
    assert (kind, title, ours) == ("figure", "小店", "")
    assert "2017年" in theirs
    with opened(me) as library:
        known = library.store.facts.statistics_of(article)
        assert {one.period.text: one.status for one in known} == {
            "2016年": FactStatus.CONFIRMED, "2018年": FactStatus.REJECTED
        }  # fmt: skip
        spans = {
            one.selector.exact: one.span and one.span.of(NEW) for one in library.store.own_facts.of(article)
        }
        assert spans == {STAYS: STAYS, GOES: None}
        stays, goes = note(library, STAYS), note(library, GOES)
        assert (stays.status, stays.span and stays.span.of(NEW)) == (AnchorStatus.PLACED, STAYS)
        assert (goes.status, goes.span) == (AnchorStatus.ORPHAN, None)
        assert check(library).findings == ()
    assert not merged(me, colleague).changed


def test_that_both_may_say_something_else_of_one_figure(moved_on: tuple[Path, Path, str]) -> None:
    me, colleague, article = moved_on
    with opened(me) as library:
        decide(library, figure_of(library, article, 2018), FactStatus.CONFIRMED)
    told = [
        (one.kind, one.ours.split()[-1], one.theirs.split()[-1])
        for one in merged(me, colleague).apart
        if one.ours
    ]
    assert told == [("figure", "confirmed", "rejected")]


def test_that_an_article_out_of_a_daily_copy_comes_with_its_original(
    tmp_path: Path, library_template: Path
) -> None:
    me, colleague = copied(library_template, tmp_path / "我"), copied(library_template, tmp_path / "同事")
    with opened(colleague) as library:
        (article,) = import_text(library, "小店", OLD).sources[0].articles
        copy = rotate(library)
    assert copy is not None
    report = merged(me, copy)
    assert (report.parts["articles"].added, report.missing) == (1, ())
    with opened(me) as library:
        source, *_ = get_source(library, library.store.articles.of([article.id])[0].source)
        assert library.store.originals.path(source.sha256).is_file()
        assert check(library).findings == ()
