"""The trends of the built-in pack: each phrase is found in its example, each cue sorts a sentence by itself."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from corpus.knowledge.cues.gapped_phrases import phrase
from corpus.knowledge.trends.trends import score_passages
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.trend import Trend
from corpus.text.sentences import sentences

ALONE = 0.7
"""A cue of this weight is enough for a sentence that tells which way something develops."""


def test_that_every_phrase_of_a_trend_is_found_in_its_example() -> None:
    told = tomllib.loads((files("corpus.packs") / "ecommerce" / "taxonomy.toml").read_text(encoding="utf-8"))[
        "trends"
    ]
    rows = [row for one in told for row in one["phrases"]]
    assert [row["phrase"] for row in rows if not phrase(row["phrase"]).pattern.search(row["example"])] == []


@pytest.mark.parametrize("trend", builtin_knowledge().trends, ids=lambda trend: trend.key)
def test_that_every_cue_sorts_a_sentence_and_is_named_as_its_reason(trend: Trend) -> None:
    silent = []
    for cue in trend.cues:
        text = f"网店里说到{cue.word}的买家逐年增多，而且越来越多。"
        found = (
            score_passages(text, sentences(text), builtin_knowledge().trends) if cue.weight >= ALONE else ()
        )
        under = [one.reason for one in found if one.trend == trend.key]
        if cue.weight >= ALONE and not any(cue.word.casefold() in reason.casefold() for reason in under):
            silent.append(cue.word)
    assert silent == []
