"""Learn the weights by which names are told from look-alikes: `python requirements/weights_of_names.py`.

What is learned from are the labelled sentences of the tests, all in our own wording: each labelled name against other
stretches of its sentence, above all those that begin or end a little beside it or end as names do; and sentences in
which what no rule finds is none. A logistic regression with adaptive steps; the same sentences give the same weights.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
LABELLED: Final = ROOT / "tests" / "corpus" / "knowledge" / "labelled"
SETS: Final = ("firms*.jsonl", "names*.jsonl")
"""Sentences whose names are labelled."""
READ: Final = ("facts*.jsonl", "statistics*.jsonl", "trends*.jsonl", "documents.jsonl")
"""Sentences and reports in which the names that rules find stand for all: they teach what else is none."""
READ_SHARE: Final = 0.15
"""Of the other stretches of those so many are learned from."""
READ_LENGTH: Final = 2000
ROUNDS: Final = 5
STEP: Final = 0.3
OFTEN: Final = 6
"""Signs met less often are left out."""
SHARE: Final = 0.5
"""Of the other stretches of a sentence so many are learned from."""
LONGEST: Final = 16
WORDS: Final = 6
BESIDE: Final = 3
REACH: Final = 6
"""So many characters at most stand before the last word of what may end as a name."""
SHORTEST: Final = 2
COUNTED: Final = frozenset("一二两三四五六七八九十几半多少每")
"""With these before it a measure word or a verb is taken for a new word: 一听, 多放."""
MEASURED: Final = r"[一-鿿]{0,4}[率量额值]"
"""With this behind it a word of trade is what is measured: 图书使用率."""
Example = tuple[bool, list[str]]


def stretches(
    text: str, names: set[tuple[int, int]], chance: random.Random, share: float
) -> set[tuple[int, int]]:
    """Return stretches of a text that might be taken for names, the names among them."""
    from corpus.knowledge.names.known.known_names import known_in, places_of

    found = set(names) | set(by_last_word(text))
    found |= {(place, place + len(name)) for name in known_in(text) for place in places_of(name, text)}
    found |= {one for one in runs_of_words(text) if chance.random() < share}
    for start, end in names if share == SHARE else ():
        for moved in range(1, BESIDE + 1):
            beside = ((start - moved, end), (start + moved, end), (start, end - moved), (start, end + moved))
            found |= {one for one in beside if one[0] >= 0 and one[1] - one[0] > 1 and is_run(text, *one)}
    return found


def by_last_word(text: str) -> Iterator[tuple[int, int]]:
    """Yield every new word of two to six characters with a last word of names behind it."""
    from corpus.knowledge.names.shapes.boundaries import run_start
    from corpus.knowledge.phrases.company_words import any_of

    for form in any_of("strong", "weak", "tails", "houses", "legal").finditer(text):
        if re.compile(MEASURED).match(text, form.end()):
            continue
        begin = run_start(text, max(0, form.start() - REACH), form.start())
        for start in range(begin, form.start() - SHORTEST + 1):
            if is_new(text[start : form.start()]):
                yield start, form.end()


def is_new(core: str) -> bool:
    """Tell whether a core is one word that no dictionary has, and may be a name."""
    from corpus.knowledge.names.shapes.coined import is_coined, is_simplified
    from corpus.knowledge.phrases.company_words import listed
    from index.segment.quick import is_word, plain_words

    if core[0] in COUNTED or core in listed("kinds") or plain_words(core) != [core] or is_word(core):
        return False
    return is_coined(core) and is_simplified(core)


def is_run(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is of letters alone."""
    return end <= len(text) and text[start:end].isalpha()


def runs_of_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield every run of a few words without marks and numbers between them."""
    from index.segment.quick import plain_words

    words = plain_words(text)
    begins = [0]
    for word in words:
        begins.append(begins[-1] + len(word))
    for first in range(len(words)):
        for last in range(first, min(len(words), first + WORDS)):
            if not words[last].isalpha() or begins[last + 1] - begins[first] > LONGEST:
                break
            if begins[last + 1] - begins[first] > 1:
                yield begins[first], begins[last + 1]


def examples() -> Iterator[Example]:
    """Yield every stretch learned from: whether it is a name, and its signs."""
    from corpus.knowledge.names.finding import find_names

    chance = random.Random(0)  # noqa: S311 -- which stretches are learned from, nothing secret
    for item in items(SETS):
        bodies = {(one["start"], one["end"]) for one in item["mentions"] if one.get("type") == "institution"}
        names = {(one["start"], one["end"]) for one in item["mentions"]} - bodies
        others = stretches(item["text"], names, chance, SHARE) - bodies
        yield from weighed(item["text"], names, others)
    for item in items(READ):
        text = item.get("text") or item.get("sentence") or ""
        names = {(one.span.start, one.span.end) for one in find_names(text[:READ_LENGTH], weigh=False)}
        others = stretches(text[:READ_LENGTH], names, chance, READ_SHARE)
        yield from weighed(text[:READ_LENGTH], names, {one for one in others if not inside(one, names)})


def items(kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the items of some labelled sets."""
    for path in sorted(one for kind in kinds for one in LABELLED.glob(kind)):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def inside(stretch: tuple[int, int], names: set[tuple[int, int]]) -> bool:
    """Tell whether a stretch shares something with a name and is none: rules may have cut the name."""
    start, end = stretch
    return stretch not in names and any(start < last and first < end for first, last in names)


def weighed(text: str, names: set[tuple[int, int]], others: set[tuple[int, int]]) -> Iterator[Example]:
    """Yield some stretches of a text with their signs."""
    from corpus.knowledge.names.weighed.signs import signs_of
    from corpus.model.span import Span

    for one in sorted(others):
        yield one in names, list(signs_of(text, Span(*one)))


def learned(told: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each sign that counts."""
    met = Counter(sign for _, signs in told for sign in signs)
    numbers = {
        sign: place for place, sign in enumerate(sign for sign, times in met.items() if times >= OFTEN)
    }
    rows = [(name, [numbers[sign] for sign in signs if sign in numbers]) for name, signs in told]
    weights, steps = [0.0] * len(numbers), [1e-6] * len(numbers)
    chance = random.Random(1)  # noqa: S311 -- the order of learning, nothing secret
    for _ in range(ROUNDS):
        chance.shuffle(rows)
        for name, signs in rows:
            given = max(-30.0, min(30.0, sum(map(weights.__getitem__, signs))))
            wrong = 1 / (1 + math.exp(-given)) - name
            if abs(wrong) < 1e-3:
                continue
            for sign in signs:
                steps[sign] += wrong * wrong
                weights[sign] -= STEP * wrong / math.sqrt(steps[sign])
    return {sign: weights[place] for sign, place in numbers.items()}


def write(room: Path) -> None:
    """Write the weights learned from the labelled sentences, in hundredths, into a folder."""
    from corpus.knowledge.names.weighed.weights import KEPT

    weights = {sign: round(weight * 100) for sign, weight in learned(list(examples())).items()}
    lines = sorted(f"{sign}\t{weight}\n" for sign, weight in weights.items() if abs(weight) > 5)
    (room / KEPT).write_text("".join(lines), encoding="utf-8", newline="\n")


def main() -> None:
    """Learn from all labelled sentences and keep the weights beside the code that reads them."""
    write(ROOT / "corpus" / "knowledge" / "names" / "weighed")


if __name__ == "__main__":
    main()
