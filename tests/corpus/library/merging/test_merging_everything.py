"""All that people decide, name and keep comes with a merge; where both said something the other is told, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.importing.pdf.recognition import RecognisedCharacter, RecognisedPage
from corpus.library.core.library import Library
from corpus.library.core.settings import add_word, user_words
from corpus.library.facts.own_facts import forget, trimmed
from corpus.library.facts.own_figures import figures_to_record, record_figure
from corpus.library.facts.own_passages import put_under_trend
from corpus.library.facts.statistics import decide, set_verdict, statistics
from corpus.library.finding.search import SearchRequest
from corpus.library.finding.search_history import delete_search, save_search, saved_searches
from corpus.library.intake.corrections.own_edits import correct_text, retitle
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.files.recognising import recognise_with
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.records.recording import set_context
from corpus.library.intake.vocabulary.companies import add_company, alias_company
from corpus.library.intake.vocabulary.own_trends import TrendWishes, add_trend
from corpus.library.notes.annotating import list_annotations
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reading.organising import (
    add_collection,
    collections,
    delete_collection,
    delete_for_good,
    put_into,
    restore,
    set_star,
    set_tags,
)
from corpus.model.numbering import PageStretch
from corpus.model.platform import Correction
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.database.changes import Changes
from corpus.store.sources.pictures import Picture
from tests.benchmarks.typeset_pdfs import scanned
from tests.corpus.library.merging.pairs import WORDS, merged, opened

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

Doing = Callable[[Library, str], object]


def mine(library: Library) -> str:
    (article,) = (one.id for one in library.store.articles.summaries(packed=False))
    return article


def written(library: Library, change: Callable[[], object], **what: bool) -> None:
    with library.store.transaction(Changes(**what)):  # type: ignore[arg-type]
        change()


def own_figure(library: Library, article: str, unit: str) -> None:
    start = library.texts.get(article).clean.index("六千亿元")
    draft = figures_to_record(library, article, Span(start, start + 4))[0]
    record_figure(library, draft, replace(draft.statistic, unit=unit, subject="市场"))


def corrected(library: Library, article: str) -> str:
    return str(library.store.contexts.corrected(article))


SIDES: dict[str, tuple[Doing, Doing, Doing, str, str]] = {
    # What one side does, what the other does instead, what is read, in which part it is counted, as what it differs.
    "a word": (
        lambda library, _: add_word(library, "苹果圈"), lambda library, _: add_word(library, "苹果圈"),
        lambda library, _: [one.word for one in user_words(library)], "words", "",
    ),
    "a correction": (
        lambda library, _: written(library, lambda: library.store.words.put_correction(Correction("苹裹", "苹果"))),
        lambda library, _: written(library, lambda: library.store.words.put_correction(Correction("苹裹", "苹裹儿"))),
        lambda library, _: library.store.words.corrections(), "words", "correction",
    ),
    "a search": (
        lambda library, _: save_search(library, "常用", SearchRequest("甲")),
        lambda library, _: save_search(library, "常用", SearchRequest("乙")),
        lambda library, _: saved_searches(library), "searches", "",
    ),
    "a context": (
        lambda library, article: set_context(library, [article], {"place": "北京"}),
        lambda library, article: set_context(library, [article], {"place": "上海"}),
        corrected, "records", "context",
    ),
    "a verdict": (
        lambda library, _: set_verdict(library, "甲 乙", "口径不同"),
        lambda library, _: set_verdict(library, "甲 乙", "前者有误"),
        lambda library, _: library.store.facts.verdicts(), "decisions", "verdict",
    ),
    "page numbers": (
        lambda library, article: written(library, lambda: library.store.page_numbers.correct(
            library.store.articles.of([article])[0].source, [PageStretch(1, "5")])),
        lambda library, article: written(library, lambda: library.store.page_numbers.correct(
            library.store.articles.of([article])[0].source, [PageStretch(1, "7")])),
        lambda library, article: library.store.page_numbers.corrected(
            library.store.articles.of([article])[0].source),
        "decisions", "pages",
    ),
    "a category": (
        lambda library, _: add_trend(library, TrendWishes("果园", words=("苹果",))),
        lambda library, _: add_trend(library, TrendWishes("果园", words=("梨树",))),
        lambda library, _: [(one.name, [cue.word for cue in one.cues]) for one in library.store.own_trends.all()],
        "words", "trend",
    ),
    "a company": (
        lambda library, _: add_company(library, "果园科技", ["果科"]),
        lambda library, _: (add_company(library, "别家"), alias_company(library, "别家", "果科")),
        lambda library, _: sorted((one.name, one.aliases) for one in library.store.companies.all()),
        "words", "company",
    ),
    "a collection": (
        lambda library, article: put_into(library, add_collection(
            library, "第二章", add_collection(library, "论文").id).id, [article]),
        lambda library, article: put_into(library, add_collection(
            library, "第二章", add_collection(library, "论文").id).id, [article]),
        lambda library, _: sorted((one.name, bool(one.parent), one.count) for one in collections(library)),
        "collections", "",
    ),
    "a star": (
        lambda library, article: set_star(library, [article], on=True),
        lambda library, article: set_star(library, [article], on=True),
        lambda library, article: library.store.articles.of([article])[0].star, "tags", "",
    ),
    "tags": (
        lambda library, article: set_tags(library, article, ["重点", "甲"]),
        lambda library, article: set_tags(library, article, ["重点", "甲"]),
        lambda library, article: library.store.articles.of([article])[0].tags, "tags", "",
    ),
    "a picture": (
        lambda library, _: written(library, lambda: library.store.pictures.keep(Picture("png", 1, 1, b"p"))),
        lambda library, _: written(library, lambda: library.store.pictures.keep(Picture("png", 1, 1, b"p"))),
        lambda library, _: library.store.pictures.ids(), "pictures", "",
    ),
    "a figure": (
        lambda library, article: own_figure(library, article, "万元"),
        lambda library, article: own_figure(library, article, "元"),
        lambda library, article: [
            (one.statistic.unit, one.statistic.status) for one in statistics(library, articles=frozenset({article}))],
        "decisions", "figure",
    ),
    "a passage of a trend": (
        lambda library, article: put_under_trend(library, article, Span(3, 12), "popularisation"),
        lambda library, article: put_under_trend(library, article, Span(3, 12), "popularisation"),
        lambda library, article: [one.selector.exact for one in library.store.own_facts.of(article)], "facts", "",
    ),
    "a repair": (
        lambda library, article: correct_text(library, article, Span(3, 5), "贰零"),
        lambda library, article: correct_text(library, article, Span(3, 5), "两千"),
        lambda library, article: library.texts.get(article).clean, "decisions", "repair",
    ),
    "a title": (
        lambda library, article: retitle(library, article, "苹果的路"),
        lambda library, article: retitle(library, article, "苹果的价"),
        lambda library, article: library.texts.get(article).article.title, "decisions", "repair",
    ),
}  # fmt: skip


TOLD = [
    ("company", "果园科技", "果园科技", "果园科技、果科"),
    ("context", "苹果的价 · place", "上海", "北京"),
    ("correction", "苹裹", "苹裹儿", "苹果"),
    (
        "figure",
        "苹果的价",
        "市场 规模 二〇一八年 600000000000元 edited",
        "市场 规模 二〇一八年 600000000000万元 edited",
    ),
    ("pages", "苹果的价", "1 → 7", "1 → 5"),
    ("repair", "苹果的价", "", "二〇 → 贰零 (applied)"),
    ("repair", "苹果的价", "", "苹果 → 苹果的路 (applied)"),
    ("trend", "果园", "果园；梨树", "果园；苹果"),
    ("verdict", "甲 乙", "前者有误", "口径不同"),
]
"""What is told of each difference: its title, what stands here, and what stands there."""


def all_read(library: Library) -> dict[str, object]:
    return {what: side[2](library, mine(library)) for what, side in SIDES.items()}


def test_what_only_the_other_side_has_comes_and_then_nothing_more(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(here) as library:
        before = all_read(library)
    with opened(there) as library:
        for do, *_ in SIDES.values():
            do(library, mine(library))
        theirs = all_read(library)
    assert [what for what in SIDES if before[what] == theirs[what]] == []
    report = merged(here, there)
    assert report.apart == ()
    assert {name: (one.added, one.changed) for name, one in report.parts.items() if one.added or one.changed} == {
        "records": (1, 0), "decisions": (5, 0), "facts": (1, 0), "tags": (2, 1), "collections": (2, 1), "words": (4, 0),
        "searches": (1, 0), "pictures": (1, 0),
    }  # fmt: skip
    with opened(here) as library:
        assert all_read(library) == theirs
    assert not merged(here, there).changed
    assert not merged(there, here).changed


def test_where_both_sides_differ_ours_stays_and_theirs_is_told_once(pair: tuple[Path, Path]) -> None:
    here, there = pair
    differing = {what: side for what, side in SIDES.items() if side[4]}
    with opened(here) as library:
        for _do, other, *_ in differing.values():
            other(library, mine(library))
        ours = all_read(library)
    with opened(there) as library:
        for do, *_ in differing.values():
            do(library, mine(library))
    report = merged(here, there)
    assert sorted(one.kind for one in report.apart) == sorted(side[4] for side in differing.values())
    assert sorted((one.kind, one.title, one.ours, one.theirs) for one in report.apart) == TOLD
    with opened(here) as library:
        now = all_read(library)
        # The other company comes under its own name, without the name that is another's here.
        assert {what for what in SIDES if now[what] != ours[what]} == {"a company"}
        (told,) = (one.annotation for one in list_annotations(library) if WORDS.tag in one.annotation.tags)
        assert {one.kept_as for one in report.apart} == {told.id}
        lines = told.note.split("\n")
        assert lines[2:] == [
            f"- {one.kind} {one.title}：{one.ours or '–'} / {one.theirs}" for one in report.apart
        ]
    assert not merged(here, there).changed


def test_a_search_of_the_same_name_is_kept_beside(pair: tuple[Path, Path]) -> None:
    here, there = pair
    for root, text in ((here, "甲"), (there, "乙")):
        with opened(root) as library:
            save_search(library, "常用", SearchRequest(text))
    assert merged(here, there).parts["searches"].added == 1
    with opened(here) as library:
        assert [(name, one.text) for name, one in saved_searches(library)] == [
            ("常用", "甲"), ("常用（另一份）", "乙")
        ]  # fmt: skip
    assert not merged(here, there).changed
    with opened(here) as library:
        delete_search(library, "常用（另一份）")
        assert [name for name, _ in saved_searches(library)] == ["常用"]


def test_what_was_deleted_here_is_left_out(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(there) as library:
        made = add_collection(library, "论文")
        fact = put_under_trend(library, mine(library), Span(3, 12), "popularisation")
    merged(here, there)
    with opened(here) as library:
        assert [one.name for one in collections(library)] == ["论文"]
        delete_collection(library, made.id)
        forget(library, fact.id)
    report = merged(here, there)
    assert report.parts["facts"].left_out == 1
    with opened(here) as library:
        assert collections(library) == ()
        assert library.store.own_facts.of(mine(library)) == ()


def test_a_collection_of_the_same_name_is_the_same(strangers: tuple[Path, Path]) -> None:
    me, colleague = strangers
    with opened(me) as library:
        article = list_articles(library)[0].id
        put_into(library, add_collection(library, "第一章", add_collection(library, "论文").id).id, [article])
    with opened(colleague) as library:
        parent = add_collection(library, "论文")
        put_into(library, add_collection(library, "第一章", parent.id).id, [list_articles(library)[1].id])
        add_collection(library, "第一章")
    report = merged(me, colleague)
    assert (report.parts["collections"].added, report.parts["collections"].changed) == (1, 1)
    with opened(me) as library:
        told = sorted((one.name, bool(one.parent), one.count) for one in collections(library))
        assert told == [("第一章", False, 0), ("第一章", True, 2), ("论文", False, told[2][2])]


def test_decisions_about_offered_repairs_come_and_those_in_the_way_are_told(
    strangers: tuple[Path, Path],
) -> None:
    me, colleague = strangers
    text = "村里的店\n店主说,这一年过得不容易 。店里有两位帮工,住在后院 。"
    with opened(me) as library:
        import_text(library, "村里的店", text)
    with opened(colleague) as library:
        (article,) = import_text(library, "村里的店", text).sources[0].articles
        applied = [one.edit.id for one in ledger(library, article.id) if one.edit.applied]
        assert len(applied) >= 2
        change_repairs(library, article.id, undo=applied[:2])
        shown = library.texts.get(article.id).clean
    with opened(me) as library:
        change_repairs(library, article.id, undo=applied[:1])
    report = merged(me, colleague)
    assert (report.parts["decisions"].added, report.apart) == (1, ())
    with opened(me) as library:
        assert library.texts.get(article.id).clean == shown
    assert not merged(me, colleague).changed


def test_an_article_brought_comes_with_its_page_numbers_and_its_order(strangers: tuple[Path, Path]) -> None:
    me, colleague = strangers
    with opened(colleague) as library:
        (article,) = (
            import_text(library, "报告", "社交电商的规模是 12624.7 亿元。\n结尾。").sources[0].articles
        )
        source = library.store.articles.of([article.id])[0].source
        written(library, lambda: library.store.page_numbers.correct(source, [PageStretch(1, "9")]))
        figure = library.store.facts.statistics_of(article.id)[0]
        decide(library, figure.id, FactStatus.REJECTED)
        original = library.store.originals.path(library.store.sources.by_id(source).sha256)  # type: ignore[union-attr]
    assert original is not None
    original.unlink()
    report = merged(me, colleague)
    assert report.parts["articles"].added == 1
    assert len(report.missing) == 1
    assert report.missing[0].startswith("clipboard:")
    with opened(me) as library:
        assert library.store.page_numbers.corrected(source) == (PageStretch(1, "9"),)
        assert library.store.facts.decisions(article.id)[figure.id].status is FactStatus.REJECTED
        assert library.store.articles.of([article.id])[0].title == "报告"


def test_that_what_was_recognised_of_an_article_comes_with_it(
    strangers: tuple[Path, Path], tmp_path: Path
) -> None:
    me, colleague = strangers
    file = tmp_path / "旧账.pdf"
    file.write_bytes(scanned(3))
    with opened(colleague) as library:
        article = import_paths(library, [file]).sources[0].articles[0].id
        recognise_with(library, article, 3, lambda number: read_page(PAGES[number]))
        doubtful = reading(library, article).doubtful
    assert merged(me, colleague).parts["articles"].added == 1
    file.unlink()
    with opened(me) as library:
        told = reading(library, article)
        assert ["".join(PAGES) in told.text.replace("\n", ""), told.doubtful] == [True, doubtful]
        assert len(doubtful) == len(PAGES)
        assert recognise_with(library, article, 3, lambda _: read_page("别的")).read == 0


PAGES = ("渡口的账房清早开门。", "镇上的店铺收了苹果。", "山里的路修到了村口。")


def read_page(text: str) -> RecognisedPage:
    """Return a page with one line, whose first character is doubtful."""
    line = (
        RecognisedCharacter(one, 60.0 + 12 * at, 40.0, 72.0 + 12 * at, 54.0, 0.99 if at else 0.3)
        for at, one in enumerate(text)
    )
    return RecognisedPage(420.0, 595.0, (tuple(line),))


def test_that_each_thing_that_comes_is_counted(strangers: tuple[Path, Path]) -> None:
    me, colleague = strangers
    with opened(me) as library:
        article = list_articles(library)[0].id
    with opened(colleague) as library:
        spans = library.texts.get(article).sentences[2:5]
        for span in spans:
            put_under_trend(
                library, article, trimmed(library.texts.get(article).clean, span), "popularisation"
            )
    assert merged(me, colleague).parts["facts"].added == 3
    with opened(me) as library:
        ones = library.store.own_facts.of(article)
        for one in ones[:2]:
            forget(library, one.id)
    assert merged(me, colleague).parts["facts"].left_out == 2


def test_what_was_deleted_for_good_there_and_untouched_here_goes_into_the_trash(
    pair: tuple[Path, Path],
) -> None:
    here, there = pair
    with opened(there) as library:
        article = mine(library)
        delete_for_good(library, [article])
    report = merged(here, there)
    with opened(here) as library:
        trashed = {one.id for one in library.store.articles.summaries(trashed=True)}
        assert trashed == {article}
        assert report.parts["articles"].removed == 1
    with opened(here) as library:
        restore(library, [article])
    assert not merged(here, there).parts["articles"].removed
