"""Learn the weights by which titles and kinds of texts are told: `python requirements/weights_of_heads.py`.

What is learned from are the labelled heads of the tests, all in our own wording. Of the lines of a head that may be
its title those that are labelled are set against all others; of the kinds of text the labelled one against all others.
Logistic regressions with adaptive steps; the same heads give the same weights.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
if TYPE_CHECKING:
    from corpus.records.lines.page import FrontPage
    from corpus.records.weighed.outline import Outline
    from corpus.records.weighed.title_signs import Lines
LABELLED: Final = ROOT / "tests" / "corpus" / "records"
SETS: Final = "*head*.jsonl", "*layouts.jsonl", "*pages.jsonl", "*imprints.jsonl"
TITLE_ROUNDS, TITLE_STEP, TITLE_OFTEN = 6, 0.2, 4
KIND_ROUNDS, KIND_STEP, KIND_OFTEN = 8, 0.05, 3
"""How often all heads are gone through, how far a step goes, and how often a sign is met that is kept."""
LEAST_HEADS: Final = 8
"""Kinds of text with fewer heads are not learned."""
LEAST, LEAST_OF_KIND = 8, 14
"""Weights below so many hundredths are left out."""
MOST_OF_LINE: Final = 0.5
"""A title that is only part of its line is at least so much of it."""
ALMOST: Final = 1e-3
Head = Mapping[str, Any]
Choice = tuple[list[list[str]], int]
"""The signs of each of several things, and the place of the one that is right."""


def heads() -> Iterator[Head]:
    """Yield the labelled heads, each once."""
    met: set[str] = set()
    for path in sorted({one for kind in SETS for one in LABELLED.glob(kind)}):
        for head in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if head["text"] not in met:
                met.add(head["text"])
                yield head


def pages(told: Iterable[Head]) -> Iterator[tuple[Head, FrontPage]]:
    """Yield heads in Chinese with the pages that are read of them."""
    from corpus.importing.table import parse
    from corpus.records.kinds.script import read_plainly
    from corpus.records.lines.page import front_page, outer_lines
    from corpus.records.weighed.outline import han
    from corpus.text.script import is_traditional

    for head in told:
        text = outer_lines(parse(Path(f"x.{head.get('format', 'txt')}"), head["text"].encode()).text)
        page = front_page(text)
        page = front_page(read_plainly(text)) if is_traditional(page.text) else page
        if han(page.text):
            yield head, page


def labelled_title(head: Head, outline: Outline) -> Lines | None:
    """Return the lines that are the labelled title, or the shortest that hold it; ``None`` where none do."""
    from corpus.records.weighed.title_signs import bare, lines_to_weigh

    if not head["record"].get("title"):
        return None
    title = bare(first(head["record"]["title"]))
    holding: list[tuple[int, Lines]] = []
    for lines in lines_to_weigh(outline):
        told = bare("".join(outline.lines[lines[0] : sum(lines)]))
        if told == title:
            return lines
        if title in told and len(title) > MOST_OF_LINE * len(told):
            holding.append((len(told), lines))
    return min(holding)[1] if holding else None


def first(values: Any) -> str:
    """Return the first of several values, or the only one."""
    return str(values[0] if isinstance(values, list) else values)


def title_choices(told: Iterable[tuple[Head, FrontPage]]) -> Iterator[Choice]:
    """Yield the lines that may be the title of each head, and which are."""
    from corpus.records.weighed.outline import outline_of
    from corpus.records.weighed.title_signs import lines_to_weigh, signs_of_joining, signs_of_line

    for head, page in told:
        outline = outline_of(page)
        right = labelled_title(head, outline)
        if right is None:
            continue
        weighed = list(lines_to_weigh(outline))
        firsts = {one: list(dict.fromkeys(signs_of_line(outline, one))) for one, _ in weighed}
        yield (
            [[*firsts[one[0]], *signs_of_joining(outline, one)] for one in weighed],
            weighed.index(right),
        )


def learned_titles(told: Sequence[tuple[Head, FrontPage]]) -> dict[str, float]:
    """Return the weight of each sign of a title."""
    choices = list(title_choices(told))
    met = Counter(sign for signs, _ in choices for sign in {sign for one in signs for sign in one})
    kept = [
        ([[sign for sign in one if met[sign] >= TITLE_OFTEN] for one in signs], right)
        for signs, right in choices
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    steps: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    chance = random.Random(1)  # noqa: S311 -- the order of learning, nothing secret
    for _ in range(TITLE_ROUNDS):
        chance.shuffle(kept)
        for signs, right in kept:
            given = shares([sum(map(weights.__getitem__, one)) for one in signs])
            wrong: defaultdict[str, float] = defaultdict(float)
            for place, one in enumerate(signs):
                beside = given[place] - (place == right)
                if abs(beside) >= ALMOST:
                    for sign in one:
                        wrong[sign] += beside
            for sign, much in wrong.items():
                steps[sign] += much * much
                weights[sign] -= TITLE_STEP * much / math.sqrt(steps[sign])
    return dict(weights)


def learned_kinds(told: Sequence[tuple[Head, FrontPage]]) -> dict[str, dict[str, float]]:
    """Return for each kind of text the weight of each sign."""
    from corpus.records.weighed.kind_signs import signs_of_kind
    from corpus.records.weighed.outline import outline_of

    rows = []
    for head, page in told:
        if head["record"].get("type"):
            outline = outline_of(page)
            title = labelled_title(head, outline) or (0, 1)
            rows.append((sorted(signs_of_kind(outline, title[0])), first(head["record"]["type"])))
    of_kind = Counter(kind for _, kind in rows)
    met = Counter(sign for signs, _ in rows for sign in signs)
    kinds = sorted(kind for kind, count in of_kind.items() if count >= LEAST_HEADS)
    kept = [
        ([sign for sign in signs if met[sign] >= KIND_OFTEN], kinds.index(kind))
        for signs, kind in rows
        if kind in kinds
    ]
    weights = [defaultdict[str, float](float) for _ in kinds]
    steps = [defaultdict[str, float](lambda: 1e-6) for _ in kinds]
    chance = random.Random(3)  # noqa: S311 -- the order of learning, nothing secret
    for _ in range(KIND_ROUNDS):
        chance.shuffle(kept)
        for signs, right in kept:
            given = shares([sum(map(one.__getitem__, signs)) for one in weights])
            for place, (one, far) in enumerate(zip(weights, steps, strict=True)):
                wrong = given[place] - (place == right)
                if abs(wrong) < ALMOST:
                    continue
                for sign in signs:
                    far[sign] += wrong * wrong
                    one[sign] -= KIND_STEP * wrong / math.sqrt(far[sign])
    return {kind: dict(one) for kind, one in zip(kinds, weights, strict=True)}


def shares(weights: Sequence[float]) -> list[float]:
    """Return the likelihood of each of several, of which one holds."""
    most = max(weights)
    powers = [math.exp(weight - most) for weight in weights]
    return [power / sum(powers) for power in powers]


def write(room: Path) -> None:
    """Write the weights learned from all labelled heads, in hundredths, into a folder."""
    from corpus.records.weighed.weights import KINDS, TITLES

    told = list(pages(heads()))
    titles = {sign: round(weight * 100) for sign, weight in learned_titles(told).items()}
    lines = sorted(
        f"{sign}\t{weight}\n"
        for sign, weight in titles.items()
        if abs(weight) >= LEAST and sign.isprintable()
    )
    (room / TITLES).write_text("".join(lines), encoding="utf-8", newline="\n")
    kinds = learned_kinds(told)
    signs = sorted({sign for weights in kinds.values() for sign in weights if sign.isprintable()})
    lines = [" ".join(kinds) + "\n"]
    for sign in signs:
        weights = [round(100 * one.get(sign, 0)) for one in kinds.values()]
        told_of = [f"{kind}:{weight}" for kind, weight in enumerate(weights) if abs(weight) >= LEAST_OF_KIND]
        lines += ["\t".join([sign, *told_of]) + "\n"] if told_of else []
    (room / KINDS).write_text("".join(lines), encoding="utf-8", newline="\n")


def main() -> None:
    """Learn from all labelled heads and keep the weights beside the code that reads them."""
    write(ROOT / "corpus" / "records" / "weighed")


if __name__ == "__main__":
    main()
