"""What a person does to drafts: begun, written, filled and deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.notes.drafts import add_to_draft, delete_draft, drafts, get_draft, new_draft, save_draft
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.model.draft import Draft, DraftItem, DraftSettings


def begin(
    title: str, template: str, items: tuple[DraftItem, ...], settings: DraftSettings | None = None
) -> Operation[Draft]:
    """Begin a draft with its first blocks."""

    def write(library: Library) -> Done[Draft]:
        made = new_draft(library, title, template, items, settings)
        return Done(made, partial(delete_draft, draft_id=made.id), partial(save_draft, draft=made))

    return Operation(_("新建文稿"), write)


def keep(changed: Draft, typed_into: str = "") -> Operation[Draft]:
    """Keep a draft as it is now; what is typed into one place of it, without a rest, is one step."""

    def write(library: Library) -> Done[Draft]:
        before = get_draft(library, changed.id)
        kept = save_draft(library, changed)
        return Done(kept, partial(save_draft, draft=before), partial(save_draft, draft=changed))

    return Operation(_("修改文稿"), write, merge=f"draft:{changed.id}:{typed_into}" if typed_into else "")


def delete(draft_id: str) -> Operation[Draft]:
    """Delete a draft, and offer to bring it back."""

    def write(library: Library) -> Done[Draft]:
        gone = delete_draft(library, draft_id)
        told = _("已删除文稿《{title}》", title=gone.title)
        return Done(gone, partial(save_draft, draft=gone), partial(delete_draft, draft_id=draft_id), told)

    return Operation(_("删除文稿"), write)


def put_into_latest(items: tuple[DraftItem, ...]) -> Operation[Draft]:
    """Put items at the end of the draft worked on last; a first draft is begun when there is none."""

    def write(library: Library) -> Done[Draft]:
        known = drafts(library)
        draft = known[0] if known else new_draft(library, _("我的文稿"), "digest")
        kept = add_to_draft(library, draft.id, items)
        back = partial(save_draft, draft=draft) if known else partial(delete_draft, draft_id=draft.id)
        told = _("已加入文稿《{title}》", title=kept.title)
        return Done(kept, back, partial(save_draft, draft=kept), told)

    return Operation(_("加入文稿"), write)
