"""Order and words of the other library: tags, stars, collections, words, corrections, searches, pictures."""

from __future__ import annotations

from dataclasses import replace

from corpus.knowledge.names.known.owned import forms_of
from corpus.library.intake.building.found_by import FOUND_BY, mark_outdated
from corpus.library.upkeep.merging.state import Merging
from corpus.model.collection import Collection
from corpus.model.trend import Trend
from corpus.store.database.changes import Changes
from corpus.store.database.lineage import COLLECTION


def merge_shelves(merging: Merging) -> None:
    """Bring tags, stars and collections of the articles both libraries have, then words, searches and pictures."""
    with merging.store.transaction(Changes()):
        _merge_tags(merging)
        _merge_collections(merging)
    with merging.store.transaction(Changes()):
        new = (_merge_companies(merging), _merge_trends(merging))
        read_otherwise = merging.other.settings.get(FOUND_BY) != merging.store.settings.get(FOUND_BY)
        if any(new) or (merging.parts["articles"].added and read_otherwise):
            mark_outdated(merging.store)
        _merge_words(merging)
        _merge_searches(merging)
        for picture in merging.other.pictures.ids():
            if merging.store.pictures.get(picture) is None:
                found = merging.other.pictures.get(picture)
                if found is not None:
                    merging.store.pictures.keep(found)
                    merging.parts["pictures"].added += 1


def _merge_tags(merging: Merging) -> None:
    theirs = {one.id: one for one in merging.other.articles.of(tuple(merging.places))}
    ours = {one.id: one for one in merging.store.articles.of(tuple(merging.places.values()))}
    touched = []
    for there, here in merging.places.items():
        if there not in theirs or here not in ours:
            continue
        new = [tag for tag in theirs[there].tags if tag not in ours[here].tags]
        if new:
            merging.store.collections.set_tags(here, (*ours[here].tags, *new))
            merging.parts["tags"].added += len(new)
            touched.append(here)
        if theirs[there].star and not ours[here].star:
            merging.store.articles.set_field("star", 1, [here])
            merging.parts["tags"].changed += 1
            touched.append(here)
    if touched:
        merging.store.also(Changes(fields=frozenset(touched)))


def _merge_collections(merging: Merging) -> None:
    """Bring collections, each under the one it stands under there; one of the same name and parent is the same."""
    theirs = {one.id: one for one in merging.other.collections.all()}
    here = {one.id: one for one in merging.store.collections.all()}
    gone = merging.store.lineage.gone(COLLECTION)
    led: dict[str, str] = {}
    for one in _parents_first(theirs):
        parent = led.get(one.parent, "")
        same = next((o.id for o in here.values() if o.name == one.name and o.parent == parent), "")
        led[one.id] = one.id if one.id in here else same
        if not led[one.id] and one.id not in gone:
            here[one.id] = replace(one, parent=parent)
            merging.store.collections.put(here[one.id])
            led[one.id] = one.id
            merging.parts["collections"].added += 1
            merging.store.also(Changes(collections=True))
        if led[one.id]:
            _fill(merging, one.id, led[one.id])


def _fill(merging: Merging, there: str, here: str) -> None:
    wanted = {
        merging.places[one] for one in merging.other.collections.articles(there) if one in merging.places
    }
    new = wanted - merging.store.collections.articles(here)
    if new:
        merging.store.collections.add(here, sorted(new))
        merging.parts["collections"].changed += len(new)
        merging.store.also(Changes(fields=frozenset(new)))


def _parents_first(found: dict[str, Collection]) -> list[Collection]:
    def depth(one: Collection) -> int:
        steps, parent = 0, one.parent
        while parent in found and steps < len(found):
            steps, parent = steps + 1, found[parent].parent
        return steps

    return sorted(found.values(), key=depth)


def _merge_words(merging: Merging) -> None:
    words, theirs = merging.store.words, merging.other.words
    known = {one.word for one in words.all()}
    for entry in theirs.all():
        if entry.word not in known:
            words.put(entry)
            merging.parts["words"].added += 1
    mine = {one.wrong: one for one in words.corrections()}
    for correction in theirs.corrections():
        ours = mine.get(correction.wrong)
        if ours is None:
            words.put_correction(correction)
            merging.parts["words"].added += 1
        elif ours.right != correction.right:
            merging.differ("correction", ours.wrong, ours.wrong, ours.right, correction.right)
    if merging.parts["words"].added:
        merging.store.also(Changes(settings=True))


def _merge_trends(merging: Merging) -> int:
    """Bring the person's own categories of trends; one of the same name is the same. Return how many came."""
    ours, theirs = merging.store.own_trends.all(), merging.other.own_trends.all()
    here = {one.key for one in ours}
    names = {one.name for one in ours}
    new = tuple(one for one in theirs if one.key not in here and one.name not in names)
    for one in theirs:
        mine = next((our for our in ours if our.name == one.name or our.key == one.key), None)
        if mine is not None and replace(mine, key=one.key) != one:
            merging.differ("trend", one.key, mine.name, _told_trend(mine), _told_trend(one))
    if new:
        merging.store.own_trends.put_all((*ours, *new))
        merging.parts["words"].added += len(new)
    return len(new)


def _told_trend(one: Trend) -> str:
    return "；".join((one.name, *(cue.word for cue in one.cues)))


def _merge_companies(merging: Merging) -> int:
    """Bring the companies a person named, and their other names; return how many are other than they were.

    A name that is another company's here stays so.
    """
    before = merging.parts["words"].added
    ours = {one.name: one for one in merging.store.companies.all()}
    owners = {form: one.name for one in ours.values() for form in forms_of(one)}
    for one in merging.other.companies.all():
        mine = ours.get(owners.get(one.name, one.name))
        kept = mine or replace(one, aliases=())
        taken = [form for form in forms_of(one) if owners.get(form, kept.name) != kept.name]
        new = [form for form in forms_of(one) if form not in {*forms_of(kept), *taken}]
        if taken:
            merging.differ(
                "company", one.name, kept.name, "、".join(forms_of(kept)), "、".join(forms_of(one))
            )
        if mine is None or new:
            merged = replace(kept, aliases=(*kept.aliases, *new))
            merging.store.companies.put(merged)
            owners.update(dict.fromkeys(forms_of(merged), merged.name))
            merging.parts["words"].added += 1
    return merging.parts["words"].added - before


def _merge_searches(merging: Merging) -> None:
    mine = dict(merging.store.searches.saved())
    for name, request in merging.other.searches.saved():
        if name not in mine:
            merging.store.searches.save(name, request, "")
            merging.parts["searches"].added += 1
        elif mine[name] != request:
            beside = merging.words.title.format(title=name)
            if beside not in mine:
                merging.store.searches.save(beside, request, "")
                merging.parts["searches"].added += 1
    if merging.parts["searches"].added:
        merging.store.also(Changes(settings=True))
