"""``audit FILE`` or ``audit --lines``: every quotation and figure of a paper against its sources."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.audit.checking import check_sentence
from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.lines import answer_lines
from corpus.language import translate as _
from corpus.language.labels import report_labels, standing_name
from corpus.library import shapes
from corpus.library.checking.audited import AuditEntry, CheckedPaper
from corpus.library.checking.papers import audit_file
from corpus.library.reports.audit_report import FORMATS, wording_of, write_audit_report
from corpus.model.errors import UsageError
from corpus.report.labels import ReportLabels


def configure(parser: argparse.ArgumentParser) -> None:
    """Take a paper, or pairs of a source and a sentence from standard input."""
    parser.add_argument("file", nargs="?", metavar="FILE", help=_("要查的稿子"))
    parser.add_argument("--lines", action="store_true", help=_("从标准输入逐行读入"))
    parser.add_argument("--out", metavar="FILE", help="docx html md pdf odt")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Go through the paper."""
    if (arguments.file is None) != arguments.lines:
        raise UsageError("bad_usage", detail="audit FILE | audit --lines")
    if arguments.lines:
        return answer_lines(_pair)
    with context.library() as library:
        checked = audit_file(library, Path(arguments.file), progress=context.progress)
        if arguments.out:
            _hand_on(checked, Path(arguments.out))
    entries = checked.entries
    return Outcome([shapes.audit_entry(one) for one in entries], "\n".join(_told(one) for one in entries))


def _hand_on(checked: CheckedPaper, out: Path) -> None:
    """Write the report; UsageError (unknown_format) where nobody writes files of that suffix."""
    labels = ReportLabels(**report_labels())
    kind = out.suffix.lstrip(".").lower()
    if kind not in FORMATS:
        raise UsageError("unknown_format", format=kind, formats=" ".join(FORMATS))
    write_audit_report(
        checked.name, checked.entries, out, kind, labels, datetime.now(UTC).astimezone().date().isoformat()
    )


def _pair(line: str) -> Any:
    """Check one JSON pair ``{"library_text", "paper_sentence"}``."""
    try:
        pair = json.loads(line)
        source, sentence = str(pair["library_text"]), str(pair["paper_sentence"])
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError("bad_usage", detail='{"library_text": …, "paper_sentence": …}') from error
    finding = check_sentence(sentence, source)
    return [] if finding is None else [shapes.audit_finding(finding, sentence, source)]


def _told(entry: AuditEntry) -> str:
    wording = wording_of(entry)
    where = f"{entry.found.name}: {wording}" if entry.found else wording
    against = f"≠ {entry.against.name}: {entry.against.quote}" if entry.against else ""
    named = _("稿中注作：{source}", source=entry.named) if entry.named else ""
    claimed = _("稿中所注的《{title}》也在库中", title=entry.claimed.name) if entry.claimed else ""
    page = _("原文在第 {page} 页", page=entry.page) if entry.page else ""
    return "  ".join(
        part
        for part in (standing_name(entry.standing.value), entry.words, where, against, named, claimed, page)
        if part
    ).replace("\n", " ")


COMMAND = Command(configure, run)
