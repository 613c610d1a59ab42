"""Records read anew from texts that are in the library already, by the readers there are now.

Nothing changes until somebody nods: what is read otherwise is listed, and what people typed or nodded to stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from corpus.library.core.library import Library
from corpus.library.intake.records.recording import writing_records
from corpus.model.article import Article
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.record import NAMES, Item, Origin, text_of
from corpus.model.source import Stated
from corpus.records.file_names import record_of_path
from corpus.records.head import record_of_text
from corpus.records.merging import FROM_PAGES, merge
from corpus.records.workbooks import titled_as_workbook
from corpus.text.front_lines import front_lines
from corpus.text.naming import name_of
from corpus.text.offsets import apply_edits
from corpus.text.repairs.kinds import RepairKind

OF_THE_TEXT: Final = frozenset(["byline", "head", "cover", "first_page", "imprint", "text"])
"""Where a field was read that lines of the text itself told."""
_OF_THE_PATH: Final = frozenset(["name", "folder"])
_PERSON: Final = "person"
_A_PAGE: Final = "html_title"


@dataclass(frozen=True, slots=True)
class Derived:
    """What is found of an article as a publication, and where; ``called`` names it in lists, empty as it is named."""

    item: Item
    origins: Mapping[str, Origin]
    called: str = ""


@dataclass(frozen=True, slots=True)
class ReadOtherwise:
    """A record that is read otherwise today: by field what it says and what it would say, as people type them.

    Of the title it tells the one the article stands under in lists, where that would be another.
    """

    article: str
    title: str
    fields: Mapping[str, tuple[str, str]]
    now: Derived


def records_read_otherwise(
    library: Library, ids: Iterable[str] = (), *, progress: ProgressCallback = unobserved
) -> tuple[ReadOtherwise, ...]:
    """Return the records, of all articles or of those named, that today's readers read otherwise.

    What the file states of itself is kept as it was read; articles of packs state their own records.
    """
    store = library.store
    summaries = store.articles.summaries()
    sharing = Counter(one.source for one in summaries)
    wanted = frozenset(ids)
    chosen = [one for one in summaries if not one.pack and (not wanted or one.id in wanted)]
    found = []
    for number, one in enumerate(chosen):
        progress(Progress("records", number, len(chosen), one.title))
        article = store.articles.get(one.id)
        if article is not None:
            other = _otherwise(library, article, alone=sharing[one.source] == 1)
            found += [other] if other is not None else []
    progress(Progress("records", len(chosen), len(chosen)))
    return tuple(found)


def take_records(library: Library, found: Mapping[str, Derived]) -> dict[str, Derived]:
    """Write what was found of articles; return what was found of them before. A person's own fields stay."""
    store = library.store
    called = {one.id: one.title for one in store.articles.of(list(found))}
    before = {one: Derived(*store.records.derived(one), called.get(one, "")) for one in found}
    renamed = [one for one, now in found.items() if now.called and now.called != called.get(one)]

    def write(one: str) -> None:
        store.records.put(one, found[one].item, found[one].origins)
        if one in renamed:
            store.articles.set_field("title", found[one].called, [one])

    writing_records(library, list(found), write, renamed=renamed)
    return before


def derived_from(told: Mapping[str, Any]) -> Derived:
    """Return what was found of an article from its plain JSON form."""
    origins = {name: Origin(**one) for name, one in told["origins"].items()}
    return Derived(told["item"], origins, told.get("called", ""))


def _otherwise(library: Library, article: Article, *, alone: bool) -> ReadOtherwise | None:
    store, about = library.store, article.summary
    item, origins = store.records.derived(about.id)
    if not item:
        return None
    whole = alone and _is_whole(library, article)
    now = _read_now(article, item, origins, whole=whole)
    own = store.records.correction(about.id).fields
    retitled = any(one.applied and one.kind == RepairKind.OWN_TITLE for one in article.edits)
    if retitled and "title" in item:
        now = replace(now, item={**now.item, "title": item["title"]})
    names = [name for name in (*item, *(one for one in now.item if one not in item)) if name not in own]
    fields = {
        name: (text_of(name, item.get(name)), text_of(name, now.item.get(name)))
        for name in names
        if item.get(name) != now.item.get(name)
    }
    told = {name: pair for name, pair in fields.items() if pair[0] != pair[1]}
    by_person = "title" in own or ("title" in origins and origins["title"].where == _PERSON)
    called = "" if by_person or retitled else _called_now(article, now)
    if called:
        told = {"title": (about.title, called), **{name: told[name] for name in told if name != "title"}}
        now = replace(now, called=called)
    return ReadOtherwise(about.id, about.title, told, now) if told else None


def _called_now(article: Article, now: Derived) -> str:
    """Return what an article would be called today, empty where it is called so."""
    about = article.summary
    clean = apply_edits(article.original, article.edits)
    called = name_of(clean, about.path, text_of("title", now.item.get("title")))
    return called if called != about.title else ""


def _is_whole(library: Library, article: Article) -> bool:
    source = library.store.sources.by_id(article.summary.source)
    return source is not None and article.end - article.start == len(source.text)


def _read_now(article: Article, item: Item, origins: Mapping[str, Origin], *, whole: bool) -> Derived:
    """Return what would be found today: what the file stated, and what the text and the path say."""
    clean = apply_edits(article.original, article.edits)
    kept = {
        name: value
        for name, value in item.items()
        if name in origins and origins[name].where not in OF_THE_TEXT | _OF_THE_PATH
    }
    title = front_lines(clean).get("title")
    stated = [*_as_stated(kept, origins)]
    stated += [Stated("title", title, "front_matter")] if title else []
    told = [*titled_as_workbook((*stated, *record_of_text(clean)), clean, article.summary.path)]
    name = next((one.value for one in told if one.field == "title"), "")
    told += record_of_path(article.summary.path, name) if whole else ()
    if item.get("type") == "webpage":  # all the page said may have been told better by the text
        told.append(Stated("type", "document", _A_PAGE))
    made = merge(told)
    same = {
        field: value
        for field, value in kept.items()
        if field in made.item and made.origins[field].where == origins[field].where
    }
    places = {field: one for field, one in made.origins.items() if (field, one.where) != ("type", _A_PAGE)}
    return Derived({**made.item, **same}, places)


def _as_stated(kept: Item, origins: Mapping[str, Origin]) -> Iterator[Stated]:
    """Yield fields a file stated; a web page's publisher stands as its container."""
    for name, value in kept.items():
        where = origins[name].where
        field = name
        if name == "container-title" and where in FROM_PAGES and "publisher" not in kept:
            field = "publisher"
        values = [text_of(name, [one]) for one in value] if name in NAMES and isinstance(value, list) else []
        for told in values or [text_of(name, value)]:
            yield Stated(field, told, where)
