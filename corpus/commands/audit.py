"""``audit FILE`` or ``audit --lines``: every quotation and figure of a paper against its sources."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from corpus.audit.checking import check_sentence
from corpus.commands.command import Command, Outcome, Session
from corpus.commands.lines import answer_lines
from corpus.importing.table import read
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.finding.auditing import AuditEntry, audit
from corpus.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take a paper, or pairs of a source and a sentence from standard input."""
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--lines", action="store_true")


def run(arguments: argparse.Namespace, session: Session) -> Outcome:
    """Go through the paper."""
    if (arguments.file is None) != arguments.lines:
        raise UsageError("bad_usage", detail="audit FILE | audit --lines")
    if arguments.lines:
        return answer_lines(_pair)
    paper = read(Path(arguments.file)).text
    with session.library() as library:
        entries = audit(library, paper, progress=session.progress)
    return Outcome([shapes.audit_entry(one) for one in entries], "\n".join(_told(one) for one in entries))


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
    names = {
        "same": _("原文如此"),
        "changed": _("与原文有出入"),
        "cut": _("有删节"),
        "not_found": _("库中未见"),
        "contradicted": _("另有出处说法不同"),
    }
    where = f"{entry.found.title}: {entry.found.quote}" if entry.found else ""
    return "  ".join(part for part in (names[entry.standing.value], entry.text, where) if part).replace(
        "\n", " "
    )


COMMAND = Command("audit", "查稿子里的引文和数据", configure, run)
