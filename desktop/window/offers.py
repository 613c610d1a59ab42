"""What the palette offers: commands, things to open, searches, libraries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from corpus.language import translate as _
from corpus.library.reading.quick_open import openable
from desktop.actions.palette import Palette, PaletteItem, matching
from desktop.services.navigation import Navigator
from desktop.services.targets import NotesTarget, PlatformsTarget, SearchTarget, TrendsTarget

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.library.core.views import AnnotationView
    from desktop.actions.registry import ActionRegistry
    from desktop.dialogs.library_actions import LibraryActions
    from desktop.services.context import Context


class Offers(QObject):
    """Fills the palette."""

    def __init__(self, context: Context, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._palette = palette

    def commands(self, registry: ActionRegistry) -> None:
        """Offer everything that can be done now."""
        items = [
            PaletteItem(
                action.text.rstrip("…"),
                partial(registry.trigger, action.key),
                native_key(action.shortcuts),
                action.icon,
                action.key.replace("-", " "),
            )
            for action in registry.actions
            if action.enabled() and action.key != "command-palette"
        ]
        self._palette.offer(_("想做什么？"), _("没有这样的命令。"), items)

    def quick_open(self) -> None:
        """Offer articles, platforms, trends and notes; those that answer what is typed come in a moment."""
        self._palette.offer(_("打开文章、平台、趋势或批注"), _("没有找到。"), (), asking=self._look_up)

    def _look_up(self, text: str) -> None:
        work = partial(things_to_open, self._context.library, self._context.navigator, text)
        self._context.tasks.run(self, work, self._palette.answer, lane="quick-open")

    def history(self) -> None:
        """Offer the latest searches."""
        from corpus.library.finding.search_history import recent_searches

        items = [self._search_item(request.text, "") for request in recent_searches(self._context.library)]
        self._palette.offer(_("检索历史"), _("还没有检索过。"), items)

    def saved(self) -> None:
        """Offer the saved searches."""
        from corpus.library.finding.search_history import saved_searches

        items = [
            self._search_item(request.text, name) for name, request in saved_searches(self._context.library)
        ]
        self._palette.offer(_("已存检索"), _("还没有存过检索：在检索页点“存下检索”。"), items)

    def libraries(self, library_actions: LibraryActions) -> None:
        """Offer the libraries opened before."""
        items = [
            PaletteItem(Path(path).name, partial(library_actions.switch_to, path), path, "library")
            for path in library_actions.recent()
        ]
        self._palette.offer(_("最近的文库"), _("没有别的文库。"), items)

    def _search_item(self, text: str, name: str) -> PaletteItem:
        target = SearchTarget(text=text)
        label, detail = (name, text) if name else (text, "")
        return PaletteItem(label, partial(self._context.navigator.go, target), detail, "search")


def things_to_open(library: Library, navigator: Navigator, text: str) -> list[PaletteItem]:
    """Return a palette line for what ``text`` may mean, what begins with it first; runs in a thread."""
    found = openable(library, text)
    lines = [
        PaletteItem(one.name, partial(navigator.open_article, one.id), _("文章"), "documents")
        for one in found.articles
    ]
    lines += matching(_known(library, navigator), text)
    lines += [line for view in found.notes if (line := _note_line(view, navigator))]
    return sorted(lines, key=lambda line: not line.label.lower().startswith(text.lower())) if text else lines


def _known(library: Library, navigator: Navigator) -> list[PaletteItem]:
    """Return a palette line for every platform and trend."""
    lines = [
        PaletteItem(
            one.name,
            partial(navigator.go, PlatformsTarget(name=one.name)),
            _("平台"),
            "platforms",
            " ".join((one.english, *one.aliases)),
        )
        for one in library.knowledge.platforms
    ]
    lines += [
        PaletteItem(
            one.name,
            partial(navigator.go, TrendsTarget(key=one.key)),
            _("趋势"),
            "trends",
            one.english,
        )
        for one in library.knowledge.trends
    ]
    return lines


def _note_line(view: AnnotationView, navigator: Navigator) -> PaletteItem | None:
    note = view.annotation
    label = (note.note or view.quote).strip().replace("\n", " ")
    if not label:
        return None
    if view.place is None:
        return PaletteItem(label, partial(navigator.go, NotesTarget(note=note.id)), _("笔记"), "notes")
    return PaletteItem(label, partial(navigator.open_place, view.place, note.id), _("批注"), "notes")


def native_key(shortcuts: Sequence[str]) -> str:
    """Return the first key of an action as this system writes it."""
    if not shortcuts:
        return ""
    return QKeySequence(shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
