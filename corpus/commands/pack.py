"""``pack``: the packs of a library listed, checked, installed from a file, made of a collection, and removed."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.intake.packs.pack_files import (
    PackChange,
    difference,
    install_file,
    install_shipped,
    labels,
    read_pack_file,
    remove_pack,
)
from corpus.library.reading.organising import collections
from corpus.library.reports.pack_making import PackRequest, Part, login_name, make_pack
from corpus.model.collection import Scope, ScopeKind
from corpus.model.errors import UnknownIdError, UsageError
from corpus.packs.checking import problems_of
from corpus.packs.label import PackLabel, label_of
from corpus.packs.pack import pack_names

_ACTIONS = ("list", "check", "install", "remove", "make")


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is done, to which pack, and what a new one is called."""
    parser.add_argument("action", choices=_ACTIONS)
    parser.add_argument("target", nargs="?", default="", metavar="FILE|NAME|COLLECTION")
    parser.add_argument("--dry-run", action="store_true", help=_("只说明会改动什么"))
    parser.add_argument("--out", metavar="FILE", default="")
    parser.add_argument("--name", default="")
    parser.add_argument("--title", default="")
    parser.add_argument("--licence", "--license", default="")
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--as-of", default="")
    parser.add_argument("--author", default="")
    parser.add_argument("--publisher", default="")
    parser.add_argument("--checked-by", default="")
    parser.add_argument("--part", choices=[one.value for one in Part], default=Part.TEXT.value)
    for part in Part:
        parser.add_argument(
            f"--{part.value}", dest=f"as_{part.value}", action="append", default=[], metavar="ID"
        )


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Do what is asked."""
    if arguments.action != "list" and not arguments.target:
        raise UsageError(
            "bad_usage", detail="pack list | check FILE | install FILE | remove NAME | make COLLECTION"
        )
    if arguments.action == "check":
        return _checked(Path(arguments.target))
    if arguments.action == "make":
        return _made(arguments, context)
    if arguments.action == "install":
        return _installed(arguments, context)
    with context.library(write=arguments.action == "remove") as library:
        if arguments.action == "remove":
            remove_pack(library, arguments.target)
        found = labels(library)
    return Outcome([shapes.plain(one) for one in found], "\n".join(_told(one) for one in found))


def _checked(path: Path) -> Outcome:
    pack, _data = read_pack_file(path)
    found = problems_of(pack, login_name())
    lines = [f"{one.kind}  {one.where}  {one.detail}".rstrip() for one in found]
    payload = {"label": shapes.plain(label_of(pack)), "problems": [shapes.plain(one) for one in found]}
    return Outcome(payload, "\n".join([_told(label_of(pack)), *lines]), exit_code=1 if found else 0)


def _installed(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    if arguments.target in pack_names():
        with context.library(write=True) as library:
            install_shipped(library, arguments.target)
            (label,) = (one for one in labels(library) if one.name == arguments.target)
        return Outcome(shapes.plain(label), _told(label))
    with context.library(write=not arguments.dry_run) as library:
        change = (difference if arguments.dry_run else install_file)(library, Path(arguments.target))
    return Outcome(shapes.plain(change), change_told(change))


def _made(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    if not (arguments.out and arguments.name and arguments.licence):
        raise UsageError("bad_usage", detail="pack make COLLECTION --out FILE --name NAME --licence LICENCE")
    chosen = {one: part for part in Part for one in getattr(arguments, f"as_{part.value}")}
    with context.library() as library:
        known = {one.id: one for one in collections(library)} | {
            one.name: one for one in collections(library)
        }
        if arguments.target not in known:
            raise UnknownIdError("unknown_collection", id=arguments.target)
        group = known[arguments.target]
        request = PackRequest(
            Scope(ScopeKind.COLLECTION, group.id), arguments.name, arguments.title or group.name, arguments.licence,
            arguments.version, arguments.as_of, arguments.author, arguments.publisher, arguments.checked_by,
            Part(arguments.part), chosen,
        )  # fmt: skip
        label = make_pack(library, request, Path(arguments.out).absolute())
    return Outcome({"out": str(Path(arguments.out).absolute()), **shapes.plain(label)}, _told(label))


def change_told(change: PackChange) -> str:
    """Return what a pack's file changes, for people."""
    told = _(
        "新增 {added} 篇，改动 {changed} 篇，移除 {removed} 篇；数据增 {more}、减 {fewer}",
        added=len(change.added), changed=len(change.changed), removed=len(change.removed),
        more=change.figures_added, fewer=change.figures_removed,
    )  # fmt: skip
    return f"{_told(change.label)}\n{told}"


def _told(label: PackLabel) -> str:
    """Return a label on one line."""
    worth = _(
        "{articles} 篇，{figures} 条数据（直接陈述 {first}、转引 {quoted}、推算 {inferred}），矛盾 {open} 处未决",
        articles=label.articles, figures=label.figures, first=label.first_hand, quoted=label.quoted,
        inferred=label.inferred, open=label.open_conflicts,
    )  # fmt: skip
    head = f"{label.name} {label.version}  {label.title}"
    dated = _("截至 {date}", date=label.as_of) if label.as_of else ""
    checked = _("核对：{name}", name=label.checked_by) if label.checked_by else ""
    return "  ".join(part for part in (head, dated, worth, label.licence, checked) if part)


COMMAND = Command(configure, run)
