"""Running a command: arguments in, one JSON document or lines for people out, an exit code back."""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import Final

from corpus.commands import table
from corpus.commands.command import CommandContext, Outcome
from corpus.language import sentence_of
from corpus.library import shapes
from corpus.library.core.roots import default_root
from corpus.model.caution import Caution
from corpus.model.errors import YindeError
from corpus.model.progress import Progress
from corpus.store.folder.failing import unforeseen

_log = logging.getLogger(__name__)

INTERRUPTED: Final = 130
"""The exit code of a command stopped by Ctrl+C, as shells have it."""


def run_command(arguments: argparse.Namespace) -> int:
    """Run the command of ``arguments`` and show what came of it."""
    root = Path(arguments.library) if arguments.library else default_root()
    with _interrupts() as heard:
        try:
            outcome = table.command(arguments.command).run(arguments, CommandContext(root, _tell, _warn))
        except YindeError as error:
            return report_error(error, as_json=bool(arguments.json))
        except KeyboardInterrupt:
            return _interrupted(arguments)
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever happens, a person gets one sentence
            if heard:  # SQLite makes an error of its own of an interrupt that meets a function it calls
                return _interrupted(arguments)
            _log.debug("%s", arguments.command, exc_info=True)
            return report_error(unforeseen(error, root), as_json=bool(arguments.json))
    return outcome.exit_code if outcome.streamed else _shown(outcome, as_json=bool(arguments.json))


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """Give a list that gets the signal of every Ctrl+C in the block, which interrupts it as ever."""
    heard: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        heard.append(number)
        signal.default_int_handler(number, frame)

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler or current_thread() is not main_thread():
        yield heard
        return
    signal.signal(signal.SIGINT, hear)
    try:
        yield heard
    finally:
        signal.signal(signal.SIGINT, before)


def _interrupted(arguments: argparse.Namespace) -> int:
    report_error(YindeError("interrupted"), as_json=bool(arguments.json))
    return INTERRUPTED


def report_error(error: YindeError, *, as_json: bool) -> int:
    """Show an error as the contract says; return its exit code."""
    if as_json:
        _write_json({"error": shapes.error(error, sentence_of)})
    else:
        sys.stderr.write(sentence_of(error) + "\n")
    return error.exit_code


def _shown(outcome: Outcome, *, as_json: bool) -> int:
    """Show what came of a command; return its exit code, 1 where the output cannot be written."""
    try:
        _show(outcome, as_json=as_json)
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the rest fails again at the end
        sys.stderr.write(sentence_of(YindeError("not_writable", path=error.filename or "stdout")) + "\n")
        return 1
    return outcome.exit_code


def _show(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        _write_json(outcome.payload)
    elif outcome.text:
        sys.stdout.write(outcome.text + "\n")
        sys.stdout.flush()


def _write_json(payload: object) -> None:
    """Write one document in UTF-8, whatever the terminal's encoding; lone surrogates stay escaped."""
    try:
        data = json.dumps(payload, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        data = json.dumps(payload).encode("ascii")
    sys.stdout.flush()
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def _warn(caution: Caution) -> None:
    """Say on standard error what a person should know beside what was done."""
    sys.stderr.write(sentence_of(caution) + "\n")


def _tell(progress: Progress) -> None:
    """Show progress on a terminal's standard error; a pipe gets nothing."""
    if sys.stderr.isatty():
        total = f"/{progress.total}" if progress.total else ""
        end = "\n" if progress.total and progress.done >= progress.total else "\r"
        sys.stderr.write(f"{progress.stage} {progress.done}{total} {progress.item}\x1b[K{end}")
