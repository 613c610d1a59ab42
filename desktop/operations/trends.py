"""Categories of trends of one's own: made, changed, forgotten, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.intake.vocabulary.own_trends import (
    TrendWishes,
    add_trend,
    change_trend,
    forget_trend,
    restore_trends,
)
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.model.trend import Trend


def keep_trend(key: str, wishes: TrendWishes) -> Operation[str]:
    """Make a category, or where ``key`` is one say something else of it; its result is the name."""
    told = _("已存下分类“{name}”，文库已按它找过", name=wishes.name)
    if key:
        return _changed(_("修改分类"), partial(change_trend, key=key, wishes=wishes), wishes.name, told)
    return _changed(_("新建分类"), partial(add_trend, wishes=wishes), wishes.name, told)


def remove_trend(trend: Trend) -> Operation[str]:
    """Forget a category of one's own."""
    told = _("已删除分类“{name}”", name=trend.name)
    return _changed(_("删除分类"), partial(forget_trend, key=trend.key), "", told)


def _changed(
    title: str, change: Callable[[Library], tuple[Trend, ...]], shown: str, told: str
) -> Operation[str]:
    def write(library: Library) -> Done[str]:
        before = change(library)
        after = library.store.own_trends.all()
        back, again = partial(restore_trends, before=before), partial(restore_trends, before=after)
        return Done(shown, back, again, told)

    return Operation(title, write, reindex=True)
