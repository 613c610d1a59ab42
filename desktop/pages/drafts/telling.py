"""What a block of evidence says of itself on the paper: its words, where they are from, how they are marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.language import translate as _
from corpus.language.phrases import titled_at
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.model.annotation import AnchorStatus
from corpus.model.draft import DraftItem
from corpus.model.place import Place
from corpus.report.charts.chart import Chart
from corpus.report.figure_words import figure_words
from corpus.report.model import TableItem
from desktop.wording.headlines import headline
from desktop.wording.shortening import plain
from desktop.wording.sources import titled_note
from desktop.wording.words import anchor_name


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """Where a passage stands now, its chapter and its page; ``place`` is ``None`` where its words are gone.

    ``was`` are the words it was taken over with where others stand there now.
    """

    place: Place | None
    chapter: str = ""
    page: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class ComparedView:
    """Figures laid side by side as they come out, in a chart or a table, and a line on those not in it."""

    chart: Chart | None = None
    table: TableItem | None = None
    left_out: str = ""


NOT_COMPARED = ComparedView()


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation as it comes out: its words in the wording chosen, with what is copied of the text around it."""

    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the blocks of one draft name, read in one go; pictures are their bytes.

    ``passages``, ``compared`` and ``quoted`` go by what a block names (``named_by``). ``read`` are a person's words
    with signs in them, as they are read: with titles in place of their citations.
    """

    notes: Mapping[str, AnnotationView]
    figures: Mapping[str, StatisticView]
    passages: Mapping[DraftItem, PlacedPassage]
    pictures: Mapping[str, bytes]
    read: Mapping[str, str] = field(default_factory=dict)
    compared: Mapping[DraftItem, ComparedView] = field(default_factory=dict)
    quoted: Mapping[DraftItem, QuotedWords] = field(default_factory=dict)


NOTHING = Gathered({}, {}, {}, {})


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a block: ``title`` large, ``body`` below, ``source`` in second ink; ``bar`` is a colour's name.

    ``before`` and ``after`` are what is copied of the text around a quotation.

    Where figures are ``compared``, the chart or table stands in place of title and body.
    """

    title: str
    body: str = ""
    source: str = ""
    bar: str = ""
    quoted: bool = False
    place: Place | None = None
    note: str = ""
    before: str = ""
    after: str = ""
    compared: ComparedView = NOT_COMPARED


def named_by(item: DraftItem) -> DraftItem:
    """Return what a block names of the library, without the words of a person to it and how they are used."""
    return DraftItem(
        item.kind, item.ref, quote=item.quote, start=item.start, end=item.end, context=item.context,
        wording=item.wording, shape=item.shape,
    )  # fmt: skip


def told(item: DraftItem, gathered: Gathered) -> Told:
    """Return what a block says; what is gone from the library is said to be."""
    if item.kind == "annotation" and item.ref in gathered.notes:
        return _as_quoted(_note(gathered.notes[item.ref]), item, gathered)
    if item.kind == "passage":
        return _as_quoted(_passage(item, gathered.passages.get(named_by(item))), item, gathered)
    if item.kind == "figure" and item.ref in gathered.figures:
        view = gathered.figures[item.ref]
        said = f"{headline(view.statistic)}　{figure_words(view.statistic)}"
        return Told(said, view.place.quote, titled_at(view.place), "chart.celadon", place=view.place)
    if item.kind in ("figures", "matrix", "chart"):
        return _figures(item, gathered)
    if item.kind == "review":
        known = [gathered.notes[one] for one in item.ref.split() if one in gathered.notes]
        titles = list({one.annotation.article: titled_note(one) for one in known}.values())
        body = "\n".join(titles[:6])
        return Told(_("文献综述表：{n} 篇", n=len(titles)), body, _("每篇一行，由著录、颜色和标签填写"))
    if item.kind == "hits":
        n = len(item.ref.split())
        return Told(
            _("检索“{query}”：{n} 处", query=item.text, n=n), source=_("导出时成表：左文、关键词、右文、出处")
        )
    if item.kind == "picture" and item.ref in gathered.pictures:
        return Told("")
    return Told(_("这一条已从文库中删除"))


def _note(view: AnnotationView) -> Told:
    note = view.annotation
    quote = view.quote
    parts = [titled_note(view) or _("笔记"), view.chapter]
    if note.status is not AnchorStatus.PLACED:
        parts.append(anchor_name(note.status))
    parts.append(_changed(view.was))
    words = plain(note.note, len(note.note))
    return Told(
        quote or words, words if quote else "", " · ".join(one for one in parts if one),
        f"marks.{note.colour.value}", bool(quote), view.place, note.id,
    )  # fmt: skip


def _as_quoted(one: Told, item: DraftItem, gathered: Gathered) -> Told:
    """Return what is said of a quotation with its words as they come out."""
    quoted = gathered.quoted.get(named_by(item))
    if quoted is None or not one.quoted:
        return one
    return replace(one, title=quoted.words, before=quoted.before, after=quoted.after)


def _changed(was: str) -> str:
    """Return what is said of a quotation whose source says something else now."""
    return _("原文已改动，原引文：“{was}”", was=was) if was else ""


def _passage(item: DraftItem, view: PlacedPassage | None) -> Told:
    if view is None or view.place is None:
        return Told(item.quote, source=anchor_name(AnchorStatus.ORPHAN), quoted=True)
    page = _("第 {n} 页", n=item.locator or view.page) if item.locator or view.page else ""
    parts = (titled_at(view.place), view.chapter, page, _changed(view.was))
    source = " · ".join(one for one in parts if one)
    return Told(view.place.quote.strip(), "", source, "line_strong", True, view.place)


def _figures(item: DraftItem, gathered: Gathered) -> Told:
    known = [gathered.figures[one] for one in item.ref.split() if one in gathered.figures]
    names = {"figures": _("数据表"), "matrix": _("指标对照"), "chart": _("图表")}
    title = _("{name}：{n} 条", name=names[item.kind], n=len(known))
    compared = gathered.compared.get(named_by(item), NOT_COMPARED)
    if compared.chart is not None or compared.table is not None:
        return Told(title, source=compared.left_out, bar="chart.celadon", compared=compared)
    lines = [f"{figure_words(one.statistic)}　{headline(one.statistic)}" for one in known[:6]]
    more = "\n…" if len(known) > len(lines) else ""
    return Told(title, "\n".join(lines) + more, bar="chart.celadon")
