"""What a person records of a passage stays theirs, whatever is found anew, updated, deleted and brought back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.core.settings import user_words
from corpus.library.core.views import StatisticView
from corpus.library.facts.own_facts import bring_back, forget
from corpus.library.facts.own_figures import FigureDraft, figures_to_record, record_figure
from corpus.library.facts.own_passages import own_passages, put_under_trend
from corpus.library.facts.own_platform_facts import TypedFact, fact_to_record, record_fact
from corpus.library.facts.platforms import platforms
from corpus.library.facts.statistics import decide, edit_statistic, statistics
from corpus.library.facts.trends import PassageView, trends
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.corrections.own_edits import correct_text
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_paths
from corpus.library.intake.vocabulary.user_words import take_word
from corpus.library.reading.organising import delete_for_good, restore, trash
from corpus.library.upkeep.checking import check
from corpus.model.edit import RepairClass
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.own_fact import OwnFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

TEXT = (
    "乡镇小店的一年\n\n店主说,这一年过得不容易 。店里有两位帮工,住在后院 。"
    "2018年，全镇零售额达到150万元，比上年增长25% 。京东在镇上开了一家店，由老李看管 。"
)
HELPERS = "店里有两位帮工，住在后院。"
LATER = "开头添了一段话,后面的都往后移 。\n\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "小店.txt"


@pytest.fixture
def article(library: Library, file: Path) -> str:
    return imported(library, file, TEXT)


def imported(library: Library, file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return import_paths(library, [file]).sources[0].articles[0].id


def span_of(library: Library, article: str, words: str) -> Span:
    start = library.texts.get(article).clean.index(words)
    return Span(start, start + len(words))


def helpers(library: Library, article: str) -> FigureDraft:
    return figures_to_record(library, article, span_of(library, article, "两位帮工"))[0]


def stated(draft: FigureDraft) -> Statistic:
    return replace(draft.statistic, metric="帮工数", subject="小店", value=Decimal(2), unit="位")


def of_article(library: Library, article: str) -> dict[str, StatisticView]:
    return {one.statistic.metric: one for one in statistics(library, articles=frozenset({article}))}


def in_trend(library: Library, trend: str, article: str) -> list[PassageView]:
    (view,) = (one for one in trends(library) if one.trend.key == trend)
    return [one for one in view.passages if one.place.article == article]


def test_a_number_that_extraction_leaves_alone_is_recorded_with_its_sentence(
    library: Library, article: str
) -> None:
    draft = helpers(library, article)
    assert (draft.number, draft.known, draft.quote) == ("两位", False, HELPERS)
    record_figure(library, draft, stated(draft))
    view = of_article(library, article)["帮工数"]
    clean = library.texts.get(article).clean
    assert view.place.span.of(clean) == view.place.quote == HELPERS
    assert view.figure.of(clean) == "两位"
    assert (view.statistic.status, view.statistic.own) == (FactStatus.EDITED, True)
    assert check(library).findings == ()


def test_a_number_the_library_knows_is_corrected_and_not_recorded_twice(
    library: Library, article: str
) -> None:
    before = statistics(library, articles=frozenset({article}))
    draft = figures_to_record(library, article, span_of(library, article, "150万元"))[0]
    assert draft.known
    assert (draft.statistic.value, draft.statistic.subject) == (Decimal(150), "全镇")
    kept = record_figure(library, draft, replace(draft.statistic, subject="镇里的小店"))
    after = statistics(library, articles=frozenset({article}))
    assert [one.statistic.id for one in after] == [one.statistic.id for one in before]
    assert (kept.statistic.subject, kept.statistic.status) == ("镇里的小店", FactStatus.EDITED)


def test_a_figure_left_as_it_was_read_counts_as_confirmed(library: Library, article: str) -> None:
    draft = figures_to_record(library, article, span_of(library, article, "150万元"))[0]
    assert record_figure(library, draft, draft.statistic).statistic.status is FactStatus.CONFIRMED


def test_the_numbers_of_a_selected_sentence_are_offered_those_selected_first(
    library: Library, article: str
) -> None:
    offered = figures_to_record(library, article, span_of(library, article, "增长25%"))
    assert offered[0].number == "25%"
    assert "150万元" in [one.number for one in offered]


def test_a_sentence_without_a_number_is_offered_itself(library: Library, article: str) -> None:
    (draft,) = figures_to_record(library, article, span_of(library, article, "不容易"))
    assert (draft.number, draft.statistic.value, draft.quote) == (
        "不容易",
        None,
        "店主说，这一年过得不容易。",
    )


def test_a_figure_without_a_metric_is_refused(library: Library, article: str) -> None:
    draft = helpers(library, article)
    with pytest.raises(UsageError, match="no_metric"):
        record_figure(library, draft, replace(stated(draft), metric=""))


def test_a_figure_without_a_number_is_refused(library: Library, article: str) -> None:
    (draft,) = figures_to_record(library, article, span_of(library, article, "不容易"))
    with pytest.raises(UsageError, match="no_number"):
        record_figure(library, draft, replace(draft.statistic, metric="难处"))


def test_a_recorded_figure_survives_repairs_an_index_and_an_update_of_its_file(
    library: Library, article: str, file: Path
) -> None:
    draft = helpers(library, article)
    figure = record_figure(library, draft, stated(draft)).statistic.id
    forms = [one.edit for one in ledger(library, article) if one.edit.repair_class is RepairClass.FORM]
    change_repairs(library, article, undo=[one.id for one in forms if one.applied])
    view = of_article(library, article)["帮工数"]
    assert view.place.quote == "店里有两位帮工,住在后院 。"
    sync_index(library, rebuild=True)
    assert imported(library, file, TEXT.replace("\n\n", f"\n\n{LATER}")) == article
    view = of_article(library, article)["帮工数"]
    assert (view.statistic.id, view.figure.of(library.texts.get(article).clean)) == (figure, "两位")
    assert view.place.quote.startswith("店里有两位帮工")
    assert check(library).findings == ()


def test_a_recorded_figure_whose_sentence_is_gone_comes_back_with_it(
    library: Library, article: str, file: Path
) -> None:
    draft = helpers(library, article)
    record_figure(library, draft, stated(draft))
    assert imported(library, file, TEXT.replace("店里有两位帮工,住在后院 。", "")) == article
    assert "帮工数" not in of_article(library, article)
    assert check(library).findings == ()
    imported(library, file, TEXT + "末尾又添一句 。")
    assert of_article(library, article)["帮工数"].place.quote.startswith("店里有两位帮工")


def test_a_corrected_figure_that_is_not_found_any_more_stays_with_its_person(
    library: Library, article: str, file: Path
) -> None:
    draft = figures_to_record(library, article, span_of(library, article, "150万元"))[0]
    record_figure(library, draft, replace(draft.statistic, metric="全镇的零售额"))
    imported(library, file, TEXT.replace("全镇零售额达到150万元", "全镇零售额可能是150万元"))
    kept = of_article(library, article)["全镇的零售额"]
    assert kept.statistic.id == draft.statistic.id
    assert "可能是150万元" in kept.place.quote
    assert check(library).findings == ()


def test_a_corrected_figure_is_not_shown_beside_a_sentence_that_says_another(
    library: Library, article: str, file: Path
) -> None:
    draft = figures_to_record(library, article, span_of(library, article, "150万元"))[0]
    record_figure(library, draft, replace(draft.statistic, metric="全镇的零售额"))
    imported(library, file, TEXT.replace("150万元", "160万元"))
    assert "全镇的零售额" not in of_article(library, article)
    (own,) = library.store.own_facts.of(article)
    assert isinstance(own.fact, Statistic)
    assert (own.id, own.span, own.fact.own) == (draft.statistic.id, None, True)
    imported(library, file, TEXT + "后来又添了一句 。")
    assert of_article(library, article)["全镇的零售额"].statistic.value == Decimal(150)


def test_a_decision_on_a_recorded_figure_is_kept_and_taken_back(library: Library, article: str) -> None:
    draft = helpers(library, article)
    figure = record_figure(library, draft, stated(draft)).statistic.id
    decide(library, figure, FactStatus.REJECTED)
    assert "帮工数" not in of_article(library, article)
    assert decide(library, figure, FactStatus.EXTRACTED).statistic.status is FactStatus.EDITED


def test_what_was_decided_on_a_recorded_figure_stands_when_its_article_is_read_anew(
    library: Library, article: str
) -> None:
    draft = helpers(library, article)
    figure = record_figure(library, draft, stated(draft)).statistic.id
    edit_statistic(library, figure, status=FactStatus.CONFIRMED, subject="后院小店")
    decided = of_article(library, article)["帮工数"].statistic
    correct_text(library, article, span_of(library, article, "店主说"), "老店主说道")
    after = of_article(library, article)["帮工数"].statistic
    assert (after.id, after.status, after.subject) == (figure, decided.status, decided.subject)
    assert after.evidence == decided.evidence
    library.store.own_facts.put(library.store.own_facts.of(article)[0])
    assert of_article(library, article)["帮工数"].statistic == after


def test_a_deleted_figure_is_brought_back_as_it_was_corrected_last(library: Library, article: str) -> None:
    draft = helpers(library, article)
    figure = record_figure(library, draft, stated(draft)).statistic.id
    known = helpers(library, article)
    assert known.known
    record_figure(library, known, replace(known.statistic, metric="帮工总数"))
    gone = forget(library, figure)
    assert of_article(library, article).keys() & {"帮工数", "帮工总数"} == set()
    bring_back(library, gone)
    assert of_article(library, article)["帮工总数"].statistic.id == figure
    with pytest.raises(UnknownIdError, match="unknown_own_fact"):
        forget(library, "nowhere")


def test_records_leave_with_their_article_and_return_from_the_trash(library: Library, article: str) -> None:
    draft = helpers(library, article)
    record_figure(library, draft, stated(draft))
    own = put_under_trend(library, article, span_of(library, article, "老李"), "popularisation")
    trash(library, [article])
    assert in_trend(library, "popularisation", article) == []
    restore(library, [article])
    assert "帮工数" in of_article(library, article)
    delete_for_good(library, [article])
    assert library.store.own_facts.of(article) == ()
    with pytest.raises(UnknownIdError, match="unknown_article"):
        bring_back(library, own)


def test_a_passage_put_under_a_trend_is_shown_there_once_with_its_sentence(
    library: Library, article: str
) -> None:
    span = span_of(library, article, "老李")
    own = put_under_trend(library, article, span, "popularisation")
    assert put_under_trend(library, article, span, "popularisation") == own
    (passage,) = [one for one in in_trend(library, "popularisation", article) if one.id]
    assert (passage.id, passage.reason, passage.reviewed) == (own.id, "own", True)
    assert passage.place.quote == "京东在镇上开了一家店，由老李看管。"
    assert own_passages(library, article, span) == {"popularisation": own}
    forget(library, own.id)
    assert not any(one.id for one in in_trend(library, "popularisation", article))
    with pytest.raises(UnknownIdError, match="unknown_trend"):
        put_under_trend(library, article, span, "nothing")


def test_a_passage_found_already_gives_way_to_the_one_put_there(library: Library) -> None:
    found = next(one for one in trends(library)[0].passages if not one.reviewed)
    key = trends(library)[0].trend.key
    put_under_trend(library, found.place.article, found.place.span, key)
    same = [
        one
        for one in trends(library)[0].passages
        if one.place.article == found.place.article and one.place.span.overlaps(found.place.span)
    ]
    assert [bool(one.id) for one in same] == [True]


def test_the_index_hears_of_a_passage_put_under_a_trend(library: Library, article: str) -> None:
    sync_index(library)
    before = library.documents.last_change()
    text = library.store.article_changes.change_of(article)
    put_under_trend(library, article, span_of(library, article, "老李"), "internationalisation")
    assert library.documents.changed_since(before) == ()
    assert library.documents.fields_changed_since(before) == (article,)
    assert library.store.article_changes.change_of(article) == text
    document = library.documents.get(article)
    assert document is not None
    assert "internationalisation" in document.fields["trends"].split()


@pytest.mark.parametrize(
    ("chosen", "platform"),
    [
        ("京东在镇上开了店", "京东"),
        ("拼多多比京东晚到", "拼多多"),
        ("比京东晚到", "京东"),
        ("晚到一年", "京东"),
        ("镇上的人都说好", "京东"),
        ("这一年过得不容易", ""),
    ],
)
def test_a_passage_is_taken_for_one_of_the_platform_it_names_first_or_that_was_named_last(
    library: Library, file: Path, chosen: str, platform: str
) -> None:
    text = "店主说，这一年过得不容易。京东在镇上开了店，拼多多比京东晚到一年，镇上的人都说好。"
    article = imported(library, file, f"镇上的店\n\n{text}\n")
    assert fact_to_record(library, article, span_of(library, article, chosen)).platform == platform


def test_a_fact_of_a_platform_is_recorded_with_the_very_passage(library: Library, article: str) -> None:
    span = span_of(library, article, "在镇上开了一家店，由老李看管")
    draft = fact_to_record(library, article, span)
    assert (draft.platform, draft.text) == ("京东", "在镇上开了一家店，由老李看管")
    own = record_fact(
        library, article, span, TypedFact("JD.COM", "scale", "规模", "镇上 12 家店", "2018年7月")
    )
    (view,) = platforms(library, name="京东")
    (fact,) = [one for one in view.facts if one.fact.id == own.id]
    assert fact.place.quote == "在镇上开了一家店，由老李看管"
    assert (fact.fact.date, fact.fact.status, fact.fact.own) == ("2018-07", FactStatus.CONFIRMED, True)
    assert (fact.fact.value["text"], fact.fact.value["number"]) == ("镇上 12 家店", "12")
    forget(library, own.id)
    assert own.id not in {one.fact.id for one in platforms(library, name="京东")[0].facts}


@pytest.mark.parametrize(
    ("platform", "text", "date", "kind"),
    [
        ("没有的平台", "开店", "", "unknown_platform"),
        ("京东", " ", "", "no_statement"),
        ("京东", "开店", "前些时候", "bad_date"),
    ],
)
def test_a_fact_that_says_nothing_is_refused(
    library: Library, article: str, platform: str, text: str, date: str, kind: str
) -> None:
    span = span_of(library, article, "老李")
    with pytest.raises((UnknownIdError, UsageError), match=kind):
        record_fact(library, article, span, TypedFact(platform, "scale", "规模", text, date))


def test_a_blank_selection_is_no_evidence(library: Library, article: str) -> None:
    at = library.texts.get(article).clean.index("\n")
    with pytest.raises(UsageError, match="bad_span"):
        put_under_trend(library, article, Span(at, at + 1), "popularisation")


def test_a_word_is_taken_into_the_lexicon_once(library: Library) -> None:
    assert take_word(library, " 货架经济 ")
    assert not take_word(library, "货架经济")
    assert "货架经济" in {one.word for one in user_words(library)}
    for words in ("", "两个 词", "一" * 21):
        with pytest.raises(UsageError, match="bad_word"):
            take_word(library, words)


def test_what_is_recorded_survives_another_sitting(library: Library, article: str) -> None:
    own: OwnFact = put_under_trend(library, article, span_of(library, article, "老李"), "popularisation")
    assert library.store.own_facts.get(own.id) == own


def test_scripts_see_what_was_recorded(library: Library, article: str) -> None:
    draft = helpers(library, article)
    record_figure(library, draft, stated(draft))
    span = span_of(library, article, "老李")
    put_under_trend(library, article, span, "popularisation")
    record_fact(library, article, span, TypedFact("京东", "scale", "规模", "一家店由老李看管"))
    figures = [shapes.statistic(one) for one in statistics(library)]
    (figure,) = (one for one in figures if one["own"])
    assert (figure["metric"], figure["value"], figure["status"]) == ("帮工数", "2", "edited")
    text = library.texts.get(article).clean
    assert text[figure["start"] : figure["end"]] == figure["quote"] == HELPERS
    passages = [one for view in trends(library) for one in shapes.trend(view)["passages"] if one["own"]]
    assert [one["reason"] for one in passages] == ["own"]
    facts = [one for one in shapes.platform(platforms(library, name="京东")[0])["facts"] if one["own"]]
    assert [one["quote"] for one in facts] == ["老李"]
