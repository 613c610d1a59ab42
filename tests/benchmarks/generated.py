"""Libraries of any size from wording of our own: the same number and seed give the same text, everywhere.

Each article has two sentences and eight rare names found nowhere else, figures whose places are known, names of
platforms and passages of trends. ``articles`` are short ones of about 900 characters, ``reports`` long ones of
30,000 with pages. ``write_files`` puts them into a folder, ``fill`` straight into a library without any reading:
`python -m tests.benchmarks.generated FOLDER --articles 10000 --reports 200 [--library]`.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from corpus.library.core.library import Library
from corpus.library.intake.building.build import article_id, part_id, source_id
from corpus.library.intake.opening import open_library
from corpus.model.article import Article, ArticleSummary
from corpus.model.platform import PlatformMention
from corpus.model.source import Heading, Metadata, Page, Source
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, Period, Statistic
from corpus.model.trend import TrendPassage
from corpus.packs.pack import load_pack
from corpus.store.database.changes import Changes
from corpus.store.facts.facts import StoredFacts
from corpus.text.sentences import sentences
from corpus.text.similarity import fingerprint
from tests.benchmarks.generated_words import (
    FIGURES,
    GAPS,
    HOUSES,
    METRICS,
    NAMED,
    PLACES,
    SENTENCES,
    SYLLABLES,
    TRENDS,
    UNIQUE,
)

SEED: Final = 20181218
ARTICLE: Final = 900
REPORT: Final = 30_000
_PAGE: Final = 1_200
_PER_ARTICLE: Final = 10
_TEN_THOUSANDS: Final = {"万": 10**4, "亿": 10**8}
_BATCH: Final = 500
_SPREAD: Final = 1_618_033
"""Shares no factor with the number of names, so that neighbours look different and none comes twice."""
_REPORTS: Final = 300_000
"""The number of the first report: eight names each are left for twenty thousand of them."""


@dataclass(frozen=True, slots=True)
class Generated:
    """One generated text; ``unique`` are its own sentences, ``names`` its rare names, spans are of ``text``."""

    number: int
    title: str
    text: str
    unique: tuple[str, ...]
    names: tuple[str, ...]
    headings: tuple[Heading, ...] = ()
    pages: tuple[Page, ...] = ()
    figures: tuple[Statistic, ...] = ()


@dataclass(slots=True)
class _Writing:
    """A text as it grows."""

    dice: random.Random
    names: tuple[str, ...]
    text: str = ""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    figures: list[Statistic] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    unique: list[str] = field(default_factory=list)

    def put(self, words: str) -> int:
        """Put words at the end and return where they begin."""
        start, self.length = self.length, self.length + len(words)
        self.parts.append(words)
        return start


def articles(
    count: int, *, seed: int = SEED, first: int = 0, characters: int = ARTICLE
) -> Iterator[Generated]:
    """Yield ``count`` articles from number ``first`` on."""
    return (generate(first + n, seed=seed, characters=characters) for n in range(count))


def reports(count: int, *, seed: int = SEED, characters: int = REPORT) -> Iterator[Generated]:
    """Yield long reports with headings and pages; their numbers begin where no article's are."""
    return (generate(_REPORTS + n, seed=seed, characters=characters, paged=True) for n in range(count))


def generate(number: int, *, seed: int = SEED, characters: int = ARTICLE, paged: bool = False) -> Generated:
    """Return the text of this number."""
    dice = random.Random(f"{seed}:{number}")  # noqa: S311 - texts, not secrets
    writing = _Writing(dice, tuple(_name(number * 8 + n) for n in range(8)))
    title = f"{dice.choice(PLACES)}的{dice.choice(GAPS['goods'])}与{writing.names[0]}"
    writing.put(f"{title}\n\n")
    due = {int(characters * part) for part in (0.3, 0.6)}
    steps = max(_PER_ARTICLE, _PER_ARTICLE * characters // ARTICLE // 3)
    figures_at = sorted(dice.randrange(characters) for _ in range(steps))
    while writing.length < characters:
        _paragraph(writing, due, figures_at, headed=paged)
    text = "".join(writing.parts)
    pages = tuple(Page(str(n + 1), at) for n, at in enumerate(range(0, len(text), _PAGE))) if paged else ()
    return Generated(
        number, title, text, tuple(writing.unique), writing.names, tuple(writing.headings), pages,
        tuple(writing.figures),
    )  # fmt: skip


def _paragraph(writing: _Writing, due: set[int], figures_at: list[int], *, headed: bool) -> None:
    dice = writing.dice
    if headed and dice.random() < 0.2:
        words = f"{dice.choice(GAPS['goods'])}与{dice.choice(GAPS['virtue'])}"
        writing.headings.append(Heading(2, words, writing.put(f"{words}\n\n")))
    for _ in range(dice.randint(3, 6)):
        if due and min(due) <= writing.length:
            due.discard(min(due))
            _unique(writing)
        elif figures_at and figures_at[0] <= writing.length:
            figures_at.pop(0)
            _figure(writing, len(writing.figures))
        elif dice.random() < 0.3:
            writing.put(dice.choice(_pack_sentences()))
        else:
            writing.put(_filled(dice, dice.choice(SENTENCES)))
    writing.put("\n\n")


def _unique(writing: _Writing) -> None:
    """Put a sentence found nowhere else; together the two name four of the article's names, figures the rest."""
    at = 2 * len(writing.unique)
    words = _filled(
        writing.dice, writing.dice.choice(UNIQUE), name=writing.names[at], name2=writing.names[at + 1]
    )
    writing.unique.append(words)
    writing.put(words)


def _figure(writing: _Writing, count: int) -> None:
    """Put a sentence with a figure: of the article's own names mostly, sometimes of a place others speak of too."""
    dice = writing.dice
    own = count < 4 or dice.random() < 0.5
    subject = writing.names[4 + count % 4] if own else dice.choice(PLACES)
    metric, unit = dice.choice(METRICS)
    year, grows = dice.randint(2008, 2019), dice.random() < 0.25
    template = dice.choice(FIGURES[1 if grows else 0])
    printed = f"{dice.uniform(2, 60):.1f}" if grows else f"{dice.uniform(20, 9000):.2f}"
    words = _filled(
        dice, template, year=str(year), subject=subject, metric=metric, value=printed, unit=unit, rate=printed
    )
    start, told = writing.put(words), f"{printed}%" if grows else f"{printed}{unit}"
    at = start + words.index(told)
    region, about = ("", subject) if own else (subject, "")
    stated = Statistic(
        id=f"{count}", metric=metric, value=None if grows else Decimal(printed), unit="" if grows else unit,
        evidence=Span(start, start + len(words)), figure=Span(at, at + len(told)), subject=about, region=region,
        period=Period(f"{year}年", f"{year}-01-01", f"{year}-12-31"), confidence=0.8,
        qualifier="约" if "约" in words else "",
    )  # fmt: skip
    writing.figures.append(_grown(stated, printed, words) if grows else _expanded(stated))


def _grown(stated: Statistic, printed: str, words: str) -> Statistic:
    falls = "下降" in words
    change = Change(Direction.DOWN if falls else Direction.UP, Decimal(printed), "%", "同比")
    return replace(stated, change=change)


def _expanded(stated: Statistic) -> Statistic:
    """Return a figure with 万 and 亿 of its unit worked into the base value."""
    factor = _TEN_THOUSANDS.get(stated.unit[:1], 1)
    base = None if stated.value is None else stated.value * factor
    return replace(stated, base_value=base, base_unit=stated.unit[1:] if factor > 1 else stated.unit)


def _filled(dice: random.Random, template: str, **given: str) -> str:
    """Return a template with its gaps filled; those not given are drawn."""
    values = {name: dice.choice(words) for name, words in GAPS.items()}
    values |= {"goods2": dice.choice(GAPS["goods"]), "virtue2": dice.choice(GAPS["virtue"])}
    values |= {"place": dice.choice(PLACES), "place2": dice.choice(PLACES)}
    return template.format_map(values | given)


def _name(number: int) -> str:
    """Return the rare name of this number."""
    digits, left = "", number * _SPREAD % len(SYLLABLES) ** 4
    for _ in range(4):
        left, digit = divmod(left, len(SYLLABLES))
        digits = SYLLABLES[digit] + digits
    return digits + HOUSES[number % len(HOUSES)]


@cache
def _pack_sentences() -> tuple[str, ...]:
    """Return the plain sentences of the built-in pack, which are wording of our own too."""
    texts = (one.data.decode("utf-8") for one in load_pack("ecommerce").articles)
    found = (span.of(text) for text in texts for span in sentences(text))
    return tuple(one for one in found if re.fullmatch(r"[\u3400-\u9fff，、；：“”《》]{12,}[。！？]", one))


def write_files(folder: Path, ones: Iterable[Generated]) -> list[Path]:
    """Write each text into a file of its own and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for one in ones:
        path = folder / f"{one.number:07}.txt"
        path.write_text(one.text, encoding="utf-8")
        paths.append(path)
    return paths


def fill(library: Library, ones: Iterable[Generated]) -> tuple[str, ...]:
    """Put texts into a library as if they had been read, a few hundred in a transaction; return their ids."""
    ids: list[str] = []
    waiting: list[Generated] = []
    for one in ones:
        waiting.append(one)
        if len(waiting) == _BATCH:
            ids += _fill(library, waiting)
            waiting.clear()
    return (*ids, *_fill(library, waiting))


def _fill(library: Library, ones: list[Generated]) -> list[str]:
    stored = [(_source(one), _stored(one), one) for one in ones]
    identities = frozenset(article.id for _, article, _ in stored)
    with library.store.transaction(Changes(articles=identities, facts=identities)) as number:
        for source, article, one in stored:
            library.store.sources.add(source)
            library.store.articles.put(
                replace(article, change=number), position=0, shingles=fingerprint(one.text)
            )
            library.store.facts.replace(article.id, _facts(article.id, one))
    return [article.id for _, article, _ in stored]


def _source(one: Generated) -> Source:
    digest, path = sha256(one.text.encode()).hexdigest(), f"/generated/{one.number:07}.txt"
    return Source(
        source_id(digest), digest, path, (path,), "txt", "utf-8", len(one.text.encode()),
        _added(one), one.text, (),
    )  # fmt: skip


def _added(one: Generated) -> str:
    """Return when a text was taken in: each a second after the one before."""
    days, seconds = divmod(one.number, 86_400)
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"2020-{1 + days // 28 % 12:02}-{1 + days % 28:02}T{hours:02}:{minutes:02}:{rest:02}.000+00:00"


def _stored(one: Generated) -> Article:
    source = _source(one)
    dice = random.Random(one.title)  # noqa: S311 - texts, not secrets
    summary = ArticleSummary(
        id=article_id(source.id, 0, one.text), title=one.title, source=source.id, path=source.path,
        paths=source.paths, characters=len(one.text), added=source.imported, batch="generated",
        metadata=Metadata(author=f"{one.names[7]}主人", publisher=f"{dice.choice(PLACES)}日报",
                          date=f"{dice.randint(2008, 2019)}-{dice.randint(1, 12):02}-01"),
    )  # fmt: skip
    return Article(summary, one.text, headings=one.headings, pages=one.pages, end=len(one.text))


def _facts(identity: str, one: Generated) -> StoredFacts:
    mentions = [
        PlatformMention(name, Span(found.start(), found.end()), name)
        for name in NAMED
        for found in re.finditer(name, one.text)
    ]
    passages = [
        TrendPassage(TRENDS[word], span, 0.7, word, identity)
        for span in sentences(one.text)
        for word in TRENDS
        if word in span.of(one.text)
    ]
    figures = tuple(replace(figure, id=part_id("f", identity, figure.id)) for figure in one.figures)
    return StoredFacts(figures, tuple(mentions), (), tuple(passages))


def main() -> None:
    """Make a folder of files, or a library, of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--reports", type=int, default=0)
    parser.add_argument("--library", action="store_true", help="make a library instead of files")
    arguments = parser.parse_args()
    ones = (one for many in (articles(arguments.articles), reports(arguments.reports)) for one in many)
    if not arguments.library:
        print(len(write_files(arguments.folder, ones)))
        return
    library = open_library(arguments.folder, write=True)
    try:
        print(len(fill(library, ones)))
    finally:
        library.close()


if __name__ == "__main__":
    main()
