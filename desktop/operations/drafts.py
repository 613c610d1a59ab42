"""What a person does to drafts: begun, written, filled and deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.notes.drafts import (
    add_to_draft,
    bring_back_draft,
    delete_draft,
    drafts,
    get_draft,
    new_draft,
    save_draft,
    take_back_beginning,
    take_back_draft,
    take_from_draft,
)
from corpus.library.notes.passages import passage, sentence_passage
from corpus.library.notes.picturing import picture_of_file
from corpus.library.notes.rebasing import rebased_draft
from corpus.library.reports.beginning import drop_template, keep_template, own_templates, restore_template
from corpus.library.reports.found_places import kept_places
from corpus.library.reports.own_words import citation_words
from corpus.model.draft import DraftItem
from desktop.services.operation import Done, Operation, WayBack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpus.library.core.library import Library
    from corpus.library.finding.search import SearchHit
    from corpus.library.reports.beginning import OwnTemplate
    from corpus.model.draft import Draft, DraftSettings
    from corpus.model.place import Place
    from corpus.model.span import Span


def begin(
    title: str, template: str, items: tuple[DraftItem, ...], settings: DraftSettings | None = None
) -> Operation[Draft]:
    """Begin a draft with its first blocks."""

    def write(library: Library) -> Done[Draft]:
        made = new_draft(library, title, template, items, settings)
        return Done(made, partial(take_back_beginning, made=made), partial(bring_back_draft, gone=made))

    return Operation(_("新建文稿"), write)


def keep(
    changed: Draft, typed_into: str = "", known: Callable[[Draft], Draft] | None = None
) -> Operation[Draft]:
    """Keep a draft as it is now; what is typed into one place of it, without a rest, is one step.

    ``known`` tells, when it is written, from what it was changed: what something else put into it since stays.
    """

    def write(library: Library) -> Done[Draft]:
        before = get_draft(library, changed.id)
        told = changed if known is None else rebased_draft(changed, known(changed), before)
        kept = save_draft(library, told)
        back = WayBack(take_back_draft, before, kept)
        return Done(kept, back, WayBack(take_back_draft, kept, before))

    merge = f"draft:{changed.id}:{typed_into}" if typed_into else ""
    return Operation(_("修改文稿"), write, merge, whole=bool(typed_into))


def delete(draft_id: str) -> Operation[Draft]:
    """Delete a draft, and offer to bring it back."""

    def write(library: Library) -> Done[Draft]:
        gone = delete_draft(library, draft_id)
        told = _("已删除文稿《{title}》", title=gone.title)
        return Done(gone, partial(bring_back_draft, gone=gone), partial(take_back_beginning, made=gone), told)

    return Operation(_("删除文稿"), write)


def take_picture(path: Path) -> Operation[DraftItem]:
    """Take a picture into the library, for a draft it is then put into."""

    def write(library: Library) -> Done[DraftItem]:
        return Done(picture_of_file(library, path))

    return Operation(_("加入图片"), write)


def keep_as_template(draft: Draft, name: str) -> Operation[OwnTemplate]:
    """Keep the headings of a draft as a template of one's own."""

    def write(library: Library) -> Done[OwnTemplate]:
        before = next((one for one in own_templates(library) if one.name == name), None)
        kept = keep_template(library, draft, name)
        back = (
            partial(drop_template, key=kept.key)
            if before is None
            else partial(restore_template, template=before)
        )
        redo = partial(restore_template, template=kept)
        return Done(kept, back, redo, _("已存为模板“{name}”", name=name))

    return Operation(_("存为模板"), write)


def drop_own_template(key: str) -> Operation[None]:
    """Let go of a template a person kept."""

    def write(library: Library) -> Done[None]:
        gone = next(one for one in own_templates(library) if one.key == key)
        drop_template(library, key)
        told = _("已删除模板“{name}”", name=gone.name)
        return Done(None, partial(restore_template, template=gone), partial(drop_template, key=key), told)

    return Operation(_("删除模板"), write)


def put_passages(places: Sequence[Place]) -> Operation[Draft]:
    """Put passages into the draft worked on last, without marking them in their articles."""
    return _into_latest(lambda library: [passage(library, one.article, one.span) for one in places])


def put_sentences(places: Sequence[tuple[str, Span]]) -> Operation[Draft]:
    """Put the sentences at spans of clean texts into the draft worked on last, unmarked as they are."""
    return _into_latest(lambda library: [sentence_passage(library, *one) for one in places])


def put_carried(
    items: Sequence[DraftItem], places: Sequence[tuple[str, Span]], *, exact: bool
) -> Operation[Draft]:
    """Put what a hand carried into the draft worked on last: blocks, then words or sentences at their places."""
    make = passage if exact else sentence_passage
    return _into_latest(lambda library: [*items, *(make(library, *one) for one in places)])


def take_places(places: Sequence[tuple[str, Span]], *, exact: bool) -> Operation[tuple[DraftItem, ...]]:
    """Make blocks of spans of clean texts, of their whole sentences unless ``exact``, for a draft at hand."""

    def write(library: Library) -> Done[tuple[DraftItem, ...]]:
        make = passage if exact else sentence_passage
        return Done(tuple(make(library, *one) for one in places))

    return Operation(_("加入文稿"), write)


def cite_articles(articles: Sequence[str]) -> Operation[Draft]:
    """Cite articles in the draft worked on last, in one paragraph to be written on."""

    def cited(library: Library) -> list[DraftItem]:
        return [DraftItem("text", text="".join(citation_words(library, one) for one in articles))]

    return _into_latest(cited)


def put_places_found(query: str, hits: Sequence[SearchHit]) -> Operation[Draft]:
    """Put what was found into the draft worked on last, as one table."""
    return _into_latest(lambda library: [kept_places(library, query, hits)])


def put_into_latest(items: tuple[DraftItem, ...]) -> Operation[Draft]:
    """Put items at the end of the draft worked on last; a first draft is begun when there is none."""
    return _into_latest(lambda _library: items)


def put_into_latest_those(make: Callable[[Library], Sequence[DraftItem]]) -> Operation[Draft]:
    """Put what the library says then at the end of the draft worked on last."""
    return _into_latest(make)


def _into_latest(make: Callable[[Library], Sequence[DraftItem]]) -> Operation[Draft]:
    def write(library: Library) -> Done[Draft]:
        items = make(library)
        known = drafts(library)
        draft = known[0] if known else new_draft(library, _("我的文稿"), "digest")
        kept = add_to_draft(library, draft.id, items)
        new = kept.items[len(draft.items) :]
        if not new:
            return Done(kept, told=_("文稿《{title}》里已经有了", title=kept.title))
        back = partial(_take_out, draft_id=draft.id, items=new, begun=not known)
        told = _("已加入文稿《{title}》", title=kept.title)
        return Done(kept, back, partial(_put_again, draft=kept, items=new), told)

    return Operation(_("加入文稿"), write)


def _take_out(library: Library, draft_id: str, items: Sequence[DraftItem], *, begun: bool) -> None:
    """Take what was put into a draft out of it, and the draft away where nothing else was written into it."""
    left = take_from_draft(library, draft_id, items)
    if begun and not left.items:
        delete_draft(library, draft_id)


def _put_again(library: Library, draft: Draft, items: Sequence[DraftItem]) -> None:
    """Put items into a draft again that they were taken out of, or the draft that went with them."""
    if any(one.id == draft.id for one in drafts(library)):
        add_to_draft(library, draft.id, items)
    else:
        save_draft(library, draft)
