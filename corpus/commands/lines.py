"""The ``--lines`` way: one input a line, one JSON document a line, in order, whatever happens in between."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus.commands.command import Outcome
from corpus.language import sentence_of
from corpus.library import shapes
from corpus.model.errors import YindeError
from corpus.store.folder.failing import unforeseen


def answer_lines(answer: Callable[[str], Any]) -> Outcome:
    """Answer each line of standard input (UTF-8) with ``answer``; a failing line gets its error."""
    failed = 0
    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", "replace").rstrip("\r\n")
        try:
            document = answer(line)
        except YindeError as error:
            document, failed = {"error": shapes.error(error, sentence_of)}, 1
        except Exception as error:  # noqa: BLE001 - one line that fails must not take the others with it
            document, failed = {"error": shapes.error(unforeseen(error, Path.cwd()), sentence_of)}, 1
        sys.stdout.buffer.write(json.dumps(document).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()
    return Outcome(None, exit_code=failed, streamed=True)
