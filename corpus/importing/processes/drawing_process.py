"""The pages or pictures of a file drawn by a process of its own, which may crash or hang without harm to the window."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from corpus.importing.formats import MEGABYTE
from corpus.importing.pdf.sheets import BYTES, SIDES
from corpus.importing.processes.child import Child
from corpus.importing.processes.shared_memory import SharedMemory, shared_memory
from corpus.model.errors import InputError
from corpus.model.program import own_command

MEMORY: Final = 8 * MEGABYTE
"""What is shared: two screens' worth of tiles, the boxes of half a million characters."""
_SECONDS: Final = 20.0
_STARTING: Final = 60.0


class DrawingProcess:
    """Draws the pages of a file; one request at a time, from one thread. A child that dies is started again."""

    def __init__(self, path: Path, kind: str = "pdf") -> None:
        """Draw the pages of ``path``, a file of the format ``kind``; the child is started by the first request."""
        self._path = path
        self._kind = kind
        self._shared: SharedMemory | None = None
        self._child: Child | None = None

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return the width and height of every page in points; InputError (damaged) where it cannot be drawn."""
        _child, count = self._started()
        sides = self._numbers(count)
        return tuple(zip(sides[::2], sides[1::2], strict=True))

    def draw(self, page: int, scale: float, left: int, top: int, width: int, height: int) -> bytes:
        """Return a part of a page (from 0) at ``scale`` pixels a point: width × height pixels of 4 bytes (BGRx).

        Raises ``InputError``: damaged where the child fails, limit where it takes too long.
        """
        length = width * height * BYTES
        request = {"do": "draw", "page": page, "scale": scale, "left": left, "top": top}
        self._ask({**request, "width": width, "height": height})
        return self._taken(length)

    def boxes(self, page: int, text: str) -> array[float]:
        """Return the boxes of the characters of ``text`` on a page, four numbers each; zeros where unknown."""
        if not text:
            return array("f")
        count = self._ask({"do": "boxes", "page": page, "text": text})
        return array("f", self._numbers(min(count, 4 * SIDES * len(text))))

    def around(self) -> tuple[tuple[str, str], ...]:
        """Return the characters before and behind each picture of a file that has pictures for pages."""
        count = self._ask({"do": "around"})
        return tuple((before, behind) for before, behind in json.loads(self._taken(count)))

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.end()
        shared, self._shared = self._shared, None
        if shared is not None:
            shared.close()

    def _numbers(self, length: int) -> Sequence[float]:
        found = array("f")
        found.frombytes(self._taken(length))
        return found

    def _taken(self, length: int) -> bytes:
        if self._shared is None:
            raise InputError("damaged", path=str(self._path))
        return bytes(self._shared.memory[:length])

    def _ask(self, request: dict[str, Any]) -> int:
        child, _count = self._started()
        return self._asked(child, request, _SECONDS)

    def _started(self) -> tuple[Child, int]:
        """Return the child with the file open, and how many bytes it wrote when it was opened (0: earlier)."""
        if self._child is not None and self._child.is_running():
            return self._child, 0
        self.close()
        self._shared = shared = shared_memory(MEMORY)
        self._child = child = Child(
            *own_command(), "_pages", shared.handle, str(MEMORY), inherited=shared.inherited
        )
        opening = {"do": "open", "path": str(self._path), "kind": self._kind}
        return child, self._asked(child, opening, _STARTING)

    def _asked(self, child: Child, request: dict[str, Any], seconds: float) -> int:
        """Return how many bytes an answer has."""
        try:
            child.send(json.dumps(request).encode("ascii") + b"\n")
        except (OSError, ValueError) as error:
            self.close()
            raise InputError("damaged", path=str(self._path)) from error
        line = child.answer(seconds)
        if line is None:
            self.close()
            raise InputError("limit", path=str(self._path))
        answer = json.loads(line) if line else {"error": "ended"}
        if "error" in answer:
            if not line or request["do"] == "open":
                self.close()
            kind = "no_pictures" if "no_pictures" in answer["error"] else "damaged"
            raise InputError(kind, path=str(self._path), detail=answer["error"])
        return int(answer["count"])
