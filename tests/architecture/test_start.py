"""What the window loads before it is seen, and before its first page is: nothing that reads, builds or ranks texts."""

from __future__ import annotations

import subprocess
import sys

from corpus.commands.table import TABLE

FRAME = (
    "corpus.store.database.database", "corpus.store.store", "corpus.library", "corpus.report", "corpus.model.statistic",
    "desktop.services.targets", "desktop.services.tasks", "desktop.widgets.tables.table",
    "desktop.widgets.tables.paged_model",
    "desktop.actions", "desktop.pages", "desktop.theme.pictures", "PySide6.QtSvg", "corpus.model.link", "platform",
    "secrets", "socket", "sqlite3", "jieba", "whoosh",
)  # fmt: skip
"""What the frame of the window, painted before a library is opened, has no use for."""
FIRST_PAGE = (
    "corpus.importing.table", "corpus.knowledge.extraction", "corpus.records.head",
    "corpus.library.intake.building.build",
    "corpus.text.numbers", "corpus.text.repairs", "corpus.knowledge.comparing.comparison",
    "corpus.knowledge.comparing.conflicts",
    "corpus.knowledge.phrases.metrics", "corpus.library.finding.search", "corpus.library.reports",
    "corpus.model.person_names", "corpus.text.sentences", "corpus.packs.pack",
    "corpus.packs.archive", "corpus.library.reading.quick_open", "desktop.actions.palette",
    "desktop.widgets.tables.table",
    "desktop.widgets.fields.file_dialog", "desktop.dialogs.text_prompt", "desktop.window.import_outcome",
    "index.segment", "desktop.operations.drafts", "index.query", "importlib.metadata", "tomllib", "ctypes",
    "rapidfuzz", "jieba", "whoosh",
    "pypinyin", "markdown", "corpus.store.schema.migration", "corpus.store.schema.tables", "PySide6.QtNetwork",
)  # fmt: skip
"""What only building, comparing, searching and writing need: loading it would hold the first page up."""

SHOWING = (
    "articles", "show", "statistics", "platforms", "search", "concordance", "annotate", "annotations", "cite",
    "segment", "anchor", "keeping", "maintaining", "copies",
)  # fmt: skip
"""Commands that are asked again and again, or by scripts, and build no text."""
READING = (
    "corpus.importing.table", "corpus.knowledge.sentences.reader", "corpus.knowledge.names.finding",
    "corpus.library.intake.building.build", "corpus.records.head",
    "corpus.text.numbers", "corpus.text.repairs", "corpus.audit.numbers.stated_numbers",
)  # fmt: skip
"""What reads texts: its patterns alone take seconds to compile."""


def loaded(*modules: str, then: str = "pass") -> set[str]:
    """Return the names of everything loaded with some modules, and by what is done then, in a fresh process."""
    given = "; ".join(f"import {one}" for one in modules)
    script = f"import sys; {given}; {then}; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def within(names: set[str], packages: tuple[str, ...]) -> list[str]:
    return sorted(
        name for name in names if name.startswith(tuple(f"{one}." for one in packages)) or name in packages
    )


def test_the_frame_of_the_window_is_painted_before_anything_of_a_library_is_loaded() -> None:
    assert within(loaded("desktop.window.main_window"), FRAME) == []


def test_that_the_program_itself_loads_no_more_before_it_paints() -> None:
    own = tuple(one for one in FRAME if one != "corpus.library")  # where libraries lie is known from there
    assert within(loaded("desktop.start.application"), own) == []


def test_what_reads_and_builds_texts_is_not_loaded_for_the_first_page() -> None:
    names = loaded(
        "desktop.window.parts", "desktop.window.general_actions", "desktop.pages.home", "desktop.start.session",
        "corpus.library.intake.files.resuming", "corpus.library.intake.opening", "corpus.library.reading.home",
        "corpus.library.facts.statistics",
    )  # fmt: skip
    assert within(names, FIRST_PAGE) == []


def test_that_the_help_loads_no_command() -> None:
    names = loaded("corpus.commands.parsing", then="corpus.commands.parsing.usage()")
    assert within(names, tuple(f"corpus.commands.{one.module}" for one in TABLE)) == []


def test_that_what_only_shows_a_library_loads_nothing_that_reads_texts() -> None:
    names = loaded("corpus.commands.run", *(f"corpus.commands.{one}" for one in SHOWING))
    assert within(names, READING) == []


def test_that_qt_reads_no_source_of_what_the_program_loads() -> None:
    script = (
        "import linecache; from desktop.start.module_sources import leave_sources_unread as leave; leave();"
        "import desktop.start.session; print(*linecache.cache)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if "desktop" in name or "corpus" in name] == []


def test_that_qt_makes_no_writer_of_stubs_and_still_tells_a_wrong_call() -> None:
    script = (
        "import builtins, sys; whole = builtins.compile\n"
        "from desktop.start.module_sources import leave_sources_unread as leave; leave()\n"
        "from PySide6.QtCore import QPoint\n"
        "for name in ('enum_sig', 'pyi_generator'):\n"
        "    held = vars(sys.modules['shibokensupport.signature.lib.' + name])\n"
        "    print(sum(not one.startswith('_') for one in held))\n"
        "print(builtins.compile is whole)\n"
        "try: QPoint('a', 'b')\n"
        "except TypeError as error: print('QPoint.__init__(xpos: int, ypos: int' in str(error))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0", "True", "True"]
