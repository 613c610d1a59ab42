"""Recording a figure of a passage: what is known of its numbers already, and a person's reading of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.passage_figures import figures_of
from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.core.views import StatisticView
from corpus.library.facts.own_facts import new_id, record, trimmed
from corpus.library.facts.statistics import edit_statistic, statistic
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic

FIELDS: Final = (
    "metric", "subject", "region", "period", "value", "unit", "base_value", "base_unit", "kind", "source",
)  # fmt: skip
"""What a person says of a figure; where it stands is not theirs to change."""


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A number that can be recorded: ``number`` as printed, ``quote`` the sentence, ``within`` the number in it.

    ``statistic`` has spans of the clean text; its id is empty unless the library knows the figure already.
    """

    article: str
    statistic: Statistic
    number: str
    quote: str
    within: Span

    @property
    def known(self) -> bool:
        """Tell whether the figure is in the library already."""
        return bool(self.statistic.id)


def figures_to_record(library: Library, article_id: str, span: Span) -> tuple[FigureDraft, ...]:
    """Return the numbers of the sentences around a span of the clean text, those in it first.

    Where there is none, the passage itself is offered, without a value. UsageError (bad_span).
    """
    ready = library.texts.get(article_id)
    chosen = trimmed(ready.clean, span)
    sentences = [trimmed(ready.clean, one) for one in ready.sentences if one.overlaps(chosen)] or [chosen]
    known = [_shown(ready, one) for one in library.store.facts.statistics_of(article_id)]
    offered = [one for one in known if any(sentence.overlaps(one.figure) for sentence in sentences)]
    for sentence in sentences:
        read = figures_of(ready.clean, sentence, library.knowledge.platforms)
        taken = [one.figure for one in offered]
        offered += [replace(one, id="") for one in read if not any(map(one.figure.overlaps, taken))]
    if not offered:
        whole = Span(sentences[0].start, sentences[-1].end)
        evidence = whole if whole.contains(chosen) else chosen
        offered = [Statistic("", "", None, "", evidence, chosen, status=FactStatus.EDITED)]
    offered.sort(key=lambda one: (not one.figure.overlaps(chosen), one.figure))
    return tuple(_draft(ready, one) for one in offered)


def record_figure(library: Library, draft: FigureDraft, stated: Statistic) -> StatisticView:
    """Keep a person's reading of a figure: of a known one as its correction, of another as one of their own.

    One left as it was read counts as confirmed, a changed one as edited. UsageError (no_metric, no_number).
    """
    if not stated.metric:
        raise UsageError("no_metric")
    if (stated.value, stated.low, stated.high, stated.movement) == (None, None, None, None):
        raise UsageError("no_number")
    same = all(getattr(stated, name) == getattr(draft.statistic, name) for name in FIELDS)
    status = FactStatus.CONFIRMED if same else FactStatus.EDITED
    if draft.known:
        said = {name: getattr(stated, name) for name in FIELDS}
        return edit_statistic(library, draft.statistic.id, **said, status=status)
    ready = library.texts.get(draft.article)
    before = draft.statistic
    evidence = ready.offsets.to_original(before.evidence)
    made = replace(
        stated, id=new_id(), evidence=evidence, figure=ready.offsets.to_original(before.figure), status=status,
        own=True, confidence=1.0, inferred=False,
    )  # fmt: skip
    record(library, ready, made.id, evidence, made)
    return statistic(library, made.id)


def _shown(ready: ArticleText, one: Statistic) -> Statistic:
    """Return a figure of the original in spans of the clean text."""
    return replace(one, evidence=ready.shown(one.evidence), figure=ready.shown(one.figure))


def _draft(ready: ArticleText, one: Statistic) -> FigureDraft:
    within = one.figure.shifted(-one.evidence.start)
    return FigureDraft(
        ready.article.id, one, one.figure.of(ready.clean), one.evidence.of(ready.clean), within
    )
