"""``record ARTICLE [--set KEY=VALUE]…``: what an article is as a publication, and what stands around its sentences."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.fields import field_key, field_name, kind_name, place_name
from corpus.language.phrases import labelled, listed, with_aside
from corpus.library import shapes
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.records.recording import (
    RecordView,
    accept_proposals,
    record_view,
    set_context,
    set_record,
)
from corpus.model.errors import UsageError
from corpus.model.record import text_of

_CONTEXT = "context."


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the article and what is set."""
    parser.add_argument("article", metavar="ARTICLE")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="fields")
    parser.add_argument("--accept", action="store_true")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Set what is to be set, and show the record after it."""
    fields = _fields(arguments.fields)
    around = {key.removeprefix(_CONTEXT): value for key, value in fields.items() if key.startswith(_CONTEXT)}
    plain = {key: value for key, value in fields.items() if not key.startswith(_CONTEXT)}
    with context.library(write=bool(fields) or arguments.accept) as library:
        record_view(library, arguments.article)
        if plain:
            set_record(library, [arguments.article], plain)
        if around:
            set_context(library, [arguments.article], around)
        if arguments.accept:
            accept_proposals(library, [arguments.article])
        if fields:
            catch_up(library, progress=context.progress)
        view = record_view(library, arguments.article)
    return Outcome(shapes.record(view), "\n".join(_told(view)))


def _fields(given: Sequence[str]) -> dict[str, str]:
    """Return ``KEY=VALUE`` by key; keys may be the names people read."""
    fields: dict[str, str] = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals or not key.strip():
            raise UsageError("bad_value", name="--set", value=one)
        fields[field_key(key.strip())] = value
    return fields


def _told(view: RecordView) -> list[str]:
    lines = []
    for name, value in view.item.items():
        if name == "id":
            continue
        shown = kind_name(str(value)) if name == "type" else text_of(name, value)
        origin = view.origins.get(name)
        said = labelled(field_name(name), shown)
        lines.append(with_aside(said, place_name(origin.where)) if origin else said)
    around = (view.context.speaker, view.context.place, str(view.context.year or ""))
    known = listed(part for part in around if part)
    if known:
        lines.append(labelled(_("语境"), known))
    if view.missing:
        lines.append(
            _("缺 {n} 项：{fields}", n=len(view.missing), fields=listed(map(field_name, view.missing)))
        )
    else:
        lines.append(_("著录完整"))
    return lines


COMMAND = Command(configure, run)
