"""Finding anew what articles say: one after a change of its text, all of them once the extractors are better.

What people confirmed, edited, rejected or recorded themselves stands; what a pack states of its articles does, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.comparing.grounds import ground_of
from corpus.knowledge.names.known.owned import forms_of
from corpus.library.core.knowledge import installed_pack
from corpus.library.core.library import Library
from corpus.library.facts.own_facts import adopt_decided, give_back, was_found
from corpus.library.intake.building.build import BuiltArticle, with_facts
from corpus.library.intake.building.found_by import ON_THE_WAY, found_by_now, is_outdated, mark_current
from corpus.library.intake.building.pack_facts import stated_facts
from corpus.library.intake.building.same_parts import same_statistics
from corpus.library.intake.building.unread_told import tell_unread
from corpus.model.article import Article
from corpus.model.errors import UnknownIdError
from corpus.model.progress import Progress, ProgressCallback, stoppable, unobserved
from corpus.model.statistic import Statistic
from corpus.model.trend import TrendPassage
from corpus.store.database.changes import Changes
from corpus.store.facts.facts import Facts, StoredFacts
from corpus.store.folder.steps import reached

_REMEMBERED: Final = 200
"""Texts whose figures are remembered: more than are changed between a step and its undoing."""


@dataclass(frozen=True, slots=True)
class Refound:
    """How many articles were read, in how many of them something else was found, and how many not read in whole."""

    articles: int
    changed: int
    unread: int = 0


def find_all_anew(
    library: Library, *, everything: bool = False, progress: ProgressCallback = unobserved
) -> Refound:
    """Read every article anew where the extractors or packs are others than those it was read by.

    Each article is a transaction of its own, and what was read is remembered: ended too early, the next call goes
    on from there. ``everything`` reads all of them even where nothing is outdated.
    """
    store, by, unread = library.store, found_by_now(library.store), 0
    if not everything and not is_outdated(store):
        return Refound(0, 0)
    known, _sep, last = store.settings.get(ON_THE_WAY).rpartition(" ")
    ids = sorted(one.id for one in store.articles.summaries())
    left = [one for one in ids if everything or known != by or one > last]
    changed = 0
    for number, identity in enumerate(left):
        article = store.articles.get(identity)
        if article is not None:
            progress(Progress("refind", len(ids) - len(left) + number, len(ids), article.title))
            other, whole = _read(library, article, f"{by} {identity}", progress)
            changed, unread = changed + other, unread + (not whole)
            reached("refind:read")
    mark_current(store)
    progress(Progress("refind", len(ids), len(ids)))
    return Refound(len(left), changed, unread)


def find_anew(library: Library, article_id: str, number: int) -> None:
    """Extract from the article's new clean text; figures keep their ids, and with them what was decided."""
    article = library.store.articles.get(article_id)
    if article is None:
        raise UnknownIdError("unknown_article", id=article_id)
    found, built = _found_in(library, article)
    if found is not None:
        keep_found(library, article_id, found, library.store.facts.found_in(article_id), article.original)
    library.store.articles.set_field("characters", built.article.summary.characters, [article_id])
    library.store.article_changes.touch([article_id], number)


def keep_found(
    library: Library, article_id: str, found: StoredFacts, before: Sequence[Statistic], original: str
) -> None:
    """Write what was found; figures that say the same keep their ids, and with them what was decided."""
    figures = _kept(library, article_id, found, before, original)
    library.store.facts.replace(article_id, replace(found, statistics=figures, grounds=None))


def amend_found(
    library: Library, article_id: str, found: StoredFacts, before: Sequence[Statistic], original: str
) -> None:
    """Do the same where the article is called as it was: figures that are what they were before are left alone."""
    figures = _kept(library, article_id, found, before, original)
    standing = {one.id: one for one in before}
    other = tuple(one for one in figures if standing.get(one.id) != one)
    gone = standing.keys() - {one.id for one in figures}
    grounds = {one.id: ground_of(one) for one in other}
    library.store.facts.amend(article_id, replace(found, statistics=other, grounds=grounds), sorted(gone))


def _kept(
    library: Library, article_id: str, found: StoredFacts, before: Sequence[Statistic], original: str
) -> tuple[Statistic, ...]:
    """Return the figures found under the ids they keep, once what people decided of others is kept for itself."""
    remember_figures(library, article_id, original, before)
    figures = _under_their_ids(library, article_id, found.statistics, before, original)
    adopt_decided(library.store, article_id, figures, original, original)
    give_back(library.store, article_id, figures)
    return figures


def remember_figures(library: Library, article_id: str, original: str, figures: Sequence[Statistic]) -> None:
    """Let figures that stand in a text have their ids again when it is the article's once more, as after an undo."""
    texts = library.figures_before
    stood = texts.pop((article_id, hash(original)), {})
    texts[article_id, hash(original)] = {**stood, **{one.id: one for one in figures}}
    if len(texts) > _REMEMBERED:
        del texts[next(iter(texts))]


def found_facts(facts: Facts, article_id: str) -> StoredFacts:
    """Return what was found in an article, without what people recorded and decided."""
    passages = [(one, reviewed) for one, reviewed in facts.passages(article_id) if not one.id]
    passages.sort(key=_place)
    return StoredFacts(
        facts.found_in(article_id),
        facts.mentions_of(article_id),
        tuple(one for one in facts.platform_facts_of(article_id) if not one.own),
        tuple(one for one, _reviewed in passages),
        frozenset(number for number, (_one, reviewed) in enumerate(passages) if reviewed),
    )


def _read(library: Library, article: Article, way: str, progress: ProgressCallback) -> tuple[bool, bool]:
    """Find anew what an article says and remember the way; until it is written, a wish to stop ends it at once.

    Tell whether anything is other than it was, and whether all of it could be read. Where nothing could be, what was
    found before stands: its text is the same.
    """
    store, identity = library.store, article.id
    with stoppable(progress):
        found, built = _found_in(library, article)
    if any(one.whole for one in built.unread):
        found = None
    before = found_facts(store.facts, identity)
    figures = (
        ()
        if found is None
        else _under_their_ids(library, identity, found.statistics, before.statistics, article.original)
    )
    other = found is not None and _told(replace(found, statistics=figures)) != _told(before)
    touched = frozenset({identity}) if other else frozenset()
    with store.transaction(Changes(facts=touched, fields=touched, settings=True)):
        if found is not None and other:
            adopt_decided(store, identity, figures, article.original, article.original)
            give_back(store, identity, figures)
            store.facts.replace(identity, replace(found, statistics=figures, grounds=None))
        store.settings.put(ON_THE_WAY, way)
    return other, not built.unread


def _told(found: StoredFacts) -> tuple[object, ...]:
    passages = sorted(
        repr((one.trend, one.span, round(one.score, 3), one.reason, number in found.reviewed))
        for number, one in enumerate(found.passages)
    )
    return (
        sorted(map(repr, found.statistics)), sorted(map(repr, found.mentions)),
        sorted(repr(replace(one, id="")) for one in found.facts), passages,
    )  # fmt: skip


def _found_in(library: Library, article: Article) -> tuple[StoredFacts | None, BuiltArticle]:
    """Return what an article says, and the article as it was read; what was left unread its person will be told.

    In one of a pack its figures and facts are those the pack states, under the names people gave its companies;
    ``None`` where the pack is gone: what it stated stays.
    """
    built = with_facts(article, library.knowledge, (), stated=bool(article.summary.pack))
    about = article.summary
    library.cautions += tell_unread(about, built.unread)
    if not about.pack:
        return built.facts, built
    pack = installed_pack(library.store, about.pack)
    file = about.path.removeprefix(f"pack:{about.pack}/")
    if pack is None or file not in {one.file for one in pack.articles}:
        return None, built
    stated = stated_facts(built, pack, file)
    owners = {form: one.name for one in reversed(library.knowledge.platforms) for form in forms_of(one)}
    named = tuple(replace(one, platform=owners.get(one.platform, one.platform)) for one in stated.facts)
    return replace(stated, facts=named), built


def _under_their_ids(
    library: Library, article_id: str, found: Sequence[Statistic], before: Sequence[Statistic], original: str
) -> tuple[Statistic, ...]:
    """Return figures under the ids of those that say the same; of decided ones those at the same place suffice.

    A decided figure that could not be found for a while, adopted meanwhile or not, is known by its decision, others
    as long as they are remembered and no other article has them.
    """
    store = library.store
    decisions = store.facts.decisions(article_id)
    there = {one.id for one in before}
    recorded = store.own_facts.of(article_id)
    own = {one.id for one in recorded if not was_found(one.id)}
    adopted = {one.id: one.fact for one in recorded if one.span and isinstance(one.fact, Statistic)}
    stood = library.figures_before.get((article_id, hash(original)), {})
    placed = {
        **decisions,
        **adopted,
        **stood,
    }  # a decision tells the place of its day, before a split or a join
    known = (*before, *(placed[key] for key in decisions if key not in there | own))
    left = stood.keys() - there - own - decisions.keys()
    gone = [stood[one] for one in sorted(left) if store.facts.statistic(one) is None]
    return same_statistics(known, original, found, original, decided=frozenset(decisions), gone=gone)


def _place(passage: tuple[TrendPassage, bool]) -> int:
    return passage[0].span.start
