"""``export``: notes, figures, places found, an article or a draft as a file."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from corpus.commands.command import Command, Outcome, Session
from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.library import shapes
from corpus.library.reports.citing import DEFAULT_STYLE
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import export


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the format, the file and what goes into it."""
    parser.add_argument("--format", required=True)
    parser.add_argument("--out", required=True, metavar="FILE")
    parser.add_argument("--what", choices=("annotations", "statistics", "hits", "article", "report"))
    parser.add_argument("--style", default=DEFAULT_STYLE)
    parser.add_argument("--preset", choices=("keep", "handout"), default="keep")
    parser.add_argument("--context", choices=("none", "sentence", "around", "paragraph"), default="none")
    parser.add_argument("--query", default="")
    parser.add_argument("--article", dest="articles", action="append", default=[])
    parser.add_argument("--draft", default="")
    parser.add_argument("--title", default="")


def run(arguments: argparse.Namespace, session: Session) -> Outcome:
    """Write the file."""
    asked = vars(arguments)
    request = request_from(
        {
            **{
                key: asked[key]
                for key in ("format", "what", "style", "preset", "context", "query", "articles")
            },
            **{key: asked[key] for key in ("draft", "title")},
            "out": str(Path(arguments.out).absolute()),
            "created": datetime.now(UTC).astimezone().date().isoformat(),
            "labels": report_labels(),
        }
    )
    with session.library() as library:
        result = export(library, request, progress=session.progress)
    told = _("已导出 {n} 项：{path}", n=result.items, path=result.out)
    return Outcome(shapes.plain(result), told)


COMMAND = Command("export", "导出批注、数据、检索结果、文章或文稿", configure, run)
