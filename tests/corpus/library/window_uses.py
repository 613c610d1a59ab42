"""What the window calls, each by a name: what is said of its costs is said of all of these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.facts.deciding import figures_as_known, state_all
from corpus.library.facts.origins import origin_of
from corpus.library.facts.platforms import find_platform, platform_facts, platform_figures, platform_mentions
from corpus.library.facts.statistics import conflicts, conflicts_of, figure_page, figure_views, statistic
from corpus.library.facts.trends import trend_figures, trend_limits, trend_passages
from corpus.library.finding.concordance import collocates, concordance, distribution
from corpus.library.finding.search import Facets, SearchRequest, search
from corpus.library.notes.annotating import add_note, annotate, change_annotation
from corpus.library.notes.browsing import note_groups, notes_by_id, notes_of_group
from corpus.library.notes.drafts import drafts, save_draft
from corpus.library.notes.linking import note_links
from corpus.library.reading.articles import article_page, articles_by_id, beside_text, reading
from corpus.library.reading.home import home
from corpus.library.reading.organising import collections, set_tags, totals_of
from corpus.library.reading.quick_open import openable
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.draft import Draft, DraftItem
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.articles.query import ArticleQuery
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.notes.query import Grouping, NoteOrder, NoteQuery
from index.query.request import Mode
from tests.benchmarks.generated import articles

CHARACTERS = 220
SHOWN = 40
TAG = "必读"
_MINE = Scope(ScopeKind.MINE)
Use = Callable[[Library], object]

FIGURE_ORDERS = (
    "",
    "metric",
    "subject",
    "period",
    "value",
    "unit",
    "change",
    "kind",
    "source",
    "status",
    "sign",
    "region",
    "doubt",
    "article",
)
NOTE_GROUPS: tuple[tuple[Grouping, str], ...] = (
    ("article", ""), ("tag", "口径"), ("colour", "yellow"), ("trend", "regulation"),
    ("date", datetime.now().astimezone().date().isoformat()), ("", "-"),
)  # fmt: skip
NOTE_ORDERS: tuple[NoteOrder, ...] = ("place", "newest", "oldest", "changed")
ARTICLE_ORDERS = ("", "title", "publisher", "date", "tags", "characters", "figures", "notes", "state", "star")


def _figures(query: FigureQuery) -> Use:
    return lambda library: figure_page(library, query, 0, SHOWN)


def _articles(query: ArticleQuery) -> Use:
    return lambda library: library.store.articles.page(query, 0, SHOWN)


def noted(library: Library) -> str:
    """Return the article notes stand in."""
    return library.store.articles.ids(ArticleQuery(_MINE), 0, 1)[0]


def _notes(query: NoteQuery, key: str = "") -> Use:
    return lambda library: notes_of_group(library, query, key or noted(library), 0, SHOWN)


def _first(library: Library) -> str:
    return library.store.figures.page(FigureQuery(_MINE), 0, 1)[0].statistic.id


USES: dict[str, Use] = {
    "home": home,
    "totals": lambda library: library.store.totals.read(),
    **{f"figures by {one or 'place'}": _figures(FigureQuery(order=one)) for one in FIGURE_ORDERS},
    **{f"figures by {one}, last first": _figures(FigureQuery(order=one, descending=True)) for one in FIGURE_ORDERS[1:]},
    "figures of one's own articles": _figures(FigureQuery(_MINE, order="metric")),
    "figures of the pack": _figures(FigureQuery(Scope(ScopeKind.PACK), order="metric")),
    "figures of a subject": lambda library: figure_page(
        library, FigureQuery(subjects=(next(articles(1)).names[4],), order="value"), 0, SHOWN
    ),
    "figures with a rare word": lambda library: figure_page(
        library, FigureQuery(text=next(articles(1)).names[5]), 0, SHOWN
    ),
    "one figure": lambda library: statistic(library, _first(library)),
    "figures with their sentences": lambda library: figure_views(
        library, [one.statistic.id for one in figure_page(library, FigureQuery(_MINE), 0, 10)]
    ),
    "a page of the table of figures": lambda library: library.store.figures.sentences(
        [one.statistic.id for one in figure_page(library, FigureQuery(_MINE, order="region"), 0, SHOWN)]
    ),
    "figures to review": _figures(FigureQuery(status="extracted", order="doubt")),
    "figures of a source": _figures(FigureQuery(sources=("国家统计局",))),
    "who said a figure first": lambda library: origin_of(library, _first(library)),
    "contradictions of a figure": lambda library: conflicts_of(library, _first(library)),
    "first contradictions": lambda library: conflicts(library, limit=2),
    **{f"articles by {one or 'time'}": _articles(ArticleQuery(order=one)) for one in ARTICLE_ORDERS},
    **{f"articles by {one}, last first": _articles(ArticleQuery(order=one, descending=True)) for one in ARTICLE_ORDERS},
    "articles of the pack": _articles(ArticleQuery(Scope(ScopeKind.PACK))),
    "articles with a rare word": lambda library: library.store.articles.page(
        ArticleQuery(text=next(articles(1)).names[0]), 0, SHOWN
    ),
    "starred articles": _articles(ArticleQuery(starred=True)),
    "articles in the trash": _articles(ArticleQuery(trashed=True)),
    "passages of a trend": lambda library: trend_passages(library, "regulation", EVERYTHING, 0, 10),
    "limits of a trend": lambda library: trend_limits(library, "regulation", EVERYTHING, 0, 5),
    "figures of a trend": lambda library: trend_figures(library, "regulation", EVERYTHING, 0, 10),
    "mentions of a platform": lambda library: platform_mentions(library, "淘宝", EVERYTHING, 0, 10),
    "facts of a platform": lambda library: platform_facts(library, "拼多多", EVERYTHING, 0, 10),
    "figures of a platform": lambda library: platform_figures(
        library, find_platform(library, "有好东西"), EVERYTHING, 0, 10
    ),
    "articles of a type": _articles(ArticleQuery(kinds=("导读",))),
    "articles with a tag": _articles(ArticleQuery(tag=TAG)),
    "articles in a collection": lambda library: article_page(
        library, ArticleQuery(within=Scope(ScopeKind.COLLECTION, collections(library)[0].id)), 0, SHOWN
    ),
    "articles by their ids": lambda library: articles_by_id(library, library.store.articles.ids(ArticleQuery(), 0, 20)),
    "what the tree of documents counts": lambda library: (totals_of(library, EVERYTHING), collections(library)),
    "notes of an article": lambda library: notes_of_group(library, NoteQuery(), noted(library), 0, SHOWN),
    "notes with a word": lambda library: note_groups(library, NoteQuery(text="口径")),
    "lost notes": lambda library: note_groups(library, NoteQuery(lost=True)),
    **{
        f"notes by {by or 'themselves'}, {order}": _notes(NoteQuery(grouping=by, order=order), key)
        for by, key in NOTE_GROUPS for order in NOTE_ORDERS
    },
    "notes with a tag": _notes(NoteQuery(tag="口径", grouping="", order="newest"), "-"),
    "links of a note": lambda library: note_links(library, library.store.annotations.of(noted(library))[0].id),
    "several notes": lambda library: library.store.annotations.by_id(
        library.store.annotations.ids(NoteQuery(article=noted(library)))
    ),
    "notes by their ids": lambda library: notes_by_id(
        library, [one.id for one in library.store.annotations.of(noted(library))]
    ),
    "what stands beside an article": lambda library: beside_text(library, noted(library)),
    "drafts": drafts,
    "an article": lambda library: reading(library, library.store.articles.ids(ArticleQuery(_MINE), 0, 1)[0]),
}  # fmt: skip


_ONE = next(articles(1, characters=CHARACTERS))


def _search(text: str, mode: Mode = "auto", *, whole: bool = False, limit: int = 100) -> Use:
    return lambda library: search(library, SearchRequest(text, mode, limit=limit, whole=whole))


QUOTED = _ONE.unique[0].rstrip("。")


def _paper(text: str) -> Use:
    return lambda library: audit(library, text)


FINDING: dict[str, Use] = {
    "a quotation of a paper": _paper(f"他写道，“{QUOTED}”。"),
    "an exact quote": _search(_ONE.unique[0][:12], "exact"),
    "a short exact quote": _search(_ONE.names[0][:4], "exact"),
    "an exact quote counted": _search(_ONE.unique[0][:12], "exact", whole=True),
    "nothing": _search("绝无仅有𠮷", "exact"),
    "lines around a rare name": lambda library: concordance(library, SearchRequest(_ONE.names[1])),
    "companions of a rare name": lambda library: collocates(library, SearchRequest(_ONE.names[1])),
    "where a rare name stands": lambda library: distribution(library, SearchRequest(_ONE.names[1])),
    "what to open": lambda library: openable(library, ""),
    "what to open, typed": lambda library: openable(library, _ONE.names[0]),
}  # fmt: skip
COMMON: dict[str, Use] = {
    "a quote": _search(_ONE.unique[0][:16]),
    "a rare name": _search(_ONE.names[1]),
    "a rare name as a word": _search(_ONE.names[1], "words"),
    "two rare names": _search(f"{_ONE.names[1]} {_ONE.names[2]}", "words"),
    "two rare names, joined": _search(f"{_ONE.names[1]} + {_ONE.names[2]}"),
    "the places of an article": lambda library: search(
        library, SearchRequest(_ONE.names[0], facets=Facets(articles=(noted(library),)))
    ),
    "a common word, as it stands": _search("平台", "exact"),
    "a common word": _search("平台"),
    "two common words": _search("平台 物流", "words"),
    "a question": _search("平台企业怎样用数据了解顾客"),
    "a quote nearly so": _search(_ONE.unique[0][:6] + _ONE.unique[0][7:18], "near"),
    "a changed quotation of a paper": _paper(f"他写道，“{QUOTED[:8]}囍{QUOTED[9:]}”。"),
    "an invented quotation of a paper": _paper(
        "他写道，“老戏台塌下来的那个傍晚，苔藓正替罗盘描最后一笔墨鱼”。"
    ),
    "a figure of a paper": _paper("2016年，砚莲霜公司的活跃用户数达到8212.63万人。"),
    "further places": _search("平台", "exact", limit=300),
    "what to open of many": lambda library: openable(library, "平台"),
}
"""What many articles answer: postings are read for all of them, texts for a bounded number."""

WRITING: dict[str, Use] = {
    "a note beside a text": lambda library: annotate(library, noted(library), Span(0, 5), note="新写的"),
    "a note typed on": lambda library: change_annotation(
        library, replace(library.store.annotations.of(noted(library))[0], note="又写了一句")
    ),
    "a note of its own": lambda library: add_note(library, "随手记"),
    "tags of an article": lambda library: set_tags(library, noted(library), [TAG]),
    "a figure found right": lambda library: state_all(
        library,
        [replace(one, status=FactStatus.CONFIRMED) for one in figures_as_known(library, [_first(library)])],
    ),
    "a draft": lambda library: save_draft(library, Draft("d", "论文", items=(DraftItem("text", text="写"),))),
}
