"""The process that draws the pages of one file for a window: small answers in lines, all else in shared memory.

The pages of a PDF are its own; of a DOCX or a saved page each picture in it is one.

In: lines of JSON ``{"do": "open" | "draw" | "boxes" | "around", …}``. Out: a line of JSON each, ``{"count": n}`` for
bytes written at the start of the shared memory, or ``{"error": …}``. It ends when its input ends.
"""

from __future__ import annotations

import json
import logging
import mmap
import sys
from array import array
from pathlib import Path
from typing import Any

from corpus.importing.pdf.sheets import BYTES, Sheets
from corpus.importing.pictures.paged import paged
from corpus.importing.pictures.table import FINDERS
from corpus.importing.processes.limits import limit_memory


def serve(memory: mmap.mmap) -> int:
    """Draw what is asked for until standard input ends."""
    logging.disable(logging.CRITICAL)
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not stand among the answers
    limit_memory()
    drawer = Drawer(memory)
    while line := incoming.readline():
        outgoing.write(json.dumps(drawer.answer(json.loads(line))).encode("ascii") + b"\n")
        outgoing.flush()
    return 0


class Drawer:
    """Answers the requests of one window."""

    def __init__(self, memory: mmap.mmap) -> None:
        """Write into ``memory``."""
        self._memory = memory
        self._sheets: Sheets | None = None
        self._around: list[tuple[str, str]] = []

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to one request."""
        try:
            return {"count": self._done(request)}
        except MemoryError as error:
            return {"error": f"MemoryError: {error}"}
        except Exception as error:  # noqa: BLE001 - what a foreign library raises over a broken file is its own affair
            return {"error": f"{type(error).__name__}: {error}"[:300]}

    def _done(self, request: dict[str, Any]) -> int:
        if request["do"] == "open":
            self._sheets = self._opened(request["path"], request["kind"])
            sizes = (side for number in range(len(self._sheets)) for side in self._sheets.size(number))
            return self._put(array("f", sizes))
        if self._sheets is None:
            raise ValueError("nothing is open")
        if request["do"] == "around":
            return self._write(json.dumps(self._around).encode("ascii"))
        if request["do"] == "boxes":
            return self._put(self._sheets.boxes(request["page"], request["text"]))
        size = (request["width"], request["height"])
        length = int(size[0] * size[1] * BYTES)
        if length > len(self._memory):
            raise ValueError("too large")
        with memoryview(self._memory) as whole, whole[:length] as part:
            self._sheets.draw(request["page"], request["scale"], request["left"], request["top"], size, part)
        return length

    def _opened(self, path: str, kind: str) -> Sheets:
        """Return the pages of a file; ``kind`` is its format."""
        if kind not in FINDERS:
            return Sheets(path)
        pictures = FINDERS[kind](Path(path).read_bytes())
        self._around = [(one.before, one.behind) for one in pictures]
        return Sheets(paged(pictures))

    def _put(self, numbers: array[float]) -> int:
        return self._write(numbers.tobytes())

    def _write(self, data: bytes) -> int:
        self._memory[: len(data)] = data
        return len(data)
