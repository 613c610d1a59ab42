"""Recognition asked of a process of its own, page by page."""

from __future__ import annotations

import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from corpus.importing.pdf.recognition import RecognisedPage, unpacked
from corpus.importing.processes.child import Child
from corpus.model.errors import InputError
from corpus.model.program import own_command


class RecognisingProcess:
    """Recognises the pages of a file; use it in a ``with``, which ends the child."""

    def __init__(self, path: Path) -> None:
        """Recognise the pages of ``path``."""
        self._path = path
        self._child = Child(*own_command(), "_recogniser")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.end()

    def pages(self) -> int:
        """Return how many pages there are; InputError: damaged, no_recogniser (the extra is not installed)."""
        return int(self._asked({"path": str(self._path)})["pages"])

    def read(self, number: int) -> RecognisedPage:
        """Return what stands on a page (from 0); InputError (damaged) where the child fails."""
        return unpacked(self._asked({"page": number})["page"])

    def _asked(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            self._child.send(json.dumps(request).encode("ascii") + b"\n")
        except (OSError, ValueError) as error:
            raise InputError("damaged", path=str(self._path)) from error
        line = self._child.answer()
        answer: dict[str, Any] = json.loads(line) if line else {"error": "damaged"}
        if "error" in answer:
            raise InputError(answer["error"], path=str(self._path), detail=answer.get("detail", ""))
        return answer
