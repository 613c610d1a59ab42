"""Recording what a passage says: as a figure, a fact of a platform, a trend's passage, or a word of one's own."""

from __future__ import annotations

from functools import partial

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.core.settings import add_word, delete_word
from corpus.library.facts.own_facts import bring_back, forget, own_fact
from corpus.library.facts.own_figures import FIELDS, FigureDraft, record_figure
from corpus.library.facts.own_passages import own_passages, put_under_trend
from corpus.library.facts.own_platform_facts import record_fact
from corpus.library.facts.statistics import edit_statistic, statistic
from corpus.library.intake.user_words import take_word
from corpus.model.own_fact import OwnFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from desktop.services.context import Context
from desktop.services.doing import done
from desktop.wording.words import predicate_label, trend_name


def trends_of(library: Library, article: str, span: Span) -> frozenset[str]:
    """Return the keys of the trends a person put the sentences around a span under."""
    return frozenset(own_passages(library, article, span))


def switch_trend(context: Context, article: str, span: Span, trend: str) -> None:
    """Put the sentences around a span under a trend, or take them out where a person put them there."""
    library = context.library
    there = own_passages(library, article, span).get(trend)
    if there is not None:
        take_out(context, there.id)
        return
    name = next((trend_name(one) for one in library.knowledge.trends if one.key == trend), trend)
    own = put_under_trend(library, article, span, trend)
    _push_made(context, _("归入趋势"), own, _("已归入“{name}”", name=name))


def take_out(context: Context, own_id: str) -> None:
    """Take a passage out of the trend a person put it under."""
    _remove(context, own_id, _("移出趋势"), _("已移出趋势"))


def keep_figure(context: Context, draft: FigureDraft, stated: Statistic) -> None:
    """Keep a person's reading of a figure; UsageError where it says nothing."""
    library = context.library
    before = statistic(library, draft.statistic.id).statistic if draft.known else None
    kept = record_figure(library, draft, stated).statistic
    if before is None:
        _push_made(
            context, _("记为数据"), own_fact(library, kept.id), _("已记为数据：{metric}", metric=kept.metric)
        )
        return
    if kept.status is FactStatus.CONFIRMED:
        told = _("已核实这条数据：{metric}", metric=kept.metric)
    else:
        told = _("已修改这条数据：{metric}", metric=kept.metric)
    undo, redo = partial(_restate, library, before), partial(_restate, library, kept)
    done(context, _("记为数据"), undo, redo, told=told)


def remove_figure(context: Context, own_id: str) -> None:
    """Delete a figure a person recorded."""
    _remove(context, own_id, _("删除数据"), _("已删除一条数据"))


def keep_fact(
    context: Context, article: str, span: Span, platform: str, predicate: str, text: str, date: str
) -> None:
    """Keep a fact of a platform; UsageError where it says nothing or its date is none."""
    label = predicate_label(predicate)
    own = record_fact(context.library, article, span, platform, predicate, label, text, date)
    _push_made(context, _("记为平台事实"), own, _("已记为“{name}”的事实", name=platform))


def remove_fact(context: Context, own_id: str) -> None:
    """Delete a fact of a platform a person recorded."""
    _remove(context, own_id, _("删除事实"), _("已删除一条事实"))


def keep_word(context: Context, word: str) -> None:
    """Take a word into the lexicon and bring the word index up to date; UsageError where it is none."""
    word = word.strip()
    if not take_word(context.library, word):
        context.notices.tell(_("“{word}”已在用户词典里", word=word))
        return
    _bring_up_to_date(context)
    done(
        context,
        _("加入词典"),
        partial(_word_out, context, word),
        partial(_word_in, context, word),
        told=_("已把“{word}”加入词典", word=word),
    )


def _remove(context: Context, own_id: str, name: str, told: str) -> None:
    library = context.library
    own = forget(library, own_id)
    done(context, name, partial(bring_back, library, own), partial(forget, library, own_id), told=told)


def _push_made(context: Context, name: str, own: OwnFact, told: str) -> None:
    library = context.library
    done(context, name, partial(forget, library, own.id), partial(bring_back, library, own), told=told)


def _restate(library: Library, figure: Statistic) -> None:
    said = {name: getattr(figure, name) for name in (*FIELDS, "status")}
    edit_statistic(library, figure.id, **said)


def _word_in(context: Context, word: str) -> None:
    add_word(context.library, word)
    _bring_up_to_date(context)


def _word_out(context: Context, word: str) -> None:
    delete_word(context.library, word)
    _bring_up_to_date(context)


def _bring_up_to_date(context: Context) -> None:
    context.worker.run("sync_index", {}, _("更新索引"), _nothing)


def _nothing(_report: object) -> None:
    """Say nothing: the word is in the index now, as expected."""
