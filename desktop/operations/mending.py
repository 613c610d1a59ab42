"""What a person mends in an article: its title, a word of it, where it begins and ends, whether it is a repeat."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.intake.corrections import own_edits, parting
from corpus.library.intake.repeats.repeating import set_part, set_repeat
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.library.core.library import Library
    from corpus.model.span import Span


def retitle(article: str, title: str) -> Operation[None]:
    """Give an article another title."""
    return _edited(_("改标题"), partial(own_edits.retitle, article_id=article, title=title))


def correct(article: str, span: Span, text: str) -> Operation[None]:
    """Let a span of the clean text of an article read otherwise; the original stays in the ledger."""
    return _edited(_("改正文字"), partial(own_edits.correct_text, article_id=article, span=span, text=text))


def split(article: str, offset: int) -> Operation[parting.Parted]:
    """Begin a new article at the line of an offset of the clean text."""

    def write(library: Library) -> Done[parting.Parted]:
        parted = parting.split_article(library, article, offset)
        told = _("从这里起另成一篇：《{title}》", title=parted.second.article.title)
        return Done(
            parted,
            partial(parting.join_again, parted=parted),
            partial(parting.part_again, parted=parted),
            told,
        )

    return Operation(_("拆分文章"), write, reindex=True)


def join(article: str) -> Operation[parting.Parted]:
    """Make an article the end of the one before it in its file."""

    def write(library: Library) -> Done[parting.Parted]:
        parted = parting.join_article(library, article)
        told = _("已并入前一篇，批注和数据都在")
        return Done(
            parted,
            partial(parting.part_again, parted=parted),
            partial(parting.join_again, parted=parted),
            told,
        )

    return Operation(_("合并文章"), write, reindex=True)


def no_repeat(article: str) -> Operation[None]:
    """Say that an article is not a repeat of another one."""

    def write(library: Library) -> Done[None]:
        before = set_repeat(library, article, None)
        back = partial(set_repeat, article_id=article, repeat=before)
        return Done(None, back, partial(set_repeat, article_id=article, repeat=None), _("不再当作重复"))

    return Operation(_("不是重复"), write)


def no_excerpt(article: str) -> Operation[None]:
    """Say that an article is not an excerpt of another one."""

    def write(library: Library) -> Done[None]:
        before = set_part(library, article, None)
        back = partial(set_part, article_id=article, whole=before)
        return Done(None, back, partial(set_part, article_id=article, whole=None), _("不再当作节选"))

    return Operation(_("不是节选"), write)


def _edited(name: str, change: Callable[[Library], own_edits.Ledger]) -> Operation[None]:
    def write(library: Library) -> Done[None]:
        before = change(library)
        return Done(None, partial(own_edits.restore_ledger, before=before), change)

    return Operation(name, write, reindex=True)
