"""``anchor --lines``: find a quote by its text and context."""

from __future__ import annotations

import argparse
import json
from typing import Any, Final

from corpus.annotation.anchor import locate
from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.lines import answer_lines
from corpus.model.annotation import Selector
from corpus.model.errors import UsageError

SHOWN: Final = 60
"""Characters of a line that cannot be understood which are shown to the person."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the one way there is."""
    parser.add_argument("--lines", action="store_true")


def run(arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    """Anchor each line of standard input."""
    if not arguments.lines:
        raise UsageError("bad_usage", detail="anchor --lines")
    return answer_lines(_anchored)


def _anchored(line: str) -> Any:
    asked = _asked(line)
    selector = Selector(asked["exact"], asked.get("prefix") or "", asked.get("suffix") or "")
    anchor = locate(asked["text"], selector, hint=asked.get("start"))
    return {
        "start": anchor.span.start if anchor.span else None,
        "end": anchor.span.end if anchor.span else None,
        "status": anchor.status.value,
        "confidence": round(anchor.confidence, 4),
    }


def _asked(line: str) -> dict[str, Any]:
    """Return the request of a line; UsageError (bad_value) where its values are not of their types."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        asked = None
    if isinstance(asked, dict):
        texts = [asked.get("text"), asked.get("exact"), asked.get("prefix") or "", asked.get("suffix") or ""]
        if all(isinstance(one, str) for one in texts) and isinstance(asked.get("start"), int | None):
            return asked
    raise UsageError("bad_value", name="stdin", value=line[:SHOWN])


COMMAND = Command(configure, run)
