"""Everything long-lived a page may use, in one frozen value; put together in ``desktop.start.session`` only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from desktop.services.navigation import Navigator
    from desktop.services.notices import Notices
    from desktop.services.scope import ScopeHolder
    from desktop.services.settings import Settings
    from desktop.services.tasks import TaskRunner
    from desktop.services.undo import UndoHistory
    from desktop.services.worker_link import WorkerLink
    from desktop.services.writing import WritingLane
    from desktop.theme import ThemeManager


@dataclass(frozen=True, slots=True)
class Context:
    """The library and the helpers of the window.

    Reads of the library go through ``tasks``, heavy work through ``worker``, what a person does through
    ``operations``, which keep in ``undo`` how it is taken back. Pages hear of changes through ``Page.refresh``.
    """

    library: Library
    tasks: TaskRunner
    worker: WorkerLink
    navigator: Navigator
    theme: ThemeManager
    settings: Settings
    notices: Notices
    scope: ScopeHolder
    undo: UndoHistory
    operations: WritingLane

    @property
    def at_rest(self) -> bool:
        """Tell whether nothing is read or written just now; the worker may be at work."""
        return self.tasks.running == 0 and not self.operations.busy

    def close(self) -> None:
        """Close everything, those who use others first."""
        for part in (
            self.operations, self.worker, self.tasks, self.navigator, self.undo, self.scope, self.notices, self.theme,
            self.settings, self.library,
        ):  # fmt: skip
            part.close()
