"""A window on a library in which somebody types a note without a rest, and takes in a file halfway; to be killed.

``python -m tests.faults.typing_window LIBRARY FILE`` prints a JSON line for every character typed and for every state
of the note that the library has: what was printed so has been acknowledged.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from corpus.library.notes.annotating import list_annotations
from desktop.reader.selection.note_editor import NoteEditor
from desktop.services.targets import ReaderTarget
from desktop.start.application import make_application, qt_application

TYPED: Final = "abcdefghij" * 40
"""Keys of the keyboard: letters, so that no input method is asked."""
_HALFWAY: Final = 30


def say(**told: object) -> None:
    """Tell whoever is to kill this."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main(root: Path, file: Path) -> int:
    """Type until killed, or until there is nothing left to type."""
    qt = qt_application()
    folder = Path(tempfile.mkdtemp(prefix="yinde-typing-"))
    application = make_application(folder / "config", folder / "logs")
    application.open(root)
    assert application.session is not None
    context, window = application.session.context, application.session.window
    note = next(one.annotation for one in list_annotations(context.library) if one.annotation.article)
    context.navigator.go(ReaderTarget(note.article, None, note.id))
    editor: NoteEditor | None = None
    while editor is None:
        QTest.qWait(20)
        shown = [one for one in window.findChildren(NoteEditor) if one.text.isVisible()]
        editor = shown[0] if shown else None
    said = len(note.note)
    for number, letter in enumerate(TYPED):
        QTest.keyClicks(editor.text, letter)
        say(typed=number + 1)
        QTest.qWait(15)
        kept = context.library.store.annotations.get(note.id)
        if kept is not None and len(kept.note) != said:
            said = len(kept.note)
            say(note=note.id, kept=kept.note)
        if number == _HALFWAY:
            window.parts.importer.import_paths([file])
    application.close()
    qt.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
