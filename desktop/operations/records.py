"""What a person says of articles as publications: fields of their records, what stands around them, references."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from corpus.language import translate as _
from corpus.library.intake import referencing
from corpus.library.intake.records import recording, records_anew
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.library.core.library import Library


def set_record(ids: Sequence[str], fields: Mapping[str, str]) -> Operation[None]:
    """Set fields of the records of articles, of one or of many; what is typed into a field is one step."""
    step = f"record:{','.join(ids)}:{','.join(fields)}"
    return _recorded(_("著录"), partial(recording.set_record, ids=ids, fields=fields), step)


def set_context(ids: Sequence[str], fields: Mapping[str, str]) -> Operation[None]:
    """Set what holds around the sentences of articles; their figures are found anew."""
    return _recorded(_("语境"), partial(recording.set_context, ids=ids, fields=fields))


def accept(ids: Sequence[str], names: Sequence[str]) -> Operation[None]:
    """Nod to what was found of articles: of the fields named, or of all."""
    wanted = tuple(names) or None
    return _recorded(_("认可著录"), partial(recording.accept_proposals, ids=ids, names=wanted))


def take_anew(found: Mapping[str, Mapping[str, Any]]) -> Operation[None]:
    """Take what was read anew of records, by article in its plain form; what people typed stays."""
    now = {article: records_anew.derived_from(one) for article, one in found.items()}

    def write(library: Library) -> Done[None]:
        before = records_anew.take_records(library, now)
        told = _("{n} 篇文章的著录已改为现在读到的。", n=len(now))
        back = partial(records_anew.take_records, found=before)
        return Done(None, back, partial(records_anew.take_records, found=now), told)

    return Operation(_("重新读取著录"), write)


def take_lines(text: str) -> Operation[referencing.ReferencesReport]:
    """Take in pasted references; YindeError where there is none."""

    def write(library: Library) -> Done[referencing.ReferencesReport]:
        report = referencing.take_lines(library, text)
        back = partial(referencing.undo_references, report=report)
        return Done(report, back, partial(referencing.take_again, report=report), told_of(report))

    return Operation(_("粘贴题录"), write, reindex=True)


def told_of(report: referencing.ReferencesReport) -> str:
    """Return the sentence that tells what came of an import of references."""
    filled = sum(one.status == "filled" for one in report.taken)
    return _("题录 {n} 条：填入已有文章 {filled} 条，新建 {added} 条", n=len(report.taken), filled=filled,
             added=len(report.added))  # fmt: skip


def _recorded(name: str, change: Callable[[Library], recording.Before], merge: str = "") -> Operation[None]:
    """Return an operation on records that is taken back by what stood there before."""

    def write(library: Library) -> Done[None]:
        before = change(library)
        return Done(None, partial(recording.restore_records, before=before), change)

    return Operation(name, write, merge=merge)
