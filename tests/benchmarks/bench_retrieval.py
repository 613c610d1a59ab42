"""How well and how fast the library is searched, on the open samples beside the project.

Run ``.venv/bin/python -m tests.benchmarks.bench_retrieval [--documents N]``. What is not there is skipped.
``--documents`` adds a library of N articles recombined from the samples, for the times.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.finder import Finder
from index.query.conditions import is_wordlike
from index.query.matching import plain
from index.query.request import Query
from index.segment import Segmenter
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from index.query.request import Hit, Mode

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
RETRIEVAL = SAMPLES / "open" / "03_retrieval"
ALIASES = {"电商": ("电子商务",)}
TOP = 10
POOLED = ("rgb_zh_news", "dureader2_demo_web")


def say(*parts: object) -> None:
    sys.stdout.write(" ".join(map(str, parts)) + "\n")
    sys.stdout.flush()


def records(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def median(seconds: Sequence[float]) -> str:
    ranked = sorted(seconds)
    return (
        f"p50 {statistics.median(ranked) * 1000:.1f} ms, p95 {ranked[int(len(ranked) * 0.95)] * 1000:.1f} ms"
    )


def scores(ranks: Sequence[float]) -> str:
    """Return hit@1 and MRR@10 of reciprocal ranks."""
    count = max(1, len(ranks))
    first = sum(r == 1 for r in ranks)
    return f"hit@1 {first / count:.3f}, MRR@10 {sum(ranks) / count:.3f} of {len(ranks)}"


def articles_of(finder: Finder, mode: Mode, text: str) -> list[str]:
    """Return the articles found, in the order they first come in the list."""
    return list(dict.fromkeys(h.document for h in finder.search(Query(text, mode=mode)).hits))


def ranking_of(finder: Finder, text: str) -> list[str]:
    """Return the articles found, best first, as the window lists them beside the places."""
    return list(finder.search(Query(text)).counts)


class Bm25:
    """The measure beside: BM25 (k1 1.5, b 0.75) over jieba's words, as everyone writes it."""

    def __init__(self, texts: Mapping[str, str], segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._counts = {key: Counter(self._words(text)) for key, text in texts.items()}
        self._lengths = {key: sum(counts.values()) for key, counts in self._counts.items()}
        self._mean = sum(self._lengths.values()) / max(1, len(texts))
        self._holding = Counter(word for counts in self._counts.values() for word in counts)

    def _words(self, text: str) -> list[str]:
        return [w for w in self._segmenter.cut(plain(text)) if is_wordlike(w)]

    def rank(self, question: str) -> list[str]:
        """Return the ids of all texts, best first."""
        words, total = self._words(question), len(self._counts)
        found: dict[str, float] = {}
        for key, counts in self._counts.items():
            length = 0.25 + 0.75 * self._lengths[key] / self._mean
            found[key] = sum(
                math.log(1 + (total - self._holding[w] + 0.5) / (self._holding[w] + 0.5))
                * counts[w] * 2.5 / (counts[w] + 1.5 * length)
                for w in words if w in counts
            )  # fmt: skip
        return sorted(found, key=lambda key: (-found[key], key))


class Bench:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._segmenter = Segmenter([], folder)
        self._segmenter.load()
        self._chance = random.Random(20)  # noqa: S311 the same cuts at every run
        self.ranks: dict[str, dict[str, list[float]]] = {}

    def finder(self, shelf: Shelf, name: str) -> Finder:
        report = synchronise(self._folder / name, shelf, self._segmenter)
        size = sum(len(d.text) for d in shelf.documents.values())
        say(
            f"\n== {name}: {len(shelf.documents)} documents, {size} characters, indexed in {report.seconds:.1f} s"
        )
        return Finder(self._folder / name, shelf, self._segmenter)

    def passages(self, name: str, files: Sequence[str]) -> Shelf | None:
        """Question → passage: is the first article among those that answer? Beside BM25 over jieba's words."""
        if not (RETRIEVAL / name).is_dir():
            say(f"{name}: not there, skipped")
            return None
        shelf = Shelf()
        for record in records(RETRIEVAL / name / "passages.jsonl"):
            title = record.get("title", "")
            shelf.put(record["id"], f"{title}\n{record['text']}" if title else record["text"])
        wanted: dict[str, set[str]] = {}
        for line in (RETRIEVAL / name / "qrels.tsv").read_text("utf-8").splitlines():
            question, _, passage, grade = line.split()
            if int(grade) > 0:
                wanted.setdefault(question, set()).add(passage)
        beside = Bm25({key: one.text for key, one in shelf.documents.items()}, self._segmenter)
        with closing(self.finder(shelf, name)) as finder:
            for file in files:
                asked = [q for q in records(RETRIEVAL / name / file) if q["id"] in wanted]
                self._questions(name, asked, wanted, "BM25", beside.rank)
                for mode in ("words", "auto"):
                    self._questions(name, asked, wanted, mode, partial(articles_of, finder, mode))
                self._questions(name, asked, wanted, "ranked", partial(ranking_of, finder))
            self._cuts(finder, shelf)
        return shelf

    def _questions(
        self,
        name: str,
        questions: list[dict[str, Any]],
        wanted: dict[str, set[str]],
        way: str,
        ask: Callable[[str], list[str]],
    ) -> None:
        seconds, ranks = [], []
        for question in questions:
            begun = time.process_time()
            order = ask(question["text"])[:TOP]
            seconds.append(time.process_time() - begun)
            ranks.append(
                next((1 / n for n, key in enumerate(order, 1) if key in wanted[question["id"]]), 0.0)
            )
        self.ranks.setdefault(way, {}).setdefault(name, []).extend(ranks)
        say(f"  {way:6}{scores(ranks)}; {median(seconds)}")

    def pooled(self) -> None:
        """The news and the web pages together."""
        say("\n== rgb_zh_news and dureader2_demo_web together")
        for way, by_set in self.ranks.items():
            say(f"  {way:6}{scores([r for name in POOLED for r in by_set.get(name, [])])}")

    def _cuts(self, finder: Finder, shelf: Shelf) -> None:
        """Exact quotes cut at random: every one must be found where it was cut."""
        names = list(shelf.documents)
        for size in (1, 4, 6, 10, 20):
            missed, seconds = 0, []
            for _ in range(500):
                name = self._chance.choice(names)
                text = shelf.documents[name].text
                at = self._chance.randrange(max(1, len(text) - size))
                begun = time.perf_counter()
                answer = finder.search(Query(f'"{text[at : at + size]}"', mode="exact"))
                seconds.append(time.perf_counter() - begun)
                missed += (name, at) not in {(h.document, h.start) for h in answer.hits}
            say(f"exact quotes of {size}: {missed} of 500 missed; {median(seconds)}")

    def needs(self) -> None:
        """The search needs of the sample page."""
        labels = SAMPLES / "labels"
        if not labels.is_dir():
            say("labels: not there, skipped")
            return
        quotes = json.loads((labels / "quotes.json").read_text("utf-8"))
        page = (SAMPLES / quotes["file"]).read_bytes().decode("utf-8")
        articles = json.loads((labels / "articles.json").read_text("utf-8"))["articles"]
        begins = {a["id"]: a["offset"] for a in articles}
        shelf = Shelf({a["id"]: page[a["offset"] : a["end"]] for a in articles})
        with closing(self.finder(shelf, "needs")) as finder:
            rows = [self._need(finder, begins, q) for q in quotes["queries"] if q["expect"] == "hit"]
        say(f"needs with a target among the first {TOP}: {sum(any(r) for r in rows)} of {len(rows)};"
            f" with every required target: {sum(all(r) for r in rows)};"
            f" required targets: {sum(map(sum, rows))} of {sum(map(len, rows))}")  # fmt: skip

    def _need(self, finder: Finder, begins: dict[str, int], need: dict[str, Any]) -> list[bool]:
        hits = finder.search(Query(need["query"], aliases=ALIASES, limit=TOP)).hits

        def meets(hit: Hit, target: dict[str, Any]) -> bool:
            begin = begins[hit.document]
            return bool(hit.start + begin < target["end"] and hit.end + begin > target["offset"])

        return [any(meets(h, t) for h in hits) for t in need["targets"] if t["required"]]

    def large(self, size: int, texts: Sequence[str]) -> None:
        """Times over many articles, and over those not indexed yet."""
        sentences = [s for t in texts for s in t.replace("。", "。\n").split("\n") if s]
        shelf = Shelf()
        for number in range(size):
            body = "".join(self._chance.choices(sentences, k=self._chance.randint(8, 40)))
            shelf.put(str(number), f"第{number}篇\n{body}")
        with closing(self.finder(shelf, "recombined")) as finder:
            self._times(finder, shelf, sentences)
            for number in range(min(100, size)):
                shelf.put(str(number), shelf.documents[str(number)].text + "又及。")
            say("with 100 articles changed since:")
            self._times(finder, shelf, sentences)

    def _times(self, finder: Finder, shelf: Shelf, sentences: Sequence[str]) -> None:
        for label, mode, queries in self._kinds(shelf, sentences):
            seconds, totals = [], []
            for query in queries:
                begun = time.perf_counter()
                answer = finder.search(Query(query, mode=mode, limit=50))  # type: ignore[arg-type]
                seconds.append(time.perf_counter() - begun)
                totals.append(answer.total)
            say(f"{label}: {median(seconds)}; {statistics.median(totals):.0f} hits")

    def _kinds(self, shelf: Shelf, sentences: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
        names = list(shelf.documents)
        words = [
            t.word
            for s in self._chance.sample(sentences, 60)
            for t in self._segmenter.words(s)
            if len(t.word) > 1
        ]
        picked = self._chance.sample(words, 30)
        long = [s for s in sentences if len(s) > 14]
        yield (
            "exact, 10 characters",
            "exact",
            [shelf.documents[self._chance.choice(names)].text[20:30] for _ in range(60)],
        )
        yield "exact, 的", "exact", ["的"] * 5
        yield "words, one word", "words", picked
        yield "words, a sentence", "words", [self._chance.choice(long)[:20] for _ in range(30)]
        yield "near, a sentence", "near", [self._chance.choice(long)[:20] for _ in range(20)]
        yield "auto, two words", "auto", [f"{a} {b}" for a, b in zip(picked[::2], picked[1::2], strict=False)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=0)
    size = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        both = ("queries.jsonl", "queries_simplified.jsonl")
        shelves = [
            bench.passages("cmrc2018_dev", both[:1]),
            bench.passages("drcd_dev_traditional", both),
            *(bench.passages(name, both[:1]) for name in POOLED),
        ]
        bench.pooled()
        bench.needs()
        texts = [d.text for s in shelves if s for d in s.documents.values()]
        if size and texts:
            bench.large(size, texts)


if __name__ == "__main__":
    main()
