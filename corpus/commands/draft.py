"""``draft NEW | ADD | SET | SHOW | EXPORT | TEMPLATE | DELETE``: a draft begun, filled, looked at and handed on."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.draft_blocks import blocks_of, take_blocks
from corpus.commands.school_options import school_of, take_leaving, take_school, take_style
from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.language.phrases import listed, with_aside
from corpus.language.templates import template_name, template_word
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.notes.drafts import add_to_draft, delete_draft, drafts, get_draft, new_draft, save_draft
from corpus.library.reports.beginning import first_blocks, keep_template, own_templates
from corpus.library.reports.citing import cite_items
from corpus.library.reports.draft_request import arguments_of
from corpus.library.reports.example import EXAMPLE, example_title
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import export
from corpus.library.reports.reporting import build_report
from corpus.library.reports.templates import TEMPLATES
from corpus.model.draft import Draft, DraftSettings
from corpus.model.errors import UsageError
from corpus.report.writers.table import WRITERS

_KEYS: Final = tuple(one.key for one in TEMPLATES)
_SETTINGS: Final = ("style", "preset", "author", "institution", "course", "context", "wording", "locators")


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done, the draft, and what goes into it or how it leaves."""
    told = _("做什么：新建、加入、设置、查看、导出、存为模板、删除")
    parser.add_argument("action", metavar="|".join(_ACTIONS), type=str.upper, help=told)
    parser.add_argument("draft", nargs="?", default="", metavar="DRAFT", help=_("文稿编号"))
    parser.add_argument("--title", default="", help=_("题名"))
    told = _("起草的模板：{templates}；自己存的模板写 own:名称", templates=listed(_templates()))
    parser.add_argument("--template", default="", help=told)
    parser.add_argument(
        "--after", type=int, default=-1, metavar="N", help=_("加在第几块之后；不写则加在最后")
    )
    take_blocks(parser)
    take_style(parser)
    take_leaving(parser)
    parser.add_argument("--wording", choices=("original", "clean"), default="", help=_("引文用原文或校订文"))
    for name, told in (("author", _("作者")), ("institution", _("单位")), ("course", _("课程"))):
        parser.add_argument(f"--{name}", default="", help=told)
    take_school(parser)
    parser.add_argument("--format", default="", help=" ".join(WRITERS))
    parser.add_argument("--out", default="", metavar="FILE", help=_("写到哪个文件"))
    parser.add_argument("--contents", action="store_true", help=_("开头加目录"))


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Do it."""
    action = _ACTIONS.get(arguments.action)
    if action is None:
        raise UsageError("bad_value", name="draft", value=arguments.action)
    with context.library(write=arguments.action not in ("SHOW", "EXPORT")) as library:
        return action(library, arguments, context)


def _templates() -> list[str]:
    """Return the keys of the templates, each with the name it is shown under."""
    return [with_aside(key, template_name(key)) for key in _KEYS]


def _key_of(template: str) -> str:
    """Return the key of a template that is told by the name it is shown under."""
    return next((one.key for one in TEMPLATES if template_name(one.key) == template), template)


def _new(library: Library, arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    key = _key_of(arguments.template) or "free"
    own = [one.key for one in own_templates(library)]
    if key not in (EXAMPLE, *_KEYS, *own):
        known = [*_templates(), *own]
        raise UsageError("unknown_template", template=key, templates=listed(known))
    items, settings = first_blocks(library, key, template_word)
    title = arguments.title or arguments.draft or (example_title() if key == EXAMPLE else template_name(key))
    made = new_draft(library, title, key, items, _settings(settings, arguments))
    blocks = blocks_of(library, arguments)
    return _told(library, add_to_draft(library, made.id, blocks) if blocks else made)


def _add(library: Library, arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    blocks = blocks_of(library, arguments)
    if not blocks:
        raise UsageError(
            "bad_usage", detail="draft ADD DRAFT --heading | --text | --quote | --note | --figure …"
        )
    return _told(library, add_to_draft(library, _draft(library, arguments).id, blocks, arguments.after))


def _set(library: Library, arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    draft = _draft(library, arguments)
    changed = replace(
        draft, title=arguments.title or draft.title, settings=_settings(draft.settings, arguments)
    )
    return _told(library, save_draft(library, changed))


def _show(library: Library, arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    if arguments.draft:
        return _told(library, get_draft(library, arguments.draft))
    found = drafts(library)
    told = "\n".join(f"{one.id}  {one.title}" for one in found)
    return Outcome([shapes.draft_summary(one) for one in found], told)


def _export(library: Library, arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    draft = _draft(library, arguments)
    if not arguments.out:
        raise UsageError("bad_usage", detail="draft EXPORT DRAFT --format F --out FILE")
    out = Path(arguments.out).absolute()
    asked = {key: getattr(arguments, key) for key in ("title", *_SETTINGS) if key != "wording"}
    rules = school_of(arguments, draft.settings.rules)
    told = arguments_of(
        draft,
        **asked,
        format=arguments.format or out.suffix.lstrip(".").lower(),
        out=str(out),
        rules=asdict(rules),
        reference=str(Path(arguments.reference_doc).absolute()) if arguments.reference_doc else "",
        contents=arguments.contents,
        created=datetime.now(UTC).astimezone().date().isoformat(),
        labels=report_labels(),
    )
    wording = {"original_wording": arguments.wording == "original"} if arguments.wording else {}
    result = export(library, request_from({**told, **wording}), progress=context.progress)
    words = _("已导出 {n} 项：{path}", n=result.items, path=result.out)
    return Outcome(shapes.plain(result), words)


def _template(library: Library, arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    draft = _draft(library, arguments)
    kept = keep_template(library, draft, arguments.title or draft.title)
    return Outcome({"key": kept.key, "name": kept.name, "blocks": len(kept.items)}, kept.key)


def _delete(library: Library, arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    gone = delete_draft(library, get_draft(library, arguments.draft).id)
    return Outcome(shapes.draft_summary(gone), _("已删除文稿《{title}》", title=gone.title))


_ACTIONS: Final[Mapping[str, Callable[[Library, argparse.Namespace, CommandContext], Outcome]]] = {
    "NEW": _new,
    "ADD": _add,
    "SET": _set,
    "SHOW": _show,
    "EXPORT": _export,
    "TEMPLATE": _template,
    "DELETE": _delete,
}


def _draft(library: Library, arguments: argparse.Namespace) -> Draft:
    """Return the draft that is named, otherwise the one worked on last."""
    if arguments.draft:
        return get_draft(library, arguments.draft)
    found = drafts(library)
    if not found:
        raise UsageError("nothing_to_export")
    return found[0]


def _told(library: Library, draft: Draft) -> Outcome:
    """Return a draft with what its references lack."""
    missing: tuple[str, ...] = ()
    if draft.items:
        values: dict[str, Any] = {"format": "md", "out": "draft.md"}
        try:
            _report, missing = build_report(library, request_from(arguments_of(draft, **values)))
        except UsageError as error:
            if error.kind != "nothing_to_export":
                raise
    return Outcome(shapes.draft(draft, missing), f"{draft.id}  {draft.title}")


def _settings(settings: DraftSettings, arguments: argparse.Namespace) -> DraftSettings:
    """Return settings with what the arguments say."""
    told = {key: value for key in _SETTINGS if (value := getattr(arguments, key))}
    if arguments.style:
        cite_items((), arguments.style)  # a style nobody has is refused before it is kept
    return replace(settings, **told, rules=school_of(arguments, settings.rules))


COMMAND = Command(configure, run)
