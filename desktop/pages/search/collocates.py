"""The collocates: which words keep company with the one searched."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtGui import QColor

from corpus.language import translate as _
from desktop.theme import ThemeManager
from desktop.theme.fonts import figures_font
from desktop.widgets import Column
from desktop.wording.ordering import pinyin_key
from desktop.wording.shortening import in_one_line


class Companion(Protocol):
    """A word with how often it stands near, and how telling that is."""

    @property
    def word(self) -> str:
        """Return the word."""

    @property
    def count(self) -> int:
        """Return how often it stands near."""

    @property
    def left(self) -> int:
        """Return how often of these it stands before."""

    @property
    def example(self) -> str:
        """Return words in which it stands near."""

    @property
    def score(self) -> float:
        """Return the log-likelihood."""


def columns(theme: ThemeManager) -> tuple[Column[Companion], ...]:
    """Return the columns of the table of collocates."""

    def even(_row: Companion) -> Any:
        return figures_font()

    def second(_row: Companion) -> QColor:
        return theme.colour("second")

    return (
        Column("word", _("相邻的词"), _word, sort=_word_order, width=120),
        Column("count", _("次数"), _count, sort=_count_order, width=64, right=True, whole=True, font=even),
        Column("left", _("在前"), _left, sort=_left_order, width=64, right=True, whole=True, font=even),
        Column("right", _("在后"), _right, sort=_right_order, width=64, right=True, whole=True, font=even),
        Column("score", _("显著度"), _score, sort=_score_order, width=72, right=True, whole=True, font=even,
               colour=second, tooltip=_score_tip),
        Column("example", _("例句"), _example, tooltip=_example, colour=second),
    )  # fmt: skip


def _word(row: Companion) -> str:
    return row.word


def _word_order(row: Companion) -> tuple[str, ...]:
    return pinyin_key(row.word)


def _count(row: Companion) -> str:
    return f"{row.count:,}"


def _count_order(row: Companion) -> int:
    return row.count


def _left(row: Companion) -> str:
    return f"{row.left:,}"


def _left_order(row: Companion) -> int:
    return row.left


def _right(row: Companion) -> str:
    return f"{row.count - row.left:,}"


def _right_order(row: Companion) -> int:
    return row.count - row.left


def _score(row: Companion) -> str:
    return f"{row.score:.1f}"


def _score_order(row: Companion) -> float:
    return row.score


def _score_tip(_row: Companion) -> str:
    return _("对数似然值：越大，越不是偶然相邻")


def _example(row: Companion) -> str:
    return in_one_line(row.example)
