"""What the window is given to show is all there is of a thing, piece by piece."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.audit.verdict import Checked
from corpus.library.checking.audited import AuditEntry, Standing
from corpus.library.core.clock import now as now_told
from corpus.library.core.library import Library
from corpus.library.core.views import annotation_view
from corpus.library.facts.statistics import statistics
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.notes.annotating import add_note, annotate, change_annotation
from corpus.library.notes.linking import link_to, note_links, notes_to_link
from corpus.library.reading.articles import reading, shown_edits
from corpus.library.reading.home import Waiting, home
from corpus.library.reading.organising import trash
from corpus.library.reports.audit_report import audit_report
from corpus.library.upkeep.backup import rotate
from corpus.model.annotation import AnchorStatus
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.report.labels import ReportLabels
from corpus.report.model import Report, ReportSection, TableItem
from corpus.store.database.changes import Changes
from corpus.store.facts.figure_query import FigureQuery


def test_what_the_reader_shows_of_an_article(library: Library, noisy_page: Path) -> None:
    article = import_paths(library, [noisy_page]).sources[0].articles[0].id
    first = annotate(library, article, Span(40, 60), note="先").annotation
    annotate(library, article, Span(0, 10), note="后")
    ready, store = library.texts.get(article), library.store
    assert first.span is not None
    shown = reading(library, article)
    assert (shown.text, shown.original) == (ready.clean, ready.article.original)
    assert (shown.offsets, shown.sentences) == (ready.offsets, ready.sentences)
    assert shown.summary == store.articles.of([article])[0]
    assert shown.edits == shown_edits(ready) != ()
    assert [one.annotation for one in shown.annotations] == list(store.annotations.of(article))
    assert shown.figures == tuple(
        replace(one, agrees=()) for one in statistics(library, articles=frozenset({article}))
    )
    assert [one.span for one in shown.mentions] == [
        ready.shown(one.span) for one in store.facts.mentions_of(article)
    ]
    assert [(one.trend, one.span) for one in shown.passages] == [
        (one.trend, ready.shown(one.span)) for one, _ in store.facts.passages(article)
    ]
    assert len(shown.passages) + len(shown.mentions) > 0
    assert (shown.doubtful, shown.adrift, shown.pages, shown.page_refs) == ((), (), (), ())
    view = annotation_view(library, first)
    assert (view.article_title, view.quote, view.was) == (
        ready.article.title,
        ready.place(first.span).quote.strip(),
        "",
    )
    assert view.place is not None
    assert view.place.article == article


def test_which_notes_lead_to_which(library: Library) -> None:
    first, second, third = (add_note(library, told) for told in ("甲话", "乙话", "丙话"))
    linked = f"{link_to(second)} 和 {link_to(second)} 和 [没有](yinde://note/gone) 和 {link_to(first)}"
    change_annotation(library, replace(first.annotation, note=linked))
    change_annotation(library, replace(third.annotation, note=link_to(second)))
    links = note_links(library, first.annotation.id)
    assert ([one.annotation.id for one in links.to], links.back) == ([second.annotation.id], ())
    back = note_links(library, second.annotation.id)
    assert back.to == ()
    assert {one.annotation.id for one in back.back} == {first.annotation.id, third.annotation.id}
    assert note_links(library, "gone") == type(links)()
    every = notes_to_link(library, "话", first.annotation.id, 9)
    assert {one.annotation.id for one in every} == {second.annotation.id, third.annotation.id}
    assert notes_to_link(library, "话", first.annotation.id, 1) == every[:1]
    assert [one.annotation.id for one in notes_to_link(library, "和", "", 9)] == [first.annotation.id]


def test_what_the_first_page_counts(library: Library) -> None:
    before = home(library)
    texts = ("甲店\n2018年，全镇零售额达到150万元。", "乙店\n别的话。", "丙店\n又一句。")
    ids = [import_text(library, text[:2], text).sources[0].articles[0].id for text in texts]
    trash(library, ids[2:])
    note = annotate(library, ids[0], Span(3, 8)).annotation
    lost = add_note(library, "丢了").annotation
    with library.store.transaction(Changes()):
        library.store.annotations.put(replace(lost, article=ids[0], status=AnchorStatus.ORPHAN))
    now = home(library)
    assert (now.articles - before.articles, now.own_articles - before.own_articles) == (2, 2)
    assert {one.annotation.id for one in now.latest_notes} == {note.id, lost.id}
    assert now.waiting == Waiting(
        before.waiting.repairs,
        before.waiting.figures + 1,
        before.waiting.notes + 1,
        library.store.figures.count(FigureQuery()).disputed,
    )
    assert before.waiting.disputed == 0  # what packs say of one another waits for nobody
    assert (now.last_backup, now.last_copy, now.welcome_closed) == ("", "", False)
    rotate(library)
    assert home(library).last_copy == now_told()[:10]


def test_what_a_report_of_a_check_says() -> None:
    labels = ReportLabels()
    here, there = Place("a", "甲", Span(0, 2), "乙丙"), Place("b", "乙", Span(3, 5), "丁戊")
    entries = (
        AuditEntry(Checked.QUOTATION, "乙丙", Span(0, 2), Standing.SAME, here),
        AuditEntry(Checked.FIGURE, "3万", Span(3, 5), Standing.CONTRADICTED, here, there),
        AuditEntry(Checked.FIGURE, "4万", Span(6, 8), Standing.CONTRADICTED, there),
        AuditEntry(Checked.QUOTATION, "没有", Span(9, 11), Standing.NOT_FOUND, was="原话"),
    )
    name = labels.name

    def table(*rows: tuple[str, ...]) -> tuple[TableItem]:
        heads = (labels.number, name("audit:kind"), name("audit:paper"), name("audit:library"), labels.source)
        return (TableItem(heads, rows, right=frozenset({0})),)

    figure, quotation = name("audit:figure"), name("audit:quotation")
    assert audit_report("稿", entries, labels, "2026-01-02") == Report(
        title=f"{name('audit:title')}{labels.colon}稿",
        about=(labels.semicolon.join(
            f"{name(f'audit:{one}')} {n}" for one, n in (("contradicted", 2), ("not_found", 1), ("same", 1))),),
        sections=(
            ReportSection(name("audit:contradicted"), 1, table(
                ("1", figure, "3万", "乙丙\n≠ 丁戊", f"《甲》{labels.comma}《乙》"),
                ("2", figure, "4万", "丁戊", "《乙》"))),
            ReportSection(name("audit:not_found"), 1, table(("1", quotation, "没有", "原话", ""))),
            ReportSection(name("audit:same"), 1, table(("1", quotation, "乙丙", "乙丙", "《甲》"))),
        ),
        created="2026-01-02", labels=labels,
    )  # fmt: skip
    assert audit_report("稿", (), labels).about == (name("audit:nothing"),)
