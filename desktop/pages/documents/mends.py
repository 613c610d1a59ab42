"""What mends one article chosen in the list: its title, where it begins, whether it is a repeat, how it was read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corpus.language import translate as _
from desktop.dialogs.reading_anew import ReadingAnew
from desktop.dialogs.text_prompt import TextPrompt
from desktop.operations import mending

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QMenu

    from corpus.model.article import ArticleSummary
    from desktop.pages.documents.chosen_details import ChosenDetails
    from desktop.pages.documents.details import DetailsPane
    from desktop.services.context import Context
    from desktop.services.operation import Operation


class Mends(QObject):
    """Offers what mends an article and asks what it needs for that."""

    def __init__(
        self,
        context: Context,
        details: DetailsPane,
        chosen: ChosenDetails,
        do: Callable[[Operation[Any]], None],
        parent: QObject,
    ) -> None:
        """``do`` carries out what lets articles come, go or move; ``chosen`` marks those that stay."""
        super().__init__(parent)
        self._operations = context.operations
        self._details = details
        self._chosen = chosen
        self._do = do
        self._reading = ReadingAnew(context, details)

    def add_to(self, menu: QMenu, one: ArticleSummary) -> None:
        """Offer what mends one article."""
        mends = menu.addMenu(_("整理文章"))
        mends.addAction(_("改标题…"), partial(self.ask_title, one))
        mends.addAction(_("并入前一篇"), partial(self._do, mending.join(one.id)))
        if not one.layer:
            mends.addAction(_("重新读取原件…"), partial(self._reading.ask, one))
        if one.part_of:
            mends.addAction(_("不是节选"), partial(self._chosen.mark, mending.no_excerpt(one.id), [one]))
        if one.duplicate_of:
            mends.addAction(_("不是重复"), partial(self._chosen.mark, mending.no_repeat(one.id), [one]))

    def ask_title(self, article: ArticleSummary) -> None:
        """Ask for another title of an article."""
        about = _("标题也是正文的第一行；原来的一行留在校订记录里，可以撤销。")
        prompt = TextPrompt(_("改标题"), about, self._details.window(), text=article.title)
        prompt.given.connect(partial(self._retitle, prompt, article))
        prompt.open()

    def _retitle(self, prompt: TextPrompt, article: ArticleSummary, title: str) -> None:
        prompt.write(self._operations, mending.retitle(article.id, title))
