"""Score of the import on odd, broken and hostile files: `python tests/benchmarks/bench_files.py SAMPLES`.

``SAMPLES`` holds ``manifest.jsonl`` and the files it names. All are taken into one library in one import; what came
of each and how long it took are held against its line. `--only` chooses files by a part of the name, `--verbose`
tells of every file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import sys
import tempfile
import time
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.library.core.library import Library
from corpus.library.intake.files.import_report import SourceOutcome
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.model.progress import Progress

REFUSED: Final = "failed"
WARNED: Final = frozenset({"degrade", "warn"})
MAY_FAIL: Final = frozenset(
    {"reject_or_empty", "reject_or_partial", "ok_or_reject", "reject_or_warn", "warn", "ok_or_degrade"}
)
MUST_FAIL: Final = frozenset({"reject_or_empty"})


def bare(text: str) -> str:
    """Return a text without blanks, in one form."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def judge(library: Library, outcome: SourceOutcome, seconds: float, expect: Mapping[str, Any]) -> str:
    """Return what is wrong with what came of one file, empty if nothing is."""
    wanted = str(expect["outcome"])
    limit = expect.get("limits", {}).get("seconds") or expect.get("limits", {}).get("import_seconds")
    if limit and seconds > limit:
        return f"took {seconds:.1f} s"
    if outcome.status == REFUSED:
        assert outcome.error is not None
        kind = outcome.error.kind
        if kind == "internal":
            return f"internal: {outcome.error}"
        return "" if wanted in MAY_FAIL else f"refused: {kind} {outcome.error.values.get('detail', '')}"
    texts = [library.texts.get(one.id) for one in outcome.articles]
    if wanted in MUST_FAIL and texts:
        return f"taken in: {texts[0].clean[:40]!r}"
    if wanted in WARNED and not outcome.warnings:
        return "no warning"
    clean = "\n".join(one.clean for one in texts)
    source = library.store.sources.by_id(outcome.id)
    assert source is not None
    told = _text(clean, source.text, expect)
    if not told and "encoding" in expect and "text_sha256" in expect:
        page = Path(outcome.path).suffix in {".html", ".htm"}
        # Of a web page the source's text is what was written for readers; how its bytes were read is held apart.
        text = Path(outcome.path).read_bytes().decode(source.encoding) if page else source.text
        told = _encoding(text, source.encoding, expect)
    return told


def _text(clean: str, source: str, expect: Mapping[str, Any]) -> str:
    """Return what the text lacks or holds too much."""
    whole = clean + source
    for key, text in (("must_contain", whole), ("must_contain_after_join", bare(whole))):
        lost = [one for one in expect.get(key, ()) if (bare(one) if "join" in key else one) not in text]
        if lost:
            return f"lost {lost}"
    kept = [one for one in expect.get("must_not_contain", ()) if one in clean]
    kept += [one for one in expect.get("should_not_contain", ()) if one in clean]
    if kept:
        return f"kept {kept}"
    wanted = expect.get("clean_text_sha256")
    if wanted and hashlib.sha256(clean.encode()).hexdigest() != wanted:
        stripped = hashlib.sha256((clean + "\n").encode()).hexdigest()
        if stripped != wanted:
            return "clean text is another"
    if "order" in expect:
        first, last = expect["order"].split(" before ")
        if clean.find(first) > clean.find(last):
            return "order"
    if "title" in expect and bare(expect["title"])[:20] not in bare(clean.partition("\n")[0]):
        return f"title {clean.partition(chr(10))[0]!r}"
    return ""


def _encoding(text: str, encoding: str, expect: Mapping[str, Any]) -> str:
    wanted = expect["text_sha256"]
    forms = (text, text.replace("\n", "\r\n"), text.lstrip("\n"))
    if wanted in {hashlib.sha256(one.encode()).hexdigest() for one in forms}:
        return ""
    return f"other text: {encoding} {text[:30]!r}"


class Clock:
    """Hears the progress of an import and knows how long each file took."""

    def __init__(self) -> None:
        """Begin before the first file."""
        self.spent: dict[str, float] = {}
        self._last = time.monotonic()
        self._item = ""

    def __call__(self, made: Progress) -> None:
        """Take a sign of progress."""
        now = time.monotonic()
        self.spent[self._item] = self.spent.get(self._item, 0.0) + now - self._last
        self._last, self._item = now, made.item


def unpacked(path: Path, folder: Path) -> Path:
    """Return the file itself, or what it unpacks to."""
    if path.suffix != ".xz":
        return path
    target = folder / path.stem
    target.write_bytes(lzma.decompress(path.read_bytes()))
    return target


def main() -> None:
    """Print what failed and the score, that of encodings apart."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("samples", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--without", default="", help="leave out a category, such as big")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    lines = (given.samples / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [
        case
        for case in map(json.loads, lines)
        if given.only in case["file"] and not (given.without and given.without in case["category"])
    ]
    scores: dict[str, list[bool]] = {}
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder) / "library", write=True)
        paths = [unpacked(given.samples / case["file"], Path(folder)) for case in cases]
        clock = Clock()
        report = import_paths(library, paths, progress=clock)
        for case, outcome in zip(cases, report.sources, strict=True):
            seconds = clock.spent.get(Path(outcome.path).name, 0.0)
            wrong = judge(library, outcome, seconds, case["expect"])
            kind = "encodings" if case["category"].startswith("encoding") else "files"
            scores.setdefault(kind, []).append(not wrong)
            if wrong or given.verbose:
                print(
                    f"{seconds:6.1f} s  {case['file']}: {wrong or outcome.error or outcome.status}",
                    flush=True,
                )
        library.close()
    for kind, good in scores.items():
        print(f"{kind}: {sum(good)} of {len(good)}")


if __name__ == "__main__":
    main()
