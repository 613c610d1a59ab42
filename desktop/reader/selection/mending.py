"""Mending the text at hand from a selection: a corrected word, a title, where another article begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corpus.language import translate as _
from desktop.dialogs.text_prompt import TextPrompt
from desktop.operations.mending import correct, retitle, split

if TYPE_CHECKING:
    from corpus.model.span import Span
    from desktop.reader.paper import Paper
    from desktop.services.context import Context

_SHOWN = 60


class Mending(QObject):
    """Asks what the selection should read, and does it; the original stays in the ledger."""

    def __init__(self, context: Context, paper: Paper) -> None:
        super().__init__(paper)
        self._context = context
        self._paper = paper

    def correct(self) -> None:
        """Ask what the selection should read."""
        article, span, words = self._chosen()
        if span is None:
            return
        about = _("原文保留在校订记录里，可以撤销；批注不会移动。")
        lines = 1 if "\n" not in words and len(words) <= _SHOWN else 5
        prompt = TextPrompt(
            _("改正文字"), about, self._paper.window(), text=words, confirm=_("改正"), lines=lines
        )
        prompt.given.connect(partial(self._correct, prompt, article, span))
        prompt.open()

    def title(self) -> None:
        """Make the selection the title of the article."""
        article, span, words = self._chosen()
        if span is not None:
            self._context.operations.run(self, retitle(article, words))

    def split(self) -> None:
        """Begin another article at the line of the selection."""
        article, span, _words = self._chosen()
        if span is not None:
            self._context.operations.run(self, split(article, span.start))

    def _chosen(self) -> tuple[str, Span | None, str]:
        projection, span = self._paper.projection, self._paper.selection()
        if projection is None or span is None:
            return "", None, ""
        return projection.reading.summary.id, span, span.of(projection.reading.text)

    def _correct(self, prompt: TextPrompt, article: str, span: Span, text: str) -> None:
        prompt.write(self._context.operations, correct(article, span, text))
