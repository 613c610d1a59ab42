"""Score of the decoder on the open file samples: `python tests/benchmarks/bench_decode.py`."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.model.errors import InputError
from corpus.text.decode import decode
from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose

FILES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "open" / "05_files"
REFUSED = {"reject_or_empty"}


def cases() -> Iterator[dict[str, object]]:
    """Yield the lines of the manifest that speak of plain text and Markdown files."""
    for line in (FILES / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["file"].split("/")[0] in {"encodings_real", "encodings_made", "text", "md"}:
            yield case


def judge(case: dict[str, object]) -> str:
    """Return what is wrong with the decoder's answer to one file; empty if nothing is."""
    path, expect = FILES / str(case["file"]), case["expect"]
    assert isinstance(expect, dict)
    data = path.read_bytes()
    if path.suffix == ".xz":
        import lzma

        data = lzma.decompress(data)
    refused = expect["outcome"] in REFUSED
    try:
        decoded = decode(data)
    except InputError as error:
        return "" if refused else f"refused: {error.kind}"
    if refused:
        return f"taken in as {decoded.encoding}"
    wanted = expect.get("text_sha256")
    told = f"{decoded.encoding} {decoded.warnings} {decoded.text[:40]!r}"
    raw = hashlib.sha256(decoded.text.encode()).hexdigest()
    if (
        wanted
        and raw != wanted
        and hashlib.sha256(decoded.text.replace("\n", "\r\n").encode()).hexdigest() != wanted
    ):
        return f"other text: {told}"
    clean = apply_edits(decoded.text, propose(decoded.text))
    if missing := [part for part in expect.get("must_contain", ()) if part not in clean]:
        return f"lost {missing}: {told}"
    if kept := [part for part in expect.get("must_not_contain", ()) if part in clean]:
        return f"kept {kept}: {told}"
    if expect["outcome"] in {"degrade", "warn"} and not decoded.warnings:
        return f"no warning: {told}"
    return ""


def main() -> None:
    """Print the score and what failed."""
    results = [(str(case["file"]), judge(case)) for case in cases()]
    for name, wrong in results:
        if wrong:
            print(name, "-", wrong)
    print(f"{sum(not wrong for _, wrong in results)} of {len(results)}")


if __name__ == "__main__":
    main()
