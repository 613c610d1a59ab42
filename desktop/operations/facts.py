"""Recording what a passage says: as a figure, a fact of a platform, a trend's passage, or a word of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.core.settings import add_word, delete_word
from corpus.library.facts.own_facts import bring_back, forget, own_fact
from corpus.library.facts.own_figures import FIELDS, FigureDraft, record_figure
from corpus.library.facts.own_passages import own_passages, put_under_trend, take_out_of_trend
from corpus.library.facts.own_platform_facts import TypedFact, record_fact
from corpus.library.facts.statistics import edit_statistic, statistic
from corpus.library.intake.vocabulary.user_words import take_word
from corpus.model.own_fact import OwnFact
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from desktop.services.operation import Done, Operation
from desktop.wording.words import predicate_label, trend_name

if TYPE_CHECKING:
    from corpus.library.core.library import Library


def trends_of(library: Library, article: str, span: Span) -> frozenset[str]:
    """Return the keys of the trends a person put the sentences around a span under."""
    return frozenset(own_passages(library, article, span))


def switch_trend(article: str, span: Span, trend: str) -> Operation[OwnFact]:
    """Put the sentences around a span under a trend, or take them out where a person put them there."""

    def write(library: Library) -> Done[OwnFact]:
        there = own_passages(library, article, span).get(trend)
        if there is not None:
            return _removed(library, there.id, _("已移出趋势"))
        name = next((trend_name(one) for one in library.knowledge.trends if one.key == trend), trend)
        return _made(put_under_trend(library, article, span, trend), _("已归入“{name}”", name=name))

    return Operation(_("归入趋势"), write)


def take_out(own_id: str) -> Operation[OwnFact]:
    """Take a passage out of the trend a person put it under."""
    return Operation(_("移出趋势"), partial(_removed, own_id=own_id, told=_("已移出趋势")))


def take_out_found(article: str, span: Span, trend: str) -> Operation[OwnFact | None]:
    """Take a passage that was found at a span of the clean text out of its trend, to be found there no more."""

    def write(library: Library) -> Done[OwnFact | None]:
        own = take_out_of_trend(library, article, span, trend)
        if own is None:
            return Done(None)
        made = _made(own, _("已移出趋势，重新查找时也不再列出"))
        return Done(own, made.undo, made.redo, made.told)

    return Operation(_("移出趋势"), write)


def keep_figure(draft: FigureDraft, stated: Statistic) -> Operation[Statistic]:
    """Keep a person's reading of a figure; UsageError where it says nothing."""

    def write(library: Library) -> Done[Statistic]:
        before = statistic(library, draft.statistic.id).statistic if draft.known else None
        kept = record_figure(library, draft, stated).statistic
        if before is None:
            own = own_fact(library, kept.id)
            made = _made(own, _("已记为数据：{metric}", metric=kept.metric))
            return Done(kept, made.undo, made.redo, made.told)
        if kept.status is FactStatus.CONFIRMED:
            told = _("已核实这条数据：{metric}", metric=kept.metric)
        else:
            told = _("已修改这条数据：{metric}", metric=kept.metric)
        return Done(kept, partial(_restate, figure=before), partial(_restate, figure=kept), told)

    return Operation(_("记为数据"), write)


def remove_figure(own_id: str) -> Operation[OwnFact]:
    """Delete a figure a person recorded."""
    return Operation(_("删除数据"), partial(_removed, own_id=own_id, told=_("已删除一条数据")))


def keep_fact(
    article: str, span: Span, platform: str, predicate: str, text: str, date: str
) -> Operation[OwnFact]:
    """Keep a fact of a platform; UsageError where it says nothing or its date is none."""
    typed = TypedFact(platform, predicate, predicate_label(predicate), text, date)
    told = _("已记为“{name}”的事实", name=platform)

    def write(library: Library) -> Done[OwnFact]:
        return _made(record_fact(library, article, span, typed), told)

    return Operation(_("记为平台事实"), write)


def remove_fact(own_id: str) -> Operation[OwnFact]:
    """Delete a fact of a platform a person recorded."""
    return Operation(_("删除事实"), partial(_removed, own_id=own_id, told=_("已删除一条事实")))


def remove_recorded(own: OwnFact) -> Operation[OwnFact]:
    """Delete whatever a person recorded, with a way back."""
    if isinstance(own.fact, Statistic):
        return remove_figure(own.id)
    return remove_fact(own.id) if isinstance(own.fact, PlatformFact) else take_out(own.id)


def keep_word(word: str) -> Operation[bool]:
    """Take a word into the lexicon, and tell whether it is new there; UsageError where it is none."""
    word = word.strip()

    def write(library: Library) -> Done[bool]:
        if not take_word(library, word):
            return Done(False, told=_("“{word}”已在用户词典里", word=word))
        told = _("已把“{word}”加入词典", word=word)
        return Done(True, partial(delete_word, word=word), partial(add_word, word=word), told)

    return Operation(_("加入词典"), write, reindex=True)


def remove_word(word: str) -> Operation[None]:
    """Take a word out of the lexicon."""

    def write(library: Library) -> Done[None]:
        delete_word(library, word)
        return Done(None, partial(add_word, word=word), partial(delete_word, word=word))

    return Operation(_("移出词典"), write, reindex=True)


def _removed(library: Library, own_id: str, told: str) -> Done[OwnFact]:
    own = forget(library, own_id)
    return Done(own, partial(bring_back, own=own), partial(forget, own_id=own_id), told)


def _made(own: OwnFact, told: str) -> Done[OwnFact]:
    return Done(own, partial(forget, own_id=own.id), partial(bring_back, own=own), told)


def _restate(library: Library, figure: Statistic) -> None:
    said = {name: getattr(figure, name) for name in (*FIELDS, "status")}
    edit_statistic(library, figure.id, **said)
