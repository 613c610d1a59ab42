"""Categories of trends of one's own: from words that speak for them and from examples; all of it can be undone.

The texts in which one of the words stands are sorted anew; the others are as they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import uuid4

from corpus.knowledge.trends.subject_matter import for_text
from corpus.knowledge.trends.trends import score_passages
from corpus.library.core.contexts import context_of
from corpus.library.core.library import Library
from corpus.library.finding.articles_holding import articles_holding
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.trend import Cue, Trend
from corpus.store.database.changes import Changes
from corpus.text.script import plain_script
from index.lazy_pattern import LazyPattern
from index.segment.stopwords import STOP_WORDS

OWN: Final = "own-"
"""The keys of categories people made begin so."""
STRONG: Final = 1.5
"""The weight of a word a person gave: one is enough."""
HINT: Final = 0.4
"""The weight of a word taken from the examples: a sentence needs two of them."""
LONGEST: Final = 40
"""No name of a category is longer, in code points."""

_BETWEEN = LazyPattern(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class TrendWishes:
    """What a person says of a category: words that speak for it, and sentences that would stand under it."""

    name: str
    definition: str = ""
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def add_trend(library: Library, wishes: TrendWishes) -> tuple[Trend, ...]:
    """Make a category; return the categories as they were. UsageError (bad_trend, known_trend)."""
    before = library.store.own_trends.all()
    made = _made(library, f"{OWN}{uuid4().hex[:8]}", wishes)
    _sort(library, (*before, made))
    return before


def change_trend(library: Library, key: str, wishes: TrendWishes) -> tuple[Trend, ...]:
    """Say something else of a category of one's own; return the categories as they were. UnknownIdError."""
    before = library.store.own_trends.all()
    _own(before, key)
    made = _made(library, key, wishes)
    _sort(library, tuple(made if one.key == key else one for one in before))
    return before


def forget_trend(library: Library, key: str) -> tuple[Trend, ...]:
    """Forget a category of one's own; return the categories as they were.

    What was put under it by hand is kept, and shown again should it come back.
    """
    before = library.store.own_trends.all()
    _own(before, key)
    _sort(library, tuple(one for one in before if one.key != key))
    return before


def restore_trends(library: Library, before: tuple[Trend, ...]) -> None:
    """Have the categories of one's own as they were."""
    _sort(library, before)


def words_in(line: str) -> tuple[str, ...]:
    """Return the words of a line in which they are parted by blanks or marks."""
    return tuple(one for one in _BETWEEN.split(line) if one)


def wishes_of(trend: Trend) -> TrendWishes:
    """Return what was said of a category of one's own."""
    words = tuple(one.word for one in trend.cues if one.weight >= STRONG)
    return TrendWishes(trend.name, trend.definition, words, trend.examples)


def _own(trends: Iterable[Trend], key: str) -> Trend:
    for one in trends:
        if one.key == key:
            return one
    raise UnknownIdError("unknown_trend", id=key)


def _made(library: Library, key: str, wishes: TrendWishes) -> Trend:
    name = " ".join(wishes.name.split())
    words = tuple(dict.fromkeys(word for one in wishes.words if (word := one.strip())))
    examples = tuple(one.strip() for one in wishes.examples if one.strip())
    if not name or len(name) > LONGEST or not (words or examples):
        raise UsageError("bad_trend", name=name)
    if any(one.name == name and one.key != key for one in library.knowledge.trends):
        raise UsageError("known_trend", name=name)
    hints = [one for one in _hints(library, examples) if one not in words]
    cues = (*(Cue(one, STRONG) for one in words), *(Cue(one, HINT) for one in hints))
    return Trend(key, name, wishes.definition.strip(), cues=cues, examples=examples)


def _hints(library: Library, examples: Sequence[str]) -> list[str]:
    """Return the words of some examples that say what they are about, those of most examples first."""
    counts: Counter[str] = Counter()
    for example in examples:
        words = {one.word for one in library.segmenter.words(example)}
        counts.update(one for one in words if len(one) > 1 and one not in STOP_WORDS and not one.isnumeric())
    return [one for one, _count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def _sort(library: Library, wanted: tuple[Trend, ...]) -> None:
    """Keep these categories, and sort anew the texts in which a word of one that is other than before stands."""
    before = library.store.own_trends.all()
    other = {one for one in (*before, *wanted) if one not in before or one not in wanted}
    words = {cue.word for one in other for cue in one.cues} | {one.name for one in other}
    there = library.store.statements.articles_under([one.key for one in other])
    articles = sorted({*articles_holding(library, words), *there})
    touched = frozenset(articles)
    try:
        with library.store.transaction(Changes(fields=touched, facts=touched, settings=True)) as number:
            library.store.own_trends.put_all(wanted)
            library.store.facts.mark_changed(number)
            library.words_changed()
            for article in articles:
                _sort_passages(library, article)
    finally:
        library.words_changed()


def _sort_passages(library: Library, article_id: str) -> None:
    """Sort the sentences of an article under the trends; those a pack vouches for stay."""
    ready = library.texts.get(article_id)
    plain = plain_script(ready.clean)
    trends = for_text(plain, ready.sentences, library.knowledge.trends)
    ground = ready.offsets.to_original
    chapters = context_of(ready.article, ready.clean, ready.offsets).chapters
    found = [
        replace(one, span=ground(one.span), article=article_id)
        for one in score_passages(plain, ready.sentences, trends, chapters)
    ]
    vouched = [one for one, reviewed in library.store.facts.passages(article_id) if reviewed and not one.id]
    proven = {(one.trend, one.span) for one in vouched}
    kept = [*vouched, *(one for one in found if (one.trend, one.span) not in proven)]
    library.store.facts.sort_passages(article_id, kept, frozenset(range(len(vouched))))
