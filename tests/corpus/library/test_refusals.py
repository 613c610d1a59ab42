"""What is refused is named, with what it was: kind and values make the sentence a person reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.annotation.reading import ReadAnnotation
from corpus.library.core.library import Library
from corpus.library.facts.origins import origin_of
from corpus.library.facts.statistics import statistics
from corpus.library.finding.search import Facets, SearchRequest, find_places, folds_of, mode_of
from corpus.library.intake.building.refinding import find_anew
from corpus.library.intake.corrections.own_edits import correct_text, restore_ledger, retitle
from corpus.library.intake.corrections.parting import join_article, split_article
from corpus.library.intake.files.reading_anew import read_anew
from corpus.library.intake.files.recognising import recognise
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.intake.packs.pack_files import install_shipped
from corpus.library.intake.records.recording import record_view, set_context
from corpus.library.intake.repeats.repeating import set_part, set_repeat
from corpus.library.intake.vocabulary.companies import (
    add_company,
    alias_company,
    merge_companies,
    rename_company,
)
from corpus.library.notes.annotating import annotate
from corpus.library.notes.exchanging import take_in
from corpus.library.notes.passages import passage
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import rename_collection
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.annotation import AnchorStatus, Annotation, Selector
from corpus.model.errors import LibraryError, YindeError
from corpus.model.span import Span

LONG = "长" * 5000
Refused = Callable[[Library, str], object]
REFUSED: dict[str, tuple[Refused, str, dict[str, object]]] = {
    "no text": (lambda library, _: library.texts.get("x"), "unknown_article", {"id": "x"}),
    "no way of searching": (lambda *_: mode_of("x"), "bad_value", {"name": "mode", "value": "x"}),
    "a span beyond the text": (
        lambda library, one: correct_text(library, one, Span(1, 10**6), ""), "bad_span", {"start": 1, "end": 10**6}),
    "a note beyond the text": (
        lambda library, one: annotate(library, one, Span(1, 10**6)), "bad_span", {"start": 1, "end": 10**6}),
    "a note of nothing": (lambda library, one: annotate(library, one, Span(5, 5)), "bad_span", {"start": 5, "end": 5}),
    "a passage beyond the text": (
        lambda library, one: passage(library, one, Span(1, 10**6)), "bad_span", {"start": 1, "end": 10**6}),
    "a correction too long": (
        lambda library, one: correct_text(library, one, Span(0, 1), LONG * 9), "bad_value",
        {"name": "--correct", "value": "长" * 40}),
    "a correction no text": (
        lambda library, one: correct_text(library, one, Span(0, 1), "\0"), "bad_value",
        {"name": "--correct", "value": "\0"}),
    "no title": (lambda library, one: retitle(library, one, " \n"), "bad_value", {"name": "--retitle", "value": " \n"}),
    "a title too long": (
        lambda library, one: retitle(library, one, LONG), "bad_value", {"name": "--retitle", "value": "长" * 40}),
    "no article to record": (lambda library, _: record_view(library, "x"), "unknown_article", {"id": "x"}),
    "no article to place": (
        lambda library, _: set_context(library, ["x"], {"place": "北京"}), "unknown_article", {"id": "x"}),
    "no field": (
        lambda library, one: set_context(library, [one], {"x": "y"}), "bad_value", {"name": "x", "value": "y"}),
    "no year": (
        lambda library, one: set_context(library, [one], {"year": "去年"}), "bad_value", {"value": "去年"}),
    "no kind": (lambda library, one: set_context(library, [one], {"kind": "x"}), "bad_value", {"name": "kind"}),
    "no article to find in": (lambda library, _: find_anew(library, "x", 1), "unknown_article", {"id": "x"}),
    "no repeat": (lambda library, _: set_repeat(library, "x", None), "unknown_article", {"id": "x"}),
    "no part": (lambda library, _: set_part(library, "x", None), "unknown_article", {"id": "x"}),
    "no collection": (lambda library, _: rename_collection(library, "x", "y"), "unknown_collection", {"id": "x"}),
    "no pack": (lambda library, _: install_shipped(library, "x"), "unknown_pack", {"id": "x"}),
    "nothing drawn": (recognise, "no_sheets", {"title": "小店"}),
    "an article of a pack split": (
        lambda library, _: split_article(library, list_articles(library)[2].id, 50), "pack_article", {}),
    "no article to join": (lambda library, _: join_article(library, "x"), "unknown_article", {"id": "x"}),
    "nothing before": (join_article, "nothing_before", {}),
    "a file of a pack": (
        lambda library, _: read_anew(library, list_articles(library)[2].source), "pack_article", {}),
    "a name another has": (
        lambda library, _: rename_company(library, "拼多多", "京东"), "known_name", {}),
    "its own name": (lambda library, _: rename_company(library, "拼多多", "拼多多"), "known_name", {"name": "拼多多"}),
    "a known company": (lambda library, _: add_company(library, "拼多多"), "known_name", {}),
    "a known other name": (lambda library, _: alias_company(library, "京东", "拼多多"), "known_name", {}),
    "one with itself": (lambda library, _: merge_companies(library, "京东", "京东"), "known_name", {"name": "京东"}),
    "no copy of a text": (
        lambda library, one: export(library, ExportRequest("pdf", Path("x.pdf"), what="original", articles=(one,))),
        "no_pdf", {"title": "小店"}),
    "no copy of all": (
        lambda library, _: export(library, ExportRequest("pdf", Path("x.pdf"), what="original", articles=("a", "b"))),
        "bad_usage", {}),
}  # fmt: skip


def test_what_is_refused_is_named(library: Library) -> None:
    text = "小店\n2018年，全镇零售额达到150万元，比上年增长25%。"
    (article,) = import_text(library, "小店", text).sources[0].articles
    told: dict[str, tuple[str, dict[str, object]]] = {}
    for what, (refused, _kind, values) in REFUSED.items():
        try:
            refused(library, article.id)
        except YindeError as error:
            told[what] = (error.kind, {name: error.values.get(name) for name in values})
    assert told == {what: (kind, values) for what, (_refused, kind, values) in REFUSED.items()}
    assert library.texts.get(article.id).clean == text


def test_a_library_that_cannot_stand_there_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "文件"
    place.write_text("x")

    def refusal() -> tuple[str, object]:
        with pytest.raises(LibraryError) as caught:
            open_library(place, write=True)
        return caught.value.kind, caught.value.values["path"]

    assert refusal() == ("library_not_a_folder", str(place))
    place = tmp_path / "文件" / "文库"
    assert refusal() == ("library_read_only", str(place))
    place = tmp_path / "新"

    def failing(*_: object, **__: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("corpus.library.intake.opening.Store", failing)
    assert refusal() == ("library_read_only", str(place))

    def full(*_: object, **__: object) -> None:
        raise LibraryError("disk_full", path="elsewhere")

    monkeypatch.setattr("corpus.library.intake.opening.Store", full)
    assert refusal() == ("disk_full", "elsewhere"), "an error that names its place keeps it"


def read(name: str, article: str, words: str, span: Span | None = None, **told: Any) -> ReadAnnotation:
    note = Annotation(name, "", Selector(words, **told), span, modified="2026-01-01T00:00:00.000+00:00")
    return ReadAnnotation(note, "file" if article or words else "", article)


def test_notes_from_elsewhere_find_their_words_or_wait(library: Library) -> None:
    text = "小店\n店主说这一年过得不容易。\n店里有两位帮工，住在后院。"
    (article,) = import_text(library, "小店", text).sources[0].articles
    original = library.texts.get(article.id).article.original
    words = "店里有两位帮工"
    at = original.index(words)

    def kept(one: ReadAnnotation) -> Annotation:
        done = take_in(library, [one], lambda _: [article.id])
        assert (done.added, done.known) == (1, 0)
        assert take_in(library, [one], lambda _: [article.id]).known == 1
        found = library.store.annotations.get(one.annotation.id)
        assert found is not None
        assert done.adrift == (found.status is AnchorStatus.ORPHAN)
        return found

    placed = kept(read("n1", "a", words))
    assert (placed.article, placed.span, placed.status) == (article.id, Span(at, at + 7), AnchorStatus.PLACED)
    spanned = kept(read("n2", "a", "", Span(at, at + 4)))
    assert (spanned.span, spanned.selector.exact, spanned.confidence) == (Span(at, at + 4), "店里有两", 1.0)
    beyond = kept(read("n3", "a", "", Span(0, 10**6)))
    assert (beyond.article, beyond.span, beyond.status) == ("", None, AnchorStatus.ORPHAN)
    loose = kept(read("n4", "", ""))
    assert (loose.article, loose.status) == ("", AnchorStatus.PLACED)
    lost = kept(read("n5", "a", "这里从来没有写过的一句话，完全不同"))
    assert (lost.article, lost.status) == ("", AnchorStatus.ORPHAN)
    (other,) = (
        import_text(library, "别店", "别店\n这里说的是另一家店，没有帮工，也没有后院。").sources[0].articles
    )

    def among(one: ReadAnnotation) -> Annotation:
        take_in(library, [one], lambda _: [other.id, article.id])
        found = library.store.annotations.get(one.annotation.id)
        assert found is not None
        return found

    wrapped, span = f"{words[:3]}\n {words[3:]}", Span(at, at + 7)
    sure, unsure = among(read("n6", "a", wrapped)), among(read("n7", "a", wrapped, prefix="过得不容易。\n"))
    assert [(one.article, one.span) for one in (sure, unsure)] == [(article.id, span)] * 2
    assert (sure.status, unsure.status) == (AnchorStatus.PLACED, AnchorStatus.APPROXIMATE)
    like = among(read("n8", "a", "店里有三位帮工，住在后院"))
    assert (like.article, like.status) == (article.id, AnchorStatus.APPROXIMATE)
    assert 0 < like.confidence < 1
    half = read("n9", "", "")
    half = replace(
        half, annotation=replace(half.annotation, note="\ud800话", creator="人\ud800", tags=("\ud800签",))
    )
    kept_half = among(half)
    assert ["话" in kept_half.note, "人" in kept_half.creator, "签" in kept_half.tags[0]] == [True] * 3
    assert "\ud800" not in f"{kept_half}"
    undated = replace(half, annotation=replace(half.annotation, id="n10", created="", modified=""))
    assert among(undated).created == among(undated).modified != ""
    newer = read("n1", "a", words)
    later = replace(
        newer, annotation=replace(newer.annotation, modified="2027-01-01T00:00:00.000+00:00", note="新")
    )
    assert take_in(library, [later], lambda _: [article.id]).added == 1
    assert library.store.annotations.get("n1").note == "新"  # type: ignore[union-attr]


def test_who_said_a_figure_first_is_told_by_date(library: Library) -> None:
    told = "2018年，红星县零售额达到150万元。"
    ids = []
    for name, date in (("乙报", "2020-02-02"), ("甲报", "2019-01-01"), ("丙报", "")):
        fields = {"issued": date} if date else None
        (article,) = import_text(library, name, f"{name}\n{told}", fields=fields).sources[0].articles
        ids.append(article.id)
    figures = {one.place.article: one.statistic.id for one in statistics(library) if one.place.article in ids}
    assert len(figures) == 3
    links = origin_of(library, figures[ids[0]])
    assert [one.stated.article for one in links] == [ids[1], ids[0], ids[2]]
    assert [one.stated.title for one in links] == ["甲报", "乙报", "丙报"]
    assert {one.stated.sentence for one in links} == {told}
    assert [one.role.value for one in links] == ["first", "repeated", "repeated"]
    assert origin_of(library, "gone") == ()
    alone = import_text(library, "丁报", "丁报\n2018年，白云县的产量达到7万吨。").sources[0].articles[0].id
    (single,) = statistics(library, articles=frozenset({alone}))
    assert origin_of(library, single.statistic.id) == ()


def test_a_title_is_put_before_a_text_without_one(library: Library) -> None:
    text = "店主说，" + "这一年过得不容易，" * 30 + "店里有两位帮工。"
    (article,) = import_text(library, "小店", text).sources[0].articles
    before = library.texts.get(article.id)
    ledger = retitle(library, article.id, " 村里的  店 ")
    shown = library.texts.get(article.id)
    assert shown.article.title == "村里的 店"
    assert shown.clean.startswith("村里的 店")
    assert ledger.title == before.article.title
    restore_ledger(library, ledger)
    assert library.texts.get(article.id).clean == before.clean
    assert library.texts.get(article.id).article.title == before.article.title


def test_what_a_search_is_asked_for_narrows_it(library: Library) -> None:
    assert mode_of("near") == "near"
    assert folds_of(["case", "nonsense"]) <= frozenset({"case"})
    every = find_places(library, SearchRequest("社交电商", "exact"))
    one = every.hits[0].place.article
    narrowed = find_places(library, SearchRequest("社交电商", "exact", facets=Facets(articles=(one,))))
    assert {hit.place.article for hit in narrowed.hits} == {one}
    assert narrowed.total < every.total
