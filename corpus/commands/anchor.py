"""``anchor --lines``: find a quote by its text and context."""

from __future__ import annotations

import argparse
import json
from typing import Any

from corpus.annotation.anchor import locate
from corpus.commands.command import Command, Outcome, Session
from corpus.commands.lines import answer_lines
from corpus.model.annotation import Selector
from corpus.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the one way there is."""
    parser.add_argument("--lines", action="store_true")


def run(arguments: argparse.Namespace, _session: Session) -> Outcome:
    """Anchor each line of standard input."""
    if not arguments.lines:
        raise UsageError("bad_usage", detail="anchor --lines")
    return answer_lines(_anchored)


def _anchored(line: str) -> Any:
    asked = json.loads(line)
    selector = Selector(asked["exact"], asked.get("prefix") or "", asked.get("suffix") or "")
    anchor = locate(asked["text"], selector, hint=asked.get("start"))
    return {
        "start": anchor.span.start if anchor.span else None,
        "end": anchor.span.end if anchor.span else None,
        "status": anchor.status.value,
        "confidence": round(anchor.confidence, 4),
    }


COMMAND = Command("anchor", "按引文和上下文定位", configure, run)
