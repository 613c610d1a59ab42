"""The process that recognises the text of pages: an optional extra, which is there or not.

In: lines of JSON, ``{"path"}`` first, then ``{"page"}`` each. Out: a line of JSON each, ``{"pages": n}`` or
``{"page": …}`` or ``{"error": kind}``. It ends when its input ends.
"""

from __future__ import annotations

import json
import logging
import math
import sys
from collections.abc import Sequence
from typing import Any, Final

from corpus.importing.pdf.recognition import RecognisedCharacter, RecognisedPage, packed
from corpus.importing.pdf.sheets import BYTES, Sheets

_SCALE: Final = 200 / 72
"""Pixels a point: what recognition is trained on."""
_LARGEST: Final = 4000
"""Pixels of the longer side at most."""


def serve() -> int:
    """Recognise pages until standard input ends."""
    logging.disable(logging.CRITICAL)
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not stand among the answers
    reader: PageReader | None = None
    while line := incoming.readline():
        request = json.loads(line)
        try:
            if "path" in request:
                reader = PageReader(request["path"])
                answer: dict[str, Any] = {"pages": len(reader)}
            elif reader is None:
                answer = {"error": "damaged"}
            else:
                answer = {"page": packed(reader.read(request["page"]))}
        except ImportError:
            answer = {"error": "no_recogniser"}
        except Exception as error:  # noqa: BLE001 - what a foreign library raises over a broken file is its own affair
            answer = {"error": "damaged", "detail": f"{type(error).__name__}: {error}"[:300]}
        outgoing.write(json.dumps(answer).encode("ascii") + b"\n")
        outgoing.flush()
    return 0


class PageReader:
    """Recognises the pages of one file."""

    def __init__(self, path: str) -> None:
        """Open the file and load the models; ImportError where the extra is not installed."""
        from rapidocr import RapidOCR

        self._sheets = Sheets(path)
        self._engine: Any = RapidOCR(params={"Global.log_level": "critical"})

    def __len__(self) -> int:
        """Return how many pages the file has."""
        return len(self._sheets)

    def read(self, number: int) -> RecognisedPage:
        """Return what stands on a page (from 0)."""
        import numpy as np

        across, down = self._sheets.size(number)
        scale = min(_SCALE, _LARGEST / max(across, down))
        width, height = max(1, round(across * scale)), max(1, round(down * scale))
        pixels = bytearray(width * height * BYTES)
        self._sheets.draw(number, scale, 0, 0, (width, height), pixels)
        image = np.frombuffer(pixels, np.uint8).reshape(height, width, BYTES)[:, :, :3]
        found = self._engine(np.ascontiguousarray(image), use_cls=False, return_word_box=True)
        words = found.word_results or ()
        lines = tuple(_line(words_of_line, scale) for words_of_line in words if words_of_line)
        return RecognisedPage(across, down, tuple(line for line in lines if line))


def _line(words: Sequence[tuple[str, float, Any]], scale: float) -> tuple[RecognisedCharacter, ...]:
    """Return the characters of a line; those of a Latin word share its box evenly."""
    found: list[RecognisedCharacter] = []
    for text, certainty, corners in words:
        xs, ys = [float(x) / scale for x, _y in corners], [float(y) / scale for _x, y in corners]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if found and text and _is_word(text) and _is_word(found[-1].text) and left > found[-1].right:
            last = found[-1]
            found.append(RecognisedCharacter(" ", last.right, last.top, left, last.bottom, 1.0))
        step = (right - left) / max(1, len(text))
        for place, one in enumerate(text):
            start = left + place * step
            sure = 0.0 if math.isnan(certainty) else float(certainty)
            found.append(RecognisedCharacter(one, start, top, start + step, bottom, sure))
    return tuple(found)


def _is_word(text: str) -> bool:
    return text.isascii() and text[-1:].isalpha()
