"""Score and speed of re-anchoring and of the annotation rules: `python tests/benchmarks/bench_anchor.py`.

Marks go through twelve kinds of edit, 300 each; then quotes damaged at random, and the rules of other programs.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.annotation.anchor import describe, locate
from corpus.annotation.jsonld import from_jsonld
from corpus.model.annotation import AnchorStatus, Selector
from corpus.model.errors import InputError
from corpus.model.span import Span
from tests.benchmarks.generated import generate
from tests.benchmarks.text_edits import GONE, KINDS, survey

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "open" / "06_chinese"
PLAIN = SAMPLES.parent / "07_reports" / "_plain"


def lines(name: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of one of the open sample files."""
    yield from map(json.loads, (SAMPLES / name).read_text(encoding="utf-8").splitlines())


def meets(case: dict[str, Any]) -> bool:
    """Tell whether one case of hypothesis/client comes out as expected."""
    given, wanted = case["selector"], case["expected"]
    selector = Selector(given["exact"], given["prefix"] or "", given["suffix"] or "")
    span = locate(case["text"], selector, hint=given["hint"]).span
    if wanted is None or span is None:
        return wanted is None and span is None
    return bool(span.start == wanted["start"] and wanted.get("end", span.end) == span.end)


def is_valid(raw: str) -> bool:
    """Tell whether a document is taken for a valid annotation."""
    try:
        from_jsonld(raw)
    except InputError:
        return False
    return True


def damaged(text: str, span: Span, chance: random.Random) -> str:
    """Return the text with a tenth of the quote's characters replaced, and other text put before it."""
    letters = list(text)
    for offset in range(span.start, span.end):
        if chance.random() < 0.1:
            letters[offset] = chance.choice("的一是了我不在人们有")
    return "新的一版加了这一段。" * 5 + "".join(letters)


def drift(text: str, count: int) -> None:
    """Print how many random quotes of a long text are found again after damage, and how long it takes."""
    chance = random.Random(7)  # noqa: S311 - the same damage each time
    found = placed = 0
    began = time.perf_counter()
    for _ in range(count):
        start = chance.randrange(len(text) - 60)
        span = Span(start, start + chance.randrange(6, 50))
        anchor = locate(damaged(text, span, chance), describe(text, span), hint=start)
        if anchor.span is not None:
            found += abs(anchor.span.start - (span.start + 50)) <= 3
            placed += anchor.status is AnchorStatus.PLACED
    each = 1000 * (time.perf_counter() - began) / count
    print(
        f"damaged quotes found within 3 characters: {found}/{count}, {placed} word for word, {each:.1f} ms each"
    )


def edits(name: str, text: str) -> None:
    """Print for each kind of edit how many of 300 marks of a text come out right, and how many surely wrong."""
    for kind in KINDS:
        found = survey(kind, text, 300)
        told = "nowhere, as they should be" if kind in GONE else "found again"
        print(f"{name}, {kind}: {found.right}/{found.spans} {told}, {found.wrong} silently wrong")


def main() -> None:
    """Print every figure."""
    edits("generated text", generate(9).text)
    cases = list(lines("hypothesis_quote_cases.jsonl"))
    print(f"hypothesis cases: {sum(map(meets, cases))}/{len(cases)}")
    samples = list(lines("w3c_annotation_samples.jsonl"))
    print(f"w3c samples: {sum(is_valid(one['raw']) == one['valid'] for one in samples)}/{len(samples)}")
    texts = sorted(PLAIN.glob("**/*.txt"))
    text = "".join(path.read_text(encoding="utf-8") for path in texts)[:100_000] if texts else ""
    if text:
        edits("reports", text[:20_000])
        drift(text, 100)
        began = time.perf_counter()
        locate(text, Selector("的", "甲乙丙丁", "戊己庚辛"))
        print(
            f"one common character with unknown context in {len(text)} characters: {time.perf_counter() - began:.2f} s"
        )


if __name__ == "__main__":
    main()
