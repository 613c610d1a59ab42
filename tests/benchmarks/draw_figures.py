"""Draw figures to be judged by hand: ``python -m tests.benchmarks.draw_figures --samples DIR --seed N``.

The reports and the sentences on business of a folder of samples are read as an import would read them; of all
figures found, a fixed seed draws some, as many from each; ``--texts`` names a folder of other texts. A line of JSON
a figure: an id that names file and place, title, heading, sentence, the number and every field. Judgements are kept
by id in ``figure_judgements.csv``: r right, w wrong, m missing though the text settles it, - nothing to give. Rounds 7
and 8 were judged by two readers who knew nothing of the program, 50 of them by both; rounds 9, 11 and 14
before and rounds 10, 12, 13 and 15 after rules were made for what was wrong in those before. Of rounds 14, 15 and 18
only metric and subject were judged, of 17 kind and period too, with the program's answers in sight; the other fields
are empty. Round 16 judges the metrics anew that were no more as earlier rounds had judged them, 17 came before and 18
after rules for what was wrong in 17; a count told without what was done to the things is wrong there. Round 19 was
drawn from figures no round had judged (metric and subject alone). Round 20 was judged by two readers who knew nothing
of the program, 50 of them by both, and rules were made for what was wrong in it; round 21 came after those rules,
judged by three such readers in parts of their own (34 of its first 130 figures stood in an earlier round).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from corpus.importing.text_files.markdown import read_markdown
from corpus.importing.text_files.plain_text import read_text
from corpus.library.core.knowledge import builtin_knowledge
from corpus.library.intake.building.build import BuiltArticle, Surroundings, build, source_id
from corpus.model.statistic import Statistic
from corpus.text.offsets import OffsetMap, apply_edits

REPORTS = "open/07_reports"
BUSINESS = "open/02_business"
FIELDS = (
    "metric", "subject", "region", "value", "low", "high", "unit", "qualifier", "kind", "direction", "basis", "source",
)  # fmt: skip


def built(path: str, data: bytes) -> tuple[BuiltArticle, ...]:
    """Return the articles of a file as an import would make them."""
    document = read_markdown(data) if path.endswith(".md") else read_text(data)
    around = Surroundings(source_id(path), path, "", "2026-03-01", builtin_knowledge())
    return build(document, around)[1]


def reports(samples: Path) -> Iterator[dict[str, Any]]:
    """Yield the figures of the reports."""
    folder = samples / REPORTS
    for path in sorted((*folder.glob("*.txt"), *folder.glob("*.md"), *folder.glob("_plain/*.txt"))):
        for article in built(path.name, path.read_bytes()):
            yield from told(path.name, article)


def business(samples: Path) -> Iterator[dict[str, Any]]:
    """Yield the figures of the sentences on business, each read by itself."""
    for path in sorted((samples / BUSINESS).glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            item = json.loads(line)
            text = str(item.get("text") or item.get("content") or item.get("sentence") or "")
            for article in built(f"{number}.txt", text.encode()) if any(map(str.isdigit, text)) else ():
                yield from told(f"{path.stem}:{number}", article)


def texts(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the figures of texts of one's own."""
    for path in sorted(folder.glob("*.txt")):
        for article in built(path.name, path.read_bytes()):
            yield from told(path.name, article)


def told(name: str, built_article: BuiltArticle) -> Iterator[dict[str, Any]]:
    """Yield what is known of the figures of an article."""
    article = built_article.article
    clean = apply_edits(article.original, article.edits)
    shown = OffsetMap.of(article.edits).to_clean
    headings = [(one.start, one.text) for one in article.headings]
    for one in built_article.facts.statistics:
        figure, evidence = shown(one.figure), shown(one.evidence)
        above = bisect_right(headings, (one.figure.start, "\uffff")) - 1
        yield {
            "id": f"{name}@{one.figure.start}:{one.metric[:6]}",
            "title": article.title,
            "heading": headings[above][1] if above >= 0 else "",
            "sentence": evidence.of(clean),
            "figure": figure.of(clean),
            **fields(one),
        }


def fields(one: Statistic) -> dict[str, Any]:
    """Return the fields of a figure that say something, and what was taken from the document around it."""
    found = {name: getattr(one, name) for name in FIELDS}
    period = {"period": one.period.text, "from": one.period.start, "to": one.period.end}
    change = {} if one.change is None else {"change": [str(part) for part in _parts(one)]}
    given = {
        name: str(value) if isinstance(value, Decimal) else value
        for name, value in {**found, **period}.items()
        if value not in (None, "")
    }
    return {**given, **change, "inherited": list(one.inherited)}


def _parts(one: Statistic) -> tuple[object, ...]:
    change = one.change
    return () if change is None else (change.direction, change.value, change.unit, change.basis)


def drawn(found: list[dict[str, Any]], count: int, seed: int) -> list[dict[str, Any]]:
    """Return some figures, drawn by a seed, in the order of the draw."""
    chance = random.Random(seed)  # noqa: S311 - a draw to be repeated
    return chance.sample(found, min(count, len(found)))


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--texts", type=Path, help="texts of one's own: a third of the draw is from them")
    arguments = parser.parse_args()
    own = (texts(arguments.texts),) if arguments.texts else ()
    drawn_from = (reports(arguments.samples), business(arguments.samples), *own)
    share = arguments.count // len(drawn_from)
    for found in drawn_from:
        for one in drawn(list(found), share, arguments.seed):
            sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
