"""Installing a knowledge pack: its articles are taken in like any other, its facts are already reviewed."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from corpus.importing.text_files.markdown import read_markdown
from corpus.importing.text_files.plain_text import read_text
from corpus.library.core.clock import now
from corpus.library.core.knowledge import builtin_knowledge
from corpus.library.core.pack_versions import INSTALLED, version_key
from corpus.library.intake.building.build import BuiltArticle, Surroundings, build, source_id
from corpus.library.intake.building.pack_facts import stated_facts
from corpus.library.intake.building.unread_told import tell_unread
from corpus.library.intake.files.updating import carry_over
from corpus.model.errors import LibraryError
from corpus.model.record import Origin, metadata_of
from corpus.model.source import Metadata, Source
from corpus.packs.pack import Pack, PackArticle
from corpus.store.database.changes import Changes
from corpus.store.store import Store


def install(store: Store, pack: Pack) -> None:
    """Write a pack's articles and reviewed facts into a library, in one transaction.

    A newer version leaves in the trash what a person put there, and puts there what it no longer has; a pack
    installed again comes back whole.
    """
    with store.transaction(Changes(everything=True)) as number:
        names = set(store.settings.get(INSTALLED).split())
        put_away = store.articles.summaries(pack=pack.name, trashed=True)
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
    left = [one for one in store.articles.summaries(pack=pack.name) if one.path not in paths]
    gone = [one.id for one in left if not one.trashed and one.id not in dropped]
    store.articles.set_field("trashed", now(), gone)
    store.article_changes.touch(gone, number)
    kept = {one.id for one in left} & (dropped | set(gone))
    store.settings.put(_dropped_key(pack.name), " ".join(sorted(kept)))


def _tell(store: Store, name: str) -> None:
    """Name the articles of a pack among those that changed."""
    ids = frozenset(one.id for one in store.articles.summaries(pack=name))
    store.also(Changes(articles=ids, facts=ids))


def _dropped_key(name: str) -> str:
    """Return the setting that lists the articles a newer version of a pack put into the trash."""
    return f"pack-dropped:{name}"


def remove(store: Store, name: str) -> None:
    """Put a pack's articles into the trash and forget that it is installed."""
    with store.transaction(Changes(everything=True)) as number:
        ids = [one.id for one in store.articles.summaries(pack=name)]
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
    tell_unread(built.article.summary, built.unread)
    return BuiltArticle(replace(built.article, edits=()), stated_facts(built, pack, file), built.shingles)
