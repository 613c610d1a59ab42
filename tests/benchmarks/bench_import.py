"""How the time of an import grows with the text, stage by stage: `python -m tests.benchmarks.bench_import`.

Every stage runs on texts of one kind in two sizes; the ratio is the time for one character of the larger over that
of the smaller. A stage that is linear in the text shows about 1, one that is quadratic the ratio of the sizes.
`--kind` and `--stage` choose by a part of the name, `--small` and `--large` set the sizes, `--library` takes the
texts into a library as well and tells how much memory that took.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from corpus.importing.table import parse
from corpus.knowledge.platforms import extract_facts, find_mentions
from corpus.knowledge.sentences.attribution import attributed_source
from corpus.knowledge.statistics import extract_statistics
from corpus.knowledge.trends.trends import score_passages
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.model.knowledge import Knowledge
from corpus.text.decode import decode
from corpus.text.headings import find_headings
from corpus.text.numbers import find_numbers
from corpus.text.offsets import OffsetMap, apply_edits
from corpus.text.repairs import propose
from corpus.text.repairs.rule import Page
from corpus.text.repairs.table import RULES
from corpus.text.sentences import sentences
from corpus.text.similarity import fingerprint
from corpus.text.split import split

SMALL: Final = 100_000
LARGE: Final = 1_000_000
LIBRARY: Final = 3_000_000
SEED: Final = 20180726
NOISY: Final = Path(__file__).resolve().parents[2] / "resources" / "samples" / "noisy-page.txt"
HOSTILE: Final[Mapping[str, str]] = {
    "blanks": " ", "wide blanks": "\u3000", "brackets": "（", "square brackets": "【", "titles": "《",
    "dots": ".", "ellipses": "…", "quotes": "“", "closing quotes": "”", "digit": "1", "figures with commas": "1,",
    "第": "第", "一、": "一、", "一是": "一是", "一百": "一百", "从": "从", "据": "据", "占": "占",
    "和": "和", "的": "的 ",
    "Latin": "a", "Latin dots": "a.", "at": "a@", "Latin-1": "é", "tags": "<p ", "entities": "&nbsp; ",
    "sources": "数据来源：", "dashes": "-", "years": "2018年", "markdown": "*[", "rows": "a\t", "empty lines": "\n",
    "of Han only": "业", "platform": "拼多多", "platform and figure": "拼多多5元",
    "ages": "3岁，", "list marks": "1. ", "asterisks": "*",
    "fences": "```\n", "links": "[a](", "quoted dates": "“2018年", "gaps": "—", "sums": "1+",
}  # fmt: skip


def texts(size: int, wanted: str = "") -> dict[str, str]:
    """Return texts of about ``size`` code points by kind, whose name holds ``wanted``; the same in every run."""
    dice = random.Random(SEED)  # noqa: S311 - texts, no secrets
    page = NOISY.read_text(encoding="utf-8")
    prose = page * (size // len(page) + 1)
    flat = prose.replace("\n", "")
    cuts = [0]
    while cuts[-1] < len(flat):
        cuts.append(cuts[-1] + dice.randint(10, 20))
    numbers = [str(dice.randint(1, 10 ** dice.randint(1, 9))) for _ in range(size // 5)]
    marks = "，。、；：？！…—“”‘’（）《》【】.,;:!?()[] \n"
    made: dict[str, Callable[[], str]] = {
        "real page again and again": lambda: prose,
        "tiny lines": lambda: "\n".join(flat[start:end] for start, end in pairwise(cuts)),
        "no line break": lambda: flat,
        "no sentence end": lambda: re.sub("[。！？!?…]", "", flat),
        "no mark at all": lambda: re.sub(r"[^\w.%]", "", flat),
        "figures": lambda: "".join(f"{one}.5亿元，" for one in numbers),
        "lines of digits": lambda: "\n".join(numbers),
        "one line of digits": lambda: "".join(numbers),
        "marks": lambda: "".join(dice.choice(marks) for _ in range(size)),
        "one paragraph again and again": lambda: (flat[:400] + "\n") * (size // 400 + 1),
        "one short line again and again": lambda: (flat[:15] + "\n") * (size // 16 + 1),
        "numbered lines": lambda: "".join(f"{n % 60 + 1}. {flat[n : n + 12]}\n" for n in range(size // 14)),
    }
    made |= {f"only {name}": partial(_only, unit, size) for name, unit in HOSTILE.items()}
    return {name: "题目在此\n" + text()[:size] for name, text in made.items() if wanted in name}


def _only(unit: str, size: int) -> str:
    return unit * (size // len(unit) + 1)


Stage = tuple[str, Callable[[], object]]


def stages(text: str, knowledge: Knowledge) -> Iterator[Stage]:
    """Yield the steps of an import of ``text``, each on what the ones before it gave."""
    data = text.encode()
    yield "decode", lambda: decode(data)
    yield "headings", lambda: find_headings(text)
    document = parse(Path("x.txt"), data)
    yield "split", lambda: split(document)
    page = Page(document.text, 4, tuple(knowledge.corrections))
    yield "lines", lambda: page.lines
    for rule in RULES:
        yield f"repair {rule.kind}", lambda rule=rule: list(rule.find(page))  # type: ignore[misc]
    edits = propose(document.text, knowledge.corrections)
    yield "propose", lambda: propose(document.text, knowledge.corrections)
    yield "apply", lambda: (apply_edits(document.text, edits), OffsetMap.of(edits))
    clean = apply_edits(document.text, edits)
    yield "fingerprint", lambda: fingerprint(clean)
    yield "sentences", lambda: sentences(clean)
    parts = sentences(clean)
    yield "numbers", lambda: find_numbers(clean)
    numbers = find_numbers(clean)
    yield "names", lambda: find_mentions(clean, knowledge.platforms)
    names = find_mentions(clean, knowledge.platforms)
    yield (
        "statistics",
        lambda: extract_statistics(clean, parts, platforms=knowledge.platforms, numbers=numbers),
    )
    yield "attribution", lambda: [attributed_source(one.of(clean)) for one in parts]
    yield "facts", lambda: extract_facts(clean, parts, names, (), numbers=numbers)
    yield "trends", lambda: score_passages(clean, parts, knowledge.trends)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _timed(text: str, knowledge: Knowledge, wanted: str) -> dict[str, float]:
    return {name: _seconds(work) for name, work in stages(text, knowledge) if wanted in name}


def measure(kinds: str, wanted: str, sizes: tuple[int, int]) -> None:
    """Print the ratio of every kind and stage, the worst first."""
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder), write=True)
        knowledge = library.knowledge
        library.close()
    small, large = texts(sizes[0], kinds), texts(sizes[1], kinds)
    rows: list[tuple[float, float, float, str, str]] = []
    for kind in small:
        before = _timed(small[kind], knowledge, wanted)
        after = _timed(large[kind], knowledge, wanted)
        factor = len(large[kind]) / len(small[kind])
        rows += [
            (after[one] / max(before[one], 1e-4) / factor, before[one], after[one], kind, one)
            for one in before
        ]
        print(
            f"{kind}: {sum(before.values()):.2f} s, {sum(after.values()):.2f} s", file=sys.stderr, flush=True
        )
    for ratio, first, second, kind, stage in sorted(rows, reverse=True):
        if ratio > 1.5 or second > sizes[1] * 1e-6:
            print(f"{ratio:6.2f}  {first:8.3f} s  {second:8.3f} s  {stage:32} {kind}")


def take_in(kinds: str, size: int) -> None:
    """Take each text into a library of its own and print seconds and the memory the process came to."""
    for kind, text in texts(size, kinds).items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "text.txt"
            path.write_text(text, encoding="utf-8")
            library = open_library(Path(folder) / "library", write=True)
            seconds = _seconds(lambda library=library, path=path: import_paths(library, [path]))  # type: ignore[misc]
            library.close()
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{seconds:8.2f} s  {most:7.0f} MB at most so far  {kind}", flush=True)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--kind", default="")
    parser.add_argument("--stage", default="")
    parser.add_argument("--small", type=int, default=SMALL)
    parser.add_argument("--large", type=int, default=LARGE)
    parser.add_argument("--library", type=int, nargs="?", const=LIBRARY, default=0, metavar="SIZE")
    given = parser.parse_args()
    if given.library:
        take_in(given.kind, given.library)
    else:
        measure(given.kind, given.stage, (given.small, given.large))


if __name__ == "__main__":
    main()
