"""What a search costs as the window makes it, in libraries of 1,000 and 10,000 articles.

Run ``.venv/bin/python -m tests.benchmarks.bench_search [--articles 1000 10000] [--folder DIR]``. Milliseconds of
CPU (p50 / p95) until the first hundred places are there, and until everything is counted; last, how much an exact
quote of 1 to 10 places grows from the least to the largest. Libraries made in ``--folder`` are kept and used again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from corpus.library.core.library import Library
from corpus.library.finding.concordance import suggest
from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import SearchRequest, search
from corpus.library.intake.opening import open_library
from corpus.library.upkeep.benchmark import machine
from tests.benchmarks.generated import articles, fill, generate

FIRST = 100
ROUNDS = 30
FEW = 10
TURNS = 7


def say(*parts: object) -> None:
    sys.stdout.write(" ".join(map(str, parts)) + "\n")
    sys.stdout.flush()


def library_of(count: int, folder: Path) -> Library:
    root = folder / str(count)
    if not (root / "library.db").is_file():
        library = open_library(root, write=True)
        fill(library, articles(count))
        library.close()
    library = open_library(root, write=True)
    sync_index(library)
    library.segmenter.load()
    return library


def requests(count: int) -> Iterator[tuple[str, list[SearchRequest]]]:
    """Kinds of searches, each with requests drawn with one seed."""
    dice = random.Random(11)  # noqa: S311 - the same draw at every run
    drawn = [generate(dice.randrange(count)) for _ in range(ROUNDS)]
    quotes = []
    for one in drawn:
        size = dice.randint(2, 20)
        sentence = dice.choice(one.unique)
        at = dice.randrange(max(1, len(sentence) - size))
        quotes.append(sentence[at : at + size])
    yield "exact quote", [SearchRequest(text, "exact") for text in quotes]
    yield "exact, rare", [SearchRequest(one.unique[0][:12], "exact") for one in drawn]
    yield "automatic quote", [SearchRequest(one.unique[0][:16]) for one in drawn]
    yield "near", [SearchRequest(one.unique[0][:6] + one.unique[0][7:18], "near") for one in drawn]
    yield (
        "one word",
        [SearchRequest(w, "words") for w in ("物流", "平台", "电商", "支付", "农村", "直播", "数据")],
    )
    yield (
        "two words",
        [
            SearchRequest(w, "words")
            for w in ("物流 配送", "平台 监管", "农村 电商", "支付 安全", "直播 带货")
        ],
    )
    asked = ("农村电商的物流成本为什么高", "平台企业怎样用数据了解顾客", "跨境电商的支付安全由谁监管",
             "直播带货的退货率是多少", "东部地区网络零售额增长有哪些原因")  # fmt: skip
    yield "question", [SearchRequest(text) for text in asked]
    yield (
        "的, 发展",
        [SearchRequest(text, mode) for text in ("的", "发展", "电商") for mode in ("auto", "exact")],
    )


def cost(library: Library, wanted: Sequence[SearchRequest]) -> tuple[list[float], int]:
    seconds, places = [], 0
    for request in wanted:
        begun = time.process_time()
        answer = search(library, request)
        seconds.append((time.process_time() - begun) * 1000)
        places += answer.total
    return sorted(seconds), places // len(wanted)


def of_few(library: Library) -> list[SearchRequest]:
    """Return the exact quotes with one to ten places: growth is told by what answers as much."""
    _name, wanted = next(requests(int(library.root.name)))
    first = [replace(one, limit=FIRST, whole=False) for one in wanted]
    return [one for one in first if 0 < search(library, replace(one, whole=True)).total <= FEW]


def told_of_growth(counts: Sequence[int], folder: Path) -> None:
    """Print what the first places of few cost in each library, asked in turns: no other load falls on one alone."""
    asked: dict[int, list[SearchRequest]] = {}
    medians = {count: list[float]() for count in counts}
    for count in counts:
        library = library_of(count, folder)
        asked[count] = of_few(library)
        library.close()
    for _ in range(TURNS):
        for count in counts:
            fresh = open_library(folder / str(count), write=False)  # which has read none of them yet
            fresh.segmenter.load()
            search(fresh, asked[count][0])
            medians[count].append(median(cost(fresh, asked[count][1:])[0]))
            fresh.close()
    say("\n== 1 to 10 places, first hundred, p50 of each turn in ms")
    for count in counts:
        turns = " ".join(f"{one:.1f}" for one in medians[count])
        say(f"{count:6} articles {median(medians[count]):.1f} ({turns}); {len(asked[count]) - 1} quotes")
    least, most = medians[min(counts)], medians[max(counts)]
    grown = [large / small for small, large in zip(least, most, strict=True)]
    say(f"growth {median(grown):.2f} ({min(grown):.2f} to {max(grown):.2f} in {TURNS} turns)")


def shown(milliseconds: Sequence[float]) -> str:
    return f"{median(milliseconds):.1f} / {milliseconds[int(len(milliseconds) * 0.95)]:.1f}"


def measure(count: int, folder: Path) -> None:
    library = library_of(count, folder)
    say(f"\n== {count} articles")
    try:
        for name, wanted in requests(count):
            first = [replace(one, limit=FIRST, whole=False) for one in wanted]
            cost(library, first[:2])
            quick, _ = cost(library, first)
            whole, places = cost(library, [replace(one, limit=FIRST) for one in wanted])
            say(f"{name:16} first hundred {shown(quick)} ms, all counted {shown(whole)} ms; {places} places")
        suggest(library, "电")
        seconds = []
        for prefix in ("电", "电商", "物", "网络", "dian", "ds", "pingtai", "直") * 4:
            begun = time.process_time()
            suggest(library, prefix)
            seconds.append((time.process_time() - begun) * 1000)
        say(f"{'completion':16} {shown(sorted(seconds))} ms")
    finally:
        library.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    say(machine())
    with tempfile.TemporaryDirectory() as made:
        for count in arguments.articles:
            measure(count, arguments.folder or Path(made))
        told_of_growth(arguments.articles, arguments.folder or Path(made))


if __name__ == "__main__":
    main()
