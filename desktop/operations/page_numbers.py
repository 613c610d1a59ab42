"""Correcting the printed page numbers of a file, and taking that back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.reading.page_numbers import PageNumbering, number_pages
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.library.core.library import Library
    from corpus.model.numbering import PageStretch


def set_page_numbers(article: str, stretches: Sequence[PageStretch] | None) -> Operation[PageNumbering]:
    """Number the pages of an article's file; ``None`` goes back to what was proposed."""
    again = partial(number_pages, article_id=article, stretches=stretches)

    def write(library: Library) -> Done[PageNumbering]:
        before = again(library)
        back = partial(number_pages, article_id=article, stretches=before.corrected)
        return Done(before, back, again, _("印刷页码已更新"))

    return Operation(_("印刷页码"), write)
