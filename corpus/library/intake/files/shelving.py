"""Files into the library, many in one transaction; where one cannot be stored, each by itself."""

from __future__ import annotations

import logging
import time
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Final

from corpus.library.core.library import Library
from corpus.library.intake.files.file_builder import BuiltFile, FileToBuild, building
from corpus.library.intake.files.import_report import SourceOutcome
from corpus.library.intake.files.storing import Stored, known_source, see_again, take_in, told
from corpus.model.errors import LibraryError, YindeError
from corpus.model.progress import Cancelled, ProgressCallback, stoppable, unobserved
from corpus.store.database.changes import Changes
from corpus.store.folder.failing import unforeseen

_log = logging.getLogger(__name__)

_FILES: Final = 100
_BYTES: Final = 1_000_000
_SECONDS: Final = 1.0
"""Files, bytes and seconds that are waited for at most: what a crash would have to be built again."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that is to be stored: built, or known already (then ``made`` is missing)."""

    file: FileToBuild
    made: BuiltFile | None


@dataclass(slots=True)
class Shelving:
    """What an import stored so far, in the order of its files; the last ones wait to be stored together.

    ``progress`` may end the storing of a single file.
    """

    library: Library
    progress: ProgressCallback = unobserved
    outcomes: list[SourceOutcome] = field(default_factory=list)
    _waiting: list[Arrival] = field(default_factory=list)
    _since: float = 0.0

    def note(self, outcome: SourceOutcome) -> None:
        """Note what came of a file that is not to be stored."""
        self.store()
        self.outcomes.append(outcome)

    def put(self, arrival: Arrival) -> None:
        """Take a file; it is stored with those before it once they are enough."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(arrival)
        if (
            len(self._waiting) >= _FILES
            or sum(len(one.file.data) for one in self._waiting) >= _BYTES
            or time.monotonic() - self._since >= _SECONDS
        ):
            self.store()

    def store(self) -> None:
        """Store what waits."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        try:
            self._keep(waiting)
            room = stoppable(self.progress) if len(waiting) == 1 else nullcontext()
            with room, self.library.store.transaction(Changes()):
                stored = [self._stored(one) for one in waiting]
        except Cancelled:
            raise
        except Exception:  # noqa: BLE001 - each is tried again by itself, where the one at fault is told of
            self.outcomes += [self._alone(one) for one in waiting]
        else:
            self.outcomes += [told(self.library, one) for one in stored]

    def _keep(self, arrivals: list[Arrival]) -> None:
        self.library.store.originals.keep_all([one.file.data for one in arrivals if one.made is not None])

    def _stored(self, one: Arrival) -> Stored:
        """Store one file in the transaction at hand; one known by now is only seen again."""
        same = known_source(self.library, one.file)
        if same is not None:
            return see_again(self.library, same, one.file.place, one.file.batch)
        return take_in(self.library, one.file, one.made or self._built(one.file))

    def _built(self, file: FileToBuild) -> BuiltFile:
        """Build a file that was known when it was met, until a file before it changed what had become of it."""
        with building(self.library.knowledge) as build:
            made = build(file)
        if isinstance(made, YindeError):
            raise made
        return made

    def _alone(self, one: Arrival) -> SourceOutcome:
        """Store one file; what is wrong with it becomes its outcome, trouble with the library goes up."""
        place = one.file.place
        try:
            self._keep([one])
            with self.library.store.transaction(Changes()):
                stored = self._stored(one)
            return told(self.library, stored)
        except Cancelled:
            raise
        except LibraryError as error:
            if error.kind != "disk_full":
                raise
            return SourceOutcome(place, "failed", error=error)
        except YindeError as error:
            told_of = type(error)(error.kind, **{**error.values, "path": place})
            return SourceOutcome(place, "failed", error=told_of)
        except Exception as error:  # noqa: BLE001 - a bug met in one file must not keep the others out
            _log.debug("storing of %s", place, exc_info=True)
            return SourceOutcome(place, "failed", error=unforeseen(error, self.library.root))
