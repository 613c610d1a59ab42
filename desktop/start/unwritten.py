"""Notes and drafts that could not be written into the library before its window closed: put into a file instead."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

from corpus.language import translate as _
from corpus.library.core.clock import now
from corpus.model.annotation import Annotation
from corpus.model.draft import Draft
from corpus.model.errors import YindeError
from corpus.store.folder.files import write_text
from desktop.services.settings import Settings


def put_aside(root: Path, held: Sequence[Annotation | Draft], settings: Settings) -> None:
    """Write what the library at ``root`` does not hold into a file, of which the next start tells.

    Where no place takes it a person says what becomes of it: the disk full of which it is kept out may be the only.
    """
    if not held:
        return
    text = "\n\n".join(_told(one) for one in held) + "\n"
    place = _put_beside(root, text)
    if place is None:
        from desktop.dialogs.unwritten import UnwrittenDialog

        asked = UnwrittenDialog(text, partial(_put_beside, root, text), settings)
        asked.exec()
        place = asked.place
    if place is not None:
        settings.put("library/unwritten", str(place))


def _put_beside(root: Path, text: str) -> Path | None:
    """Write into a new file beside the library, else in it, at home, among temporary files; ``None`` if none can be."""
    stamp = now()[:19].replace(":", "").replace("T", "-")
    for folder in _folders(root):
        place = _free(folder, _("{name} 未写入的文字 {stamp}", name=root.name, stamp=stamp))
        try:
            write_text(place, text)
        except YindeError:
            continue
        return place
    return None


def _folders(root: Path) -> Iterator[Path]:
    """Yield where it may lie; where there is no home, or no room for temporary files, nothing is raised."""
    yield from (root.parent, root, Path(os.path.expanduser("~")))  # noqa: PTH111 - `Path.home` raises
    with suppress(OSError):
        yield Path(tempfile.gettempdir())


def _free(folder: Path, name: str) -> Path:
    """Return a path where nothing stands, as far as can be seen: a folder may be unreadable, too."""
    names = (f"{name}{f' {number}' if number > 1 else ''}.txt" for number in count(1))
    return next(folder / one for one in names if not os.path.exists(folder / one))  # noqa: PTH110 - `Path.exists` raises


def _told(one: Annotation | Draft) -> str:
    return "\n".join(_lines_of_note(one) if isinstance(one, Annotation) else _lines_of_draft(one))


def _lines_of_note(note: Annotation) -> Iterator[str]:
    yield _("批注 {id}", id=note.id).rstrip()
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
