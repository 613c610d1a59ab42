"""Installing a knowledge pack: its articles are taken in like any other, its facts are already reviewed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from corpus.importing.markdown import read_markdown
from corpus.importing.plain_text import read_text
from corpus.library.core.clock import now
from corpus.library.core.knowledge import builtin_knowledge
from corpus.library.core.pack_versions import INSTALLED, version_key
from corpus.library.intake.build import BuiltArticle, Surroundings, build, part_id, source_id
from corpus.library.intake.updating import carry_over
from corpus.model.errors import LibraryError
from corpus.model.platform import PlatformFact
from corpus.model.record import Origin, metadata_of
from corpus.model.source import Metadata, Source
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.model.trend import TrendPassage
from corpus.packs.pack import Pack, PackArticle
from corpus.store.changes import Changes
from corpus.store.store import Store


def install(store: Store, pack: Pack) -> None:
    """Write a pack's articles and reviewed facts into a library, in one transaction.

    A newer version leaves in the trash what a person put there, and puts there what it no longer has; a pack
    installed again comes back whole.
    """
    with store.transaction(Changes(everything=True)) as number:
        names = set(store.settings.get(INSTALLED).split())
        put_away = store.articles.summaries("a.pack = ? AND a.trashed <> ''", pack.name)
        for article in pack.articles:
            _install_article(store, pack, article, number)
        dropped = set(store.settings.get(_dropped_key(pack.name)).split())
        for one in put_away if pack.name in names else ():
            if one.id not in dropped:
                store.articles.set_field("trashed", one.trashed, [one.id])
        _let_go(store, pack, number, dropped)
        _tell(store, pack.name)
        names.add(pack.name)
        store.settings.put(INSTALLED, " ".join(sorted(names)))
        store.settings.put(version_key(pack.name), pack.version)


def _let_go(store: Store, pack: Pack, number: int, dropped: set[str]) -> None:
    """Put into the trash what this version no longer has, once: what a person brought back from there stays."""
    paths = {f"pack:{pack.name}/{article.file}" for article in pack.articles}
    left = [one for one in store.articles.summaries("a.pack = ?", pack.name) if one.path not in paths]
    gone = [one.id for one in left if not one.trashed and one.id not in dropped]
    store.articles.set_field("trashed", now(), gone)
    store.article_changes.touch(gone, number)
    kept = {one.id for one in left} & (dropped | set(gone))
    store.settings.put(_dropped_key(pack.name), " ".join(sorted(kept)))


def _tell(store: Store, name: str) -> None:
    """Name the articles of a pack among those that changed."""
    ids = frozenset(one.id for one in store.articles.summaries("a.pack = ?", name))
    store.also(Changes(articles=ids, facts=ids))


def _dropped_key(name: str) -> str:
    """Return the setting that lists the articles a newer version of a pack put into the trash."""
    return f"pack-dropped:{name}"


def remove(store: Store, name: str) -> None:
    """Put a pack's articles into the trash and forget that it is installed."""
    with store.transaction(Changes(everything=True)) as number:
        ids = [one.id for one in store.articles.summaries("a.pack = ?", name)]
        store.articles.set_field("trashed", now(), ids)
        store.article_changes.touch(ids, number)
        _tell(store, name)
        names = set(store.settings.get(INSTALLED).split()) - {name}
        store.settings.put(INSTALLED, " ".join(sorted(names)))
        store.settings.put(version_key(name), "")


def _install_article(store: Store, pack: Pack, article: PackArticle, number: int) -> None:
    sha256 = hashlib.sha256(article.data).hexdigest()
    path = f"pack:{pack.name}/{article.file}"
    document = read_text(article.data) if article.file.endswith(".txt") else read_markdown(article.data)
    metadata = Metadata(article.title, pack.author, pack.publisher, article.date, pack.language)
    if article.record:
        metadata = replace(metadata_of(article.record), title=article.title)
    around = Surroundings(
        source_id=source_id(sha256), path=path, batch="", added=now(), knowledge=builtin_knowledge(),
        pack=pack.name, kind=article.kind, as_of=article.as_of,
    )  # fmt: skip
    document = replace(document, metadata=metadata)
    parts, built = build(document, around)
    if len(built) != 1:
        raise LibraryError("library_damaged", path=path)
    one = _reviewed(built[0], pack, article.file)
    previous = store.sources.by_path(path)
    store.sources.add(
        Source(
            id=around.source_id, sha256=sha256, path=path, paths=(path,), format=document.format, encoding="utf-8",
            size=len(article.data), imported=around.added, text=document.text, pieces=parts.pieces,
        ),
        pack=pack.name,
    )  # fmt: skip
    if previous is not None:
        (one,) = carry_over(store, previous, (one,), number, around.knowledge)
    store.articles.put(replace(one.article, change=number), position=0, shingles=one.shingles)
    if article.record:
        store.records.put(one.article.id, dict(article.record), dict.fromkeys(article.record, Origin("file")))
    store.facts.replace(one.article.id, one.facts)


def _reviewed(built: BuiltArticle, pack: Pack, file: str) -> BuiltArticle:
    """Return the article with the pack's own facts in place of extracted ones."""
    original, identity = built.article.original, built.article.id
    proofs = tuple(
        TrendPassage(one["trend"], _span(original, one["quote"]), 1.0, "pack", identity)
        for one in pack.evidence
        if one["article"] == file
    )
    proven = {(one.trend, one.span) for one in proofs}
    others = tuple(one for one in built.facts.passages if (one.trend, one.span) not in proven)
    facts = replace(
        built.facts,
        statistics=tuple(
            _statistic(one, original, identity) for one in pack.statistics if one["article"] == file
        ),
        facts=facts_of(pack, file, original, identity),
        passages=(*proofs, *others),
        reviewed=frozenset(range(len(proofs))),
    )
    return BuiltArticle(replace(built.article, edits=()), facts, built.shingles)


def facts_of(pack: Pack, file: str, original: str, identity: str) -> tuple[PlatformFact, ...]:
    """Return the facts a pack states of platforms in one of its articles, under the names the pack gives them."""
    return tuple(
        _fact(one, original, identity, number)
        for number, one in enumerate(pack.facts)
        if one["article"] == file
    )


def _span(original: str, quote: str) -> Span:
    start = original.find(quote)
    if start < 0:
        raise LibraryError("library_damaged", path=quote)
    return Span(start, start + len(quote))


def _decimal(record: Mapping[str, Any], key: str) -> Decimal | None:
    return Decimal(record[key]) if record.get(key) else None


def _statistic(record: Mapping[str, Any], original: str, identity: str) -> Statistic:
    evidence = _span(original, record["quote"])
    offset = record.get("at", record["quote"].find(record["figure"]))
    figure = Span(evidence.start + offset, evidence.start + offset + len(record["figure"]))
    period = record.get("period", {})
    moved = _change(record["change"]) if record.get("change") else None
    rate = moved if record.get("kind") == StatisticKind.GROWTH and record.get("value") else None
    return Statistic(
        id=part_id(
            "f",
            identity,
            f"{record['metric']}:{record.get('subject', '')}:{figure.start}:{record.get('ref')}",
        ),
        metric=record["metric"],
        value=_decimal(record, "value"),
        unit=record.get("unit", ""),
        evidence=evidence,
        figure=figure,
        subject=record.get("subject", ""),
        region=record.get("region", ""),
        period=Period(period.get("text", ""), period.get("from", ""), period.get("to", "")),
        low=_decimal(record, "low"),
        high=_decimal(record, "high"),
        base_value=_decimal(record, "base_value"),
        base_unit=record.get("base_unit", ""),
        qualifier=record.get("qualifier", ""),
        kind=StatisticKind(record.get("kind", "actual")),
        direction=rate.direction
        if rate
        else Direction(record["direction"])
        if record.get("direction")
        else None,
        basis=rate.basis if rate else record.get("basis", ""),
        change=None if rate else moved,
        source=record.get("source", ""),
        confidence=1.0,
        status=FactStatus(record.get("status", FactStatus.CONFIRMED)),
        inferred=record.get("inferred", False),
        reviewed=True,
    )


def _change(record: Mapping[str, Any]) -> Change:
    return Change(
        Direction(record["direction"]),
        _decimal(record, "value"),
        record.get("unit", ""),
        record.get("basis", ""),
    )


def _fact(record: Mapping[str, Any], original: str, identity: str, number: int) -> PlatformFact:
    return PlatformFact(
        id=part_id("p", identity, f"{record['platform']}:{record['predicate']}:{number}"),
        platform=record["platform"],
        predicate=record["predicate"],
        label=record.get("label", ""),
        value={key: str(value) for key, value in record.get("value", {}).items()},
        evidence=_span(original, record["quote"]),
        article=identity,
        date=record.get("date", ""),
        inferred=record.get("inferred", False),
        status=FactStatus.CONFIRMED,
    )
