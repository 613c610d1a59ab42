"""What a person may do to a library besides its texts and notes, drawn by chance: each an operation with a way back."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from corpus.library.core.library import Library
from corpus.library.core.settings import user_words
from corpus.library.facts.own_figures import figures_to_record
from corpus.library.intake.corrections.repairing import ledger
from corpus.library.intake.vocabulary.own_trends import TrendWishes
from corpus.library.notes.naming import own_colour_names
from corpus.library.notes.several import NoteChange
from corpus.library.reading import organising
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.beginning import own_templates
from corpus.model.annotation import Annotation, Colour
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.collection import Collection, Scope, ScopeKind
from corpus.model.draft import DraftItem
from corpus.model.edit import RepairState
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from desktop.operations import (
    articles,
    companies,
    drafts,
    facts,
    figures,
    records,
    repairs,
    several_notes,
    trends,
)
from desktop.services.operation import Operation

Step = Callable[[ArticleSummary, str, int, Annotation], Operation[Any]]
_ARTICLES = (
    "id, source, position, start, stop, title, characters, notes, trashed <> '', read_state, star, part_of"
)
_TABLES = {
    "annotations": "id, article, start, stop, exact, colour, style, note, tags, status, private",
    "articles": f"{_ARTICLES}, duplicate_of",
    "article_tags": "*",
    "collections": "*",
    "collection_articles": "*",
    "companies": "*",
    "company_aliases": "*",
    "contexts": "*",
    "drafts": "id, title, template, items, settings",
    "edits": "article, kind, start, stop, before, after, state IN ('undone', 'offered'), state",
    "figures": "id, article, start, stop, metric, subject, region, value, status",
    "mentions": "*",
    "own_facts": "id, article, sort, about, start, stop, exact, payload",
    "pages": "*",
    "platform_facts": "*",
    "records": "article, derived, corrected, given",
    "trend_passages": "article, trend, start, stop, score, reviewed",
    "user_words": "*",
    "verdicts": "*",
}


def whole_state(library: Library) -> dict[str, Any]:
    """Return everything a person made, sorted or decided on, and what was found under it.

    References that are taken back lie in the trash, and an offered repair that is taken back ends as undone.
    """
    kept = "article IN (SELECT id FROM articles WHERE kind <> 'reference')"
    only = dict.fromkeys(("records", "contexts", "collection_articles", "article_tags"), kept)
    only["articles"] = "kind <> 'reference'"
    found: dict[str, Any] = {}
    for table, columns in _TABLES.items():
        sql = f"SELECT {columns} FROM {table} WHERE {only.get(table, '1 = 1')}"  # noqa: S608 - the names above
        rows = [tuple(row) for row in library.store.database.rows(sql)]
        found[table] = sorted(repr(_plain(row) if table == "edits" else row) for row in rows)
    ids = [one.id for one in list_articles(library)]
    return {
        **found,
        "texts": {one: library.store.articles.original_of(one) for one in ids},
        "trends": sorted(map(repr, library.store.own_trends.all())),
        "templates": sorted(map(repr, own_templates(library))),
        "colours": own_colour_names(library),
    }


def changes(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Return what is other in a state than in one before, by where it stands: what came, and what went."""
    return {
        name: ([one for one in now[name] if one not in rows], [one for one in rows if one not in now[name]])
        for name, rows in before.items()
        if now[name] != rows
    }


def _plain(edit: tuple[Any, ...]) -> tuple[Any, ...]:
    *about, unapplied, state = edit
    return (*about, "offered" if unapplied else state)


class LibrarySteps:
    """Draws what is done, to whatever there is of its kind; IndexError where there is nothing."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.library, self.chance, self.number = library, chance, chance.randint(0, 99)

    def group(self) -> Collection:
        return self.chance.choice(organising.collections(self.library))

    def figures(self, article: ArticleSummary, most: int) -> Sequence[str]:
        found = [one.statistic.id for one in reading(self.library, article.id).figures]
        self.chance.shuffle(found)
        return found[:most]

    def names(self) -> tuple[str, str]:
        first, second, *_rest = self.chance.sample(("拼多多", "淘宝", "京东", "县店", "云仓"), 2)
        return first, second

    def recorded(self, article: ArticleSummary, clean: str, at: int, _note: Annotation) -> Operation[Any]:
        near = Span(max(0, at - 8), min(len(clean), at + 12))
        draft = figures_to_record(self.library, article.id, near)[0]
        metric = draft.statistic.metric or "网络零售额"
        return facts.keep_figure(draft, replace(draft.statistic, metric=metric, status=FactStatus.EDITED))

    def repaired(self, article: ArticleSummary, *_: object) -> Operation[Any]:
        edit = self.chance.choice(ledger(self.library, article.id)).edit
        states = (RepairState.APPLIED, RepairState.UNDONE, RepairState.REJECTED)
        return repairs.repair(article.id, edit.id, self.chance.choice(states))

    def trend_kept(self, *_: object) -> Operation[Any]:
        keys = ("", *(one.key for one in self.library.store.own_trends.all()))
        wishes = TrendWishes(f"势{self.number % 6}", words=("店主", "冷链"))
        return trends.keep_trend(self.chance.choice(keys), wishes)

    def template_kept(self, *_: object) -> Operation[Any]:
        draft = self.chance.choice(self.library.store.drafts.all())
        heading = DraftItem("heading", text=f"头{self.number}")
        return drafts.keep_as_template(replace(draft, items=(heading,)), f"模板{self.number % 3}")

    def described(self, *_: object) -> Operation[Any]:
        mine = list_articles(self.library, Scope(ScopeKind.MINE))
        name = self.chance.choice(("author", "title", "issued"))
        return records.set_record([one.id for one in mine], {name: f"2019-0{self.number % 9 + 1}"})

    def of_articles(self) -> dict[str, Step]:
        n, chance = self.number, self.chance
        line = f"[1] 张三{n}. 某题{n % 7}[J]. 某刊, 2018(1): 1-2."
        return {
            "group": lambda a, *_: articles.add_collection(f"课题{n % 4}", ids=[a.id]),
            "group below": lambda a, *_: articles.add_collection(f"子{n}", self.group().id, ids=[a.id]),
            "put in": lambda a, *_: articles.put_into(self.group(), [a.id]),
            "take out": lambda a, *_: articles.take_out(self.group(), [a.id]),
            "delete group": lambda *_: articles.delete_collection(self.group()),
            "rename group": lambda *_: articles.rename_collection(self.group(), f"新{n % 3}"),
            "read": lambda a, *_: articles.set_read_state([a], chance.choice(list(ReadState))),
            "label": lambda a, *_: articles.set_tags(a, [f"类{n % 3}", "丙"]),
            "context": lambda a, *_: records.set_context(
                [a.id], {"year": chance.choice(("2019", "2021", ""))}
            ),
            "records": self.described,
            "accept": lambda a, *_: records.accept([a.id], []),
            "lines": lambda *_: records.take_lines(line),
            "repair": self.repaired,
            "word": lambda *_: facts.keep_word(f"冷链物{n % 5}流"),
            "no word": lambda *_: facts.remove_word(chance.choice(user_words(self.library)).word),
        }

    def of_facts(self) -> dict[str, Step]:
        n, chance, names = self.number, self.chance, self.names
        return {
            "company": lambda *_: companies.add(f"企业{n % 5}"),
            "rename company": lambda *_: companies.rename(names()[0], f"改名{n % 4}"),
            "alias": lambda *_: companies.give_alias(names()[0], f"别称{n % 4}"),
            "one company": lambda *_: companies.merge(*names()),
            "two companies": lambda *_: companies.split(names()[0], f"别称{n % 4}"),
            "many": lambda a, *_: figures.change_many(self.figures(a, 3), {"subject": f"甲{n}"}),
            "figure": lambda a, *_: figures.correct(self.figures(a, 1)[0], {"metric": f"额{n}"}),
            "one figure": lambda a, *_: figures.merge(self.figures(a, 2)),
            "judge": lambda a, *_: figures.judge(self.figures(a, 3), FactStatus.REJECTED),
            "status": lambda a, *_: figures.put_status(self.figures(a, 1)[0], FactStatus.CONFIRMED),
            "record": self.recorded,
            "fact": lambda a, c, at, _: facts.keep_fact(
                a.id, Span(at, min(at + 5, len(c))), "淘宝", "founded", "2003年成立", "2003"
            ),
            "trend": self.trend_kept,
            "no trend": lambda *_: trends.remove_trend(chance.choice(self.library.store.own_trends.all())),
            "out of trend": lambda a, c, *_: facts.take_out_found(a.id, Span(0, len(c)), "extension"),
        }

    def of_writing(self) -> dict[str, Step]:
        n, chance = self.number, self.chance
        untagged = NoteChange(drop=(f"签{n % 3}",))
        return {
            "template": self.template_kept,
            "no template": lambda *_: drafts.drop_own_template(
                chance.choice(own_templates(self.library)).key
            ),
            "no draft": lambda *_: drafts.delete(chance.choice(self.library.store.drafts.all()).id),
            "sentence": lambda a, _c, at, _: drafts.put_sentences([(a.id, Span(at, at + 1))]),
            "colours": lambda *_: several_notes.name_colours({Colour.RED: f"红{n}"}),
            "no notes": lambda _a, _c, _at, note: several_notes.remove_several(
                several_notes.chosen([note.id])
            ),
            "no tag": lambda _a, _c, _at, note: several_notes.change_several(
                several_notes.chosen([note.id]), untagged
            ),
        }

    def all(self) -> dict[str, Step]:
        return {**self.of_articles(), **self.of_facts(), **self.of_writing()}
