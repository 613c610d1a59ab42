"""What a person recorded of sentences that an updated file lacks: shown apart, kept until they are back."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language import translate as _
from corpus.language.phrases import labelled, quoted
from corpus.model.own_fact import OwnFact
from corpus.model.platform import PlatformFact
from corpus.model.statistic import Statistic
from corpus.model.trend import Trend
from corpus.report.figure_words import figure_words
from desktop.widgets.lists.rows import Row
from desktop.wording.headlines import headline
from desktop.wording.words import trend_name


def adrift_rows(adrift: Sequence[OwnFact], trends: Sequence[Trend]) -> list[Row]:
    """Return a heading and a row for each record without a place; none where there is no such record."""
    if not adrift:
        return []
    heading = Row("adrift", _("原句已不在文中"), side=str(len(adrift)), heading=True)
    return [heading, *(_row(own, trends) for own in adrift)]


def _row(own: OwnFact, trends: Sequence[Trend]) -> Row:
    fact = own.fact
    if isinstance(fact, Statistic):
        title, body = figure_words(fact), headline(fact)
    elif isinstance(fact, PlatformFact):
        title, body = labelled(fact.platform, fact.label), fact.value["text"]
    else:
        name = next((trend_name(one) for one in trends if one.key == fact.trend), fact.trend)
        title, body = _("归入趋势：{name}", name=name), ""
    return Row(own.id, title, body, quoted(own.selector.exact), faded=True)
