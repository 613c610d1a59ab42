"""The process that reads foreign files: bytes in, documents out, nothing else to see and little to spend.

In: a line of JSON ``{"name", "size", "encoding"}`` and ``size`` bytes behind it. Out: a line of JSON,
``{"document"}`` or ``{"error": {"kind", "detail"}}``. It ends when its input ends.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import IO, Any, Final

from corpus.importing.formats import MEGABYTE
from corpus.importing.processes.limits import limit_memory
from corpus.importing.processes.wire import packed
from corpus.importing.table import parse
from corpus.model.errors import InputError

_SECONDS: Final = 20
_SECONDS_A_MEGABYTE: Final = 4


def serve() -> int:
    """Read files from standard input until it ends."""
    logging.disable(logging.CRITICAL)
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not stand among the answers
    limit_memory()
    while line := incoming.readline():
        request = json.loads(line)
        data = incoming.read(request["size"])
        if len(data) < request["size"]:
            break
        _limit_time(len(data))
        _answer(outgoing, _read(request, data))
    return 0


def _read(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """Return what came of one file."""
    try:
        return {"document": packed(parse(Path(request["name"]), data, request["encoding"]))}
    except InputError as error:
        return {"error": {"kind": error.kind, "detail": str(error.values.get("detail", ""))}}
    except (MemoryError, RecursionError) as error:
        return {"error": {"kind": "limit", "detail": type(error).__name__}}
    except Exception as error:  # noqa: BLE001 - what a foreign library raises over a broken file is its own affair
        return {"error": {"kind": "damaged", "detail": f"{type(error).__name__}: {error}"[:300]}}


def _answer(outgoing: IO[bytes], answer: dict[str, Any]) -> None:
    outgoing.write(json.dumps(answer).encode("ascii") + b"\n")
    outgoing.flush()


def _limit_time(size: int) -> None:
    """Give the file at hand its share of processor time; whoever takes more is ended by the system."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = spent + 1 + _SECONDS + _SECONDS_A_MEGABYTE * (size // MEGABYTE)
    resource.setrlimit(
        resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard)
    )
