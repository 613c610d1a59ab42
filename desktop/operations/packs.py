"""What a person does with packs: installed from a file, installed again, removed, made of a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.intake.packs import pack_files
from corpus.library.reports.pack_making import PackRequest, make_pack
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.library.core.library import Library
    from corpus.library.intake.packs.pack_files import PackChange
    from corpus.packs.label import PackLabel


def install_pack(path: Path) -> Operation[PackChange]:
    """Install the pack in a file, or bring it to the file's version."""

    def write(library: Library) -> Done[PackChange]:
        change = pack_files.install_file(library, path)
        told = _("资料包“{title}”已装好", title=change.label.title)
        return Done(change, told=told)

    return Operation("", write, reindex=True)


def install_shipped(name: str) -> Operation[None]:
    """Install a pack of the program again."""

    def write(library: Library) -> Done[None]:
        pack_files.install_shipped(library, name)
        return Done(None, told=_("内置资料包已装回"))

    return Operation("", write, reindex=True)


def remove_pack(label: PackLabel) -> Operation[None]:
    """Put a pack's articles into the trash; installed again it comes back with its notes."""

    def write(library: Library) -> Done[None]:
        pack_files.remove_pack(library, label.name)
        return Done(None, told=_("资料包“{title}”已移除，文章在回收站里", title=label.title))

    return Operation("", write, reindex=True)


def save_as_pack(request: PackRequest, out: Path) -> Operation[PackLabel]:
    """Write a collection as a pack."""

    def write(library: Library) -> Done[PackLabel]:
        label = make_pack(library, request, out)
        return Done(label, told=_("资料包已存到 {path}", path=out))

    return Operation("", write)
