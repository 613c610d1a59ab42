"""A known file with new bytes: articles keep their ids where the texts match.

Notes and facts people recorded find their places again; decisions on repairs and figures still there stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.annotation.reanchoring import reanchored
from corpus.library.core.clock import now
from corpus.library.facts.own_facts import adopt_decided, find_again
from corpus.library.intake.building.build import BuiltArticle, part_id, with_facts
from corpus.library.intake.building.same_parts import decided, same_edits, same_statistics
from corpus.library.intake.corrections.own_edits import OWN, carried_over
from corpus.library.intake.repeats.repeating import may_repeat
from corpus.model.article import Article
from corpus.model.knowledge import Knowledge
from corpus.model.record import CorrectedFields, metadata_of, record_of
from corpus.model.source import Metadata, Source
from corpus.store.store import Store
from corpus.text.repairs.kinds import RepairKind
from corpus.text.similarity import Fingerprints, fingerprint, similarity
from corpus.text.split import title_of

_WORTH_A_LOOK = 0.2
"""Fingerprints are estimates: texts that share half of themselves never look less alike than this."""
MATCHES = 0.5
"""Articles that share half of their text are the same article, corrected."""


def carry_over(
    store: Store,
    previous: Source | None,
    built: Sequence[BuiltArticle],
    number: int,
    knowledge: Knowledge,
    batch: str = "",
) -> tuple[BuiltArticle, ...]:
    """Return the new articles under their old ids where they match; re-anchor the notes of the old ones.

    Old articles that match nothing go into the trash with their notes, from where they can be restored. With a
    ``batch`` the old texts are kept, so that taking it back brings them back.
    """
    old = _articles_of(store, previous.id) if previous else []
    new = {one.article.summary.source for one in built} - {previous.id if previous else ""}
    # What an undone update left in the trash is the same article when its file comes again.
    again = [article for source in sorted(new) for article in _articles_of(store, source)]
    pairs = _matches([*again, *old], built)
    _recognised(pairs, [*again, *old], built)
    matched = {article.id for article in pairs.values()}
    lost = [article.id for article in old if article.id not in matched]
    same = previous if previous and any(one.article.summary.source == previous.id for one in built) else None
    for identity in (*matched, *lost) if batch else ():
        store.versions.keep(identity, batch, built[0].article.summary.path, same)
        same = None
    carried = [
        _carried(store, one, pairs[n], knowledge) if n in pairs else one for n, one in enumerate(built)
    ]
    for n, before in pairs.items():
        _reanchor(store, before, carried[n].article)
        find_again(store, before.id, carried[n].article.original)
    store.articles.set_field("trashed", now(), lost)
    store.article_changes.touch(lost, number)
    return _with_free_ids(store, built, carried, kept=frozenset(pairs))


def _recognised(pairs: dict[int, Article], old: Sequence[Article], built: Sequence[BuiltArticle]) -> None:
    """Pair an article that was only pages with the first text recognised of them."""
    taken = {article.id for article in pairs.values()}
    bare = next((one for one in old if one.summary.layer and one.id not in taken), None)
    if bare is not None and built and 0 not in pairs:
        pairs[0] = bare


def _articles_of(store: Store, source: str) -> list[Article]:
    """Return the articles cut out of a source, those in the trash too."""
    found = (store.articles.get(one.id) for one in store.articles.summaries(source=source))
    return [article for article in found if article is not None]


def _with_free_ids(
    store: Store,
    built: Sequence[BuiltArticle],
    carried: Sequence[BuiltArticle],
    *,
    kept: frozenset[int] = frozenset(),
) -> tuple[BuiltArticle, ...]:
    """Return ``carried`` with another id for each that is new but whose id an article already has.

    ``kept`` are the places of those that carry an article of before on, under its own id.

    An article keeps its id when its file changes, so that the file as it was, met again at another place,
    would give an id that is taken. ``carried`` stand in the order of ``built``; repeats name the ids given.
    """
    given: dict[str, str] = {}
    named: list[BuiltArticle] = []
    for n, (first, one) in enumerate(zip(built, carried, strict=True)):
        identity = one.article.id
        while n not in kept and store.article_changes.change_of(identity) is not None:
            identity = part_id("a", identity, one.article.summary.path)
            one = renamed(one, identity)  # noqa: PLW2901 - the same article under another name
        repeated = one.article.summary.duplicate_of or ""
        named.append(_repeating(one, given[repeated]) if repeated in given else one)
        given[first.article.id] = identity
    return tuple(named)


def _repeating(one: BuiltArticle, repeated: str) -> BuiltArticle:
    """Return an article as a repeat of the one with this id."""
    summary = replace(one.article.summary, duplicate_of=repeated)
    return replace(one, article=replace(one.article, summary=summary))


def _matches(old: Sequence[Article], built: Sequence[BuiltArticle]) -> dict[int, Article]:
    """Pair each new article with the old one most like it, the closest pairs first."""
    ranked = sorted(_likenesses(old, built), key=lambda candidate: -candidate[0])
    pairs: dict[int, Article] = {}
    taken: set[str] = set()
    for likeness, n, before in ranked:
        if likeness >= MATCHES and n not in pairs and before.id not in taken:
            pairs[n] = before
            taken.add(before.id)
    return pairs


def _likenesses(
    old: Sequence[Article], built: Sequence[BuiltArticle]
) -> Iterator[tuple[float, int, Article]]:
    """Yield how like each new article is to each old one that it may be like at all."""
    if not old:
        return
    prints = Fingerprints()
    bare: list[Article] = []
    for number, before in enumerate(old):
        print_of = fingerprint(before.original)
        prints.add(number, print_of)
        bare += [] if print_of else [before]
    for n, one in enumerate(built):
        own = fingerprint(one.article.original)
        near = [old[number] for number in prints.like(own, _WORTH_A_LOOK)] if own else bare
        yield from ((similarity(before.original, one.article.original), n, before) for before in near)


def _carried(store: Store, one: BuiltArticle, before: Article, knowledge: Knowledge) -> BuiltArticle:
    """Return the new article under the old id, repairs and figures as a person decided on them."""
    under = renamed(one, before.id)
    article = under.article
    edits = decided(
        same_edits(before.edits, before.original, article.edits, article.original),
        store.edits.decisions(before.id),
    )
    own = [edit for edit in before.edits if edit.kind in OWN]
    edits = carried_over(own, before.original, article.original, edits)
    correction = store.records.correction(before.id)
    summary = replace(
        article.summary, batch=before.summary.batch, added=before.summary.added,
        metadata=_corrected(article, correction),
    )  # fmt: skip
    if not may_repeat(store, before.id):
        summary = replace(summary, duplicate_of=None, similarity=0.0)
    if own and (titles := [edit.after for edit in own if edit.kind == RepairKind.OWN_TITLE and edit.applied]):
        summary = replace(summary, title=title_of(titles[0] or ""))
    changed = [edit.state for edit in edits] != [edit.state for edit in article.edits]
    changed = changed or bool(before.stated) or bool(correction.fields)
    article = replace(article, summary=summary, edits=edits, stated=before.stated)
    readable = not any(left.whole for left in one.unread)
    anew = changed and readable
    told = with_facts(article, knowledge, one.shingles) if anew else replace(under, article=article)
    told = replace(told, faults=one.faults)
    found = store.facts.found_in(before.id)
    figures = same_statistics(found, before.original, told.facts.statistics, article.original)
    adopt_decided(store, before.id, figures, before.original, article.original)
    return replace(told, facts=replace(told.facts, statistics=figures, grounds=None))


def _corrected(article: Article, correction: CorrectedFields) -> Metadata:
    """Return the short record of an article built anew as a person had corrected it before."""
    if article.record is None or not correction.fields:
        return article.summary.metadata
    return metadata_of(record_of(article.record.item, article.record.origins, correction).item)


def renamed(one: BuiltArticle, identity: str) -> BuiltArticle:
    """Return the article under another id, with ids of its parts to fit."""
    summary = replace(one.article.summary, id=identity)
    edits = tuple(replace(edit, id=part_id("r", identity, edit.id)) for edit in one.article.edits)
    found = one.facts
    facts = replace(
        found,
        statistics=tuple(replace(s, id=part_id("f", identity, s.id)) for s in found.statistics),
        facts=tuple(replace(f, id=part_id("p", identity, f.id), article=identity) for f in found.facts),
        passages=tuple(replace(p, article=identity) for p in found.passages),
    )
    return BuiltArticle(
        replace(one.article, summary=summary, edits=edits), facts, one.shingles, None, one.unread, one.faults
    )


def _reanchor(store: Store, before: Article, article: Article) -> None:
    """Find the places of an article's notes in its new original."""
    for note in store.annotations.of(before.id):
        store.annotations.put(reanchored(note, article.original, before.original))
