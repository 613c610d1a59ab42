"""Each kind of block of a draft becomes what stands in the document, with its source and in its own section."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide, statistics
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.importing import import_text
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import add_note, annotate, change_annotation
from corpus.library.notes.drafts import new_draft
from corpus.library.notes.passages import passage
from corpus.library.notes.picturing import keep_picture
from corpus.library.reading.articles import list_articles
from corpus.library.reports.draft_request import arguments_of, preset_of
from corpus.library.reports.drafting import draft_sections, named_figures, named_notes
from corpus.library.reports.export_request import ExportRequest, request_from
from corpus.library.reports.found_places import kept_places
from corpus.library.reports.leaving import leaving
from corpus.library.reports.references import References
from corpus.library.reports.reporting import (
    build_report,
    chosen_figures,
    chosen_notes,
    draft_of,
    unconfirmed,
)
from corpus.model.annotation import AnchorStatus, Colour, MarkStyle, Selector
from corpus.model.draft import Draft, DraftItem, DraftSettings
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.report.labels import ReportLabels
from corpus.report.model import (
    ChartItem,
    FigureItem,
    Preset,
    QuoteItem,
    ReportItem,
    ReportSection,
    TableItem,
    TextItem,
)
from corpus.report.tables import runs
from corpus.store.database.changes import Changes
from tests.corpus.library.test_filling_drafts import PNG

STYLE = "gbt7714-2025-numeric"


def asked(**told: Any) -> ExportRequest:
    return ExportRequest("html", Path("out.html"), what="report", **told)


def sections(library: Library, items: tuple[DraftItem, ...], **told: Any) -> tuple[ReportSection, ...]:
    request = asked(**told)
    return draft_sections(library, Draft("d", "稿", items=items), request, References(library, STYLE))


def made(library: Library, *items: DraftItem, **told: Any) -> list[ReportItem]:
    found = sections(library, items, **told)
    return [item for section in found for item in section.items]


def test_words_and_headings_make_sections(library: Library) -> None:
    items = (
        DraftItem("text", text="开头"), DraftItem("heading", text="# 一 ", level=0), DraftItem("text", text=" "),
        DraftItem("text", text="正文"), DraftItem("heading", text="二", level=9), DraftItem("unknown", text="x"),
    )  # fmt: skip
    found = sections(library, items)
    assert [(one.title, one.level, [item.text for item in one.items]) for one in found] == [  # type: ignore[union-attr]
        ("", 1, ["开头"]), ("一", 1, ["正文"]), ("二", 4, [])
    ]  # fmt: skip
    waiting = (
        DraftItem("heading", text="空", level=1), DraftItem("prompt", text="写什么"),
        DraftItem("heading", text="上", level=1), DraftItem("heading", text="下", level=2),
        DraftItem("text", text="有"), DraftItem("heading", text="末", level=1),
    )  # fmt: skip
    assert [one.title for one in sections(library, waiting)] == ["上", "下"]
    assert [one.title for one in sections(library, waiting[:1])] == ["空"]
    assert sections(library, ()) == ()


@pytest.mark.parametrize("exact", ["再也找不到的话", ""])
def test_a_note_whose_place_is_lost_is_quoted_with_its_article_and_day(library: Library, exact: str) -> None:
    article = list_articles(library)[2].id
    note = annotate(library, article, Span(30, 44), note="我的话", tags=("甲",), colour=Colour.RED).annotation
    lost = replace(note, selector=Selector(exact, "", ""), span=None, status=AnchorStatus.ORPHAN)
    with library.store.transaction(Changes(annotations=frozenset({note.id}))):
        library.store.annotations.put(lost)
    (quote,) = made(library, DraftItem("annotation", note.id))
    assert isinstance(quote, QuoteItem)
    assert (quote.quote, quote.note, quote.tags, quote.colour) == (exact, "我的话", ("甲",), "red")
    assert (quote.citation, quote.lost) == (int(bool(exact)), bool(exact))
    assert (quote.state, quote.created) == ("orphan", note.created[:10])
    assert len(quote.created) == 10


def test_a_note_is_quoted_with_its_place_and_what_is_made_of_it(library: Library) -> None:
    article = list_articles(library)[2].id
    view = annotate(library, article, Span(30, 44), note="我的话", tags=("甲",), colour=Colour.RED)
    name = view.annotation.id
    (quote,) = made(library, DraftItem("annotation", name))
    assert isinstance(quote, QuoteItem)
    assert (quote.quote, quote.note, quote.citation, quote.colour) == (view.quote, "我的话", 1, "red")
    assert quote.created == view.annotation.created[:10] != ""
    assert quote.link.startswith("yinde://")
    assert (quote.underline, quote.tags, quote.private, quote.lost, quote.running) == (
        False,
        ("甲",),
        False,
        False,
        False,
    )
    below = annotate(library, article, Span(50, 60), style=MarkStyle.UNDERLINE).annotation.id
    (underlined,) = made(library, DraftItem("annotation", below))
    assert (underlined.underline, underlined.note, underlined.colour) == (True, "", "yellow")  # type: ignore[union-attr]
    around = made(library, DraftItem("annotation", name, context="sentence"))[0]
    assert isinstance(around, QuoteItem)
    assert around.before + around.quote + around.after in library.texts.get(article).clean
    assert around.before or around.after
    assert (quote.before, quote.after) == ("", "")
    located = made(library, DraftItem("annotation", name, locator="12"))[0]
    assert isinstance(located, QuoteItem)
    assert located.locator == "12"
    both = made(library, DraftItem("annotation", name, text="说明"))
    assert [type(one) for one in both] == [QuoteItem, TextItem]
    (thought,) = made(library, DraftItem("annotation", name, text="只是想到", use="thought"))
    assert (thought.text, thought.cited) == ("只是想到", ())  # type: ignore[union-attr]
    for words, stop in (("换句话说。", "。"), ("换句话说", "")):
        (told,) = made(library, DraftItem("annotation", name, text=words, use="paraphrase"))
        assert isinstance(told, TextItem)
        assert told.text.startswith("换句话说")
        assert told.text.endswith(stop)
        assert [[one.number for one in group] for group in told.cited] == [[1]]
    (cited,) = made(library, DraftItem("annotation", name, text=f"已注明[@{article}]。", use="summary"))
    assert len(cited.cited) == 1  # type: ignore[union-attr]
    assert made(library, DraftItem("annotation", "gone")) == []
    change_annotation(library, replace(view.annotation, private=True))
    assert made(library, DraftItem("annotation", name), preset=Preset.HANDOUT) == []
    assert len(made(library, DraftItem("annotation", name))) == 1
    free = add_note(library, "无处").annotation.id
    (loose,) = made(library, DraftItem("annotation", free, text="换句话说。", use="paraphrase"))
    assert loose == TextItem("换句话说。")


def test_a_passage_is_quoted_from_its_article_or_by_its_words(library: Library) -> None:
    article = list_articles(library)[2].id
    ready = library.texts.get(article)
    item = passage(library, article, ready.sentences[4])
    (quote,) = made(library, item)
    assert isinstance(quote, QuoteItem)
    assert (quote.quote, quote.citation, quote.state) == (ready.sentences[4].of(ready.clean), 1, "placed")
    assert ready.article.title in quote.place
    assert not quote.lost
    (gone,) = made(library, replace(item, ref="gone"))
    assert isinstance(gone, QuoteItem)
    assert (gone.quote, gone.citation, gone.lost, gone.state) == (item.quote, 0, True, "orphan")
    assert made(library, replace(item, ref="gone", quote="")) == []
    (lost,) = made(
        library, replace(item, quote="从来没有写过的一句话，一点也不像这里的任何一处。"), running=True
    )
    assert isinstance(lost, QuoteItem)
    assert (lost.citation, lost.lost, lost.running, lost.state) == (1, True, True, "orphan")


def test_figures_places_and_pictures_stand_as_blocks(library: Library) -> None:
    article = list_articles(library)[2].id
    views = [one for one in statistics(library) if one.place.article == article][:4]
    ids = [one.statistic.id for one in views]
    (one,) = made(library, DraftItem("figure", ids[0]))
    assert isinstance(one, FigureItem)
    assert (one.sentence, one.citation) == (views[0].place.quote, 1)
    table = made(library, DraftItem("figures", " ".join([*ids, "gone"]), "表一 "))
    assert [type(item) for item in table] == [FigureItem] * 4
    assert [item.caption for item in table][:1] == ["表一"]  # type: ignore[union-attr]
    assert made(library, DraftItem("figures", ids[0]))[0].caption == "全国电子商务交易额"  # type: ignore[union-attr]
    assert made(library, DraftItem("figures", "gone")) == []
    for kind in ("chart", "matrix"):
        drawn = made(library, DraftItem(kind, " ".join(ids), "图题"))
        assert drawn
        assert isinstance(drawn[0], ChartItem | TableItem | FigureItem)
        assert drawn[0].caption == "图题"
        assert made(library, DraftItem(kind, "gone")) == []
    hits = find_places(library, SearchRequest("社交电商", "exact")).hits[:2]
    (found,) = made(library, kept_places(library, "社交电商", hits))
    assert isinstance(found, TableItem)
    assert (found.caption, len(found.rows)) == ("社交电商", 2)
    assert made(library, DraftItem("hits", "gone:1:2", "甲")) == []
    (picture,) = made(library, keep_picture(library, PNG, "图一"))
    assert isinstance(picture, ChartItem)
    assert picture.caption == "图一"
    assert made(library, DraftItem("picture", "gone")) == []
    items = [
        DraftItem("figure", "a"),
        DraftItem("chart", "b a"),
        DraftItem("annotation", "n"),
        DraftItem("review", "m n"),
    ]
    assert named_figures(items) == ("a", "b")
    assert named_notes(items) == ("n", "m")


def test_a_review_has_a_row_for_each_article(library: Library) -> None:
    first, second = (one.id for one in list_articles(library)[1:3])
    told = [
        annotate(library, first, Span(30, 40), colour=Colour.MAGENTA, tags=("甲",), note="**想法**"),
        annotate(library, first, Span(50, 60), colour=Colour.PURPLE, tags=("乙", "甲")),
        annotate(library, first, Span(70, 200), colour=Colour.YELLOW),
        annotate(library, second, Span(30, 40), colour=Colour.GREEN),
    ]
    free = add_note(library, "无处")
    ids = [one.annotation.id for one in (*told, free)]
    (table,) = made(library, DraftItem("review", " ".join(ids)))
    assert isinstance(table, TableItem)
    one, other = table.rows
    assert [one[0], other[0]] == ["1", "2"]
    assert one[3].startswith(library.texts.get(first).article.title)
    assert one[4] == "甲、乙"
    # Each quotation ends in the character that keeps the place of what leads back to its article.
    quoted, lone = (
        ["".join(sign for sign in cell if sign < "\U00100000") for cell in row] for row in table.rows
    )
    assert (quoted[5], quoted[6]) == (told[0].quote, told[1].quote)
    assert quoted[7] == told[2].quote[:120] + "……"
    assert one[8] == "想法"
    # Without any other colour what there is is quoted.
    assert (lone[5], lone[6], lone[7]) == ("", told[3].quote, told[3].quote)
    numbered = [group[0].number for group in table.cited if group[0].number]
    assert numbered == [1, 2]
    assert table.right == frozenset({0})
    (named,) = made(library, DraftItem("review", ids[0], "综述表"))
    assert named.caption == "综述表"  # type: ignore[union-attr]
    assert made(library, DraftItem("review", ids[-1])) == []
    change_annotation(library, replace(told[3].annotation, private=True))
    (handed,) = made(library, DraftItem("review", " ".join(ids)), preset=Preset.HANDOUT)
    assert len(handed.rows) == 1  # type: ignore[union-attr]


def test_a_draft_tells_how_it_is_exported() -> None:
    paper = Draft("d", "稿", "review", tuple(DraftItem("heading", text=str(n)) for n in range(4)))
    told = arguments_of(paper)
    assert {**told, "rules": None} == {
        "what": "report", "draft": "d", "title": "稿", "style": STYLE, "preset": "keep", "author": "",
        "institution": "", "signed": True, "course": "", "context": "none", "original_wording": True,
        "locators": "page", "rules": None, "running": True, "contents": True,
    }  # fmt: skip
    assert not arguments_of(replace(paper, items=paper.items[:3]))["contents"]
    listing = arguments_of(replace(paper, template="digest"))
    assert (listing["running"], listing["contents"]) == (False, False)
    settings = DraftSettings("apa", "handout", "张三", "学校", "课程", "sentence", "clean", "paragraph")
    own = arguments_of(replace(paper, settings=settings))
    assert [own[name] for name in ("style", "preset", "author", "institution", "course", "context", "locators")] == [
        "apa", "handout", "张三", "学校", "课程", "sentence", "paragraph"
    ]  # fmt: skip
    assert own["original_wording"] is False
    over = arguments_of(paper, style="", author="李四", title=None, format="docx", out="x.docx")
    assert (over["style"], over["author"], over["title"], over["format"]) == (STYLE, "李四", "稿", "docx")
    assert preset_of(replace(paper, template="client")) is Preset.HANDOUT
    assert preset_of(replace(paper, settings=DraftSettings(preset="nonsense"))) is Preset.KEEP
    request = request_from(over)
    assert (request.format, request.out, request.draft, request.running) == (
        "docx",
        Path("x.docx"),
        "d",
        True,
    )


def test_what_leaves_is_counted_before_it_does(library: Library) -> None:
    article = list_articles(library)[2].id
    view = annotate(library, article, Span(30, 44), note="我的话")
    private = annotate(library, article, Span(50, 60), note="不外传")
    change_annotation(library, replace(private.annotation, private=True))
    figure = next(one.statistic.id for one in statistics(library) if one.place.article == article)
    draft = new_draft(library, "稿", items=(
        DraftItem("annotation", view.annotation.id), DraftItem("annotation", private.annotation.id),
        DraftItem("figure", figure), DraftItem("text", text="一段话"),
        DraftItem("passage", article, quote="从来没有写过的一句话，一点也不像这里的任何一处。", end=9),
    ))  # fmt: skip
    kept = leaving(library, asked(draft=draft.id, author="张三", signed=True))
    assert (kept.quotations, kept.figures, kept.notes, kept.words, kept.references) == (3, 1, 2, 1, 1)
    assert (kept.private, kept.lost, kept.author) == (0, 1, "张三")
    assert "一段话" in kept.html
    handed = leaving(library, asked(draft=draft.id, preset=Preset.HANDOUT))
    assert (handed.quotations, handed.private) == (2, 1)
    assert [one.article for one in kept.missing] in ([], [article])
    for one in kept.missing:
        assert one.fields
        assert one.title == library.texts.get(article).article.title


def test_notes_and_figures_are_chosen_as_asked(library: Library) -> None:
    first, second = (one.id for one in list_articles(library)[1:3])
    one = annotate(library, first, Span(30, 40), colour=Colour.RED, tags=("甲",)).annotation
    two = annotate(library, second, Span(30, 40), tags=("乙", "甲")).annotation
    free = add_note(library, "无处").annotation
    change_annotation(library, replace(free, private=True))

    def chosen(**told: Any) -> set[str]:
        return {view.annotation.id for view in chosen_notes(library, asked(**told))}

    assert chosen() == {one.id, two.id, free.id}
    assert chosen(annotations=(one.id, "gone")) == {one.id}
    assert chosen(annotations=()) == set()
    assert chosen(articles=(second,)) == {two.id}
    assert chosen(colours=("red",)) == {one.id}
    assert chosen(tags=("甲",)) == {one.id, two.id}
    assert chosen(tags=("乙",), colours=("red",)) == set()
    assert chosen(preset=Preset.HANDOUT) == {one.id, two.id}
    every = [view.statistic.id for view in chosen_figures(library, asked())]
    assert every
    assert {view.place.article for view in chosen_figures(library, asked(articles=(second,)))} == {second}
    assert [view.statistic.id for view in chosen_figures(library, asked(figures=(every[1],)))] == [every[1]]
    assert chosen_figures(library, asked(figures=())) == ()


def test_figures_nobody_confirmed_are_told_before_they_leave(library: Library) -> None:
    text = "小店\n2018年，全镇零售额达到150万元，比上年增长25%。2019年，全镇零售额达到180万元。"
    (article,) = import_text(library, "小店", text).sources[0].articles
    ids = [one.statistic.id for one in statistics(library, articles=frozenset({article.id}))]
    assert len(ids) == 2
    draft = new_draft(library, "稿", items=(DraftItem("figures", " ".join(ids)), DraftItem("text", text="a")))

    def told(**asking: Any) -> list[str]:
        return [one.statistic.id for one in unconfirmed(library, replace(asked(), **asking))]

    assert sorted(told(draft=draft.id)) == sorted(ids)
    decide(library, ids[0], FactStatus.CONFIRMED)
    assert told(draft=draft.id) == ids[1:]
    assert told(what="statistics", figures=tuple(ids)) == ids[1:]
    assert told(what="annotations") == []
    assert told(what="annotations", figures=tuple(ids)) == ids[1:]
    assert set(ids[1:]) <= set(told(what="statistics"))
    assert draft_of(library, asked()) == draft
    other = new_draft(library, "后来的")
    assert draft_of(library, asked()) == other
    assert draft_of(library, asked(draft=draft.id)) == draft
    with pytest.raises(UsageError, match="bad_value"):
        build_report(library, replace(asked(), what="nonsense"))


def test_places_found_and_notes_make_a_report_by_article(library: Library) -> None:
    hits = find_places(library, SearchRequest("社交电商", "exact")).hits
    report, _missing = build_report(library, replace(asked(), what="hits", query="社交电商", mode="exact"))
    assert [one.title for one in report.sections] == list(dict.fromkeys(hit.place.title for hit in hits))
    assert sum(len(one.items) for one in report.sections) == len(hits)
    article = list_articles(library)[2].id
    view = annotate(library, article, Span(30, 44), note="我的话")
    loose = add_note(library, "无处")
    figure = next(one.statistic.id for one in statistics(library) if one.place.article == article)
    report, _missing = build_report(
        library, replace(asked(), what="annotations", figures=(figure,), title="题")
    )
    titles = [one.title for one in report.sections]
    assert report.title == "题"
    assert library.texts.get(article).article.title in titles
    assert ReportLabels().loose_note in titles
    assert titles[-1] == ReportLabels().figures
    told = [item.note for item in report.items() if isinstance(item, QuoteItem)]
    assert sorted(told) == sorted([view.annotation.note, loose.annotation.note])
    assert len(report.references) == 1


def test_that_a_single_figure_behind_a_table_is_none_of_it(library: Library) -> None:
    first, second, third, fourth = (one.statistic.id for one in statistics(library)[:4])
    table, chart = DraftItem("figures", f"{first} {second}", "甲表"), DraftItem("figure", third)
    found = runs(made(library, table, chart, DraftItem("figure", fourth)))
    assert [len(one) if isinstance(one, tuple) else one for one in found] == [2, 2]
    assert [one.caption != "" for one in made(library, chart, DraftItem("figure", fourth))] == [False, False]  # type: ignore[union-attr]


def test_that_western_authors_in_a_cell_are_parted_where_lines_may_end(library: Library) -> None:
    article = (
        import_text(library, "渡口", "渡口\n\n船夫每天摆渡六次，账目记在一本旧册子里，往来的人都认得他。\n")
        .sources[0]
        .articles[0]
        .id
    )
    note = annotate(library, article, Span(6, 12)).annotation.id
    set_record(library, [article], {"author": "John Smith; Ann Lee"})
    (table,) = made(library, DraftItem("review", note))
    assert table.rows[0][1] == "John Smith, Ann Lee"  # type: ignore[union-attr]
    set_record(library, [article], {"author": "方圆；林陌"})
    (table,) = made(library, DraftItem("review", note))
    assert table.rows[0][1] == "方圆、林陌"  # type: ignore[union-attr]
