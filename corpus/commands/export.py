"""``export``: notes, figures, places found, an article or a draft as a file."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.school_options import school_of, take_leaving, take_school, take_style
from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.library import shapes
from corpus.library.reports.draft_request import arguments_of
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import export, formats
from corpus.library.reports.reporting import draft_of

_PLAIN: Final = (
    "format", "what", "style", "preset", "context", "query", "articles", "draft", "title", "locators",
)  # fmt: skip


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the format, the file and what goes into it."""
    parser.add_argument("--format", required=True, help=" ".join(formats()))
    parser.add_argument("--out", required=True, metavar="FILE", help=_("写到哪个文件"))
    parser.add_argument(
        "--what", choices=("annotations", "statistics", "hits", "article", "package", "original", "report"),
        help=_("导出什么：批注、数据、检索结果、文章、阅读包、带批注的 PDF 原件、文稿"),
    )  # fmt: skip
    take_style(parser)
    take_leaving(parser)
    parser.add_argument("--query", default="", help=_("检索结果：检索什么"))
    parser.add_argument(
        "--article",
        dest="articles",
        action="append",
        default=[],
        metavar="ID",
        help=_("只要这篇文章的；可写多次"),
    )
    parser.add_argument("--draft", default="", metavar="ID", help=_("哪份文稿"))
    parser.add_argument("--title", default="", help=_("题名"))
    take_school(parser)


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Write the file; what a draft says of itself holds unless something else is asked for."""
    asked: dict[str, Any] = {
        **{key: getattr(arguments, key) for key in _PLAIN},
        "rules": asdict(school_of(arguments)),
        "reference": str(Path(arguments.reference_doc).absolute()) if arguments.reference_doc else "",
        "out": str(Path(arguments.out).absolute()),
        "created": datetime.now(UTC).astimezone().date().isoformat(),
        "labels": report_labels(),
    }
    told = {key: value for key, value in asked.items() if value not in ("", None)}
    with context.library() as library:
        draft = draft_of(library, request_from(told)) if arguments.what == "report" else None
        if draft is not None:
            rules = school_of(arguments, draft.settings.rules)
            told = {**arguments_of(draft, **told), "rules": asdict(rules)}
        result = export(library, request_from(told), progress=context.progress)
    words = _("已导出 {n} 项：{path}", n=result.items, path=result.out)
    return Outcome(shapes.plain(result), words)


COMMAND = Command(configure, run)
