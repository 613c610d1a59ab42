"""Yinde 引得: parses arguments; runs a command without a window, or opens the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code."""
    given = sys.argv[1:] if argv is None else argv
    _prepare_streams()
    from index.lazy_methods import write_methods_late

    write_methods_late()
    children = {
        "_worker": _worker,
        "_reader": _reader,
        "_pages": _pages,
        "_recogniser": _recogniser,
        "--multiprocessing-fork": _spare,
    }
    known = {**children, "tour": _tour, "--self-test": _self_test}
    own = known.get(given[0]) if given else None
    try:
        return own(given[1:]) if own else _ordinary(given)
    except KeyboardInterrupt:  # so early that no command had begun
        return 130
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _prepare_streams() -> None:
    """Make sure that the standard streams are there and take every character."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started the program, or a Windows program
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _ordinary(given: list[str]) -> int:
    """Run the command that is asked for, say how the program is called, or open the window."""
    from corpus.commands.parsing import parse, usage
    from corpus.model.errors import YindeError

    try:
        arguments = parse(given)
    except YindeError as error:
        from corpus.commands.run import report_error

        return report_error(error, as_json="--json" in given)
    if arguments.help and arguments.command is None:
        sys.stdout.write(usage() + "\n")
        return 0
    if arguments.command is None:
        return _window(arguments.library, arguments.paths)
    from corpus.commands.run import run_command

    return run_command(arguments)


def _worker(given: list[str]) -> int:
    """Serve the window's heavy tasks; ``--library DIR`` says which library."""
    from corpus.library.worker.process import run_worker

    return run_worker(Path(given[given.index("--library") + 1]))


def _reader(_given: list[str]) -> int:
    """Read foreign files for another process of this program."""
    from corpus.importing.processes.reading_child import serve

    return serve()


def _pages(given: list[str]) -> int:
    """Draw the pages of a PDF for a window; ``given`` names the memory they share and its size."""
    from corpus.importing.processes.drawing_child import serve
    from corpus.importing.processes.shared_memory import found

    return serve(found(given[0], int(given[1])))


def _spare(_given: list[str]) -> int:
    """Compute for another process of this program, where it is one file and multiprocessing starts it by itself."""
    from multiprocessing import freeze_support

    freeze_support()
    return 0


def _recogniser(_given: list[str]) -> int:
    """Recognise the text of pages for another process of this program."""
    from corpus.importing.processes.recognising_child import serve

    return serve()


def _tour(given: list[str]) -> int:
    """Play the main job off-screen; ``--out DIR`` says where the pictures go."""
    from desktop.entry import tour

    return tour(Path(given[given.index("--out") + 1] if "--out" in given else "tour"))


def _self_test(given: list[str]) -> int:
    """Go through the main job once, and say what is missing; ``--json`` for scripts."""
    from corpus.commands.self_test import self_test

    return self_test(given)


def _window(library: str | None, paths: tuple[str, ...]) -> int:
    """Open the window and take ``paths`` in; without a display play the main job off-screen."""
    from desktop.entry import start

    return start(Path(library) if library else None, paths)


if __name__ == "__main__":
    sys.exit(main())
