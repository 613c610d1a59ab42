"""Score of PDF files: `python tests/benchmarks/bench_pdf.py`. Pages are held against `pdftotext -f n -l n`.

Thirty files of ten kinds are typeset (running heads, footnotes, two columns, spreads, rotated pages, roman front
matter, tables, outline, no numbers, chapters), and where LibreOffice is there, two of seven kinds printed by it.
Told are the share of 500 spans whose page is right, of sentences that follow each other as they should, and of
pages whose printed number is right without correction.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.importing.pdf.pdf import read_pdf
from corpus.model.numbering import printed_number
from corpus.model.source import SourceDocument
from corpus.text.characters import HAN
from tests.benchmarks import office_pdfs
from tests.benchmarks.typeset_pdfs import KINDS, Made, make

SEEDS: Final = 3
OFFICE_SEEDS: Final = 2
SPANS: Final = 500
_OTHER: Final = re.compile(rf"[^{HAN}]")


def bare(text: str) -> str:
    """Return the Han of a text."""
    return _OTHER.sub("", text)


def pages_of(data: bytes, count: int) -> list[str]:
    """Return the Han of every page as pdftotext reads it, in both of its orders."""
    tool = shutil.which("pdftotext")
    if tool is None:
        raise SystemExit("pdftotext (poppler-utils) is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(data)
        found = []
        for number in range(1, count + 1):
            way = [tool, "-f", str(number), "-l", str(number)]
            told = [
                subprocess.run([*way, *more, str(path), "-"], capture_output=True, check=True).stdout.decode()
                for more in ([], ["-raw"])
            ]
            found.append("\n".join(map(bare, told)))
    return found


def spans(document: SourceDocument, number: int, seed: int) -> Iterator[tuple[int, str]]:
    """Yield spans of a document's text, each with the page it begins on (from 1); none goes over a page's end."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    starts = [one.start for one in document.pages] + [len(document.text)]
    made = 0
    while made < number:
        page = draw.randrange(len(document.pages))
        first, last = starts[page], starts[page + 1]
        if last - first < 20:
            continue
        begin = draw.randrange(first, last - 14)
        piece = bare(document.text[begin : begin + 14])
        if len(piece) >= 6:
            made += 1
            yield int(document.pages[page].number), piece


def order(text: str, sentences: tuple[str, ...]) -> tuple[int, int]:
    """Return how many sentences follow the one before them, and how many there are."""
    whole = bare(text)
    places = [whole.find(bare(one)) for one in sentences]
    good = sum(
        1 for number, at in enumerate(places) if at >= 0 and (number == 0 or at > places[number - 1] >= 0)
    )
    return good, len(sentences)


def clean(document: SourceDocument) -> str:
    """Return a document's text without what belongs to its pages."""
    text = document.text
    for one in reversed(document.repairs):
        text = text[: one.start] + one.after + text[one.end :]
    return text


def printed(document: SourceDocument, made: Made, *, verbose: bool = False) -> tuple[int, int, int]:
    """Return how many numbered pages have their number, how many there are, and the pages told a wrong one."""
    told = {page: printed_number(document.numbering, page) for page in range(1, len(made.printed) + 1)}
    good = wrong = wanted = 0
    for number, label in enumerate(made.printed, start=1):
        wanted += label is not None
        good += label is not None and told.get(number, "") == label
        wrong += bool(told[number]) and told[number] != label
    if verbose:
        print(f"  {made.name}: {told} {made.printed}") if wrong or good < wanted else None
    return good, wanted, wrong


def main() -> int:
    """Print the score by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a part of the name of a kind")
    parser.add_argument("--verbose", action="store_true", help="show what is wrong")
    wishes = parser.parse_args()
    sums = [0] * 7
    kinds = {kind: [make(kind, seed) for seed in range(SEEDS)] for kind in KINDS if wishes.only in kind}
    printed_by_office = [kind for kind in office_pdfs.KINDS if wishes.only in kind]
    if printed_by_office and office_pdfs.available():
        made_there = office_pdfs.made_by_office(printed_by_office, OFFICE_SEEDS)
        for number, kind in enumerate(printed_by_office):
            kinds[kind] = made_there[number * OFFICE_SEEDS : (number + 1) * OFFICE_SEEDS]
    each = -(-SPANS // sum(map(len, kinds.values())))
    for kind, files in kinds.items():
        row = [0] * 7
        for seed, made in enumerate(files):
            document = read_pdf(made.data)
            pages = pages_of(made.data, len(made.printed))
            for page, piece in spans(document, each, seed):
                right = piece in pages[page - 1]
                row[0] += right
                row[1] += 1
                if wishes.verbose and not right:
                    print(f"  {made.name} p. {page}: {piece}")
            for place, value in enumerate(
                (*order(clean(document), made.sentences), *printed(document, made, verbose=wishes.verbose))
            ):
                row[place + 2] += value
        print(
            f"{kind:16} page {row[0]}/{row[1]}  order {row[2]}/{row[3]}  printed {row[4]}/{row[5]}, wrong {row[6]}",
            flush=True,
        )
        sums = [one + other for one, other in zip(sums, row, strict=True)]
    print(
        f"all: page {sums[0] / sums[1]:.4f}, order {sums[2] / sums[3]:.4f}, "
        f"printed {sums[4] / max(1, sums[5]):.4f}, wrong numbers {sums[6]}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
