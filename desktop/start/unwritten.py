"""Notes and drafts that could not be written into the library before its window closed: put into a file beside it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from corpus.language import translate as _
from corpus.library.core.clock import now
from corpus.model.annotation import Annotation
from corpus.model.draft import Draft
from corpus.model.errors import YindeError
from corpus.store.folder.files import write_text


def put_beside(root: Path, held: Sequence[Annotation | Draft]) -> Path | None:
    """Write what the library at ``root`` does not hold into a new file; return it, ``None`` where nothing could be.

    It lies beside the library, else in it, else at home, else among temporary files.
    """
    if not held:
        return None
    text = "\n\n".join(_told(one) for one in held) + "\n"
    stamp = now()[:19].replace(":", "").replace("T", "-")
    for folder in (root.parent, root, Path.home(), Path(tempfile.gettempdir())):
        place = _free(folder, _("{name} 未写入的文字 {stamp}", name=root.name, stamp=stamp))
        try:
            write_text(place, text)
        except YindeError:
            continue
        return place
    return None


def _free(folder: Path, name: str) -> Path:
    names = (f"{name}{f' {number}' if number > 1 else ''}.txt" for number in count(1))
    return next(place for one in names if not (place := folder / one).exists())


def _told(one: Annotation | Draft) -> str:
    return "\n".join(_lines_of_note(one) if isinstance(one, Annotation) else _lines_of_draft(one))


def _lines_of_note(note: Annotation) -> Iterator[str]:
    yield _("批注 {id}", id=note.id)
    if note.selector.exact:
        yield _("原文：{words}", words=note.selector.exact)
    if note.tags:
        yield _("标签：{tags}", tags=" ".join(note.tags))
    yield note.note


def _lines_of_draft(draft: Draft) -> Iterator[str]:
    yield _("文稿 {title}", title=draft.title)
    for item in draft.items:
        if item.kind == "heading":
            yield f"{'#' * item.level} {item.text}"
        else:
            yield from (words for words in (item.quote and f"> {item.quote}", item.text) if words)
            if item.ref and not item.text and not item.quote:
                yield f"[{item.kind} {item.ref}]"
