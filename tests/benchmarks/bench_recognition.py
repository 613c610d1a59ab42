"""Score of recognition: `python tests/benchmarks/bench_recognition.py`; needs requirements/recognition.txt.

Ten typeset pages are drawn at 200 dpi, some turned by 2° and some noisy, put into PDF files as pictures and
recognised. Told are the share of characters wrong and the processor time a page takes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.importing.pdf.characters import glyphs_of
from corpus.importing.pdf.columns import in_order
from corpus.importing.pdf.lines import Piece, pieces_of
from corpus.importing.pdf.pdf import read_pdf
from corpus.importing.pdf.recognition import pieces_of_page
from corpus.importing.pdf.sheets import BYTES, Sheets
from corpus.importing.processes.recognising_child import PageReader
from corpus.library.notes.boxing import png
from tests.benchmarks.typeset_pdfs import make

_SCALE: Final = 200 / 72
KINDS: Final = ("heads", "footnotes", "tables")


def scan(data: bytes, folder: Path, pages: int, seed: int) -> Path:
    """Return a PDF of pictures of the first pages of another: every third turned by 2°, every third noisy."""
    import typst

    source = folder / f"source-{seed}.pdf"
    source.write_bytes(data)
    sheets, parts = Sheets(str(source)), []
    draw = np.random.default_rng(seed)
    for number in range(pages):
        across, down = sheets.size(number)
        width, height = round(across * _SCALE), round(down * _SCALE)
        pixels = bytearray(width * height * BYTES)
        sheets.draw(number, _SCALE, 0, 0, (width, height), pixels)
        if number % 3 == 2:
            noisy = np.frombuffer(pixels, np.uint8).astype(float) + draw.normal(0, 22, len(pixels))
            pixels = bytearray(np.clip(noisy, 0, 255).astype(np.uint8).tobytes())
        name = folder / f"page-{seed}-{number}.png"
        name.write_bytes(png(bytes(pixels), width, height))
        angle = 2 if number % 3 == 1 else 0
        parts.append(
            f"#page(width: {across}pt, height: {down}pt, margin: 0pt)"
            f"[#rotate({angle}deg, image({json.dumps('/' + name.name)}, width: {across}pt))]"
        )
    sheets.close()
    (folder / "scan.typ").write_text("\n".join(parts), encoding="utf-8")
    target = folder / f"scan-{seed}.pdf"
    target.write_bytes(typst.compile(str(folder / "scan.typ"), root=str(folder)))
    return target


def printed(data: bytes, count: int) -> str:
    """Return the lines of the first pages of a file, in reading order, without blanks."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    told = ""
    for number in range(count):
        page = document[number]
        width, height = page.get_size()
        told += lines_of(in_order(pieces_of(glyphs_of(page, height, width), number)))
    document.close()
    return told


def lines_of(pieces: Sequence[Piece]) -> str:
    """Return lines one after the other, without blanks."""
    return re.sub(r"\s+", "", "".join(one.text for one in pieces))


def main() -> int:
    """Print the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--only", default="", help="a part of the name of a kind")
    wishes = parser.parse_args()
    wrong = letters = read = 0
    seconds = clock = 0.0
    with tempfile.TemporaryDirectory() as name:
        kinds = [kind for kind in KINDS if wishes.only in kind]
        for seed, kind in enumerate(kinds):
            data = make(kind, seed).data
            count = min(wishes.pages - read, -(-wishes.pages // len(kinds)))
            path = scan(data, Path(name), count, seed)
            assert read_pdf(path.read_bytes()).warnings == ("no_text",)
            reader = PageReader(str(path))
            begun, before = time.process_time(), time.perf_counter()
            pages = [reader.read(number) for number in range(count)]
            seconds += time.process_time() - begun
            clock += time.perf_counter() - before
            truth = printed(data, count)
            told = "".join(lines_of(in_order(pieces_of_page(page, n))) for n, page in enumerate(pages))
            found = Levenshtein.distance(told, truth)
            print(f"{kind}: {found} of {len(truth)} wrong", flush=True)
            wrong, letters, read = wrong + found, letters + len(truth), read + count
    print(
        f"all: {read} pages, {wrong / letters:.4%} wrong, {seconds / read:.1f} s of CPU a page, {clock / read:.1f} s"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
