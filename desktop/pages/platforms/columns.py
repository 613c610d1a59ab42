"""The columns of the list of platforms."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont

from corpus.language import translate as _
from corpus.language import translate_as
from corpus.language.phrases import listed
from corpus.library.facts.platforms import PlatformCounts
from desktop.theme import ThemeManager
from desktop.theme.fonts import figures_font
from desktop.widgets import Column
from desktop.wording.ordering import pinyin_key


def columns(theme: ThemeManager) -> tuple[Column[PlatformCounts], ...]:
    """Return the columns of the list."""

    def faint(_row: PlatformCounts) -> QColor:
        return theme.colour("faint")

    def even(_row: PlatformCounts) -> QFont | None:
        return figures_font()

    return (
        Column("name", translate_as("column", "名称"), _name, sort=_name_order, tooltip=_other_names),
        Column(
            "mentions",
            _("提及"),
            _mentions,
            sort=_mention_count,
            width=56,
            right=True,
            whole=True,
            font=even,
            colour=faint,
        ),
    )


def _name(view: PlatformCounts) -> str:
    return view.platform.name


def _name_order(view: PlatformCounts) -> tuple[str, ...]:
    return pinyin_key(view.platform.name)


def _other_names(view: PlatformCounts) -> str:
    return listed(view.platform.aliases)


def _mentions(view: PlatformCounts) -> str:
    return str(view.mentions)


def _mention_count(view: PlatformCounts) -> int:
    return view.mentions
